//! The running program: takes events in, carries effects out.

use super::host::Host;
use super::{focus, load, speech, store};
use crate::app::event::{Effect, Event, HostEvent};
use crate::app::model::Model;
use crate::signal::Signal;
use web_sys::HtmlElement;

/// A running widget. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Program {
    pub model: Signal<Model>,
    /// What the live region says.
    pub announced: Signal<String>,
    /// Nobody can see the page now.
    pub hidden: Signal<bool>,
    outside: Signal<(Host, HtmlElement)>,
}

impl Program {
    pub fn new(model: Model, host: Host, root: HtmlElement) -> Program {
        Program {
            model: Signal::new(model),
            announced: Signal::new(String::new()),
            hidden: Signal::new(false),
            outside: Signal::new((host, root)),
        }
    }

    /// Carries out the first orders.
    pub fn start(self) {
        speech::prepare();
        let effects = self.model.update(Model::start).unwrap_or_default();
        self.carry_out(effects);
    }

    /// Takes in what happened.
    pub fn send(self, event: Event) {
        // After an unmount the signal is gone, and so is the visitor.
        let effects = self.model.update(|model| model.update(event)).unwrap_or_default();
        self.carry_out(effects);
    }

    fn carry_out(self, effects: Vec<Effect>) {
        let Some((host, root)) = self.outside.update(|outside| outside.clone()) else { return };
        for effect in effects {
            match effect {
                Effect::Load(asset) => load::ask(&host, asset, move |event| self.send(event)),
                Effect::Warn(text) => load::warn(&["stapwijzer: ", &text].concat()),
                Effect::Remember(saved) => {
                    let text = saved.to_json();
                    host.remember(&text);
                    if self.model.with_untracked(|model| model.policy.may_save) {
                        store::keep(&text);
                    }
                }
                Effect::FocusHeading => {
                    focus::heading(&root);
                }
                Effect::ShowDialog(dialog) => {
                    focus::show_dialog(&root, dialog.id());
                }
                Effect::CloseDialog(dialog) => {
                    focus::close_dialog(&root, dialog.id());
                }
                Effect::Announce(text) => self.announced.set(text),
                Effect::Speak { lang, text } => {
                    if !speech::speak(&lang, &text) {
                        self.send(Event::VoiceMissing);
                    }
                }
                Effect::Hush => speech::hush(),
                Effect::Tell(event) => tell(&host, event),
                Effect::Wipe => host.wipe(),
            }
        }
    }
}

fn tell(host: &Host, event: HostEvent) {
    let emit = |name: &str, values: &[(&str, Option<&str>)]| {
        let detail = js_sys::Object::new();
        for (key, value) in values {
            if let Some(value) = value {
                let _ = js_sys::Reflect::set(&detail, &(*key).into(), &(*value).into());
            }
        }
        host.emit(name, &detail);
    };
    match event {
        HostEvent::Ready => emit("ready", &[]),
        HostEvent::Step { flow, step, mode } => {
            emit("step", &[("flow", Some(&flow)), ("step", Some(&step)), ("mode", Some(mode.id()))]);
        }
        HostEvent::Complete { flow, step, mode } => {
            emit("complete", &[("flow", Some(&flow)), ("step", Some(&step)), ("mode", Some(mode.id()))]);
        }
        HostEvent::Language { lang } => emit("language", &[("lang", Some(&lang))]),
        HostEvent::Error { code } => emit("error", &[("code", Some(code))]),
        HostEvent::Moved { flow, step } => emit("moved", &[("flow", flow.as_deref()), ("step", step.as_deref())]),
    }
}
