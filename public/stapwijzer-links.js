// For a site whose editor takes no tags of its own: this script in the place of stapwijzer.js. A link to the steps of a flow,
// `<a class="stapwijzer" href="…/stappenplan/nl/verhuizing-doorgeven.html">`, becomes the guide of that flow, in that language.
// Attributes of the widget are written as `data-municipality` and so on. Without this script it is what it says: a link.
import "./stapwijzer.js";

const STEPS = /\/stappenplan\/([\w-]+)\/([\w-]+)\.html$/;

function upgrade() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a.stapwijzer");
  for (const link of links) {
    const [, lang, flow] = STEPS.exec(link.pathname) ?? [];
    if (!flow) continue;
    const widget = document.createElement("stap-wijzer");
    for (const { name, value } of link.attributes) {
      if (/^data-./.test(name)) widget.setAttribute(name.slice(5), value);
    }
    widget.setAttribute("lang", lang);
    if (flow !== "index") widget.setAttribute("flow", flow);
    link.replaceWith(widget);
    // What it says until the guide is there, and when it cannot come.
    widget.append(link);
  }
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", upgrade, { once: true });
else upgrade();
