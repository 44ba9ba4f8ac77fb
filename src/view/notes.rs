//! What stands beside the task: what keeps you safe and what often goes wrong, on the task card; what is for who helps, in a drawer of
//! its own.

use super::app::App;
use super::step;
use super::ui::button::{Weight, labelled};
use super::ui::node::{Node, div, el, text};
use super::ui::panel::{disclosure, panel};
use super::ui::pictogram::icon;
use super::ui::rich;
use crate::app::event::Event;
use crate::app::screen::StepScreen;
use crate::content::inline::Inline;
use crate::flow::model::StepKind;
use std::sync::Arc;

/// That all is filled in, for who only looks; the hint, what is other at home, and what keeps you safe.
pub fn view(app: App, step: &Arc<StepScreen>) -> Node {
    let looks = step.kind == StepKind::Practise && step.mode.filled_in();
    let note = looks.then(|| app.say("p", "sw-note-line", "watch.note"));
    let parts = [note, hint(app, step), home(app, step), safe(app, step)];
    if parts.iter().all(Option::is_none) {
        return step::nothing_here();
    }
    div("sw-beside").children(parts.into_iter().flatten())
}

/// What is no task: small, with a house that is heard as "Thuis".
fn home(app: App, step: &StepScreen) -> Option<Node> {
    let home = step.home();
    let lines = home.iter().map(|line| rich::paragraph(app, "", line));
    let heard = text("span", "sw-unseen", [&app.t("step.home"), ": "].concat());
    (!home.is_empty())
        .then(|| div("sw-home").child(icon("home")).child(div("sw-home__text").child(heard).children(lines)))
}

/// The hint, or the button for it. On the practice desk the coach gives what is asked for; at the end there is nothing to be hinted at.
fn hint(app: App, step: &StepScreen) -> Option<Node> {
    let hint = step.hint.as_ref().filter(|_| step.kind != StepKind::Outcome)?;
    let part = if step.mode.hint_at_once() {
        panel(app, "hint", "hint.title")
    } else if step.mode.hints() && step.kind != StepKind::Practise {
        disclosure(app, "hint", "hint.ask")
    } else {
        return None;
    };
    Some(part.child(rich::paragraph(app, "sw-panel__text", hint)))
}

/// One line that opens: the first thing that keeps you safe, and behind it the rest and what often goes wrong.
fn safe(app: App, step: &StepScreen) -> Option<Node> {
    let (safety, mistakes) = (step.safety(), step.mistakes());
    let (first, sign) = match safety.first() {
        Some(first) => (rich::label(app, "span", "", first), "shield"),
        None if mistakes.is_empty() => return None,
        None => (app.say("span", "", "mistakes.title"), "warning"),
    };
    let part = |title: &str, lines: &[Vec<_>]| {
        (!lines.is_empty()).then(|| {
            let head = app.say(app.heading(1), "sw-notes__title", title);
            div("sw-notes__part").child(head).child(rich::list(app, "sw-panel__list", lines))
        })
    };
    let line = el("summary").attr("class", "sw-notes__line").child(icon(sign)).child(first);
    let notes = el("details").attr("class", "sw-notes").child(line);
    Some(notes.children(part("safety.title", &safety)).children(part("mistakes.title", &mistakes)))
}

/// The drawer of who helps: what to say, and what can be made to go wrong. Nothing when there is neither.
pub fn aid(app: App, step: &Arc<StepScreen>) -> Node {
    let (helper, incidents) = (step.helper(), step.incidents());
    if helper.is_empty() && incidents.is_empty() {
        return step::nothing_here();
    }
    let incidents = (!incidents.is_empty()).then(|| incidents_part(app, incidents));
    let inner = div("sw-aid__panel").child(rich::list(app, "sw-panel__list", &helper)).children(incidents);
    el("details")
        .attr("class", "sw-aid")
        .attr("data-over", "")
        .child(el("summary").attr("class", "sw-aid__summary").child(icon("hands")).child(app.say(
            "span",
            "",
            "helper.title",
        )))
        .child(inner)
}

/// "Laat iets misgaan": what who sits beside can call up.
fn incidents_part(app: App, incidents: Vec<(String, Vec<Inline>)>) -> Node {
    let buttons = incidents
        .into_iter()
        .map(|(id, title)| labelled(app, Weight::Secondary, "", &title).on_press(app.sends(Event::IncidentCalled(id))));
    div("sw-aid__part")
        .child(app.say(app.heading(1), "sw-notes__title", "incident.title"))
        .child(app.say("p", "sw-panel__text", "incident.text"))
        .child(div("sw-actions").children(buttons))
}
