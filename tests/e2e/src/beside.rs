//! Pictures from before and after a change, side by side: what a description does not show.

use crate::browser::Browser;
use crate::failure::Outcome;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Joins each picture in `after` with the one of the same name in `before`, left of it, into `beside/` there. Gives how many had one.
pub fn join(browser: &mut Browser, before: &Path, after: &Path) -> Outcome<u32> {
    ensure!(before.is_dir(), "{} is not there", before.display());
    let mut joined = 0;
    let mut files: Vec<_> = fs::read_dir(after)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.sort();
    for now in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "png")) {
        let Some(name) = now.file_name() else { continue };
        let then = before.join(name);
        if then.is_file() {
            pair(browser, &then, now, &after.join("beside").join(name))?;
            joined += 1;
        }
    }
    Ok(joined)
}

fn pair(browser: &mut Browser, then: &Path, now: &Path, out: &Path) -> Outcome {
    let page = browser.open("about:blank")?;
    let script =
        "document.body.style = 'margin: 0; display: flex; gap: 24px; align-items: flex-start; background: #777';
        const images = [...arguments].map((png) => Object.assign(new Image(), { src: `data:image/png;base64,${png}` }));
        document.body.append(...images);
        return Promise.all(images.map((image) => image.decode())).then(() =>
            [images[0].width + 24 + images[1].width, Math.max(images[0].height, images[1].height)])";
    let size = page.run(script, json!([STANDARD.encode(fs::read(then)?), STANDARD.encode(fs::read(now)?)]))?;
    let side = |index: usize| size[index].as_u64().and_then(|side| u32::try_from(side).ok());
    let (Some(width), Some(height)) = (side(0), side(1)) else { fail!("no pictures: {}", Value::to_string(&size)) };
    page.set_viewport(width, height)?;
    page.screenshot(out)
}
