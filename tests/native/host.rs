//! What a host page does to the program, and hears of it.

use crate::program::{MOVE, Stage, flow};
use stapwijzer::app::event::{Effect, Event, Failure, HostEvent};
use stapwijzer::app::model::{Options, Place};

#[test]
fn a_flow_that_the_host_page_sets_moves_no_keyboard() {
    let mut stage = Stage::start(Options::default());
    for flow in [Some(MOVE), Some("huis"), None, Some("geen-stroom")] {
        stage.send(Event::HostSetFlow(flow.map(str::to_owned)));
        assert!(!stage.effects.contains(&Effect::FocusHeading), "{flow:?}");
    }
    // Before there are words to show anything in, it only says where to begin.
    let mut asleep = Stage::asleep(Options::default());
    asleep.model.update(Event::HostSetFlow(Some(MOVE.into())));
    assert_eq!(asleep.model.place, Place::Waking);
}

#[test]
fn a_later_file_that_does_not_come_is_told_once_for_each_reason() {
    let mut stage = Stage::start(flow(MOVE));
    let codes = |stage: &Stage| {
        let code = |event: &&HostEvent| if let HostEvent::Error { code } = event { Some(*code) } else { None };
        stage.told().iter().filter_map(code).collect::<Vec<_>>()
    };
    for failure in [Failure::Server, Failure::Server, Failure::Start] {
        stage.send(Event::LaterCame(Err(failure)));
    }
    assert_eq!(codes(&stage), ["server", "start"]);
    // A flow that needs it says why it cannot be opened, and the page does not hear that twice.
    let mut stage = Stage::start(Options::default());
    stage.send(Event::LaterCame(Err(Failure::Timeout)));
    stage.send(Event::FlowChosen(MOVE.into()));
    assert_eq!(stage.model.place, Place::Failed(Failure::Timeout));
    assert_eq!(codes(&stage), ["timeout", "timeout"]);
}
