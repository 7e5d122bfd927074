//! A published spreadsheet as a feed: one meeting in each row, headings as people write them.

mod columns;
mod dates;
mod table;
mod when;

use super::fields::quoted;
use super::gather::{At, Gather};
use super::{clean, draft, tags};
use crate::{Attend, Meeting, OpenTo, Status, Venue};
use columns::Column;
use table::Table;

/// Reads the whole.
pub(crate) fn read(text: &str, gather: &mut Gather) {
    let mut table = Table::new(text);
    let Some((line, heads)) = heads(&mut table) else {
        gather.leave_out(
            At { line: 1, entry: 0 },
            "",
            "there is no row of headings with a name (“Title”) and a time (“Day” and “Time”, “Date”, or “When”)",
        );
        return;
    };
    for (at, head) in heads.iter().enumerate() {
        if let Some(column) = head.column
            && heads[..at].iter().any(|other| other.column == Some(column))
        {
            let what = "two columns say the same; the first that is filled in was taken";
            gather.note(At { line, entry: 0 }, &head.name, what);
        } else if head.column.is_none() && !head.name.is_empty() {
            gather.note(
                At { line, entry: 0 },
                &head.name,
                "no column has this heading; it was passed over",
            );
        }
    }
    let mut number = 0;
    while let Some((line, cells)) = table.next() {
        number += 1;
        let at = At {
            line,
            entry: number,
        };
        if gather.is_full() {
            gather.leave_out(at, "", "the table has too many rows; the rest was left out");
            return;
        }
        let row = Row {
            heads: &heads,
            cells: &cells,
        };
        if let Some(meeting) = one(&row, at, gather) {
            gather.keep(at, meeting);
        }
    }
    if table.unclosed > 0 {
        let line = table.unclosed;
        let what = "a quotation mark here has no second one; the line was read without it";
        gather.note(At { line, entry: 0 }, "", what);
    }
}

struct Head {
    name: String,
    column: Option<Column>,
}

/// The row of headings: among the first ten, the first in which a title and a time are named.
fn heads(table: &mut Table<'_>) -> Option<(u32, Vec<Head>)> {
    for _ in 0..10 {
        let (line, cells) = table.next()?;
        let heads: Vec<Head> = cells
            .iter()
            .map(|cell| Head {
                name: clean::line(cell, 60),
                column: columns::of(cell),
            })
            .collect();
        let has = |column| heads.iter().any(|head| head.column == Some(column));
        let timed = [Column::Day, Column::Time, Column::Date, Column::When];
        if has(Column::Title) && timed.into_iter().any(has) {
            return Some((line, heads));
        }
    }
    None
}

/// A row under its headings.
struct Row<'a> {
    heads: &'a [Head],
    cells: &'a [String],
}

impl Row<'_> {
    /// What a column says, and its heading; nothing where the cell is empty.
    fn get(&self, column: Column) -> Option<(&str, &str)> {
        let pairs = self.heads.iter().zip(self.cells);
        pairs
            .filter(|(head, _)| head.column == Some(column))
            .map(|(head, cell)| (cell.trim(), head.name.as_str()))
            .find(|(cell, _)| !cell.is_empty() && *cell != "-")
    }

    fn line(&self, column: Column) -> String {
        self.get(column)
            .map_or_else(String::new, |(cell, _)| clean::line(cell, clean::NAME))
    }

    /// The words of a cell that holds several.
    fn words(&self, column: Column) -> Vec<&str> {
        let cell = self.get(column).map_or("", |(cell, _)| cell);
        let words = cell.split([',', ';', '/', '|', '\n']).map(str::trim);
        words.filter(|word| !word.is_empty()).take(40).collect()
    }
}

fn one(row: &Row<'_>, at: At, gather: &mut Gather) -> Option<Meeting> {
    let title = row.line(Column::Title);
    if title.is_empty() {
        gather.leave_out(at, "Title", "the row has no title");
        return None;
    }
    let schedule = when::schedule(row, at, gather)?;
    let mut id = row.line(Column::Id);
    if id.is_empty() {
        // Tables seldom have one; nothing is said of that.
        id = draft::made_id(&title, schedule.start);
    }
    let mut meeting = draft::blank(id, title, schedule);
    meeting.about = row
        .get(Column::About)
        .map_or_else(String::new, |(cell, _)| clean::about(cell));
    joining(row, &mut meeting, at, gather);
    venue(row, &mut meeting, at, gather);
    meeting.organiser.name = row.line(Column::Organiser);
    meeting.attend = draft::attend(&meeting);
    how(row, &mut meeting, at, gather);
    words(row, &mut meeting, at, gather);
    Some(meeting)
}

