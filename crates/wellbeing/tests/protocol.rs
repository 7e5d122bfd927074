//! From answers to a picture through two holders, and everything that is refused on the way.

mod holders;

use holders::{signed, take, world};
use proptest::prelude::*;
use rand::{RngExt, SeedableRng, rngs::ChaCha12Rng};
use swansfeet_wellbeing::card::{Card, CardError, LEAST, Setting};
use swansfeet_wellbeing::check_in::{BYTES, CheckIn, CheckInError, seal};
use swansfeet_wellbeing::picture::Picture;
use swansfeet_wellbeing::sum::Sum;
use swansfeet_wellbeing::{Pack, Place};

const PLACES: [Place; 2] = [Place::NorthWest, Place::Wales];

#[test]
fn two_halves_of_many_answers_give_the_counts_and_neither_gives_them_alone() {
    for pack in Pack::ALL {
        let mut world = world(pack.id, &PLACES);
        let mut counts: Vec<Vec<u32>> = pack
            .questions
            .iter()
            .map(|question| vec![0; question.cells()])
            .collect();
        let check_ins: Vec<_> = (0..25)
            .map(|person: usize| {
                let cells: Vec<usize> = pack
                    .questions
                    .iter()
                    .enumerate()
                    .map(|(number, question)| (person * (number + 1)) % question.cells())
                    .collect();
                for (counts, cell) in counts.iter_mut().zip(&cells) {
                    counts[*cell] += 1;
                }
                world.check_in(Place::Wales, &cells)
            })
            .collect();
        let [first, second] = world.sums(Place::Wales, &check_ins);
        assert_eq!((first.people(), second.people()), (25, 25));
        assert_eq!(first.digest(), second.digest());
        assert_eq!(
            first.with(&second.to_bytes()),
            Some(counts.clone()),
            "{}",
            pack.id
        );
        assert_eq!(second.with(&first.to_bytes()), Some(counts));
        assert_eq!(first.with(&first.to_bytes()), None);
    }
}

