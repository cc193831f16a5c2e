// The guard puts the table here: the categories, and the rows of this site that scripts may know of.
const { exempt, gated, rows } = TABLE;

const COOKIE = "cookie";
// Read through the prototype: `<img name=cookie>` shadows `document.cookie`.
const jar = Object.getOwnPropertyDescriptor(Document.prototype, COOKIE);
const read = () => jar.get.call(document).split("; ");
const write = (cookie) => jar.set.call(document, cookie);

const refuse = (why) => {
  throw new TypeError(`cookie-decl: ${why}`);
};

// Until the state is known, only what needs no consent is allowed.
const allowed = (category) =>
  exempt.includes(category) ||
  (gated.includes(category)
    ? !!window.cookieconsent?.granted.includes(category)
    : refuse(`the table has no category "${category}"`));

// The first row that allows this. If there is none, the first row says why not.
const find = (name, isCookie, obstacle) => {
  const found = rows.filter((row) => row.name === name && (row.storage === COOKIE) === isCookie);
  const kind = isCookie ? "cookie" : "item of local or session storage";
  if (!found[0]) refuse(`the table has no ${kind} "${name}" in this deployment`);
  return found.find((row) => !obstacle(row)) ?? refuse(`${obstacle(found[0])} "${name}"`);
};
const unwritable = ({ by }) => by && `${by}, not a script, stores`;
const unreadable = ({ hidden }) => hidden && "it is `HttpOnly`, so no script can see";

const check = ({ name, category }) => {
  if (!allowed(category))
    throw new DOMException(`cookie-decl: "${name}" needs consent to ${category}`, "NotAllowedError");
};

// Each hole takes as few characters as possible.
const expression = (name) =>
  new RegExp(
    `^${name
      .split(/{.*?}/)
      .map((text) => text.replace(/\W/g, "\\$&"))
      .join("([^]+?)")}$`,
  );

// Fills the holes of a name. A reader of the filled name has to find the same texts in it.
const fill = (name, holes, isCookie) => {
  const keys = [...name.matchAll(/{(.*?)}/g)].map((match) => match[1]);
  const values = keys.map((key) => `${holes?.[key] ?? ""}`);
  const filled = name.split(/{.*?}/).reduce((start, text, at) => start + values[at - 1] + text);
  const found = expression(name).exec(filled) ?? [];
  const wrong = keys.find((_, at) => found[at + 1] !== values[at]);
  if (wrong) refuse(`"${name}" needs a text for {${wrong}} that can be read back`);
  if (isCookie && /[^\w!#$%&'*+.^`|~-]/.test(filled)) refuse(`"${filled}" cannot be the name of a cookie`);
  return filled;
};

// The holes, if there are any, come before the value.
const split = (rest) => (typeof rest[0] === "object" ? rest : [undefined, ...rest]);

// The present names that a row declares. If no holes are given, these are all names except those with a row of their own.
const matching = (row, holes, names) => {
  const { name, storage } = row;
  if (holes || !name.includes("{")) return [fill(name, holes, storage === COOKIE)];
  const isOther = (it) => rows.some((row) => row.name === it && row.storage === storage);
  return names.filter((it) => expression(name).test(it) && !isOther(it));
};

const cookieNames = () => read().map((pair) => pair.split("=")[0]);
const expire = (name, rest) => write(`${name}=; Max-Age=0${rest}`);
// A script may have used a scope that the table does not name: try all that this page sees, until the cookie is gone.
const scopes = () => {
  const hosts = location.hostname.split(".").map((_, at, all) => `; Domain=${all.slice(at).join(".")}`);
  const paths = location.pathname.split("/").map((_, at, all) => all.slice(0, at + 1).join("/"));
  const secure = "; Secure; SameSite=None";
  return paths
    .flatMap((path) => [`; Path=${path}/`, `; Path=${path}`])
    .flatMap((path) => ["", ...hosts].map((host) => path + host))
    .flatMap((scope) => ["", secure, `${secure}; Partitioned`].map((kind) => scope + kind));
};

export const cookies = {
  allowed,

  // Calls the function with the present state as soon as it is known, and again after each change.
  onChange(call) {
    const tell = ({ detail }) => call(detail);
    document.addEventListener("cookieconsent", tell);
    if (window.cookieconsent) call(window.cookieconsent);
    return () => document.removeEventListener("cookieconsent", tell);
  },

  set(name, ...rest) {
    const [holes, value, duration] = split(rest);
    const row = find(name, true, unwritable);
    check(row);
    const cookie = `${fill(name, holes, true)}=${value}`;
    if (!/^("?)[!#-+\--:<-[\]-~]*\1$/.test(value)) refuse(`"${name}" cannot have this value; encodeURIComponent helps`);
    if (cookie.length > 4097) refuse(`"${name}" would be over 4,096 bytes`);
    const { attributes, durations } = row;
    const term = durations.find(([word]) => word === (duration ?? word));
    if (!term) refuse(`the table has no ${duration ?? "duration"} for "${name}"`);
    write(cookie + attributes + (term[1] === null ? "" : `; Max-Age=${term[1]}`));
  },

  get(name, holes) {
    const row = find(name, true, unreadable);
    check(row);
    const start = `${fill(name, holes, true)}=`;
    return read().find((pair) => pair.startsWith(start))?.slice(start.length) ?? null;
  },

  remove(name, holes) {
    const row = find(name, true, unreadable);
    for (const it of matching(row, holes, cookieNames())) {
      for (const other of rows) if (other.name === name && other.attributes) expire(it, other.attributes);
      for (const scope of scopes()) if (cookieNames().includes(it)) expire(it, scope);
    }
  },
};

export const storage = {
  set(name, ...rest) {
    const [holes, value] = split(rest);
    const row = find(name, false, unwritable);
    check(row);
    window[row.storage].setItem(fill(name, holes), value);
  },

  get(name, holes) {
    const row = find(name, false, unreadable);
    check(row);
    return window[row.storage].getItem(fill(name, holes));
  },

  remove(name, holes) {
    find(name, false, unreadable);
    for (const row of rows) {
      const place = window[row.storage];
      if (row.name === name && place) for (const it of matching(row, holes, Object.keys(place))) place.removeItem(it);
    }
  },
};
