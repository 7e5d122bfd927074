//! The second holder's keys as one file: read as they were saved, or refused.

#[path = "holders/first.rs"]
#[expect(
    dead_code,
    reason = "of the first holder, only its cards are needed here"
)]
mod first;

use first::{CAMPAIGN, First, PLACES};
use rand::SeedableRng;
use rand::rngs::ChaCha12Rng;
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::key_file::{KeyFile, KeyFileError};
use swansfeet_wellbeing::ledger::{Given, Ledger};
use swansfeet_wellbeing::talk::{Order, Reply};
use swansfeet_wellbeing::week_keys::WeekKeys;
use swansfeet_wellbeing::{Card, Place, Week, card::Draft};

const ABOUT: &str = "Keys of a check-in. Keep one copy.\nDelete older ones.";

fn week() -> Week {
    Week::read("2026-W48").expect("a week")
}

/// A file with a week whose card is signed, one whose card is not, and a ledger.
fn full() -> KeyFile {
    let mut random = ChaCha12Rng::seed_from_u64(3);
    let identity = Identity::generate(&mut random);
    let mut first = First::new(identity.key(), week().from());
    let mut keys = WeekKeys::generate(&PLACES, &mut random);
    let Reply::Draft(draft) = first.follow(Order::Draft(week()), &identity) else {
        panic!("no draft");
    };
    let mut draft = Draft::unfinished(&draft).expect("a draft");
    draft.holders[1].sealing = keys.publics();
    let sign = Order::Sign {
        draft: draft.to_bytes(),
        signature: draft.sign(&identity),
        verify_key: *keys.verify_key(),
    };
    let Reply::Card(card) = first.follow(sign, &identity) else {
        panic!("no card");
    };
    keys.set_card(Card::read(&card).expect("a card"));
    let mut ledger = Ledger::default();
    let given = Given {
        week: week(),
        weeks: 2,
        digest: [4; 32],
    };
    ledger.enter(Place::Wales, given).expect("a first sum");
    let mut file = KeyFile::new(identity);
    file.keep_week(CAMPAIGN, week(), Some(&keys));
    let unsigned = WeekKeys::generate(&PLACES, &mut random);
    file.keep_week(CAMPAIGN, week().plus(1), Some(&unsigned));
    file.keep_ledger("other", &ledger);
    file
}

#[test]
fn a_file_is_read_as_it_was_saved_and_says_how_often() {
    let mut file = full();
    let first = file.save(ABOUT);
    let text = file.save(ABOUT);
    assert!(text.starts_with(ABOUT));
    assert!(text.lines().all(|line| line.len() <= 64));
    let read = KeyFile::read(&text).expect("a key file");
    assert_eq!((file.saved(), read.saved()), (2, 2));
    assert_eq!(KeyFile::read(&first).expect("a key file").saved(), 1);
    assert_eq!(read.identity().key(), file.identity().key());
    assert_eq!(read.campaigns(), [CAMPAIGN, "other"]);
    assert_eq!(read.weeks(CAMPAIGN), [week(), week().plus(1)]);
    assert_eq!(read.weeks("other"), []);
    for of in file.weeks(CAMPAIGN) {
        let keys = |file: &KeyFile| file.week(CAMPAIGN, of).expect("keys").reveal().to_vec();
        assert_eq!(keys(&read), keys(&file));
    }
    assert_eq!(read.ledger("other"), file.ledger("other"));
    assert_eq!(read.ledger(CAMPAIGN), Ledger::default());
}

#[test]
fn what_was_destroyed_is_not_in_the_next_file() {
    let mut file = full();
    let keys = file.week(CAMPAIGN, week().plus(1)).expect("keys");
    let secret = keys.secret(Place::Wales).expect("a key").to_bytes();
    let holds = |file: &mut KeyFile| {
        let read = KeyFile::read(&file.save("")).expect("a key file");
        let weeks = read.weeks(CAMPAIGN).into_iter();
        let mut weeks = weeks.filter_map(|week| read.week(CAMPAIGN, week));
        weeks.any(|keys| keys.reveal().windows(32).any(|part| part == &secret[..]))
    };
    assert!(holds(&mut file));
    let mut rest = keys;
    rest.forget(Place::Wales);
    file.keep_week(CAMPAIGN, week().plus(1), Some(&rest));
    assert!(!holds(&mut file));
    file.keep_week(CAMPAIGN, week().plus(1), None);
    assert_eq!(file.weeks(CAMPAIGN), [week()]);
}

#[test]
fn a_file_that_is_changed_cut_off_or_another_is_refused() {
    let text = full().save(ABOUT).to_string();
    let refused = |text: &str| KeyFile::read(text).map(|_| ()).expect_err("refused");
    assert_eq!(refused(""), KeyFileError::Other);
    assert_eq!(refused(ABOUT), KeyFileError::Other);
    assert_eq!(refused(&text[..text.len() - 40]), KeyFileError::Damaged);
    let start = text.find("KEYS-----\n").expect("its first line") + 10;
    for at in (start..text.len() - 60).step_by(97) {
        let mut changed = text.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("text");
        assert_eq!(refused(&changed), KeyFileError::Damaged, "{at}");
    }
    // Mail and editors may change what is between the words, and nothing else.
    let mailed = text.replace('\n', "\r\n  ");
    assert!(KeyFile::read(&mailed).is_ok());
}
