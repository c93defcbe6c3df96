// What a card does in the browser: its figure as an image, a link to it, and the way to what a link names.
(function () {
  const LINE = 18; // pixels from line to line above the figure in an image
  const BOLD_LETTER = 9, LETTER = 7; // pixels, about
  const SAID_FOR = 2000; // milliseconds

  function words(card, selector) {
    return card.querySelector(selector)?.textContent ?? "";
  }

  function lines(text, letters) {
    return text.match(new RegExp(`.{1,${Math.floor(letters)}}(\\s|$)|\\S+`, "g")) ?? [];
  }

  // An image travels without its page, so it carries title, measure, source and, where they are invented, a warning.
  function download(button) {
    const card = button.closest(".card");
    const plot = card.querySelector(".js-plotly-plot");
    const paper = JSON.parse(button.dataset.paper);
    const { data, layout: drawn } = JSON.parse(
      JSON.stringify({ data: plot.data, layout: plot.layout }).replace(/#[0-9a-f]{6}/g, (color) => paper[color] ?? color),
    );
    const { bgcolor, font } = drawn.hoverlabel; // the surface and the text of the scheme
    const width = plot.clientWidth;
    const invented = button.dataset.picture.startsWith("invented-data-") ? "Invented data. " : "";
    const source = words(card, ".completeness").replace(/, [^,]*$/, ""); // without its age, which an image outlives
    const small = [words(card, ".subtitle"), invented + source];
    const head = [
      ...lines(words(card, "h2"), width / BOLD_LETTER).map((line) => `<b>${line}</b>`),
      ...small.flatMap((text) => lines(text, width / LETTER)).map((line) => `<span style="font-size:12px">${line}</span>`),
    ];
    const above = (head.length + 2) * LINE;
    const layout = {
      ...drawn,
      paper_bgcolor: bgcolor,
      margin: { ...drawn.margin, t: drawn.margin.t + above },
      title: {
        text: head.join("<br>"), font: { size: 14, color: font.color },
        xref: "container", x: 8 / width, xanchor: "left", yref: "container", y: 1 - LINE / (plot.clientHeight + above), yanchor: "top",
      },
    };
    const size = { width, height: plot.clientHeight + above };
    window.Plotly.downloadImage({ data, layout }, { format: "png", scale: 2, filename: button.dataset.picture, ...size });
  }

  async function copy(link) {
    const label = link.textContent;
    try {
      await navigator.clipboard.writeText(link.href);
      link.textContent = "Copied";
    } catch {
      history.replaceState(null, "", link.href); // no right to the clipboard: then it stands in the address line
      link.textContent = "In the address line";
    }
    setTimeout(() => { link.textContent = label; }, SAID_FOR);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-picture]");
    const link = event.target.closest("[data-copy]");
    if (button) download(button);
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    copy(link);
  });

  // What an address names after its "#" comes after the page, so the browser cannot find it by itself.
  function arrive() {
    if (!location.hash) return;
    const wanted = decodeURIComponent(location.hash.slice(1));
    const arrival = new MutationObserver(() => {
      const there = document.getElementById(wanted);
      if (!there) return;
      arrival.disconnect();
      there.scrollIntoView();
    });
    arrival.observe(document, { childList: true, subtree: true });
  }
  arrive();
  window.addEventListener("_dashprivate_pushstate", arrive);
})();
