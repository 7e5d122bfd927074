//! Who has signed before, told without names.

use std::collections::HashSet;

use swansfeet_demands::code::Code;
use swansfeet_demands::duplicate::{CampaignSecret, MOST_AT_ONE_ADDRESS, Marks, NameTag, Standing};
use swansfeet_demands::{Email, Name, UNICODE};

fn marks(secret: u8, address: &str, name: &str, area: &str) -> Marks {
    let email = Email::read(address, UNICODE).expect("an address");
    let name = Name::read(name, UNICODE).expect("a name");
    let tag = NameTag::of("fifteen", &email, &name);
    CampaignSecret::from_bytes([secret; 32]).marks(&email, tag, area)
}

#[test]
fn the_same_person_is_known_again_however_they_type() {
    use Standing::{Again, New, SharesAddress};
    let there = [marks(1, "ana.mensah@gmail.com", "Ana Mensah", "LS")];
    let rows = [
        ("ana.mensah@gmail.com", "Ana Mensah", "LS", Again),
        ("AnaMensah+rota@googlemail.com", "ANA  MENSAH", "LS", Again),
        ("ana.mensah@gmail.com", "Ben Mensah", "LS", SharesAddress),
        // Another area at the same address: not a household.
        ("ana.mensah@gmail.com", "Ben Mensah", "BD", Again),
        ("ana.mensah@gmail.com", "Ana Mensah", "BD", Again),
        ("ana.mensah@example.org", "Ana Mensah", "LS", New),
    ];
    for (address, name, area, wanted) in rows {
        let new = marks(1, address, name, area);
        assert_eq!(new.standing(&there), wanted, "{address} {name} {area}");
        assert_eq!(new.standing(&[]), New);
    }
}

#[test]
fn an_address_is_shared_by_a_household_at_most() {
    let names = ["Ana", "Ben", "Cai", "Dee", "Eli"];
    let mut there = Vec::new();
    for (number, name) in names.iter().enumerate() {
        let new = marks(1, "home@example.org", name, "LS");
        let wanted = match number {
            0 => Standing::New,
            n if n < MOST_AT_ONE_ADDRESS => Standing::SharesAddress,
            _ => Standing::Again,
        };
        assert_eq!(new.standing(&there), wanted, "{name}");
        there.push(new);
    }
}

#[test]
fn marks_say_nothing_without_the_secret() {
    let one = marks(1, "ana@example.org", "Ana", "LS");
    let two = marks(2, "ana@example.org", "Ana", "LS");
    let secret = CampaignSecret::from_bytes([1; 32]);
    let code = |byte: u8| secret.code_mark(&Code::from_bytes([byte; 7]));
    assert!(code(1) == code(1) && code(1) != code(2) && code(1) != one.address);
    let all = [
        one.address,
        one.person,
        one.place,
        two.address,
        two.person,
        two.place,
    ];
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), 6);
    assert_eq!(one, marks(1, "ana@example.org", "Ana", "LS"));
    assert_eq!(
        format!("{:?}", CampaignSecret::from_bytes([1; 32])),
        "CampaignSecret(…)"
    );
}

#[test]
fn a_name_tag_is_worth_nothing_elsewhere() {
    let tag = |campaign: &str, address: &str| {
        let email = Email::read(address, UNICODE).expect("an address");
        NameTag::of(
            campaign,
            &email,
            &Name::read("Ana Mensah", UNICODE).expect("a name"),
        )
        .bits()
    };
    let here = tag("fifteen", "ana@example.org");
    assert!(here < 4_096);
    assert_ne!(here, tag("fifteen", "ana@example.com"));
    assert_ne!(here, tag("sixteen", "ana@example.org"));
    assert_eq!(NameTag::from_bits(0xffff).bits(), 0x0fff);
}

/// Of a thousand couples at most a few are taken for one person: 1 in 4,096.
#[test]
fn couples_are_told_apart() {
    let mistaken = (0..1_000).filter(|number| {
        let address = format!("home{number}@example.org");
        let [ana, ben] = ["Ana", "Ben"].map(|name| marks(1, &address, name, "LS"));
        ana.person == ben.person
    });
    assert!(mistaken.count() <= 3);
}
