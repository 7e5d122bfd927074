//! The built files, read once into memory and handed out with the headers that partners' pages need.
//!
//! A request is looked up by its exact path among the files found at the start and never touches
//! the disk, so no path can climb out of the folder.

pub(crate) mod encoding;
#[cfg(feature = "widgets")]
mod inside;

use std::{
    collections::{BTreeMap, btree_map::Entry},
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use base64::{
    Engine,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use sha2::{Digest, Sha256, Sha384, Sha512};

use self::encoding::Encoding;
use crate::{
    Error,
    manifest::{File, Manifest, Widget},
    problem::Problem,
};

/// A name that holds the content's hash may be kept for ever.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A short name leads to new content within minutes, and through a hub's bad day for a week.
const FOR_NOW: HeaderValue = HeaderValue::from_static(
    "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800",
);

/// What the hub's own pages load, whatever was built.
const OWN: [(&str, &str); 4] = [
    ("/static/hub.css", include_str!("../../static/hub.css")),
    ("/static/frame.css", include_str!("../../static/frame.css")),
    ("/static/frame.js", include_str!("../../static/frame.js")),
    (
        "/static/leave.js",
        // What counts the presses is the same on partners' pages.
        concat!(
            include_str!("../../../embed/js/thrice.js"),
            include_str!("../../static/leave.js")
        ),
    ),
];

/// Every built file by its path from the root of the hub.
#[derive(Debug)]
pub(crate) struct Assets {
    by_path: BTreeMap<String, Asset>,
    widgets: BTreeMap<String, Widget>,
}

#[derive(Debug)]
struct Asset {
    content_type: HeaderValue,
    hash: String,
    integrity: Option<String>,
    immutable: bool,
    plain: Bytes,
    gzip: Option<Bytes>,
    brotli: Option<Bytes>,
}

/// What a page needs to say about a script that it loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Script {
    pub(crate) path: String,
    pub(crate) integrity: Option<String>,
}

impl Assets {
    /// What is inside the program, or else in the folder `dist`.
    pub(crate) fn standard() -> Result<Self, Error> {
        #[cfg(feature = "widgets")]
        return Self::gathered(inside::manifest()?, inside::read);
        #[cfg(not(feature = "widgets"))]
        Self::read(Path::new("dist"))
    }

    /// Reads all that the folder's manifest names.
    pub(crate) fn read(folder: &Path) -> Result<Self, Error> {
        let manifest = Manifest::read(folder)?;
        let mut all = Self::gathered(manifest, |file| Asset::read(folder, file))?;
        // What a build writes beside its scripts, such as the gallery's page.
        for path in files_below(folder)? {
            let file = File::unlisted(path);
            if let Entry::Vacant(place) = all.by_path.entry(format!("/{}", file.path)) {
                place.insert(Asset::read(folder, &file)?);
            }
        }
        Ok(all)
    }

    /// What the manifest names, each file checked against its hash, and the hub's own.
    fn gathered(
        manifest: Manifest,
        read: impl Fn(&File) -> Result<Asset, Error>,
    ) -> Result<Self, Error> {
        let mut by_path = BTreeMap::new();
        for file in &manifest.files {
            by_path.insert(format!("/{}", file.path), read(file)?);
        }
        for (path, content) in OWN {
            by_path.insert(path.to_owned(), Asset::own(path, content));
        }
        Ok(Self {
            by_path,
            widgets: manifest.widgets,
        })
    }

    /// The names of the widgets that partners may put on their pages.
    pub(crate) fn widgets(&self) -> impl Iterator<Item = &str> {
        let all = self.widgets.iter().filter(|(_, widget)| !widget.hub_only);
        all.map(|(name, _)| name.as_str())
    }

    /// Whether a widget has an option of its own by this name.
    pub(crate) fn has_option(&self, widget: &str, option: &str) -> bool {
        self.widgets
            .get(widget)
            .is_some_and(|widget| widget.options.contains_key(option))
    }

    /// Whether a widget is in a frame on every page but the hub's own, since no other page may read
    /// what is answered.
    pub(crate) fn is_always_framed(&self, widget: &str) -> bool {
        self.widgets
            .get(widget)
            .is_some_and(|widget| widget.inside.is_some())
    }

    /// The one-file script of a widget, under its long name where there is one. Where partners' tag
    /// only makes a frame, the script of what is inside.
    pub(crate) fn script(&self, widget: &str) -> Option<Script> {
        if let Some(inside) = &self.widgets.get(widget)?.inside {
            let path = format!("/v1/{inside}");
            let integrity = self.by_path.get(&path)?.integrity.clone();
            return Some(Script { path, integrity });
        }
        let short = format!("/v1/{widget}.js");
        let wanted = &self.by_path.get(&short)?.hash;
        let long = self
            .by_path
            .iter()
            .find(|(_, asset)| asset.immutable && &asset.hash == wanted);
        let (path, asset) = long.or_else(|| self.by_path.get_key_value(&short))?;
        Some(Script {
            path: path.clone(),
            integrity: asset.integrity.clone(),
        })
    }

    /// Whether anything lies at this path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    fn find(&self, path: &str) -> Option<&Asset> {
        self.by_path.get(path).or_else(|| {
            path.ends_with('/')
                .then(|| self.by_path.get(&format!("{path}index.html")))?
        })
    }
}

/// Hands out the file at the path of the request.
pub(crate) async fn serve(
    State(assets): State<Arc<Assets>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    match assets.find(uri.path()) {
        Some(asset) => asset.answer(&headers),
        None => Problem::NotFound.into_response(),
    }
}

