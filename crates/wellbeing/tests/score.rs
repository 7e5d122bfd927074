//! Scores against their case table.

use serde::Deserialize;
use swansfeet_wellbeing::Pack;
use swansfeet_wellbeing::score::{Score, score};

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    pack: String,
    /// In the order of the questions; 255 stands for "prefer not to say".
    answers: Vec<u8>,
    bands: Option<Vec<String>>,
    score: Option<u8>,
    band: Option<String>,
    error: Option<String>,
    question: Option<String>,
}

#[test]
fn answers_come_to_what_the_table_says() {
    let table: Table = toml::from_str(include_str!("score.toml")).expect("score.toml is valid");
    for case in table.case {
        let pack = Pack::named(&case.pack).expect("a pack");
        let answers = case.answers.iter().map(|a| (*a != 255).then_some(*a));
        let name = &case.name;
        match score(pack, &answers.collect::<Vec<_>>()) {
            Ok(Score::Bands(found)) => {
                let found = found
                    .iter()
                    .map(|(question, band)| format!("{question}={band}"));
                assert_eq!(Some(found.collect()), case.bands, "{name}");
            }
            Ok(Score::Total { score, band }) => {
                assert_eq!(
                    (Some(score), Some(band)),
                    (case.score, case.band.as_deref()),
                    "{name}"
                );
            }
            Err(error) => {
                let question = Some(error.question().id);
                let wanted = (case.error.as_deref(), case.question.as_deref());
                assert_eq!((Some(error.key()), question), wanted, "{name}");
            }
        }
    }
}

#[test]
fn every_score_of_a_sum_has_a_band() {
    let who5 = Pack::named("who5").expect("a pack");
    for sum in 0..=25_u8 {
        let answers: Vec<_> = (0..5)
            .map(|at| Some(sum.saturating_sub(at * 5).min(5)))
            .collect();
        let Ok(Score::Total { score, band }) = score(who5, &answers) else {
            panic!("{sum}: no total");
        };
        assert_eq!(score, sum * 4);
        assert!(!band.is_empty(), "{sum}");
    }
}
