/* Bootstrap, inlined into the page before all that can be lost on the way: it restarts the page when
   a script, a style or Dash's own requests fail, starts the request for the layout at once, and defines
   what Dash calls (clientside callbacks), which waits for the modules. */
(() => {
  const { entry = "", version = "" } = document.documentElement.dataset;
  const pauses = [200, 600, 1800];
  const restarts = history.state?.restarts ?? 0;
  let failed = false;

  const showFailure = () => {
    const notice = document.createElement("p");
    notice.className = "notice";
    notice.role = "alert";
    notice.textContent = "A part of this page could not be loaded: check the connection and reload the page.";
    document.body.prepend(notice);
  };

  // What has come is in the browser's cache by then: a restart asks for the rest only.
  const restart = () => {
    if (failed) return;
    failed = true;
    const again = () => {
      history.replaceState({ restarts: restarts + 1 }, "");
      location.reload();
    };
    if (restarts < pauses.length) setTimeout(again, pauses[restarts]);
    else if (document.body) showFailure();
    else addEventListener("DOMContentLoaded", showFailure);
  };

  addEventListener(
    "error",
    ({ target }) => {
      // Dash waits forever for a layout whose connection was lost: its preload, which is that request, says so.
      const isNeeded =
        target instanceof HTMLLinkElement && (target.rel === "stylesheet" || target.as === "fetch");
      if (isNeeded || target instanceof HTMLScriptElement) restart();
    },
    true,
  );
  // Dash shows an element of this class when its layout or dependencies are refused.
  new MutationObserver(() => document.querySelector("._dash-error") && restart()).observe(document, {
    childList: true,
    subtree: true,
  });

  // As it stands: what a + means is for the server to say.
  const layoutUrl = `layout.json?m=${version}&${location.search.slice(1)}`;
  const firstLayout = fetch(layoutUrl);
  firstLayout.catch(() => {});
  const modules = import(new URL(entry, document.baseURI).href);
  modules.catch(restart);

  // An article that embeds the page may speak before the modules are here.
  if (parent !== window) {
    addEventListener("message", (event) =>
      modules.then(
        ({ hear }) => hear(event),
        () => {},
      ),
    );
  }

  /** @param {string} name
      @returns {(...args: any[]) => Promise<unknown>} */
  const call =
    (name) =>
    async (...args) =>
      (await modules)[name](...args);
  const names = [
    "beginPage",
    "beginPlayground",
    "beginTwoSteps",
    "beginAmplification",
    "deferredControls",
    "loadFigure",
  ];
  window.dash_clientside ??= /** @type {any} */ ({});
  window.dash_clientside.lockstep = {
    ...Object.fromEntries(names.map((name) => [name, call(name)])),
    loadPage: async () => (await modules).loadPage(layoutUrl, firstLayout).catch(restart),
    restart,
  };
})();
