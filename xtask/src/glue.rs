//! What we change in wasm-bindgen's glue, so that a program that is replaced while its page lives does no harm there.

use anyhow::{Context, Result, ensure};

/// What stands in the glue, how often at least, and what stands there instead.
const CHANGES: &[(&str, usize, &str)] = &[
    // An error that leaves the program is told to the loader: no stack needs to be read to know whose it is.
    (
        "return f(a, state.b, ...args);",
        1,
        "return f(a, state.b, ...args);\n} catch (error) {\ntrapped(error);\nthrow error;",
    ),
    (
        "return f(state.a, state.b, ...args);",
        0,
        "return f(state.a, state.b, ...args);\n} catch (error) {\ntrapped(error);\nthrow error;",
    ),
    ("wasm.__wbindgen_destroy_closure(state.a, state.b)", 1, "destroyed(state.a, state.b)"),
    // What a broken instance left behind (a timer, say) still calls now and then. That is no news, and no error of the page.
    ("throw new Error('Cannot invoke closure from previous WASM instance');", 1, "return;"),
    // A page may have given all objects a `get`, which no property can have beside a value.
    ("'__wbg_inst', { value", 1, "'__wbg_inst', { __proto__: null, value"),
    // `<img name="createElement">` takes the place of what `document` has by that name.
    ("arg0.createElement(", 0, "Document.prototype.createElement.call(arg0, "),
    ("arg0.createElementNS(", 0, "Document.prototype.createElementNS.call(arg0, "),
    ("arg0.createComment(", 0, "Document.prototype.createComment.call(arg0, "),
    ("arg0.createTextNode(", 0, "Document.prototype.createTextNode.call(arg0, "),
];

/// What goes altogether: from here, up to there.
const GONE: &[(&str, &str)] = &[
    // Its way to load the program. It kept a promise of the first instance, and with it that instance's memory for ever: what was
    // typed there before a crash too.
    ("async function __wbg_load(", "export { initSync, __wbg_init as default };"),
    // Every browser that can do the rest has it.
    ("if (!('encodeInto' in cachedTextEncoder)) {", "let WASM_VECTOR_LEN"),
];

const OWN: &str = "export default async function start({ module_or_path }) {
    if (wasm) return;
    const response = await module_or_path, imports = __wbg_get_imports();
    const typed = response.headers.get('Content-Type') === 'application/wasm';
    const { instance, module } = await (typed ? WebAssembly.instantiateStreaming(response, imports)
        : WebAssembly.instantiate(await response.arrayBuffer(), imports));
    __wbg_finalize_init(instance, module);
}
let trapped = () => {};
export const guard = (tell) => { trapped = tell; };
const destroyed = (a, b) => { try { wasm.__wbindgen_destroy_closure(a, b); } catch (error) { trapped(error); } };
";

/// The glue with all of it changed. Fails when wasm-bindgen writes another one.
pub fn mend(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for (from, least, to) in CHANGES {
        ensure!(glue.matches(from).count() >= *least, "wasm-bindgen's glue has no longer: {from}");
        glue = glue.replace(from, to);
    }
    for (from, to) in GONE {
        let begin = glue.find(from).with_context(|| format!("wasm-bindgen's glue has no longer: {from}"))?;
        let end = glue[begin..].find(to).with_context(|| format!("wasm-bindgen's glue has no longer: {to}"))?;
        // What is exported goes too; a declaration that follows stays.
        let rest = glue[begin + end..].strip_prefix(GONE[0].1).unwrap_or(&glue[begin + end..]);
        glue = [&glue[..begin], rest].concat();
    }
    Ok([&glue, "\n", OWN].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glue_that_we_do_not_know_is_refused() {
        let known: String = CHANGES.iter().map(|(from, _, _)| format!("{from}\n")).collect();
        let known = GONE.iter().fold(known, |known, (from, to)| format!("{known}{from} x {to}\n"));
        let mended = mend(&known).unwrap();
        assert!(mended.ends_with(OWN) && mended.contains("trapped(error);\nthrow error;"));
        assert!(!mended.contains(" x ") && mended.contains("let WASM_VECTOR_LEN") && !mended.contains("initSync"));
        for (gone, least, _) in CHANGES {
            assert_eq!(mend(&known.replace(gone, "")).is_err(), *least > 0, "{gone}");
        }
        for (from, to) in GONE {
            assert!(mend(&known.replace(from, "")).is_err() && mend(&known.replace(to, "")).is_err(), "{from}");
        }
    }
}
