//! What the loader (`element.js`) calls: mounting one widget, telling it of changed attributes, freeing it.

use crate::app::event::Event;
use crate::app::model::{Model, Options};
use crate::flow::mode::Mode;
use crate::platform::host::Host;
use crate::platform::json;
use crate::platform::program::Program;
use crate::platform::store;
use crate::record;
use crate::value;
use crate::view::app::App;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

record! {
    /// The element's attributes as the loader has checked them.
    pub struct Attributes {
        pub flow: Option<String> = "flow",
        pub step: Option<String> = "step",
        pub lang: String = "lang",
        pub mode: Option<String> = "mode",
        pub device: String = "device",
        pub heading_level: u8 = "headingLevel",
        pub now: String = "now",
        pub seed: u32 = "seed",
        pub saved: Option<String> = "saved",
        pub municipality: Option<String> = "municipality",
        pub find: Option<String> = "find",
        pub base: String = "base",
    }
}

/// A mounted widget; dropping it takes everything away.
#[wasm_bindgen]
pub struct Mounted {
    program: Program,
    _handle: UnmountHandle<AnyViewState>,
}

/// Mounts a widget in an empty element of the shadow root.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, attributes: JsValue, host: Host) -> Mounted {
    let (attributes, _): (Attributes, _) = value::read(&json::from_js(&attributes));
    let handed_over = attributes.saved.as_deref().and_then(store::from_text);
    let may_save = crate::app::settings::Policy::of(&attributes.device).may_save;
    let saved = handed_over.or_else(|| may_save.then(store::kept).flatten());
    let model = Model::new(Options {
        flow: attributes.flow,
        step: attributes.step,
        lang: attributes.lang,
        mode: attributes.mode,
        device: attributes.device,
        heading_level: attributes.heading_level,
        now: attributes.now,
        municipality: attributes.municipality,
        find: attributes.find,
        base: attributes.base,
        seed: attributes.seed,
        saved,
    });
    // The signals belong to the mounted tree, so that freeing the tree frees them.
    let made = Rc::new(Cell::new(None));
    let slot = made.clone();
    let handle = mount_to(root, move || {
        let program = Program::new(model, host);
        slot.set(Some(program));
        let send = Callback::new(move |event| program.send(event));
        crate::view::shell::view(App::new(program.model, program.announced, program.hidden, send))
    });
    #[expect(clippy::expect_used, reason = "without a program there is no widget; the loader tells of it")]
    let program = made.get().expect("mount_to draws at once");
    program.start();
    Mounted { program, _handle: handle }
}

#[wasm_bindgen]
impl Mounted {
    /// An attribute changed on the element.
    pub fn set(&self, name: &str, value: Option<String>) {
        match (name, value) {
            ("flow", flow) => self.program.send(Event::HostSetFlow(flow)),
            ("seed", Some(seed)) => {
                self.program.model.update(|model| model.settings.seed = seed.parse().unwrap_or_default());
            }
            ("now", Some(now)) => self.program.model.update(|model| model.settings.now = now).unwrap_or_default(),
            ("lang", Some(lang)) => self.program.send(Event::LanguageChosen(lang)),
            ("mode", value) => {
                self.program.model.update(|model| model.fixed_mode = value.as_deref().and_then(Mode::from_id));
            }
            _ => {}
        }
    }

    /// Whether anybody can see the page: a page that is hidden forgets what was typed.
    pub fn seen(&self, seen: bool) {
        self.program.hidden.set(!seen);
    }

    /// For so many seconds nobody gave a sign of life. Where there is nothing to wipe, nobody hears of it.
    pub fn quiet(&self, seconds: u32) {
        let wipes =
            |model: &Model| model.policy.idle_after.is_some_and(|after| seconds >= after) && model.somebody_was_here();
        if self.program.model.with_untracked(wipes) {
            self.program.send(Event::FellIdle(seconds));
        }
    }

    /// Takes the widget away.
    pub fn unmount(self) {}

    /// The address of the page changed.
    pub fn go(&self, flow: Option<String>, step: Option<String>) {
        self.program.send(Event::Navigated { flow, step });
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn warn(text: &str);
}

/// Runs once for every wasm instance. The loader sees a panic as a trap; the console gets its words.
pub fn prepare() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or(String::new(), ToString::to_string);
        warn(&["stapwijzer: panic at ", &place].concat());
    }));
}
