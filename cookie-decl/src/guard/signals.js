(() => {
  // The guard puts the table here: each signal with the categories that have it, and how Google's tags behave.
  const { google, vendors, wait_for_update, ads_data_redaction, url_passthrough } = TABLE;

  // A second copy of this script does nothing.
  const once = Symbol.for("cookie-decl");
  if (window[once]) return;
  window[once] = true;

  // What is allowed now. Nothing is until the main script knows the answer that counts.
  let granted = [];
  const isGranted = (categories) => !!categories[0] && categories.every((it) => granted.includes(it));
  const word = (categories) => (isGranted(categories) ? "granted" : "denied");
  const words = (types) =>
    Object.fromEntries(Object.entries(types).map(([type, categories]) => [type, word(categories)]));

  const followers = [];
  // Tells a vendor the present state of its signal, and then every change.
  const follow = (signal, read, tell) => {
    if (!signal) return;
    let told;
    const say = () => {
      const state = read(signal);
      const key = JSON.stringify(state);
      if (key === told) return;
      const isFirst = !told;
      told = key;
      try {
        tell(state, isFirst);
      } catch (error) {
            // The other vendors are told nevertheless.
        reportError(error);
      }
    };
    say();
    followers.push(say);
  };

  // What vendors read when they load. Most of them replace it with an object that has `push`.
  const queue = (name) => (window[name] ??= []);

  // Google reads only an `arguments` object as a command.
  function gtag() {
    queue("dataLayer").push(arguments);
  }
  // Google requires these four, and those without a category stay denied.
  const none = [];
  const required = { ad_storage: none, ad_user_data: none, ad_personalization: none, analytics_storage: none };
  follow(google && { ...required, ...google }, words, (state, isFirst) => {
    if (isFirst) {
      gtag("consent", "default", { ...state, wait_for_update });
      if (ads_data_redaction) gtag("set", "ads_data_redaction", true);
      if (url_passthrough) gtag("set", "url_passthrough", true);
    } else {
      gtag("consent", "update", state);
      // A tag manager does not fire again what it held back, unless an event triggers it.
      queue("dataLayer").push({ event: "cookieconsent" });
    }
  });

  follow(vendors.uet, word, (ad_storage, isFirst) => queue("uetq").push("consent", isFirst ? "default" : "update", { ad_storage }));

  // A denial makes Clarity forget the visitor, so a change replaces what it has not read yet.
  const { clarity_ads: ad_Storage = [], clarity_analytics: analytics_Storage = [] } = vendors;
  const clarityState = {};
  follow((ad_Storage[0] ?? analytics_Storage[0]) && { ad_Storage, analytics_Storage }, words, (state) => {
    Object.assign(clarityState, state);
    window.clarity ??= function () {
      (window.clarity.q ??= []).push(arguments);
    };
    if (!window.clarity.q?.some((it) => it[1] === clarityState)) window.clarity("consentv2", clarityState);
  });

  follow(vendors.tiktok, isGranted, (isGranted, isFirst) => {
    const command = isFirst ? "holdConsent" : isGranted ? "grantConsent" : "revokeConsent";
    const ttq = queue("ttq");
    ttq[command] ? ttq[command]() : ttq.push([command]);
  });

  // `forgetConsentGiven` would store for thirty years that the visitor has withdrawn. Two other calls do the rest of it.
  const ask = (signal, required, given, ...withdrawn) =>
    follow(signal, isGranted, (isGranted, isFirst) => {
      for (const call of isFirst ? [required] : isGranted ? [given] : withdrawn) queue("_paq").push([call]);
    });
  ask(vendors.matomo, "requireConsent", "setConsentGiven", "forgetCookieConsentGiven", "requireConsent");
  ask(vendors.matomo_cookies, "requireCookieConsent", "setCookieConsentGiven", "forgetCookieConsentGiven");

  const whenThere = (owner, name, then) => {
    if (owner[name]) return then(owner[name]);
    Object.defineProperty(owner, name, {
      configurable: true,
      enumerable: true,
      set(value) {
        Object.defineProperty(owner, name, { value, writable: true });
        then(value);
      },
    });
  };
  // The snippets of these vendors do nothing if the function exists, so it cannot be made here. They make it, give it a
  // queue and fill that: the signal comes in between.
  const followSnippet = (name, signal, tell) => {
    if (!signal) return;
    let isFollowed;
    const start = () => {
      if (!isFollowed) follow(signal, isGranted, tell);
      isFollowed = true;
    };
    whenThere(window, name, (it) => {
      whenThere(it, "queue", start);
      // Some have none, and take calls at once.
      queueMicrotask(start);
    });
  };
  followSnippet("fbq", vendors.meta, (isGranted, isFirst) => {
    if (isFirst) fbq("consent", "revoke");
    if (isGranted || !isFirst) fbq("consent", isGranted ? "grant" : "revoke");
  });
  followSnippet("pintrk", vendors.pinterest, (isGranted) => pintrk("setconsent", isGranted));

  document.addEventListener("cookieconsent", ({ detail }) => {
    ({ granted } = detail);
    for (const say of followers) say();
  });
})();
