//! Fetching, through the loader, and reading what arrives.

use super::host::Host;
use super::json;
use crate::app::event::{Event, Failure};
use crate::value::{self, Read, Value};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What is asked for.
pub enum Request {
    /// The interface words of a language.
    Ui(String),
    Catalogue,
    /// A flow's structure.
    Flow(String),
    /// A flow's words in a language.
    Words(String, String),
}

impl Request {
    /// The file that holds it, under the base address.
    pub fn path(&self) -> String {
        match self {
            Request::Ui(lang) => ["ui/", lang, ".json"].concat(),
            Request::Catalogue => "flows/catalogue.json".to_owned(),
            Request::Flow(id) => ["flows/", id, "/flow.json"].concat(),
            Request::Words(id, lang) => ["flows/", id, "/", lang, ".json"].concat(),
        }
    }

    /// What arrived, as an event.
    pub fn arrived(self, value: Result<Value, Failure>) -> Event {
        let path = self.path();
        match self {
            Request::Ui(lang) => Event::UiArrived(lang, fit(&path, value)),
            Request::Catalogue => Event::CatalogueArrived(fit(&path, value)),
            Request::Flow(id) => Event::FlowArrived(id, fit(&path, value).map(Box::new)),
            Request::Words(id, lang) => Event::WordsArrived(id, lang, fit(&path, value).map(Box::new)),
        }
    }
}

/// Asks for a file, and reports it as an event once it is there. (A callback and no future: each future is 3 kB of wasm.)
pub fn ask(host: &Host, request: Request, send: impl FnOnce(Event) + 'static) {
    let path = request.path();
    let done = Closure::once_into_js(move |value: JsValue, code: JsValue| {
        let value = match code.as_string() {
            Some(code) => Err(Failure::from_code(&code)),
            None => json::from_js(&value).ok_or(Failure::BadContent),
        };
        send(request.arrived(value));
    });
    host.load(&path, done);
}

/// What arrived, if it fits. Fields that a newer format may have are let be.
fn fit<T: Read>(path: &str, value: Result<Value, Failure>) -> Result<T, Failure> {
    let (read, misfits) = value::read(&value?);
    match misfits.iter().find(|misfit| !misfit.unknown) {
        None => Ok(read),
        Some(misfit) => {
            // For the one who wrote the file; visitors see the failure screen.
            warn(&["stapwijzer: ", path, " ", &misfit.path, ": ", &misfit.found, ", not ", misfit.expected].concat());
            Err(Failure::BadContent)
        }
    }
}

/// Writes a line to the console.
pub fn warn(text: &str) {
    let console = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("console")).unwrap_or_default();
    let warn = js_sys::Reflect::get(&console, &JsValue::from_str("warn")).ok();
    if let Some(warn) = warn.and_then(|warn| warn.dyn_into::<js_sys::Function>().ok()) {
        let _ = warn.call1(&console, &JsValue::from_str(text));
    }
}
