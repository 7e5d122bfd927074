//! A signature from the form to the organiser's screen, and what bytes may do to its reader.

use std::convert::Infallible;
use std::sync::LazyLock;

use proptest::prelude::*;
use swansfeet_demands::campaign::{Campaign, FIFTEEN};
use swansfeet_demands::consent::{ConsentRecord, SharedField};
use swansfeet_demands::seal::rand_core::{TryCryptoRng, TryRng};
use swansfeet_demands::seal::{Binding, OpenError, Reader, SecretKey, open, seal};
use swansfeet_demands::signature::{Areas, PartnerCopy, PublicName, RecordError, Tag};
use swansfeet_demands::text::{Language, Moment, Slug};
use swansfeet_demands::{DemandsHash, Signature};
use swansfeet_places::Postcode;

/// Bytes that repeat from run to run.
struct Counter(u8);

impl TryRng for Counter {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.0 = self.0.wrapping_add(1);
        Ok(u32::from(self.0))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.try_next_u32().map(u64::from)
    }

    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), Infallible> {
        for byte in into {
            self.0 = self.0.wrapping_mul(5).wrapping_add(1);
            *byte = self.0;
        }
        Ok(())
    }
}

impl TryCryptoRng for Counter {}

fn slug(id: &str) -> Slug {
    Slug::new(id).expect("an id")
}

fn campaign() -> &'static Campaign {
    static CAMPAIGN: LazyLock<Campaign> = LazyLock::new(with_two_partners);
    &CAMPAIGN
}

/// The campaign that comes along, with two partners.
fn with_two_partners() -> Campaign {
    let partner = |id: &str, fields: &str, seed: u8| {
        let key = SecretKey::generate(&mut Counter(seed)).public();
        format!(
            "\n[[consent.partners]]\nid = \"{id}\"\nname = \"{id}\"\n\
             website = \"https://{id}.example\"\nfields = [{fields}]\nkey = \"{key}\"\n\
             text = {{ en = \"{id} may have it.\", cy = \"Caiff {id} ei weld.\" }}\n"
        )
    };
    let north = partner("north", "\"name\", \"area\"", 10);
    let south = partner("south", "\"email\", \"union\", \"comment\"", 20);
    let (before, after) = FIFTEEN
        .split_once("\n# What a signer is offered afterwards")
        .expect("it");
    let file = format!("{before}{north}{south}\n# {after}");
    Campaign::from_toml(&file).unwrap_or_else(|errors| panic!("{}", errors[0]))
}

fn signature(campaign: &Campaign) -> Signature {
    let welsh = Language::new("cy").expect("a language");
    let ticked = ["north", "unknown"];
    let consent = ConsentRecord::new(campaign, welsh, Moment(1_772_442_000), &["news"], &ticked);
    Signature {
        name: "Ana Mensah".to_owned(),
        email: Some("ana@example.org".to_owned()),
        areas: Areas::rough("LS1 4DY".parse().expect("a postcode")),
        category: slug("home-care-worker"),
        union: Some("North Branch".to_owned()),
        workplace: None,
        comment: Some("Taliad am deithio!\nNawr.".to_owned()),
        priorities: vec![slug("pay"), slug("unions")],
        public: PublicName::FirstAndRole,
        consent,
    }
}

#[test]
fn a_signature_comes_back_as_it_was() {
    let signature = signature(campaign());
    let bytes = signature.to_bytes().expect("short enough");
    assert!(Signature::from_bytes(&bytes) == Ok(signature.clone()));
    let bare = Signature {
        email: None,
        union: None,
        comment: None,
        priorities: vec![],
        public: PublicName::Hidden,
        ..signature
    };
    let bytes = bare.to_bytes().expect("short enough");
    assert!(Signature::from_bytes(&bytes) == Ok(bare));
}

