//! The soft sounds of the desk, for who switched them on. They follow the desk, as the eye does: nothing that is done there has to know.

use super::app::App;
use crate::platform::sound::Player;
use crate::practice::heard::{Heard, Sound};
use crate::practice::waves;
use crate::signal::{effect, get_bool, memo_bool};

/// Listens for as long as the widget is there.
pub fn follow(app: App) {
    let on = memo_bool(move || app.model.with(|model| model.settings.look.sounds));
    let mut player = Player::default();
    let mut was_on = app.model.with_untracked(|model| model.settings.look.sounds);
    // The desk by its step, and what could be heard of it.
    let mut was: Option<(String, Heard)> = None;
    effect(move || {
        let on = get_bool(on);
        let heard = app.desk.with(|kept| {
            let (key, desk) = kept.as_ref()?;
            let desk = desk.borrow();
            let then = was.take().filter(|(same, _)| same == key);
            let then = then.map_or_else(|| Heard::before(&desk), |(_, then)| then);
            let now = Heard::of(&desk);
            Some(((key.clone(), now), now.since(then)))
        });
        let (desk, sound) = heard.map_or((None, None), |(desk, sound)| (Some(desk), sound));
        // The press that asks for sounds is answered by one.
        let sound = if std::mem::replace(&mut was_on, on) { sound } else { Some(Sound::Message) };
        was = desk;
        if let Some(sound) = sound.filter(|_| on && !app.hidden.get_untracked()) {
            player.play(&waves::samples(sound), waves::FULL, waves::RATE);
        }
    });
}
