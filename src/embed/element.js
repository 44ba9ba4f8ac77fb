// Stapwijzer's loader: defines <stap-wijzer>, asks for all it needs at once, shows something readable before the wasm
// program runs, and guards that program. A guest: it throws nothing into the page and trusts nothing a page can bend.

/* sw:release */
const RELEASE = {"glue":"./stapwijzer-app.js","wasm":"./stapwijzer-app_bg.wasm","style":"./style.css"};
/* sw:end */

const { fetch, setTimeout, setInterval, clearTimeout, queueMicrotask, location, history } = globalThis;
const { createElement } = Document.prototype;
const WAIT = 9_500, MOST_BYTES = 256 * 1024;
// The start shows so many flows; the search and the house have them all.
const CATALOGUE = "flows/catalogue.json", FRONT = 40;
const ID = /^[a-z0-9-]{1,64}$/;
const LANG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const PRODUCT = /^https?:\/\/standaarden\.overheid\.nl\/owms\/terms\/([^\s/]{1,100})$/;
const ADDRESS = /^#\/([a-z0-9-]{1,64})(?:\/([a-z0-9.-]{1,128}))?$/;
// The house and its rooms, where a flow and its steps stand in an address.
const HOUSE = "huis";
const TOLD = ["flow", "step", "mode", "lang", "code"];
const WORDS = {
  nl: { start: "Waarmee kan ik u helpen?", busy: "Even geduld. De hulp wordt geladen.", close: "Sluiten",
    failed: "De hulp werkt nu even niet.", retry: "Probeer opnieuw", read: "Lees de stappen",
    mended: "Er ging iets mis. U bent weer bij dezelfde stap." },
  en: { start: "What can I help you with?", busy: "One moment. The guide is loading.", close: "Close",
    failed: "The guide does not work now.", retry: "Try again", read: "Read the steps",
    mended: "Something went wrong. You are back at your step." },
};

const here = (path) => new URL(path, import.meta.url).href;
const [GLUE, WASM, STYLE] = [RELEASE.glue, RELEASE.wasm, RELEASE.style].map(here);
const fault = (code) => ({ code });
const codeOf = (error, other) => (typeof error?.code === "string" ? error.code : other);
/** Now, as a clock in the Netherlands shows it: a kiosk may stand in another zone, and runs for days. */
const clock = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Amsterdam", dateStyle: "short", timeStyle: "short" });
const now = () => clock.format();
setInterval(() => eachUp((widget) => widget.call((mounted) => mounted.set("now", now()))), 30_000);
const make = (tag, className = "", textContent = "") =>
  Object.assign(createElement.call(document, tag), { className, textContent });

// Asking. What came is kept; what failed is asked for again the next time.
const kept = new Map();
function once(key, ask) {
  if (!kept.has(key)) kept.set(key, ask().catch((error) => { kept.delete(key); throw error; }));
  return kept.get(key);
}

async function get(url, signal) {
  const response = await fetch(url, { signal });
  if (!response.ok) throw fault(response.status < 500 ? "missing" : "server");
  return response;
}

async function drain(response, each) {
  const reader = response.body.getReader();
  for (let part; !(part = await reader.read()).done; ) each(part.value);
}

/** All bytes at `url`: within ten seconds, and no more of them than the program may take in. */
async function bytes(url, room = MOST_BYTES) {
  const signal = AbortSignal.timeout(WAIT);
  let parts = [];
  try {
    await drain(await get(url, signal), (part) => {
      room -= part.length;
      if (room < 0) throw fault("too-big");
      parts.push(part);
    });
    return await new Blob(parts).arrayBuffer();
  } catch (error) {
    throw fault(codeOf(error, signal.aborted ? "timeout" : "offline"));
  }
}

/** The JSON value of a file under `base`. */
async function load(base, path) {
  const url = new URL(path, base).href;
  if (!url.startsWith(base)) throw fault("missing");
  return once(url, async () => {
    const all = path === CATALOGUE;
    const data = await bytes(url, all ? 8 * MOST_BYTES : MOST_BYTES);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let value;
    try { value = JSON.parse(decoder.decode(data)); } catch { throw fault("not-json"); }
    if (all && Array.isArray(value?.flows)) value.flows.splice(FRONT);
    return value;
  });
}

/** The same, for the program, which keeps what it got. When it asks again, what it got was wrong. */
function take(base, path) {
  const value = load(base, path);
  kept.delete(new URL(path, base).href);
  return value;
}

async function style() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(new TextDecoder().decode(await bytes(STYLE)));
  if (!sheet.cssRules.length) throw fault("missing");
  return sheet;
}

