// Shows every screen in the state that was asked for: `?staat=fout&breedte=390`. States are reached as a visitor reaches them, by pressing.
const asked = new URLSearchParams(location.search);
/** @type {HTMLFormElement} */
const form = document.querySelector("#keuze");
const main = document.querySelector("#schermen"), stand = document.querySelector("#stand");
const state = asked.get("staat") ?? "open", mode = asked.get("manier") ?? "oefenen";
const json = async (path) => (await fetch(path)).json();
const rest = (time = 60) => new Promise((done) => setTimeout(done, time));
const { shown } = await json("./schermen/list.json");
const words = await json("./schermen/ui/nl.json");
for (const { name } of shown.filter((one) => one.state === "open" || one.state === "delen")) form.alleen.add(new Option(name));
for (const field of /** @type {any} */ (form.elements)) if (asked.has(field.name)) field.value = asked.get(field.name);
main.className = "w" + (asked.get("breedte") ?? "1280");

/** What can be pressed and is called so. */
const named = (root, name) =>
  [...root.querySelectorAll("button, summary")].find((one) => one.checkVisibility() && one.textContent.trim() === name);
const until = async (look) => { for (let turn = 0; turn < 200; turn++) { const found = look(); if (found) return found; await rest(); } };
const own = (root) => [...root.querySelectorAll(".sw-desk [data-device-button]")].find((one) => one.checkVisibility() && !one.disabled);
/** What could not be done. */
const missed = [];

/** Types in the first field, as a keyboard does, or presses what has these words. */
async function act(root, deed) {
  const typed = deed.startsWith("="), text = deed.slice(1);
  const on = await until(() => (typed ? root.querySelector("input[type=text]") : named(root, words[deed])));
  if (!on) return missed.push(deed);
  if (!typed) return on.click();
  on.focus();
  if (text) document.execCommand("insertText", false, text);
}

// Blocked is a state of a flow of its own; where there is none, nothing is to be seen. So are the small parts.
const apart = (one) => (/^(dicht|delen)$/.test(one) ? one : "");

async function show({ name, state: made, attributes: its, deeds }) {
  if (asked.get("alleen") && asked.get("alleen") !== name.replace(/-dicht$/, "")) return;
  if (apart(made) !== apart(state)) return;
  const section = document.createElement("section"), heading = document.createElement("h2"), place = document.createElement("div");
  heading.textContent = name;
  const element = document.createElement("stap-wijzer");
  const usual = { base: "./schermen/", mode, lang: "nl", "heading-level": "3", device: asked.get("apparaat") };
  const attributes = { ...usual, ...its };
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  place.append(element);
  section.append(heading, place);
  main.append(section);
  const root = await until(() => element.shadowRoot?.querySelector(".sw-root"));
  if (!root) return;
  if (asked.get("thema")) root.dataset.theme = asked.get("thema");
  if (made === "delen") {
    // What opens over it stands on nothing else.
    section.className = "room";
    if (!(await until(() => root.querySelector("h1, h2, h3, h4")))) missed.push(name);
    for (const deed of deeds) await act(root, deed);
    return rest();
  }
  if (name.startsWith("stap-")) return;
  if (!(await until(() => root.querySelector(".sw-desk .sw-device")))) return;
  await rest();
  if (state !== "open" && state !== "fout") named(root, words["hint.ask"])?.click();
  await rest();
  if (state === "fout") own(root)?.click();
  for (let turn = 0; turn < { klaar: 2, dicht: 3 }[state]; turn++) {
    named(root, words["hint.show"])?.click();
    await rest();
    own(root)?.click();
    await rest();
  }
}

for (const one of shown) await show(one);
stand.textContent = missed.length ? "niet gelukt: " + missed : "klaar";
