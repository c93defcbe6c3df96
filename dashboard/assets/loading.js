// The card "Load a file". Every state of it is HTML from the server (dashboard/loading/); this sends what the reader does
// and shows the answer. The tab remembers which file it is about, so that a reload finds it again.
(function () {
  const POLL_MS = 700;
  const card = () => document.getElementById("load-card");
  const within = (selector) => card()?.querySelector(selector);
  let shown = ""; // the campaign that the page shows
  let asked = false; // whether an answer is awaited

  function choices() {
    const form = within("form");
    return form ? Object.fromEntries(new FormData(form)) : { campaign: shown };
  }

  function say(sentence) {
    within(".load-said").textContent = sentence;
  }

  async function ask(path, body = JSON.stringify(choices()), type = "application/json") {
    if (asked) return;
    asked = true;
    card().setAttribute("aria-busy", "true");
    const focused = card().contains(document.activeElement) && document.activeElement.name;
    try {
      const headers = { "Content-Type": type, "X-Campaign-Dashboard": "loading" };
      const answer = await fetch(`/loading/${path}`, { method: "POST", body, headers });
      card().innerHTML = await answer.text();
      sessionStorage.setItem("loading", within(".load-state").dataset.loadUpload);
      if (focused !== false) (within(`[name="${focused}"]`) ?? within(".load-said")).focus();
    } catch {
      if (within(".load-said")) say("The dashboard does not answer. Is it still running?");
    } finally {
      asked = false;
      card().removeAttribute("aria-busy");
      const poll = within(".load-state")?.dataset.loadPoll;
      if (poll) setTimeout(() => ask(poll), POLL_MS);
    }
  }

  function take(files) {
    const zone = within(".drop-zone");
    if (!zone || !files.length) return;
    if (files.length > 1) return say("Choose one file at a time.");
    if (files[0].size > Number(zone.dataset.largest)) return say(zone.dataset.tooLarge);
    say(`Reading ${files[0].name} …`);
    ask(`upload?name=${encodeURIComponent(files[0].name)}`, files[0], "application/octet-stream");
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("#load-card button[data-load-post]");
    if (!button || (button.matches(".main") && !within("form").reportValidity())) return;
    const described = button.dataset.loadPost.endsWith("/describe");
    ask(button.dataset.loadPost, JSON.stringify({ ...choices(), ...(described && { description: within("textarea").value }) }));
  });
  document.addEventListener("change", ({ target }) => {
    if (target.matches("#load-card input[type=file]")) take(target.files);
    // A year that is being typed is not yet a valid one.
    else if (target.closest("#load-card form")?.checkValidity()) ask(target.form.dataset.loadPost);
  });
  document.addEventListener("submit", (event) => event.target.closest("#load-card") && event.preventDefault());
  // A file that misses the zone would take the place of the page: it is taken wherever it falls.
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (!card()?.offsetParent || !event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      within(".drop-zone")?.classList.toggle("over", kind === "dragover");
      if (kind === "drop") take(event.dataTransfer.files);
    });
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    loading: {
      show(path, campaign, current) {
        shown = campaign ?? "";
        const hidden = path !== "/data" && current !== "";
        if (!hidden && card() && !card().hasChildNodes()) ask(sessionStorage.getItem("loading") ?? "");
        return hidden;
      },
    },
  });
})();