#[test]
fn all_check_ins_look_alike() {
    for pack in Pack::ALL {
        let mut world = world(pack.id, &PLACES);
        let lowest = vec![0; pack.questions.len()];
        let silent: Vec<usize> = pack
            .questions
            .iter()
            .map(|question| question.cells() - 1)
            .collect();
        let some = [
            world.check_in(Place::Wales, &lowest),
            world.check_in(Place::Wales, &silent),
        ];
        for bytes in &some {
            assert_eq!(bytes.len(), BYTES);
            let zeros = bytes.iter().rev().take_while(|byte| **byte == 0).count();
            assert!(zeros < BYTES / 2);
        }
        // 4,080 characters of base 64, and sixteen of JSON around them.
        assert_eq!(BYTES.div_ceil(3) * 4 + r#"{"wellbeing":""}"#.len(), 4_096);
        assert_ne!(some[0][34..50], some[1][34..50], "every nonce is new");
    }
}

#[test]
fn a_check_in_is_made_of_the_random_bytes_that_it_is_given_and_of_no_others() {
    for pack in Pack::ALL {
        let world = world(pack.id, &PLACES);
        let cells = vec![0; pack.questions.len()];
        let sealed = |seed| {
            let mut random = ChaCha12Rng::seed_from_u64(seed);
            seal(&world.card, Place::Wales, &cells, &mut random).expect("sealed")
        };
        assert_eq!(sealed(1), sealed(1), "{}", pack.id);
        assert_ne!(sealed(1), sealed(2), "{}", pack.id);
    }
}

#[test]
fn a_check_in_needs_a_place_of_the_card_and_one_cell_for_each_question() {
    let mut world = world("ons4", &PLACES);
    let mut refused = |place, cells: &[usize]| {
        seal(&world.card, place, cells, &mut world.random).expect_err("refused")
    };
    assert_eq!(refused(Place::London, &[0; 4]), CheckInError::Place);
    assert_eq!(refused(Place::Wales, &[0; 3]), CheckInError::Cells);
    assert_eq!(refused(Place::Wales, &[0; 5]), CheckInError::Cells);
    assert_eq!(refused(Place::Wales, &[0, 0, 0, 5]), CheckInError::Cells);
}

#[test]
fn a_card_is_read_as_it_was_signed() {
    let world = world("work", &Place::ALL);
    let card = Card::read(world.card.as_bytes()).expect("a card");
    assert_eq!(card, world.card);
    assert_eq!(card.setting(), Setting::Steward);
    assert_eq!(card.places(), Place::ALL);
    assert_eq!(card.keys(Place::London).map(|[a, b]| a != b), Some(true));
}

#[test]
fn a_card_that_nobody_should_take_is_refused() {
    let world = world("ons4", &PLACES);
    let refused = |change: fn(&mut swansfeet_wellbeing::card::Draft)| {
        let mut draft = world.draft.clone();
        change(&mut draft);
        let signatures = [
            draft.sign(&world.identities[0]),
            draft.sign(&world.identities[1]),
        ];
        let bytes = [draft.to_bytes(), signatures.as_flattened().to_vec()].concat();
        let read = Card::read(&bytes).expect_err("refused");
        assert_eq!(draft.signed(signatures), Err(read));
        read
    };
    assert_eq!(
        refused(|draft| draft.minimum = LEAST - 1),
        CardError::TooFew(9)
    );
    assert_eq!(refused(|draft| draft.minimum = 0), CardError::TooFew(0));
    assert_eq!(
        refused(|draft| {
            draft.places.clear();
            draft
                .holders
                .iter_mut()
                .for_each(|holder| holder.sealing.clear());
        }),
        CardError::Places
    );
    assert_eq!(
        refused(|draft| draft.places[1] = draft.places[0]),
        CardError::Places
    );
    assert_eq!(
        refused(|draft| draft.holders[1].sealing.truncate(1)),
        CardError::Layout
    );
    assert_eq!(
        refused(|draft| draft.holders[1].sealing[0] = draft.holders[0].sealing[1].clone()),
        CardError::OneHolder
    );
    assert_eq!(
        refused(|draft| draft.holders[1].key = draft.holders[0].key),
        CardError::OneHolder
    );
}

#[test]
fn a_card_that_only_one_has_signed_is_refused() {
    let world = world("ons4", &PLACES);
    let [first, second] = &world.identities;
    for (by, unsigned) in [
        ([first, first], 1),
        ([second, second], 0),
        ([second, first], 0),
    ] {
        let signatures = [world.draft.sign(by[0]), world.draft.sign(by[1])];
        assert_eq!(
            world.draft.clone().signed(signatures),
            Err(CardError::Unsigned(unsigned))
        );
    }
}

#[test]
fn any_bit_of_a_card_that_is_changed_makes_it_refused() {
    let world = world("ons4", &PLACES);
    let bytes = world.card.as_bytes();
    for at in 0..bytes.len() {
        let mut changed = bytes.to_vec();
        changed[at] ^= 1 << (at % 8);
        assert!(Card::read(&changed).is_err(), "byte {at}");
        assert!(Card::read(&bytes[..at]).is_err(), "cut at {at}");
    }
}

#[test]
fn a_check_in_of_another_card_or_moved_to_another_place_counts_nowhere() {
    let mut world = world("ons4", &PLACES);
    let mut later = world.draft.clone();
    later.week = later.week.plus(1);
    let later = signed(later, &world.identities);
    let bytes = world.check_in(Place::Wales, &[0; 4]);
    assert!(CheckIn::read(&bytes, &later).is_err());
    let mut moved = bytes.clone();
    moved[1..33].copy_from_slice(later.hash());
    let [first, _] = world.desks(Place::Wales);
    let read = CheckIn::read(&moved, &later).expect("it looks right");
    assert!(first.begin(&read).is_none());
    let mut elsewhere = bytes.clone();
    elsewhere[33] = 0;
    let [first, _] = world.desks(Place::NorthWest);
    let read = CheckIn::read(&elsewhere, &world.card).expect("it looks right");
    assert_eq!(read.place, Place::NorthWest);
    assert!(first.begin(&read).is_none());
    let sums = world.sums(Place::Wales, &[bytes]);
    assert_eq!(sums[0].people(), 1);
}

/// What an attacker may do to a check-in on its way.
fn mutated(bytes: &[u8], random: &mut ChaCha12Rng) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    match random.random_range(0..5) {
        0 => changed.truncate(random.random_range(0..bytes.len())),
        1 => changed.extend(vec![0; random.random_range(1..64)]),
        2 => {
            let at = random.random_range(0..bytes.len());
            changed[at] = changed[at].wrapping_add(random.random_range(1..=255));
        }
        3 => {
            let from = random.random_range(0..bytes.len() - 32);
            random.fill(&mut changed[from..from + 32]);
        }
        _ => {
            let at = random.random_range(0..bytes.len());
            changed[at] ^= 1 << random.random_range(0..8);
        }
    }
    changed
}

