//! Files that hold secrets or names: readable by their owner alone, never overwritten.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use swansfeet_hub::careful;
use zeroize::Zeroizing;

use super::Trouble;

/// The longest text that is read whole: no campaign file and no key file is near it.
const LONGEST: u64 = 4 << 20;

/// Reads a text file whole.
pub(crate) fn read_text(path: &Path) -> Result<Zeroizing<String>, Trouble> {
    let trouble = |why| Trouble::File(path.to_owned(), why);
    let mut text = Zeroizing::new(String::new());
    let file = File::open(path).map_err(trouble)?;
    let read = file.take(LONGEST + 1).read_to_string(&mut text);
    if read.map_err(trouble)? as u64 > LONGEST {
        return Err(trouble(io::ErrorKind::FileTooLarge.into()));
    }
    Ok(text)
}

/// Writes a new file that its owner alone can read, and sees it onto the disk.
pub(crate) fn keep(path: &Path, text: &str) -> Result<(), Trouble> {
    let written = create(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|why| trouble(path, why))
}

fn trouble(path: &Path, why: io::Error) -> Trouble {
    if why.kind() == io::ErrorKind::AlreadyExists {
        Trouble::There(path.to_owned())
    } else {
        Trouble::File(path.to_owned(), why)
    }
}

/// A new file with mode 0600, and the folder that it is in where that is missing.
fn create(path: &Path) -> io::Result<File> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        careful::private_folder(folder)?;
    }
    careful::create(path)
}

/// Files that belong together: all of them are there in the end, or none.
#[derive(Default)]
pub(crate) struct Together(Vec<PathBuf>);

impl Together {
    pub(crate) fn keep(&mut self, path: &Path, text: &str) -> Result<(), Trouble> {
        keep(path, text)?;
        self.0.push(path.to_owned());
        Ok(())
    }

    /// A file that somebody else has just made.
    pub(crate) fn add(&mut self, path: PathBuf) {
        self.0.push(path);
    }
}

/// Does some work that makes files; if it fails, those that it has made go again.
pub(crate) async fn made_together<T>(
    work: impl AsyncFnOnce(&mut Together) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    let mut together = Together::default();
    let done = work(&mut together).await;
    if done.is_err() {
        for path in &together.0 {
            // What cannot be removed stays; the error that led here is the one to be told.
            let _ = fs::remove_file(path);
        }
    }
    done
}

/// A file that gets its name only when all of it is there.
pub(crate) struct Output {
    path: PathBuf,
    part: PathBuf,
    out: BufWriter<File>,
}

impl Output {
    /// Starts a file beside `path`; refused if `path` is there already.
    pub(crate) fn start(path: &Path) -> Result<Output, Trouble> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(Trouble::There(path.to_owned()));
        }
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let file = create(&part).map_err(|why| trouble(&part, why))?;
        Ok(Output {
            path: path.to_owned(),
            part,
            out: BufWriter::with_capacity(1 << 16, file),
        })
    }

    /// Gives the file its name. Refused if another took it in the meantime.
    pub(crate) fn finish(mut self) -> Result<(), Trouble> {
        let done = self
            .out
            .flush()
            .and_then(|()| self.out.get_ref().sync_all());
        // A hard link refuses a name that is taken, where renaming would overwrite.
        let done = done.and_then(|()| fs::hard_link(&self.part, &self.path));
        done.map_err(|why| trouble(&self.path, why))
        // The other name goes when `self` does.
    }

    /// Puts what was written so far into another file; this one never gets its name.
    pub(crate) fn copy_into(mut self, other: &mut Output) -> io::Result<()> {
        self.out.flush()?;
        let mut written = self.out.get_ref();
        written.seek(SeekFrom::Start(0))?;
        io::copy(&mut written, other).map(drop)
    }

    /// The error of a write, with the file's name.
    pub(crate) fn trouble(&self, why: io::Error) -> Trouble {
        Trouble::File(self.path.clone(), why)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// What is half done is of no use, and may hold names.
impl Drop for Output {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.part);
    }
}
