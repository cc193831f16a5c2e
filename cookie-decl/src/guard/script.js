(() => {
  "use strict";
  const me = document.currentScript;
  const all = (selector) => document.querySelectorAll(selector);
  const started = new Set();

  // What waits for consent: <script type="text/plain" data-cookie-category="...">
  const start = (granted) => {
    for (const waiting of all("script[type='text/plain'][data-cookie-category]")) {
      const category = waiting.dataset.cookieCategory;
      if (!granted.includes(category)) continue;
      const script = document.createElement("script");
      for (const { name, value } of waiting.attributes) if (name !== "type") script.setAttribute(name, value);
      script.nonce = waiting.nonce;
      script.text = waiting.text;
      started.add(category);
      waiting.replaceWith(script);
    }
    document.dispatchEvent(new CustomEvent("cookieconsent", { detail: { granted } }));
  };

  // What no server can remove; `parts` stand around the holes of a name.
  const remove = async ([storage, parts]) => {
    const pattern = new RegExp(`^${parts.map((part) => part.replace(/\W/g, "\\$&")).join(".+")}$`);
    if (storage === "database") {
      for (const { name } of await indexedDB.databases()) if (pattern.test(name)) indexedDB.deleteDatabase(name);
    } else {
      const items = storage === "local" ? localStorage : sessionStorage;
      for (const name of Object.keys(items)) if (pattern.test(name)) items.removeItem(name);
    }
  };

  const say = (selector, text) => all(selector).forEach((place) => (place.textContent = text));

  const chosen = async (state) => {
    await Promise.allSettled(state.remove.map(remove));
    // A script that runs cannot be stopped: the page starts anew without it.
    if ([...started].some((category) => !state.granted.includes(category))) return location.reload();
    all("[data-cookie-banner]").forEach((banner) => banner.remove());
    for (const [category, status] of state.status) say(`[data-cookie-status="${category}"]`, status);
    for (const box of all("[data-cookie-choice] [name=allow]")) box.checked = state.granted.includes(box.value);
    say("[data-cookie-decided]", state.decided);
    say("[data-cookie-message]", state.message);
    start(state.granted);
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-cookie-choice]")) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    try {
      const response = await fetch(form.action, { method: "POST", headers: { Accept: "application/json" }, body });
      await chosen(await response.json());
    } catch {
      say("[data-cookie-message]", form.dataset.failed);
    }
  });

  const known = me.dataset.granted;
  if (known !== undefined) start(known.split(" "));
  else fetch(me.src.replace(/script\.js.*/, "choice")).then((response) => response.json()).then((state) => start(state.granted));
})();
