//! Files that hold keys and other secrets: written whole or not at all, read by their owner alone, and
//! overwritten before they go. What a disk keeps beneath its files is beyond any program; SECURITY.md says so.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Seek, Write},
    path::Path,
};

/// Puts `content` in place of a file; what was there is overwritten.
///
/// # Errors
/// The system's. The file is then as it was.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let old = match OpenOptions::new().write(true).open(path) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let new = path.with_extension("new");
    let mut file = private(&new)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    sync_folder(path)?;
    old.map_or(Ok(()), |old| overwrite(&old))
}

/// Overwrites a file and removes it. One that is not there is gone already.
///
/// # Errors
/// The system's.
pub fn destroy(path: &Path) -> io::Result<()> {
    match OpenOptions::new().write(true).open(path) {
        Ok(file) => overwrite(&file)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    }
    fs::remove_file(path)?;
    sync_folder(path)
}

/// Writes noughts over all of a file.
///
/// # Errors
/// The system's.
pub fn overwrite(mut file: &File) -> io::Result<()> {
    let zeros = vec![0; 64 * 1024];
    let mut rest = file.metadata()?.len();
    file.rewind()?;
    while rest > 0 {
        let length = zeros.len().min(usize::try_from(rest).unwrap_or(usize::MAX));
        file.write_all(&zeros[..length])?;
        rest -= length as u64;
    }
    file.sync_all()
}

/// An empty file that only its owner may read, in place of what was there.
///
/// # Errors
/// The system's.
pub fn private(path: &Path) -> io::Result<File> {
    owners(OpenOptions::new().create(true).truncate(true), path)
}

/// A new file that only its owner may read; one that is there is never touched.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`], and the system's.
pub fn create(path: &Path) -> io::Result<File> {
    owners(OpenOptions::new().create_new(true), path)
}

fn owners(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options.open(path)
}

/// Makes a folder that only its owner may look into.
///
/// # Errors
/// The system's.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes names in the folder of this file last.
///
/// # Errors
/// The system's.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_was_there_is_overwritten_before_it_goes() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("a.key");
        replace(&path, b"the first key").unwrap();
        let mut before = File::open(&path).unwrap();
        replace(&path, b"the second").unwrap();
        let mut left = Vec::new();
        before.read_to_end(&mut left).unwrap();
        assert_eq!(left, [0; 13]);
        assert_eq!(fs::read(&path).unwrap(), b"the second");
        let mut before = File::open(&path).unwrap();
        destroy(&path).unwrap();
        left.clear();
        before.read_to_end(&mut left).unwrap();
        assert_eq!(left, [0; 10]);
        assert!(!path.exists());
        destroy(&path).unwrap();
    }
}
