//! A feed from a file or standard input, for the commands that read one.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use swansfeet_api::meetings::read;
use swansfeet_meetings::read::Feed;
use swansfeet_meetings::zone::Iana;

use crate::lines::{Error, Source};

/// No feed is longer; more is not read into memory.
const LONGEST: u64 = 64 << 20;

/// Reads it, with every zone there is.
pub(super) fn open(file: &Path) -> Result<Feed, Error> {
    let unreadable = |error| Error::Read(Source::of(file), error);
    let input: Box<dyn Read> = if file.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(PathBuf::from(file)).map_err(unreadable)?)
    };
    let mut bytes = Vec::new();
    input
        .take(LONGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > LONGEST {
        let why = "it has more than 64 megabytes";
        return Err(unreadable(io::Error::other(why)));
    }
    Ok(read(&bytes, &Iana))
}
