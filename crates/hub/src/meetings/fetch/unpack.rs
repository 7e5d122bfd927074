//! Unpacks what was sent, up to a limit: a small answer can hold a huge one.

use std::io::{self, Read};

use super::FetchError;

/// The body as it was before its `Content-Encoding`, at most `most` bytes of it.
pub(super) fn unpack(packed: Vec<u8>, encoding: &str, most: usize) -> Result<Vec<u8>, FetchError> {
    let encoding = encoding.trim().to_ascii_lowercase();
    let whole = match encoding.as_str() {
        "" | "identity" => return Ok(packed),
        "gzip" | "x-gzip" => read(flate2::read::MultiGzDecoder::new(&packed[..]), most),
        "br" => read(brotli::Decompressor::new(&packed[..], 4096), most),
        _ => return Err(FetchError::Packed),
    };
    match whole {
        Ok(whole) if whole.len() > most => Err(too_large(most)),
        Ok(whole) => Ok(whole),
        Err(_) => Err(FetchError::Packed),
    }
}

fn read(unpacked: impl Read, most: usize) -> io::Result<Vec<u8>> {
    let mut whole = Vec::new();
    // One more than allowed, so that it is seen.
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    unpacked.take(limit).read_to_end(&mut whole)?;
    Ok(whole)
}

pub(super) fn too_large(most: usize) -> FetchError {
    FetchError::TooLarge(most.div_ceil(1024 * 1024))
}
