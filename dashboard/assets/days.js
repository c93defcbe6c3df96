// Drawing over the days of a figure with a mouse chooses them. A finger that moves over a figure scrolls the page: on a
// phone days are chosen in the filters.
(function () {
  const isOfDays = (plot) => plot.layout?.xaxis?.type === "date";

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    const plot = pointerType === "mouse" && target.closest?.(".js-plotly-plot");
    if (!plot || plot.layout?.dragmode !== false || !isOfDays(plot)) return;
    window.Plotly.relayout(plot, { dragmode: "select", selectdirection: "h" });
  });

  const DAY = 86_400_000; // milliseconds
  const days = (moment) => Date.parse(moment.length > 10 ? `${moment.replace(" ", "T")}Z` : moment) / DAY;
  const written = (day) => new Date(day * DAY).toISOString().slice(0, 10);

  // The bar of a day stands around its midnight: a day is chosen when that was drawn over, or when nothing else was.
  window.campaignDays = function (drawn, search) {
    const [from, to] = drawn.map(days).sort((one, other) => one - other);
    const middle = Math.round((from + to) / 2);
    const [first, last] = [Math.min(Math.ceil(from), middle), Math.max(Math.floor(to), middle)].map(written);
    const address = new URLSearchParams(search);
    const same = address.get("from") === first && address.get("to") === last;
    for (const [key, value] of [["from", first], ["to", last]]) same ? address.delete(key) : address.set(key, value);
    return address.size ? `?${address.toString().replaceAll("%2C", ",")}` : "";
  };
})();