let glue, tries = 0;
/** Fetches and compiles the program. A slow line may take long; ten seconds in which nothing comes in may not. */
async function program() {
  const stop = new AbortController();
  const silence = new Promise((_, no) => stop.signal.addEventListener("abort", () => no(fault("timeout"))));
  let timer;
  const alive = () => { clearTimeout(timer); timer = setTimeout(() => stop.abort(), WAIT); };
  alive();
  try {
    const wasm = get(WASM, stop.signal);
    wasm.then((response) => drain(response.clone(), alive)).catch(() => {});
    // Some browsers remember for ever that an import failed: another try is another address.
    const module = import(tries++ ? GLUE + "?" + tries : GLUE);
    const [ready] = await Promise.race([Promise.all([module, wasm]), silence]);
    await Promise.race([ready.default({ module_or_path: wasm }), silence]);
    glue = ready;
  } finally { clearTimeout(timer); }
}

// The guard. A trap leaves the instance unusable for every widget on the page, so all of them get a fresh one.
const widgets = new Set();
const eachUp = (act) => widgets.forEach((widget) => widget.up && act(widget));
let crashing = false, crashes = [];

/** Whether an error tore our program's stack: it was thrown there, or the page let down a call of ours. */
function ours(error, thrown) {
  const at = (line) => /^\s+at |@/.test(line) && /wasm|:\/\//.test(line);
  const frame = glue && error instanceof Error && String(error.stack).split("\n").find(at);
  // Wasm has no address in WebKit, nor anywhere when it was not streamed.
  if (!frame || !/\b(?!wasm:)[a-z][\w+.-]*:\/\//i.test(frame)) return !!frame;
  const own = (text) => text.includes(GLUE) || text.includes(WASM);
  // A listener of the page that fails while we are on the stack does us no harm.
  return own(frame) || (thrown && own(error.stack) && !own(new Error().stack));
}

function watch(event) {
  const error = event.error ?? event.reason;
  if (!ours(error, event.error)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  // What a broken instance left behind (a timer, say) still calls now and then. That is no news.
  if (!/previous wasm instance/i.test(error.message)) crash();
}

// Recovers later, because the broken instance may be on the stack now.
const crash = () => { crashing ||= setTimeout(recover); };
const renew = () => { try { glue.__wbg_reset_state(); } catch {} };
function recover() {
  const now = performance.now();
  crashes = [...crashes.filter((then) => now - then < 30_000), now];
  eachUp((widget) => widget.drop());
  renew();
  const enough = crashes.length > 3;
  if (enough) crashes = [];
  crashing = false;
  eachUp((widget) => (enough ? widget.fail("crash") : crashing || widget.mount(true)));
}

/** The visit is over: nothing of it stays, in freed memory neither. */
function wipe() {
  eachUp((widget) => widget.forget());
  const clear = (store) => Object.keys(store).forEach((key) => /^stapwijzer:/.test(key) && store.removeItem(key));
  for (const name of ["localStorage", "sessionStorage"]) try { clear(globalThis[name]); } catch {}
  globalThis.speechSynthesis?.cancel();
  globalThis.getSelection()?.removeAllRanges();
  renew();
  eachUp((widget) => crashing || widget.mount());
}

/** One element: its shadow root, its place in the visit, and its share of the program. */
class Widget {
  constructor(host) { this.host = host; }
  attribute(name, valid = ID) { return this.host.getAttribute(name)?.match(valid)?.[0]; }
  tell(key) { return (WORDS[this.lang] ?? WORDS.en)[key]; }
  focus() { this.root.querySelector("[data-heading]")?.focus(); }
  call(act) { try { if (this.mounted && !crashing) act(this.mounted); } catch { crash(); } }

  get base() {
    let url = "";
    try { url = here((this.host.getAttribute("base") ?? "./").replace(/\/*$/, "/")); } catch {}
    return /^https?:/.test(url) ? url : here("./");
  }
  get lang() {
    const near = this.host.closest("[lang]")?.getAttribute("lang") ?? "";
    // A file for a language serves all its regions.
    return this.chosen ?? (LANG.test(near) ? near : "nl").replace(/-([a-z]{2}|\d{3})$/i, "");
  }
  get address() {
    const [, flow, step] = (this.routed && ADDRESS.exec(location.hash)) || [];
    return { flow, step };
  }
  get options() {
    const { address, lang, device, saved } = this;
    const place = this.place ?? (address.flow ? address : { flow: this.attribute("flow"), ...this.product });
    const municipality = this.attribute("municipality");
    const headingLevel = Number(this.attribute("heading-level", /^[1-5]$/) ?? 2);
    const seed = Number(this.attribute("seed", /^\d{1,9}$/) ?? Math.floor(Math.random() * 1e9));
    return { ...place, lang, mode: this.attribute("mode"), device, headingLevel, now: now(), seed, saved, municipality };
  }

  enter() {
    if (this.life) return;
    const { signal } = (this.life = new AbortController());
    this.device = this.attribute("device", /^(personal|shared|kiosk)$/) ?? "embed";
    this.routed = this.attribute("route", /^hash$/);
    // Another visitor comes after this one, and must not find the way of this one under Back.
    this.passing = /kiosk|shared/.test(this.device);
    widgets.add(this);
    try {
      this.shadow = this.host.shadowRoot ?? this.host.attachShadow({ mode: "open" });
      const part = (name) => (this[name] = make(name === "slot" ? name : "div", "sw-" + name));
      this.shadow.replaceChildren(part("notice"), part("slot"), part("preview"), part("root"));
      this.notice.setAttribute("role", "status");
      this.preview.hidden = this.root.hidden = true;
      addEventListener("popstate", () => this.navigated(), { signal });
      addEventListener("pageshow", (event) => event.persisted && this.passing && wipe(), { signal });
      const swallow = (event) => this.device === "kiosk" && event.preventDefault();
      for (const it of ["mousedown", "click"]) this.shadow.addEventListener(it, (event) => this.pressed(event), { capture: true, signal });
      this.shadow.addEventListener("keydown", (event) => this.entered(event), { signal });
      for (const it of ["contextmenu", "dragstart", "gesturestart"]) this.host.addEventListener(it, swallow, { signal });
      this.start();
    } catch { this.fail("unsupported"); }
  }

  /** Swallows the second half of a double tap when it falls on what only then came under the finger: nobody chose that. */
  pressed(event) {
    const { target, detail, timeStamp: at, clientX: x, clientY: y } = event;
    // A key presses without a pointer.
    if (!detail) return;
    const on = target.closest("button,label,summary,a,input");
    const { tap } = this, then = tap?.on.deref(), since = at - tap?.at;
    // What a label hands on to its box comes at once; fingers need longer.
    const soon = since > 30 && (since < 500 || detail > 1) && Math.hypot(x - tap.x, y - tap.y) < 60;
    const other = on !== then && (!then?.getClientRects().length || then.closest("dialog") !== target.closest("dialog"));
    // To touch a field chooses nothing.
    if (soon && other && on?.type !== "text") {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.type === "click") this.tap = on && { on: new WeakRef(on), at, x, y };
  }

  /** Enter chooses too, and among radio buttons goes on to the next: for who has no more keys than Tab and Enter. Held, it
   * presses once. */
  entered(event) {
    const { target, key, repeat } = event;
    const radio = target.type === "radio";
    if (key !== "Enter" || !(repeat || radio || target.type === "checkbox")) return;
    event.preventDefault();
    if (repeat) return;
    const all = radio && target.checked ? [...this.shadow.querySelectorAll(`[type=radio][name="${target.name}"]`)] : [target];
    const next = all[(all.indexOf(target) + 1) % all.length];
    next.focus();
    next.click();
  }

  leave() {
    if (!this.life) return;
    this.life.abort();
    clearTimeout(this.timer);
    widgets.delete(this);
    this.drop(true);
    this.life = this.up = this.busy = this.awake = undefined;
    this.shadow?.replaceChildren();
  }

  /** Which flow a national product is about; else its name, to search with. */
  async find(upl) {
    const { base } = this;
    const ask = async (path, key) => {
      const known = await load(base, path).catch(() => {});
      return Object.hasOwn(known?.[key] ?? {}, upl) ? known[key][upl] : undefined;
    };
    const flow = await ask("flows/upl.json", "flows");
    if (flow && ID.test(flow)) return { flow };
    const words = upl.replace(/_/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
    return { find: (await ask("flows/upl-names.json", "names")) ?? words };
  }

  async start() {
    const { life } = this;
    const running = once("program", program);
    running.catch(() => {});
    this.busy = true;
    const upl = this.attribute("upl", PRODUCT) && PRODUCT.exec(this.host.getAttribute("upl"))[1];
    this.product = upl && !this.attribute("flow") ? await this.find(upl) : undefined;
    if (this.life !== life) return;
    const { options: { flow, step, lang, municipality } } = this;
    const want = (path) => load(this.base, path).catch(() => {});
    const words = flow && flow !== HOUSE ? [want(`flows/${flow}/flow.json`), want(`flows/${flow}/${lang}.json`)] : [];
    words.push(want(CATALOGUE), want(`ui/${lang}.json`));
    if (municipality) words.push(want(`municipalities/${municipality}.json`));
    this.notice.querySelector("p")?.replaceChildren(this.tell("busy"));
    try {
      if (!globalThis.WebAssembly || !("adoptedStyleSheets" in ShadowRoot.prototype)) throw fault("unsupported");
      this.shadow.adoptedStyleSheets = [await once("style", style)];
      Promise.all(words).then((all) => this.life === life && this.busy && this.show(all, flow, step)).catch(() => {});
      await running;
      if (this.life === life) this.mount();
    } catch (error) {
      if (this.life === life) this.fail(codeOf(error, "start"));
    }
  }

  /** The first thing to read, before the program runs. Content is not to be trusted: only text is shown, as text. */
  show([file, words], flow, step) {
    const { preview, lang, options: { headingLevel } } = this;
    const [top, below] = ["h" + headingLevel, "h" + (headingLevel + 1)];
    // A municipality may have other figures.
    const fact = (_, id) => (this.options.municipality ? "…" : file.facts?.[id]?.value ?? "…");
    const plain = (text) => text.replace(/\*\*|\[|(\|[^\]]*)?\]/g, "").replace(/\{(?:f\.)?([^}]*)\}/g, fact);
    // What speaks of the fictional person waits for the program, which knows their name.
    const fit = ([, , text]) => typeof text === "string" && text && !text.includes("{p.");
    const put = (node, ...rows) => node.append(
      ...rows.filter(fit).map(([tag, name, text]) => make(tag, "sw-preview__" + name, plain(text))));
    const list = make("ul", "sw-preview__list");
    preview.replaceChildren();
    if (flow && flow !== HOUSE) {
      const first = words.steps[step] ?? words.steps[file.start];
      put(preview, [top, "title", words.title], ["p", "lead", words.summary], [below, "heading", first?.title]);
      put(preview, ...(first?.text ?? []).map((text) => ["p", "text", text]));
    } else {
      put(preview, [top, "title", this.tell("start")]);
      preview.append(list);
      for (const { title, summary } of file.flows) {
        const item = make("li", "sw-preview__item");
        put(item, ["strong", "name", title[lang] ?? title.nl], ["p", "text", summary[lang] ?? summary.nl]);
        list.append(item);
      }
    }
    put(preview, ["p", "busy", this.tell("busy")]);
    Object.assign(preview, { lang, hidden: false });
    this.slot.hidden = true;
  }

  /** Hands the root to the program; `again` after a crash. */
  mount(again) {
    const { options } = this;
    const turn = (this.turn = {});
    const mine = (act) => (...given) => { if (this.turn === turn) act(...given); };
    this.up = true;
    // Where the visit begins is no step to come Back from.
    this.quiet = options.flow;
    if (!options.flow) this.write("", true);
    try {
      this.mounted = glue.mount(this.root, options, {
        load: (path, done) => void take(this.base, path).then((value) => done(value), (error) => done(undefined, codeOf(error, "offline"))),
        emit: mine((name, detail) => this.heard(name, detail ?? {})),
        remember: mine((saved) => (this.saved = saved)),
        wipe: mine(() => setTimeout(wipe)),
        crashed: crash,
      });
      if (again && this.awake) this.say("mended", "close", () => this.hush());
    } catch { crash(); }
  }

  /** The program says something. It is on the stack now, so the page hears of it a moment later. */
  heard(name, detail) {
    if (name === "error" && !this.spoke) return setTimeout(() => this.turn && this.fail(detail.code));
    this.spoke = true;
    // A flow that is on its way keeps the preview until its first screen is there.
    if (name === "ready" && this.options.flow) return (this.timer = setTimeout(() => this.wake(), WAIT + 2_000));
    if (name === "moved") this.moved(detail);
    if (name === "language") this.chosen = detail.lang;
    else this.wake();
    if (name !== "ready" && name !== "moved") queueMicrotask(() => this.emit(name, detail));
  }

  /** The program's first screen takes the place of preview and fallback. */
  wake() {
    if (!this.spoke) return;
    if (!this.awake) {
      this.awake = true;
      this.refocus = this.shadow.activeElement;
      this.busy = this.root.hidden = false;
      this.slot.hidden = this.preview.hidden = true;
      this.preview.replaceChildren();
      this.notice.replaceChildren();
      queueMicrotask(() => this.emit("ready", { ...this.place, lang: this.lang }));
    }
    if (this.refocus) setTimeout(() => this.focus());
    this.refocus = undefined;
  }

  moved({ flow, step }) {
    this.place = { flow: flow || undefined, step: step || undefined };
    this.write(flow ? ["#", flow, step].filter(Boolean).join("/") : "", this.quiet || this.passing);
    this.quiet = false;
  }
  write(hash, replace) {
    const url = location.href.replace(/#.*/, "") + hash;
    if (!this.routed || location.href === url) return;
    try { history[replace ? "replaceState" : "pushState"](null, "", url); } catch {}
  }
  navigated() {
    if (!this.routed || !/^(#\/.*)?$/.test(location.hash)) return;
    this.quiet = true;
    this.call((mounted) => mounted.go(this.address.flow, this.address.step));
  }
  changed(name) {
    if (name === "lang") this.chosen = undefined;
    if (/flow|upl/.test(name)) this.place = undefined;
    const value = name === "lang" ? this.lang : this.attribute(name);
    // These say what is loaded at all.
    if (/upl|municipality/.test(name)) return this.life && (this.leave(), this.enter());
    this.call((mounted) => mounted.set(name, value ?? null));
  }

  /** Takes the program's view away; `sound` when its instance can still be asked to clean up. */
  drop(sound) {
    if (this.awake) this.refocus = this.shadow.activeElement;
    if (sound) this.call((mounted) => { mounted.unmount(); if (mounted.__wbg_ptr) mounted.free(); });
    this.mounted = this.turn = this.spoke = undefined;
    const root = Object.assign(make("div", "sw-root"), { hidden: this.root?.hidden });
    this.root?.replaceWith(root);
    this.root = root;
  }

  forget() {
    this.drop(true);
    this.hush();
    this.place = this.saved = this.chosen = this.refocus = undefined;
    this.write("", true);
    if (this.device === "kiosk") globalThis.scrollTo(0, 0);
  }

  fail(code) {
    this.drop(true);
    this.up = this.awake = this.busy = undefined;
    const again = () => this.life && !this.up && !this.busy && this.start();
    if (this.slot) {
      this.slot.hidden = false;
      this.preview.hidden = this.root.hidden = true;
      this.say("failed", "retry", again);
      // A kiosk tries again by itself, and must not be led away.
      if (this.device !== "kiosk") this.offer();
    }
    // Nobody stands by a kiosk at night.
    if (this.device === "kiosk") this.timer = setTimeout(again, 3 * WAIT);
    queueMicrotask(() => this.emit("error", fault(code)));
  }

  /** The steps as a page that needs no program. */
  offer() {
    const { notice, base, options: { flow } } = this;
    const link = make("a", "sw-notice__button", this.tell("read"));
    link.href = `${base}stappenplan/${notice.lang}/${flow && flow !== HOUSE ? flow : "index"}.html`;
    notice.firstChild.append(link);
  }

  say(text, label, act) {
    const box = make("div", "sw-notice__box");
    const button = make("button", "sw-notice__button", this.tell(label));
    box.append(make("p", "sw-notice__text", this.tell(text)), Object.assign(button, { type: "button", onclick: act }));
    this.notice.lang = WORDS[this.lang] ? this.lang : "en";
    this.notice.replaceChildren(box);
  }

  hush() {
    const focused = this.notice.contains(this.shadow.activeElement);
    this.notice.replaceChildren();
    if (focused) this.focus();
  }

  /** Tells the page: ids and nothing else. */
  emit(name, detail) {
    const ids = {};
    for (const key of TOLD) if (typeof detail[key] === "string") ids[key] = detail[key];
    this.host.dispatchEvent(new CustomEvent("stapwijzer:" + name, { bubbles: true, composed: true, detail: ids }));
  }
}

// Two copies of this file on one page, perhaps of two versions: the first one wins.
if (!customElements.get("stap-wijzer")) {
  addEventListener("error", watch, true);
  addEventListener("unhandledrejection", watch, true);
  customElements.define("stap-wijzer", class extends HTMLElement {
    static observedAttributes = ["flow", "lang", "mode", "seed", "upl", "municipality"];
    #widget = new Widget(this);
    // A moment later: by then the attributes of a new element are there, and being moved is not being removed.
    #settle = () => (this.isConnected ? this.#widget.enter() : this.#widget.leave());
    connectedCallback() { queueMicrotask(this.#settle); }
    disconnectedCallback() { queueMicrotask(this.#settle); }
    attributeChangedCallback(name, old, value) { if (old !== value) queueMicrotask(() => this.#widget.changed(name)); }
  });
}
