//! The running program: takes events in, carries effects out.

use super::host::Host;
use super::{load, store};
use crate::app::aloud::{Aloud, Asked};
use crate::app::event::{Effect, Event, HostEvent};
use crate::app::model::Model;
use crate::signal::Signal;

/// A running widget. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Program {
    pub model: Signal<Model>,
    /// What the live region says.
    pub announced: Signal<String>,
    /// Nobody can see the page now.
    pub hidden: Signal<bool>,
    /// Counts what was asked to be said, so that what waits for a voice knows when it is no longer wanted.
    asked: Signal<u32>,
    outside: Signal<Host>,
}

impl Program {
    pub fn new(model: Model, host: Host) -> Program {
        Program {
            model: Signal::new(model),
            announced: Signal::new(String::new()),
            hidden: Signal::new(false),
            asked: Signal::new(0),
            outside: Signal::new(host),
        }
    }

    /// Carries out the first orders.
    pub fn start(self) {
        let effects = self.model.update(Model::start).unwrap_or_default();
        self.carry_out(effects);
    }

    /// Takes in what happened.
    pub fn send(self, event: Event) {
        // After an unmount the signal is gone, and so is the visitor.
        let effects = self.model.update(|model| model.update(event)).unwrap_or_default();
        self.carry_out(effects);
    }

    fn aloud(self) -> Option<Aloud> {
        self.model.with_untracked(|model| model.aloud)
    }

    fn next_asked(self) -> Option<u32> {
        self.asked.update(|asked| {
            *asked += 1;
            *asked
        })
    }

    fn carry_out(self, effects: Vec<Effect>) {
        let Some(host) = self.outside.update(|host| host.clone()) else { return };
        for effect in effects {
            match effect {
                Effect::Load(asset) => load::ask(&host, asset, move |event| self.send(event)),
                Effect::Warn(text) => host.warn(&text),
                Effect::Remember(saved) => {
                    let text = saved.to_json();
                    host.remember(&text);
                    if self.model.with_untracked(|model| model.policy.may_save) {
                        store::keep(&text);
                    }
                }
                Effect::FocusHeading => host.heading(),
                Effect::ShowDialog(dialog) => host.dialog(dialog.id(), true),
                Effect::CloseDialog(dialog) => host.dialog(dialog.id(), false),
                Effect::Announce(text) => self.announced.set(text),
                Effect::Speak(speech) => {
                    let this = self.next_asked();
                    let still = move || self.asked.update(|asked| *asked) == this;
                    let no_voice = move || self.send(Event::VoiceMissing);
                    if let Some(aloud) = self.aloud() {
                        (aloud.speak)(speech, Asked { still: Box::new(still), no_voice: Box::new(no_voice) });
                    }
                }
                Effect::Hush => {
                    self.next_asked();
                    if let Some(aloud) = self.aloud() {
                        (aloud.hush)();
                    }
                }
                Effect::Tell(event) => tell(&host, event),
                Effect::Wipe => host.wipe(),
            }
        }
    }
}

fn tell(host: &Host, event: HostEvent) {
    let at = |name: &str, flow: &str, step: &str, mode: &str| host.emit(name, Some(flow), Some(step), "mode", mode);
    match event {
        HostEvent::Ready => host.emit("ready", None, None, "", ""),
        HostEvent::Step { flow, step, mode } => at("step", &flow, &step, mode.id()),
        HostEvent::Complete { flow, step, mode } => at("complete", &flow, &step, mode.id()),
        HostEvent::Language { lang } => host.emit("language", None, None, "lang", &lang),
        HostEvent::Error { code } => host.emit("error", None, None, "code", code),
        HostEvent::Moved { flow, step } => host.emit("moved", flow.as_deref(), step.as_deref(), "", ""),
    }
}
