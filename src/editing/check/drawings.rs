//! Each flow on offer has a drawing of its own, by which one knows it in a list. Without one its pictogram stands there: advice only.

use crate::editing::diagnostic::{Diagnostic, Diagnostics};
use crate::editing::library::Library;

pub(super) fn check(library: &Library, diagnostics: &mut Vec<Diagnostic>) {
    // A folder without any drawings lies over the national content, which has them.
    let Some(drawings) = &library.drawings else { return };
    for entry in library.catalogue.flows.iter().filter(|entry| library.is_published(&entry.id)) {
        let name = format!("flow-{}", entry.id);
        if !drawings.contains(&name) {
            let mend =
                &format!("Draw drawings/{name}.svg, 96 by 96; until then the pictogram “{}” stands there.", entry.icon);
            Diagnostics::new("flows/catalogue.json", diagnostics).advise(
                "drawing",
                &entry.id,
                "no drawing",
                "a drawing of its own",
                mend,
            );
        }
    }
}
