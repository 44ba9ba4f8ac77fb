//! Small parts of the interface: what a press opens over a screen, and what stands above or below it. Each is reached as a visitor does, by
//! the deeds that are listed here. (Not the question whether anybody is still there, nor help: modal dialogs, which would make the rest of
//! the page inert.)

use serde_json::{Value, json};

/// The state of the page that shows them.
pub const STATE: &str = "delen";

/// Each part: its name, the attributes of its widget, and the deeds: `key` presses what has these words, `=text` types that in the first
/// field.
pub fn all() -> impl Iterator<Item = Value> {
    let step = json!({ "flow": "stap-uitleg" });
    [
        ("instellingen", step.clone(), json!(["settings.title"])),
        ("alle-stappen", step, json!(["step.all"])),
        ("voor-wie-helpt", json!({ "flow": "stap-uitleg", "mode": "samen" }), json!(["helper.title"])),
        ("melding", json!({ "flow": "stap-uitleg", "municipality": "bestaat-niet" }), json!([])),
        // The real flows are the ones that can be found.
        ("gevonden", json!({ "base": "./" }), json!(["=ik wil verhuizen"])),
        ("niets-gevonden", json!({ "base": "./" }), json!(["=qqqq"])),
        // Digits: a kiosk is too wide a thing for all letters at 390 px.
        ("toetsen", json!({ "flow": "sms-code", "device": "kiosk" }), json!(["="])),
    ]
    .into_iter()
    .map(|(name, attributes, deeds)| {
        json!({ "name": name, "group": "Onderdelen", "state": STATE, "attributes": attributes, "deeds": deeds })
    })
}
