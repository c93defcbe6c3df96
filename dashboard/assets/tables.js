// Tables in the browser: laid out from their text or from their address, sorted by a heading, searched by a word. A link
// in a cell that begins with "?" chooses a country or a kind of institution, as a point of the figure does.
(function () {
  const words = new Intl.Collator("en", { numeric: true });
  const NEAR = "200px"; // this far below the window, a table is fetched before it is seen
  const FAILED = "<p>The table could not be fetched. Close and open it again.</p>";

  async function fetched(address) {
    const answer = await fetch(address);
    return answer.ok ? answer.text() : FAILED;
  }

  // A table in the page comes with it; another is fetched when it comes into sight, that of a figure when it is opened.
  async function fill(place) {
    const wanted = place.dataset.table ?? place.dataset.source;
    if (place.shown === wanted) return;
    place.shown = wanted;
    const text = place.dataset.table ?? await fetched(wanted);
    if (place.shown === wanted) place.innerHTML = text;
    if (text === FAILED) place.shown = undefined;
  }

  const sight = new IntersectionObserver((places) => {
    places.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => fill(target));
  }, { rootMargin: NEAR });

  new MutationObserver(() => {
    document.querySelectorAll("[data-table]").forEach(fill);
    for (const place of document.querySelectorAll("[data-source]")) {
      if (place.watched === place.dataset.source) continue;
      place.watched = place.dataset.source;
      sight.unobserve(place); // so that a place that is in sight already is looked at again
      sight.observe(place);
    }
  }).observe(document, { childList: true, subtree: true, attributeFilter: ["data-table", "data-source"] });

  // Paper does not wait: what has not been in sight yet is fetched before the browser goes on.
  window.addEventListener("beforeprint", () => {
    for (const place of document.querySelectorAll("[data-source]:empty")) {
      if (place.closest("details:not([open])")) continue;
      const request = new XMLHttpRequest();
      request.open("GET", place.dataset.source, false);
      request.send();
      place.innerHTML = request.status === 200 ? request.responseText : FAILED;
      place.shown = request.status === 200 ? place.dataset.source : undefined;
    }
  });

  // Rows without a value come last, whichever way the others go.
  function order(column, down) {
    const value = (row) => row.cells[column].dataset.value;
    return (one, other) => {
      const [a, b] = [value(one), value(other)];
      if (a === undefined && b === undefined) {
        return words.compare(one.cells[column].textContent, other.cells[column].textContent) * (down ? -1 : 1);
      }
      if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
      return (isNaN(a) ? words.compare(a, b) : a - b) * (down ? -1 : 1);
    };
  }

  function sort(heading) {
    const table = heading.closest("table");
    const body = table.tBodies[0];
    const now = heading.getAttribute("aria-sort");
    const down = now ? now === "ascending" : heading.classList.contains("number");
    table.querySelectorAll("[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...[...body.rows].sort(order(heading.cellIndex, down)));
  }

  document.addEventListener("click", (event) => {
    const heading = event.target.closest(".table th");
    if (heading) sort(heading);
    const link = event.target.closest(".table a[href^='?']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    window.dash_clientside.set_props("address", { search: link.getAttribute("href") });
  });

  document.addEventListener("input", ({ target }) => {
    if (!target.matches(".table input[type=search]")) return;
    const wanted = target.value.trim().toLocaleLowerCase();
    for (const row of target.closest(".table").querySelectorAll("tbody tr")) {
      row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
    }
  });
})();
