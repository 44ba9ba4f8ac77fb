// Stapwijzer's loader: defines <stap-wijzer>, asks for all it needs at once, shows something readable before the wasm
// program runs, and guards that program. A guest: it throws nothing into the page and trusts nothing a page can bend.

/* sw:release */
const RELEASE = {"glue":"./stapwijzer-app.js","wasm":"./stapwijzer-app_bg.wasm","style":"./style.css"};
/* sw:end */

const { fetch, setTimeout, setInterval, clearTimeout, clearInterval, location, history, WeakRef } = globalThis;
const { createElement, execCommand, elementFromPoint } = Document.prototype;
const WAIT = 9_500, MOST_BYTES = 256 * 1024;
// The start shows so many flows; the search and the house have them all.
const CATALOGUE = "flows/catalogue.json", FRONT = 40;
const ID = /^[a-z0-9-]{1,64}$/;
// Attributes as they may be, once they are tidied.
const VALID = {
  flow: ID, municipality: ID, lang: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, mode: /^(kijken|samen|oefenen|alleen)$/,
  device: /^(embed|personal|shared|kiosk)$/, route: /^hash$/, "heading-level": /^[1-5]$/, seed: /^\d{1,9}$/,
};
const ADDRESS = /^#\/([a-z0-9-]{1,64})(?:\/([a-z0-9.-]{1,128}))?$/;
// The house with its rooms and the list of exercises, where a flow and its steps stand in an address.
const isFlow = (id) => id && !/^(huis|oefeningen)$/.test(id);
const TOLD = ["flow", "step", "mode", "lang", "code"];
const WORDS = {
  nl: { start: "Waarmee kan ik u helpen?", busy: "Even geduld. De hulp wordt geladen.", close: "Sluiten",
    failed: "De hulp werkt nu even niet.", retry: "Probeer opnieuw", read: "Lees de stappen",
    cannot: "Deze browser kan de hulp niet laten zien.",
    mended: "Er ging iets mis. U bent weer bij dezelfde stap." },
  en: { start: "What can I help you with?", busy: "One moment. The guide is loading.", close: "Close",
    failed: "The guide does not work now.", retry: "Try again", read: "Read the steps",
    cannot: "This browser cannot show the guide.",
    mended: "Something went wrong. You are back at your step." },
};

