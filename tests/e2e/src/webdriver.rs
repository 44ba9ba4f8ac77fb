//! The wire: one WebDriver session, blocking.

use crate::failure::{Failure, Fault, Outcome};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use std::fmt;

/// The key under which WebDriver passes elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Our own codes, beside WebDriver's: the driver does not answer; the page noticed nothing of a touch.
const NO_DRIVER: &str = "no driver";
const LOST: &str = "touched nothing";

/// An element of the page, known to the driver.
#[derive(Debug, Clone, PartialEq)]
pub struct Element(pub String);

impl Element {
    /// The element as an argument for a script.
    pub fn value(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }

    /// The element that a script returned.
    pub fn from_value(value: &Value) -> Option<Element> {
        Some(Element(value.get(ELEMENT)?.as_str()?.into()))
    }
}

/// What a driver refused, with its WebDriver error code.
#[derive(Debug, Clone)]
pub struct Refusal {
    pub code: String,
    pub message: String,
}

impl Refusal {
    /// What was looked for is not there.
    pub fn absent(message: String) -> Refusal {
        Refusal { code: "no such element".into(), message }
    }

    /// A touch of which the page noticed nothing.
    pub fn lost(message: String) -> Refusal {
        Refusal { code: LOST.into(), message }
    }

    /// The driver did not answer, its session is over, or it touched nothing. A tab that hangs or crashes is none of that: a
    /// driver says so with other codes (“timeout”, “script timeout”, “tab crashed”), and it is the product's.
    pub fn is_of_the_driver(&self) -> bool {
        const CODES: [&str; 4] = [NO_DRIVER, LOST, "invalid session id", "session not created"];
        const BEGINNINGS: [&str; 2] = ["disconnected", "chrome not reachable"];
        let gone = BEGINNINGS.iter().any(|begin| self.code == *begin || self.message.starts_with(begin));
        let crashed = ["page crash", "tab crashed"].iter().any(|word| self.message.contains(word));
        (gone || CODES.contains(&self.code.as_str())) && !crashed
    }

    /// The page moved on between looking and doing, or a touch was lost: worth another look.
    pub fn is_passing(&self) -> bool {
        const PASSING: [&str; 6] = [
            LOST,
            "stale element reference",
            "element not interactable",
            "element click intercepted",
            "no such element",
            "detached shadow root",
        ];
        PASSING.contains(&self.code.as_str())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message.lines().next().unwrap_or_default())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let fault = if refusal.is_of_the_driver() { Fault::Driver } else { Fault::Product };
        Failure { text: refusal.to_string(), fault }
    }
}

/// An answer of the driver.
pub type Answer<T = Value> = Result<T, Refusal>;

/// How many seconds a driver may take, and how many for what only rounds off.
const LONG: u64 = 90;
const SHORT: u64 = 10;

/// Sends one command to a driver and gives the `value` of its answer.
pub fn command(method: &str, url: &str, body: Option<&Value>) -> Answer {
    command_within(LONG, method, url, body)
}

fn command_within(seconds: u64, method: &str, url: &str, body: Option<&Value>) -> Answer {
    let broken = |message: String| Refusal { code: NO_DRIVER.into(), message };
    let method = match method {
        "GET" => minreq::Method::Get,
        "DELETE" => minreq::Method::Delete,
        _ => minreq::Method::Post,
    };
    let mut request = minreq::Request::new(method, url).with_timeout(seconds);
    if let Some(body) = body {
        request = request.with_header("Content-Type", "application/json; charset=utf-8").with_body(body.to_string());
    }
    let response = request.send().map_err(|error| broken(error.to_string()))?;
    let answer: Value = serde_json::from_slice(response.as_bytes()).map_err(|error| broken(error.to_string()))?;
    let value = answer.get("value").cloned().unwrap_or(Value::Null);
    match value.get("error").and_then(Value::as_str) {
        Some(code) if response.status_code >= 400 => Err(Refusal {
            code: code.into(),
            message: value.get("message").and_then(Value::as_str).unwrap_or_default().into(),
        }),
        _ => Ok(value),
    }
}

