//! Brotli and gzip of every file, made once at build time, and what each file is called.

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use brotli::enc::StandardAlloc;
use brotli::enc::backward_references::BrotliEncoderMode as Mode;
use brotli::enc::encode::{BrotliEncoderOperation as Operation, BrotliEncoderStateStruct};
use serde::{Deserialize, Serialize};
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

/// A stretch of a file that brotli takes as one, with statistics of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part {
    /// Where it ends, in bytes from the file's beginning.
    pub(crate) end: usize,
    pub(crate) after: After,
}

/// By what of the bytes before it brotli foresees a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum After {
    /// The two before, as text has them: letter, figure, mark.
    Letters,
    /// The two before, by how large they are.
    Sizes,
    /// The one before, by its upper six bits.
    High,
}

/// Writes `file`, `file.br` and `file.gz`; what was compressed before is taken from `cache`.
/// `parts` may say where the file's nature changes.
pub(crate) fn write(file: &Path, bytes: &[u8], parts: &[Part], cache: &Path) -> Result<Sizes> {
    let key = cache.join(short_hash(
        &[bytes, &serde_json::to_vec(parts)?, HOW.as_bytes()].concat(),
    ));
    let (br_key, gz_key) = (key.with_extension("br"), key.with_extension("gz"));
    if !(br_key.exists() && gz_key.exists()) {
        std::fs::create_dir_all(cache)?;
        std::fs::write(&br_key, brotli(bytes, parts)?)?;
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

/// This file, since another way to compress makes other files of the same bytes.
const HOW: &str = include_str!("compress.rs");

/// The strongest brotli that every browser reads, in the way that suits best: as one, or part by
/// part.
fn brotli(bytes: &[u8], parts: &[Part]) -> Result<Vec<u8>> {
    let whole = |mode| vec![(bytes.len(), mode)];
    let mut ways = vec![
        whole(Mode::BROTLI_MODE_GENERIC),
        whole(Mode::BROTLI_MODE_FONT),
    ];
    if !parts.is_empty() {
        let parts = parts.iter().map(|part| (part.end, mode(part.after)));
        ways.push(parts.collect());
    }
    // Each takes seconds for a large file, and none waits for another.
    let all: Vec<Vec<u8>> = std::thread::scope(|scope| {
        let running: Vec<_> = ways
            .iter()
            .map(|way| scope.spawn(|| in_parts(bytes, way)))
            .collect();
        running
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| bail!("brotli stopped in a panic"))
            })
            .collect::<Result<_>>()
    })?;
    all.into_iter()
        .min_by_key(Vec::len)
        .context("nothing was compressed")
}

fn mode(after: After) -> Mode {
    match after {
        After::Letters => Mode::BROTLI_FORCE_UTF8_PRIOR,
        After::Sizes => Mode::BROTLI_FORCE_SIGNED_PRIOR,
        After::High => Mode::BROTLI_FORCE_MSB_PRIOR,
    }
}

/// One stream of brotli with a window of 16 MB; what is between two ends has tables of its own, and
/// still refers to what stands before.
fn in_parts(bytes: &[u8], parts: &[(usize, Mode)]) -> Result<Vec<u8>> {
    ensure!(
        parts.is_sorted_by_key(|part| part.0)
            && parts.last().is_some_and(|part| part.0 == bytes.len()),
        "the parts are not the file"
    );
    let mut encoder = BrotliEncoderStateStruct::new(StandardAlloc::default());
    encoder.params.quality = 11;
    encoder.params.lgwin = 24;
    encoder.params.size_hint = bytes.len();
    // What cannot be made smaller stands as it is, with a few bytes for each part.
    let mut out = vec![0; bytes.len() + 1024 * (parts.len() + 1)];
    let (mut read, mut written) = (0, 0);
    for (number, (end, mode)) in parts.iter().enumerate() {
        encoder.params.mode = *mode;
        let operation = if number + 1 == parts.len() {
            Operation::BROTLI_OPERATION_FINISH
        } else {
            Operation::BROTLI_OPERATION_FLUSH
        };
        let mut left = end - read;
        loop {
            let mut room = out.len() - written;
            let went = encoder.compress_stream(
                operation,
                &mut left,
                bytes,
                &mut read,
                &mut room,
                &mut out,
                &mut written,
                &mut None,
                &mut |_, _, _, _| (),
            );
            ensure!(went && room > 0, "brotli stopped");
            if left == 0 && !encoder.has_more_output() {
                break;
            }
        }
    }
    out.truncate(written);
    Ok(out)
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

#[cfg(test)]
mod tests {
    use super::{After, Part, brotli, in_parts, mode};

    #[test]
    fn a_file_in_parts_is_the_same_file_and_smaller() {
        // Text, then numbers that follow another rule.
        let mut bytes = include_bytes!("compress.rs").to_vec();
        let border = bytes.len();
        let mut state = 7_u32;
        for _ in 0..20_000 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            bytes.push((state >> 29).try_into().expect("three bits"));
        }
        let parts = [(border, After::Letters), (bytes.len(), After::High)]
            .map(|(end, after)| Part { end, after });
        let small = brotli(&bytes, &parts).expect("compressed");
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &small[..], &mut back).expect("brotli");
        assert_eq!(back, bytes);
        assert!(small.len() < brotli(&bytes, &[]).expect("compressed").len());
    }

    #[test]
    fn parts_that_are_not_the_file_are_refused() {
        let letters = mode(After::Letters);
        assert!(in_parts(b"swan", &[(3, letters)]).is_err());
        assert!(in_parts(b"swan", &[(4, letters), (3, letters)]).is_err());
        assert!(in_parts(b"swan", &[]).is_err());
    }
}
