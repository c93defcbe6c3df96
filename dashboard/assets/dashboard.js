// What the browser does by itself: it tells the server which colour scheme is shown, reads the drawing library, follows
// what is chosen in a figure, unfolds the filters on a phone, closes menus, and asks to sign in again once a session has ended.
(function () {
  const root = document.documentElement;

  // The scheme is the reader's choice, else the system's. It is known before the first page is asked for, so that it comes
  // in the right colours at once.
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosenScheme = () => localStorage.getItem("scheme") ?? (system.matches ? "dark" : "light");

  function showScheme() {
    const shown = chosenScheme();
    root.dataset.scheme = shown;
    if (document.cookie.includes(`scheme=${shown}`)) return;
    document.cookie = `scheme=${shown}; path=/; max-age=31536000; SameSite=Strict`;
    window.dash_clientside?.set_props?.("scheme", { data: shown });
  }

  showScheme();
  system.addEventListener("change", showScheme);

  // A menu closes when a link in it, or anything beside it, is chosen, and by Escape.
  const openMenus = () => document.querySelectorAll("details:is(.menu, .choice)[open]");
  document.addEventListener("click", ({ target }) => {
    for (const menu of openMenus()) menu.open = menu.contains(target) && !target.closest("a");
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // A button of the filter bar puts its country or kind of institution into the address, or takes it out.
  document.addEventListener("click", ({ target }) => {
    const { key, code } = target.closest("button[data-code]")?.dataset ?? {};
    if (!code) return;
    const given = new URLSearchParams(location.search);
    const codes = new Set(given.get(key)?.split(",").filter(Boolean));
    if (!codes.delete(code)) codes.add(code);
    if (codes.size) given.set(key, [...codes].sort());
    else given.delete(key);
    new MutationObserver((_, watch) => {
      watch.disconnect(); // the answer brings all buttons anew, and this one keeps the focus
      if (document.activeElement === document.body) document.querySelector(`#${key} [data-code="${code}"]`)?.focus();
    }).observe(document.getElementById(key), { childList: true, subtree: true });
    window.dash_clientside.set_props("address", { search: "?" + String(given).replaceAll("%2C", ",") });
  });

  // The drawing library is large. It is fetched with the other scripts, and read while the server makes the first answer;
  // until then a promise of it stands in its place, for which the graphs of Dash wait.
  let readPlotly;
  window.Plotly = new Promise((resolve, reject) => {
    readPlotly = () => {
      const script = document.createElement("script");
      script.src = document.querySelector("link[rel=preload][as=script]").href;
      script.onload = () => resolve(window.Plotly);
      script.onerror = reject;
      document.head.append(script);
      readPlotly = () => {};
    };
  });

  // What comes later is asked for when the figure that is seen first is drawn, so that it need not share the machine.
  async function figureDrawn() {
    const latest = performance.now() + 1000;
    const awaited = () => document.querySelector(".dash-graph") && !document.querySelector(".main-svg");
    while (awaited() && performance.now() < latest) await new Promise((look) => setTimeout(look, 20));
  }

  const ask = window.fetch;
  window.fetch = async (...asked) => {
    if (String(asked[1]?.body).includes('"later"')) await figureDrawn();
    const asking = ask(...asked);
    if (String(asked[0]).includes("_dash-update-component")) readPlotly();
    const answer = await asking;
    if (answer.status === 401) location.reload(); // the page itself then answers with the way to sign in
    return answer;
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    campaign: {
      // A point that can be chosen carries, as customdata, the address of the view that it leads to. Dash leaves that out
      // for the cells of a heat map, so it is looked up by row and column.
      choose(clicks, figures) {
        const { triggered, inputs_list } = window.dash_clientside.callback_context;
        const point = triggered[0]?.value?.points?.[0];
        if (!point) return window.dash_clientside.no_update;
        const clicked = inputs_list[0].findIndex(({ id }) => triggered[0].prop_id === `${JSON.stringify(id)}.clickData`);
        const cells = figures[clicked]?.data[point.curveNumber].customdata;
        const chosen = [point.customdata ?? cells?.[point.y]?.[point.x]].flat()[0];
        return typeof chosen === "string" && chosen.startsWith("?") ? chosen : window.dash_clientside.no_update;
      },
      // Days that were drawn over (assets/days.js) become the span of the address; the same span again takes it off.
      span() {
        const range = window.dash_clientside.callback_context.triggered[0]?.value?.range;
        const days = Object.entries(range ?? {}).find(([axis]) => axis.startsWith("x"))?.[1];
        return days ? window.campaignDays(days, location.search) : window.dash_clientside.no_update;
      },
      // A tab and a bookmark say which page of which campaign they show.
      entitle(title) {
        if (title) document.title = title;
      },
      switchScheme() {
        localStorage.setItem("scheme", chosenScheme() === "dark" ? "light" : "dark");
        showScheme();
      },
      unfold: (_, expanded) => (expanded === "true" ? "false" : "true"),
    },
  });
})();
