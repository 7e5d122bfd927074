//! The steward's page at a real hub, over weeks: from a new key to a picture, with the key file that
//! its person saves and gives back. The hub is real, and so is the clock, but for its week.
//!
//! Two things of the browser's own no driver can do, and are stood in for: the page's clock is set as
//! the hub's is, and outside Chromium a download is taken from the page's hand and laid on the disk.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{
    browser::Browser,
    cases::cases,
    checking::{
        Ground,
        crowd::Crowd,
        document,
        holders::{By, open_with},
        no_clock,
    },
    engine::{Engine, root},
    ground::{place::SLUG, process::Served, until},
    load::volley::Volley,
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
    wellbeing::{PICTURE, Wellbeing},
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("wellbeing-steward":
        from_a_new_key_in_a_page_to_the_group_picture,
        where_a_page_may_write_files_the_key_file_is_written_in_place,
    )
}

const OPEN: &str = "Your key file is open";
const DONE: &str = "This week’s work is done";
const WORK: &str = "Do this week’s work";
const SAVE: &str = "Save the key file";
const SAVED: &str = "It is saved, go on";

/// Runs ahead of the page, or as soon as it is there: `window` and not the bare names, because a
/// driver's scripts may have globals of their own.
const SET: &str = include_str!("steward.js");

async fn from_a_new_key_in_a_page_to_the_group_picture(world: &World) -> Outcome {
    let Some(mut ground) = Ground::new()? else {
        return no_clock();
    };
    ground.place.assets = Some(root().join("dist"));
    let hub = ground.serve().await?;
    let page = Page::new(world, &ground, &hub, Files::Handed)?;

    page.comes_by().await?;
    page.presses("Make a new key file").await?;
    page.sees("Your new key").await?;
    let key = page.key().await?;
    let first = page.saves().await?;
    page.sees(OPEN).await?;
    open_with(&ground.place, By::Steward, &key, "ons4").await?;
    until("the check-in", Duration::from_secs(30), async || {
        Ok(document(&hub).await.ok())
    })
    .await?;
    world.browser.fill("textbox", "Campaign", SLUG).await?;
    let files = page.works().await?;
    page.says("9 cards were signed.").await?;
    page.says("Nothing was published.").await?;
    let signed = files.last().context("nothing to save after signing")?;
    ensure!(!files.contains(&first), "a file took the first one's place");
    let saved = format!("This file was saved {} times.", 1 + files.len());

    let crowd = Crowd::of(&document(&hub).await?, 20)?;
    let volley = Volley::fire(hub.address, &crowd.forms, 4).await?;
    volley.all_taken(&crowd.forms)?;

    ground.days_on(7)?;
    page.comes_by().await?;
    page.gives(signed).await?;
    page.says(&saved).await?;
    let files = page.works().await?;
    page.says("Published: Wales.").await?;
    page.says("Wales: 20 of 20 looked at").await?;
    page.says("Wales, week from 2 March 2026: published")
        .await?;
    page.says("Wales, week from 2 March 2026: key destroyed")
        .await?;
    page.says("Now delete older key files").await?;
    let newest = files.last().context("nothing to save after a week")?;
    let shown = one_picture(&hub).await?;
    in_the_widget(world, &hub).await?;

    // Once more, with the newest file: there is nothing left to do, and nothing to save.
    page.comes_by().await?;
    page.gives(newest).await?;
    let files = page.works().await?;
    page.says("Nothing was published.").await?;
    ensure!(files.is_empty(), "saved again, with nothing new in it");
    let text = page.text().await?;
    for done in ["looked at", "key destroyed", "signed"] {
        ensure!(!text.contains(done), "“{done}” once more: {text}");
    }
    ensure!(one_picture(&hub).await? == shown, "the picture has changed");
    ensure!(hub.stop().await?.success(), "the hub did not end well");
    Ok(Verdict::Passed)
}

