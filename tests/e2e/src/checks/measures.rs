//! What no rule engine measures: targets, size of text, width, and whether the focus can be seen.

use crate::failure::Outcome;
use crate::page::{Key, Page};
use serde_json::{Value, json};

/// The smallest that is allowed, in CSS pixels.
#[derive(Debug, Clone, Copy)]
pub struct Floor {
    pub target: f64,
    pub text: f64,
}

impl Floor {
    /// For a screen that one has at home or in the hand.
    pub const SCREEN: Floor = Floor { target: 44.0, text: 16.0 };
    /// For a kiosk, at which one stands.
    pub const KIOSK: Floor = Floor { target: 56.0, text: 20.0 };
}

/// Targets and texts that are too small, one line each. What stands in the middle of a sentence is no
/// larger than its line.
pub fn texts_and_targets(page: &Page, floor: Floor) -> Outcome<Vec<String>> {
    let script = r#"(() => {
        const [target, text] = arguments;
        const small = [];
        const pressed = ["button", "link", "radio", "checkbox", "switch", "tab", "menuitem", "textbox", "combobox", "searchbox", "slider"];
        const label = (el) => `${eyes.role(el) ?? el.localName} “${eyes.name(el) || eyes.clean(el.textContent).slice(0, 40)}”`;
        // One-pixel boxes that are clipped are for screen readers only.
        const unseen = (el) => { for (let at = el; at; at = eyes.parent(at)) {
            const box = at.getBoundingClientRect(), style = getComputedStyle(at);
            if (style.position === "absolute" && style.overflow !== "visible" && box.width <= 1 && box.height <= 1) return true;
        } return eyes.isUnseen(el); };
        const inSentence = (el) => getComputedStyle(el).display.startsWith("inline") && /^(p|li|dd|span)$/.test(el.parentElement?.localName)
            && eyes.clean(el.parentElement.textContent).length > eyes.clean(el.textContent).length + 8;
        for (const el of eyes.everything()) {
            if (pressed.includes(eyes.role(el)) && el.tabIndex >= 0 && !unseen(el)) {
                const boxes = [el, ...(el.labels ?? [])].map((one) => one.getBoundingClientRect());
                const running = inSentence(el);
                const big = boxes.some((box) => box.width >= target - 0.5 && box.height >= target - 0.5);
                if (!running && !big) {
                    const sizes = boxes.map((box) => `${box.width.toFixed(0)} × ${box.height.toFixed(0)}`).join(", label ");
                    small.push(`target ${sizes} px, under ${target}: ${label(el)}`);
                }
            }
            const own = eyes.children(el).some((child) => child.nodeType === 3 && child.data.trim());
            const typed = ["input", "textarea", "select"].includes(el.localName);
            const size = parseFloat(getComputedStyle(el).fontSize);
            if ((own || typed) && size < text - 0.05 && !unseen(el)) small.push(`text of ${size} px, under ${text}: ${label(el)}`);
        }
        return small;
    })()"#;
    Ok(serde_json::from_value(page.look(script, json!([floor.target, floor.text]))?)?)
}

/// What sticks out so that one must scroll sideways, one line each.
pub fn fits_width(page: &Page) -> Outcome<Vec<String>> {
    let script = r#"(() => {
        const room = document.documentElement.clientWidth;
        if (document.scrollingElement.scrollWidth <= room) return [];
        const wide = eyes.everything().filter((el) => {
            const box = el.getBoundingClientRect();
            return Math.max(box.right, box.left + el.scrollWidth) > room + 0.5;
        });
        const names = wide.slice(-3).map((el) => `${el.localName}.${el.className} “${eyes.clean(el.textContent).slice(0, 30)}”`);
        return [`scrolls sideways: ${document.scrollingElement.scrollWidth} px in ${room}: ${names.join(", ")}`];
    })()"#;
    Ok(serde_json::from_value(page.look(script, json!([]))?)?)
}

/// Goes through the page by Tab, and lists the places where one cannot see where the keyboard is. The focus is seen when
/// an outline of 2 px, or a shadow or border that was not there before, comes with it.
pub fn focus_is_visible(page: &Page) -> Outcome<Vec<String>> {
    let looks = r#"(() => {
        const el = eyes.active();
        if (!el || el === document.body) return null;
        // A sign may be drawn on the element, before or after it, or on what it stands in.
        const places = [[el], [el, "::before"], [el, "::after"]];
        for (let up = eyes.parent(el); up && places.length < 6; up = eyes.parent(up)) places.push([up]);
        const look = () => places.map((place) => {
            const style = getComputedStyle(...place);
            const outline = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
            return [outline >= 2 && outline, style.boxShadow, style.border, style.backgroundColor].join();
        }).join(";");
        const focused = look();
        el.blur();
        const blurred = look();
        el.focus({ preventScroll: true, focusVisible: true });
        return { seen: focused !== blurred, name: `${eyes.role(el) ?? el.localName} “${eyes.name(el)}”` };
    })()"#;
    let (mut unseen, mut met) = (Vec::new(), Vec::<String>::new());
    for _ in 0..80 {
        page.key(Key::Tab)?;
        let here: Value = page.look(looks, json!([]))?;
        let name = here["name"].as_str().unwrap_or_default().to_string();
        if here.is_null() || met.contains(&name) {
            break;
        }
        if here["seen"] == false {
            unseen.push(format!("the focus cannot be seen on {name}"));
        }
        met.push(name);
    }
    ensure!(!met.is_empty(), "Tab reaches nothing");
    Ok(unseen)
}
