//! One answer: status, headers, body.

use super::POLICY;
use super::files::{self, Found};
use super::head::Head;
use crate::hash;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// An answer before it is sent.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    pub status: u16,
    pub kind: &'static str,
    pub headers: Vec<(&'static str, String)>,
    /// Another content security policy than every page has.
    pub policy: Option<String>,
    pub body: Vec<u8>,
}

impl Answer {
    /// A line of plain text.
    pub fn plain(status: u16, text: &str) -> Answer {
        Answer {
            status,
            kind: "text/plain; charset=utf-8",
            body: format!("{text}\n").into_bytes(),
            ..Answer::default()
        }
    }

    /// The file that was asked for; `whole` is for faults that change its bytes: not compressed, and never kept.
    pub fn file(root: &Path, path: &str, head: &Head, whole: bool) -> Answer {
        let file = match files::find(root, path) {
            Found::File(file) => file,
            Found::Folder => {
                let mut answer = Answer::plain(308, "This is a folder");
                answer
                    .headers
                    .push(("Location", format!("{}/", head.target.split(['?', '#']).next().unwrap_or_default())));
                return answer;
            }
            Found::Nothing => return Answer::plain(404, "Not found"),
        };
        let kind = files::media_type(&file);
        let copy = if whole { None } else { files::compressed(&file, head.header("Accept-Encoding")) };
        let (source, encoding) = copy.map_or((file, None), |(copy, encoding)| (copy, Some(encoding)));
        let Ok(body) = fs::read(source) else { return Answer::plain(404, "Not found") };
        let mut answer = Answer { status: 200, kind, body, ..Answer::default() };
        if !whole {
            answer.headers.push(("Vary", "Accept-Encoding".into()));
            answer.headers.extend(encoding.map(|encoding| ("Content-Encoding", encoding.into())));
            answer.keep(path, head);
        }
        answer
    }

    /// Says how long a browser may keep this, and spares it what it has already.
    fn keep(&mut self, path: &str, head: &Head) {
        // Behind hashed names nothing ever changes; everything else is asked about each time, and sent when it is new.
        let tag = format!("\"{}\"", hash::short(&[&self.body]));
        if path.starts_with("/r/") {
            self.headers.push(("Cache-Control", "public, max-age=31536000, immutable".into()));
        } else {
            self.headers.push(("Cache-Control", "no-cache".into()));
            if head.header("If-None-Match") == tag {
                self.status = 304;
                self.body.clear();
            }
        }
        self.headers.push(("ETag", tag));
    }

    /// Writes the answer. `length` is what it says of its length when that is not the truth, and `body` whether it has one.
    pub fn send(&self, to: &mut impl Write, length: Option<u64>, body: bool, keep_alive: bool) -> io::Result<()> {
        let length = length.unwrap_or(self.body.len() as u64);
        let mut text = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        let mut header = |name: &str, value: &str| text += &format!("{name}: {value}\r\n");
        header("Content-Type", self.kind);
        header("Content-Length", &length.to_string());
        header("X-Content-Type-Options", "nosniff");
        header("Referrer-Policy", "no-referrer");
        if self.kind.starts_with("text/html") {
            match self.policy.as_deref() {
                None => header("Content-Security-Policy", POLICY),
                Some("") => {}
                Some(policy) => header("Content-Security-Policy", policy),
            }
        }
        // A municipality's page may take the widget from another host.
        if ["text/javascript", "application/json", "application/wasm", "text/css"]
            .iter()
            .any(|kind| self.kind.starts_with(kind))
        {
            header("Access-Control-Allow-Origin", "*");
        }
        if !self.headers.iter().any(|(name, _)| *name == "Cache-Control") {
            header("Cache-Control", "no-store");
        }
        self.headers.iter().for_each(|(name, value)| header(name, value));
        header("Connection", if keep_alive { "keep-alive" } else { "close" });
        text += "\r\n";
        to.write_all(text.as_bytes())?;
        if body && self.status != 304 {
            to.write_all(&self.body)?;
        }
        to.flush()
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        304 => "Not Modified",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Status",
    }
}
