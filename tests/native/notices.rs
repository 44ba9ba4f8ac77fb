//! What is told above a screen, and of a file that is newer than the program.

use crate::program::{MOVE, Stage, flow};
use crate::support::public;
use stapwijzer::app::event::{Effect, Event, Failure, HostEvent};
use stapwijzer::app::model::Place;
use stapwijzer::app::notice::Notice;

/// Story: the widget told one notice from another by the length of its key, so a notice of an equal length would have left the text of
/// the one before. And one that was closed and came again was not heard, since the live region still held its words.
#[test]
fn every_notice_is_seen_and_heard_each_time_it_comes() {
    for (at, one) in Notice::ALL.into_iter().enumerate() {
        assert_ne!(Notice::number(Some(one)), Notice::number(None));
        for other in &Notice::ALL[at + 1..] {
            assert_ne!(Notice::number(Some(one)), Notice::number(Some(*other)));
            assert_ne!(one.key(), other.key());
        }
    }
    let mut stage = Stage::start(flow(MOVE));
    stage.send(Event::VoiceMissing);
    stage.effects.clear();
    stage.send(Event::NoticeClosed);
    assert_eq!(stage.model.notice, None);
    assert!(stage.effects.contains(&Effect::Announce(String::new())), "{:?}", stage.effects);
    assert!(stage.effects.contains(&Effect::FocusHeading));
}

/// Story: a page stood open for days while its site got a newer release. Of a flow of the newer format it said “In deze oefening zit een
/// fout”, of which nothing is true, and not that to load the page again helps. The words that do say so were used nowhere.
#[test]
fn a_file_of_a_newer_format_is_told_as_newer() {
    for path in ["flows/verhuizing-doorgeven/flow.json", "flows/verhuizing-doorgeven/nl.json"] {
        let text = std::fs::read_to_string(public().join(path)).unwrap();
        let newer = text.replacen("\"format\": 1", "\"format\": 2", 1);
        assert_ne!(newer, text);
        let stage = Stage::start_with_files(flow(MOVE), vec![(path, serde_json::from_str(&newer).unwrap())]);
        assert_eq!(stage.model.place, Place::Failed(Failure::Newer), "{path}");
        assert!(stage.told().contains(&&HostEvent::Error { code: "newer" }));
    }
}
