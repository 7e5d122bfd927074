//! Packs and places: bands against the published thresholds, cells, and names.

use std::collections::BTreeSet;

use serde::Deserialize;
use swansfeet_places::Region;
use swansfeet_wellbeing::pack::NOT_SAID;
use swansfeet_wellbeing::{Pack, Place, Question};

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    pack: String,
    question: String,
    /// The id of the cell of each answer, from the lowest to the highest.
    cells: Vec<String>,
    source: String,
}

fn questions() -> impl Iterator<Item = (&'static Pack, &'static Question)> {
    let pairs = |pack: &'static Pack| pack.questions.iter().map(move |question| (pack, question));
    Pack::ALL.iter().flat_map(pairs)
}

#[test]
fn every_answer_is_counted_where_its_makers_say() {
    let table: Table = toml::from_str(include_str!("packs.toml")).expect("packs.toml is valid");
    let mut left: BTreeSet<_> = questions().map(|(pack, q)| (pack.id, q.id)).collect();
    for case in &table.case {
        let pack = Pack::named(&case.pack).expect("a pack");
        let question = pack.questions.iter().find(|q| q.id == case.question);
        let question = question.expect("a question");
        let cells = (question.lowest..=question.highest).map(|answer| {
            let cell = question.cell_of(Some(answer)).expect("in range");
            question.cell_id(cell)
        });
        let cells: Vec<&str> = cells.collect();
        assert_eq!(cells, case.cells, "{} ({})", question.id, case.source);
        left.remove(&(pack.id, question.id));
    }
    assert!(left.is_empty(), "no row for {left:?}");
}

#[test]
fn not_said_is_the_last_cell_of_every_question() {
    for (_, question) in questions() {
        let cell = question.cell_of(None).expect("always an answer");
        assert_eq!(cell, question.cells() - 1, "{}", question.id);
        assert_eq!(question.cell_id(cell), NOT_SAID);
    }
}

#[test]
fn an_answer_out_of_range_has_no_cell() {
    for (_, question) in questions() {
        for answer in question.highest + 1..=u8::MAX {
            assert_eq!(
                question.cell_of(Some(answer)),
                None,
                "{} {answer}",
                question.id
            );
        }
    }
}

#[test]
fn no_cell_has_the_name_of_another() {
    for (_, question) in questions() {
        let ids: BTreeSet<_> = (0..question.cells())
            .map(|cell| question.cell_id(cell))
            .collect();
        assert_eq!(ids.len(), question.cells(), "{}", question.id);
    }
}

#[test]
fn packs_are_found_by_name_and_say_whose_they_are() {
    let ids: Vec<&str> = Pack::ALL.iter().map(|pack| pack.id).collect();
    assert_eq!(ids, ["ons4", "work", "who5"]);
    assert_eq!(Pack::named("phq9"), None);
    for pack in Pack::ALL {
        assert_eq!(Pack::named(pack.id), Some(pack));
        let (licence, source) = pack.origin();
        assert!(!licence.is_empty() && !source.is_empty(), "{}", pack.id);
    }
}

#[test]
fn places_have_the_names_that_the_postcodes_have() {
    let uk = Region::ALL
        .into_iter()
        .filter(|region| region.nation().in_the_uk());
    let regions: Vec<&str> = uk.map(Region::id).collect();
    let places: Vec<&str> = Place::ALL.into_iter().map(Place::id).collect();
    assert_eq!(places, regions);
    for place in Place::ALL {
        assert_eq!(Place::named(place.id()), Some(place));
    }
    assert_eq!(Place::named("brighton"), None);
}
