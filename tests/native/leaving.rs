//! Leaving and coming back: who walks away from a shared device, who begins again by a slip, who goes back and forward.

use crate::program::{Stage, flow};
use stapwijzer::app::event::{Dialog, Effect, Event, HostEvent};
use stapwijzer::app::model::{Options, Place};
use stapwijzer::app::notice::Notice;
use stapwijzer::flow::answer::Answer;
use stapwijzer::flow::mode::Mode;

const MOVE: &str = "verhuizing-doorgeven";

#[test]
fn a_shared_device_is_wiped_when_nobody_is_there() {
    let mut stage = Stage::start(Options { device: "kiosk".into(), ..flow(MOVE) });
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::FellIdle(119));
    assert_eq!(stage.model.idle, None, "too soon");
    stage.send(Event::FellIdle(120));
    assert_eq!(stage.model.idle, Some(30));
    stage.send(Event::CameBack);
    assert_eq!(stage.model.idle, None);
    for seconds in 120..150 {
        stage.send(Event::FellIdle(seconds));
        assert_eq!(stage.model.idle, Some(150 - seconds));
        assert!(!stage.effects.contains(&Effect::Wipe));
    }
    stage.send(Event::FellIdle(150));
    assert!(stage.effects.contains(&Effect::Wipe));
}

/// Once a device that slept all night showed yesterday's step for minutes more: ticks were counted, and a device that sleeps has none.
#[test]
fn after_a_night_of_sleep_the_visit_is_over_at_once() {
    let mut stage = Stage::start(Options { device: "shared".into(), ..flow(MOVE) });
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::FellIdle(9 * 3600));
    assert!(stage.effects.contains(&Effect::Wipe) && !stage.effects.contains(&Effect::ShowDialog(Dialog::Idle)));
}

/// Once the countdown closed whatever dialog stood first in the page, and opened that again instead of itself: the visit was wiped
/// without a warning while "Typ hier nooit uw echte BSN" stood open.
#[test]
fn the_countdown_comes_over_whatever_dialog_is_open() {
    let mut stage = Stage::start(Options { device: "kiosk".into(), ..flow(MOVE) });
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::HelpOpened).send(Event::StopShown);
    stage.effects.clear();
    stage.send(Event::FellIdle(120));
    assert_eq!(stage.effects, [Effect::Hush, Effect::ShowDialog(Dialog::Idle)]);
    stage.effects.clear();
    stage.send(Event::CameBack);
    assert_eq!(stage.effects, [Effect::CloseDialog(Dialog::Idle)]);
    assert!(stage.model.help_open, "help is still there");
}

#[test]
fn a_widget_on_somebody_elses_page_is_never_wiped_and_saves_nothing() {
    let mut stage = Stage::start(flow(MOVE));
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::FellIdle(9 * 3600));
    assert_eq!(stage.model.idle, None);
    assert!(!stage.effects.contains(&Effect::Wipe));
    assert!(!stage.model.policy.may_save);
}

/// Once "Opnieuw beginnen" threw all steps away, and "Terug" after that led out of the flow.
#[test]
fn beginning_again_can_be_taken_back() {
    let mut stage = Stage::start(flow(MOVE));
    stage.send(Event::ModeChosen(Mode::Together)).send(Event::Answered(Answer::Seen));
    let (second, before) = (stage.step(), stage.model.session.clone());
    stage.send(Event::Restarted);
    assert_ne!(stage.step(), second);
    stage.send(Event::WentBack);
    assert_eq!((stage.step(), stage.model.session.clone()), (second.clone(), before));
    // Who goes on after it has begun again.
    stage.send(Event::Restarted).send(Event::Answered(Answer::Seen)).send(Event::WentBack).send(Event::WentBack);
    assert_eq!(stage.model.place, Place::Welcome);
}

/// Once the browser's Forward changed the address and not the screen.
#[test]
fn forward_again_leads_to_the_step_that_the_answers_lead_to() {
    let mut stage = Stage::start(flow(MOVE));
    stage.send(Event::ModeChosen(Mode::Together));
    let at = |step: &str| Event::Navigated { flow: Some(MOVE.into()), step: Some(step.into()) };
    let first = stage.step();
    stage.send(Event::Answered(Answer::Seen));
    let second = stage.step();
    stage.send(at(&first)).send(at(&second));
    assert_eq!(stage.step(), second);
    // A step that was never met: the address is that of the screen again.
    stage.effects.clear();
    stage.send(at("bevestiging"));
    assert_eq!(stage.step(), second);
    let there = HostEvent::Moved { flow: Some(MOVE.into()), step: Some(second) };
    assert_eq!(stage.effects, [Effect::Tell(there)]);
}

/// Story: the countdown is in the later file. Where that did not come, a shared device was wiped without a warning.
#[test]
fn without_the_later_file_a_line_asks_and_a_touch_answers() {
    let mut stage = Stage::start(Options { device: "kiosk".into(), ..flow(MOVE) });
    stage.model.aloud = None;
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::FellIdle(120));
    assert_eq!(stage.model.notice, Some(Notice::Idle));
    assert!(!stage.effects.contains(&Effect::ShowDialog(Dialog::Idle)));
    stage.send(Event::FellIdle(0));
    assert_eq!((stage.model.notice, stage.model.idle), (None, None));
    stage.send(Event::FellIdle(120)).send(Event::FellIdle(150));
    assert!(stage.effects.contains(&Effect::Wipe));
}
