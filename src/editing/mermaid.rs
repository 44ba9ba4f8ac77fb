//! A flow as a drawing, in Mermaid's text: for whoever reviews a flow, and for a merge request.

use crate::content::package::Package;
use crate::editing::texts::without_languages;
use crate::flow::model::{Step, StepKind};

/// The flow with its includes in their place. A detour (something that goes wrong) is a dotted line.
pub fn mermaid(package: &Package) -> String {
    let mut lines = vec!["flowchart TD".to_owned()];
    let steps = &package.flow.steps;
    let name =
        |id: &str| steps.iter().position(|step| step.id == id).map_or("?".to_owned(), |index| format!("s{index}"));
    for step in steps {
        let title = package.words.steps.get(&step.id).map_or(step.id.as_str(), |words| words.title.as_str());
        let title = without_languages(title).replace('"', "'");
        let shape = match step.kind {
            StepKind::Choose => format!("{{{{\"{title}\"}}}}"),
            StepKind::Practise => format!("[[\"{title}\"]]"),
            StepKind::Outcome => format!("([\"{title}\"])"),
            _ => format!("[\"{title}\"]"),
        };
        lines.push(format!("  {}{shape}", name(&step.id)));
    }
    for step in steps {
        lines.extend(edges(step).map(|(to, line)| format!("  {} {line} {}", name(&step.id), name(to))));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Where a step leads, and the line that is drawn.
fn edges(step: &Step) -> impl Iterator<Item = (&str, String)> {
    let options =
        step.options.iter().filter_map(|option| Some((option.next.as_deref()?, format!("-->|{}|", option.id))));
    let roads = step.roads.iter().map(|road| {
        let mode = road.mode.map(|mode| mode.id().to_owned());
        let when = road.when.iter().map(|when| match (&when.is, &when.not) {
            (Some(is), _) => format!("{} = {is}", when.step),
            (_, Some(not)) => format!("{} is not {not}", when.step),
            _ => when.step.clone(),
        });
        let words: Vec<String> = mode.into_iter().chain(when).collect();
        (road.to.as_str(), format!("-->|{}|", words.join(", ")))
    });
    let next = step.next.as_deref().map(|next| (next, "-->".to_owned()));
    let detours = step.incidents.iter().map(|id| (id.as_str(), "-.->".to_owned()));
    options.chain(roads).chain(next).chain(detours)
}