/// A session with a browser; ends when dropped.
pub struct Session {
    url: String,
    debugger: Option<String>,
}

impl Session {
    /// Asks the driver at `driver` for a browser.
    pub fn new(driver: &str, capabilities: &Value) -> Answer<Session> {
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let value = command("POST", &format!("{driver}/session"), Some(&body))?;
        let id = value.get("sessionId").and_then(Value::as_str).unwrap_or_default();
        let debugger = value["capabilities"]["goog:chromeOptions"]["debuggerAddress"].as_str().map(String::from);
        let session = Session { url: format!("{driver}/session/{id}"), debugger };
        session.post("timeouts", &json!({ "script": 60_000, "pageLoad": 30_000, "implicit": 0 }))?;
        Ok(session)
    }

    /// Where Chromium's debugger listens.
    pub fn debugger(&self) -> Option<&str> {
        self.debugger.as_deref()
    }

    pub fn get(&self, path: &str) -> Answer {
        command("GET", &format!("{}/{path}", self.url), None)
    }

    pub fn post(&self, path: &str, body: &Value) -> Answer {
        command("POST", &format!("{}/{path}", self.url), Some(body))
    }

    pub fn delete(&self, path: &str) -> Answer {
        command("DELETE", format!("{}/{path}", self.url).trim_end_matches('/'), None)
    }

    /// Runs a script in the page; a promise is waited for.
    pub fn execute(&self, script: &str, args: Value) -> Answer {
        self.post("execute/sync", &json!({ "script": script, "args": args }))
    }

    /// The visible part of the page as PNG.
    pub fn screenshot(&self) -> Outcome<Vec<u8>> {
        decode(&command_within(SHORT, "GET", &format!("{}/screenshot", self.url), None)?)
    }

    /// The page on paper, as PDF: the size of a sheet in centimetres, with a margin of one.
    pub fn print(&self, width: f64, height: f64) -> Outcome<Vec<u8>> {
        let margin = json!({ "top": 1, "bottom": 1, "left": 1, "right": 1 });
        decode(&self.post("print", &json!({ "page": { "width": width, "height": height }, "margin": margin }))?)
    }

    /// A command of Chromium's DevTools protocol.
    pub fn devtools(&self, method: &str, params: Value) -> Answer {
        self.post("goog/cdp/execute", &json!({ "cmd": method, "params": params }))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = command_within(SHORT, "DELETE", &self.url, None);
    }
}

/// The bytes in a base64 string.
fn decode(value: &Value) -> Outcome<Vec<u8>> {
    STANDARD.decode(value.as_str().unwrap_or_default()).map_err(|error| Failure::new(format!("not base64: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fault(code: &str, message: &str) -> Fault {
        Failure::from(Refusal { code: code.into(), message: message.into() }).at("somewhere").and(" and more").fault
    }

    #[test]
    fn a_driver_that_is_gone_or_touched_nothing_is_at_fault() {
        assert_eq!(fault("invalid session id", ""), Fault::Driver);
        assert_eq!(fault("unknown error", "disconnected: not connected to DevTools"), Fault::Driver);
        assert_eq!(Failure::from(Refusal::lost("a tap".into())).fault, Fault::Driver);
        let nobody = command_within(1, "GET", "http://127.0.0.1:9/status", None).unwrap_err();
        assert_eq!(Failure::from(nobody).fault, Fault::Driver);
    }

    #[test]
    fn what_a_page_does_wrong_is_never_the_drivers() {
        for code in ["no such element", "script timeout", "timeout", "javascript error", "tab crashed", "unknown error"]
        {
            assert_eq!(fault(code, "tab crashed"), Fault::Product, "{code}");
        }
        assert_eq!(fault("invalid session id", "session deleted because of page crash"), Fault::Product);
        assert_eq!(Failure::from("after 10 s not there").fault, Fault::Product);
    }
}