#[test]
fn consent_names_only_boxes_that_the_campaign_has() {
    let campaign = campaign();
    let consent = signature(campaign).consent;
    assert_eq!(consent.partners, [slug("north")]);
    assert_eq!(consent.purposes, [slug("news")]);
    assert_eq!(consent.demands, DemandsHash::of(campaign));
    assert_eq!(consent.wording, campaign.consent.wording_hash());
    let mut reworded = campaign.clone();
    reworded.consent.partners[0].website.push('/');
    assert_ne!(consent.wording, reworded.consent.wording_hash());
}

#[test]
fn a_partner_gets_what_was_agreed_and_nothing_else() {
    let campaign = campaign();
    let signature = signature(campaign);
    let [north, south] = &campaign.consent.partners[..] else {
        panic!("two partners")
    };
    assert!(
        signature.copy_for(south).is_none(),
        "its box was not ticked"
    );
    let copy = signature.copy_for(north).expect("its box was ticked");
    let bytes = copy.to_bytes().expect("short enough");
    let copy = PartnerCopy::from_bytes(&bytes).expect("a copy");
    assert_eq!(copy.name.as_deref(), Some("Ana Mensah"));
    assert_eq!(
        copy.areas.as_ref().map(|areas| areas.area.as_str()),
        Some("LS")
    );
    assert_eq!(
        (&copy.email, &copy.union, &copy.comment),
        (&None, &None, &None)
    );
    assert_eq!(copy.category, None);
    assert_eq!(copy.consent.partners, [slug("north")]);
    assert!(copy.consent.purposes.is_empty());
    assert!(!contains(&bytes, b"example.org") && !contains(&bytes, b"Branch"));
    // One kind is never read as the other.
    assert_eq!(
        Signature::from_bytes(&bytes).err(),
        Some(RecordError::Kind(2))
    );
    let whole = signature.to_bytes().expect("short enough");
    assert_eq!(
        PartnerCopy::from_bytes(&whole).err(),
        Some(RecordError::Kind(1))
    );
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn sealed_it_shows_nothing_and_opens_for_its_reader_alone() {
    let campaign = campaign();
    let signature = signature(campaign);
    let organisers = SecretKey::generate(&mut Counter(1));
    let north = SecretKey::generate(&mut Counter(10));
    let binding = Binding {
        campaign: campaign.slug.as_str(),
        demands: DemandsHash::of(campaign),
        consent: campaign.consent.version,
        epoch: 1,
        partner: None,
        reader: Reader::Organisers,
    };
    let bytes = signature.to_bytes().expect("short enough");
    let sealed = seal(&organisers.public(), &binding, &bytes, &mut Counter(2)).expect("sealed");
    for part in [&b"Ana"[..], b"example.org", b"LS", b"home-care", b"fifteen"] {
        assert!(!contains(&sealed, part), "{part:?}");
    }
    let opened = open(&organisers, &binding, &sealed).expect("opens");
    assert!(Signature::from_bytes(&opened) == Ok(signature.clone()));
    let copy = signature
        .copy_for(&campaign.consent.partners[0])
        .expect("ticked");
    let for_north = Binding {
        reader: Reader::Partner("north"),
        ..binding
    };
    let key = &campaign.consent.partners[0].key;
    assert_eq!(*key, north.public());
    let bytes = copy.to_bytes().expect("short enough");
    let sealed = seal(key, &for_north, &bytes, &mut Counter(3)).expect("sealed");
    assert!(open(&north, &for_north, &sealed).is_ok());
    assert_eq!(
        open(&organisers, &for_north, &sealed),
        Err(OpenError::Refused)
    );
    assert_eq!(open(&north, &binding, &sealed), Err(OpenError::Refused));
}

#[test]
fn only_areas_leave_the_device() {
    let rough = |postcode: &str| {
        let postcode: Postcode = postcode.parse().expect("a postcode");
        let Areas {
            area,
            nation,
            region,
            ..
        } = Areas::rough(postcode);
        [Some(area), nation, region]
            .map(Option::unwrap_or_default)
            .join(" ")
    };
    for (postcode, wanted) in [
        ("LS1 4DY", "LS england yorkshire-and-the-humber"),
        ("S1 2HH", "S england "),
        ("CH5 3QL", "CH  "),
        ("BT1 5GS", "BT northern-ireland northern-ireland"),
        ("JE2 3AB", "JE jersey jersey"),
        ("BF1 2AU", "BF  "),
        ("ASCN 1ZZ", "ASCN  "),
    ] {
        assert_eq!(rough(postcode), wanted, "{postcode}");
    }
}

#[test]
fn it_is_not_printed_by_accident() {
    let signature = signature(campaign());
    assert_eq!(format!("{signature:?}"), "Signature(…)");
}

/// `[version, kind]` and fields of tag and content.
fn record(fields: &[(u8, &[u8])]) -> Vec<u8> {
    let mut bytes = vec![1, 1];
    for (tag, content) in fields {
        bytes.push(*tag);
        bytes.extend(u16::try_from(content.len()).expect("short").to_be_bytes());
        bytes.extend(*content);
    }
    bytes
}

#[test]
fn spoilt_bytes_say_what_is_wrong() {
    let whole = signature(campaign()).to_bytes().expect("short enough");
    let rows: [(Vec<u8>, RecordError); 12] = [
        (vec![], RecordError::CutOff),
        (vec![1], RecordError::CutOff),
        (vec![2, 1], RecordError::Version(2)),
        (vec![1, 9], RecordError::Kind(9)),
        (vec![1, 1, 1], RecordError::CutOff),
        (vec![1, 1, 1, 0, 2, b'A'], RecordError::CutOff),
        (record(&[(99, b"x")]), RecordError::Unknown(99)),
        (record(&[(0, b"x")]), RecordError::Unknown(0)),
        (record(&[]), RecordError::Missing(Tag::Name)),
        (
            record(&[(1, b"Ana"), (1, b"Ana")]),
            RecordError::Order(Tag::Name),
        ),
        (
            record(&[(2, b"a@b.c"), (1, b"Ana")]),
            RecordError::Order(Tag::Name),
        ),
        (record(&[(1, b"\xff")]), RecordError::Malformed(Tag::Name)),
    ];
    for (bytes, wanted) in rows {
        assert_eq!(
            Signature::from_bytes(&bytes).err(),
            Some(wanted),
            "{bytes:?}"
        );
        assert!(!wanted.to_string().is_empty());
    }
    let more = [&whole[..], &[1, 0, 1, b'x']].concat();
    assert_eq!(
        Signature::from_bytes(&more).err(),
        Some(RecordError::Order(Tag::Name))
    );
    let mut name_alone = campaign().consent.partners[0].clone();
    name_alone.fields = vec![SharedField::Name];
    let signature = signature(campaign());
    let copy = signature.copy_for(&name_alone).expect("ticked");
    let bytes = copy.to_bytes().expect("short enough");
    let nation: &[u8] = &[4, 0, 1, b'x'];
    let name_end = 2 + 3 + "Ana Mensah".len();
    let spoilt = [&bytes[..name_end], nation, &bytes[name_end..]].concat();
    assert_eq!(
        PartnerCopy::from_bytes(&spoilt).err(),
        Some(RecordError::Order(Tag::Nation))
    );
}

proptest! {
    #[test]
    fn any_bytes_may_come_out_of_a_record(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = Signature::from_bytes(&bytes);
        let _ = PartnerCopy::from_bytes(&bytes);
    }

    #[test]
    fn any_fields_may_come_out_of_a_record(
        fields in prop::collection::vec((0u8..23, prop::collection::vec(any::<u8>(), 0..40)), 0..12)
    ) {
        let fields: Vec<(u8, &[u8])> = fields.iter().map(|(tag, content)| (*tag, &content[..])).collect();
        let _ = Signature::from_bytes(&record(&fields));
    }

    /// Whatever is read is written again to the same bytes: one signature has one form.
    #[test]
    fn what_is_read_is_written_the_same(at in 0usize..400, byte: u8) {
        let mut bytes = signature(campaign()).to_bytes().expect("short enough");
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(signature) = Signature::from_bytes(&bytes) {
            prop_assert_eq!(signature.to_bytes().expect("short enough"), bytes);
        }
    }
}