async fn where_a_page_may_write_files_the_key_file_is_written_in_place(world: &World) -> Outcome {
    let Some(mut ground) = Ground::new()? else {
        return no_clock();
    };
    ground.place.assets = Some(root().join("dist"));
    let hub = ground.serve().await?;
    let page = Page::new(world, &ground, &hub, Files::Written)?;
    page.comes_by().await?;
    let has = "return typeof window.showSaveFilePicker === 'function';";
    if world.browser.run(has, Vec::new()).await? != json!(true) {
        return Ok(Verdict::Skipped(
            "no page may write a file in this engine".to_owned(),
        ));
    }
    page.presses("Make a new key file").await?;
    let key = page.key().await?;
    page.presses(SAVE).await?;
    page.sees(OPEN).await?;
    let new = page.written().await?;
    open_with(&ground.place, By::Steward, &key, "ons4").await?;
    until("the check-in", Duration::from_secs(30), async || {
        Ok(document(&hub).await.ok())
    })
    .await?;
    world.browser.fill("textbox", "Campaign", SLUG).await?;
    // Nobody is asked to save: the page does, before a card goes out.
    page.presses(WORK).await?;
    page.sees(DONE).await?;
    page.says("9 cards were signed.").await?;
    let signed = page.written().await?;
    ensure!(
        signed.len() > new.len(),
        "the keys of nine weeks are in no file"
    );
    ensure!(
        document(&hub).await?["card"].is_string(),
        "no card is shown"
    );
    page.presses("Close the key file").await?;
    page.presses("Choose your key file").await?;
    page.sees(OPEN).await?;
    page.presses(WORK).await?;
    page.sees(DONE).await?;
    page.says("Nothing was published.").await?;
    ensure!(page.written().await? == signed, "written with nothing new");
    ensure!(hub.stop().await?.success(), "the hub did not end well");
    Ok(Verdict::Passed)
}

/// The picture that the hub shows: there is one.
async fn one_picture(hub: &Served) -> Result<Value> {
    let document = document(hub).await?;
    let pictures = document["pictures"].as_array().context("pictures")?;
    ensure!(pictures.len() == 1, "{} pictures", pictures.len());
    let picture = &pictures[0];
    ensure!(
        picture["people"] == 20 && picture["week"] == "2026-W10" && picture["place"] == "wales",
        "{picture}"
    );
    Ok(picture.clone())
}

/// And on a partner's page: the widget shows it, so its signature is right.
async fn in_the_widget(world: &World, hub: &Served) -> Result<()> {
    let tag =
        r#"<script async src="https://hub.example/v1/wellbeing.js" data-loading="eager"></script>"#;
    let origin = format!("http://{}", hub.address);
    let site = world.site_of(&origin, Partner::with_body(tag)).await?;
    world.browser.open(&site.address()).await?;
    let check_in = Wellbeing::on(&world.browser);
    check_in.enters_frame().await?;
    check_in.presses("See the group picture").await?;
    check_in.sees(PICTURE).await?;
    for words in ["About 20 people", "50%", "Nobody alone can read an answer."] {
        check_in.says(words).await?;
    }
    world.browser.leave_frame().await
}

/// How the page gets at files.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Files {
    /// By a file field and as downloads, as in every browser.
    Handed,
    /// It is lent one to write to, in place of what its person would pick.
    Written,
}

/// The steward's page, as its person uses it.
struct Page<'a> {
    browser: &'a Browser,
    ground: &'a Ground,
    address: String,
    folder: PathBuf,
    files: Files,
}

impl<'a> Page<'a> {
    fn new(world: &'a World, ground: &'a Ground, hub: &Served, files: Files) -> Result<Self> {
        let folder = ground.place.path("downloads");
        std::fs::create_dir_all(&folder)?;
        Ok(Self {
            browser: &world.browser,
            ground,
            address: format!("http://{}/w/steward", hub.address),
            folder,
            files,
        })
    }

