//! A step that is done once more, from the end.

use crate::program::{Stage, flow};
use stapwijzer::app::event::Event;
use stapwijzer::flow::answer::{Aid, Answer};
use stapwijzer::flow::mode::Mode;

/// What did not go well was named at the end, and to do it again one began at the first step.
#[test]
fn a_step_that_is_practised_again_leads_back_to_the_end() {
    let mut stage = Stage::start(flow("melding-openbare-ruimte"));
    stage.send(Event::ModeChosen(Mode::Practise)).walk_to_the_end();
    let end = stage.step();
    let steps = |stage: &Stage| stage.model.outcome_screen().unwrap().result.unwrap();
    let step = steps(&stage).without_help[0].0.clone();
    for (aid, left) in [(Aid::Shown, 1), (Aid::None, 0)] {
        stage.send(Event::PractisedAgain(step.clone()));
        assert_eq!(stage.step(), step);
        stage.send(Event::Answered(Answer::Practised(aid)));
        assert_eq!(stage.step(), end, "the steps after it were done already");
        assert_eq!(steps(&stage).again.len(), left);
    }
    // Another way from there is another visit: nothing is jumped over.
    stage.send(Event::PractisedAgain(step.clone())).send(Event::WentBack);
    let before = stage.step();
    stage.send(Event::Answered(Answer::Seen));
    assert_ne!(stage.step(), end, "from {before} to the end at once");
}
