//! What comes in on a device that stands behind another one drops in at the top of the one in front, with a way there. Where all stand
//! side by side it is seen there, and the style leaves this out.

use super::stage::Stage;
use crate::practice::desk::{Deed, DeskEvent, Device};
use crate::practice::screens::sms_code::SmsCode;
use crate::signal::memo;
use crate::view::ui::node::{Node, div, nothing, press};
use crate::view::ui::pictogram::icon;
use leptos::prelude::Get;

/// What came in, and its words and sign.
const NEWS: [(Device, &str, &str); 3] = [
    (Device::Phone, "call.rings", "phone"),
    (Device::Phone, "desk.arrived.phone", "phone"),
    (Device::Mail, "desk.arrived.mail", "mail"),
];

/// The notice, for the top of a drawn device.
pub fn notice(stage: Stage) -> Node {
    let app = stage.app;
    let news = memo(move || {
        let front = stage.front.get();
        let (rings, unread) = stage.desk.with(|desk| {
            let rings = desk.screen::<SmsCode>().is_some_and(SmsCode::ringing);
            (rings, [Device::Phone, Device::Mail].map(|device| desk.unread(device) > 0))
        });
        let there = [rings, unread[0], unread[1]];
        let found = (0..NEWS.len()).find(|index| there[*index] && NEWS[*index].0 != front);
        found.map_or(0, |index| index as u32 + 1)
    });
    div("sw-arrival").live(move || {
        let Some((device, words, sign)) = (news.get() as usize).checked_sub(1).and_then(|index| NEWS.get(index)) else {
            return nothing();
        };
        let look = press("sw-button sw-button--primary")
            .child(app.say("span", "sw-button__label", "desk.look"))
            .on_press(move || {
                stage.front.set(*device);
                stage.send(DeskEvent::Looked(*device));
                stage.go_to(&[".sw-call .sw-button", ".sw-tab[aria-pressed=true]"]);
            });
        div("sw-arrival__line")
            .child(icon(sign))
            .child(app.say("p", "sw-arrival__text", words))
            .child(stage.does(Deed::Look(*device), look))
            .into()
    })
}
