//! Makes `msg.rs` and the word tables from the Fluent files, and the contacts from their data file.

use std::{env, fs, path::Path};

/// What is shown below the first answer, and the questions that make it more exact.
const LATER: [&str; 50] = [
    "step-",
    "gap-",
    "reading-sleep-in",
    "reading-allowance",
    "mileage-relief",
    "what-could-change",
    "add-this",
    "your-answers",
    "more-exact",
    "next-",
    "contact-",
    "call",
    "nation-",
    "details-how",
    "rate-source",
    "opens-new-tab",
    "button-change",
    "answer-",
    "ask-nation",
    "ask-dates",
    "ask-to",
    "ask-exact-age",
    "ask-born",
    "ask-years",
    "ask-apprentice",
    "ask-sleep-ins",
    "ask-night",
    "ask-premium",
    "ask-deduct",
    "ask-costs",
    "ask-uniform",
    "ask-phone",
    "ask-parking",
    "ask-dbs",
    "ask-mile",
    "ask-home",
    "ask-live-in",
    "ask-later",
    "ask-paid-next",
    "ask-paid-since",
    // What can be wrong only with answers to those.
    "error-awake-longer",
    "error-basic-above",
    "error-before-birth",
    "error-after-period",
    "error-band-empty",
    "error-today-before",
    "error-more-than-pay",
    "error-too-many-days",
    "error-too-young",
    "error-too-old",
];

fn main() {
    swansfeet_words::compile::Catalog::for_crate()
        .shared("pay")
        .keyed(&["step-", "gap-", "error-", "input-", "reading-", "contact-"])
        .only_named_in(Path::new("src"))
        .later(&LATER)
        .write();

    println!("cargo::rerun-if-changed=data/contacts.toml");
    let text =
        fs::read_to_string("data/contacts.toml").expect("data/contacts.toml is in the crate");
    let table = contacts(&text).unwrap_or_else(|problem| panic!("data/contacts.toml: {problem}"));
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("contacts.rs"), table).expect("OUT_DIR can be written");
}

#[derive(serde::Deserialize)]
struct File {
    contact: Vec<Contact>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Contact {
    key: String,
    what: String,
    nations: Vec<String>,
    web: Option<String>,
    phone: Option<String>,
    #[serde(default)]
    verified: Option<toml::value::Datetime>,
    #[expect(
        dead_code,
        reason = "for whoever checks the file; the widget does not show it"
    )]
    source: String,
}

/// The rows of a constant table, or what is wrong with them.
fn contacts(text: &str) -> Result<String, String> {
    const NATIONS: [&str; 4] = ["england", "scotland", "wales", "northern-ireland"];
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    let mut rows = String::from("&[\n");
    for row in file.contact {
        let mut nations = 0;
        for nation in &row.nations {
            let at = NATIONS.iter().position(|known| known == nation);
            nations |= 1 << at.ok_or_else(|| format!("{}: no nation `{nation}`", row.key))?;
        }
        let Contact {
            key,
            what,
            web,
            phone,
            verified,
            ..
        } = row;
        if verified.is_none() && (web.is_some() || phone.is_some()) {
            return Err(format!(
                "{key}: give the day on which this was verified, or no address and no number"
            ));
        }
        let web = web.unwrap_or_default();
        if !web.is_empty() && !web.starts_with("https://") {
            return Err(format!("{key}: `{web}` is not an https address"));
        }
        rows.push_str(&format!(
            "Contact {{ name: sentence({key:?}), what: sentence({what:?}), nations: {nations}, web: {web:?}, phone: {phone:?} }},\n",
        ));
    }
    rows.push(']');
    Ok(rows)
}
