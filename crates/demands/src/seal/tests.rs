//! Sealing against the RFC's own vectors, and against whoever changes, moves or mistypes something.

use std::sync::LazyLock;

use proptest::prelude::*;
use rand_core::{TryCryptoRng, TryRng};
use sha2::{Digest, Sha256};

use super::record::{open_raw, seal_raw};
use super::*;
use crate::DemandsHash;

/// Bytes handed out as they were given: for vectors, and for tests that must repeat.
struct Given(Vec<u8>);

impl Given {
    fn hex(text: &str) -> Given {
        Given(hex(text))
    }

    fn seed(seed: u8) -> Given {
        let blocks = (0..8u8).flat_map(|block| Sha256::digest([seed, block]).to_vec());
        Given(blocks.collect())
    }
}

impl TryRng for Given {
    type Error = core::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        never_asked()
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        never_asked()
    }

    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), Self::Error> {
        into.copy_from_slice(&self.0.drain(..into.len()).collect::<Vec<u8>>());
        Ok(())
    }
}

impl TryCryptoRng for Given {}

fn never_asked<T>() -> T {
    panic!("HPKE asks for bytes, never for numbers")
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let pair = |pair: &[char]| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap();
    digits.chunks(2).map(pair).collect()
}

fn key(text: &str) -> [u8; 32] {
    hex(text).try_into().unwrap()
}

const BINDING: Binding<'_> = Binding {
    campaign: "fifteen",
    demands: DemandsHash::from_bytes([7; 32]),
    consent: 1,
    epoch: 1,
    partner: Some("north-branch"),
    reader: Reader::Organisers,
};

fn organiser() -> &'static SecretKey {
    static KEY: LazyLock<SecretKey> = LazyLock::new(|| SecretKey::generate(&mut Given::seed(1)));
    &KEY
}

/// RFC 9180, appendix A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode,
/// first encryption.
#[test]
fn the_suite_gives_the_bytes_of_the_rfc() {
    let info = hex("4f6465206f6e2061204772656369616e2055726e");
    let plaintext = hex("4265617574792069732074727574682c20747275746820626561757479");
    let associated = hex("436f756e742d30");
    let secret = SecretKey::generate(&mut Given::hex(
        "1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df",
    ));
    assert_eq!(
        *secret.to_bytes(),
        // The RFC prints the private key before clamping; clamped it is the same key.
        clamped(key(
            "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"
        )),
    );
    assert_eq!(
        secret.public().to_bytes(),
        key("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"),
    );
    let mut random = Given::hex("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b");
    let (encapsulated, sealed) = seal_raw(
        &secret.public(),
        &info,
        &associated,
        &plaintext,
        &mut random,
    )
    .unwrap();
    assert_eq!(
        encapsulated,
        key("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"),
    );
    assert_eq!(
        sealed,
        hex(
            "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db
             21993c62ce81883d2dd1b51a28"
        ),
    );
    let opened = open_raw(&secret, &info, &associated, &encapsulated, &sealed).unwrap();
    assert_eq!(*opened, plaintext);
}

fn clamped(mut key: [u8; 32]) -> [u8; 32] {
    key[0] &= 248;
    key[31] = key[31] & 127 | 64;
    key
}

/// The binding with one thing changed each.
fn moved() -> [(&'static str, Binding<'static>); 8] {
    let demands = DemandsHash::from_bytes([8; 32]);
    let reader = Reader::Partner("north-branch");
    [
        (
            "campaign",
            Binding {
                campaign: "sixteen",
                ..BINDING
            },
        ),
        ("demands", Binding { demands, ..BINDING }),
        (
            "consent",
            Binding {
                consent: 2,
                ..BINDING
            },
        ),
        (
            "partner",
            Binding {
                partner: Some("south-branch"),
                ..BINDING
            },
        ),
        (
            "no partner",
            Binding {
                partner: None,
                ..BINDING
            },
        ),
        (
            "empty partner",
            Binding {
                partner: Some(""),
                ..BINDING
            },
        ),
        ("reader", Binding { reader, ..BINDING }),
        // Lengths are part of what is bound: nothing slides from one field into the next.
        (
            "slid",
            Binding {
                campaign: "fifteenn",
                partner: Some("orth-branch"),
                ..BINDING
            },
        ),
    ]
}

#[test]
fn a_record_opens_where_it_belongs_and_nowhere_else() {
    let record = seal(&organiser().public(), &BINDING, b"Ana", &mut Given::seed(2)).unwrap();
    assert_eq!(**open(organiser(), &BINDING, &record).unwrap(), *b"Ana");
    for (what, binding) in moved() {
        assert_eq!(
            open(organiser(), &binding, &record),
            Err(OpenError::Refused),
            "{what}"
        );
    }
    let later = Binding {
        epoch: 2,
        ..BINDING
    };
    assert_eq!(open(organiser(), &later, &record), Err(OpenError::Epoch(1)));
    let other = SecretKey::generate(&mut Given::seed(3));
    assert_eq!(open(&other, &BINDING, &record), Err(OpenError::Refused));
}