impl Asset {
    fn read(folder: &Path, file: &File) -> Result<Self, Error> {
        let path = folder.join(&file.path);
        let plain = fs::read(&path).map_err(|source| Error::Unreadable {
            path: path.clone(),
            source,
        })?;
        if let Some(integrity) = &file.integrity
            && !matches_integrity(&plain, integrity)
        {
            return Err(Error::Changed(path));
        }
        Self::of(
            file,
            plain,
            [read_beside(&path, "gz")?, read_beside(&path, "br")?],
        )
    }

    /// Of what the file holds, and its gzip and brotli twins.
    fn of(file: &File, plain: Vec<u8>, [gzip, brotli]: [Option<Bytes>; 2]) -> Result<Self, Error> {
        let content_type = file
            .content_type
            .as_deref()
            .unwrap_or_else(|| type_by_ending(&file.path));
        Ok(Self {
            content_type: header_value(content_type)?,
            hash: file.hash.clone().unwrap_or_else(|| short_hash(&plain)),
            integrity: file.integrity.clone(),
            immutable: file.immutable,
            plain: plain.into(),
            gzip,
            brotli,
        })
    }

    /// A small file that is part of the hub itself: as it is but for its comments in lines of their
    /// own, which only those who read the source want.
    fn own(path: &str, content: &str) -> Self {
        let lines = content.lines().map(str::trim);
        let content: String = lines
            .filter(|line| !line.starts_with("//"))
            .flat_map(|line| [line, "\n"])
            .collect();
        Self {
            content_type: HeaderValue::from_static(type_by_ending(path)),
            hash: short_hash(content.as_bytes()),
            integrity: None,
            immutable: false,
            plain: content.into(),
            gzip: None,
            brotli: None,
        }
    }

    fn answer(&self, headers: &HeaderMap) -> Response {
        let encoding = encoding::choose(headers, &self.encodings());
        let tag = self.tag(encoding);
        let cache = if self.immutable { FOR_EVER } else { FOR_NOW };
        let mut response = if is_known(headers, &tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            self.whole(encoding)
        };
        let out = response.headers_mut();
        out.insert(header::CACHE_CONTROL, cache);
        out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            out.insert(header::ETAG, tag);
        }
        response
    }

    fn whole(&self, encoding: Encoding) -> Response {
        let body = match encoding {
            Encoding::Identity => Some(&self.plain),
            Encoding::Gzip => self.gzip.as_ref(),
            Encoding::Brotli => self.brotli.as_ref(),
        };
        let body = body.unwrap_or(&self.plain).clone();
        let mut response = body.into_response();
        let out = response.headers_mut();
        out.insert(header::CONTENT_TYPE, self.content_type.clone());
        if let Some(name) = encoding.name() {
            out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        response
    }

    fn encodings(&self) -> Vec<Encoding> {
        let mut ready = vec![Encoding::Identity];
        ready.extend(self.gzip.as_ref().map(|_| Encoding::Gzip));
        ready.extend(self.brotli.as_ref().map(|_| Encoding::Brotli));
        ready
    }

    /// A strong tag names bytes, so each encoding has its own.
    fn tag(&self, encoding: Encoding) -> String {
        match encoding.name() {
            Some(name) => format!("\"{}-{name}\"", self.hash),
            None => format!("\"{}\"", self.hash),
        }
    }
}

/// Whether the client holds this very content already (RFC 9110, 13.1.2: compared weakly).
pub(crate) fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

/// As browsers check an `integrity` attribute; a kind of hash that they do not know fails here.
fn matches_integrity(content: &[u8], integrity: &str) -> bool {
    let (found, wanted) = match integrity.split_once('-') {
        Some(("sha256", wanted)) => (BASE64_STANDARD.encode(Sha256::digest(content)), wanted),
        Some(("sha384", wanted)) => (BASE64_STANDARD.encode(Sha384::digest(content)), wanted),
        Some(("sha512", wanted)) => (BASE64_STANDARD.encode(Sha512::digest(content)), wanted),
        _ => return false,
    };
    found == wanted
}

fn short_hash(content: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(&Sha384::digest(content)[..9])
}

/// Every file below the folder but the manifest and compressed twins, with forward slashes.
fn files_below(folder: &Path) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    let mut waiting = vec![(folder.to_owned(), String::new())];
    while let Some((place, prefix)) = waiting.pop() {
        let unreadable = |source| Error::Unreadable {
            path: place.clone(),
            source,
        };
        for entry in fs::read_dir(&place).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            // A name that is not text cannot be asked for.
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let path = format!("{prefix}{name}");
            let kind = entry.file_type().map_err(unreadable)?;
            if kind.is_dir() {
                waiting.push((entry.path(), format!("{path}/")));
            } else if kind.is_file() && !is_for_the_hub_alone(&path) {
                found.push(path);
            }
        }
    }
    Ok(found)
}

fn is_for_the_hub_alone(path: &str) -> bool {
    path == "manifest.json" || path.ends_with(".br") || path.ends_with(".gz")
}

/// The file's compressed twin, where the build made one.
fn read_beside(path: &Path, ending: &str) -> Result<Option<Bytes>, Error> {
    let mut twin = path.as_os_str().to_owned();
    twin.push(".");
    twin.push(ending);
    let twin = PathBuf::from(twin);
    match fs::read(&twin) {
        Ok(content) => Ok(Some(content.into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Unreadable { path: twin, source }),
    }
}

fn header_value(content_type: &str) -> Result<HeaderValue, Error> {
    HeaderValue::from_str(content_type).map_err(|_| Error::Manifest {
        path: PathBuf::from("manifest.json"),
        reason: format!("`{content_type}` is no content type"),
    })
}

fn type_by_ending(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
