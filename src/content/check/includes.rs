//! Flows within flows: an include names a flow that is there, in every language, and never comes round to itself.

use crate::content::package::DEEPEST;
use crate::content::read::Library;
use crate::content::remark::Say;
use crate::flow::model::Kind;

pub(super) fn check(id: &str, library: &Library, say: &mut Say) {
    for (index, step) in library.files[id].steps.iter().enumerate().filter(|(_, step)| step.kind == Kind::Include) {
        let path = format!("steps.{index} ({})", step.id);
        let Some(name) = step.flow.as_deref() else { continue };
        let Some(inner) = library.files.get(name) else {
            let mend = "Mend the name of the flow, or add the flow.";
            say.error("include", &path, name, "the id of a flow that is there", mend);
            continue;
        };
        if let Some(from) = step.from.as_deref().filter(|from| !inner.steps.iter().any(|step| step.id == *from)) {
            let mend = &format!("Name a step of “{name}” at which to come in, or leave \"from\" out for its start.");
            say.error("include", &path, from, "a step of the included flow", mend);
        }
        for lang in library.langs(id).into_iter().filter(|lang| !library.langs(name).contains(lang)) {
            let mend =
                &format!("Write flows/{name}/{lang}.json, or take {lang}.json of this flow out until it is there.");
            say.error("include", &path, &format!("{name} without words in {lang}"), "the same languages", mend);
        }
    }
    if let Some(way) = circle(id, library, &mut vec![id]) {
        let mend = "Take one of these includes out: a flow cannot stand within itself.";
        say.error("include", "steps", &way.join(" → "), "includes that go in no circle", mend);
    } else if depth(id, library) > DEEPEST {
        let mend = "Include the innermost flow directly.";
        say.error("include", "steps", &format!("includes {} deep", depth(id, library)), "at most 4 deep", mend);
    }
}

fn inner<'a>(id: &str, library: &'a Library) -> impl Iterator<Item = &'a str> {
    library.files.get(id).into_iter().flat_map(crate::content::package::includes)
}

/// A way by includes from the first of `above` back to it.
fn circle<'a>(id: &str, library: &'a Library, above: &mut Vec<&'a str>) -> Option<Vec<&'a str>> {
    for name in inner(id, library) {
        if above.first() == Some(&name) {
            return Some([above.as_slice(), &[name]].concat());
        }
        if !above.contains(&name) {
            above.push(name);
            let found = circle(name, library, above);
            if found.is_some() {
                return found;
            }
            above.pop();
        }
    }
    None
}

/// How many flows deep this one goes, itself included; stops just beyond what is allowed.
fn depth(id: &str, library: &Library) -> usize {
    fn below(id: &str, library: &Library, left: usize) -> usize {
        if left == 0 { 0 } else { 1 + inner(id, library).map(|name| below(name, library, left - 1)).max().unwrap_or(0) }
    }
    below(id, library, DEEPEST + 1)
}
