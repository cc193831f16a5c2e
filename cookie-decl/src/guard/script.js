(() => {
  // Read through the prototypes: `<img name=cookie>` shadows `document.cookie`,
  // and `<input name=action>` shadows the `action` of its form.
  const { prototype } = Document;
  // Local names for frequent globals, which the minifier can shorten.
  const page = document;
  const view = window;
  const on = addEventListener;
  const property = (name) => Object.getOwnPropertyDescriptor(prototype, name);
  const own = (name) => property(name)?.get.call(page);
  const all = (selector) => [...prototype.querySelectorAll.call(page, selector)];
  const removeAll = (selector) => all(selector).map((it) => it.remove());
  const create = (name) => prototype.createElement.call(page, name);
  const element = Element.prototype;
  const closest = (it, selector) => element.isPrototypeOf(it) && element.closest.call(it, selector);
  const marked = (name) => `[data-cookie-${name}]`;

  const { dataset: facts, nonce, src } = own("currentScript");
  const address = src.split("?")[0];

  // A second copy of this script does nothing.
  const once = Symbol.for(address);
  if (view[once]) return;
  view[once] = true;

  const SCRIPT = "script";
  // The type of a script that waits, and the category of an element that does, in its `dataset`.
  const WAITS = "text/plain";
  const OF = "cookieCategory";
  const FORM = `form${marked("choice")}`;
  const MESSAGE = "message";
  const DIALOG = marked("dialog");
  const PLACE = `${marked("place")}:empty`;
  // Not a form, whose fields could shadow its properties.
  const EMBED = `div${marked("embed")}`;
  const CATEGORY = marked("category");
  const messages = () => all(marked(MESSAGE));
  // The first that can have the focus: others may be outside an open dialog.
  const focusMessage = () => messages().find((it) => it.focus() || own("activeElement") === it);
  const list = (name) => facts[name]?.split(" ") ?? [];
  const known = list("categories");
  // The categories that the `Content-Security-Policy` of the page depends on.
  const policed = list("policy");
  // Tags of these run whatever the answer is, because vendors are told the answer.
  const advanced = list("advanced");
  // Without a signal vendors assume consent, so tags of these do not start if `signals.js` failed to load.
  const silent = view[Symbol.for("cookie-decl")] ? [] : list("signals");
  // What was granted when the page was served; undefined in a page that is the same for everybody.
  let served = facts.granted && list("granted");
  let granted = [];
  // The mark of the answer that `granted` is from; undefined until it is known.
  let mark;
  let isOpen = true;
  // The embeds that the visitor loads without an answer, until there is one.
  let loadedOnce = [];
  const isGranted = (category) => granted.includes(category);
  const isAllowed = (it, category) =>
    isGranted(category) ||
    // Vendors are told once the answer is known.
    (mark != null && it.localName === SCRIPT && advanced.includes(category)) ||
    loadedOnce.includes(closest(it, EMBED));

  // Fetches only pages beside this script, whatever the `action` of a form is.
  const ask = async (query, post) => (await fetch(new URL(query, src), post)).json();
  const language = () => `?language=${all(`${marked(MESSAGE)},${PLACE}`)[0]?.lang}`;
  const askChoice = () => {
    const banner = all(PLACE)[0] ? `&part=banner&return=${encodeURIComponent(location.pathname + location.search)}` : "";
    return ask(`choice${language()}${banner}`);
  };
  const say = (place, text) => all(marked(place)).forEach((it) => (it.textContent = text));

  // The page's own scripts may start under Trusted Types.
  const rules = { createHTML: String, createScript: String, createScriptURL: String };
  const trust = view.trustedTypes?.createPolicy?.("cookie-decl", rules) ?? rules;

  // The focus goes to the heading, where no key decides anything. Browsers without dialogs show them in the page.
  const show = (dialog) => {
    dialog.showModal?.();
    dialog.querySelector("[tabindex]")?.focus();
  };

  const taken = new WeakSet();
  const started = [];
  const run = (waiting) => {
    const { [OF]: category, type } = waiting.dataset;
    // The answer or the page may have changed while the element waited.
    if (!isAllowed(waiting, category) || !waiting.isConnected) return taken.delete(waiting);
    const script = create(SCRIPT);
    for (const { name, value } of waiting.attributes)
      if (name !== "type") script.setAttribute(name, name === "src" ? trust.createScriptURL(value) : value);
    if (type === "module") script.type = type;
    script.nonce = waiting.nonce;
    script.async = waiting.hasAttribute("async");
    script.text = trust.createScript(waiting.text);
    // Mark it, in case another script copies it.
    script.dataset.cookieStarted = category;
    if (!advanced.includes(category)) started.push(category);
    const ran = new Promise((done) => ["load", "error"].map((event) => script.addEventListener(event, done)));
    waiting.replaceWith(script);
    // No event shows that an inline module has run.
    return waiting.src && ran;
  };

  // Of an element that is no script.
  const release = (waiting) => {
    const { content, dataset } = waiting;
    const { [OF]: category } = dataset;
    // Only an embed can take back what it shows.
    if (!closest(waiting, EMBED)) started.push(category);
    delete dataset[OF];
    if (!content) return (waiting.src = dataset.src);
    // The scripts inside wait like others, so that they need the nonce and keep their order.
    for (const script of content.querySelectorAll(SCRIPT)) {
      script.dataset.type ??= script.type;
      script.type = WAITS;
      script.dataset[OF] ??= category;
    }
    waiting.replaceWith(content);
  };

  // Takes back what an embed shows without consent, and shows or hides its placeholder, which is first.
  const mend = (embed) => {
    const { cookieEmbed: category } = embed.dataset;
    const placeholder = embed.firstElementChild;
    const waits = () => embed.querySelector(`${CATEGORY}:not(script)`);
    if (!isAllowed(embed, category) && !waits()) {
      const template = create("template");
      template.dataset[OF] = category;
      template.nonce = nonce;
      template.content.append(...embed.childNodes);
      embed.append(placeholder, template);
    }
    placeholder.hidden = !waits();
  };

  // Files load in parallel, and browsers keep their order; inline scripts run between them.
  let inline = Promise.resolve();
  let before = inline;
  // Called again whenever the page changes, which may add banners and elements that wait.
  const look = () => {
    if (!isOpen) removeAll(`${marked("banner")},${marked("reason")}`);
    // Only these elements, because sanitizers let others pass.
    for (const waiting of all(`:is(script,template,iframe,img)${CATEGORY}:not(${marked("started")})`)) {
      const { content, dataset, localName, type } = waiting;
      const category = dataset[OF];
      const isScript = localName === SCRIPT;
      if (taken.has(waiting)) continue;
      const fault =
        isScript && type !== WAITS
          ? `not ${WAITS}`
          : !known.includes(category)
            ? "unknown category"
            : isScript
              ? silent.includes(category) && "no signals"
              : // A `javascript:` address of a frame would run as the page's own script.
                !content && !/^(https?:|\/)/.test(dataset.src) && "no address";
      if (fault) {
        console.warn("cookie-decl:", fault, waiting);
        taken.add(waiting);
        // An injected element does not have the nonce.
      } else if (!isAllowed(waiting, category) || (nonce && waiting.nonce !== nonce)) continue;
      else if (!isScript) release(waiting);
      else {
        taken.add(waiting);
        const next = () => run(waiting);
        if (waiting.hasAttribute("async")) next();
        else if (!waiting.src && dataset.type !== "module") inline = before = before.then(next);
        else before = Promise.all([before, inline.then(next)]);
      }
    }
    // Until the answer is known, the server knows better, or what it knew may be out of date.
    if (mark == null) return;
    all(EMBED).map(mend);
    for (const banner of all(`dialog${marked("banner")}[open]`)) {
      if (taken.has(banner)) continue;
      taken.add(banner);
      banner.open = false;
      show(banner);
    }
  };

  const tell = () => {
    const detail = (view.cookieconsent = Object.freeze({ granted: Object.freeze(granted) }));
    prototype.dispatchEvent.call(page, new CustomEvent("cookieconsent", { detail }));
  };

  const publish = () => {
    look();
    const isChanged = (category) => isGranted(category) !== served.includes(category);
    for (const notice of all(`div${marked("reload")}`))
      notice.hidden = !notice.dataset.cookieReload.split(" ").some(isChanged);
  };

  const jar = property("cookie");
  const named = (pattern) =>
    jar.get.call(page).split("; ").map((pair) => pair.split("=")[0]).filter((name) => name.match(pattern));
  // The scope that a script used is unknown: try all that this page sees.
  const expire = (pattern) => {
    const hosts = location.hostname.split(".").map((_, at, all) => `; Domain=${all.slice(at).join(".")}`);
    const paths = location.pathname.split("/").map((_, at, all) => all.slice(0, at + 1).join("/"));
    const secure = "; Secure; SameSite=None";
    for (const name of named(pattern))
      for (const path of paths)
        for (const end of ["/", ""])
          for (const host of ["", ...hosts])
            for (const kind of ["", secure, `${secure}; Partitioned`])
              jar.set.call(page, `${name}=; Max-Age=0; Path=${path}${end}${host}${kind}`);
  };

  // Removes what the server cannot remove, or not surely.
  const remove = async ([storage, pattern]) => {
    if (storage === "cookie") return expire(pattern);
    const place = view[storage];
    const isDatabase = place === indexedDB;
    const names = isDatabase ? (await place.databases()).map(({ name }) => name) : Object.keys(place);
    for (const name of names)
      if (name.match(pattern)) isDatabase ? place.deleteDatabase(name) : place.removeItem(name);
  };
  const clear = (state) => state.mark && Promise.allSettled(state.remove.map(remove));

  const apply = async (state, isSaved) => {
    await clear(state);
    // Such a page comes with the answer of this moment.
    served ??= isSaved ? granted : state.granted;
    // A page that was just reloaded and is old again comes from a cache: do not reload it for ever.
    const isOld = mark == null && type === "reload";
    ({ granted, mark, open: isOpen } = state);
    loadedOnce = [];
    const isDenied = (category) => !isGranted(category);
    const isRefused = (category) => isGranted(category) && !served.includes(category);
    if (isSaved) removeAll(DIALOG);
    // Listeners tell vendors, before anything starts and before the page is reloaded.
    tell();
    // A running script cannot be stopped, and a policy cannot be widened, so reload the page.
    if (started.some(isDenied) || (!isOld && policed.some(isRefused))) {
      if (isSaved) keep(true);
      return location.reload();
    }
    for (const place of all(PLACE)) if (state.html) place.innerHTML = trust.createHTML(state.html);
    for (const box of all(`${FORM} [name=allow]`)) box.checked = isGranted(box.value);
    for (const [place, text] of state.say) if (isSaved || place !== MESSAGE) say(place, text);
    publish();
    // The button with the focus may be gone.
    if (isSaved) focusMessage();
  };

  // Whether the page is reloaded after a choice, and has to say so then. The entry of the history keeps it: nothing is
  // stored on the device, and the address stays as it is.
  const keep = (cookieSaved) => history.replaceState({ ...history.state, cookieSaved }, "");
  let isDue = history.state?.cookieSaved;
  if (isDue) keep();

  let asking;
  const refresh = async () => {
    try {
      const state = await (asking ??= askChoice());
      const isSaved = isDue;
      isDue = false;
      if (isSaved || state.mark !== mark || `${state.granted}` !== `${granted}`) await apply(state, isSaved);
    } catch {
      // Without an answer nothing starts.
    }
    asking = null;
  };

  // A form that another script handles.
  let foreign;
  on("submit", async (event) => {
    const form = event.target;
    if (!all(FORM).includes(form)) return;
    if (event.defaultPrevented) return (foreign = form);
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    try {
      const state = await ask(`preferences${language()}`, { method: "POST", headers: { Accept: "application/json" }, body });
      await clear(state);
      // Browsers do not report whether they keep a cookie, so look whether it comes back.
      const kept = await askChoice();
      if (kept.mark !== state.mark) throw state;
      channel?.postMessage(mark);
      await apply(kept, true);
      // The button is gone with the placeholder.
      closest(form, EMBED)?.focus();
    } catch {
      const failed = element.getAttribute.call(form, "data-failed");
      say(closest(form, EMBED) ? "failed" : MESSAGE, failed);
      focusMessage();
    }
  });

  on("click", async (event) => {
    const { target } = event;
    const embed = closest(closest(target, marked("once")), EMBED);
    if (embed) loadedOnce.push(embed), look(), embed.focus();
    // Shows the form in a dialog; if that fails, the browser goes to it.
    const link = closest(target, `${marked("choose")},dialog ${marked("back")}`);
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const opened = all(`${DIALOG}[open]`)[0];
    if (opened) return opened.close();
    try {
      const { html } = await ask(`choice${language()}&part=form&${link.search.slice(1)}`);
      removeAll(DIALOG);
      own("body").insertAdjacentHTML("beforeend", trust.createHTML(html));
      show(all(DIALOG)[0]);
    } catch {
      location = link.href;
    }
  });

  // Other tabs and restored pages follow. Browsers may not restore a page with an open channel.
  let channel;
  const listen = () => {
    try {
      channel = new BroadcastChannel(address);
      channel.onmessage = refresh;
    } catch {
      // Some browsers forbid channels where they forbid storage.
    }
  };
  listen();
  on("pagehide", () => channel?.close());
  on("pageshow", ({ persisted }) => {
    if (persisted) listen(), refresh();
  });
  on("visibilitychange", () => own("hidden") || refresh());

  // Once before the next frame, however often the page changes until then.
  let soon;
  const later = () => {
    soon = look();
    // The other script has sent the form and replaced it.
    if (foreign?.isConnected === false) foreign = refresh();
  };
  new MutationObserver(() => (soon ??= requestAnimationFrame(later))).observe(page, { childList: true, subtree: true });

  // The answer in the page may be out of date, unless the page has just come from the server.
  const { type, deliveryType, transferSize } = performance.getEntriesByType("navigation")[0] ?? {};
  if (own("prerendering")) on("prerenderingchange", refresh, true);
  else if (!isDue && served && transferSize && !deliveryType && type !== "back_forward") {
    granted = served.filter(String);
    mark = facts.mark ?? "";
    tell();
    publish();
  } else refresh();
})();
