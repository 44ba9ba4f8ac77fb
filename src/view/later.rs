//! The practice desk and the end of a flow: a file of their own (feature `split`), asked for once the first screen is
//! there, so that the first screen need not wait for them.

use super::app::App;
use super::ui::button::Weight;
use super::ui::node::{Node, div};
use super::{failed, outcome, practice};
use crate::app::event::Failure;
use crate::app::screen::StepScreen;
use crate::flow::model::Kind;
use leptos::prelude::AnyView;
use std::sync::Arc;

/// What the later file draws.
#[derive(Clone, Copy)]
pub struct Faces {
    practise: fn(App, &Arc<StepScreen>) -> Node,
    outcome: fn(App, &Arc<StepScreen>) -> Node,
}

/// How far the later file is.
#[derive(Clone, Copy)]
pub enum Later {
    NotAsked,
    Asked,
    Here(Faces),
    Failed,
}

const FACES: Faces = Faces { practise: practice::view, outcome: outcome::view };

#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
fn faces() -> Result<Box<Faces>, leptos::wasm_split::SplitLoaderError> {
    Ok(Box::new(FACES))
}

#[cfg(not(feature = "split"))]
async fn faces() -> Result<Box<Faces>, ()> {
    Ok(Box::new(FACES))
}

/// Asks for the later file, unless it is here or on its way.
pub fn prepare(app: App) {
    if matches!(app.later.now(), Later::NotAsked | Later::Failed) {
        app.later.set(Later::Asked);
        leptos::task::spawn_local(async move {
            app.later.set(faces().await.map_or(Later::Failed, |faces| Later::Here(*faces)));
        });
    }
}

/// Adds to a page the part of a step that the later file draws, and what comes `below` it. Until it is there, only that
/// it is coming: buttons that are pushed down just as they are pressed are worse than buttons that come a moment later.
pub fn onto(page: Node, app: App, step: &Arc<StepScreen>, below: fn(Node, App, &StepScreen) -> Node) -> Node {
    let draw = move |page: Node, faces: Faces, step: &Arc<StepScreen>| {
        let face = if step.kind == Kind::Outcome { faces.outcome } else { faces.practise };
        below(page.child(face(app, step)), app, step)
    };
    if let Later::Here(faces) = app.later.now() {
        return draw(page, faces, step);
    }
    prepare(app);
    let step = step.clone();
    page.live(move || {
        let part = div("sw-later");
        AnyView::from(match app.later.get() {
            Later::NotAsked => part,
            Later::Asked => part.child(failed::loading(app)),
            Later::Here(faces) => draw(part, faces, &step),
            Later::Failed => {
                let notice = failed::notice(app, Failure::Offline, Weight::Primary, move || prepare(app));
                below(part.child(notice), app, &step)
            }
        })
    })
}
