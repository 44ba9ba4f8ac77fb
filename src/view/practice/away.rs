//! "Bent u er nog?": asked before the fields of a desk are emptied on which nobody does anything any more.

use super::stage::Stage;
use crate::platform::{pointing, typing};
use crate::practice::absence::{Absence, Presence};
use crate::practice::desk::{Desk, DeskEvent};
use crate::signal::Signal;
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, nothing};

/// What shows that somebody is at work, wherever on the desk.
const WORK: [&str; 3] = ["pointerdown", "beforeinput", "input"];
/// What shows that somebody is there.
const STIR: [&str; 5] = ["pointermove", "keydown", "focusin", "wheel", "touchmove"];

/// The desk, which from now on notices that it is left.
pub fn watched(stage: Stage, desk: Node) -> Node {
    let app = stage.app;
    // Where nobody's device is, the whole visit is asked about and wiped, and sooner.
    if app.model.with_untracked(|model| model.policy.idle_after.is_some()) {
        return desk;
    }
    let absence = Signal::new(Absence::default());
    let asked = Signal::new(false);
    let tell = move |now: bool| {
        if asked.get_untracked() != now {
            asked.set(now);
        }
    };
    let worked = move || {
        absence.update(Absence::worked);
        tell(false);
    };
    let watching = stage.with_step(|step| step.mode.filled_in());
    let ticking = typing::every_second(move || {
        if !stage.desk.alive() || stage.desk.with_untracked(Desk::is_blank) {
            return worked();
        }
        match absence.update(Absence::second_passed) {
            Some(Presence::Gone) => {
                stage.send(DeskEvent::LeftAlone);
                tell(false);
            }
            // What is filled in for who watches comes back: nothing is lost, so nothing is asked.
            presence => tell(presence == Some(Presence::Asked) && !watching),
        }
    });
    // It ticks as long as this desk is there.
    Signal::new(ticking);
    let line = div("sw-away").attr("role", "status").live(move || {
        if !asked.get() {
            return nothing();
        }
        let keep = button(Weight::Primary, "check", app.t("away.keep")).on_press(move || {
            worked();
            // The button goes, and the work is in the fields.
            stage.focus();
        });
        div("sw-away__line").child(app.say("p", "sw-away__text", "away.text")).child(keep).into()
    });
    let desk = STIR.into_iter().fold(desk, |desk, sign| {
        desk.on(sign, move |_| {
            absence.update(Absence::stirred);
        })
    });
    // A press on the question itself is answered by its button.
    let on_line = |event: &web_sys::Event| pointing::within(event, ".sw-away");
    WORK.into_iter()
        .fold(desk, |desk, sign| {
            desk.on(sign, move |event| {
                if !on_line(&event) {
                    worked();
                }
            })
        })
        .child(line)
}
