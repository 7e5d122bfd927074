//! The sheet of one-time codes: one HTML file with everything in it, to be printed and cut.
//!
//! Asks nothing of the network, so that nobody hears that codes were printed.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};
use swansfeet_demands::Campaign;
use swansfeet_demands::code::Code;
use swansfeet_words::Words;

use crate::html::{escaped, page_end, page_start};
use crate::words::msg;

const STYLE: &str = "
@page { size: A4; margin: 10mm }
body { font: 11pt/1.35 system-ui, sans-serif; margin: 0; color: #000; background: #fff }
.note { max-width: 40em; margin: 1em auto; padding: 0 1em }
.sheet { display: grid; grid-template-columns: repeat(3, 1fr) }
.slip { border: 1px dashed #777; padding: 4mm; text-align: center; break-inside: avoid }
.slip svg { width: 34mm; height: 34mm }
.slip p { margin: 1mm 0 }
.code { font: 700 10.5pt/1.3 ui-monospace, monospace; white-space: nowrap }
@media print { .note { display: none } }
";

/// The sheet. `page` is the address of the signing page; the code goes behind a `#`, so that no
/// server on the way sees it.
///
/// # Errors
/// The address is too long for a QR code.
pub(super) fn html(
    campaign: &Campaign,
    page: &str,
    codes: &[Code],
    words: &Words,
) -> Result<String, String> {
    let lang = words.lang();
    let name = campaign.name.in_language(lang);
    let mut out = page_start(lang, &words.get(msg::SHEET_TITLE), STYLE);
    let note = escaped(&words.get(msg::SHEET_NOTE));
    let _ = write!(
        out,
        "<p class=\"note\">{note}</p>\n<main class=\"sheet\">\n"
    );
    for code in codes {
        let address = format!("{page}#code={code}");
        let svg = qr(&address)?;
        let bare = page.split('?').next().unwrap_or(page);
        let _ = writeln!(
            out,
            "<section class=\"slip\"><p><strong>{}</strong></p>{svg}<p class=\"code\">{code}</p><p>{}</p><p>{}</p></section>",
            escaped(name),
            escaped(&words.get(msg::SHEET_HOW)),
            escaped(bare),
        );
    }
    out.push_str("</main>\n");
    out.push_str(page_end());
    Ok(out)
}

/// A QR code as an SVG element of one path.
fn qr(text: &str) -> Result<String, String> {
    // Medium: a slip may be crumpled, and a phone's camera poor.
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|e| e.to_string())?;
    let width = code.width();
    let quiet = 4;
    let side = width + 2 * quiet;
    let mut path = String::new();
    for (at, _) in code
        .to_colors()
        .iter()
        .enumerate()
        .filter(|(_, color)| **color == Color::Dark)
    {
        let _ = write!(
            path,
            "M{} {}h1v1h-1z",
            at % width + quiet,
            at / width + quiet
        );
    }
    Ok(format!(
        "<svg viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"QR\" shape-rendering=\"crispEdges\"><path d=\"{path}\"/></svg>"
    ))
}
