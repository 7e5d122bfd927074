//! `swansfeet wellbeing holder`: makes a second holder's identity, or shows its public key. The key
//! stands alone on standard output, everything else is said beside it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use swansfeet_words::Words;

use super::keys::{Folder, read_file};
use crate::office::{self, Done, say};
use crate::words::msg;

/// Options of `swansfeet wellbeing holder`.
#[derive(Args, Debug)]
pub(super) struct Holder {
    /// The folder for the keys; made if it is not there. Or the key file of the steward's page
    #[arg(long, value_name = "FOLDER")]
    keys: PathBuf,
}

pub(super) fn run(options: &Holder, words: &Words) -> ExitCode {
    office::run(words, async { shown(&options.keys, words) })
}

fn shown(keys: &Path, words: &Words) -> Done {
    let told = || keys.display().to_string().into();
    let (sentence, key) = if keys.is_file() {
        let key = read_file(keys)?.identity().key();
        (msg::HolderThere { keys: told() }.say(words), key)
    } else {
        let is_new = Folder::make(keys)?;
        let key = Folder::identity_in(keys)?.key();
        let sentence = if is_new {
            msg::HolderMade { keys: told() }.say(words)
        } else {
            msg::HolderThere { keys: told() }.say(words)
        };
        (sentence, key)
    };
    eprintln!("{sentence}");
    say(&key.to_string());
    Ok(ExitCode::SUCCESS)
}
