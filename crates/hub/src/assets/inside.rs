//! The built widgets inside the program (feature `widgets`), so that a hub is one file. `build.rs`
//! lists them.

use std::{
    io::Read,
    path::{Path, PathBuf},
};

use axum::body::Bytes;

use super::{Asset, matches_integrity};
use crate::{
    Error,
    manifest::{File, Manifest},
};

/// A file as it is sent: by brotli, and by gzip.
pub(super) struct Packed {
    pub(super) path: &'static str,
    pub(super) brotli: &'static [u8],
    pub(super) gzip: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/inside.rs"));

/// The list of what is inside.
pub(super) fn manifest() -> Result<Manifest, Error> {
    Manifest::parsed(MANIFEST).map_err(|reason| Error::Manifest {
        path: PathBuf::from("(inside)/manifest.json"),
        reason,
    })
}

/// A file of the manifest, checked as one in a folder is.
pub(super) fn read(file: &File) -> Result<Asset, Error> {
    let broken = || Error::Changed(Path::new("(inside)").join(&file.path));
    let packed = FILES.iter().find(|packed| packed.path == file.path);
    let packed = packed.ok_or_else(broken)?;
    let mut plain = Vec::new();
    brotli::Decompressor::new(packed.brotli, 1 << 16)
        .read_to_end(&mut plain)
        .map_err(|_| broken())?;
    let is_right = file
        .integrity
        .as_ref()
        .is_some_and(|integrity| matches_integrity(&plain, integrity));
    if !is_right {
        return Err(broken());
    }
    let twins = [packed.gzip, packed.brotli].map(|twin| Some(Bytes::from_static(twin)));
    Asset::of(file, plain, twins)
}
