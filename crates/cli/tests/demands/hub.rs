//! A hub's data folder for one test, and the program run on it.

use std::path::PathBuf;
use std::process::Output;

use swansfeet_demands::duplicate::CampaignSecret;
use swansfeet_demands::text::Slug;
use swansfeet_hub::secrets;
use swansfeet_hub::store::Store;
use swansfeet_hub::store::sqlite::SqliteStore;
use tempfile::TempDir;

use crate::signers::{Page, Signer, take};
use crate::support::{self, text};

/// A hub's folder, and one for files of the organisers.
pub(crate) struct Hub {
    folder: TempDir,
    signed: u32,
}

impl Hub {
    pub(crate) fn new() -> Hub {
        Hub {
            folder: TempDir::new().expect("a folder"),
            signed: 0,
        }
    }

    /// A hub with the example campaign, open, and `ana` as its organiser.
    pub(crate) fn open() -> Hub {
        let hub = Hub::new();
        let keys = hub.path("keys");
        hub.works(&format!(
            "campaign new --example fifteen --organiser ana --keys {keys}"
        ));
        hub.works(&format!(
            "campaign open fifteen --recovery {keys}/fifteen-recovery-1.txt"
        ));
        hub
    }

    /// The path of an organiser's file. Has no spaces, so that commands can be written as one text.
    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub(crate) fn run_with(&self, command: &str, input: &[u8]) -> Output {
        let mut program = support::swansfeet();
        program.current_dir(self.folder.path());
        program.args(command.split(' ').filter(|word| !word.is_empty()));
        program.arg("--data").arg(self.data());
        support::run(program, input)
    }

    pub(crate) fn run(&self, command: &str) -> Output {
        self.run_with(command, b"")
    }

    /// Runs a command that must work. What it said.
    pub(crate) fn works(&self, command: &str) -> String {
        let output = self.run(command);
        let said = text(&output.stdout);
        let complaint = text(&output.stderr);
        assert!(output.status.success(), "{command}: {said}{complaint}");
        self.is_discreet(command, &said, &complaint);
        said
    }

    /// Runs a command that must be refused. The sentence.
    pub(crate) fn refused(&self, command: &str) -> String {
        let output = self.run(command);
        let complaint = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{command}: {complaint}");
        assert!(complaint.starts_with("swansfeet: "), "{complaint}");
        assert!(!complaint.contains("swansfeet: error-"), "{complaint}");
        self.is_discreet(command, &text(&output.stdout), &complaint);
        complaint
    }

    /// No command ever prints a secret key or a code.
    fn is_discreet(&self, command: &str, said: &str, complaint: &str) {
        for secret in ["sws1-", "swc1-"] {
            assert!(!said.contains(secret), "{command} printed a secret: {said}");
            assert!(!complaint.contains(secret), "{command}: {complaint}");
        }
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("a file")
    }

    pub(crate) fn secret(&self) -> CampaignSecret {
        let slug = Slug::new("fifteen").expect("an id");
        secrets::read(&self.data().join("secrets"), &slug).expect("a secret")
    }

    /// Does something with the hub's own store.
    pub(crate) fn with_store<T>(&self, work: impl AsyncFnOnce(&dyn Store) -> T) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.block_on(async {
            let store = SqliteStore::open(&self.data()).await.expect("the store");
            let done = work(&store).await;
            store.close().await;
            done
        })
    }

    /// These people sign `fifteen` and answer their mail.
    pub(crate) fn sign(&mut self, signers: &[Signer]) {
        let (secret, first) = (self.secret(), self.signed);
        self.signed += u32::try_from(signers.len()).expect("few");
        self.with_store(async |store| {
            let page = Page::of(store, "fifteen").await;
            let signatures: Vec<_> = signers
                .iter()
                .zip(first..)
                .map(|(signer, number)| page.sign(signer, &secret, number, None))
                .collect();
            take(store, &signatures).await;
        });
    }
}

/// The permission bits of a file.
#[cfg(unix)]
pub(crate) fn mode(path: &str) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    let metadata = std::fs::metadata(path).expect("a file");
    metadata.permissions().mode() & 0o777
}