    /// Opens the page anew: nothing of an earlier visit is in it.
    async fn comes_by(&self) -> Result<()> {
        let is_chromium = self.browser.engine == Engine::Chromium;
        let settings = json!({
            "by": self.ground.moved_by()? * 1_000,
            "files": if self.files == Files::Handed { "handed" } else { "written" },
            "downloads": is_chromium,
        });
        let set = format!("({SET})({settings});");
        if is_chromium {
            let way = json!({ "behavior": "allow", "downloadPath": self.folder });
            self.browser.cdp("Browser.setDownloadBehavior", way).await?;
            let script = self.browser.before_each_page(&set).await?;
            let opened = self.browser.open(&self.address).await;
            self.browser.no_longer_before_each_page(&script).await?;
            opened?;
        } else {
            self.browser.open(&self.address).await?;
            self.browser.run(&set, Vec::new()).await?;
        }
        self.sees("This week’s work with the second key").await
    }

    async fn sees(&self, heading: &str) -> Result<()> {
        self.browser.find("heading", heading).await.map(drop)
    }

    async fn presses(&self, words: &str) -> Result<()> {
        self.browser.click("button", words).await
    }

    async fn says(&self, words: &str) -> Result<()> {
        Wellbeing::on(self.browser).says(words).await
    }

    async fn text(&self) -> Result<String> {
        Wellbeing::on(self.browser).text().await
    }

    /// The public key that it shows.
    async fn key(&self) -> Result<String> {
        let code = "const code = [...kit.elements()].find((one) => one.localName === 'code');
                    return code && code.textContent;";
        let key = self.browser.wait("the key", code, Vec::new()).await?;
        Ok(key.as_str().context("a text")?.to_owned())
    }

    /// Puts a key file into its field.
    async fn gives(&self, file: &Path) -> Result<()> {
        let field = self.browser.find("file", "Choose your key file").await?;
        field.send_keys(&file.display().to_string()).await?;
        self.sees(OPEN).await
    }

    /// Does the week's work, and saves whenever the page asks for it; what was saved.
    async fn works(&self) -> Result<Vec<PathBuf>> {
        self.presses(WORK).await?;
        let mut files = Vec::new();
        loop {
            let next = "return kit.find('heading', args[0]) ? 'done'
                 : kit.find('button', args[1]) ? 'save' : null;";
            let next = self
                .browser
                .wait("the next step", next, vec![json!(DONE), json!(SAVE)])
                .await?;
            if next == "done" {
                return Ok(files);
            }
            files.push(self.saves().await?);
        }
    }

    /// Saves the new file as it asks for it; where it lies then.
    async fn saves(&self) -> Result<PathBuf> {
        self.presses(SAVE).await?;
        let handed = "const last = window.handed && window.handed.pop();
             if (!last) { done(null); } else { last.blob.text().then((text) => done([last.name, text])); }";
        let what = "a file to be handed over";
        let handed = self
            .browser
            .until(what, || async {
                let handed = self.browser.run_async(handed, Vec::new()).await?;
                Ok(serde_json::from_value::<Option<(String, String)>>(handed)?)
            })
            .await?;
        let (name, text) = handed;
        let file = self.folder.join(&name);
        if self.browser.engine == Engine::Chromium {
            // A real download.
            until("the download", Duration::from_secs(15), async || {
                let there = std::fs::read_to_string(&file).unwrap_or_default();
                Ok((there == text).then_some(()))
            })
            .await?;
        } else {
            ensure!(!file.exists(), "{name} was handed over before");
            std::fs::write(&file, text)?;
        }
        self.says("Look for it among your downloads.").await?;
        self.presses(SAVED).await?;
        Ok(file)
    }

    /// What is in the file that it was lent.
    async fn written(&self) -> Result<String> {
        let read = "window.lent.then((file) => file.getFile())
             .then((file) => file.text()).then(done, (error) => done(String(error)));";
        let text = self.browser.run_async(read, Vec::new()).await?;
        let text = text.as_str().context("a text")?;
        ensure!(text.contains("BEGIN SWANSFEET CHECK-IN KEYS"), "{text}");
        Ok(text.to_owned())
    }
}
