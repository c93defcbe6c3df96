// A choropleth asks cdn.plot.ly for its base map even when it draws nothing but the GeoJSON it was given. An empty base
// map, set before the first plot, answers that question here: no request leaves the page, and the map works offline.
(function () {
  const emptyLayer = { type: "GeometryCollection", geometries: [] };
  const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
  window.PlotlyGeoAssets = {
    topojson: {
      world_110m: {
        type: "Topology",
        arcs: [],
        objects: Object.fromEntries(layers.map((layer) => [layer, emptyLayer])),
      },
    },
  };
})();
