//! The room in which the page is seen: size, light or dark, a translator at work.

use super::Page;
use crate::failure::Outcome;
use serde_json::json;
use std::time::Duration;

impl Page<'_> {
    /// Gives the page this many CSS pixels; fails when the browser gives another width.
    pub fn set_viewport(&self, width: u32, height: u32) -> Outcome {
        self.browser.set_size(width, height)?;
        self.wait_for(&format!("a width of {width} px"), || Ok((self.width()? == u64::from(width)).then_some(())))
    }

    /// The width of the page in CSS pixels.
    pub fn width(&self) -> Outcome<u64> {
        Ok(self.run("return innerWidth", json!([]))?.as_u64().unwrap_or_default())
    }

    /// Asks for dark colours, or for light ones; tells whether this browser can.
    pub fn set_dark(&self, dark: bool) -> Outcome<bool> {
        let can = self.browser.set_dark(dark)?;
        let now = || self.run("return matchMedia('(prefers-color-scheme: dark)').matches", json!([]));
        if can {
            self.wait_for("the colours that were asked for", || Ok((now()? == dark).then_some(())))?;
            self.settle()?;
        }
        Ok(can)
    }

    /// Lets so much time pass at once, for all timers of the page. See `Browser::own_clock`.
    pub fn jump(&self, time: Duration) -> Outcome {
        self.run("return jump(arguments[0])", json!([time.as_secs_f64() * 1000.0]))?;
        Ok(())
    }

    /// Waits until nothing fades or slides any more. What moves for ever is not waited for.
    pub fn settle(&self) -> Outcome {
        let moving = "[document, ...eyes.everything().map((el) => el.shadowRoot).filter(Boolean)].flatMap((root) => root.getAnimations())
            .filter((one) => one.playState === 'running' && Number.isFinite(one.effect.getComputedTiming().endTime)).length";
        self.wait_for("a page at rest", || Ok((self.look(moving, json!([]))? == 0).then_some(())))
    }

    /// Does what translators in browsers do: wraps each piece of text in two `<font>` elements, and changes it.
    pub fn translate(&self) -> Outcome<u64> {
        let script = "(() => {
            const texts = [];
            for (const node of eyes.everything()) {
                for (const child of eyes.children(node)) if (child.nodeType === 3 && child.data.trim()) texts.push(child);
            }
            for (const text of texts) {
                const outer = document.createElement('font');
                const inner = document.createElement('font');
                text.replaceWith(outer);
                outer.append(inner);
                inner.append(`«${text.data}»`);
            }
            return texts.length;
        })()";
        Ok(self.look(script, json!([]))?.as_u64().unwrap_or_default())
    }
}
