// The pages that are all widget: their title and language follow what the widget shows. (On somebody else's page it leaves both alone.)
const widget = document.querySelector("stap-wijzer");
const [name] = document.title.split(":");

function follow() {
  /** @type {HTMLElement | null} */
  const root = widget.shadowRoot.querySelector(".sw-root[lang]");
  const heading = root?.querySelector("[data-heading]")?.textContent;
  const page = document.documentElement;
  // Set to what it is, it has the style of the whole page worked out anew.
  if (root && page.lang !== root.lang) page.lang = root.lang;
  const title = heading && `${heading} – ${name}`;
  if (title && document.title !== title) document.title = title;
}

widget.addEventListener("stapwijzer:ready", () => {
  follow();
  new MutationObserver(follow).observe(widget.shadowRoot, { childList: true, subtree: true, attributeFilter: ["lang"] });
}, { once: true });
