//! From cargo's module to a small one with its glue: wasm-bindgen, then binaryen.

use super::{Bundle, Shop, late, lean, module, names, order};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// A module for browsers and the JavaScript that it talks to.
pub(crate) struct Module {
    /// Optimised, MVP instructions only.
    pub(crate) wasm: PathBuf,
    /// The same with names, those of `order.rs`.
    pub(crate) named: PathBuf,
    /// `glueOf()`: makes an object with every function that the wasm imports, and `mount`.
    pub(crate) glue: String,
    /// What of the plain JavaScript comes late.
    pub(super) cut: Option<late::Cut>,
}

/// A function put into its one caller hides patterns that brotli sees: a kilobyte more.
pub(super) const ONE_CALLER: &str = "--one-caller-inline-max-function-size=40";

/// Works in `folder`, which is made anew.
pub(crate) fn shrink(
    shop: &Shop<'_>,
    bundle: &Bundle,
    module: &Path,
    folder: &Path,
) -> Result<Module> {
    let name = &bundle.name;
    // wasm-bindgen takes what follows a dot for an ending.
    let stem = name.replace('.', "-");
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    let input = if shop.tools.lower {
        lowered(shop, module, folder)?
    } else {
        module.to_path_buf()
    };
    Bindgen::new()
        .input_path(&input)
        .bundler(true)?
        .typescript(false)
        // Names tell which functions nothing can call; `wasm-opt` takes them out.
        .remove_name_section(false)
        .remove_producers_section(true)
        .out_name(&stem)
        .generate(folder)
        .with_context(|| format!("wasm-bindgen could not read the module of {name}"))?;
    let bound = folder.join(format!("{stem}_bg.wasm"));
    let glue = std::fs::read_to_string(folder.join(format!("{stem}_bg.js")))?;
    let glue = names::shorten(&bound, &lean::glue(&watch_for_growth(&glue)?)?)?;
    let wasm = folder.join("small.wasm");
    // The features named are all that may be used: a newer instruction fails the build here.
    shop.npm(
        "wasm-opt",
        &[
            // Flat code first: what was nested by hand is then nested anew, the shortest way.
            "--flatten",
            "--rereloop",
            "-Oz",
            "-Oz",
            // The stack stands below all data, so no address near zero is ever read.
            "--low-memory-unused",
            ONE_CALLER,
            "--always-inline-max-function-size=0",
            "--converge",
            // What these make shorter compresses worse: 0.8 kB of a widget.
            "--skip-pass=simplify-locals",
            "--skip-pass=local-cse",
            "--skip-pass=memory-packing",
            "--strip-producers",
            "--strip-target-features",
            "--mvp-features",
            // With names: `late.rs` asks for some of them.
            "-g",
            path(&bound)?,
            "-o",
            path(&wasm)?,
        ],
    )
    .with_context(|| format!("{name}: only the first version of wasm may be used"))?;
    let names = sorted(shop, &wasm, folder)?;
    let cut = late::cut(bundle, &names, &bound)?;
    let named = folder.join("named.wasm");
    Ok(Module {
        wasm,
        named,
        glue,
        cut,
    })
}

/// Puts the functions into the order in which they are first called, and gives what each was called.
fn sorted(shop: &Shop<'_>, module: &Path, folder: &Path) -> Result<BTreeMap<String, String>> {
    let unsorted = folder.join("unsorted.wasm");
    let order::Named {
        module: text,
        before,
    } = order::named(&std::fs::read(module)?)?;
    std::fs::write(&unsorted, text)?;
    let named = folder.join("named.wasm");
    shop.npm(
        "wasm-opt",
        &[
            // Nothing is optimised anew, only written as short as before.
            "--optimize-level=2",
            "--shrink-level=2",
            "--reorder-functions-by-name",
            "--mvp-features",
            "-g",
            path(&unsorted)?,
            "-o",
            path(&named)?,
        ],
    )?;
    std::fs::write(module, module::without_custom(&std::fs::read(&named)?)?)?;
    Ok(before)
}

/// Lowers what the ready-made standard library uses beyond the first version of wasm.
fn lowered(shop: &Shop<'_>, module: &Path, folder: &Path) -> Result<PathBuf> {
    let out = folder.join("lowered.wasm");
    shop.npm(
        "wasm-opt",
        &[
            "--all-features",
            "--signext-lowering",
            "--llvm-memory-copy-fill-lowering",
            "--llvm-nontrapping-fptoint-lowering",
            // wasm-bindgen would otherwise take the library's features for the module's.
            "--strip-target-features",
            path(module)?,
            "-o",
            path(&out)?,
        ],
    )?;
    Ok(out)
}

/// Makes the glue see that memory has grown in both builds.
///
/// Real wasm memory detaches its old buffer when it grows, so the glue asks whether its view
/// has become empty. The JavaScript build swaps the buffer and leaves the old one readable, so
/// that question is never answered with yes and old bytes are read. Comparing the buffers
/// themselves is right in both, and needs no `ArrayBuffer.transfer`, which old browsers lack.
fn watch_for_growth(glue: &str) -> Result<String> {
    let mut text = String::with_capacity(glue.len());
    let mut views = 0;
    for line in glue.lines() {
        let view = line
            .trim_start()
            .strip_prefix("if (cached")
            .and_then(|rest| rest.split_once("Memory0 === null"))
            .map(|(kind, _)| kind);
        if let Some(kind) = view {
            views += 1;
            let view = format!("cached{kind}Memory0");
            text.push_str(&format!(
                "    if ({view} === null || {view}.buffer !== wasm.memory.buffer) {{\n"
            ));
        } else {
            text.push_str(line);
            text.push('\n');
        }
    }
    ensure!(
        views > 0,
        "the glue has no memory views where they were expected"
    );
    ensure!(
        !text.contains("byteLength === 0"),
        "a memory view of the glue is not watched for growth"
    );
    Ok(text)
}

/// A path as the text that other programs take.
pub(crate) fn path(path: &Path) -> Result<&str> {
    path.to_str()
        .with_context(|| format!("{} is not text", path.display()))
}

#[cfg(test)]
mod tests {
    use super::watch_for_growth;

    #[test]
    fn every_view_compares_its_buffer() {
        let glue = "let cachedUint8ArrayMemory0 = null;\n    if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {\n";
        let patched = watch_for_growth(glue).expect("a view is there");
        assert!(patched.contains("cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer"));
    }

    #[test]
    fn glue_without_views_is_refused() {
        assert!(watch_for_growth("let wasm;\n").is_err());
    }
}
