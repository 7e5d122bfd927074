//! The gallery's pages: the components, and each widget in every state of its `examples.toml`.
//!
//! Made for the people who build Swansfeet, in English only.

use super::manifest::Writer;
use super::{Bundle, Shop, plan::Kind};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

#[derive(Deserialize)]
struct Examples {
    #[serde(default)]
    example: Vec<Example>,
}

/// One state of a widget.
#[derive(Deserialize)]
pub(super) struct Example {
    pub(super) name: String,
    #[serde(default)]
    title: String,
    /// Attributes of the element, without `data-`.
    #[serde(default)]
    options: BTreeMap<String, String>,
}

/// Writes `dist/gallery/*.html`, with the sheet and script of `www/gallery`.
pub(crate) fn write(shop: &Shop<'_>, bundles: &[Bundle], out: &mut Writer) -> Result<()> {
    let mut links = String::new();
    for bundle in bundles.iter().filter(|bundle| bundle.kind == Kind::Widget) {
        let examples = examples(bundle)?;
        let name = &bundle.name;
        write!(links, "<li><a href=\"{name}.html\">{name}</a><ul>")?;
        let mut all = String::new();
        for example in &examples {
            let element = element(bundle, example);
            let title = if example.title.is_empty() {
                &example.name
            } else {
                &example.title
            };
            write!(
                links,
                "<li><a href=\"{name}.{0}.html\">{title}</a>",
                example.name
            )?;
            write!(all, "<h2 id=\"{0}\">{title}</h2>{element}", example.name)?;
            let one = page(title, &element);
            out.put(
                &format!("gallery/{name}.{}.html", example.name),
                one.as_bytes(),
                false,
            )?;
        }
        links.push_str("</ul>");
        data(bundle, out)?;
        out.put(
            &format!("gallery/{name}.html"),
            page(&format!("{name}, every state"), &all).as_bytes(),
            false,
        )?;
    }
    let kit = "<h2>Components</h2><swan-gallery data-loading=\"eager\"></swan-gallery>";
    let body = format!("<h2>Widgets</h2><ul>{links}</ul>{kit}");
    for file in ["gallery.css", "look.js"] {
        out.put(
            &format!("gallery/{file}"),
            &std::fs::read(shop.root.join("www/gallery").join(file))?,
            false,
        )?;
    }
    out.put(
        "gallery/index.html",
        page("Swansfeet gallery", &body).as_bytes(),
        false,
    )
}

/// What a widget shows in its examples in place of a hub's answers: the files in its `gallery/`.
fn data(bundle: &Bundle, out: &mut Writer) -> Result<()> {
    let folder = bundle.folder.join("gallery");
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        out.put(&format!("gallery/{name}"), &std::fs::read(&file)?, false)?;
    }
    Ok(())
}

pub(super) fn examples(bundle: &Bundle) -> Result<Vec<Example>> {
    let file = bundle.folder.join("examples.toml");
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("{}: every widget shows its states there", file.display()))?;
    let examples: Examples = toml::from_str(&text).with_context(|| file.display().to_string())?;
    Ok(examples.example)
}

fn element(bundle: &Bundle, example: &Example) -> String {
    let tag = &bundle.settings.element;
    let attributes: String = example
        .options
        .iter()
        .map(|(name, value)| format!(" data-{name}=\"{}\"", escaped(value)))
        .collect();
    format!("<{tag}{attributes} data-loading=\"eager\"></{tag}>")
}

/// `?theme=dark&lang=cy` of the page's address is handed to every element on it, so that one
/// page serves for every look that is tested.
fn page(title: &str, body: &str) -> String {
    let title = escaped(title);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"gallery.css\">\n<script src=\"look.js\"></script>\n\
         <main>\n<h1>{title}</h1>\n{body}\n</main>\n\
         <script src=\"../v1/swansfeet.all.js\"></script>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
