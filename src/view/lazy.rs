//! Questions and lists, the practice desk, the end of a flow, the search, the house and what the settings hold: a file of their own (feature `split`), asked
//! for once the first screen is there, so that the first screen need not wait for them; and so is what reads aloud.

use super::app::App;
use super::search;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div};
use super::ui::rich;
use super::{
    checklist, choose, exercises, failed, help, helping, house, idle, notes, outcome, practice, settings, sounds, step,
    steps,
};
use crate::app::aloud::{self, Aloud};
use crate::app::event::{self, Event, Failure};
use crate::app::screen::StepScreen;
use crate::content::package::{Expand, assemble};
use crate::flow::model::StepKind;
use crate::municipality::house::Room;
use crate::platform::{focus, speech};
use leptos::prelude::AnyView;
use std::sync::Arc;

/// Adds to a page what a kind of step asks, with the dock.
type Face = fn(Node, App, &Arc<StepScreen>) -> Node;
/// A part of a step.
type Part = fn(App, &Arc<StepScreen>) -> Node;

/// What the later file draws.
#[derive(Clone, Copy)]
pub struct LazyViews {
    practise: Face,
    outcome: Face,
    choose: Face,
    checklist: Face,
    parts: Part,
    notes: Part,
    aid: Part,
    steps: Part,
    find: fn(App) -> Node,
    house: fn(App, Option<Room>) -> Node,
    exercises: fn(App, Option<&'static str>) -> Node,
    settings: fn(App) -> Node,
    idle: fn(App) -> Node,
    help: fn(App) -> Node,
    often: fn(App) -> Node,
    over_left: fn(&web_sys::Event),
    aloud: Aloud,
    expand: Expand,
}

/// How far the later file is.
#[derive(Clone, Copy)]
pub enum Later {
    NotAsked,
    Asked,
    Here(LazyViews),
    Failed(Failure),
}

const LAZY_VIEWS: LazyViews = LazyViews {
    practise: practice::view,
    outcome: outcome::view,
    choose: choose::view,
    checklist: checklist::view,
    parts: practice::task::parts,
    notes: notes::view,
    aid: notes::aid,
    steps: steps::view,
    find: search::view,
    house: house::view,
    exercises: exercises::view,
    settings: settings::panel,
    idle: around,
    help: helping::view,
    often: exercises::often,
    over_left: focus::over_left,
    aloud: Aloud { read: aloud::read, speak: speech::speak, hush: speech::hush },
    expand: Expand(assemble),
};

/// What is around every screen and stays there: the countdown, and what listens to the desk.
fn around(app: App) -> Node {
    sounds::follow(app);
    idle::overlay(app)
}

#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
fn lazy_views() -> Result<Box<LazyViews>, leptos::wasm_split::SplitLoaderError> {
    Ok(Box::new(LAZY_VIEWS))
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "as the one that is split, which waits")]
async fn lazy_views() -> Result<Box<LazyViews>, ()> {
    Ok(Box::new(LAZY_VIEWS))
}

#[cfg(feature = "split")]
#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    /// Why the later file did not come the last time. It stands in `embed/later.js`, which becomes a part of the glue.
    #[wasm_bindgen(js_name = laterFault)]
    fn fault() -> Option<String>;
}

#[cfg(not(feature = "split"))]
fn fault() -> Option<String> {
    None
}

/// Asks for the later file, unless it is here or on its way.
pub fn prepare(app: App) {
    if matches!(app.later.get_untracked(), Later::NotAsked | Later::Failed(_)) {
        app.later.set(Later::Asked);
        leptos::task::spawn_local(async move {
            let came = match lazy_views().await {
                Ok(views) => {
                    app.later.set(Later::Here(*views));
                    Ok(event::Later { expand: views.expand, aloud: views.aloud })
                }
                #[cfg_attr(
                    not(feature = "split"),
                    expect(clippy::ignored_unit_patterns, reason = "split, there is an error")
                )]
                Err(_) => {
                    let failure = Failure::from_code(&fault().unwrap_or_default());
                    app.later.set(Later::Failed(failure));
                    Err(failure)
                }
            };
            app.tell(Event::LaterCame(came));
        });
    }
}

/// Adds to a page the part of a step that the later file draws, with the dock. Until it is there, only that it is coming.
pub fn onto(page: Node, app: App, step: &Arc<StepScreen>) -> Node {
    let draw = move |page: Node, lazy_views: LazyViews, step: &Arc<StepScreen>| {
        let face = match step.kind {
            StepKind::Outcome => lazy_views.outcome,
            StepKind::Choose => lazy_views.choose,
            StepKind::Checklist => lazy_views.checklist,
            StepKind::Practise | StepKind::Explain | StepKind::Include => lazy_views.practise,
        };
        face(page, app, step)
    };
    if let Later::Here(lazy_views) = app.later.get_untracked() {
        return draw(page, lazy_views, step);
    }
    let (step, later) = (step.clone(), step.clone());
    page.child(waiting(
        app,
        move |part, lazy_views| draw(part, lazy_views, &later),
        move |part| part.child(step::dock(app, &step, step::nothing_here(), step::nothing_here())),
    ))
}

