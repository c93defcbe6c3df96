// A figure is drawn for the width that it has; paper has another one. It is drawn again before and after printing.
(function () {
  function fit(printing) {
    document.documentElement.classList.toggle("printing", printing);
    for (const plot of document.querySelectorAll(".js-plotly-plot")) window.Plotly.relayout(plot, { autosize: true });
  }
  window.addEventListener("beforeprint", () => fit(true));
  window.addEventListener("afterprint", () => fit(false));
})();
