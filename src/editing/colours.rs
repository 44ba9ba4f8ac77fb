//! The colours of pages and drawings are those of the app: read from its tokens, so that they are named in one place.

const TOKENS: &str = include_str!("../../style/tokens.css");

/// The palette and the font as custom properties, `--leaf` for `--sw-leaf`: light, and dark on a screen that asks for it.
/// Paper is always light.
pub fn palette() -> String {
    let (mut light, mut dark) = (String::new(), String::new());
    for line in TOKENS.lines().map(str::trim) {
        let Some((name, value)) = line.strip_prefix("--sw-").and_then(|line| line.split_once(": ")) else { continue };
        let value = value.trim_end_matches(';');
        if let Some((a, b)) = pair(value) {
            light.push_str(&format!("  --{name}: {a};\n"));
            dark.push_str(&format!("    --{name}: {b};\n"));
        } else if name == "font-own" {
            light.push_str(&format!("  --font: {value};\n"));
        }
    }
    format!(":root {{\n{light}}}\n\n@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n{dark}  }}\n}}\n")
}

/// The two colours of `var(--sw-if-light, a) var(--sw-if-dark, b)`.
fn pair(value: &str) -> Option<(&str, &str)> {
    let (light, dark) = value.strip_prefix("var(--sw-if-light, ")?.split_once(") var(--sw-if-dark, ")?;
    Some((light, dark.strip_suffix(')')?))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_tokens_are_read() {
        let css = super::palette();
        assert!(css.contains("  --linen: #f7f2e6;\n") && css.contains("    --linen: #191e1a;\n"), "{css}");
        assert!(css.contains("  --font: system-ui, "), "{css}");
    }
}
