//! Where the directory is: one CSV file, the ZIP as downloaded, or the folder that was unpacked
//! from it. Finds the rows and the files with names; reads neither.
//!
//! The download has the whole directory as one file in `Data`, the same again in pieces in
//! `Data/multi_csv`, and names in `Documents`. Some editions have only one of the two.

use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::Trouble;

/// The directory, opened.
pub(super) enum Source {
    Files(Vec<Piece<PathBuf>>),
    Zip {
        file: PathBuf,
        archive: Box<ZipArchive<BufReader<File>>>,
        pieces: Vec<Piece<usize>>,
    },
}

/// One file of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece<T> {
    name: String,
    bytes: u64,
    kind: Kind,
    at: T,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Rows,
    Names,
}

impl Source {
    pub(super) fn open(path: &Path) -> Result<Source, Trouble> {
        let data = fs::metadata(path).map_err(Trouble::file(path))?;
        if data.is_dir() {
            return Source::unpacked(path);
        }
        let ending = path.extension().and_then(|ending| ending.to_str());
        if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
            return Source::packed(path);
        }
        Ok(Source::Files(vec![Piece {
            name: path.display().to_string(),
            bytes: data.len(),
            kind: Kind::Rows,
            at: path.to_owned(),
        }]))
    }

    fn unpacked(folder: &Path) -> Result<Source, Trouble> {
        let mut found = Vec::new();
        for file in csv_below(folder, 3)? {
            let name = file.strip_prefix(folder).unwrap_or(&file);
            found.push(Found {
                name: name.display().to_string().replace('\\', "/"),
                bytes: fs::metadata(&file).map_err(Trouble::file(&file))?.len(),
                at: file,
            });
        }
        let pieces = chosen(found);
        check(folder, &pieces)?;
        Ok(Source::Files(pieces))
    }

    fn packed(file: &Path) -> Result<Source, Trouble> {
        let trouble = |why| Trouble::Zip {
            file: file.to_owned(),
            why,
        };
        let opened = File::open(file).map_err(Trouble::file(file))?;
        let mut archive = ZipArchive::new(BufReader::new(opened)).map_err(trouble)?;
        let mut found = Vec::new();
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at).map_err(trouble)?;
            if entry.is_file() {
                found.push(Found {
                    // A name that is no text is none of the directory's.
                    name: entry.name().unwrap_or_default().into_owned(),
                    bytes: entry.size(),
                    at,
                });
            }
        }
        let pieces = chosen(found);
        check(file, &pieces)?;
        Ok(Source::Zip {
            file: file.to_owned(),
            archive: Box::new(archive),
            pieces,
        })
    }

    /// How many bytes the rows have.
    pub(super) fn bytes(&self) -> u64 {
        fn sum<T>(pieces: &[Piece<T>]) -> u64 {
            let rows = pieces.iter().filter(|piece| piece.kind == Kind::Rows);
            rows.map(|piece| piece.bytes).sum()
        }
        match self {
            Source::Files(pieces) => sum(pieces),
            Source::Zip { pieces, .. } => sum(pieces),
        }
    }

    /// Hands each file of this kind, with its name, to `take`.
    pub(super) fn each(
        &mut self,
        kind: Kind,
        mut take: impl FnMut(&str, &mut dyn Read) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        match self {
            Source::Files(pieces) => {
                for piece in pieces.iter().filter(|piece| piece.kind == kind) {
                    let mut file = File::open(&piece.at).map_err(Trouble::file(&piece.at))?;
                    take(&piece.name, &mut file)?;
                }
            }
            Source::Zip {
                file,
                archive,
                pieces,
            } => {
                for piece in pieces.iter().filter(|piece| piece.kind == kind) {
                    let entry = archive.by_index(piece.at);
                    let mut entry = entry.map_err(|why| Trouble::Zip {
                        file: file.clone(),
                        why,
                    })?;
                    take(&piece.name, &mut entry)?;
                }
            }
        }
        Ok(())
    }
}

struct Found<T> {
    name: String,
    bytes: u64,
    at: T,
}

/// Which files are read: the whole directory if it is there, else its pieces; and all with names.
fn chosen<T>(found: Vec<Found<T>>) -> Vec<Piece<T>> {
    let has = |name: &str, part: &str| name.to_ascii_lowercase().contains(part);
    let is_names = |name: &str| has(name, "names and codes");
    let is_rows = |name: &str| {
        let file = name.rsplit('/').next().unwrap_or(name);
        (has(file, "onspd") || has(file, "nspl")) && !is_names(name)
    };
    let is_csv = |name: &str| name.to_ascii_lowercase().ends_with(".csv");
    let whole = found
        .iter()
        .any(|file| is_csv(&file.name) && is_rows(&file.name) && !has(&file.name, "multi_csv/"));
    let mut pieces: Vec<Piece<T>> = found
        .into_iter()
        .filter(|file| is_csv(&file.name))
        .filter_map(|file| {
            let kind = if is_names(&file.name) {
                Kind::Names
            } else if is_rows(&file.name) && (!whole || !has(&file.name, "multi_csv/")) {
                Kind::Rows
            } else {
                return None;
            };
            Some(Piece {
                name: file.name,
                bytes: file.bytes,
                kind,
                at: file.at,
            })
        })
        .collect();
    pieces.sort_by(|a, b| a.name.cmp(&b.name));
    pieces
}

fn check<T>(file: &Path, pieces: &[Piece<T>]) -> Result<(), Trouble> {
    if pieces.iter().any(|piece| piece.kind == Kind::Rows) {
        Ok(())
    } else {
        Err(Trouble::NoDirectory {
            file: file.to_owned(),
        })
    }
}

/// CSV files of a folder and its folders, so many deep.
pub(super) fn csv_below(folder: &Path, depth: u8) -> Result<Vec<PathBuf>, Trouble> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(Trouble::file(folder))? {
        let path = entry.map_err(Trouble::file(folder))?.path();
        if path.is_dir() {
            if depth > 0 {
                found.extend(csv_below(&path, depth - 1)?);
            }
        } else if path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_is_preferred_to_its_pieces_and_guides_are_left_alone() {
        let whole = "Data/ONSPD_AUG_2026_UK.csv";
        let (ab, al) = (
            "Data/multi_csv/ONSPD_AUG_2026_UK_AB.csv",
            "Data/multi_csv/ONSPD_AUG_2026_UK_AL.csv",
        );
        let names = "Documents/LAD (Dec 2026) names and codes UK as at 08_26.csv";
        let guide = "User Guide/ONSPD User Guide Aug 2026.pdf";
        let other = "Documents/Version notes.csv";
        type Row<'a> = (&'a [&'a str], &'a [(&'a str, Kind)]);
        let rows: [Row<'_>; 4] = [
            (
                &[guide, names, whole, al, ab, other],
                &[(whole, Kind::Rows), (names, Kind::Names)],
            ),
            (&[al, ab], &[(ab, Kind::Rows), (al, Kind::Rows)]),
            (
                &["NSPL_AUG_2026_UK.CSV"],
                &[("NSPL_AUG_2026_UK.CSV", Kind::Rows)],
            ),
            (&[guide, other], &[]),
        ];
        for (found, expected) in rows {
            let found = found.iter().map(|name| Found {
                name: (*name).to_owned(),
                bytes: 1,
                at: (),
            });
            let pieces = chosen(found.collect());
            let pieces: Vec<_> = pieces
                .iter()
                .map(|piece| (piece.name.as_str(), piece.kind))
                .collect();
            assert_eq!(pieces, expected);
        }
    }
}