#[test]
fn no_byte_of_a_record_can_be_changed() {
    let record = seal(&organiser().public(), &BINDING, b"Ana", &mut Given::seed(2)).unwrap();
    // Every byte of the header, the encapsulated key and the tag; of the ciphertext between them
    // every fifth (an open takes 15 ms where nothing is optimised).
    let between = (54..record.len() - 16).step_by(5);
    for at in (0..54)
        .chain(between)
        .chain(record.len() - 16..record.len())
    {
        let mut changed = record.clone();
        changed[at] ^= 1 << (at % 8);
        // The top bit of a public key is not part of it (RFC 7748, section 5), but HPKE binds it.
        assert!(open(organiser(), &BINDING, &changed).is_err(), "byte {at}");
    }
    for end in (0..record.len()).step_by(9) {
        assert!(
            open(organiser(), &BINDING, &record[..end]).is_err(),
            "cut at {end}"
        );
    }
    assert!(open(organiser(), &BINDING, &[&record[..], &[0]].concat()).is_err());
}

#[test]
fn headers_say_what_they_do_not_know() {
    let record = seal(&organiser().public(), &BINDING, b"Ana", &mut Given::seed(2)).unwrap();
    assert_eq!(Header::read(&record), Ok(Header { epoch: 1 }));
    let with = |at: usize, byte: u8| {
        let mut changed = record.clone();
        changed[at] = byte;
        Header::read(&changed)
    };
    assert_eq!(with(0, 2), Err(OpenError::Version(2)));
    assert_eq!(with(1, 2), Err(OpenError::Suite(2)));
    assert_eq!(with(5, 9), Ok(Header { epoch: 9 }));
    assert_eq!(Header::read(&record[..53]), Err(OpenError::TooShort));
}

/// Header 6, encapsulated key 32, tag 16, and a multiple of 256.
#[test]
fn length_tells_only_the_step() {
    let size = |content: usize| {
        let plaintext = vec![b'x'; content];
        let record = seal(
            &organiser().public(),
            &BINDING,
            &plaintext,
            &mut Given::seed(2),
        );
        record.map(|record| record.len())
    };
    for (content, wanted) in [
        (0, 256),
        (1, 256),
        (254, 256),
        (255, 512),
        (510, 512),
        (511, 768),
    ] {
        assert_eq!(size(content), Ok(54 + wanted), "{content}");
    }
    assert_eq!(size(LONGEST), Ok(54 + 16_640));
    assert_eq!(size(LONGEST + 1), Err(SealError::TooLong));
}

#[test]
fn two_records_of_the_same_content_differ() {
    let one = seal(&organiser().public(), &BINDING, b"Ana", &mut Given::seed(2)).unwrap();
    let two = seal(&organiser().public(), &BINDING, b"Ana", &mut Given::seed(3)).unwrap();
    assert_ne!(one, two);
}

/// Points of small order (RFC 7748, section 6.1): the shared secret would be all zeros.
#[test]
fn weak_keys_seal_nothing() {
    let mut one = [0; 32];
    one[0] = 1;
    for weak in [[0; 32], one] {
        let key = PublicKey::from_bytes(&weak);
        assert_eq!(
            seal(&key, &BINDING, b"Ana", &mut Given::seed(2)),
            Err(SealError::WeakKey)
        );
    }
}

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
    // Two dozen cases: sealing and opening take 30 ms where nothing is optimised.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn anything_sealed_comes_back(content in prop::collection::vec(any::<u8>(), 0..1500), seed: u8) {
        let record = seal(&organiser().public(), &BINDING, &content, &mut Given::seed(seed)).unwrap();
        prop_assert_eq!(&**open(organiser(), &BINDING, &record).unwrap(), &content[..]);
    }

    #[test]
    fn anything_may_arrive_as_a_record(record in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(open(organiser(), &BINDING, &record).is_err());
        let holder = Holder { campaign: "fifteen", epoch: 1, organiser: "ana" };
        prop_assert!(unwrap(organiser(), &holder, &record).is_err());
    }

    /// Past the checks of the header too.
    #[test]
    fn anything_may_stand_behind_a_header(body in prop::collection::vec(any::<u8>(), 0..400)) {
        let record = [&[1, 1, 0, 0, 0, 1][..], &body].concat();
        prop_assert!(open(organiser(), &BINDING, &record).is_err());
    }

}

proptest! {
    #[test]
    fn anything_may_be_typed_as_a_key(text in "\\PC*|sw[ks]?1-[0-9a-z -]{0,80}") {
        let _ = Fingerprint::read(&text);
        let _ = PublicKey::read(&text);
        let _ = SecretKey::read(&text);
        let _ = Recovery::read(&text);
    }

    #[test]
    fn what_padding_takes_off_is_what_it_put_on(content in prop::collection::vec(any::<u8>(), 0..800)) {
        let padded = pad::add(&content).unwrap();
        prop_assert_eq!(padded.len() % 256, 0);
        prop_assert_eq!(pad::strip(&padded), Some(&content[..]));
        let longer = [&padded[..], &[0; 256]].concat();
        prop_assert_eq!(pad::strip(&longer), None);
    }
}
