//! Which bundles a run makes anew. Without the tools that make them: a bundle that asks for one is
//! a bundle that would be made.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use super::*;
use crate::dist::plan::{self, Kind};
use crate::setup::wasm::Toolchain;

/// A tree with two widgets, as far as their scripts are made of it.
struct Tree(PathBuf);

impl Drop for Tree {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const WIDGETS: [&str; 2] = ["one", "two"];

impl Tree {
    fn new(test: &str) -> Self {
        let name = format!("swansfeet-bundle-{}-{test}", std::process::id());
        let tree = Self(std::env::temp_dir().join(name));
        for part in SMALL.iter().chain(&WHOLE) {
            tree.write(&format!("crates/xtask/src/dist/{part}"), part);
        }
        for file in ["crates/xtask/Cargo.toml", "package-lock.json"] {
            tree.write(file, "");
        }
        for part in ["payload.js", "module.js", "part.js", "locales/en.ftl"] {
            tree.write(&format!("crates/embed/js/{part}"), "");
        }
        for name in WIDGETS {
            let card = format!("[package]\nname = \"{name}\"\n");
            tree.write(&format!("crates/widget-{name}/Cargo.toml"), &card);
            tree.write(&format!("crates/widget-{name}/style.css"), ".a{}");
            tree.write(&format!("out/{name}.wasm"), name);
            tree.write(&format!("out/{name}.cy.txt"), "geiriau");
        }
        tree
    }

    fn write(&self, file: &str, text: &str) {
        let file = self.0.join(file);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }

    fn shop(&self) -> Shop<'_> {
        let tools = Toolchain::for_tests("no-compiler");
        Shop {
            root: &self.0,
            tools,
        }
    }

    fn bundle(&self, name: &str) -> (Bundle, Compiled) {
        let folder = self.0.join(format!("crates/widget-{name}"));
        let bundle = plan::read(name, &folder, Kind::Widget).unwrap();
        let table = self.0.join(format!("out/{name}.cy.txt"));
        let compiled = Compiled {
            wasm: self.0.join(format!("out/{name}.wasm")),
            words: [("cy".to_owned(), table)].into(),
            later: None,
        };
        (bundle, compiled)
    }

    /// As if every widget had just been made.
    fn made(&self) {
        for name in WIDGETS {
            let (bundle, compiled) = self.bundle(name);
            let module = std::fs::read(&compiled.wasm).unwrap();
            let stamp = stamp(&self.shop(), &bundle, &compiled, &module, &shared()).unwrap();
            let files = [
                ("stamp", stamp.as_str()),
                ("script.js", "made before"),
                (PARTS, "[]"),
                ("plain.min.js", ""),
                ("nowasm.js", ""),
                ("words.cy.js", ""),
                ("card.json", "{}"),
            ];
            for (file, text) in files {
                self.write(&format!("target/dist/{name}/{file}"), text);
            }
        }
    }

    /// The widgets that a run would make.
    fn made_anew(&self) -> Vec<&'static str> {
        let is_anew = |name: &&str| {
            let (bundle, compiled) = self.bundle(name);
            let made = one(&self.shop(), &bundle, &compiled, &shared());
            made.is_err_and(|error| {
                let why = format!("{error:#}");
                // The module of a changed program cannot be read; what is made of the same wants npm.
                let wants_tools = why.contains("node_modules") || why.contains("wasm-bindgen");
                assert!(wants_tools, "{name}: {why}");
                true
            })
        };
        WIDGETS.into_iter().filter(is_anew).collect()
    }
}

fn shared() -> Shared {
    Shared {
        parts: [(
            "two".to_owned(),
            BTreeMap::from([("more".to_owned(), json!(1))]),
        )]
        .into(),
        core: "core".to_owned(),
        framing: "framing".to_owned(),
        modes: json!({ "url": "modes.js" }),
    }
}

#[test]
fn one_changed_widget_makes_only_itself_anew() {
    // What a person changes in a widget, and what of it the scripts are made of.
    let rows = [
        ("crates/widget-two/style.css", ".a{color:red}"),
        ("out/two.cy.txt", "geiriau eraill"),
        ("out/two.wasm", "another program"),
        // Only one of them has a part.
        ("crates/embed/js/part.js", "changed"),
        (
            "crates/widget-two/Cargo.toml",
            "[package]\nname = \"two\"\n[package.metadata.swansfeet]\nheight = 9\n",
        ),
    ];
    for (file, text) in rows {
        let tree = Tree::new("one");
        tree.made();
        assert!(tree.made_anew().is_empty(), "nothing has changed");
        tree.write(file, text);
        assert_eq!(tree.made_anew(), ["two"], "{file}");
    }
}

#[test]
fn what_every_script_holds_makes_every_widget_anew() {
    for file in ["crates/embed/js/payload.js", "package-lock.json"] {
        let tree = Tree::new("all");
        tree.made();
        tree.write(file, "changed");
        assert_eq!(tree.made_anew(), WIDGETS, "{file}");
    }
}
