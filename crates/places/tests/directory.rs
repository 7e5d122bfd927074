//! Rows of the postcode directory, from a table.
#![cfg(feature = "directory")]
#![allow(clippy::unwrap_used, reason = "tests")]

use serde::Deserialize;
use swansfeet_places::directory::{Columns, Row, Wanted};

#[derive(Deserialize)]
struct Table {
    edition: Vec<Edition>,
}

#[derive(Deserialize)]
struct Edition {
    header: String,
    #[serde(default)]
    missing: Option<String>,
    #[serde(default)]
    rows: Vec<(String, String)>,
}

fn said(columns: &Columns, line: &str, wanted: Wanted) -> String {
    let cells: Vec<&str> = line.split(',').collect();
    match columns.row(|at| cells.get(at).copied(), wanted) {
        Err(problem) => problem.to_string(),
        Ok(Row::Ended) => "ended".to_owned(),
        Ok(Row::NorthernIreland) => "northern ireland".to_owned(),
        Ok(Row::Unplaced) => "unplaced".to_owned(),
        Ok(Row::Live(live)) => format!(
            "{} {} {} {} {} {}",
            live.postcode,
            live.region.id(),
            live.council,
            live.constituency,
            live.latitude,
            live.longitude
        ),
    }
}

#[test]
fn each_row_is_read_as_the_table_says() {
    let table: Table = toml::from_str(include_str!("directory.toml")).unwrap();
    for edition in table.edition {
        let columns = Columns::read(edition.header.split(','));
        if let Some(missing) = edition.missing {
            let error = columns.expect_err(&edition.header);
            assert_eq!(error.to_string(), missing);
            continue;
        }
        let columns = columns.unwrap();
        assert!(!edition.rows.is_empty());
        for (line, expected) in edition.rows {
            let found = said(&columns, &line, Wanted::default());
            assert_eq!(found, expected, "{line}");
        }
    }
}

/// Their licence is another, so they come only when somebody says so.
#[test]
fn northern_ireland_comes_only_when_it_is_asked_for() {
    let columns = Columns::read("pcds,doterm,lat,long,ctry".split(',')).unwrap();
    let line = "BT1 1AA,,54.6,-5.93,N92000002";
    let rows = [
        (false, "northern ireland"),
        (true, "BT1 1AA northern-ireland   5460000 -593000"),
    ];
    for (northern_ireland, expected) in rows {
        assert_eq!(said(&columns, line, Wanted { northern_ireland }), expected);
    }
}
