// What a person and a screen reader meet on the page, through open shadow roots and slots.
// Runs by WebDriver's execute with a call appended; nothing of it stays behind on the page.
const eyes = (() => {
  const clean = (text) => text.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
  const parent = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;

  /** The children as they are laid out. */
  const children = (node) => {
    if (node.shadowRoot) return [...node.shadowRoot.childNodes];
    if (node.localName === "slot" && node.assignedNodes().length) return node.assignedNodes();
    if (node.localName === "details" && !node.open) return [...node.childNodes].filter((n) => n.localName === "summary");
    return [...node.childNodes];
  };

  /** Visits each node in reading order; `enter` says whether to go inside. */
  const walk = (node, enter, leave = () => {}) => {
    if (!enter(node)) return;
    for (const child of children(node)) walk(child, enter, leave);
    leave(node);
  };

  const isGone = (el) => {
    const style = getComputedStyle(el);
    return style.display === "none" || style.contentVisibility === "hidden";
  };
  const isMute = (el) => el.inert || el.getAttribute("aria-hidden") === "true";
  const isUnseen = (el) => getComputedStyle(el).visibility !== "visible";

  /** Where to look: a modal dialog makes all the rest unreachable. */
  const stage = () => {
    let modal = null;
    walk(document.body ?? document.documentElement, (node) => {
      if (node.nodeType === 1 && node.localName === "dialog" && node.matches(":modal")) modal = node;
      return node.nodeType === 1;
    });
    return modal ?? document.documentElement;
  };

  const INPUTS = { button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox", radio: "radio",
    range: "slider", number: "spinbutton", search: "searchbox", hidden: null, file: "button" };
  const ROLES = { button: "button", summary: "button", textarea: "textbox", h1: "heading", h2: "heading", h3: "heading",
    h4: "heading", h5: "heading", h6: "heading", ul: "list", ol: "list", menu: "list", li: "listitem", dialog: "dialog",
    nav: "navigation", main: "main", aside: "complementary", article: "article", fieldset: "group", details: "group",
    output: "status", progress: "progressbar", meter: "meter", table: "table", tr: "row", td: "cell", th: "columnheader",
    option: "option", hr: "separator", figure: "figure", p: "paragraph", search: "search" };

  const role = (el) => {
    const own = el.getAttribute("role")?.trim().split(/\s+/)[0];
    if (own) return own;
    const tag = el.localName;
    if (tag === "a" || tag === "area") return el.hasAttribute("href") ? "link" : null;
    if (tag === "input") return el.type in INPUTS ? INPUTS[el.type] : "textbox";
    if (tag === "select") return el.multiple || el.size > 1 ? "listbox" : "combobox";
    if (tag === "img") return el.getAttribute("alt") === "" ? null : "img";
    if (tag === "section") return ownName(el) ? "region" : null;
    if (tag === "form") return ownName(el) ? "form" : null;
    return ROLES[tag] ?? null;
  };

  /** The text that CSS puts before or after an element, as it is read aloud. */
  const generated = (el, where) => {
    const content = getComputedStyle(el, where).content;
    const spoken = content.includes(" / ") ? content.split(" / ").pop() : content;
    return /^"[^]*"$/.test(spoken) ? spoken.slice(1, -1) : "";
  };

  const textOf = (node, seen) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || seen.has(node)) return "";
    const own = ownName(node, seen);
    if (own) return own;
    if (node.localName === "img") return node.getAttribute("alt") ?? "";
    if (["input", "select", "textarea", "style", "script"].includes(node.localName)) return "";
    return inside(node, seen);
  };

  const inside = (el, seen) => {
    const parts = [generated(el, "::before")];
    for (const child of children(el)) {
      if (child.nodeType === 1 && (isGone(child) || isMute(child) || isUnseen(child))) continue;
      const apart = child.nodeType === 1 && (child.localName === "br" || !getComputedStyle(child).display.startsWith("inline"));
      parts.push(apart ? ` ${textOf(child, seen)} ` : textOf(child, seen));
    }
    return [...parts, generated(el, "::after")].join("");
  };

  const byIds = (el, ids, seen) =>
    ids.split(/\s+/).map((id) => el.getRootNode().getElementById?.(id)).filter(Boolean)
      .map((other) => other.getAttribute("aria-label") || textOf(other, seen)).join(" ");

  /** A name that does not come from the content. */
  const ownName = (el, seen = new Set()) => {
    const deeper = new Set(seen).add(el);
    const ids = seen.size === 0 && el.getAttribute("aria-labelledby");
    const own = (ids && byIds(el, ids, deeper)) || el.getAttribute("aria-label") || "";
    if (own.trim()) return own;
    if (el.labels?.length) return [...el.labels].map((label) => inside(label, deeper)).join(" ");
    const part = { fieldset: "legend", figure: "figcaption", table: "caption", svg: "title" }[el.localName];
    const caption = part && [...el.children].find((child) => child.localName === part);
    return caption ? inside(caption, deeper) : "";
  };

  const FROM_CONTENT = new Set(["button", "link", "heading", "option", "radio", "checkbox", "tab", "menuitem", "switch",
    "treeitem", "cell", "columnheader", "rowheader", "tooltip", "menuitemradio", "menuitemcheckbox"]);

  const name = (el) => {
    const own = clean(ownName(el));
    if (own) return own;
    if (el.localName === "img") return clean(el.getAttribute("alt") ?? "");
    if (el.localName === "input" && INPUTS[el.type] === "button") return clean(el.value);
    const content = FROM_CONTENT.has(role(el)) && el.localName !== "input" ? clean(inside(el, new Set([el]))) : "";
    return content || clean(el.getAttribute("title") ?? el.getAttribute("placeholder") ?? "");
  };

  /** `wanted` as a whole, or its beginning when it ends in an ellipsis. */
  const fits = (text, wanted) => {
    const goal = clean(wanted);
    return goal.endsWith("…") && text !== goal ? text.startsWith(goal.slice(0, -1).trimEnd()) : text === goal;
  };

  /** All elements with one of these roles, in reading order; each with its name. */
  const survey = (roles, within) => {
    const found = [];
    walk(within ?? stage(), (node) => {
      if (node.nodeType !== 1) return false;
      if (isGone(node) || isMute(node)) return false;
      const kind = role(node);
      if (kind && roles.includes(kind) && (getComputedStyle(node).display === "contents" || !isUnseen(node))) {
        found.push({ element: node, role: kind, name: name(node) });
      }
      return true;
    });
    return found;
  };

  const find = (roles, wanted, within) =>
    survey(roles, within).filter((one) => wanted === null || fits(one.name, wanted)).map((one) => one.element);

  const list = (roles, within) => survey(roles, within).map((one) => [one.role, one.name]);

  /** The text that can be seen with the eyes: not what is hidden, and not what is only for screen readers. */
  const text = (within) => {
    const parts = [];
    const apart = (el) => {
      if (!["inline", "contents"].includes(getComputedStyle(el).display)) parts.push(" ");
    };
    const enter = (node) => {
      if (node.nodeType === 3) {
        const holder = parent(node);
        if (holder && !isUnseen(holder)) parts.push(node.data);
      }
      if (node.nodeType !== 1 || isGone(node) || ["script", "style", "title"].includes(node.localName)) return false;
      const box = node.getBoundingClientRect();
      const style = getComputedStyle(node);
      if (style.overflow !== "visible" && style.position === "absolute" && box.width <= 1 && box.height <= 1) return false;
      apart(node);
      return true;
    };
    walk(within ?? stage(), enter, (node) => node.nodeType === 1 && apart(node));
    return clean(parts.join(""));
  };

  const active = () => {
    let el = document.activeElement;
    while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
    return el;
  };

  const focus = () => {
    const el = active();
    if (!el || el === document.body || el === document.documentElement) return null;
    return { role: role(el) ?? "", name: name(el), tag: el.localName };
  };

  /** What the live regions hold now. */
  const announced = () => {
    const heard = [];
    walk(document.documentElement, (node) => {
      if (node.nodeType !== 1 || isGone(node) || isMute(node)) return false;
      const live = node.getAttribute("aria-live") ?? (["status", "alert", "log"].includes(role(node)) ? "polite" : "off");
      const words = live === "off" ? "" : clean(inside(node, new Set([node])));
      if (words) heard.push(words);
      return live === "off";
    });
    return heard;
  };

  /** Elements of the composed tree that can be met, for the checks. */
  const everything = () => {
    const all = [];
    walk(stage(), (node) => {
      if (node.nodeType !== 1 || isGone(node) || isMute(node)) return false;
      all.push(node);
      return true;
    });
    return all;
  };

  return { clean, parent, children, role, name, find, list, text, active, focus, announced, everything, isUnseen };
})();
