//! Records: the RFC's bytes, where they open, and what cannot be changed.

use proptest::prelude::*;

use super::super::{pad, *};
use super::{Given, hex, key, organiser};
use crate::DemandsHash;
use swansfeet_seal::{open as open_raw, seal as seal_raw};

const BINDING: Binding<'_> = Binding {
    campaign: "fifteen",
    demands: DemandsHash::from_bytes([7; 32]),
    consent: 1,
    epoch: 1,
    partner: Some("north-branch"),
    reader: Reader::Organisers,
};

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
    fn what_padding_takes_off_is_what_it_put_on(content in prop::collection::vec(any::<u8>(), 0..800)) {
        let padded = pad::add(&content).unwrap();
        prop_assert_eq!(padded.len() % 256, 0);
        prop_assert_eq!(pad::strip(&padded), Some(&content[..]));
        let longer = [&padded[..], &[0; 256]].concat();
        prop_assert_eq!(pad::strip(&longer), None);
    }
}
