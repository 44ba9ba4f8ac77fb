//! The soft sounds of the desk: which is heard when, and that they are soft.

use crate::practice_play::{WATCH, coached, desk, login_spec, play, spec};
use crate::program::{MOVE, Stage, flow};
use stapwijzer::app::event::Event;
use stapwijzer::app::model::Options;
use stapwijzer::app::saved::Saved;
use stapwijzer::app::settings::Look;
use stapwijzer::practice::desk::Desk;
use stapwijzer::practice::heard::{Heard, Sound};
use stapwijzer::practice::waves::{FULL, RATE, samples};
use stapwijzer::value::Value;

/// What is heard on arrival, and of each word of the script.
fn heard(desk: &mut Desk, script: &str) -> Vec<Option<Sound>> {
    let mut before = Heard::of(desk);
    let mut all = vec![before.since(Heard::before(desk))];
    for word in script.split_whitespace() {
        play(desk, word);
        let now = Heard::of(desk);
        all.push(now.since(before));
        before = now;
    }
    all
}

#[track_caller]
fn check(mut desk: Desk, script: &str, expected: &[Option<Sound>]) {
    assert_eq!(heard(&mut desk, script), expected, "{script}");
}

const MESSAGE: Option<Sound> = Some(Sound::Message);
const RIGHT: Option<Sound> = Some(Sound::Right);
const PAPER: Option<Sound> = Some(Sound::Paper);

#[test]
fn what_comes_in_is_heard_and_a_mistake_is_not() {
    let sms = &spec(r#"{ "type": "sms-code" }"#);
    // The message came with the visitor; a code that is asked for comes with a message, a call buzzes, and the voice is no message.
    let script = "! new @call @answer code=222333 ! !";
    let expected = [MESSAGE, None, MESSAGE, Some(Sound::Buzz), None, None, None, None];
    check(desk(sms), script, &expected);
    check(desk(sms), "code=111222 ! !", &[MESSAGE, None, RIGHT, None]);
    check(
        desk(&login_spec("none")),
        "! username=noorvoorbeeld password=Oefen-7dagen !",
        &[None, None, None, None, RIGHT],
    );
    check(coached(sms, WATCH), "!", &[MESSAGE, RIGHT]);
}

#[test]
fn paper_is_heard_when_it_falls_and_when_it_is_unfolded() {
    let letter = spec(r#"{ "type": "letter-code", "letter": "brief", "wait": true, "sealed": true }"#);
    check(desk(&letter), "later @envelope code=AOEFEN123 !", &[None, PAPER, PAPER, None, RIGHT]);
    // What lies there from the start was heard by nobody.
    check(desk(&spec(r#"{ "type": "letter-code", "letter": "brief" }"#)), "code=AOEFEN123 !", &[None, None, RIGHT]);
}

/// A sound that begins or ends at once clicks, and one that is loud makes somebody jump.
#[test]
fn sounds_are_soft_and_short() {
    for sound in Sound::ALL {
        let samples = samples(sound);
        let (first, last) = (samples[0].abs(), samples[samples.len() - 1].abs());
        assert!(first < FULL / 500 && last < FULL / 500, "{sound:?} begins at {first} and ends at {last}");
        let loudest = samples.iter().map(|sample| sample.abs()).max().unwrap();
        assert!((FULL / 50..FULL / 5).contains(&loudest), "{sound:?} is at most {loudest} of {FULL}");
        let long = samples.len() as u32 * 1000 / RATE;
        assert!((200..=600).contains(&long), "{sound:?} takes {long} ms");
        // The ear hears a step that is no part of a wave.
        let mean = samples.iter().sum::<i32>() / samples.len() as i32;
        assert!(mean.abs() < FULL / 200, "{sound:?} lies {mean} aside");
    }
}

#[test]
fn no_two_sounds_are_alike() {
    let all = Sound::ALL.map(samples);
    assert!((0..all.len()).all(|index| !all[..index].contains(&all[index])));
}

#[test]
fn sounds_are_off_until_they_are_asked_for_and_kept_as_the_look_is() {
    let mut stage = Stage::start(Options { device: "personal".into(), ..flow(MOVE) });
    let look = stage.model.settings.look;
    assert!(!look.sounds);
    stage.send(Event::LookChosen(Look { sounds: true, ..look }));
    let text = stage.model.saved().to_json();
    let stored: Value = serde_json::from_str(&text).unwrap();
    let saved = Saved::from_value(&stored).unwrap();
    assert!(saved.look.sounds && Saved { look, ..saved.clone() } != saved);
    let after = Stage::start(Options { device: "personal".into(), saved: Some(saved), ..flow(MOVE) });
    assert!(after.model.settings.look.sounds);
    // A visit that was kept before there were sounds.
    let older: Value = serde_json::from_str(&text.replace("\"sounds\":true,", "")).unwrap();
    assert_ne!(older, stored);
    assert!(!Saved::from_value(&older).unwrap().look.sounds);
}
