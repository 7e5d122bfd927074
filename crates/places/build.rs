//! Turns `data/areas.csv` into a constant table, so that nothing is read at run time.
//!
//! A row that is out of order, has an unknown region or a centre outside the islands stops the
//! build and names its line.

use std::fmt::Write as _;
use std::{env, fs, path::Path};

/// Names in the file, and the variants of `Region` that they stand for.
const REGIONS: [(&str, &str); 15] = [
    ("north-east", "NorthEast"),
    ("north-west", "NorthWest"),
    ("yorkshire-and-the-humber", "YorkshireAndTheHumber"),
    ("east-midlands", "EastMidlands"),
    ("west-midlands", "WestMidlands"),
    ("east-of-england", "EastOfEngland"),
    ("london", "London"),
    ("south-east", "SouthEast"),
    ("south-west", "SouthWest"),
    ("scotland", "Scotland"),
    ("wales", "Wales"),
    ("northern-ireland", "NorthernIreland"),
    ("isle-of-man", "IsleOfMan"),
    ("guernsey", "Guernsey"),
    ("jersey", "Jersey"),
];

fn main() {
    let file = "data/areas.csv";
    println!("cargo::rerun-if-changed={file}");
    let text = fs::read_to_string(file).expect("data/areas.csv is part of this crate");
    let rows: Vec<Row> = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(at, line)| {
            Row::read(line).unwrap_or_else(|why| panic!("{file}:{}: {why}: `{line}`", at + 1))
        })
        .collect();
    if let Some(pair) = rows.windows(2).find(|pair| pair[0].code >= pair[1].code) {
        panic!(
            "{file}: `{}` must come before `{}`",
            pair[1].code, pair[0].code
        );
    }
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("areas.rs"), table(&rows)).expect("OUT_DIR can be written");
}

/// One line of the file.
struct Row<'a> {
    code: &'a str,
    name: &'a str,
    regions: Vec<&'static str>,
    /// Hundredths of a degree.
    centre: (i16, i16),
    /// Miles.
    reach: u8,
    /// Hundredths of a degree.
    town: (i16, i16),
}

impl<'a> Row<'a> {
    fn read(line: &'a str) -> Result<Row<'a>, String> {
        let cells: Vec<&str> = line.split(',').collect();
        let (&[code, name, regions, latitude, longitude, reach], town) =
            cells.split_first_chunk().ok_or("six cells are needed")?;
        let reach = reach
            .parse()
            .map_err(|_| format!("`{reach}` is no number of miles"))?;
        let letters = code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !letters || !(1..=2).contains(&code.len()) {
            return Err(format!("`{code}` is not one or two capital letters"));
        }
        let regions = regions
            .split(' ')
            .map(region)
            .collect::<Result<Vec<_>, _>>()?;
        if regions.len() > 3 {
            return Err("an area lies in three regions at most".to_owned());
        }
        let centre = place(latitude, longitude)?;
        let town = match *town {
            [] => centre,
            [latitude, longitude] => place(latitude, longitude)?,
            _ => return Err("a town has two cells or none".to_owned()),
        };
        Ok(Row {
            code,
            name,
            regions,
            centre,
            reach,
            town,
        })
    }
}

fn place(latitude: &str, longitude: &str) -> Result<(i16, i16), String> {
    Ok((
        hundredths(latitude, 49..=61)?,
        hundredths(longitude, -9..=2)?,
    ))
}

fn region(name: &str) -> Result<&'static str, String> {
    let found = REGIONS.iter().find(|(known, _)| *known == name);
    found
        .map(|(_, variant)| *variant)
        .ok_or_else(|| format!("no region is called `{name}`"))
}

fn hundredths(degrees: &str, within: std::ops::RangeInclusive<i16>) -> Result<i16, String> {
    let value: f64 = degrees
        .parse()
        .map_err(|_| format!("`{degrees}` is not a number"))?;
    let rounded = (value * 100.0).round();
    if rounded < f64::from(within.start() * 100) || rounded > f64::from(within.end() * 100) {
        return Err(format!("`{degrees}` lies outside the islands"));
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "held within the islands above"
    )]
    Ok(rounded as i16)
}

/// Tables side by side: a widget that needs no names or centres is linked without them.
fn table(rows: &[Row<'_>]) -> String {
    let mut areas = format!("static AREAS: [Area; {}] = [\n", rows.len());
    let mut names = format!("static NAMES: [&str; {}] = [\n", rows.len());
    let mut centres = format!("static CENTRES: [(i16, i16); {}] = [\n", rows.len());
    let mut reaches = format!("static REACHES: [u8; {}] = [\n", rows.len());
    let mut towns = format!("static TOWNS: [(i16, i16); {}] = [\n", rows.len());
    for Row {
        code,
        name,
        regions,
        centre,
        reach,
        town,
    } in rows
    {
        let mut slots = vec!["None".to_owned(); 3];
        for (slot, region) in slots.iter_mut().zip(regions) {
            *slot = format!("Some(Region::{region})");
        }
        let slots = slots.join(", ");
        let code = if code.len() == 1 {
            format!("{code}\\0")
        } else {
            (*code).to_owned()
        };
        let _ = writeln!(
            areas,
            "    Area {{ code: *b\"{code}\", regions: [{slots}] }},"
        );
        let _ = writeln!(names, "    {name:?},");
        let _ = writeln!(centres, "    {centre:?},");
        let _ = writeln!(reaches, "    {reach},");
        let _ = writeln!(towns, "    {town:?},");
    }
    format!("{areas}];\n{names}];\n{centres}];\n{reaches}];\n{towns}];\n")
}
