//! Compiles the words of the hub's pages, watches the migrations, and lists the built widgets where
//! they are to be inside the program.

use std::{collections::BTreeMap, env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=migrations");
    swansfeet_words::compile::Catalog::for_crate()
        .keyed(&[
            "access-", "phrase-", "role-", "spoken-", "weekday-", "widget-",
        ])
        .write();
    if env::var_os("CARGO_FEATURE_WIDGETS").is_some() {
        widgets_inside()?;
    }
    Ok(())
}

/// Writes `inside.rs`: the manifest, and each file that it names, as it is sent. Left out is what no
/// hub needs: our own pages, and files of earlier builds.
fn widgets_inside() -> Result<(), Box<dyn Error>> {
    let dist = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../dist");
    let list = dist.join("manifest.json");
    println!("cargo::rerun-if-changed={}", list.display());
    let text = fs::read_to_string(&list).map_err(
        |_| "the feature `widgets` puts dist/ into the program: run `cargo xtask dist` before",
    )?;
    let mut manifest: serde_json::Value = serde_json::from_str(&text)?;
    let files = manifest["files"].as_array_mut().ok_or("no list of files")?;
    files.retain(|file| {
        let path = file["path"].as_str().unwrap_or_default();
        let is_ours = ["gallery/", "v1/gallery", "v1/counter"]
            .iter()
            .any(|ours| path.starts_with(ours));
        file.get("replaced").is_none() && !is_ours
    });
    // A file under two names is there once.
    let (mut once, mut rows) = (BTreeMap::new(), String::new());
    for file in files.iter() {
        let [path, hash] = ["path", "hash"].map(|field| file[field].as_str());
        let (Some(path), Some(hash)) = (path, hash) else {
            return Err("a file of the manifest has no path or no hash".into());
        };
        let name = format!("F{}", hash.to_uppercase());
        writeln!(
            rows,
            "    Packed {{ path: {path:?}, brotli: {name}.0, gzip: {name}.1 }},"
        )?;
        once.entry(name).or_insert_with(|| dist.join(path));
    }
    let mut out = format!("const MANIFEST: &str = {:?};\n", manifest.to_string());
    for (name, path) in once {
        let path = fs::canonicalize(path)?;
        let path = path.to_str().ok_or("a path that is no text")?;
        writeln!(
            out,
            "static {name}: (&[u8], &[u8]) = (include_bytes!({:?}), include_bytes!({:?}));",
            format!("{path}.br"),
            format!("{path}.gz")
        )?;
    }
    writeln!(out, "static FILES: &[Packed] = &[\n{rows}];")?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("inside.rs"), out)?;
    Ok(())
}