fn joining(row: &Row<'_>, meeting: &mut Meeting, at: At, gather: &mut Gather) {
    if let Some((cell, name)) = row.get(Column::Link) {
        let link = clean::first_https(cell).unwrap_or(cell);
        match clean::https(link) {
            Ok(link) => meeting.joining.link = Some(link),
            Err(why) => gather.note(at, name, why),
        }
        let note = cell.replacen(link, " ", 1);
        meeting.joining.note = clean::block(&note, 1_000);
    }
    if let Some((cell, name)) = row.get(Column::Page) {
        match clean::https(cell) {
            Ok(link) if clean::is_room(&link) && meeting.joining.link.is_none() => {
                meeting.joining.link = Some(link);
            }
            Ok(link) => meeting.page = Some(link),
            Err(why) => gather.note(at, name, why),
        }
    }
    if let Some((cell, name)) = row.get(Column::Phone) {
        meeting.joining.phone = clean::phone(cell);
        if meeting.joining.phone.is_none() {
            gather.note(
                at,
                name,
                quoted(cell, "is no telephone number and was left out"),
            );
        }
    }
    if let Some((cell, name)) = row.get(Column::JoinNote) {
        let note = [name, ": ", cell].concat();
        let parts = [meeting.joining.note.as_str(), &note];
        meeting.joining.note = clean::block(parts.join("\n").trim(), 1_000);
    }
}

fn venue(row: &Row<'_>, meeting: &mut Meeting, at: At, gather: &mut Gather) {
    let mut name = row.line(Column::Venue);
    if let Some(link) = clean::first_https(&name) {
        if meeting.joining.link.is_none() {
            meeting.joining.link = clean::https(link).ok();
        }
        name = clean::line(&name.replacen(link, " ", 1), clean::NAME);
    }
    if draft::is_online_word(&name) {
        meeting.joining.withheld |=
            meeting.joining.link.is_none() && meeting.joining.phone.is_none();
        name.clear();
    }
    let parts = [row.line(Column::Address), row.line(Column::Town)];
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let mut venue = Venue {
        name,
        address: parts.join(", "),
        ..Venue::default()
    };
    if let Some((cell, name)) = row.get(Column::Postcode) {
        venue.postcode = draft::postcode(cell);
        if venue.postcode.is_none() {
            gather.note(at, name, quoted(cell, "is no UK postcode and was left out"));
        }
    }
    venue.postcode = venue
        .postcode
        .or_else(|| draft::postcode_in(&venue.address))
        .or_else(|| draft::postcode_in(&venue.name));
    if let (Some((north, _)), Some((east, name))) =
        (row.get(Column::Latitude), row.get(Column::Longitude))
    {
        venue.place = draft::point(north, east);
        if venue.place.is_none() {
            gather.note(
                at,
                name,
                "latitude and longitude are no point on earth and were left out",
            );
        }
    }
    meeting.venue = (venue != Venue::default()).then_some(venue);
}

/// Whether it is online, where a cell says so.
fn how(row: &Row<'_>, meeting: &mut Meeting, at: At, gather: &mut Gather) {
    if let Some((cell, name)) = row.get(Column::How) {
        let word = tags::plain(cell);
        let yes = super::value::yes(cell);
        if let Some(attend) = tags::attend(&word) {
            meeting.attend = attend;
        } else if yes == Some(true) && name.eq_ignore_ascii_case("online") {
            meeting.attend = if meeting.venue.is_some() {
                Attend::Hybrid
            } else {
                Attend::Online
            };
        } else if yes.is_none()
            && !row
                .words(Column::How)
                .into_iter()
                .any(|word| tags::take(meeting, word))
        {
            gather.note(
                at,
                name,
                quoted(cell, "is not online, in person or hybrid; it was guessed"),
            );
        }
    }
}

/// What is said in single words: roles, languages, access, women only, status.
fn words(row: &Row<'_>, meeting: &mut Meeting, at: At, gather: &mut Gather) {
    for column in [Column::Roles, Column::Access, Column::Tags] {
        for word in row.words(column) {
            if !tags::take(meeting, word)
                && column == Column::Access
                && super::value::yes(word).is_none()
            {
                let name = row.get(column).map_or("", |(_, name)| name);
                gather.note(at, name, quoted(word, "is not known and was left out; there are step-free, BSL, captions, childcare and quiet"));
            }
        }
    }
    for word in row.words(Column::Languages) {
        match tags::language(word) {
            Some(tag) => tags::add(&mut meeting.languages, &tag),
            None => gather.note(
                at,
                "Language",
                quoted(word, "is no language that is known and was left out"),
            ),
        }
    }
    let women = row.get(Column::WomenOnly);
    meeting.women_only |= women.is_some_and(|(cell, _)| super::value::yes(cell) == Some(true));
    if let Some((cell, name)) = row.get(Column::Status) {
        let called_off =
            name.eq_ignore_ascii_case("cancelled") && super::value::yes(cell) == Some(true);
        let status = if called_off {
            Some(Status::Cancelled)
        } else {
            tags::status(&tags::plain(cell))
        };
        meeting.status = status.unwrap_or_default();
    }
    let open = row.line(Column::OpenTo);
    let all = [
        "",
        "all",
        "everyone",
        "everybody",
        "anyone",
        "any",
        "open",
        "public",
        "no",
        "none",
    ];
    if !all.contains(&open.to_lowercase().as_str()) {
        meeting.open_to = OpenTo::Union(open);
    }
}
