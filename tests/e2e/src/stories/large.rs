//! Practice screens in letters of twice the size, as a reader sets them in the browser. There the order may scroll; but all that can be
//! pressed can be reached whole, nothing sticks out sideways, and the dock leaves the window to what it is about.

use super::book::Book;
use crate::browser::Browser;
use crate::failure::Outcome;
use crate::page::Page;
use serde_json::{Value, json};

/// The windows on arrival: the first is arrived in, the others are what one makes of it.
pub const ARRIVED: [(u32, u32); 4] = [(390, 844), (320, 640), (820, 1180), (1280, 800)];

/// The windows after an answer.
pub const ANSWERED: [(u32, u32); 2] = [(390, 844), (1280, 800)];

/// Sets the size of letters in the browser, as a reader does: 16 is usual. A page that is there already is told, as when it is loaded.
pub fn letters(browser: &Browser, page: &Page, size: u32) -> Outcome {
    standard(browser, size)?;
    let told = "document.querySelector('stap-wijzer').style.setProperty('--sw-reader', arguments[0] / 16)";
    Ok(page.run(told, json!([size])).map(drop)?)
}

/// The size of letters that the pages to come find in the browser.
pub fn standard(browser: &Browser, size: u32) -> Outcome {
    browser.session().devtools("Page.setFontSizes", json!({ "fontSizes": { "standard": size } }))?;
    Ok(())
}

/// What is wrong on arrival, one line each.
pub fn arrived(page: &Page, book: &Book) -> Outcome<Vec<String>> {
    seen(page, &json!({ "dock": book.ui("step.dock"), "heading": true }))
}

/// What is wrong once it is right.
pub fn answered(page: &Page, book: &Book) -> Outcome<Vec<String>> {
    seen(page, &json!({ "dock": book.ui("step.dock"), "answer": true }))
}

fn seen(page: &Page, asked: &Value) -> Outcome<Vec<String>> {
    let script = r#"(() => {
        const asked = arguments[0], wrong = [];
        const label = (el) => `${eyes.role(el) ?? el.localName} “${(eyes.name(el) || eyes.clean(el.textContent)).slice(0, 40)}”`;
        const deep = (x, y) => { let at = document.elementFromPoint(x, y);
            for (let deeper; (deeper = at?.shadowRoot?.elementFromPoint(x, y)) && deeper !== at; ) at = deeper;
            return at; };
        const pressed = ["button", "link", "radio", "checkbox", "switch", "textbox", "application"];
        const unseen = (el, top) => { for (let at = el; at && at !== top.parentElement; at = at.parentElement)
            if (getComputedStyle(at).clipPath !== "none") return true; };
        // In sight as a whole, or as much of it as the window has room for, and under nothing.
        const reached = (el, what) => {
            const box = el.getBoundingClientRect(), said = `${what} ${label(el)}`;
            const high = Math.min(box.height, innerHeight);
            const from = Math.round(box.top), to = Math.round(box.bottom);
            if (box.left < -1 || box.right > innerWidth + 1) return wrong.push(`${said} from ${Math.round(box.left)} to ${Math.round(box.right)}, sideways`);
            if (box.height <= innerHeight ? box.top < -1 || box.bottom > innerHeight + 1 : box.top > innerHeight / 2 || box.bottom < innerHeight / 2)
                return wrong.push(`${said} from ${from} to ${to} of ${innerHeight}`);
            for (const [x, y] of [[.5, .5], [.08, .5], [.92, .5], [.5, .12], [.5, .88]]) {
                const down = box.top + box.height * y;
                if (down < 0 || down > innerHeight) continue;
                const found = deep(box.left + box.width * x, down);
                // A difficult word in running text is as high as a finger, and reaches over the lines beside it.
                if (found?.closest("p button")) continue;
                const own = found && (el.contains(found) || found.contains(el) || [...el.labels ?? []].some((one) => one.contains(found)));
                if (!own) return wrong.push(`${said} from ${from} to ${to} lies under ${found?.className || found?.localName}`);
            }
        };
        const told = (el) => {
            // Words that stick out of what is pressed lie over something else, or are cut off.
            const box = el.getBoundingClientRect(), words = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
            while (words.nextNode()) {
                const text = words.currentNode, range = document.createRange();
                range.selectNodeContents(text);
                const at = range.getBoundingClientRect();
                if (at.width && !unseen(text.parentElement, el) && (at.left < box.left - 2 || at.right > box.right + 2))
                    wrong.push(`words of ${label(el)} from ${Math.round(at.left)} to ${Math.round(at.right)}, and it from ${Math.round(box.left)} to ${Math.round(box.right)}`);
            }
        };
        const all = eyes.everything();
        const root = document.querySelector("stap-wijzer").shadowRoot;
        if (asked.heading) {
            const heading = all.find((el) => eyes.role(el) === "heading" && el.hasAttribute("tabindex"));
            heading ? reached(heading, "on arrival") : wrong.push("no heading");
        }
        if (document.documentElement.scrollWidth > innerWidth) wrong.push(`the page is ${document.documentElement.scrollWidth} wide, the window ${innerWidth}`);
        const dock = eyes.find(["group"], asked.dock)[0];
        if (!dock) wrong.push("no dock");
        else if (getComputedStyle(dock).position === "sticky" && dock.offsetHeight > innerHeight * .36)
            wrong.push(`the dock takes ${dock.offsetHeight} of ${innerHeight}, and stays`);
        const before = root.activeElement;
        for (const el of all.filter((el) => pressed.includes(eyes.role(el)) && el.tabIndex >= 0 && !el.disabled)) {
            el.focus();
            const box = el.getBoundingClientRect();
            if (box.width < 3 || unseen(el, el)) continue;
            reached(el, "with the keyboard");
            if (!["input"].includes(el.localName)) told(el);
        }
        if (asked.answer) {
            const said = all.find((el) => el.getAttribute("role") === "status" && el.closest("[role=group]") && eyes.clean(el.textContent));
            if (!said) wrong.push("nothing is said");
            else { said.scrollIntoView({ block: "nearest" }); reached(said, "what is said"); }
        }
        before?.focus({ preventScroll: true });
        return wrong;
    })()"#;
    Ok(serde_json::from_value(page.look(script, json!([asked]))?)?)
}
