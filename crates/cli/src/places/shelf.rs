//! The folder of shards: written whole beside the old one, then put in its place. The hub and any
//! plain web server can hand it out as it is.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use swansfeet_places::Outcode;
use swansfeet_places::shard::{self, Group, Heading};

use super::Trouble;
use super::gather::{Bad, Gathered, Postcodes};

/// What lists the shards; a folder without it is none of ours.
pub(super) const INDEX: &str = "index.txt";

/// What is said about the whole directory.
pub(super) struct Label {
    /// `2026-08`.
    pub(super) edition: String,
    /// For postcodes of Great Britain.
    pub(super) attribution: String,
    /// For those of Northern Ireland, if they are taken.
    pub(super) northern_ireland: Option<String>,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Written {
    pub(super) shards: u64,
    pub(super) bytes: u64,
    pub(super) packed: u64,
    pub(super) largest: (Option<Outcode>, u64),
}

/// A folder under a name of its own, which goes again unless it is put in place.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        // What cannot be removed stays; the error that led here is the one to be told.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Refuses a folder that holds something else, before any work is done.
pub(super) fn check(out: &Path) -> Result<(), Trouble> {
    let is_ours = match fs::read_dir(out) {
        Ok(mut entries) => out.join(INDEX).is_file() || entries.next().is_none(),
        Err(why) if why.kind() == io::ErrorKind::NotFound => true,
        Err(why) => return Err(Trouble::file(out)(why)),
    };
    if is_ours {
        Ok(())
    } else {
        Err(Trouble::NotOurs(out.to_owned()))
    }
}

/// Writes all shards and puts them where `out` is. Until then whatever was there stays.
pub(super) fn write(
    out: &Path,
    gathered: &mut Gathered,
    label: &Label,
) -> Result<Written, Trouble> {
    check(out)?;
    let part = Part(beside(out, "part"));
    fs::create_dir_all(&part.0).map_err(Trouble::file(&part.0))?;
    let mut written = Written::default();
    let mut list = String::new();
    let codes = &gathered.codes;
    for (outcode, postcodes) in &mut gathered.outcodes {
        let name = |number| codes.get(number);
        let Some(text) = shard_of(*outcode, postcodes, &name, label) else {
            continue;
        };
        let packed = pack(&part.0.join(shard::file_name(*outcode)), &text)?;
        let bytes = text.len() as u64;
        written.shards += 1;
        written.bytes += bytes;
        written.packed += packed;
        if bytes > written.largest.1 {
            written.largest = (Some(*outcode), bytes);
        }
        let hash = hex(&Sha256::digest(&text)[..8]);
        let _ = writeln!(list, "{outcode} {hash} {bytes}");
    }
    let version = hex(&Sha256::digest(&list)[..8]);
    let head = format!("swansfeet-places/1 {} {version}", label.edition);
    keep(
        &part.0.join(INDEX),
        &format!("{head}\n{}\n{list}", label.attribution),
    )?;
    keep(&part.0.join("ATTRIBUTION.txt"), &attributions(label))?;
    keep(&part.0.join("LEFT-OUT.txt"), &left_out(&gathered.bad))?;
    put(part, out)?;
    Ok(written)
}

fn shard_of<'a>(
    outcode: Outcode,
    postcodes: &mut Postcodes,
    name: &impl Fn(u32) -> (&'a str, &'a str),
    label: &Label,
) -> Option<String> {
    let groups: Vec<Group<'_>> = postcodes
        .groups
        .iter()
        .map(|&(region, council, constituency)| Group {
            region,
            council: name(council),
            constituency: name(constituency),
        })
        .collect();
    let of_bt = label.northern_ireland.as_deref();
    let heading = Heading {
        outcode,
        edition: &label.edition,
        attribution: of_bt
            .filter(|_| outcode.letters() == "BT")
            .unwrap_or(&label.attribution),
    };
    shard::write(&heading, &groups, &mut postcodes.rows)
}

/// Writes a file and its compressed twin; the twin's size.
fn pack(path: &Path, text: &str) -> Result<u64, Trouble> {
    keep(path, text)?;
    let mut twin = path.as_os_str().to_owned();
    twin.push(".gz");
    let twin = PathBuf::from(twin);
    let packed = || -> io::Result<u64> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(text.as_bytes())?;
        let bytes = packer.finish()?;
        File::create(&twin)?.write_all(&bytes)?;
        Ok(bytes.len() as u64)
    };
    packed().map_err(Trouble::file(&twin))
}

fn keep(path: &Path, text: &str) -> Result<(), Trouble> {
    fs::write(path, text).map_err(Trouble::file(path))
}

fn attributions(label: &Label) -> String {
    let mut text = format!(
        "Postcodes of Great Britain, the Channel Islands and the Isle of Man:\n{}\n",
        label.attribution
    );
    if let Some(northern_ireland) = &label.northern_ireland {
        let _ = write!(
            text,
            "\nPostcodes that begin with BT:\n{northern_ireland}\n"
        );
    }
    text
}

fn left_out(bad: &[Bad]) -> String {
    let mut text = String::new();
    for Bad { file, line, why } in bad {
        let _ = writeln!(text, "{file}:{line}: {why}");
    }
    text
}

/// A folder beside another, with a name that no other import has.
fn beside(out: &Path, kind: &str) -> PathBuf {
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{kind}-{}", std::process::id()));
    out.with_file_name(name)
}

/// Two renames: for a moment in between there is no folder, and a hub that looks then keeps what
/// it has.
fn put(part: Part, out: &Path) -> Result<(), Trouble> {
    let old = beside(out, "old");
    let had_one = match fs::rename(out, &old) {
        Ok(()) => true,
        Err(why) if why.kind() == io::ErrorKind::NotFound => false,
        Err(why) => return Err(Trouble::file(out)(why)),
    };
    if let Err(why) = fs::rename(&part.0, out) {
        if had_one {
            // The old one goes back; the error of the new one is what is told.
            let _ = fs::rename(&old, out);
        }
        return Err(Trouble::file(out)(why));
    }
    if had_one {
        fs::remove_dir_all(&old).map_err(Trouble::file(&old))?;
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
