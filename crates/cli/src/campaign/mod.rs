//! `swansfeet campaign`: what organisers do. Parses, asks the hub's library, and words the answer;
//! holds no rule of its own.

mod codes;
mod counts;
mod end;
mod keys;
mod life;
mod new;
mod people;
mod records;
mod sheet;
mod table;
mod wording;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use swansfeet_demands::text::Slug;
use swansfeet_hub::organise::HUB;

use crate::office::{self, Place};

/// Options of `swansfeet campaign`.
#[derive(Args, Debug)]
pub(crate) struct Campaign {
    #[command(flatten)]
    place: Place,

    /// Who acts, for the log: the id of an organiser of the campaign
    #[arg(long = "as", default_value = HUB, value_name = "ORGANISER", global = true)]
    actor: String,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a campaign from a file: its key, a wrapped copy for each organiser, a recovery file
    New(new::New),
    /// Open a campaign, after a test decryption with its recovery file
    Open(life::Open),
    /// Close a campaign; links to confirm and withdraw still work
    Close(Slugged),
    /// End a closed campaign for good: its signatures, its keys and its secret go
    End(end::End),
    /// All campaigns
    List,
    /// A campaign at a glance
    Show(Slugged),
    /// Put another file in place of a campaign's
    Update(life::Update),
    /// The words that people agreed to, of this version of the consent or of an earlier one
    Wording(wording::Words),
    /// The key epochs of a campaign, their fingerprints and who can read
    Keys(Slugged),
    /// Make a key pair of one's own, for an organiser or a partner; needs no hub
    Organiser(keys::Organiser),
    /// Add an organiser, or remove one and start a new key epoch
    Rewrap(keys::Rewrap),
    /// One-time codes for those who sign without email, as a sheet to be printed
    Codes(codes::Codes),
    /// How many, by day, partner, area, region, role or demand; small numbers hidden
    Counts(counts::Counts),
    /// Delete somebody's signatures, by email address or by the id in an export, on request
    Withdraw(people::Withdraw),
    /// Set signatures aside by a pattern, or undo that
    Quarantine(people::Quarantine),
    /// Let signatures count that were held as too fast
    Release(people::Release),
    /// Write the sealed records to a file, to be opened on another machine
    Records(records::Records),
    /// What organisers did, oldest first
    Log(Slugged),
}

/// A command that needs no more than a campaign.
#[derive(Args, Debug)]
struct Slugged {
    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,
}

/// Runs a `campaign` command.
pub(crate) fn run(options: Campaign) -> ExitCode {
    let Campaign {
        place,
        actor,
        command,
    } = options;
    let words = place.words();
    let actor = actor.as_str();
    // The only one that makes a hub's data where there is none.
    if let Command::New(options) = command {
        let work = place.begin(async |office| options.run(&office, actor).await);
        return office::run(&words, work);
    }
    // Without a store: the key of somebody who may be on another machine.
    if let Command::Organiser(options) = &command {
        return office::run(&words, async { options.run(&words) });
    }
    office::run(
        &words,
        place.open(async |office| {
            let office = &*office;
            match command {
                Command::New(options) => options.run(office, actor).await,
                Command::Open(options) => options.run(office, actor).await,
                Command::Close(options) => life::close(office, &options.campaign, actor).await,
                Command::End(options) => options.run(office, actor).await,
                Command::List => life::list(office).await,
                Command::Show(options) => life::show(office, &options.campaign).await,
                Command::Update(options) => options.run(office, actor).await,
                Command::Wording(options) => options.run(office).await,
                Command::Keys(options) => keys::list(office, &options.campaign).await,
                Command::Organiser(options) => options.run(&office.words),
                Command::Rewrap(options) => options.run(office, actor).await,
                Command::Codes(options) => options.run(office, actor).await,
                Command::Counts(options) => options.run(office, actor).await,
                Command::Withdraw(options) => options.run(office, actor).await,
                Command::Quarantine(options) => options.run(office, actor).await,
                Command::Release(options) => options.run(office, actor).await,
                Command::Records(options) => options.run(office, actor).await,
                Command::Log(options) => life::log(office, &options.campaign).await,
            }
        }),
    )
}

/// An id on the command line.
pub(crate) fn slug(text: &str) -> Result<Slug, String> {
    let needs = "small letters a to z, digits and single hyphens, starting with a letter";
    Slug::new(text).ok_or_else(|| format!("an id has {needs}"))
}

/// Where a key or recovery file of this name goes.
fn file_in(folder: &std::path::Path, name: &str) -> PathBuf {
    folder.join(name)
}
