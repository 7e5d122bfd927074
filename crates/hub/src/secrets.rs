//! Each campaign's secret, in a file of its own outside the database: `<folder>/<slug>.secret`.
//!
//! With it, the keyed hashes in the database can be tried against a list of addresses; without it,
//! they say nothing. So it is not in a backup of the database, and dies with the campaign
//! ([`crate::organise::Desk::end`]).

use std::{
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use swansfeet_demands::{duplicate::CampaignSecret, text::Slug};
use zeroize::Zeroizing;

use crate::careful;

/// Why a secret cannot be made or read, worded for whoever runs the hub.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// There is one already: another would make every signature a new one.
    #[error("`{0}` is there already; it belongs to the signatures of that campaign")]
    Exists(PathBuf),
    /// It is not there.
    #[error(
        "`{0}` is missing: without it the campaign takes no signatures; put it back from where you keep it"
    )]
    Missing(PathBuf),
    /// It is not what was written.
    #[error("`{0}` does not hold 64 hexadecimal digits: put it back from where you keep it")]
    Damaged(PathBuf),
    /// The system refuses.
    #[error("`{path}` cannot be used: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Where a campaign's secret lies.
#[must_use]
pub fn path(folder: &Path, campaign: &Slug) -> PathBuf {
    folder.join(format!("{campaign}.secret"))
}

/// Makes the secret of a new campaign, readable by its owner alone, and makes the folder where it
/// is missing.
///
/// # Errors
/// There is one already, or the system refuses.
pub fn create(folder: &Path, campaign: &Slug) -> Result<CampaignSecret, SecretError> {
    let path = path(folder, campaign);
    let bytes = Zeroizing::new(crate::token::random::<32>());
    let mut text = Zeroizing::new(String::with_capacity(65));
    for byte in bytes.iter() {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text.push('\n');
    careful::private_folder(folder)
        .and_then(|()| private_file(&path, text.as_bytes()))
        .map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => SecretError::Exists(path),
            _ => SecretError::File { path, source },
        })?;
    Ok(CampaignSecret::from_bytes(*bytes))
}

/// Reads the secret of a campaign.
///
/// # Errors
/// It is missing, damaged or not readable.
pub fn read(folder: &Path, campaign: &Slug) -> Result<CampaignSecret, SecretError> {
    let path = path(folder, campaign);
    let text = match fs::read_to_string(&path) {
        Ok(text) => Zeroizing::new(text),
        Err(source) if source.kind() == io::ErrorKind::NotFound => {
            return Err(SecretError::Missing(path));
        }
        Err(source) => return Err(SecretError::File { path, source }),
    };
    let bytes = unhex(text.trim()).map(Zeroizing::new);
    let bytes = bytes.ok_or(SecretError::Damaged(path))?;
    Ok(CampaignSecret::from_bytes(*bytes))
}

/// Overwrites the secret of a campaign that ends, and removes it. One that is not there is gone already.
///
/// # Errors
/// The system refuses.
pub fn destroy(folder: &Path, campaign: &Slug) -> Result<(), SecretError> {
    let path = path(folder, campaign);
    careful::destroy(&path).map_err(|source| SecretError::File { path, source })
}

/// 32 bytes in hexadecimal.
pub(crate) fn unhex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(bytes)
}

fn private_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = careful::create(path)?;
    io::Write::write_all(&mut file, content)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use swansfeet_demands::code::Code;
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_secret_is_made_once_and_read_again() {
        let folder = TempDir::new().unwrap();
        let folder = folder.path().join("secrets");
        let slug = Slug::new("fifteen").unwrap();
        let missing = read(&folder, &slug).unwrap_err();
        assert!(missing.to_string().contains("fifteen.secret"), "{missing}");
        let code = Code::from_bytes([1; 7]);
        let made = create(&folder, &slug).unwrap().code_mark(&code);
        assert_eq!(read(&folder, &slug).unwrap().code_mark(&code), made);
        assert!(matches!(
            create(&folder, &slug),
            Err(SecretError::Exists(_))
        ));
        fs::write(path(&folder, &slug), "0123").unwrap();
        assert!(matches!(read(&folder, &slug), Err(SecretError::Damaged(_))));
    }

    #[test]
    fn it_is_overwritten_before_it_goes() {
        use std::io::Read;
        let folder = TempDir::new().unwrap();
        let slug = Slug::new("fifteen").unwrap();
        create(folder.path(), &slug).unwrap();
        let path = path(folder.path(), &slug);
        let mut before = fs::File::open(&path).unwrap();
        destroy(folder.path(), &slug).unwrap();
        let mut left = Vec::new();
        before.read_to_end(&mut left).unwrap();
        assert_eq!(left, [0; 65]);
        assert!(!path.exists());
        destroy(folder.path(), &slug).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = TempDir::new().unwrap();
        let slug = Slug::new("fifteen").unwrap();
        create(folder.path(), &slug).unwrap();
        let mode = fs::metadata(path(folder.path(), &slug)).unwrap();
        assert_eq!(mode.permissions().mode() & 0o777, 0o600);
    }
}
