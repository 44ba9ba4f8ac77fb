//! On a narrow screen one device stands in front at a time; these buttons bring another one there, and show where something
//! new came in. On a wide desk all devices stand side by side and the buttons are not needed.

use super::player::Spot;
use super::stage::Stage;
use crate::practice::desk::{Desk, DeskEvent, Device};
use crate::practice::spec::ScreenKind;
use crate::view::ui::node::{Node, div, nothing, press};
use crate::view::ui::pictogram::icon;

/// The devices of this screen between which one has to choose; none where two are needed at once.
pub fn devices(desk: &Desk) -> Vec<Device> {
    if desk.kind() == ScreenKind::Scan {
        return vec![];
    }
    let there: Vec<Device> = Device::ALL.into_iter().filter(|device| desk.has(*device)).collect();
    if there.len() > 1 { there } else { vec![] }
}

/// The buttons.
pub fn view(stage: Stage) -> Node {
    let (app, shown) = (stage.app, stage.front);
    let buttons = stage.desk.with_untracked(devices).into_iter().map(|device| {
        let (name, pictogram) = words(device);
        let new = move || match stage.desk.with(|desk| desk.unread(device)) {
            0 => nothing(),
            _ => app.say("span", "sw-new", "desk.new").into(),
        };
        let tab = press("sw-tab")
            .live_state("aria-pressed", move || shown.get() == device)
            .child(icon(pictogram))
            .child(app.say("span", "sw-tab__name", name))
            .live(new)
            .on_press(move || {
                shown.set(device);
                stage.send(DeskEvent::Looked(device));
            });
        stage.spot(Spot::Tab(device), tab)
    });
    div("sw-tabs").attr("role", "group").attr("aria-label", app.t("desk.tabs")).children(buttons)
}

fn words(device: Device) -> (&'static str, &'static str) {
    match device {
        Device::Computer => ("desk.tab.computer", "computer"),
        Device::Phone => ("desk.tab.phone", "phone"),
        Device::Mail => ("desk.tab.mail", "mail"),
        Device::Letter => ("desk.tab.letter", "letter"),
        Device::Other => ("desk.tab.other", "person"),
    }
}
