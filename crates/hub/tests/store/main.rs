//! What a store promises, each promise held against SQLite and PostgreSQL alike.
//!
//! It has its own `main`, so that one PostgreSQL serves all of it and is gone at the end.
#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "../support/postgres.rs"]
mod postgres;

mod backups;
mod begin;
mod campaigns;
mod codes;
mod counts;
mod ending;
mod faults;
mod measure;
mod meetings;
mod migrations;
mod organise;
mod place;
mod secrecy;
mod signatures;
mod wellbeing;

use std::{
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
};

use place::{Place, Places};
use postgres::Cluster;

/// How many are tried at a time.
const WORKERS: usize = 4;

type Claim = fn(Arc<Place>) -> Pin<Box<dyn Future<Output = ()>>>;

/// One promise and the kind of database that it is tried on.
struct Trial {
    name: String,
    claim: Claim,
    postgres: bool,
}

macro_rules! claims {
    ($($module:ident { $($name:ident,)* })*) => {
        [$($((
            concat!(stringify!($module), "::", stringify!($name)),
            (|place| Box::pin($module::$name(place))) as Claim,
        ),)*)*]
    };
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn claims() -> impl IntoIterator<Item = (&'static str, Claim)> {
    claims! {
        backups {
            a_backup_restores_into_the_other_database,
            a_backup_beside_a_writer_is_of_one_moment,
            a_backup_of_an_earlier_format_is_read,
            a_backup_from_before_public_ids_is_read,
            what_cannot_be_restored_is_refused_and_leaves_nothing,
        }
        begin {
            what_is_refused_leaves_no_hub,
        }
        campaigns {
            a_campaign_comes_back_as_it_was_made,
            every_change_is_seen_by_other_hubs,
            removing_an_organiser_takes_their_wrapped_keys,
            keys_change_all_or_nothing,
        }
        codes {
            a_code_is_taken_once,
            two_hubs_take_one_code_once,
            a_bad_row_leaves_the_others,
        }
        counts {
            what_is_shown_is_confirmed_and_neither_held_nor_set_aside,
            each_table_counts_by_its_own,
            what_was_hidden_is_remembered,
        }
        ending {
            all_of_a_campaign_goes_in_pieces,
            its_secret_goes_with_it,
            what_ended_is_gone_from_the_files,
            the_words_that_were_signed_can_still_be_shown,
        }
        faults {
            a_full_disk_loses_nothing_and_mends,
            a_batch_that_fails_leaves_nothing,
            a_database_that_was_gone_is_used_again,
        }
        meetings {
            a_source_is_fetched_by_one_hub_at_a_time,
            a_failure_keeps_the_last_good_copy,
            what_a_source_drops_is_kept_for_a_while,
            what_cannot_be_read_any_more_is_held_as_long_as_its_source_says,
            an_id_is_handed_out_for_one_meeting_alone,
            two_organisers_do_not_overwrite_each_other,
            a_link_lets_in_until_it_is_ended,
            all_goes_with_its_feed,
        }
        migrations {
            every_earlier_version_comes_up_with_its_rows,
        }
        organise {
            records_come_in_pages_without_a_gap,
            partners_see_their_copies_alone,
            quarantine_sets_aside_what_fits_and_undoes_it,
            a_pattern_that_fits_nothing_takes_no_number,
            held_ones_count_when_released,
            the_log_only_grows,
            rows_go_with_their_campaign,
        }
        secrecy {
            what_is_withdrawn_is_gone_from_the_files,
        }
        signatures {
            a_link_confirms_once,
            a_batch_of_any_size_is_there_in_full,
            people_at_one_address,
            signing_again_replaces,
            withdrawing_leaves_nothing_of_the_person,
            an_organiser_withdraws_by_address,
            an_organiser_withdraws_by_id,
            two_hubs_count_one_person_once,
            confirming_and_withdrawing_at_once_agree,
            pending_ones_are_forgotten,
            mails_owed_are_settled_or_lost,
        }
        wellbeing {
            cards_and_pictures_are_kept_once,
        }
    }
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with('-'))
        .collect();
    let cluster = Cluster::start().map(Arc::new);
    if cluster.is_none() {
        println!("no PostgreSQL here (apt-get install postgresql): half of these are skipped");
    }
    let places = Places { cluster };
    if words == ["measure"] {
        tokio::runtime::Runtime::new()
            .unwrap()
            .block_on(measure::all(&places));
        return ExitCode::SUCCESS;
    }
    let wanted = |trial: &Trial| words.is_empty() || words.iter().any(|w| trial.name.contains(w));
    let mut outcome = Outcome::default();
    let mut trials: Vec<Trial> = trials().filter(wanted).collect();
    if places.cluster.is_none() {
        let all = trials.len();
        trials.retain(|trial| !trial.postgres);
        outcome.skipped = all - trials.len();
    }
    outcome.add(&places, trials);
    outcome.end()
}

/// What concerns one of the two alone.
const ONLY: [(&str, &str); 4] = [
    // PostgreSQL overwrites deleted rows in its own time; SECURITY.md says so.
    (
        "secrecy::what_is_withdrawn_is_gone_from_the_files",
        "SQLite",
    ),
    ("ending::what_ended_is_gone_from_the_files", "SQLite"),
    // How a server meets its full disk is its own; what the store does about it is the same.
    ("faults::a_full_disk_loses_nothing_and_mends", "SQLite"),
    // A file is not gone and back.
    (
        "faults::a_database_that_was_gone_is_used_again",
        "PostgreSQL",
    ),
];

fn trials() -> impl Iterator<Item = Trial> {
    claims().into_iter().flat_map(|(name, claim)| {
        let only = ONLY.iter().find(|(only, _)| *only == name);
        let kinds = [("SQLite", false), ("PostgreSQL", true)].into_iter();
        let kinds = kinds.filter(move |(kind, _)| only.is_none_or(|(_, only)| only == kind));
        kinds.map(move |(kind, postgres)| Trial {
            name: format!("{name} ({kind})"),
            claim,
            postgres,
        })
    })
}

#[derive(Default)]
struct Outcome {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Outcome {
    fn add(&mut self, places: &Places, trials: Vec<Trial>) {
        let trials = Mutex::new(trials.into_iter());
        let outcome = Mutex::new(self);
        std::thread::scope(|scope| {
            for _ in 0..WORKERS {
                scope.spawn(|| {
                    let next = || trials.lock().unwrap_or_else(PoisonError::into_inner).next();
                    while let Some(trial) = next() {
                        let held = held(places, &trial);
                        let mut outcome = outcome.lock().unwrap_or_else(PoisonError::into_inner);
                        outcome.note(&trial.name, held);
                    }
                });
            }
        });
    }

    fn note(&mut self, name: &str, held: bool) {
        if held {
            self.passed += 1;
        } else {
            self.failed += 1;
            println!("FAILED {name}");
        }
    }

    fn end(&self) -> ExitCode {
        let Self {
            passed,
            failed,
            skipped,
        } = self;
        println!("{passed} passed, {failed} failed, {skipped} skipped");
        ExitCode::from(u8::from(*failed > 0))
    }
}

fn held(places: &Places, trial: &Trial) -> bool {
    let tried = || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async { (trial.claim)(places.place(trial.postgres).await).await });
    };
    catch_unwind(AssertUnwindSafe(tried)).is_ok()
}