/// The parts of a task; until they come, as plain paragraphs.
pub fn parts(app: App, step: &Arc<StepScreen>) -> Node {
    part(app, step, |lazy_views| lazy_views.parts, |app, step| rich::prose(app, &step.text))
}

/// What keeps you safe and what often goes wrong, on the task card.
pub fn notes(app: App, step: &Arc<StepScreen>) -> Node {
    part(app, step, |lazy_views| lazy_views.notes, |_, _| step::nothing_here())
}

/// The drawer of who helps.
pub fn aid(app: App, step: &Arc<StepScreen>) -> Node {
    part(app, step, |lazy_views| lazy_views.aid, |_, _| step::nothing_here())
}

/// What the stepping stones open.
pub fn steps(app: App, step: &Arc<StepScreen>) -> Node {
    part(app, step, |lazy_views| lazy_views.steps, |_, _| step::nothing_here())
}

/// A part that comes without a word, and what is there meanwhile.
#[inline(never)]
fn part(app: App, step: &Arc<StepScreen>, which: fn(&LazyViews) -> Part, meanwhile: Part) -> Node {
    if let Later::Here(lazy_views) = app.later.get_untracked() {
        return which(&lazy_views)(app, step);
    }
    // It was asked for with the first screen; what failed is asked for again by the one who says so, or it would never end.
    let step = step.clone();
    div("sw-later").live(move || {
        AnyView::from(match app.later.get() {
            Later::Here(lazy_views) => which(&lazy_views)(app, &step),
            _ => meanwhile(app, &step),
        })
    })
}

/// The search, on the start.
pub fn find(app: App) -> Node {
    waiting(app, move |part, lazy_views| part.child((lazy_views.find)(app)), |part| part).attr("data-part", "find")
}

/// The countdown before a shared device is wiped. Until the later file is there, a notice asks instead (`fell_idle`).
pub fn idle(app: App) -> Node {
    quietly(app, |lazy_views| lazy_views.idle, |_| step::nothing_here())
}

/// What the help offers; until the later file is there, what can be said without it.
pub fn help(app: App) -> Node {
    quietly(app, |lazy_views| lazy_views.help, help::plain)
}

/// On the start, what is chosen often. That it does not come, the search says.
pub fn often(app: App) -> Node {
    quietly(app, |lazy_views| lazy_views.often, |_| step::nothing_here())
}

/// A part of which nobody says that it is coming, and what is there until the later file is.
#[inline(never)]
fn quietly(app: App, which: fn(LazyViews) -> fn(App) -> Node, meanwhile: fn(App) -> Node) -> Node {
    div("sw-later").live(move || {
        AnyView::from(match app.later.get() {
            Later::Here(lazy_views) => which(lazy_views)(app),
            _ => meanwhile(app),
        })
    })
}

/// What the settings hold.
pub fn settings(app: App) -> Node {
    waiting(app, move |_, lazy_views| (lazy_views.settings)(app), |part| part)
}

/// Something happened that may close what lies over the page.
#[inline(never)]
pub fn over_left(app: App, event: &web_sys::Event) {
    if let Later::Here(lazy_views) = app.later.get_untracked() {
        (lazy_views.over_left)(event);
    }
}

/// The house, or one of its rooms.
pub fn house(app: App, room: Option<Room>) -> Node {
    page(app, move |lazy_views| (lazy_views.house)(app, room))
}

/// The list of exercises.
pub fn exercises(app: App, group: Option<&'static str>) -> Node {
    page(app, move |lazy_views| (lazy_views.exercises)(app, group))
}

/// A whole screen of the later file, with a way home when that does not come.
fn page(app: App, draw: impl Fn(LazyViews) -> Node + Send + Sync + 'static) -> Node {
    let home = move |part: Node| {
        part.child(button(Weight::Secondary, "home", app.t("load.home")).on_press(app.sends(Event::WentHome)))
    };
    waiting(app, move |part, lazy_views| part.child(draw(lazy_views)), home)
}

/// A part that the later file draws; until it is there, that it is coming, and when it does not come, why.
fn waiting(
    app: App,
    draw: impl Fn(Node, LazyViews) -> Node + Send + Sync + 'static,
    without: impl Fn(Node) -> Node + Send + Sync + 'static,
) -> Node {
    prepare(app);
    wait(app, Box::new(draw), Box::new(without))
}

type Draw = Box<dyn Fn(Node, LazyViews) -> Node + Send + Sync>;

#[inline(never)]
fn wait(app: App, draw: Draw, without: Box<dyn Fn(Node) -> Node + Send + Sync>) -> Node {
    div("sw-later").live(move || {
        let part = div("sw-later__part");
        AnyView::from(match app.later.get() {
            Later::NotAsked => part,
            Later::Asked => part.child(failed::loading(app)),
            Later::Here(lazy_views) => draw(part, lazy_views),
            Later::Failed(failure) => {
                let notice = failed::notice(app, failure, Weight::Primary, move || prepare(app));
                without(part.child(notice))
            }
        })
    })
}
