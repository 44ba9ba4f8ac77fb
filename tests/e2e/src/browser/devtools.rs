//! A line of our own to Chromium's DevTools, beside the driver's: for what comes in pieces, as a picture of the heap does.

use crate::failure::{Failure, Outcome};
use serde::Deserialize;
use serde_json::{Value, json};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Message, WebSocket, connect};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Devtools {
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    last: u64,
}

/// A picture of the heap; millions of numbers beside the strings are passed over.
#[derive(Deserialize)]
struct Snapshot {
    strings: Vec<String>,
}

impl Devtools {
    /// Listens to the page that a browser shows; `address` is where its debugger is.
    pub fn listen(address: &str) -> Outcome<Devtools> {
        let response = minreq::get(format!("http://{address}/json")).with_timeout(10).send().map_err(told)?;
        let targets: Value = serde_json::from_slice(response.as_bytes())?;
        let page = targets.as_array().into_iter().flatten().find(|target| target["type"] == "page");
        let url = page.and_then(|page| page["webSocketDebuggerUrl"].as_str()).ok_or("no page to listen to")?;
        let socket = connect(url).map_err(told)?.0;
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(PATIENCE))?;
        }
        Ok(Devtools { socket, last: 0 })
    }

    /// One command. Its answer is passed over by whoever asks next.
    fn order(&mut self, method: &str, params: &Value) -> Outcome {
        self.last += 1;
        let order = json!({ "id": self.last, "method": method, "params": params });
        self.socket.send(Message::text(order.to_string())).map_err(told)
    }

    /// Two taps at one place, with so much time from the first to the second, as a finger does: it waits for nobody. Each carries the
    /// time of the finger, as a screen hands it over: a busy machine is late with it, and the page is told when it was.
    pub fn tap_twice(&mut self, touch: bool, [x, y]: [f64; 2], pace: Duration) -> Outcome {
        /// From down to up.
        const DOWN: Duration = Duration::from_millis(20);
        let begin = Instant::now();
        let first = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        for count in [1, 2] {
            let at = if count == 2 { first + pace } else { first };
            let (down, up) = (at.as_secs_f64(), (at + DOWN).as_secs_f64());
            let (method, down, up) = if touch {
                let touch = |kind: &str, points: Value, at: f64| json!({ "type": kind, "touchPoints": points, "timestamp": at });
                (
                    "Input.dispatchTouchEvent",
                    touch("touchStart", json!([{ "x": x, "y": y }]), down),
                    touch("touchEnd", json!([]), up),
                )
            } else {
                let click = |kind: &str, at: f64| json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": count, "timestamp": at });
                ("Input.dispatchMouseEvent", click("mousePressed", down), click("mouseReleased", up))
            };
            self.order(method, &down)?;
            thread::sleep(DOWN);
            if count == 2 {
                self.ask(method, up, |_| ())?;
            } else {
                self.order(method, &up)?;
                thread::sleep(pace.saturating_sub(begin.elapsed()));
            }
        }
        Ok(())
    }

    /// One command, and its answer; `each` gets what is told in between.
    fn ask(&mut self, method: &str, params: Value, mut each: impl FnMut(&Value)) -> Outcome<Value> {
        self.order(method, &params)?;
        loop {
            let read = self.socket.read().map_err(|error| Failure::new(format!("{method}: {error}")))?;
            let Message::Text(text) = read else { continue };
            let message: Value = serde_json::from_str(&text)?;
            if message["id"] != self.last {
                each(&message);
                continue;
            }
            ensure!(message["error"].is_null(), "{method}: {}", message["error"]);
            return Ok(message["result"].clone());
        }
    }

    /// All the strings of the JavaScript heap, after a clean-up.
    pub fn heap(&mut self) -> Outcome<Vec<String>> {
        self.ask("HeapProfiler.collectGarbage", json!({}), |_| ())?;
        let mut snapshot = String::new();
        self.ask("HeapProfiler.takeHeapSnapshot", json!({ "reportProgress": false }), |event| {
            snapshot.push_str(event["params"]["chunk"].as_str().unwrap_or_default());
        })?;
        let snapshot: Snapshot = serde_json::from_str(&snapshot)?;
        Ok(snapshot.strings)
    }
}

fn told(error: impl std::fmt::Display) -> Failure {
    Failure::new(format!("DevTools: {error}"))
}
