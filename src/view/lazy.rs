//! The practice desk, the end of a flow, the search and the house: a file of their own (feature `split`), asked for once the first
//! screen is there, so that the first screen need not wait for them.

use super::app::App;
use super::search;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div};
use super::{failed, house, outcome, practice};
use crate::app::event::{Event, Failure};
use crate::app::screen::StepScreen;
use crate::content::package::{Expand, assemble};
use crate::flow::model::Kind;
use crate::municipality::house::Room;
use leptos::prelude::AnyView;
use std::sync::Arc;

/// What the later file draws.
#[derive(Clone, Copy)]
pub struct Faces {
    practise: fn(App, &Arc<StepScreen>) -> Node,
    outcome: fn(App, &Arc<StepScreen>) -> Node,
    find: fn(App) -> Node,
    house: fn(App, Option<Room>) -> Node,
    expand: Expand,
}

/// How far the later file is.
#[derive(Clone, Copy)]
pub enum Later {
    NotAsked,
    Asked,
    Here(Faces),
    Failed,
}

const FACES: Faces = Faces {
    practise: practice::view,
    outcome: outcome::view,
    find: search::view,
    house: house::view,
    expand: Expand(assemble),
};

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
            let faces = faces().await.ok();
            app.later.set(faces.as_ref().map_or(Later::Failed, |faces| Later::Here(**faces)));
            app.tell(Event::LaterCame(faces.map(|faces| faces.expand)));
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
    let (step, later) = (step.clone(), step.clone());
    page.child(waiting(app, move |part, faces| draw(part, faces, &later), move |part| below(part, app, &step)))
}

/// The search, on the start.
pub fn find(app: App) -> Node {
    waiting(app, move |part, faces| part.child((faces.find)(app)), |part| part).attr("data-part", "find")
}

/// The house, or one of its rooms.
pub fn house(app: App, room: Option<Room>) -> Node {
    let home = move |part: Node| {
        part.child(button(Weight::Secondary, "home", app.t("load.home")).on_press(app.sends(Event::WentHome)))
    };
    waiting(app, move |part, faces| part.child((faces.house)(app, room)), home)
}

/// A part that the later file draws; until it is there, that it is coming, and when it does not come, why.
fn waiting(
    app: App,
    draw: impl Fn(Node, Faces) -> Node + Send + Sync + 'static,
    without: impl Fn(Node) -> Node + Send + Sync + 'static,
) -> Node {
    prepare(app);
    wait(app, Box::new(draw), Box::new(without))
}

type Draw = Box<dyn Fn(Node, Faces) -> Node + Send + Sync>;

#[inline(never)]
fn wait(app: App, draw: Draw, without: Box<dyn Fn(Node) -> Node + Send + Sync>) -> Node {
    div("sw-later").live(move || {
        let part = div("sw-later__part");
        AnyView::from(match app.later.get() {
            Later::NotAsked => part,
            Later::Asked => part.child(failed::loading(app)),
            Later::Here(faces) => draw(part, faces),
            Later::Failed => {
                let notice = failed::notice(app, Failure::Offline, Weight::Primary, move || prepare(app));
                without(part.child(notice))
            }
        })
    })
}