const here = (path) => new URL(path, import.meta.url).href;
const [GLUE, WASM, STYLE] = [RELEASE.glue, RELEASE.wasm, RELEASE.style].map(here);
const fault = (code) => ({ code });
const codeOf = (error, other) => (typeof error?.code === "string" ? error.code : other);
/** A moment later: after what runs now, and before anything else. */
const soon = async (act) => { await undefined; act(); };
/** As an editor's attribute is meant: without marks, spaces around it and capitals, and with dashes between its words. */
const tidy = (text) => text.normalize("NFD").replace(/[\u0300-\u036f\xad\u200b-\u200d\u2060'’]/g, "").trim().toLowerCase()
  .replace(/-*[\s_‐-―−][-\s_‐-―−]*/g, "-");
/** Tells the one who made the page, once. */
const warned = new Set();
function warn(line) {
  if (!warned.has(line)) try { console.warn("stapwijzer: " + line); } catch {}
  warned.add(line);
}
/** Now, as a clock in the Netherlands shows it: a kiosk may stand in another zone, and runs for days. */
let clock;
try { clock = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Amsterdam", dateStyle: "short", timeStyle: "short" }); } catch {}
const local = () => new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 16).replace("T", " ");
const now = () => (clock ? clock.format() : local());
setInterval(() => eachUp((widget) => widget.call((mounted) => mounted.set("now", now()))), 30_000);
const make = (tag, className = "", textContent = "") =>
  Object.assign(createElement.call(document, tag), { className, textContent });

// Asking. What came is kept; what failed is asked for again the next time.
const code = new Map(), content = new Map();
function once(key, ask, kept = code) {
  if (!kept.has(key)) kept.set(key, ask().catch((error) => { kept.delete(key); throw error; }));
  return kept.get(key);
}

async function get(url, signal, cache) {
  const response = await fetch(url, { signal, cache });
  if (!response.ok) throw fault(response.status < 500 ? "missing" : "server");
  return response;
}

async function drain(response, each) {
  const reader = response.body.getReader();
  for (let part; !(part = await reader.read()).done; ) each(part.value);
}

/**
 * Gives up after ten seconds without a sign of life, and a minute in all. Counted in ticks: a tab that could not run (a busy
 * machine, a lid that was closed) did not listen either, and takes in what came before its next tick.
 */
function patience(giveUp, most = 60) {
  let left, timer;
  const tick = () => { timer = left-- && most-- ? setTimeout(tick, WAIT / 10) : giveUp(); };
  const alive = () => { clearTimeout(timer); left = 10; tick(); };
  alive();
  return { alive, end: () => clearTimeout(timer) };
}

/** All bytes at `url`, and no more of them than the program may take in. */
async function bytes(url, room = MOST_BYTES, cache = "default") {
  const stop = new AbortController(), wait = patience(() => stop.abort());
  const parts = [];
  try {
    await drain(await get(url, stop.signal, cache), (part) => {
      wait.alive();
      room -= part.length;
      if (room < 0) throw fault("too-big");
      parts.push(part);
    });
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  } catch (error) {
    throw fault(codeOf(error, stop.signal.aborted ? "timeout" : "offline"));
  } finally { wait.end(); }
}

/** The JSON value of a file under `base`. */
async function load(base, path) {
  const url = new URL(path, base).href;
  if (!url.startsWith(base)) throw fault("missing");
  return once(url, async () => {
    const all = path === CATALOGUE;
    const data = await bytes(url, all ? 8 * MOST_BYTES : MOST_BYTES);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let value, text = "";
    // A page in its place is a log-in of the wifi, mostly.
    try { value = JSON.parse(text = decoder.decode(data)); } catch { throw fault(/^\s*</.test(text) ? "html" : "not-json"); }
    if (all && Array.isArray(value?.flows)) value.flows.splice(FRONT);
    return value;
  }, content);
}

/** How much larger than usual the reader has set the letters of this browser. No page can bend that keyword. */
function scale(beside) {
  const probe = make("p");
  probe.style.font = "medium serif";
  beside.append(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return Math.min(Math.max(size / 16, 1), 2) || 1;
}

/** All style sheets that there are by now: what the first screen needs, and what came with the later file. */
const sheets = [];
const dress = ({ shadow }) => { if (shadow) shadow.adoptedStyleSheets = sheets; };
function wear(css, more = "") {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(new TextDecoder().decode(css) + more);
  if (sheet.cssRules.length < 2) throw fault("missing");
  // What came twice, after a try that failed, is worn once.
  sheets[more ? 0 : 1] = sheet;
  widgets.forEach(dress);
}

let glue, tries = 0;
/** Fetches and compiles the program. A slow line may take long; ten seconds in which nothing comes in may not. */
async function program() {
  const stop = new AbortController(), wait = patience(() => stop.abort(), Infinity);
  const begin = async () => {
    const wasm = get(WASM, stop.signal);
    wasm.then((response) => drain(response.clone(), wait.alive)).catch(() => {});
    // Some browsers remember for ever that an import failed: another try is another address.
    const module = import(tries++ ? GLUE + "?" + tries : GLUE);
    module.catch(() => {});
    await wasm;
    const ready = await module;
    ready.guard?.(trapped);
    ready.loadLaterBy?.(bytes, wear);
    await ready.default({ module_or_path: wasm });
    return ready;
  };
  try {
    glue = await new Promise((yes, no) => {
      stop.signal.addEventListener("abort", () => no(fault("timeout")));
      begin().then(yes, no);
    });
  } finally { wait.end(); }
}

// What elements leave that have just gone. A page that writes its HTML anew (`innerHTML +=`) puts another one in the place of each,
// which goes on at the same step.
const left = new Set();

// The guard. A trap leaves the instance unusable for every widget on the page, so all of them get a fresh one.
const widgets = new Set();
const eachUp = (act) => widgets.forEach((widget) => widget.up && act(widget));
let crashing = 0, crashes = [];

/** Our glue lets an error through: a trap of our program, or the page let down a call of ours. Nobody else's comes here. */
const torn = new WeakSet();
function trapped(error) {
  if (Object(error) === error) torn.add(error);
  crash();
}

/** What went wrong in here is no business of the page. All other errors are. */
function watch(event) {
  if (!torn.has(event.error ?? event.reason)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
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
  crashing = 0;
  eachUp((widget) => (enough ? widget.fail("crash") : crashing || widget.mount(true)));
}

/** The visit is over: nothing of it stays, in freed memory neither. */
function wipe() {
  eachUp((widget) => widget.forget());
  content.clear();
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
  tell(key) { return (WORDS[this.lang] ?? WORDS.en)[key]; }

  attribute(name) {
    const given = this.host.getAttribute(name) ?? "", value = tidy(given);
    if (VALID[name].test(value)) return value;
    if (value) this.puzzled(name, given);
  }
  /** An attribute that makes no sense: goes on without it, and says so. */
  puzzled(name, given) {
    const line = `${name}="${given.slice(0, 99)}" is not understood`;
    warn(line);
    if (!this.puzzles.has(line)) soon(() => this.emit("error", fault("attribute")));
    this.puzzles.add(line);
  }

  /** Brings the heading in sight, below what the page keeps in front of it, and the keyboard to it. */
  focus() {
    const find = () => this.root.querySelector("[data-heading]"), heading = find();
    if (!heading) {
      // A screen of the later file that is still on its way. Who has gone elsewhere meanwhile, on the page around too, stays there.
      const wait = new MutationObserver(() => {
        if (!find()) return;
        wait.disconnect();
        if ((document.activeElement ?? document.body) === document.body) this.focus();
      });
      wait.observe(this.root, { childList: true, subtree: true });
      return;
    }
    const box = () => heading.getBoundingClientRect();
    let outer = this.host;
    for (let root; (root = outer.getRootNode().host); ) outer = root;
    // Firefox asks a shadow root for what is in it, and passes over what lies before it.
    const free = (y, x = box().left + 20) =>
      elementFromPoint.call(document, x, y) === outer && this.shadow.contains(this.shadow.elementFromPoint(x, y));
    const { top, bottom } = box();
    if (!free(top + 1) || !free(bottom - 1)) {
      heading.scrollIntoView({ behavior: "instant" });
      const { top } = box();
      let y = top;
      while (y < innerHeight / 2 && !free(y + 1)) y += 4;
      // Nothing over it, or something that no scrolling helps against.
      if (y > top && free(y + 1)) {
        heading.style.scrollMarginTop = `${y + 12}px`;
        heading.scrollIntoView({ behavior: "instant" });
      }
    }
    heading.focus({ preventScroll: true });
  }
  call(act) { try { if (this.mounted && !crashing) act(this.mounted); } catch { crash(); } }

  get base() {
    let url = "";
    try { url = here((this.host.getAttribute("base") ?? "./").replace(/\/*$/, "/")); } catch {}
    return /^https?:/.test(url) ? url : here("./");
  }
  get lang() {
    if (this.chosen) return this.chosen;
    if (this.host.hasAttribute("lang")) this.attribute("lang");
    const near = tidy(this.host.closest("[lang]")?.getAttribute("lang") ?? "");
    // A file for a language serves all its regions; scripts have a capital (zh-Hant).
    return (VALID.lang.test(near) ? near : "nl").replace(/-([a-z]{2}|\d{3})$/, "")
      .replace(/-[a-z](?=[a-z]{3}$)/, (all) => all.toUpperCase());
  }
  get address() {
    const [, flow, step] = (this.routed && ADDRESS.exec(location.hash)) || [];
    return { flow, step };
  }
  get options() {
    const { address, lang, device, saved } = this;
    const place = this.place ?? (address.flow ? address : { flow: this.attribute("flow"), ...this.product });
    const municipality = this.attribute("municipality");
    const headingLevel = Number(this.attribute("heading-level") ?? 2);
    const seed = Number(this.attribute("seed") ?? Math.floor(Math.random() * 1e9));
    return { ...place, lang, mode: this.attribute("mode"), device, headingLevel, now: now(), seed, saved, municipality, base: this.base };
  }

  enter() {
    if (this.life) return;
    const { signal } = (this.life = new AbortController());
    this.puzzles = new Set();
    this.tag = JSON.stringify([...this.host.attributes].map(({ name, value }) => [name, value]));
    left.forEach((heirloom) => {
      if (heirloom.tag === this.tag && !this.place && left.delete(heirloom)) Object.assign(this, heirloom.kept);
    });
    // Without a closing tag the element holds what comes after it. That stays in sight.
    this.swallows = this.host.querySelector("nav,main,form,footer,stap-wijzer");
    if (this.swallows) warn("<stap-wijzer> holds a part of the page: end it with </stap-wijzer>");
    this.device = this.attribute("device") ?? "embed";
    this.routed = this.attribute("route");
    // Another visitor comes after this one, and must not find the way of this one under Back.
    this.passing = /kiosk|shared/.test(this.device);
    widgets.add(this);
    try {
      this.shadow = this.host.shadowRoot ?? this.host.attachShadow({ mode: "open" });
      this.shadow.replaceChildren(
        this.notice = make("div", "sw-notice"),
        this.preview = make("div", "sw-preview"),
        this.root = make("div", "sw-root"),
        this.slot = make("slot", "sw-slot"),
      );
      this.notice.setAttribute("role", "status");
      this.preview.hidden = this.root.hidden = true;
      this.notice.dataset.device = this.preview.dataset.device = this.device;
      for (const it of ["keydown", "keypress", "keyup"]) this.shadow.addEventListener(it, (event) => this.key(event), { signal });
      addEventListener("visibilitychange", () => this.call((mounted) => mounted.seen(!document.hidden)), { signal });
      addEventListener("popstate", () => this.navigated(), { signal });
      addEventListener("pageshow", (event) => event.persisted && this.passing && wipe(), { signal });
      if (this.passing) {
        // Whether anybody is there, by the clock: the ticks of a timer stop while a device sleeps. Counts on after a crash.
        const alive = () => { this.heardAt = Date.now(); };
        alive();
        for (const sign of ["pointerdown", "keydown", "input"]) this.shadow.addEventListener(sign, alive, { signal });
        const tick = setInterval(() => {
          const seconds = Math.floor((Date.now() - this.heardAt) / 1000);
          // A clock that was set back begins anew.
          if (seconds < 0) alive();
          else this.call((mounted) => mounted.quiet(seconds));
        }, 1000);
        signal.addEventListener("abort", () => clearInterval(tick));
      }
      // In a link that is a whole card, a button of ours would lead away.
      this.shadow.addEventListener("click", (event) => {
        if (this.host.closest("a[href]") && !event.target.closest("a,input,label,summary")) event.preventDefault();
      }, { signal });
      const swallow = (event) => this.device === "kiosk" && event.preventDefault();
      for (const it of ["mousedown", "click"]) this.shadow.addEventListener(it, (event) => this.pressed(event), { capture: true, signal });
      this.shadow.addEventListener("keydown", (event) => this.entered(event), { signal });
      // A drawing that does not come leaves no broken picture: what stands beside it says the same.
      this.shadow.addEventListener("error", ({ target }) => { target.hidden = true; }, { capture: true, signal });
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
    const { tap } = this, then = tap?.on.deref();
    // What a label hands on to its box comes at once; fingers need longer. On a slow machine what the first press brought comes late,
    // and nobody reads and chooses sooner than some time after it was to be seen.
    const since = at - tap?.at;
    const soon = since > 30 && (since < 600 || detail > 1 || !(at - tap.seen > 300)) && Math.hypot(x - tap.x, y - tap.y) < 60;
    // Gone, moved, or under something: keys that dock, a dialog. Keys are struck as fast as one likes.
    const pad = on?.closest(".sw-keypad");
    const moved = () => !then?.contains(this.shadow.elementFromPoint(tap.x, tap.y)) && !(pad && pad.contains(then));
    // To touch a field chooses nothing; from a button it takes the keyboard away, which on a telephone covers the way on.
    if (soon && on !== then && (on?.type !== "text" || then?.type === "button") && moved()) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (on) {
      // The first half too: what moves while the finger is down (keys that dock when a field has it) makes it a click on nothing.
      // Nothing of a screen is kept by it. Nor may a timer forget it: a second half can be handed over later than it was tapped.
      const now = this.tap = { on: WeakRef ? new WeakRef(on) : { deref: () => on }, at, x, y };
      requestAnimationFrame((seen) => { now.seen = seen; });
    }
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
    if (!widgets.size) content.clear();
    const { tag, place, saved, chosen, told } = this;
    const heirloom = { tag, kept: { place, saved, chosen, told } };
    left.add(heirloom);
    setTimeout(() => left.delete(heirloom));
    this.drop(true);
    this.life = this.up = this.busy = this.awake = this.told = undefined;
    this.shadow?.replaceChildren();
  }

  /** A key in a field. The page's shortcuts hear of none that types, and a page that forbids them forbids no typing. */
  key(event) {
    const { type, key, target, defaultPrevented, ctrlKey, altKey, metaKey } = event;
    if (!/^input$/i.test(target.tagName) || ctrlKey || altKey || metaKey || /^(Tab|Escape|F\d+)$/.test(key)) return;
    event.stopPropagation();
    if (type !== "keydown" || !defaultPrevented || event.isComposing) return;
    if (key?.length === 1) execCommand.call(document, "insertText", false, key);
    else if (key === "Backspace") execCommand.call(document, "delete");
  }

  /** Which flow a national product is about; else its name, to search with. Few pages ask: a file of its own. */
  async find(upl) {
    const table = async (name, key) => (await load(this.base, `flows/${name}.json`).catch(() => {}))?.[key] ?? {};
    try {
      const { find } = await import(here("./stapwijzer-upl.js"));
      return await find(upl, tidy, table, () => this.puzzled("upl", upl));
    } catch {}
  }

  async start() {
    const { life } = this;
    const running = once("program", program);
    running.catch(() => {});
    this.busy = true;
    const upl = this.host.getAttribute("upl")?.trim();
    this.product = upl && !this.attribute("flow") ? await this.find(upl) : undefined;
    if (this.life !== life) return;
    const { options: { flow, step, lang, municipality } } = this;
    const want = (path) => load(this.base, path).catch(() => {});
    const words = isFlow(flow) ? [want(`flows/${flow}/flow.json`), want(`flows/${flow}/${lang}.json`)] : [];
    words.push(want(CATALOGUE), want(`ui/${lang}.json`));
    if (municipality) words.push(want(`municipalities/${municipality}.json`));
    this.notice.querySelector("p")?.replaceChildren(this.tell("busy"));
    try {
      if (!globalThis.WebAssembly || !("adoptedStyleSheets" in ShadowRoot.prototype)) throw fault("unsupported");
      await once("style", async () => wear(await bytes(STYLE), `:host{--sw-reader:${scale(this.shadow)}}`));
      dress(this);
      Promise.all(words).then((all) => this.life === life && this.busy && this.show(all, flow, step)).catch(() => {});
      await running;
      if (this.life === life) this.mount();
    } catch (error) {
      if (codeOf(error, "start") === "start") warn("cannot start: " + error);
      if (this.life === life) this.fail(codeOf(error, "start"));
    }
  }

  /**
   * The first thing to read, before the program runs. Content is not to be trusted: only text is shown, as text.
   * @param {any[]} files
   */
  show([file, words], flow, step) {
    const { preview, lang, options: { headingLevel } } = this;
    const [top, below] = ["h" + headingLevel, "h" + (headingLevel + 1)];
    // A municipality may have other figures.
    const fact = (_, lang, id) => lang ? id : this.options.municipality ? "…" : file.facts?.[id]?.value ?? "…";
    const plain = (text) => text.replace(/\*\*|\[|(\|[^\]]*)?\]/g, "").replace(/\{(?:f\.|(\w+:))?([^}]*)\}/g, fact);
    // What speaks of the fictional person waits for the program, which knows their name.
    const fit = ([, , text]) => typeof text === "string" && text && !text.includes("{p.");
    const put = (node, ...rows) => node.append(
      ...rows.filter(fit).map(([tag, name, text]) => make(tag, "sw-preview__" + name, plain(text))));
    const list = make("ul", "sw-preview__list");
    preview.replaceChildren();
    if (isFlow(flow)) {
      const first = words.steps[step] ?? words.steps[file.start];
      put(preview, [top, "title", words.title], ["p", "lead", words.summary], [below, "heading", first?.title]);
      put(preview, ...(first?.text ?? []).map((text) => ["p", "text", text]));
    } else {
      put(preview, [top, "title", this.tell("start")]);
      preview.append(list);
      for (const { title, summary, often } of file.flows) {
        // The start shows a few, and all of them behind one press.
        if (!flow && !often) continue;
        const item = make("li", "sw-preview__item");
        put(item, ["strong", "name", title[lang] ?? title.nl], ["p", "text", summary[lang] ?? summary.nl]);
        list.append(item);
      }
    }
    put(preview, ["p", "busy", this.tell("busy")]);
    Object.assign(preview, { lang, hidden: false });
    this.slot.hidden = !this.swallows;
  }

  /** Hands the root to the program; `again` after a crash. */
  mount(again) {
    const { options } = this;
    const turn = (this.turn = {});
    const mine = (act) => (...given) => { if (this.turn === turn) act(...given); };
    this.up = true;
    // Where the visit begins is no step to come Back from.
    this.quiet = options.flow;
    // The page has heard of this step.
    this.heardBefore = { ...this.told };
    const asked = new Set();
    if (!options.flow) this.write("", true);
    try {
      this.mounted = glue.mount(this.root, options, {
        load: (path, done) => {
          // What came is kept for a fresh start after a crash. When the program asks again, it was wrong.
          if (asked.has(path)) content.delete(new URL(path, this.base).href);
          asked.add(path);
          load(this.base, path).then((value) => done(value), (error) => done(undefined, codeOf(error, "offline")));
        },
        heading: mine(() => setTimeout(() => this.focus())),
        dialog: mine((id, open) => {
          const found = () => this.root.querySelector("#" + id);
          if (open) setTimeout(() => found()?.open === false && found().showModal());
          else if (found()?.open) found().close();
        }),
        emit: mine((name, flow, step, key, value) => this.heard(name, { flow, step, [key]: value })),
        warn,
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
    if (name === "moved" || name === "language") this.unname();
    if (name === "moved") this.moved(detail);
    if (name === "language") this.chosen = detail.lang;
    else this.wake();
    if (name === "ready" || name === "moved") return;
    const place = [detail.flow, detail.step].join();
    const twice = this.heardBefore[name] === place;
    if (name === "step") this.told = {};
    if (/step|complete/.test(name)) this.told[name] = place;
    if (!twice) this.heardBefore = {}, soon(() => this.emit(name, detail));
  }

  /** The program's first screen takes the place of preview and fallback. */
  wake() {
    if (!this.spoke) return;
    if (!this.awake) {
      this.awake = true;
      this.refocus = this.shadow.activeElement;
      this.busy = this.root.hidden = false;
      this.preview.hidden = true;
      this.slot.hidden = !this.swallows;
      this.preview.replaceChildren();
      this.notice.replaceChildren();
      soon(() => this.emit("ready", { ...this.place, lang: this.lang }));
    }
    if (this.refocus) setTimeout(() => this.focus());
    this.refocus = undefined;
  }

  moved({ flow, step }) {
    // What has the keyboard gives it up before its screen goes: taken out with it, it has the page laid out once more, halfway.
    if (this.awake) this.shadow.activeElement?.blur();
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
    if (!this.life) return;
    // These say what is loaded at all.
    if (/upl|municipality/.test(name)) return this.leave(), this.enter();
    const value = name === "lang" ? this.lang : this.attribute(name);
    this.call((mounted) => mounted.set(name, value ?? null));
  }

  /** Chromium keeps a removed radio button of a shadow root by its name, for ever, and with it the whole screen. */
  unname() { this.root?.querySelectorAll("[type=radio]").forEach((radio) => radio.removeAttribute("name")); }

  /** Takes the program's view away; `sound` when its instance can still be asked to clean up. */
  drop(sound) {
    if (this.awake) this.refocus = this.shadow.activeElement;
    this.unname();
    if (sound) this.call((mounted) => { mounted.unmount(); if (mounted.__wbg_ptr) mounted.free(); });
    this.mounted = this.turn = this.spoke = undefined;
    const root = Object.assign(make("div", "sw-root"), { hidden: this.root?.hidden });
    this.root?.replaceWith(root);
    this.root = root;
  }

  forget() {
    this.drop(true);
    this.hush();
    this.place = this.saved = this.chosen = this.refocus = this.told = undefined;
    this.heardAt = Date.now();
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
      // No second try makes a browser newer.
      if (code === "unsupported") this.say("cannot");
      else this.say("failed", "retry", again);
      // A kiosk tries again by itself, and must not be led away.
      if (this.device !== "kiosk") this.offer();
    }
    // Nobody stands by a kiosk at night.
    if (this.device === "kiosk" && code !== "unsupported") this.timer = setTimeout(again, 3 * WAIT);
    soon(() => this.emit("error", fault(code)));
  }

  /** The steps as a page that needs no program. */
  offer() {
    const { notice, base, options: { flow } } = this;
    const link = make("a", "sw-notice__button", this.tell("read"));
    link.href = `${base}stappenplan/${notice.lang}/${isFlow(flow) ? flow : "index"}.html`;
    notice.firstChild.append(" ", link);
  }

  say(text, label, act) {
    const box = make("div", "sw-notice__box");
    box.append(make("p", "sw-notice__text", this.tell(text)));
    if (label) box.append(Object.assign(make("button", "sw-notice__button", this.tell(label)), { type: "button", onclick: act }));
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
    // Later still: of HTML that is written anew, Chromium tells of the new element before the old one has gone.
    connectedCallback() { soon(() => soon(this.#settle)); }
    disconnectedCallback() { soon(this.#settle); }
    attributeChangedCallback(name, old, value) { if (old !== value) soon(() => this.#widget.changed(name)); }
  });
}
