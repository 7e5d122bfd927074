//! Keys as people copy them, wrapped keys, and the recovery file.

use proptest::prelude::*;

use super::super::*;
use super::{Given, organiser};

#[test]
fn keys_are_written_and_read_as_people_copy_them() {
    let public = organiser().public();
    let written = public.to_string();
    assert_eq!(written.len(), "swk1".len() + 14 * 5);
    let fingerprint = public.fingerprint().to_string();
    assert_eq!(fingerprint.len(), "sw1".len() + 8 * 5);
    for text in [
        fingerprint.clone(),
        fingerprint.to_uppercase(),
        format!("  {fingerprint}\n"),
        format!("sw1-{}", fingerprint[4..].replace('-', " ")),
        format!(
            "sw1-{}",
            fingerprint[4..]
                .replace('-', "")
                .replace('1', "l")
                .replace('0', "O")
        ),
    ] {
        assert_eq!(Fingerprint::read(&text), Ok(public.fingerprint()), "{text}");
    }
    assert_eq!(PublicKey::read(&written), Ok(public.clone()));
    let read = SecretKey::read(&organiser().reveal()).unwrap();
    assert_eq!(read.public(), public);
    assert!(!format!("{:?}", organiser()).contains(&organiser().reveal()[5..9]));
}

#[test]
fn mistyped_keys_say_what_is_wrong() {
    let good = organiser().public().fingerprint().to_string();
    let swapped = {
        let mut letters: Vec<char> = good.chars().collect();
        let at = (4..letters.len() - 1).find(|at| {
            letters[*at] != letters[at + 1] && letters[*at] != '-' && letters[at + 1] != '-'
        });
        letters.swap(at.unwrap(), at.unwrap() + 1);
        letters.into_iter().collect::<String>()
    };
    let rows = [
        ("", TextError::Empty),
        ("  ", TextError::Empty),
        ("sw2-0000", TextError::Prefix("sw1")),
        ("fingerprint", TextError::Prefix("sw1")),
        ("é-0000", TextError::Prefix("sw1")),
        (&organiser().public().to_string(), TextError::Prefix("sw1")),
        ("sw1-", TextError::Length(0, 32)),
        (&good[..good.len() - 1], TextError::Length(31, 32)),
        (&format!("{good}0"), TextError::Length(33, 32)),
        (
            &good.replace(good.chars().last().unwrap(), "u"),
            TextError::Character('u'),
        ),
        (
            &good.replace('-', "+").replacen('+', "-", 1),
            TextError::Character('+'),
        ),
        (&swapped, TextError::Mistyped),
    ];
    for (text, wanted) in rows {
        assert_eq!(Fingerprint::read(text), Err(wanted), "{text}");
        assert!(!wanted.to_string().is_empty() && wanted.key().starts_with("error-key-"));
    }
}

#[test]
fn a_tag_admits_the_keys_it_pins() {
    let [old, new, other] =
        [1, 2, 3].map(|seed| SecretKey::generate(&mut Given::seed(seed)).public());
    let both = format!("{}, {}", old.fingerprint(), new.fingerprint());
    let pins = Pins::read(&both).unwrap();
    assert!(pins.admit(&old) && pins.admit(&new) && !pins.admit(&other));
    assert_eq!(Pins::read(""), Err(TextError::Empty));
    assert_eq!(Pins::read(&format!("{both},")), Err(TextError::Empty));
}

