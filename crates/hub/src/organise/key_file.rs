//! The file in which an organiser, or a partner, keeps a key of their own.
//!
//! A text file that explains itself, like a recovery file. Reading it back looks only at the lines
//! `name: value`; a bare `sws1-…` does too.

use chrono::NaiveDate;
use swansfeet_demands::seal::{Recovery, RecoveryError, SecretKey, TextError};
use zeroize::Zeroizing;

/// What somebody's key file, or a campaign's recovery file, holds.
#[derive(Clone, Debug)]
pub enum KeyFile {
    /// An organiser's or a partner's own key: opens what is wrapped for them.
    Own(SecretKey),
    /// A campaign's key of one epoch.
    Recovery(Recovery),
}

impl KeyFile {
    /// The text of a file for somebody's own key.
    #[must_use]
    pub fn text(id: &str, key: &SecretKey, made: NaiveDate) -> Zeroizing<String> {
        let public = key.public();
        let secret = key.reveal();
        Zeroizing::new(format!(
            "Swansfeet key file\n\
             \n\
             This is a key of your own. With it you can read what is sealed for you.\n\
             Keep it where only you can get at it, and a copy in another place.\n\
             Never send it to anybody, and never leave it on the hub.\n\
             Others may have the line `public:`; nobody may have the line `secret:`.\n\
             \n\
             holder: {id}\n\
             made: {made}\n\
             public: {public}\n\
             secret: {}\n",
            secret.as_str()
        ))
    }

    /// Reads either kind of file.
    ///
    /// # Errors
    /// What is wrong with the recovery file, or with the key.
    pub fn read(text: &str) -> Result<KeyFile, super::Error> {
        // Only a recovery file says which campaign it is of.
        if line(text, "campaign").is_some() {
            return Recovery::read(text)
                .map(KeyFile::Recovery)
                .map_err(super::Error::Recovery);
        }
        let secret = line(text, "secret").unwrap_or(text);
        match SecretKey::read(secret) {
            Ok(key) => Ok(KeyFile::Own(key)),
            // Nothing that looks like a key: say what is missing, not which letter is odd.
            Err(TextError::Prefix(_)) if line(text, "secret").is_none() => {
                Err(super::Error::Recovery(RecoveryError::Missing("secret")))
            }
            Err(error) => Err(super::Error::KeyFile(error)),
        }
    }
}

fn line<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut values = text.lines().filter_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim())
    });
    values.rfind(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_comes_back_and_a_bare_key_does_too() {
        let key = SecretKey::from_bytes(&[7; 32]);
        let made = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let text = KeyFile::text("ana", &key, made);
        for text in [text.as_str(), key.reveal().as_str()] {
            let Ok(KeyFile::Own(read)) = KeyFile::read(text) else {
                panic!("{text}");
            };
            assert_eq!(read.public(), key.public());
        }
        let recovery = Recovery {
            campaign: "fifteen".to_owned(),
            epoch: 2,
            made: "2026-03-02".to_owned(),
            key: key.clone(),
        };
        let read = KeyFile::read(&recovery.to_text());
        assert!(matches!(read, Ok(KeyFile::Recovery(read)) if read.epoch == 2));
    }

    #[test]
    fn what_is_no_key_file_says_so() {
        let key = SecretKey::from_bytes(&[7; 32]);
        let public = key.public().to_string();
        for (text, wanted) in [
            ("", "error-organise-key-file"),
            ("hello", "error-organise-recovery"),
            (&*public, "error-organise-recovery"),
            ("secret: sws1-0000", "error-organise-key-file"),
            ("campaign: fifteen", "error-organise-recovery"),
        ] {
            assert_eq!(KeyFile::read(text).unwrap_err().key(), wanted, "{text}");
        }
    }
}
