//! The shards of the postcode directory, where an operator has imported it: `/places/LS1.txt`.
//!
//! All of them are in memory, so a request never touches the disk for a path, and only a first half
//! of a postcode, written as it is written, can be asked for. Whose first half it was is not known
//! here and goes into no log: the log has the route.
//!
//! Refuses to know a whole postcode: there is no address for one.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, RwLock},
    time::{Duration, Instant, SystemTime},
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::get,
};
use sha2::{Digest, Sha256};
use swansfeet_places::Outcode;

use crate::{
    assets::{
        encoding::{self, Encoding},
        is_known,
    },
    problem::Problem,
};

/// The directory comes out four times a year. A copy in the browser's cache asks nobody again.
const CACHE: HeaderValue = HeaderValue::from_static(
    "public, max-age=86400, stale-while-revalidate=2592000, stale-if-error=2592000",
);

/// How often is it seen whether another edition was imported?
const LOOK: Duration = Duration::from_secs(60);

const INDEX: &str = "index.txt";
const FORMAT: &str = "swansfeet-places/1 ";

/// The folder and what was last read from it.
struct Places {
    folder: PathBuf,
    shelf: RwLock<Arc<Shelf>>,
    looked: Mutex<(Instant, Option<SystemTime>)>,
}

/// One edition. Empty where nothing was imported.
#[derive(Default)]
struct Shelf {
    index: Option<Item>,
    shards: BTreeMap<Outcode, Item>,
}

struct Item {
    hash: String,
    plain: Bytes,
    gzip: Option<Bytes>,
}

/// Why a folder is not used.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    #[error("{0} is not of this version, or damaged")]
    Damaged(PathBuf),
}

/// Reads what is in the folder, and answers from it. A folder that is damaged is as good as none:
/// widgets then go by their own table of areas.
pub(crate) fn routes(folder: PathBuf) -> Router {
    let changed = changed(&folder);
    let shelf = read(&folder).unwrap_or_default();
    let places = Places {
        folder,
        shelf: RwLock::new(Arc::new(shelf)),
        looked: Mutex::new((Instant::now(), changed)),
    };
    Router::new()
        .route("/places/{file}", get(answer))
        .with_state(Arc::new(places))
}

async fn answer(State(places): State<Arc<Places>>, uri: Uri, headers: HeaderMap) -> Response {
    if places.may_look() {
        let places = Arc::clone(&places);
        // Reading an edition takes a tenth of a second; if it fails, what is there stays.
        let _ = tokio::task::spawn_blocking(move || places.look()).await;
    }
    let shelf = places.shelf.read().map(|shelf| Arc::clone(&shelf));
    // As it was sent: nothing that has to be decoded is the name of a shard.
    let file = uri.path().strip_prefix("/places/").unwrap_or_default();
    let found = shelf.as_ref().ok().and_then(|shelf| shelf.find(file));
    found.map_or_else(
        || Problem::NotFound.into_response(),
        |item| item.answer(&headers),
    )
}

impl Places {
    /// Whether it is time, and nobody else is at it.
    fn may_look(&self) -> bool {
        self.looked.try_lock().is_ok_and(|mut looked| {
            let due = looked.0.elapsed() >= LOOK;
            if due {
                looked.0 = Instant::now();
            }
            due
        })
    }

    fn look(&self) {
        let now = changed(&self.folder);
        let Ok(mut looked) = self.looked.lock() else {
            return;
        };
        // In the middle of an import there is no folder for a moment: what is there stays.
        if now.is_none() || now == looked.1 {
            return;
        }
        if let Some(shelf) = read(&self.folder)
            && let Ok(mut place) = self.shelf.write()
        {
            looked.1 = now;
            *place = Arc::new(shelf);
        }
    }
}

fn changed(folder: &Path) -> Option<SystemTime> {
    fs::metadata(folder.join(INDEX)).ok()?.modified().ok()
}

fn read(folder: &Path) -> Option<Shelf> {
    match Shelf::read(folder) {
        Ok(shelf) => {
            tracing::info!(
                shards = shelf.shards.len(),
                "the postcode directory is read"
            );
            Some(shelf)
        }
        Err(Fault::File(_, why)) if why.kind() == io::ErrorKind::NotFound => None,
        Err(fault) => {
            tracing::error!(%fault, "the postcode directory is not used: import it again");
            None
        }
    }
}

