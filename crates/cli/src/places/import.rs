//! `swansfeet places import`: what is asked, and what is said in the end.

use std::path::{Path, PathBuf};

use clap::Args;
use swansfeet_places::directory::Wanted;

use super::Trouble;
use super::gather::Gathered;
use super::progress::Progress;
use super::shelf::{self, Label, Written};
use super::source::{Kind, Source};

/// Bad lines that are shown; all of them are in the folder.
const SHOWN: usize = 20;

/// Options of `swansfeet places import`.
#[derive(Args, Debug)]
pub(crate) struct Import {
    /// The ONS Postcode Directory: the ZIP as downloaded, the folder unpacked from it, or its CSV
    #[arg(value_name = "DIRECTORY")]
    directory: PathBuf,

    /// Folder with files of codes and names, where they do not come with the directory
    #[arg(long, value_name = "FOLDER")]
    names: Option<PathBuf>,

    /// The folder to write; the hub hands out `places` in its data folder
    #[arg(long, value_name = "FOLDER", default_value = "data/places")]
    out: PathBuf,

    /// Year and month of the directory, where its name does not tell: 2026-08
    #[arg(long, value_name = "YYYY-MM")]
    edition: Option<String>,

    /// Take postcodes that begin with BT too. The Open Government Licence does not cover them: only
    /// with a licence of Land & Property Services that allows what your hub does. VALUE is the
    /// acknowledgement that your licence asks for
    #[arg(
        long,
        value_name = "VALUE",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = NI
    )]
    northern_ireland: Option<String>,
}

/// As projects that use these postcodes acknowledge them; a licence may ask for other words.
const NI: &str = "Contains or is based upon Land & Property Services Intellectual Property subject \
                  to Crown copyright";

impl Import {
    pub(super) fn run(&self) -> Result<(), Trouble> {
        shelf::check(&self.out)?;
        let label = self.label()?;
        let mut source = Source::open(&self.directory)?;
        let progress = Progress::of(source.bytes());
        let mut gathered = Gathered::new(Wanted {
            northern_ireland: self.northern_ireland.is_some(),
        });
        source.each(Kind::Rows, |file, from| {
            gathered.read(file, from, &progress)
        })?;
        let taken = progress.end();
        if gathered.tally.live == 0 {
            return Err(Trouble::Empty {
                lines: gathered.tally.lines,
            });
        }
        gathered.settle();
        source.each(Kind::Names, |file, from| gathered.codes.read(file, from))?;
        if let Some(folder) = &self.names {
            gathered.codes.read_folder(folder)?;
        }
        let written = shelf::write(&self.out, &mut gathered, &label)?;
        self.tell(&gathered, &written, taken.as_secs_f64());
        Ok(())
    }

    fn label(&self) -> Result<Label, Trouble> {
        let edition = match &self.edition {
            Some(given) => edition_of(given).ok_or_else(|| Trouble::NotAnEdition(given.clone()))?,
            None => named_edition(&self.directory).ok_or_else(|| Trouble::Edition {
                file: self.directory.clone(),
            })?,
        };
        let year = &edition[..4];
        // The words are the ONS's: User Guide of the directory, and its answer FOI/2022/3481.
        let attribution = format!(
            "Contains OS data © Crown copyright and database right {year}. \
             Contains Royal Mail data © Royal Mail copyright and database right {year}. \
             Source: Office for National Statistics licensed under the Open Government Licence v.3.0"
        );
        Ok(Label {
            edition,
            attribution,
            northern_ireland: self.northern_ireland.clone(),
        })
    }

    fn tell(&self, gathered: &Gathered, written: &Written, seconds: f64) {
        let tally = gathered.tally;
        for bad in gathered.bad.iter().take(SHOWN) {
            eprintln!("{}:{}: {}; left out", bad.file, bad.line, bad.why);
        }
        let bad = gathered.bad.len();
        if bad > SHOWN {
            eprintln!(
                "and {} more lines; LEFT-OUT.txt has all of them",
                bad - SHOWN
            );
        }
        println!(
            "{} postcodes in use of {} lines, read in {seconds:.1} s",
            tally.live, tally.lines
        );
        println!(
            "Left out: {} not used any more, {} without a position, {} in Northern Ireland, {} twice, {bad} that cannot be read",
            tally.ended, tally.unplaced, tally.northern_ireland, tally.twice
        );
        if tally.northern_ireland > 0 {
            println!("{WHY_NOT_BT}");
        }
        if gathered.no_councils || gathered.no_constituencies {
            println!("Councils or constituencies are not in this file: they will not be told");
        }
        let nameless = gathered.codes.nameless();
        if nameless > 0 {
            println!(
                "{nameless} councils and constituencies have a code but no name: give the folder Documents with --names"
            );
        }
        let (largest, bytes) = written.largest;
        println!(
            "{} files, {} kB ({} kB packed); the largest is {} with {bytes} bytes",
            written.shards,
            written.bytes / 1000,
            written.packed / 1000,
            largest.map_or_else(String::new, |outcode| outcode.to_string()),
        );
        println!("Written to {}", self.out.display());
    }
}

const WHY_NOT_BT: &str = "Postcodes that begin with BT are left out: they are Land & Property \
Services' and not under the Open Government Licence. Their end user licence is for use within an \
organisation, and a hub hands them to everybody: ask them first. Then take them with \
--northern-ireland";

/// `2026-08`, if that is what it is.
fn edition_of(text: &str) -> Option<String> {
    let (year, month) = text.split_once('-')?;
    let is = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let month_is_one = (1..=12).contains(&month.parse::<u8>().ok()?);
    (is(year, 4) && is(month, 2) && month_is_one).then(|| text.to_owned())
}

/// The edition in the name of a file or folder: `ONSPD_AUG_2026_UK.csv`.
fn named_edition(path: &Path) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let parts: Vec<&str> = name.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    parts.windows(2).find_map(|pair| {
        let month = MONTHS.iter().position(|month| pair[0].starts_with(month))? + 1;
        edition_of(&format!("{}-{month:02}", pair[1]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edition_is_in_the_name() {
        let rows = [
            ("ONSPD_AUG_2026_UK.csv", Some("2026-08")),
            ("in/ONSPD_NOV_2025.zip", Some("2025-11")),
            ("ons-postcode-directory-february-2026", Some("2026-02")),
            ("NSPL21_MAY_2024_UK.csv", Some("2024-05")),
            ("ONSPD.csv", None),
            ("may.csv", None),
            ("ONSPD_AUG_26.csv", None),
        ];
        for (name, edition) in rows {
            assert_eq!(named_edition(Path::new(name)).as_deref(), edition, "{name}");
        }
        for wrong in [
            "",
            "2026",
            "2026-13",
            "2026-8",
            "26-08",
            "2026-08-01",
            "é026-08",
        ] {
            assert_eq!(edition_of(wrong), None, "{wrong}");
        }
    }
}
