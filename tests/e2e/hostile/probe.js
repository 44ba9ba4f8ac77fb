// Sits on each hostile page before all else, with the browser's own functions in hand, and compares the page as it was before the
// loader ran with the page now. It answers `probe:check` with what was harmed (an attribute of the page, which every browser's
// driver can read), and takes the page as it is at `probe:again`.
(() => {
  const { apply, ownKeys, getOwnPropertyDescriptor: own } = Reflect;
  const { indexOf, join } = Array.prototype, { includes } = String.prototype;
  const has = (text, part) => apply(includes, text, [part]);
  const getter = (proto, name) => { const { get } = own(proto, name); return (one) => apply(get, one, []); };
  const first = getter(Node.prototype, "firstChild"), next = getter(Node.prototype, "nextSibling");
  const attributes = getter(Element.prototype, "attributes"), tag = getter(Element.prototype, "localName");
  const kind = getter(Node.prototype, "nodeType"), words = getter(CharacterData.prototype, "data");
  const active = getter(Document.prototype, "activeElement");
  const { setAttribute } = Element.prototype;
  const listen = EventTarget.prototype.addEventListener;
  const REPORT = "data-probe", NAME = "stap-wijzer";
  const hosts = [window, Array.prototype, String.prototype, Object.prototype, Function.prototype, Number.prototype, Promise.prototype,
    Map.prototype, RegExp.prototype, EventTarget.prototype, Node.prototype, Element.prototype, HTMLElement.prototype,
    Document.prototype, Event.prototype, Object, Array, Promise, JSON, Math, Reflect, History.prototype, customElements, document];
  const names = ["window", "Array", "String", "Object", "Function", "Number", "Promise", "Map", "RegExp", "EventTarget", "Node",
    "Element", "HTMLElement", "Document", "Event", "Object.", "Array.", "Promise.", "JSON.", "Math.", "Reflect.", "History",
    "customElements", "document"];

  /** An object's own keys, and the functions behind them. */
  const inside = (host) => {
    const keys = ownKeys(host), functions = [];
    for (let i = 0; i < keys.length; i++) {
      const it = own(host, keys[i]);
      functions[i] = typeof it?.value === "function" ? it.value : it?.get;
    }
    return { keys, functions };
  };

  /** What a driver and the stories leave behind. */
  const driver = (key) => typeof key !== "string" ? has(String(key), "automationSessionProxy")
    : (has(key, "swE2e") || has(key, "cdc_") || has(key, "ret_nodes") || has(key, "se_exported") || has(key, "sw-e2e-"));

  /** The document as text; of the widget its tag and what the page wrote in it. */
  const written = (node) => {
    if (kind(node) === 3) return words(node);
    if (kind(node) === 8) return `<!--${words(node)}-->`;
    let text = "";
    if (kind(node) === 1) {
      if (driver(node.id)) return "";
      text = `<${tag(node)}`;
      const all = attributes(node);
      for (let i = 0; i < all.length; i++) if (all[i].name !== REPORT) text += ` ${all[i].name}="${all[i].value}"`;
      text += ">";
    }
    for (let child = first(node); child; child = next(child)) text += written(child);
    return text;
  };

  const stored = (name) => { try { return apply(join, ownKeys(window[name]), ["|"]); } catch { return "refused"; } };
  const cookies = () => { try { return document.cookie; } catch { return "refused"; } };
  const rest = () => ({ sheets: document.styleSheets.length, adopted: document.adoptedStyleSheets?.length, local: stored("localStorage"),
    session: stored("sessionStorage"), cookies: cookies(), address: location.href, history: history.length, title: document.title });

  let before, page, faults = "", events = "", focused = false;
  const fault = (text) => { if (!has(faults, text)) faults += `${text}\n`; };
  const look = () => {
    before = { insides: [], rest: rest() };
    for (let i = 0; i < hosts.length; i++) before.insides[i] = inside(hosts[i]);
  };
  const compare = () => {
    for (let i = 0; i < hosts.length; i++) {
      const was = before.insides[i], is = inside(hosts[i]);
      for (let k = 0; k < is.keys.length; k++) {
        const at = apply(indexOf, was.keys, [is.keys[k]]);
        if (at < 0 ? !driver(is.keys[k]) : was.functions[at] !== is.functions[k]) fault(`${names[i]} has another ${String(is.keys[k])}`);
      }
      if (is.keys.length < was.keys.length) fault(`${names[i]} has lost something`);
    }
    const now = rest();
    for (const key in before.rest) if (before.rest[key] !== now[key]) fault(`${key}: “${before.rest[key]}” is now “${now[key]}”`);
    const text = written(document);
    let at = 0;
    while (at < text.length && text[at] === page[at]) at++;
    if (text !== page) fault(`the page: “${page.slice(at - 20, at + 60)}” is now “${text.slice(at - 20, at + 60)}”`);
  };

  const on = (target, name, act) => apply(listen, target, [name, act, true]);
  on(document, "readystatechange", () => { if (document.readyState === "interactive") { look(); page = written(document); } });
  on(document, "probe:again", () => { page = written(document); });
  on(document, "probe:check", () => {
    compare();
    apply(setAttribute, document.documentElement, [REPORT, `${events}\n---\n${faults}`]);
  });
  const kinds = ["ready", "step", "complete", "error", "language"];
  for (let i = 0; i < kinds.length; i++) {
    on(window, `stapwijzer:${kinds[i]}`, (event) => {
      events += `${kinds[i]}${event.detail?.code ? ` ${event.detail.code}` : ""}\n`;
      // The keyboard and the scroll of a page that has just loaded are its own.
      if (focused || kinds[i] !== "ready") return;
      focused = true;
      if (tag(active(document) ?? document.body) === NAME) fault("the widget took the keyboard when it came");
      if (scrollY) fault(`the page was scrolled to ${scrollY}`);
    });
  }
  const ours = (text) => has(text, "stapwijzer") || has(text, ".wasm") || has(text, "/r/");
  const blamed = (where, text) => { if (ours(where)) fault(`an error of the widget: ${text} (${where})`); };
  // An error of the page's own, thrown while it hears of an event of ours, has us on its stack, but not as its file.
  on(window, "error", (event) => event.message && blamed(event.filename || event.error?.stack || "", event.message));
  on(window, "unhandledrejection", ({ reason }) => blamed(`${reason?.stack}`, `${reason?.message ?? reason}`));
})();