#[test]
fn ten_thousand_mutated_check_ins_are_refused_and_the_total_is_right() {
    let mut world = world("ons4", &PLACES);
    let good: Vec<_> = (0..30)
        .map(|person| world.check_in(Place::Wales, &[person % 4, 1, 2, 3]))
        .collect();
    let mut random = ChaCha12Rng::seed_from_u64(2);
    let [first, second] = world.desks(Place::Wales);
    let mut sums = [Sum::new(world.card.pack()), Sum::new(world.card.pack())];
    let mut refused = 0;
    for turn in 0..10_000 {
        let bytes = &good[turn % good.len()];
        let changed = mutated(bytes, &mut random);
        if changed == *bytes {
            continue;
        }
        assert_eq!(
            take(&world.card, [&first, &second], &changed, &mut sums),
            None,
            "turn {turn}"
        );
        refused += 1;
    }
    assert!(refused > 9_900, "{refused}");
    for bytes in &good {
        assert!(take(&world.card, [&first, &second], bytes, &mut sums).is_some());
    }
    let counts = sums[0].with(&sums[1].to_bytes()).expect("counts");
    assert_eq!(counts[0], [8, 8, 7, 7, 0]);
}

#[test]
fn a_false_word_between_the_holders_is_refused() {
    let mut world = world("work", &PLACES);
    let bytes = world.check_in(
        Place::Wales,
        &[0, 1, 2, 3, 4, 5].map(|cell: usize| cell % 3),
    );
    let [first, second] = world.desks(Place::Wales);
    let check_in = CheckIn::read(&bytes, &world.card).expect("a check-in");
    let (_, told) = first.begin(&check_in).expect("begun");
    for at in (0..told.len()).step_by(7) {
        let mut changed = told.clone();
        changed[at] ^= 1;
        assert!(second.answer(&check_in, &changed).is_none(), "byte {at}");
    }
    assert!(second.answer(&check_in, &told[..told.len() - 1]).is_none());
    let (answer, _) = second.answer(&check_in, &told).expect("answered");
    for at in (0..answer.len()).step_by(5) {
        let mut changed = answer.clone();
        changed[at] ^= 1;
        let (begun, _) = first.begin(&check_in).expect("begun");
        assert!(first.finish(begun, &changed).is_none(), "byte {at}");
    }
}

#[test]
fn no_picture_is_of_fewer_than_k_nor_ever_of_fewer_than_ten() {
    let pack = Pack::named("ons4").expect("a pack");
    let week = swansfeet_wellbeing::Week::read("2026-W48").expect("a week");
    let of = |people: u32, minimum: u32| {
        let counts = vec![vec![people, 0, 0, 0, 0]; 4];
        Picture::of(
            "fifteen",
            pack,
            Place::Wales,
            (week, 3),
            people,
            minimum,
            &counts,
        )
    };
    assert!(of(19, 20).is_none());
    assert!(of(9, 1).is_none());
    let picture = of(24, 20).expect("a picture");
    assert_eq!((picture.people, picture.rounding()), (20, 5));
    assert_eq!(picture.percent[0], [95, 5, 5, 5, 5]);
    assert_eq!(picture.from().to_string(), "2026-11-09");
    assert_eq!(Picture::read(&picture.to_bytes()), Some(picture.clone()));
    let world = world("ons4", &PLACES);
    let signature = picture.sign(&world.identities[0]);
    assert!(picture.is_signed(&world.identities[0].key(), &signature));
    assert!(!picture.is_signed(&world.identities[1].key(), &signature));
}

proptest! {
    #[test]
    fn nothing_that_comes_in_makes_a_holder_fall_over(
        bytes in prop::collection::vec(any::<u8>(), 0..5_000),
    ) {
        let world = world("ons4", &PLACES);
        let _ = Card::read(&bytes);
        let _ = Picture::read(&bytes);
        let _ = Sum::new(world.card.pack()).with(&bytes);
        if let Ok(check_in) = CheckIn::read(&bytes, &world.card) {
            let _ = world.desks(Place::Wales)[0].begin(&check_in);
        }
        if let Ok(check_in) = CheckIn::read_second(&bytes, &world.card) {
            let _ = world.desks(Place::Wales)[1].answer(&check_in, &bytes);
        }
    }
}
