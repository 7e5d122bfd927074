//! The first command of the README: hub and partner's page, each on its own origin, as in life.
//! An example campaign is opened, and the mails that the hub sends are shown here.

mod mail;

use crate::say::Steps;
use crate::{dist, run};
use anyhow::{Context, Result, bail};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};
use tiny_http::{Header, Response, Server};

/// What partners' pages call the hub; replaced by its address here.
const HUB: &str = "https://hub.example";
/// The partner's page that is opened.
const FIRST: &str = "two-of-each";
/// Where the hub keeps its data, below the root.
const DATA: &str = "target/serve";
/// The campaign that comes with the program; partners' pages name it.
const CAMPAIGN: &str = "fifteen";

/// Meetings to show, below the root.
const MEETINGS: &str = "crates/widget-meetings/gallery/meetings.json";

struct Options {
    port: u16,
    open: bool,
}

/// Builds, starts and prints addresses; goes on until it is stopped.
pub(crate) fn run(root: &Path, args: &[String]) -> Result<()> {
    let options = options(args)?;
    println!("Swansfeet: building what changed, then a hub and a partner's page on this machine.");
    dist::run(root)?;
    let mut steps = Steps::new(root, &[("compiling the hub", 180), ("starting the hub", 2)]);
    steps.step(|| {
        run::shown(run::cargo().current_dir(root).args([
            "build",
            "--quiet",
            "--locked",
            "-p",
            "swansfeet-cli",
        ]))
    })?;
    let hub = free(options.port)?;
    let pages = free(options.port.saturating_add(1))?;
    let (mut child, mut tally) = steps.step(|| {
        open_campaign(root)?;
        gather_meetings(root)?;
        open_check_in(root)?;
        let child = start_hub(root, hub, mail::start()?)?;
        Ok((child, start_tally(root, hub)?))
    })?;
    let server =
        Server::http(pages).map_err(|error| anyhow::anyhow!("the partner's page: {error}"))?;
    let first = format!("http://{pages}/{FIRST}/");
    println!("\n  a partner's page with the widgets   {first}");
    println!("  more partners' pages                http://{pages}/");
    println!("  the hub                             http://{hub}/");
    println!("  every component and state           http://{hub}/gallery/");
    println!("\n  To sign, use any address: mails go nowhere, and their links appear below.");
    println!("\n  Ctrl+C stops both.\n");
    if options.open {
        open(&first);
    }
    let examples = root.join("examples");
    let address = format!("http://{hub}");
    while child.try_wait()?.is_none() {
        if let Ok(Some(request)) = server.recv_timeout(Duration::from_millis(500)) {
            let answer = page(&examples, request.url(), &address);
            // A visitor who has gone away is no reason to stop.
            let _ = request.respond(answer);
        }
    }
    let _ = tally.kill();
    bail!("the hub has stopped")
}

fn options(args: &[String]) -> Result<Options> {
    let mut options = Options {
        port: 8080,
        open: std::env::var_os("CI").is_none(),
    };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--no-open" => options.open = false,
            "--port" => {
                let port = args.next().context("--port wants a number")?;
                options.port = port
                    .parse()
                    .with_context(|| format!("`{port}` is not a port"))?;
            }
            other => bail!("serve has no option `{other}`; it has --port N and --no-open"),
        }
    }
    Ok(options)
}

/// The wanted port on loopback, or any free one where it is taken.
fn free(wanted: u16) -> Result<SocketAddr> {
    let listener = TcpListener::bind(("127.0.0.1", wanted))
        .or_else(|_| TcpListener::bind(("127.0.0.1", 0)))
        .context("no free port on loopback")?;
    Ok(listener.local_addr()?)
}

/// The command line as it was just built.
fn swansfeet(root: &Path) -> Command {
    let program = root
        .join("target/debug")
        .join(format!("swansfeet{}", std::env::consts::EXE_SUFFIX));
    let mut command = Command::new(program);
    command.current_dir(root);
    command
}

/// Makes and opens the example campaign, by the commands that an organiser uses. Its keys lie
/// beside its data, where a real campaign's never should.
fn open_campaign(root: &Path) -> Result<()> {
    let keys = root.join(DATA).join("keys");
    if keys.exists() {
        return Ok(());
    }
    let campaign = |args: &[&str]| {
        let mut command = swansfeet(root);
        command.args(["campaign", "--data", DATA]).args(args);
        run::captured(&mut command)
    };
    let folder = format!("{DATA}/keys");
    let made = [
        "new",
        "--example",
        CAMPAIGN,
        "--organiser",
        "ana",
        "--keys",
        &folder,
    ];
    campaign(&made)?;
    let recovery = format!("{folder}/{CAMPAIGN}-recovery-1.txt");
    campaign(&["open", CAMPAIGN, "--recovery", &recovery])?;
    Ok(())
}

/// The meetings that partners' pages show: those of the gallery, as the hub's own.
fn gather_meetings(root: &Path) -> Result<()> {
    let feed = |args: &[&str]| {
        let mut command = swansfeet(root);
        command
            .args(["meetings", "feed"])
            .args(args)
            .args(["--data", DATA]);
        run::captured(&mut command)
    };
    if !feed(&["list"])?.contains(CAMPAIGN) {
        feed(&["new", CAMPAIGN, "--name", "Fifteen"])?;
        feed(&["add", CAMPAIGN, MEETINGS])?;
    }
    Ok(())
}