impl Shelf {
    fn read(folder: &Path) -> Result<Shelf, Fault> {
        let path = folder.join(INDEX);
        let text = fs::read_to_string(&path).map_err(|why| Fault::File(path.clone(), why))?;
        let damaged = || Fault::Damaged(path.clone());
        if !text.starts_with(FORMAT) {
            return Err(damaged());
        }
        let mut shards = BTreeMap::new();
        // Format and edition; attribution; then a shard on each line: first half, hash, size.
        for line in text.lines().skip(2) {
            let (name, rest) = line.split_once(' ').ok_or_else(damaged)?;
            let (hash, _) = rest.split_once(' ').ok_or_else(damaged)?;
            let outcode = written(name).ok_or_else(damaged)?;
            let item = Item::read(&folder.join(format!("{name}.txt")))?;
            if !item.hash.starts_with(hash) {
                return Err(Fault::Damaged(folder.join(format!("{name}.txt"))));
            }
            shards.insert(outcode, item);
        }
        Ok(Shelf {
            index: Some(Item::of(text.into(), None)),
            shards,
        })
    }

    fn find(&self, file: &str) -> Option<&Item> {
        if file == INDEX {
            return self.index.as_ref();
        }
        self.shards.get(&written(file.strip_suffix(".txt")?)?)
    }
}

/// A first half in the one way in which it is written.
fn written(text: &str) -> Option<Outcode> {
    Outcode::read(text)
        .ok()
        .filter(|outcode| outcode.as_str() == text)
}

impl Item {
    fn read(path: &Path) -> Result<Item, Fault> {
        let fault = |why| Fault::File(path.to_owned(), why);
        let plain = fs::read(path).map_err(fault)?;
        let gzip = match fs::read(path.with_extension("txt.gz")) {
            Ok(bytes) => Some(bytes.into()),
            Err(why) if why.kind() == io::ErrorKind::NotFound => None,
            Err(why) => return Err(fault(why)),
        };
        Ok(Item::of(plain.into(), gzip))
    }

    fn of(plain: Bytes, gzip: Option<Bytes>) -> Item {
        use std::fmt::Write;
        let mut hash = String::new();
        for byte in &Sha256::digest(&plain)[..8] {
            let _ = write!(hash, "{byte:02x}");
        }
        Item { hash, plain, gzip }
    }

    fn answer(&self, headers: &HeaderMap) -> Response {
        let gzip = self.gzip.as_ref().map(|_| Encoding::Gzip);
        let offer = [Some(Encoding::Identity), gzip];
        let offer: Vec<Encoding> = offer.into_iter().flatten().collect();
        let (body, coding) = match (encoding::choose(headers, &offer), &self.gzip) {
            (Encoding::Gzip, Some(gzip)) => (gzip, "-gzip"),
            _ => (&self.plain, ""),
        };
        let tag = format!("\"{}{coding}\"", self.hash);
        let mut response = if is_known(headers, &tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            body.clone().into_response()
        };
        let is_whole = response.status() == StatusCode::OK;
        let out = response.headers_mut();
        if is_whole {
            let kind = HeaderValue::from_static("text/plain; charset=utf-8");
            out.insert(header::CONTENT_TYPE, kind);
            if !coding.is_empty() {
                out.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            }
        }
        out.insert(header::CACHE_CONTROL, CACHE);
        out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        // Any page may read it, and every page gets the same.
        let any = HeaderValue::from_static("*");
        out.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, any);
        let cross = HeaderValue::from_static("cross-origin");
        out.insert("cross-origin-resource-policy", cross);
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            out.insert(header::ETAG, tag);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn import(folder: &Path, text: &str, at: SystemTime) {
        let hash = Item::of(text.to_owned().into(), None).hash;
        let index = format!("{FORMAT}2026-08 0\n\nLS1 {hash} 0\n");
        fs::write(folder.join("LS1.txt"), text).unwrap();
        fs::write(folder.join(INDEX), index).unwrap();
        let file = fs::File::options().write(true).open(folder.join(INDEX));
        file.unwrap().set_modified(at).unwrap();
    }

    #[test]
    fn a_new_edition_is_taken_and_a_broken_one_is_not() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path();
        let places = Places {
            folder: path.to_owned(),
            shelf: RwLock::default(),
            looked: Mutex::new((Instant::now(), None)),
        };
        let now = || {
            places.look();
            let shelf = places.shelf.read().unwrap();
            shelf.find("LS1.txt").map(|item| item.plain.clone())
        };
        let day = |number: u64| SystemTime::UNIX_EPOCH + Duration::from_secs(86_400 * number);
        assert_eq!(now(), None, "nothing is imported");
        import(path, "first", day(1));
        assert_eq!(now().unwrap(), "first");
        import(path, "second", day(2));
        assert_eq!(now().unwrap(), "second");
        import(path, "third", day(3));
        fs::write(path.join("LS1.txt"), "cut off").unwrap();
        assert_eq!(now().unwrap(), "second", "a damaged one is not used");
        fs::remove_file(path.join(INDEX)).unwrap();
        assert_eq!(now().unwrap(), "second", "in the middle of an import");
        import(path, "third", day(4));
        assert_eq!(now().unwrap(), "third");
        // Asked a moment ago, so nobody looks again.
        assert!(!places.may_look());
    }
}
