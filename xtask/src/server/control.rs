//! `/__faults`: setting faults from a browser or a shell.

use super::answer::Answer;
use super::faults::{Fault, Kind};
use super::{Shared, files, lock};

/// The path of the control page.
pub const PATH: &str = "/__faults";

/// Does what the query says, or says what is wrong with it.
pub fn answer(target: &str, shared: &Shared) -> Answer {
    match obey(target, shared) {
        Ok(done) => Answer::plain(200, done),
        Err(wrong) => Answer::plain(400, &wrong),
    }
}

fn obey(target: &str, shared: &Shared) -> Result<&'static str, String> {
    let (mut path, mut kind, mut times, mut clear) = (None, None, None, false);
    let query = target.split_once('?').map_or("", |(_, query)| query);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = files::unescape(&value.replace('+', " ")).ok_or_else(|| format!("{key} is not escaped well"))?;
        match key {
            "path" => path = Some(value),
            "kind" => kind = Some(Kind::parse(&value).ok_or_else(|| format!("there is no kind “{value}”"))?),
            "times" => times = Some(value.parse().map_err(|_| format!("times is a number, not “{value}”"))?),
            "clear" => clear = true,
            _ => return Err(format!("there is no setting “{key}”: path, kind, times, clear")),
        }
    }
    let mut faults = lock(&shared.faults);
    if clear {
        faults.clear();
        return Ok("All is well");
    }
    let (Some(path), Some(kind)) = (path, kind) else { return Err("path and kind are needed, or clear=1".into()) };
    let fault = Fault::new(&path, kind);
    faults.add(match times {
        Some(times) => fault.times(times),
        None => fault,
    });
    Ok("Set")
}