#[test]
fn a_wrapped_key_opens_for_its_organiser_only() {
    let campaign_key = organiser();
    let [ana, ben] = [5, 6].map(|seed| SecretKey::generate(&mut Given::seed(seed)));
    let holder = Holder {
        campaign: "fifteen",
        epoch: 1,
        organiser: "ana",
    };
    let wrapped = wrap(campaign_key, &ana.public(), &holder, &mut Given::seed(7)).unwrap();
    assert_eq!(wrapped.len(), 2 + 32 + 32 + 16);
    let opened = unwrap(&ana, &holder, &wrapped).unwrap();
    assert_eq!(opened.public(), campaign_key.public());
    let refused = |key: &SecretKey, holder: Holder<'_>, wrapped: &[u8]| {
        unwrap(key, &holder, wrapped).map(|key| key.public())
    };
    assert_eq!(refused(&ben, holder, &wrapped), Err(OpenError::Refused));
    for other in [
        Holder {
            campaign: "sixteen",
            ..holder
        },
        Holder { epoch: 2, ..holder },
        Holder {
            organiser: "ben",
            ..holder
        },
    ] {
        assert_eq!(
            refused(&ana, other, &wrapped),
            Err(OpenError::Refused),
            "{other:?}"
        );
    }
    for at in (0..wrapped.len()).step_by(3) {
        let mut changed = wrapped.clone();
        changed[at] ^= 1;
        assert!(refused(&ana, holder, &changed).is_err(), "byte {at}");
        assert!(
            refused(&ana, holder, &wrapped[..at]).is_err(),
            "cut at {at}"
        );
    }
}

fn recovery() -> Recovery {
    Recovery {
        campaign: "fifteen".to_owned(),
        epoch: 1,
        made: "2026-03-02".to_owned(),
        key: organiser().clone(),
    }
}

#[test]
fn a_recovery_file_comes_back_from_paper() {
    let text = recovery().to_text();
    for typed in [
        text.to_string(),
        text.to_uppercase(),
        text.replace('\n', "\r\n"),
        text.replace(": ", ":   "),
    ] {
        let read = Recovery::read(&typed).unwrap();
        assert_eq!(read.key.public(), organiser().public());
        assert_eq!(
            (read.campaign.to_lowercase().as_str(), read.epoch),
            ("fifteen", 1)
        );
    }
}

#[test]
fn a_spoilt_recovery_file_says_which_line() {
    let text = recovery().to_text().to_string();
    let other = SecretKey::generate(&mut Given::seed(9))
        .public()
        .fingerprint()
        .to_string();
    let own = organiser().public().fingerprint().to_string();
    let rows = [
        (String::new(), RecoveryError::Missing("secret")),
        (
            text.replace("secret:", "secret"),
            RecoveryError::Missing("secret"),
        ),
        (
            text.replace("campaign: fifteen", "campaign:"),
            RecoveryError::Missing("campaign"),
        ),
        (text.replace("epoch: 1", "epoch: one"), RecoveryError::Epoch),
        (text.replace(&own, &other), RecoveryError::OtherFingerprint),
        (
            text.replace("sws1-", "sws2-"),
            RecoveryError::Key(TextError::Prefix("sws1")),
        ),
        (
            text.replace("sw1-", "sw1 -u"),
            RecoveryError::Fingerprint(TextError::Character('u')),
        ),
        (
            text.trim_end()[..text.len() - 4].to_owned(),
            RecoveryError::Key(TextError::Length(53, 56)),
        ),
    ];
    for (text, wanted) in rows {
        assert_eq!(Recovery::read(&text).map(|read| read.epoch), Err(wanted));
    }
}

#[test]
fn a_campaign_opens_only_with_its_own_recovery_file() {
    let own = organiser().public();
    let other = SecretKey::generate(&mut Given::seed(9)).public();
    let proves =
        |campaign, epoch, key| recovery().proves(campaign, epoch, key, &mut Given::seed(4));
    assert_eq!(proves("fifteen", 1, &own), Ok(()));
    assert_eq!(proves("fifteen", 1, &other), Err(RecoveryError::OtherKey));
    assert_eq!(proves("fifteen", 2, &own), Err(RecoveryError::OtherKey));
    assert_eq!(proves("sixteen", 1, &own), Err(RecoveryError::OtherKey));
}

proptest! {
    #[test]
    fn anything_may_be_typed_as_a_key(text in "\\PC*|sw[ks]?1-[0-9a-z -]{0,80}") {
        let _ = Fingerprint::read(&text);
        let _ = PublicKey::read(&text);
        let _ = SecretKey::read(&text);
        let _ = Recovery::read(&text);
    }
}
