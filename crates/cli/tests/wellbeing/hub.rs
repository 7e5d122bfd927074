//! A first holder in memory behind plain HTTP on this machine, and what a second holder has kept of
//! the week before.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard};
use std::time::{SystemTime, UNIX_EPOCH};

use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::{NaiveDate, TimeDelta};
use serde_json::{Value, json};
use swansfeet_wellbeing::card::Draft;
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::key_file::KeyFile;
use swansfeet_wellbeing::talk::{Order, OrderError, Reply, Signed};
use swansfeet_wellbeing::week_keys::WeekKeys;
use swansfeet_wellbeing::{Card, Place, Week};
use tempfile::TempDir;

use crate::first::{CAMPAIGN, First, PLACES, people};

/// A hub that listens, and a folder for what the second holder keeps.
pub(crate) struct Hub {
    pub(crate) url: String,
    pub(crate) folder: TempDir,
    shared: Arc<Mutex<Shared>>,
}

pub(crate) struct Shared {
    pub(crate) first: First,
    /// Answers nothing; whoever calls is cut off.
    pub(crate) is_away: bool,
    /// How far its clock is off, in seconds.
    pub(crate) clock: u64,
    /// Answers every order with this, whatever it is.
    pub(crate) instead: Option<Reply>,
}

pub(crate) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.expect("after 1970").as_secs()
}

/// The day on which the tests began: one that runs over midnight asks twice and hears the same.
pub(crate) fn today() -> NaiveDate {
    static TODAY: LazyLock<NaiveDate> = LazyLock::new(|| {
        let now = i64::try_from(now()).expect("a time");
        let now = chrono::DateTime::from_timestamp(now, 0).expect("a time");
        now.date_naive()
    });
    *TODAY
}

/// The week that ended last.
pub(crate) fn last_week() -> Week {
    Week::of(today() - TimeDelta::weeks(1))
}

pub(crate) fn random() -> impl swansfeet_wellbeing::rand_core::CryptoRng {
    swansfeet_wellbeing::rand_core::UnwrapErr(getrandom::SysRng)
}

impl Hub {
    /// A hub whose second holder is this one.
    pub(crate) fn of(identity: &Identity) -> Hub {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let shared = Shared {
            first: First::new(identity.key(), today()),
            is_away: false,
            clock: 0,
            instead: None,
        };
        let shared = Arc::new(Mutex::new(shared));
        let theirs = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                // Who hangs up has an answer of their own.
                let _ = answer(stream.expect("a caller"), &theirs);
            }
        });
        let folder = TempDir::new().expect("a folder");
        Hub {
            url,
            folder,
            shared,
        }
    }

    pub(crate) fn shared(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().expect("nobody fell")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Last week both signed a card; then ten people in Wales checked in and six in the north west.
    pub(crate) fn week_before(&self, identity: &Identity) -> KeyFile {
        let first = &mut self.shared().first;
        first.today = last_week().from();
        let keys = signed(first, identity);
        first.check_in(Place::Wales, &people(10, 1));
        first.check_in(Place::NorthWest, &people(6, 2));
        first.today = today();
        let secret = identity.reveal();
        let mut file = KeyFile::new(Identity::read(&secret).expect("an identity"));
        file.keep_week(CAMPAIGN, last_week(), Some(&keys));
        file
    }
}

fn signed(first: &mut First, identity: &Identity) -> WeekKeys {
    let Reply::Draft(draft) = first.obey(Order::Draft(last_week())) else {
        panic!("no draft");
    };
    let mut keys = WeekKeys::generate(&PLACES, &mut random());
    let mut draft = Draft::unfinished(&draft).expect("a draft");
    draft.holders[1].sealing = keys.publics();
    let signed = first.obey(Order::Sign {
        draft: draft.to_bytes(),
        signature: draft.sign(identity),
        verify_key: *keys.verify_key(),
    });
    let Reply::Card(card) = signed else {
        panic!("no card");
    };
    keys.set_card(Card::read(&card).expect("a card"));
    keys
}

/// The folder of keys that this file would be.
pub(crate) fn as_folder(file: &KeyFile, folder: &Path) {
    std::fs::create_dir_all(folder.join("weeks")).expect("a folder");
    let identity = file.identity().reveal();
    std::fs::write(folder.join("identity.key"), &*identity).expect("written");
    for week in file.weeks(CAMPAIGN) {
        let keys = file.week(CAMPAIGN, week).expect("keys").reveal();
        let path = folder.join(format!("weeks/{CAMPAIGN}-{week}.key"));
        std::fs::write(path, &*keys).expect("written");
    }
}

fn answer(stream: TcpStream, shared: &Mutex<Shared>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut words = line.split(' ');
    let (method, path) = (words.next(), words.next().unwrap_or_default().to_owned());
    let is_post = method == Some("POST");
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header)?;
        if header.trim().is_empty() {
            break;
        }
        if let Some(value) = header.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().expect("a length");
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let mut shared = shared.lock().expect("nobody fell");
    if shared.is_away {
        return Ok(());
    }
    let (status, said) = match path.strip_prefix("/api/wellbeing/fifteen") {
        Some("") if !is_post => (200, document(&shared.first)),
        Some("/second") if is_post => shared.second(&body),
        _ => refusal(404, "no-such-campaign"),
    };
    let said = said.to_string();
    let length = said.len();
    let head = format!("HTTP/1.1 {status} X\r\ncontent-type: application/json\r\n");
    let mut stream = reader.into_inner();
    write!(stream, "{head}content-length: {length}\r\n\r\n{said}")
}

fn refusal(status: u16, code: &str) -> (u16, Value) {
    let message = "As the hub words it.";
    let error = json!({ "code": code, "message": message });
    (status, json!({ "error": error }))
}

fn document(first: &First) -> Value {
    let mut document = json!({ "campaign": CAMPAIGN });
    if let Some(card) = first.card(Week::of(first.today)) {
        let holders = card.holders().iter();
        let holders = holders.map(|holder| json!({ "key": holder.key.to_string() }));
        document["holders"] = holders.collect();
        document["card"] = BASE64_STANDARD.encode(card.as_bytes()).into();
    }
    document
}

impl Shared {
    fn second(&mut self, body: &[u8]) -> (u16, Value) {
        let body: Value = serde_json::from_slice(body).expect("JSON");
        let order = body["order"].as_str().expect("an order");
        let order = BASE64_STANDARD.decode(order).expect("base 64");
        let now = now() + self.clock;
        let reply = match Signed::read(&order, &self.first.second, now) {
            Ok(signed) => self
                .instead
                .clone()
                .unwrap_or_else(|| self.first.obey(signed.order)),
            Err(OrderError::Clock) => return refusal(403, "clocks-differ"),
            Err(OrderError::Unsigned) => return refusal(403, "not-the-second-holder"),
            Err(OrderError::Layout) => return refusal(400, "bad-order"),
        };
        let reply = BASE64_STANDARD.encode(reply.to_bytes());
        (200, json!({ "reply": reply }))
    }
}
