//! Brotli and gzip of every file, made once at build time, and what each file is called.

use anyhow::{Context, Result};
use base64::Engine;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::Path;

/// The sizes of one file over the wire.
#[derive(Clone, Copy)]
pub(crate) struct Sizes {
    pub(crate) raw: usize,
    pub(crate) gz: usize,
    pub(crate) br: usize,
}

/// Writes `file`, `file.br` and `file.gz`; what was compressed before is taken from `cache`.
pub(crate) fn write(file: &Path, bytes: &[u8], cache: &Path) -> Result<Sizes> {
    let key = cache.join(short_hash(bytes));
    let (br_key, gz_key) = (key.with_extension("br"), key.with_extension("gz"));
    if !(br_key.exists() && gz_key.exists()) {
        std::fs::create_dir_all(cache)?;
        std::fs::write(&br_key, brotli(bytes)?)?;
        std::fs::write(&gz_key, gzip(bytes)?)?;
    }
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, bytes)?;
    let beside = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        std::path::PathBuf::from(name)
    };
    let br = std::fs::copy(&br_key, beside(".br"))?;
    let gz = std::fs::copy(&gz_key, beside(".gz"))?;
    Ok(Sizes {
        raw: bytes.len(),
        gz: usize::try_from(gz)?,
        br: usize::try_from(br)?,
    })
}

/// The strongest brotli that every browser reads (window of 16 MB), in the mode that suits best:
/// a script that is mostly wasm has distances like those in a font.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    use brotli::enc::backward_references::BrotliEncoderMode as Mode;
    let mut best: Option<Vec<u8>> = None;
    for mode in [Mode::BROTLI_MODE_GENERIC, Mode::BROTLI_MODE_FONT] {
        let mut out = Vec::new();
        let params = brotli::enc::BrotliEncoderParams {
            quality: 11,
            lgwin: 24,
            mode,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &bytes[..], &mut out, &params)?;
        if best.as_ref().is_none_or(|best| out.len() < best.len()) {
            best = Some(out);
        }
    }
    best.context("nothing was compressed")
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Sixteen hexadecimal digits that name these bytes.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// What an `integrity` attribute holds.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    format!(
        "sha256-{}",
        base64::engine::general_purpose::STANDARD.encode(digest)
    )
}
