//! `swansfeet wellbeing open`: the hub's operator opens a campaign's check-in, and says who holds
//! the second key. Parses, asks the hub's library, words the answer.

use std::process::ExitCode;

use clap::Args;
use swansfeet_demands::text::Slug;
use swansfeet_hub::wellbeing::{Opening, open};
use swansfeet_wellbeing::card::{Setting, USUAL};
use swansfeet_wellbeing::identity::HolderKey;
use swansfeet_wellbeing::{Pack, Place};
use swansfeet_words::Words;

use crate::campaign::slug;
use crate::office::{self, Done, Hub, Office, Trouble};
use crate::words::msg;

/// Options of `swansfeet wellbeing open`.
#[derive(Args, Debug)]
pub(super) struct Open {
    #[command(flatten)]
    hub: Hub,

    /// The campaign's id
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// The signing key of the second holder, as `swansfeet wellbeing holder` prints it
    #[arg(long, value_parser = key, value_name = "KEY")]
    second: HolderKey,

    /// What the second holder is called, for those who check in
    #[arg(long, value_name = "NAME")]
    second_name: String,

    /// Who the second holder is: a tally process on this machine, or a steward with one of their own
    #[arg(long, value_parser = setting, default_value = "one-hub", value_name = "SETTING")]
    setting: Setting,

    /// What this hub is called, for those who check in
    #[arg(long, value_name = "NAME")]
    first_name: String,

    /// k: the fewest people that a picture may be of
    #[arg(long, default_value_t = USUAL, value_name = "NUMBER")]
    minimum: u32,

    /// What is asked
    #[arg(long, value_parser = pack, default_value = "ons4", value_name = "PACK")]
    pack: &'static Pack,

    /// Where people may be from; all regions and nations if not given
    #[arg(long, value_parser = place, value_delimiter = ',', value_name = "PLACES")]
    places: Vec<Place>,
}

fn key(text: &str) -> Result<HolderKey, String> {
    HolderKey::read(text).map_err(|error| error.to_string())
}

fn setting(text: &str) -> Result<Setting, String> {
    let ids = Setting::ALL.map(Setting::id).join(", ");
    Setting::named(text).ok_or_else(|| format!("one of {ids}"))
}

fn pack(text: &str) -> Result<&'static Pack, String> {
    let asked = Pack::ASKED.iter().find(|pack| pack.id == text);
    asked.ok_or_else(|| {
        let ids: Vec<_> = Pack::ASKED.iter().map(|pack| pack.id).collect();
        let ids = ids.join(", ");
        match Pack::named(text) {
            Some(_) => format!(
                "the check-in does not ask it, only `wellbeing score` knows it; one of {ids}"
            ),
            None => format!("one of {ids}"),
        }
    })
}

fn place(text: &str) -> Result<Place, String> {
    let ids = Place::ALL.map(Place::id).join(", ");
    Place::named(text).ok_or_else(|| format!("one of {ids}"))
}

/// Opens a check-in.
pub(super) fn run(options: Open, words: &Words, own: Words) -> ExitCode {
    office::run(words, async {
        let hub = options.hub.clone();
        // A hub may begin with a check-in.
        hub.begin(own, async |office| options.run(&office).await)
            .await
    })
}

impl Open {
    async fn run(self, office: &Office) -> Done {
        let places = match self.places {
            none if none.is_empty() => Place::ALL.to_vec(),
            some => some,
        };
        let opening = Opening {
            slug: self.campaign.to_string(),
            pack: self.pack,
            minimum: self.minimum,
            setting: self.setting,
            first_name: self.first_name,
            second_name: self.second_name,
            second_key: self.second,
            places,
        };
        let secrets = office.secrets_folder();
        let facts = open(opening, office.store(), &secrets, office.now().0).await;
        let facts = facts.map_err(Trouble::Wellbeing)?;
        let opened = msg::WellbeingOpened {
            campaign: facts.slug.as_str().into(),
            key: facts.holders[0].1.to_string().into(),
        };
        office.say(&opened.say(&office.words));
        Ok(ExitCode::SUCCESS)
    }
}

#[cfg(test)]
mod tests {
    use super::pack;

    #[test]
    fn only_what_a_check_in_asks_can_be_asked() {
        for id in ["ons4", "work"] {
            assert_eq!(pack(id).map(|pack| pack.id), Ok(id));
        }
        for (id, said) in [
            ("who5", "`wellbeing score` knows it"),
            ("ons", "ons4, work"),
        ] {
            let error = pack(id).map(|pack| pack.id).unwrap_err();
            assert!(error.contains(said), "{error}");
        }
    }
}
