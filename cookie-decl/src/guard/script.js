(() => {
  const me = document.currentScript;
  const all = (selector) => document.querySelectorAll(selector);
  const say = (place, text) => all(`[data-cookie-${place}]`).forEach((it) => (it.textContent = text));
  const ask = async (address, post) => (await fetch(address, post)).json();
  const started = [];

  // Under Trusted Types too, the page's own scripts may start.
  const rules = { createScript: String, createScriptURL: String };
  const trust = window.trustedTypes?.createPolicy("cookie-decl", rules) ?? rules;

  // Of scripts only: sanitizers let other elements pass.
  const start = (granted) => {
    for (const waiting of all("script[type='text/plain'][data-cookie-category]")) {
      const category = waiting.dataset.cookieCategory;
      if (!granted.includes(category)) continue;
      const script = document.createElement("script");
      for (const { name, value } of waiting.attributes)
        if (name !== "type") script.setAttribute(name, name === "src" ? trust.createScriptURL(value) : value);
      script.nonce = waiting.nonce;
      script.async = waiting.hasAttribute("async");
      script.text = trust.createScript(waiting.text);
      started.push(category);
      waiting.replaceWith(script);
    }
    document.dispatchEvent(new CustomEvent("cookieconsent", { detail: { granted } }));
  };

  // What no server can remove.
  const remove = async ([storage, pattern]) => {
    const place = window[storage];
    const isDatabase = place === indexedDB;
    const names = isDatabase ? (await place.databases()).map(({ name }) => name) : Object.keys(place);
    for (const name of names)
      if (name.match(pattern)) isDatabase ? place.deleteDatabase(name) : place.removeItem(name);
  };

  const chosen = async ({ granted, remove: items, say: texts }) => {
    await Promise.allSettled(items.map(remove));
    // A running script cannot be stopped: the page starts anew without it.
    if (started.some((category) => !granted.includes(category))) return location.reload();
    for (const answered of all("[data-cookie-banner], [data-cookie-reason]")) answered.remove();
    for (const box of all("[data-cookie-choice] [name=allow]")) box.checked = granted.includes(box.value);
    for (const [place, text] of texts) say(place, text);
    // The button with the focus may be gone.
    all("[data-cookie-message]")[0]?.focus();
    start(granted);
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-cookie-choice]")) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    try {
      await chosen(await ask(form.action, { method: "POST", headers: { Accept: "application/json" }, body }));
    } catch {
      say("message", form.dataset.failed);
    }
  });

  const { granted } = me.dataset;
  if (granted) start(granted.split(" "));
  else ask(new URL("choice", me.src)).then((state) => start(state.granted));
})();