/// The campaign's check-in, with a tally beside the hub as the second holder of keys. Its folder lies
/// beside the hub's data, where a real one never should.
fn open_check_in(root: &Path) -> Result<()> {
    let keys = format!("{DATA}/tally");
    if root.join(&keys).exists() {
        return Ok(());
    }
    let holder = run::captured(swansfeet(root).args(["wellbeing", "holder", "--keys", &keys]))?;
    let key = holder
        .split_whitespace()
        .find(|word| word.starts_with("swh1-"));
    let mut command = swansfeet(root);
    command
        .args(["wellbeing", "open", CAMPAIGN, "--data", DATA])
        .args(["--second", key.context("the holder has no key")?])
        .args(["--second-name", "The tally beside this hub"])
        .args(["--first-name", "Fifteen, on this machine"]);
    run::captured(&mut command).map(drop)
}

fn start_tally(root: &Path, hub: SocketAddr) -> Result<Child> {
    swansfeet(root)
        .args(["wellbeing", "tally", CAMPAIGN])
        .args(["--hub", &format!("http://{hub}")])
        .args(["--keys", &format!("{DATA}/tally")])
        .spawn()
        .context("the tally could not be started")
}

fn start_hub(root: &Path, address: SocketAddr, mail: SocketAddr) -> Result<Child> {
    let mut child = swansfeet(root)
        .args(["serve", "--listen", &address.to_string()])
        .args(["--public-url", &format!("http://{address}")])
        .args(["--mail-smtp", &format!("smtp://{mail}")])
        .args(["--mail-from", "hello@hub.example"])
        .args(["--data", DATA, "--assets", "dist"])
        .spawn()
        .context("the hub could not be started")?;
    let start = Instant::now();
    while TcpStream::connect(address).is_err() {
        if let Some(status) = child.try_wait()? {
            bail!("the hub stopped at once ({status})");
        }
        if start.elapsed() > Duration::from_secs(20) {
            let _ = child.kill();
            bail!("the hub did not answer on {address} within 20 seconds");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(child)
}

fn page(examples: &Path, url: &str, hub: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    if path == "/" {
        return html(index(examples));
    }
    let Some(file) = inside(examples, path) else {
        return html("<!doctype html><title>Not here</title><p>There is no such page.".to_owned())
            .with_status_code(404);
    };
    match std::fs::read_to_string(&file) {
        Ok(text) => {
            let text = text.replace(HUB, hub);
            let kind = match file.extension().and_then(|ending| ending.to_str()) {
                Some("css") => "text/css; charset=utf-8",
                Some("js") => "text/javascript; charset=utf-8",
                Some("json") => "application/json",
                _ => "text/html; charset=utf-8",
            };
            let own = headers(&file, hub);
            let all = std::iter::once(("content-type".to_owned(), kind.to_owned())).chain(own);
            all.filter_map(|(name, value)| header(&name, &value))
                .fold(Response::from_string(text), Response::with_header)
        }
        Err(_) => {
            html("<!doctype html><title>Not here</title><p>There is no such page.".to_owned())
                .with_status_code(404)
        }
    }
}

/// The file that a path stands for, and nothing outside the folder.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path.trim_start_matches('/'));
    let tame = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(relative);
    match (tame, file.is_dir()) {
        (false, _) => None,
        (true, true) => Some(file.join("index.html")).filter(|file| file.exists()),
        (true, false) => Some(file).filter(|file| file.exists()),
    }
}

/// `[page.headers]` of the `page.toml` beside an example: the policy that its site sends.
fn headers(file: &Path, hub: &str) -> Vec<(String, String)> {
    let settings = file.with_file_name("page.toml");
    let Ok(text) = std::fs::read_to_string(settings) else {
        return Vec::new();
    };
    let Ok(table) = text.replace(HUB, hub).parse::<toml::Table>() else {
        return Vec::new();
    };
    let found = table
        .get("page")
        .and_then(|page| page.get("headers"))
        .and_then(|headers| headers.as_table());
    found.map_or_else(Vec::new, |headers| {
        headers
            .iter()
            .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())))
            .collect()
    })
}

fn index(examples: &Path) -> String {
    let mut names: Vec<String> = std::fs::read_dir(examples)
        .map(|entries| {
            entries
                .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
                .filter(|name| examples.join(name).join("index.html").exists())
                .collect()
        })
        .unwrap_or_default();
    names.sort();
    let links: String = names
        .iter()
        .map(|name| format!("<li><a href=\"/{name}/\">{name}</a>"))
        .collect();
    format!(
        "<!doctype html><html lang=en><meta name=viewport content=\"width=device-width\"><title>Partners' pages</title><h1>Partners' pages</h1><ul>{links}</ul>"
    )
}

fn html(text: String) -> Response<std::io::Cursor<Vec<u8>>> {
    let answer = Response::from_string(text);
    match header("content-type", "text/html; charset=utf-8") {
        Some(kind) => answer.with_header(kind),
        None => answer,
    }
}

/// `None` for what can't stand in a header.
fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

/// Asks the desktop to show a page; where there is none, the printed address is enough.
fn open(address: &str) {
    for program in ["xdg-open", "open"] {
        if run::find(program).is_some() {
            let _ = Command::new(program).arg(address).spawn();
            return;
        }
    }
}
