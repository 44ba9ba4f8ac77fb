//! One connection: request after request, until one side has had enough.

use super::answer::Answer;
use super::faults::Kind;
use super::head::{self, Head};
use super::{Request, Shared, control, files, lock};
use std::io::{self, BufReader, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

const PORTAL: &str = "<!doctype html><title>Wifi</title><p>Log in</p>";

/// Serves until the browser leaves. What goes wrong on the wire concerns nobody but that browser.
pub fn serve(stream: &TcpStream, shared: &Shared) {
    let _ = stream.set_nodelay(true).and_then(|()| head::look_up(stream)).and_then(|()| talk(stream, shared));
}

fn talk(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    loop {
        let head = match Head::read(&mut reader, shared) {
            Ok(Some(head)) => head,
            Ok(None) => return Ok(()),
            Err(_) => return Answer::plain(400, "This is no request").send(&mut writer, None, true, false),
        };
        if !answer(&head, &mut writer, shared)? {
            return Ok(());
        }
    }
}

/// Answers; whether the connection goes on.
fn answer(head: &Head, to: &mut impl Write, shared: &Shared) -> io::Result<bool> {
    let body = head.method != "HEAD";
    let mut send =
        |answer: &Answer, length: Option<u64>, keep: bool| answer.send(to, length, body, keep).map(|()| keep);
    let keep = head.keep_alive;
    let Some(path) = files::decode(&head.target) else {
        return send(&Answer::plain(400, "This is no address"), None, keep);
    };
    if shared.options.faults && path == control::PATH {
        return send(&control::answer(&head.target, shared), None, keep);
    }
    lock(&shared.log).push(Request {
        method: head.method.clone(),
        path: head.target.clone(),
        host: head.header("Host").to_owned(),
    });
    if !matches!(head.method.as_str(), "GET" | "HEAD") {
        let mut answer = Answer::plain(405, "Only GET and HEAD");
        answer.headers.push(("Allow", "GET, HEAD".into()));
        return send(&answer, None, keep);
    }
    let fault = lock(&shared.faults).take(&path);
    let file = |whole| Answer::file(&shared.options.root, &path, head, whole);
    match fault {
        None => send(&file(false), None, keep),
        Some(Kind::Delay(wait)) => {
            rest(wait, shared);
            send(&file(false), None, keep)
        }
        Some(Kind::Hang) => {
            rest(Duration::MAX, shared);
            Ok(false)
        }
        Some(Kind::Status(status)) => send(&Answer::plain(status, "On demand"), None, keep),
        Some(Kind::Html) => {
            let kind = "text/html; charset=utf-8";
            send(&Answer { status: 200, kind, body: PORTAL.into(), ..Answer::default() }, None, keep)
        }
        Some(Kind::Cut) => {
            let mut answer = file(true);
            let length = answer.body.len() as u64;
            answer.body.truncate(answer.body.len() / 2);
            send(&answer, Some(length), false)
        }
        Some(Kind::Huge(bytes)) => {
            let answer = file(true);
            let missing = bytes.saturating_sub(answer.body.len() as u64);
            send(&answer, Some(answer.body.len() as u64 + missing), keep)?;
            if body {
                pad(to, missing)?;
            }
            Ok(keep)
        }
        Some(Kind::Slow(wait)) => {
            let mut answer = file(true);
            let whole = std::mem::take(&mut answer.body);
            send(&answer, Some(whole.len() as u64), keep)?;
            for piece in whole.chunks(whole.len().div_ceil(4).max(1)) {
                rest(wait, shared);
                to.write_all(if body { piece } else { &[] })?;
                to.flush()?;
            }
            Ok(keep)
        }
        Some(other) => {
            let mut answer = file(true);
            match other {
                Kind::Truncated => answer.body.truncate(answer.body.len() / 2),
                Kind::Body(words) => {
                    answer = Answer {
                        status: 200,
                        kind: files::media_type(path.as_ref()),
                        body: words.into(),
                        ..Answer::default()
                    }
                }
                Kind::Page { policy, body } => {
                    answer = Answer {
                        status: 200,
                        kind: files::media_type(path.as_ref()),
                        policy: Some(policy),
                        body: body.into(),
                        ..Answer::default()
                    }
                }
                _ => answer.body.clear(),
            }
            send(&answer, None, keep)
        }
    }
}

fn pad(to: &mut impl Write, mut bytes: u64) -> io::Result<()> {
    let spaces = [b' '; 16 * 1024];
    while bytes > 0 {
        let now = bytes.min(spaces.len() as u64);
        to.write_all(&spaces[..now as usize])?;
        bytes -= now;
    }
    to.flush()
}

/// Waits, but not for longer than the server runs.
fn rest(wait: Duration, shared: &Shared) {
    let start = Instant::now();
    while !shared.stopped() && start.elapsed() < wait {
        thread::sleep(head::LOOK.min(wait.saturating_sub(start.elapsed())));
    }
}
