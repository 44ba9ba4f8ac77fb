//! The head of a request.

use super::Shared;
use std::io::{self, BufRead, ErrorKind};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const MOST_BYTES: usize = 16 * 1024;
/// How long a connection may be silent between two requests, and how long a request may take to arrive.
const IDLE: Duration = Duration::from_secs(60);
/// How often a waiting connection looks whether the server has stopped.
pub const LOOK: Duration = Duration::from_millis(100);

/// A request as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub method: String,
    pub target: String,
    headers: Vec<(String, String)>,
    pub keep_alive: bool,
}

impl Head {
    /// The value of a header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    /// Waits for a request. `None` at the end of the connection, or of the server; an error for what is no request.
    pub fn read(from: &mut impl BufRead, shared: &Shared) -> io::Result<Option<Head>> {
        let mut bytes = Vec::new();
        let start = Instant::now();
        loop {
            let more = match from.fill_buf() {
                Ok(more) => more,
                Err(error)
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted) =>
                {
                    if shared.stopped() || start.elapsed() > IDLE {
                        return Ok(None);
                    }
                    continue;
                }
                Err(error) => return Err(error),
            };
            let Some(end) = more.iter().position(|byte| *byte == b'\n') else {
                let taken = more.len();
                bytes.extend_from_slice(more);
                from.consume(taken);
                if taken == 0 || bytes.len() > MOST_BYTES {
                    return if bytes.is_empty() { Ok(None) } else { Err(ErrorKind::InvalidData.into()) };
                }
                continue;
            };
            bytes.extend_from_slice(&more[..=end]);
            from.consume(end + 1);
            if bytes.ends_with(b"\n\r\n") || bytes.ends_with(b"\n\n") {
                let text = String::from_utf8(bytes).map_err(|_| ErrorKind::InvalidData)?;
                return Head::parse(&text).map(Some).ok_or_else(|| ErrorKind::InvalidData.into());
            }
        }
    }

    fn parse(text: &str) -> Option<Head> {
        let mut lines = text.lines();
        let mut words = lines.next()?.split(' ');
        let (method, target, version) = (words.next()?, words.next()?, words.next()?);
        if words.next().is_some() || !target.starts_with('/') || !version.starts_with("HTTP/1.") {
            return None;
        }
        let mut headers = Vec::new();
        for line in lines.filter(|line| !line.is_empty()) {
            let (name, value) = line.split_once(':')?;
            headers.push((name.to_owned(), value.trim().to_owned()));
        }
        let mut head =
            Head { method: method.to_owned(), target: target.to_owned(), headers, keep_alive: version == "HTTP/1.1" };
        // Nothing that we offer takes a body; what follows would be read as the next request.
        let body = !matches!(head.header("Content-Length"), "" | "0") || !head.header("Transfer-Encoding").is_empty();
        head.keep_alive &= !body && !head.header("Connection").eq_ignore_ascii_case("close");
        Some(head)
    }
}

/// Makes reads wake up now and then.
pub fn look_up(stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(LOOK))
}
