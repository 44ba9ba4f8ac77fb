//! Lays the site out in a folder: what `dist/` holds, and what Trunk serves.

use crate::figures::{self, NATIONAL};
use crate::pages::{self, Release};
use crate::split;
use crate::style::{self, Style};
use crate::wasm::Program;
use crate::{hash, script};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// How the files of a release are named.
#[derive(Debug, Clone, Copy)]
pub enum Naming<'a> {
    /// By content, in a folder for this version.
    Hashed { version: &'a str },
    /// As the loader has them in its source.
    Plain,
}

impl Naming<'_> {
    /// Published scripts are smaller; those with plain names are for reading.
    fn finish(self, script: String) -> String {
        match self {
            Naming::Hashed { .. } => script::squeeze(&script),
            Naming::Plain => script,
        }
    }
}

/// Writes the whole site of the project at `root` to `out`, and gives the names of the release.
pub fn lay_out(root: &Path, out: &Path, program: &Program, naming: Naming) -> Result<Release> {
    let (program, css) = &dressed(program, style::bundle(&root.join("style"))?);
    let glue = naming.finish(program.glue.clone());
    let release = match naming {
        Naming::Hashed { version } => hashed(version, &glue, program, css),
        Naming::Plain => Release::plain(),
    };
    let public = root.join("public");
    for path in files(&public)? {
        write(out, &path, &published(&public, &path)?)?;
    }
    for path in pages::EARLY {
        ensure!(out.join(path).is_file(), "public/{path} is not there, and every page asks for it");
    }
    write(out, Path::new(&release.glue), glue.as_bytes())?;
    write(out, Path::new(&release.wasm), &program.wasm)?;
    write(out, Path::new(&release.style), css.as_bytes())?;
    let beside = Path::new(&release.glue).parent().unwrap_or(Path::new(""));
    if let Some(later) = &program.later {
        write(out, &beside.join(split::file_name(later)), later)?;
    }
    for (path, text) in &program.snippets {
        write(out, &beside.join(path), text.as_bytes())?;
    }
    let source = root.join("src/embed/element.js");
    let loader = pages::loader(&read(&source)?, &release).with_context(|| source.display().to_string())?;
    write(out, Path::new("stapwijzer.js"), naming.finish(loader).as_bytes())?;

    let start = pages::start(&read(&public.join("flows/catalogue.json"))?)?;
    let own = [(PathBuf::from("index.html"), root.join("index.html"))];
    let copied = files(&public)?.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "html"));
    for (path, source) in own.into_iter().chain(copied.map(|path| (path.clone(), public.join(path)))) {
        let depth = path.components().count() - 1;
        let html =
            pages::page(&read(&source)?, depth, &release, &start).with_context(|| source.display().to_string())?;
        write(out, &path, html.as_bytes())?;
    }
    Ok(release)
}

/// A file of `public/` as the site has it: a flow with the figures of the whole country that it names.
fn published(public: &Path, path: &Path) -> Result<Vec<u8>> {
    let bytes = fs::read(public.join(path))?;
    if !path.ends_with("flow.json") {
        return Ok(bytes);
    }
    let national = match fs::read_to_string(public.join(NATIONAL)) {
        Ok(text) => serde_json::from_str(&text).with_context(|| format!("public/{NATIONAL}"))?,
        Err(_) => serde_json::Value::Null,
    };
    let whole = figures::put_in(&String::from_utf8_lossy(&bytes), &national);
    Ok(whole.with_context(|| format!("public/{}", path.display()))?.map_or(bytes, String::into_bytes))
}

/// Puts the later part of the style where the later part of the program is, and gives what is to be there first. A program in one file
/// has its style in one.
fn dressed(program: &Program, Style { first, later }: Style) -> (Program, String) {
    match &program.later {
        Some(bare) => (split::dress(program, bare, &later), first),
        None => (program.clone(), first + &later),
    }
}

fn hashed(version: &str, glue: &str, program: &Program, css: &str) -> Release {
    let code = hash::short(&[glue.as_bytes(), &program.wasm, program.later.as_deref().unwrap_or_default()]);
    let look = hash::short(&[css.as_bytes()]);
    let folder = format!("r/{version}-{}", hash::short(&[code.as_bytes(), look.as_bytes()]));
    Release {
        glue: format!("{folder}/stapwijzer-app-{code}.js"),
        wasm: format!("{folder}/stapwijzer-app-{code}.wasm"),
        style: format!("{folder}/style-{look}.css"),
    }
}

