//! Roles and names as the browser itself works them out, by WebDriver's Get Computed Role and Get Computed Label: what
//! `eyes.js` takes for a name is only our own idea of it, and a test by that cannot find a fault in it.

use crate::failure::Outcome;
use crate::page::{PRESSED, Page, TYPED};
use crate::webdriver::Element;
use serde_json::{Value, json};

/// What else has a name by which stories find it.
const OTHERS: [&str; 7] = ["heading", "region", "dialog", "group", "img", "application", "slider"];

/// What the browser calls the roles that we know by another name.
fn same(ours: &str, theirs: &str) -> bool {
    match ours {
        // What opens and closes (`summary`): each browser has its own word for it.
        "button" => matches!(theirs, "button" | "DisclosureTriangle" | "summary" | "generic" | ""),
        "img" => matches!(theirs, "img" | "image"),
        _ => ours == theirs,
    }
}

/// All that can be pressed, typed in or found by its name, and is called otherwise by the browser; one line each.
pub fn disagreements(page: &Page) -> Outcome<Vec<String>> {
    let roles: Vec<&str> = PRESSED.iter().chain(TYPED).copied().chain(OTHERS).collect();
    let script = "eyes.find(arguments[0], null).map((el) => [el, eyes.role(el), eyes.name(el)])";
    let found = page.look(script, json!([roles]))?;
    let mut lines = Vec::new();
    for one in found.as_array().into_iter().flatten() {
        let Some(element) = Element::from_value(&one[0]) else { continue };
        let (role, name) = (one[1].as_str().unwrap_or_default(), one[2].as_str().unwrap_or_default());
        let (theirs, label) = page.computed(&element)?;
        let label = label.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ");
        if !same(role, &theirs) || label != name {
            lines.push(format!("{role} “{name}” is for the browser {theirs} “{label}”"));
        }
    }
    Ok(lines)
}

/// Controls whose name has not in it what is written on them (2.5.3), one line each: who says what they see reaches nothing.
/// axe-core's rule of that kind looks only at names by `aria-label`, and not at words that are hidden from screen readers.
pub fn mislabelled(page: &Page) -> Outcome<Vec<String>> {
    let script = r#"(() => {
        const letters = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
        return eyes.find(arguments[0], null).map((el) => {
            const written = [el, ...(el.labels ?? [])].map((one) => eyes.text(one)).find((text) => letters(text)) ?? "";
            return [eyes.role(el), written, eyes.name(el), ` ${letters(eyes.name(el))} `.includes(` ${letters(written)} `)];
        }).filter(([, written, , fits]) => letters(written) && !fits);
    })()"#;
    let found = page.look(script, json!([PRESSED]))?;
    let line = |one: &Value| {
        let [role, written, name] = [0, 1, 2].map(|at| one[at].as_str().unwrap_or_default().to_owned());
        format!("on the {role} is written “{written}”, and it is called “{name}”")
    };
    let mut lines: Vec<String> = found.as_array().into_iter().flatten().map(line).collect();
    lines.extend(dangling(page)?);
    Ok(lines)
}

/// What can be pressed and has the name of something else that can be pressed, one line for each name: a word of the coach then means two buttons, and so
/// does a voice. Apart from what stands in two groups with names (two questions may both be answered “Ja”) or in two widgets, and from two links to one page.
pub fn twins(page: &Page) -> Outcome<Vec<String>> {
    let script = r#"(() => {
        const kept = [], groups = ["group", "radiogroup", "listbox"];
        const group = (el) => { for (let up = eyes.parent(el); up; up = eyes.parent(up)) if (groups.includes(eyes.role(up)) && eyes.name(up)) return up; };
        for (const el of eyes.find(arguments[0], null).filter((el) => !el.disabled)) {
            const one = { name: eyes.name(el).toLowerCase(), root: el.getRootNode(), group: group(el), href: el.href, said: `${eyes.role(el)} “${eyes.name(el)}”` };
            const same = kept.find(({ name, root, group, href }) => name === one.name && root === one.root && group === one.group && !(href && href === one.href));
            if (same) same.others = (same.others ?? []).concat(one.said); else kept.push(one);
        }
        return kept.filter((one) => one.others).map(({ said, others }) => `two of one name: ${[said, ...others].join(" and ")}`);
    })()"#;
    Ok(serde_json::from_value(page.look(script, json!([PRESSED]))?)?)
}

/// What says that it is described or named by something that is not there, one line each. 65 options without a text did once.
fn dangling(page: &Page) -> Outcome<Vec<String>> {
    let script = r#"(() => {
        const kinds = ["aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "aria-details", "aria-errormessage", "for"];
        return eyes.everything().flatMap((el) => kinds.flatMap((kind) => (el.getAttribute(kind) ?? "").split(/\s+/)
            .filter((id) => id && !el.getRootNode().getElementById(id))
            .map((id) => `${eyes.role(el) ?? el.localName} “${eyes.name(el)}”: ${kind} points at nothing (${id})`)));
    })()"#;
    Ok(serde_json::from_value(page.look(script, json!([]))?)?)
}
