//! Reads the directory line by line into rows of shards: twelve bytes for each postcode in use, and
//! nothing for the others. A line that cannot be read is noted and left out.

use std::collections::BTreeMap;
use std::io::Read;

use csv::{ByteRecord, ReaderBuilder};
use swansfeet_places::directory::{Columns, Live, Row, RowProblem, Wanted};
use swansfeet_places::shard;
use swansfeet_places::{Outcode, Region};

use super::Trouble;
use super::names::Codes;
use super::progress::Progress;

/// A good directory has none. With more bad lines than this share, it is another file.
const BAD_IN: u64 = 50;
const BAD_ALWAYS: u64 = 100;

/// All that was read.
pub(super) struct Gathered {
    pub(super) outcodes: BTreeMap<Outcode, Postcodes>,
    pub(super) codes: Codes,
    pub(super) tally: Tally,
    pub(super) bad: Vec<Bad>,
    pub(super) no_councils: bool,
    pub(super) no_constituencies: bool,
    wanted: Wanted,
}

/// The postcodes of one first half.
#[derive(Default)]
pub(super) struct Postcodes {
    /// Region, council, constituency: the latter as numbers of codes.
    pub(super) groups: Vec<(Region, u32, u32)>,
    pub(super) rows: Vec<shard::Row>,
}

/// How many lines there were of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) lines: u64,
    pub(super) live: u64,
    pub(super) ended: u64,
    pub(super) unplaced: u64,
    pub(super) northern_ireland: u64,
    pub(super) twice: u64,
}

/// A line that was left out.
pub(super) struct Bad {
    pub(super) file: String,
    pub(super) line: u64,
    pub(super) why: String,
}

impl Gathered {
    pub(super) fn new(wanted: Wanted) -> Gathered {
        Gathered {
            outcodes: BTreeMap::new(),
            codes: Codes::new(),
            tally: Tally::default(),
            bad: Vec::new(),
            no_councils: false,
            no_constituencies: false,
            wanted,
        }
    }

    /// Reads one file of the directory.
    pub(super) fn read(
        &mut self,
        file: &str,
        from: &mut dyn Read,
        progress: &Progress,
    ) -> Result<(), Trouble> {
        let trouble = |why| Trouble::Csv {
            file: file.to_owned(),
            why,
        };
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .buffer_capacity(1 << 16)
            .from_reader(progress.count(from));
        let header = reader.byte_headers().map_err(trouble)?;
        let names: Vec<_> = header.iter().map(String::from_utf8_lossy).collect();
        let columns = Columns::read(names.iter().map(AsRef::as_ref));
        let columns = columns.map_err(|missing| Trouble::Column {
            file: file.to_owned(),
            missing,
        })?;
        self.no_councils |= !columns.has_councils();
        self.no_constituencies |= !columns.has_constituencies();
        let mut record = ByteRecord::new();
        while reader.read_byte_record(&mut record).map_err(trouble)? {
            self.tally.lines += 1;
            if let Err(why) = self.line(&columns, &record) {
                self.bad.push(Bad {
                    file: file.to_owned(),
                    line: record.position().map_or(0, csv::Position::line),
                    why: why.to_string(),
                });
                self.hold()?;
            }
            progress.at(self.tally.lines);
        }
        Ok(())
    }

    fn line(&mut self, columns: &Columns, record: &ByteRecord) -> Result<(), RowProblem> {
        // A cell that is no text is as good as none.
        let cell = |at| std::str::from_utf8(record.get(at)?).ok();
        match columns.row(cell, self.wanted)? {
            Row::Live(live) => self.keep(&live)?,
            Row::Ended => self.tally.ended += 1,
            Row::NorthernIreland => self.tally.northern_ireland += 1,
            Row::Unplaced => self.tally.unplaced += 1,
        }
        Ok(())
    }

    fn keep(&mut self, live: &Live<'_>) -> Result<(), RowProblem> {
        let council = self.codes.number(live.council);
        let constituency = self.codes.number(live.constituency);
        let group = (live.region, council, constituency);
        let postcodes = self.outcodes.entry(live.postcode.outcode()).or_default();
        // Neighbours share their areas, so it is nearly always the last.
        let place = postcodes.groups.iter().rposition(|known| *known == group);
        let place = place.unwrap_or_else(|| {
            postcodes.groups.push(group);
            postcodes.groups.len() - 1
        });
        let place = u16::try_from(place).map_err(|_| RowProblem::Region)?;
        let row = shard::Row::new(&live.postcode, place, live.latitude, live.longitude);
        postcodes.rows.push(row);
        self.tally.live += 1;
        Ok(())
    }

    /// Stops at a file that is no directory.
    fn hold(&self) -> Result<(), Trouble> {
        let (bad, lines) = (self.bad.len() as u64, self.tally.lines);
        if bad > BAD_ALWAYS && bad > lines / BAD_IN {
            return Err(Trouble::TooManyBad { bad, lines });
        }
        Ok(())
    }

    /// Leaves out what comes twice: the first stays.
    pub(super) fn settle(&mut self) {
        for postcodes in self.outcodes.values_mut() {
            let before = postcodes.rows.len();
            postcodes.rows.sort_by_key(shard::Row::key);
            postcodes.rows.dedup_by(|a, b| a.is_same_postcode(b));
            let twice = (before - postcodes.rows.len()) as u64;
            self.tally.twice += twice;
            self.tally.live -= twice;
        }
    }
}