/// All files below a folder, as sorted paths from there. Hidden files and folders are not part of a site.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        let here = folder.join(&below);
        for entry in fs::read_dir(&here).with_context(|| format!("{} cannot be read", here.display()))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            // `metadata` of the path, not of the entry, so that links to folders are followed.
            if fs::metadata(entry.path()).is_ok_and(|data| data.is_dir()) {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn write(out: &Path, path: &Path, bytes: &[u8]) -> Result<()> {
    let file = out.join(path);
    fs::create_dir_all(file.parent().unwrap_or(out))?;
    fs::write(&file, bytes).with_context(|| format!("{} cannot be written", file.display()))
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use tempfile::TempDir;

    /// A folder with these files.
    pub fn tree(files: &[(&str, &str)]) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            write(folder.path(), Path::new(path), text.as_bytes()).unwrap();
        }
        folder
    }

    const PROJECT: &[(&str, &str)] = &[
        ("index.html", "<head>\n<link data-trunk rel=\"rust\">\n<!-- sw:preload -->\n</head><!-- sw:start -->\n"),
        ("public/kiosk.html", "<!-- sw:preload -->\n"),
        ("public/deep/page.html", "<!-- sw:preload -->\n"),
        ("public/flows/catalogue.json", r#"{"flows":[{"title":{"nl":"Een"},"summary":{"nl":"Twee"}}]}"#),
        ("public/ui/nl.json", "{}"),
        ("public/.hidden", "x"),
        ("style/index.txt", "a.css\nb.css"),
        ("style/later.txt", "b.css"),
        ("style/a.css", "a { top: 0 }"),
        ("style/b.css", "b { top: 0 }"),
        ("src/embed/element.js", "/* sw:release */\nconst RELEASE = {};\n/* sw:end */\n"),
    ];

    fn program() -> Program {
        let snippets = vec![("snippets/x/a.js".into(), "1".into())];
        Program { glue: split::file_name(b"later"), wasm: b"wasm".to_vec(), later: Some(b"later".to_vec()), snippets }
    }

    fn built(files: &[(&str, &str)], program: &Program) -> (TempDir, Release) {
        let (project, out) = (tree(files), tempfile::tempdir().unwrap());
        let naming = Naming::Hashed { version: "1.2.3" };
        let release = lay_out(project.path(), out.path(), program, naming).unwrap();
        (out, release)
    }

    fn text(out: &TempDir, path: &str) -> String {
        fs::read_to_string(out.path().join(path)).unwrap()
    }

    #[test]
    fn every_file_has_its_place() {
        let (out, release) = built(PROJECT, &program());
        assert!(release.glue.starts_with("r/1.2.3-"), "{release:?}");
        assert_eq!(text(&out, &release.wasm), "wasm");
        assert_eq!(text(&out, &release.style), "a{top:0}");
        let folder = release.glue.rsplit_once('/').unwrap().0;
        assert_eq!(text(&out, &format!("{folder}/snippets/x/a.js")), "1");
        let later = text(&out, &format!("{folder}/{}", text(&out, &release.glue).trim()));
        assert!(later.starts_with("later") && later.ends_with("b{top:0}"), "{later}");
        assert!(text(&out, "stapwijzer.js").contains(&release.wasm));
        let index = text(&out, "index.html");
        assert!(
            index.contains(&release.wasm)
                && index.contains("<strong>Een</strong> Twee")
                && !index.contains("data-trunk")
        );
        assert!(text(&out, "kiosk.html").contains(&format!("\"./{}\"", release.style)));
        assert!(text(&out, "deep/page.html").contains(&format!("\"../{}\"", release.style)));
        assert!(!out.path().join(".hidden").exists());
    }

    #[test]
    fn names_change_with_the_content_and_with_nothing_else() {
        let (_, first) = built(PROJECT, &program());
        assert_eq!(built(PROJECT, &program()).1, first);
        let (_, other) = built(PROJECT, &Program { wasm: b"more".to_vec(), ..program() });
        let name = |path: &str| path.rsplit_once('/').unwrap().1.to_owned();
        assert_ne!(name(&other.wasm), name(&first.wasm));
        assert_eq!(name(&other.style), name(&first.style));
        assert_ne!(other.style, first.style, "the folder is another one");
    }

    #[test]
    fn a_program_in_one_file_has_its_style_in_one() {
        let (out, release) = built(PROJECT, &Program { later: None, ..program() });
        assert_eq!(text(&out, &release.style), "a{top:0}b{top:0}");
    }

    #[test]
    fn plain_names_are_those_of_the_loader() {
        let (project, out) = (tree(PROJECT), tempfile::tempdir().unwrap());
        lay_out(project.path(), out.path(), &program(), Naming::Plain).unwrap();
        let loader = include_str!("../../src/embed/element.js");
        let filled = pages::loader(loader, &Release::plain()).unwrap();
        assert_eq!(filled, loader, "the loader's own line is what the build writes for plain names");
        for path in ["stapwijzer-app.js", "stapwijzer-app_bg.wasm", "style.css", "snippets/x/a.js"] {
            assert!(out.path().join(path).is_file(), "{path}");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let without = |gone: &str| {
            let rest: Vec<_> = PROJECT.iter().copied().filter(|(path, _)| *path != gone).collect();
            let (project, out) = (tree(&rest), tempfile::tempdir().unwrap());
            format!("{:#}", lay_out(project.path(), out.path(), &program(), Naming::Plain).unwrap_err())
        };
        for gone in
            ["index.html", "public/ui/nl.json", "public/flows/catalogue.json", "style/a.css", "src/embed/element.js"]
        {
            let error = without(gone);
            assert!(error.contains(gone), "{gone}: {error}");
        }
    }
}
