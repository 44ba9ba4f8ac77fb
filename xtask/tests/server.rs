//! The server, over real sockets.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of tests is a test")]

use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use xtask::server::{Fault, Kind, Options, POLICY, Server};

struct Site {
    folder: TempDir,
    server: Server,
}

/// What came back, byte for byte.
struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        let mut pairs = self.head.lines().filter_map(|line| line.split_once(": "));
        pairs.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Site {
    fn new(faults: bool) -> Site {
        let folder = tempfile::tempdir().unwrap();
        let files = [
            ("index.html", "<p>hi</p>"),
            ("ui/nl.json", "{\"a\": \"bcdefgh\"}"),
            ("r/1-a/app-b.js", "export {}"),
            ("r/1-a/app-b.js.br", "as brotli"),
            ("r/1-a/app-b.js.gz", "as gzip"),
            ("r/1-a/app-b.wasm", "\0asm"),
            ("style.css", "a{}"),
            ("town/index.html", "<p>town</p>"),
        ];
        for (path, text) in files {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let server = Server::start(Options { root: folder.path().to_owned(), faults }).unwrap();
        Site { folder, server }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.server.address().strip_prefix("http://").unwrap()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        stream
    }

    /// One request on a connection of its own; `more` are further header lines.
    fn ask(&self, method: &str, target: &str, more: &str) -> Reply {
        let mut stream = self.connect();
        let host = self.server.address().replace("http://", "");
        write!(stream, "{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{method} {target} gave {text:?}"));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap();
        Reply { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn get(&self, target: &str) -> Reply {
        self.ask("GET", target, "")
    }
}

#[test]
fn pages_have_the_strict_policy() {
    let site = Site::new(false);
    for path in ["/", "/index.html", "/town/"] {
        let reply = site.get(path);
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.header("Content-Security-Policy"), Some(POLICY), "{path}");
        assert_eq!(reply.header("Content-Type"), Some("text/html; charset=utf-8"), "{path}");
        assert_eq!(reply.header("X-Content-Type-Options"), Some("nosniff"));
        assert_eq!(reply.header("Referrer-Policy"), Some("no-referrer"));
        assert_eq!(reply.header("Access-Control-Allow-Origin"), None, "a page is not for other pages");
    }
    assert_eq!(
        POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
}

#[test]
fn what_a_widget_loads_has_its_type_and_is_open_to_other_hosts() {
    let site = Site::new(false);
    let expected = [
        ("/r/1-a/app-b.js", "text/javascript; charset=utf-8"),
        ("/r/1-a/app-b.wasm", "application/wasm"),
        ("/ui/nl.json", "application/json; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
    ];
    for (path, kind) in expected {
        let reply = site.get(path);
        assert_eq!(reply.header("Content-Type"), Some(kind));
        assert_eq!(reply.header("Access-Control-Allow-Origin"), Some("*"), "{path}");
        assert_eq!(reply.header("Content-Length"), Some(reply.body.len().to_string().as_str()), "{path}");
    }
}

#[test]
fn a_release_is_kept_for_ever_and_all_else_asked_about() {
    let site = Site::new(false);
    assert_eq!(site.get("/r/1-a/app-b.wasm").header("Cache-Control"), Some("public, max-age=31536000, immutable"));
    let reply = site.get("/ui/nl.json");
    assert_eq!(reply.header("Cache-Control"), Some("no-cache"));
    let tag = format!("If-None-Match: {}\r\n", reply.header("ETag").unwrap());
    let again = site.ask("GET", "/ui/nl.json", &tag);
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    fs::write(site.folder.path().join("ui/nl.json"), "{}").unwrap();
    let changed = site.ask("GET", "/ui/nl.json", &tag);
    assert_eq!((changed.status, changed.body.as_str()), (200, "{}"));
}

#[test]
fn compressed_copies_go_to_who_takes_them() {
    let site = Site::new(false);
    let ask = |accepted: &str| site.ask("GET", "/r/1-a/app-b.js", &format!("Accept-Encoding: {accepted}\r\n"));
    let reply = ask("gzip, deflate, br");
    assert_eq!((reply.body.as_str(), reply.header("Content-Encoding")), ("as brotli", Some("br")));
    assert_eq!(reply.header("Content-Type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(reply.header("Vary"), Some("Accept-Encoding"));
    assert_eq!(ask("gzip").body, "as gzip");
    assert_eq!(ask("br;q=0, gzip").body, "as gzip");
    let reply = ask("identity");
    assert_eq!((reply.body.as_str(), reply.header("Content-Encoding")), ("export {}", None));
    let reply = site.ask("GET", "/style.css", "Accept-Encoding: br\r\n");
    assert_eq!((reply.body.as_str(), reply.header("Content-Encoding")), ("a{}", None), "there is no copy");
}

#[test]
fn nothing_outside_is_served_and_a_missing_page_is_plain() {
    let site = Site::new(false);
    for path in ["/nothing", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/ui/..%2f..%2fx", "/r/", "//etc/passwd", "/ui%00"]
    {
        let reply = site.get(path);
        assert_eq!((reply.status, reply.body.as_str()), (404, "Not found\n"), "{path}");
        assert_eq!(reply.header("Content-Type"), Some("text/plain; charset=utf-8"));
    }
    assert_eq!(site.get("/%zz").status, 400);
    let reply = site.get("/town?x=1");
    assert_eq!((reply.status, reply.header("Location")), (308, Some("/town/")));
}

#[test]
fn only_get_and_head() {
    let site = Site::new(false);
    let head = site.ask("HEAD", "/ui/nl.json", "");
    assert_eq!((head.status, head.body.as_str(), head.header("Content-Length")), (200, "", Some("16")));
    let post = site.ask("POST", "/ui/nl.json", "Content-Length: 0\r\n");
    assert_eq!((post.status, post.header("Allow")), (405, Some("GET, HEAD")));
}

#[test]
fn a_connection_serves_more_than_one_request_and_survives_nonsense() {
    let site = Site::new(false);
    let mut stream = site.connect();
    let mut bytes = [0; 4096];
    for _ in 0..2 {
        stream.write_all(b"GET /style.css HTTP/1.1\r\n").unwrap();
        stream.write_all(b"Host: x\r\n\r\n").unwrap();
        let mut text = String::new();
        while !text.ends_with("a{}") {
            let length = stream.read(&mut bytes).unwrap();
            assert_ne!(length, 0, "closed after: {text}");
            text += std::str::from_utf8(&bytes[..length]).unwrap();
        }
    }
    for nonsense in
        ["\x16\x03\x01\n\n", "GET\r\n\r\n", "GET http://else/ HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n"]
    {
        let mut stream = site.connect();
        stream.write_all(nonsense.as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        assert!(text.starts_with("HTTP/1.1 400 "), "{nonsense:?}: {text}");
    }
    assert_eq!(site.get("/").status, 200);
}

#[test]
fn faults_on_demand() {
    let site = Site::new(false);
    let file = "{\"a\": \"bcdefgh\"}";
    let with = |kind: Kind| {
        site.server.heal();
        site.server.fail(Fault::new("ui/nl.json", kind));
        assert_eq!(site.get("/").body, "<p>hi</p>", "other paths go on");
        site.get("/ui/nl.json")
    };
    assert_eq!(with(Kind::Status(500)).status, 500);
    assert_eq!(with(Kind::Status(404)).status, 404);
    assert_eq!(with(Kind::Empty).body, "");
    let reply = with(Kind::Html);
    assert!(
        reply.body.starts_with("<!doctype html>") && reply.header("Content-Type") == Some("text/html; charset=utf-8")
    );
    let reply = with(Kind::Truncated);
    assert_eq!((reply.body.as_str(), reply.header("Content-Length")), (&file[..8], Some("8")));
    assert_eq!(reply.header("Cache-Control"), Some("no-store"), "what is wrong must not be kept");
    let reply = with(Kind::Cut);
    assert_eq!((reply.body.as_str(), reply.header("Content-Length")), (&file[..8], Some("16")));
    let reply = with(Kind::Huge(300_000));
    assert_eq!((reply.body.trim_end(), reply.body.len()), (file, 300_000));
    let reply = with(Kind::Body("[]".into()));
    assert_eq!((reply.body.as_str(), reply.header("Content-Type")), ("[]", Some("application/json; charset=utf-8")));
    let start = Instant::now();
    assert_eq!(with(Kind::Delay(Duration::from_millis(300))).body, file);
    assert_eq!(with(Kind::Slow(Duration::from_millis(20))).body, file);
    assert!(start.elapsed() >= Duration::from_millis(300));
    site.server.heal();
    assert_eq!(site.get("/ui/nl.json").body, file);
}

#[test]
fn who_hangs_is_let_go_when_the_server_stops() {
    let site = Site::new(false);
    site.server.fail(Fault::new("style.css", Kind::Hang));
    let mut stream = site.connect();
    stream.write_all(b"GET /style.css HTTP/1.1\r\n\r\n").unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(400))).unwrap();
    let waiting = stream.read(&mut [0; 10]).unwrap_err().kind();
    assert!(matches!(waiting, ErrorKind::WouldBlock | ErrorKind::TimedOut), "{waiting}");
    assert_eq!(site.get("/").status, 200, "others do not wait");
    let address = site.server.address().replace("http://", "");
    drop(site);
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    assert_eq!(stream.read(&mut [0; 10]).unwrap(), 0, "closed without an answer");
    assert!(TcpStream::connect(address).is_err(), "nobody listens any more");
}

#[test]
fn faults_can_be_set_from_outside_only_when_allowed() {
    let site = Site::new(true);
    assert_eq!(site.get("/__faults?path=nl.json&kind=body%3Anew+words&times=1").status, 200);
    assert_eq!(site.get("/ui/nl.json").body, "new words");
    assert_eq!(site.get("/ui/nl.json").status, 200);
    assert_eq!(site.get("/__faults?path=nl.json&kind=404").status, 200);
    assert_eq!(site.get("/ui/nl.json").status, 404);
    assert_eq!(site.get("/__faults?clear=1").status, 200);
    assert_eq!(site.get("/ui/nl.json").status, 200);
    for bad in ["", "?path=x", "?path=x&kind=odd", "?path=x&kind=404&times=many", "?sort=1"] {
        assert_eq!(site.get(&format!("/__faults{bad}")).status, 400, "{bad}");
    }
    assert_eq!(Site::new(false).get("/__faults?path=x&kind=404").status, 404);
}

#[test]
fn all_requests_are_written_down() {
    let site = Site::new(true);
    site.get("/ui/nl.json?x=1");
    site.get("/__faults?clear=1");
    site.ask("HEAD", "/nothing", "");
    let log = site.server.log();
    let seen: Vec<_> = log.iter().map(|request| (request.method.as_str(), request.path.as_str())).collect();
    assert_eq!(seen, [("GET", "/ui/nl.json?x=1"), ("HEAD", "/nothing")]);
    assert!(log.iter().all(|request| format!("http://{}", request.host) == site.server.address()));
    site.server.clear_log();
    assert!(site.server.log().is_empty());
}
