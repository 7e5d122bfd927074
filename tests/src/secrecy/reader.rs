//! Looks through files for words, as they are or in disguise: capitals or small letters, UTF-16,
//! hexadecimal, base64 at any place in a line, per cent signs, backwards.

use std::{
    fs,
    path::{Path, PathBuf},
};

use aho_corasick::AhoCorasick;
use anyhow::{Context, Result, ensure};
use base64::{
    Engine,
    prelude::{BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD},
};

/// Somebody who reads what is not theirs.
#[derive(Debug, Default)]
pub(crate) struct Thief {
    needles: Vec<Needle>,
}

/// What was taken.
#[derive(Debug, Default)]
pub(crate) struct Loot {
    /// What stands where, in words.
    pub(crate) found: Vec<String>,
    all: Vec<Vec<u8>>,
}

#[derive(Debug)]
struct Needle {
    word: String,
    disguise: &'static str,
    bytes: Vec<u8>,
    /// Whether small letters and capitals are the same.
    any_case: bool,
}

impl Thief {
    /// Adds a word to look for.
    pub(crate) fn seeks(&mut self, word: &str) {
        self.seeks_as(word, word.as_bytes());
        let plain = |disguise, text: String| Needle::new(word, disguise, text.into_bytes(), true);
        self.needles.extend([
            plain("as it is", word.to_owned()),
            plain("backwards", word.chars().rev().collect()),
            plain("with per cent signs", per_cent(word)),
        ]);
        let units: Vec<u16> = word.encode_utf16().collect();
        let wide = |bytes: fn(u16) -> [u8; 2]| units.iter().copied().flat_map(bytes).collect();
        self.needles.extend([
            Needle::new(word, "in UTF-16", wide(u16::to_le_bytes), true),
            Needle::new(
                word,
                "in UTF-16, the other way",
                wide(u16::to_be_bytes),
                true,
            ),
        ]);
    }

    /// Adds the bytes behind a word in base64url.
    pub(crate) fn seeks_bytes_of(&mut self, word: &str) {
        let Ok(bytes) = BASE64_URL_SAFE_NO_PAD.decode(word) else {
            return;
        };
        self.needles
            .push(Needle::new(word, "as bytes", bytes.clone(), false));
        self.seeks_as(word, &bytes);
    }

    fn seeks_as(&mut self, word: &str, bytes: &[u8]) {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        self.needles
            .push(Needle::new(word, "in hexadecimal", hex.into_bytes(), true));
        for before in 0..3 {
            let padded = [&[0_u8, 0, 0][..before], bytes].concat();
            // Letters that hold a bit of what stands before or after are left out.
            let from = (before * 8).div_ceil(6);
            let to = padded.len() * 8 / 6;
            for text in [
                BASE64_STANDARD_NO_PAD.encode(&padded),
                BASE64_URL_SAFE_NO_PAD.encode(&padded),
            ] {
                let inner = text.as_bytes().get(from..to).unwrap_or_default().to_vec();
                self.needles
                    .push(Needle::new(word, "in base64", inner, false));
            }
        }
    }

    /// Reads every file below the folders, but those.
    pub(crate) fn takes(&self, folders: &[PathBuf], but: &[PathBuf]) -> Result<Loot> {
        let mut loot = Loot::default();
        let eyes = [self.eyes(true)?, self.eyes(false)?];
        for folder in folders {
            ensure!(folder.is_dir(), "{} is not there", folder.display());
            for file in files(folder, but)? {
                // A database tidies up while it is read.
                let Ok(bytes) = fs::read(&file) else {
                    continue;
                };
                for eyes in &eyes {
                    loot.found.extend(eyes.find(&bytes, &file));
                }
                loot.all.push(bytes);
            }
        }
        Ok(loot)
    }

    /// All needles at once, either those of any case or the others: a database is large.
    fn eyes(&self, any_case: bool) -> Result<Eyes<'_>> {
        let needles = self.needles.iter();
        let needles: Vec<&Needle> = needles
            .filter(|needle| needle.any_case == any_case)
            .collect();
        let search = AhoCorasick::builder()
            .ascii_case_insensitive(any_case)
            .build(needles.iter().map(|needle| &needle.bytes))?;
        Ok(Eyes { search, needles })
    }
}

struct Eyes<'a> {
    search: AhoCorasick,
    needles: Vec<&'a Needle>,
}

impl Eyes<'_> {
    fn find(&self, bytes: &[u8], file: &Path) -> Vec<String> {
        let found = self.search.find_iter(bytes);
        let found = found.filter_map(|found| self.needles.get(found.pattern().as_usize()));
        found
            .map(|needle| {
                let (word, disguise) = (&needle.word, needle.disguise);
                format!("`{word}` {disguise} in {}", file.display())
            })
            .collect()
    }
}

impl Loot {
    /// Whether a word stands in it, as it is.
    pub(crate) fn holds(&self, word: &str) -> bool {
        let Ok(search) = AhoCorasick::new([word]) else {
            return false;
        };
        self.all.iter().any(|bytes| search.is_match(bytes))
    }
}

impl Needle {
    fn new(word: &str, disguise: &'static str, bytes: Vec<u8>, any_case: bool) -> Self {
        Self {
            word: word.to_owned(),
            disguise,
            bytes,
            any_case,
        }
    }
}

fn files(folder: &Path, but: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder);
        for entry in entries.with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if but.contains(&path) {
                continue;
            }
            // Sockets of the database are neither.
            if path.is_dir() {
                folders.push(path);
            } else if path.is_file() {
                found.push(path);
            }
        }
    }
    Ok(found)
}

fn per_cent(word: &str) -> String {
    let escaped = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    };
    word.bytes().map(escaped).collect()
}

/// Hides a name in each way in a file of its own, and sees that it is found there.
pub(crate) fn finds_what_is_hidden() -> Result<()> {
    let name = "Zebulon Quixwood";
    let mut thief = Thief::default();
    thief.seeks(name);
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let encoded = |before: &str| BASE64_STANDARD_NO_PAD.encode(format!("{before}{name}, 12"));
    let hidden: [(&str, Vec<u8>); 9] = [
        ("plain", name.into()),
        ("capitals", name.to_uppercase().into()),
        ("wide", wide),
        ("hexadecimal", "5A6562756C6F6E2051756978776F6F64".into()),
        ("base64", encoded("").into()),
        ("base64, one further", encoded("x").into()),
        ("base64, two further", encoded("xy").into()),
        ("backwards", "doowxiuQ nolubeZ".into()),
        ("per cent signs", "Zebulon%20Quixwood".into()),
    ];
    for (how, bytes) in hidden {
        let folder = tempfile::tempdir()?;
        let file = [b"\0\0before ".as_slice(), &bytes, b" after"].concat();
        fs::write(folder.path().join("file"), file)?;
        let loot = thief.takes(&[folder.path().to_owned()], &[])?;
        ensure!(!loot.found.is_empty(), "hidden as {how}, it was not found");
    }
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("file"), "Zebulon, but no Quixwood")?;
    let loot = thief.takes(&[folder.path().to_owned()], &[])?;
    ensure!(loot.found.is_empty(), "found what is not there");
    Ok(())
}
