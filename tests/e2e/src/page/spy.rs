//! What a person does not see: storage, requests, events to the host page, pictures.

use super::Page;
use crate::browser::Kind;
use crate::failure::Outcome;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

impl Page<'_> {
    /// All that the page has stored, as one JSON text: local and session storage, cookies, caches, databases, history state.
    pub fn storage(&self) -> Outcome<String> {
        let script = "return (async () => {
            const stored = { local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie,
                state: history.state, address: location.href, title: document.title, name: window.name };
            stored.databases = (await indexedDB.databases?.().catch(() => []))?.map((one) => one.name);
            if (window.caches) {
                stored.caches = {};
                for (const name of await caches.keys()) {
                    stored.caches[name] = (await (await caches.open(name)).keys()).map((request) => request.url);
                }
            }
            return JSON.stringify(stored);
        })()";
        Ok(self.run(script, json!([]))?.as_str().unwrap_or_default().to_string())
    }

    /// The addresses in the page's own performance timeline.
    pub fn timeline(&self) -> Outcome<Vec<String>> {
        let entries = self.run(
            "return [location.href, ...performance.getEntriesByType('resource').map((entry) => entry.name)]",
            json!([]),
        )?;
        Ok(serde_json::from_value(entries)?)
    }

    /// From now on keeps the widget's events; [`Page::events`] gives them.
    pub fn listen(&self) -> Outcome {
        let script = "const kept = document.createElement('data'); kept.id = 'sw-e2e-events';
            document.head.append(kept);
            for (const kind of ['ready', 'step', 'complete', 'error', 'language']) {
                document.addEventListener(`stapwijzer:${kind}`, (event) => {
                    kept.append(`${JSON.stringify({ kind, detail: event.detail })}\\n`);
                });
            }";
        self.run(script, json!([]))?;
        Ok(())
    }

    /// The widget's events since [`Page::listen`]: `kind` and `detail`.
    pub fn events(&self) -> Outcome<Vec<Value>> {
        let text = self.run("return document.getElementById('sw-e2e-events').textContent", json!([]))?;
        text.as_str().unwrap_or_default().lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    }

    /// From now on keeps what live regions come to say; [`Page::said`] gives it. A screen reader hears a change, also one that is gone again
    /// before anybody looks.
    pub fn listen_to_live_regions(&self) -> Outcome {
        let script = "const said = []; window.swE2eSaid = said;
            const live = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('[aria-live=polite], [role=status], [role=alert]');
            const watch = new MutationObserver((changes) => {
                const regions = new Set();
                for (const { target, addedNodes } of changes) {
                    for (const node of [target, ...addedNodes]) {
                        if (live(node)) regions.add(live(node));
                        node.querySelectorAll?.('[role=status], [role=alert]').forEach((one) => node !== target && regions.add(one));
                    }
                }
                for (const region of regions) {
                    const words = region.isConnected ? region.textContent.trim() : '';
                    if (words) said.push(words);
                }
            });
            watch.observe(document.querySelector('stap-wijzer').shadowRoot,
                { subtree: true, childList: true, characterData: true });";
        self.run(script, json!([]))?;
        Ok(())
    }

    /// What live regions came to say since [`Page::listen_to_live_regions`].
    pub fn said(&self) -> Outcome<Vec<String>> {
        Ok(serde_json::from_value(self.run("return window.swE2eSaid", json!([]))?)?)
    }

    /// Whether a WebAssembly memory of the page holds a text, in UTF-8, UTF-16 or UTF-32. See `Browser::note_memories`.
    pub fn in_wasm(&self, text: &str) -> Outcome<bool> {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let whole: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        let script = "const memories = noted().map((memory) => new Uint8Array(memory.buffer));
            if (!memories.length) throw new Error('no memory was noted');
            const holds = (bytes, needle) => {
                for (let at = bytes.indexOf(needle[0]); at >= 0; at = bytes.indexOf(needle[0], at + 1)) {
                    if (needle.every((byte, offset) => bytes[at + offset] === byte)) return true;
                }
                return false;
            };
            return memories.some((bytes) => arguments[0].some((needle) => holds(bytes, needle)))";
        Ok(self.run(script, json!([[text.as_bytes(), wide, whole]]))? == true)
    }

    /// A picture of what is in view.
    pub fn screenshot(&self, file: &Path) -> Outcome {
        save(file, &self.browser.session().screenshot()?)
    }

    /// A picture of the whole page, however long; only Chromium can, elsewhere what is in view.
    pub fn screenshot_all(&self, file: &Path) -> Outcome {
        if self.browser.kind != Kind::Chromium {
            return self.screenshot(file);
        }
        // As high as the page is, so that what is fixed to the window does not lie across its middle.
        let sizes = self.run("return [innerWidth, innerHeight, document.documentElement.scrollHeight]", json!([]))?;
        let size = |index: usize| sizes[index].as_u64().and_then(|size| u32::try_from(size).ok()).unwrap_or(1000);
        self.set_viewport(size(0), size(1).max(size(2)))?;
        self.settle()?;
        self.screenshot(file)?;
        self.set_viewport(size(0), size(1))
    }
}

fn save(file: &Path, png: &[u8]) -> Outcome {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(file, png)?)
}
