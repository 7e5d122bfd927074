//! Names of councils and constituencies, from the files of codes and names that come with the
//! directory. Keeps only names of codes that the directory uses.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};

use super::{Trouble, source};

/// Codes, each with the number by which rows speak of it, and the names known so far.
pub(super) struct Codes {
    numbers: HashMap<String, u32>,
    list: Vec<(String, String)>,
}

impl Codes {
    /// Number 0 is no code.
    pub(super) fn new() -> Codes {
        Codes {
            numbers: HashMap::from([(String::new(), 0)]),
            list: vec![(String::new(), String::new())],
        }
    }

    pub(super) fn number(&mut self, code: &str) -> u32 {
        if let Some(number) = self.numbers.get(code) {
            return *number;
        }
        let number = u32::try_from(self.list.len()).unwrap_or_default();
        self.numbers.insert(code.to_owned(), number);
        self.list.push((code.to_owned(), String::new()));
        number
    }

    /// Code and name.
    pub(super) fn get(&self, number: u32) -> (&str, &str) {
        let found = self.list.get(number as usize);
        found.map_or(("", ""), |(code, name)| (code, name))
    }

    /// How many codes have no name.
    pub(super) fn nameless(&self) -> usize {
        self.list[1..]
            .iter()
            .filter(|(_, name)| name.is_empty())
            .count()
    }

    fn name(&mut self, code: &str, name: &str) {
        if let Some(number) = self.numbers.get(code).filter(|number| **number > 0)
            && let Some(place) = self.list.get_mut(*number as usize)
        {
            name.clone_into(&mut place.1);
        }
    }

    /// Reads every CSV file of a folder.
    pub(super) fn read_folder(&mut self, folder: &Path) -> Result<(), Trouble> {
        for path in source::csv_below(folder, 1)? {
            let mut file = File::open(&path).map_err(Trouble::file(&path))?;
            self.read(&path.display().to_string(), &mut file)?;
        }
        Ok(())
    }

    /// Reads one file: a column of codes (`LAD25CD`) and the one of their names (`LAD25NM`). A file
    /// without such a pair is left alone.
    pub(super) fn read(&mut self, file: &str, from: &mut dyn Read) -> Result<(), Trouble> {
        let trouble = |why| Trouble::Csv {
            file: file.to_owned(),
            why,
        };
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(from);
        let header = reader.byte_headers().map_err(trouble)?;
        let Some((code, name)) = pair(&header.iter().map(text).collect::<Vec<_>>()) else {
            return Ok(());
        };
        let mut row = ByteRecord::new();
        while reader.read_byte_record(&mut row).map_err(trouble)? {
            if let (Some(code), Some(name)) = (row.get(code), row.get(name)) {
                self.name(text(code).trim(), text(name).trim());
            }
        }
        Ok(())
    }
}

fn pair(header: &[String]) -> Option<(usize, usize)> {
    let header: Vec<String> = header
        .iter()
        .map(|cell| {
            cell.trim_start_matches('\u{feff}')
                .trim()
                .to_ascii_lowercase()
        })
        .collect();
    header.iter().enumerate().find_map(|(code, cell)| {
        let wanted = format!("{}nm", cell.strip_suffix("cd")?);
        let name = header.iter().position(|cell| *cell == wanted)?;
        Some((code, name))
    })
}

/// Some editions have these files in UTF-8, some as Windows writes Western Europe.
fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // For letters the two are the same as Latin-1, whose codes are Unicode's.
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_whatever_the_year_the_order_and_the_encoding() {
        let rows: [(&[u8], &str); 7] = [
            (b"LAD25CD,LAD25NM\nW06000001,\"Mon, Ynys\"\n", "Mon, Ynys"),
            (
                b"\xef\xbb\xbfLAD23CD,LAD23NM,LAD23NMW\nW06000001,Anglesey,Ynys\n",
                "Anglesey",
            ),
            (
                "PCON24NM,PCON24CD\nYnys Môn,W06000001\n".as_bytes(),
                "Ynys Môn",
            ),
            (b"LAD25CD,LAD25NM\nW06000001,Ynys M\xf4n\n", "Ynys Môn"),
            (b"LAD25CD,LAD25NM\nW06000001\nW06000002,Gwynedd,x\n", ""),
            (b"WD25CD,LAD25NM\nW06000001,Ynys\n", ""),
            (b"", ""),
        ];
        for (file, name) in rows {
            let mut codes = Codes::new();
            let number = codes.number("W06000001");
            assert_eq!(codes.number("W06000001"), number);
            codes.read("names.csv", &mut &*file).expect("a file");
            assert_eq!(codes.get(number), ("W06000001", name));
            assert_eq!(codes.nameless(), usize::from(name.is_empty()));
            assert_eq!(codes.get(0), ("", ""));
        }
    }
}
