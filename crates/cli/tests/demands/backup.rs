//! `swansfeet backup` and `swansfeet restore`, the real program.

use crate::hub::{Hub, mode};
use crate::signers::Signer;

#[test]
fn a_restored_hub_has_everything_but_the_secrets() {
    let mut hub = Hub::open();
    hub.sign(&[Signer::new("Siobhán O'Neill", "siobhan@example.org")]);
    let file = hub.path("backup");
    hub.works(&format!("backup {file}"));
    assert_eq!(mode(&file), 0o600);
    assert!(hub.refused(&format!("backup {file}")).contains("already"));
    let backup = hub.read("backup");
    assert!(!backup.contains("Neill") && !backup.contains("siobhan"));

    let other = Hub::new();
    let said = other.works(&format!("restore {file}"));
    assert!(said.contains("secrets"), "{said}");
    assert!(
        other
            .works("campaign counts fifteen")
            .starts_with("1 counted")
    );
    assert!(
        other
            .refused(&format!("restore {file}"))
            .contains("not empty")
    );
    let (key, out) = (hub.path("keys/ana.key"), other.path("out.csv"));
    other.works(&format!("export fifteen --key {key} --as csv --out {out}"));
    assert!(other.read("out.csv").contains("siobhan@example.org"));
    assert!(!other.data().join("secrets").exists());

    let cut = &backup[..backup.len() - 20];
    std::fs::write(hub.path("cut"), cut).expect("a file");
    let refused = Hub::new();
    refused.refused(&format!("restore {}", hub.path("cut")));
    assert!(!refused.data().exists(), "what is refused leaves nothing");
}
