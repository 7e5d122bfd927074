//! What every stylesheet promises: either reading direction, any text size, any colours, and
//! contrast that is worked out and not guessed.

mod kit;

use kit::{all, elements, markup};
use std::{fs, path::Path};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

fn sheets() -> Vec<(String, String)> {
    let components = swansfeet_ui::examples::SHEETS.iter();
    let mut sheets = components
        .map(|(name, _)| (name.to_string(), read(&format!("src/{name}/style.css"))))
        .collect::<Vec<_>>();
    sheets.push(("tokens".to_owned(), read("tokens.css")));
    sheets
}

#[test]
fn no_sheet_fetches_or_knows_left_from_right_or_leans_on_the_page() {
    const NEVER: &[(&str, &str)] = &[
        ("url(", "fetches"),
        ("@import", "fetches"),
        ("@font-face", "fetches"),
        (
            "rem;",
            "is a size of the page's root, which the page may have set to anything",
        ),
        ("-left", "is not a reading direction"),
        ("-right", "is not a reading direction"),
        (" left:", "is not a reading direction"),
        (" right:", "is not a reading direction"),
        ("text-align: l", "is not a reading direction"),
        (" width:", "say inline-size"),
        (" height:", "say block-size"),
        ("animation", "moves"),
        ("transition", "moves"),
        ("!important", "cannot be themed"),
    ];
    for (name, sheet) in sheets() {
        for (text, why) in NEVER {
            assert!(!sheet.contains(text), "{name}/style.css: `{text}` {why}");
        }
        let own_colour = name != "tokens" && sheet.contains('#');
        assert!(
            !own_colour,
            "{name}/style.css has a colour of its own: make it a token"
        );
    }
}

/// Which other sheets the first line of this one asks for.
fn needs(sheet: &str) -> Vec<&str> {
    let first = sheet.lines().next().unwrap_or_default();
    let list = first
        .strip_prefix("/* needs: ")
        .and_then(|rest| rest.strip_suffix(" */"));
    list.unwrap_or_default().split_whitespace().collect()
}

#[test]
fn every_class_is_styled_by_its_own_sheet_or_one_that_it_names() {
    // A screen shows other components, whose sheets a widget asks for by their own names.
    for example in all()
        .into_iter()
        .filter(|example| example.component != "screen")
    {
        let own = read(&format!("src/{}/style.css", example.component));
        let mut known = own.clone() + &read("tokens.css");
        for other in needs(&own) {
            known.push_str(&read(&format!("src/{other}/style.css")));
        }
        for element in elements(&markup(example.html)) {
            for class in element.words("class") {
                let styled = known.contains(&format!(".{class}"));
                let bare = BARE.contains(&class);
                assert!(
                    styled || bare,
                    "{}: .{class} is nowhere styled",
                    example.component
                );
            }
        }
    }
}

/// Blocks that only hold their parts together.
const BARE: &[&str] = &[
    "swan-tabs",
    "swan-errors__list",
    "swan-summary",
    "swan-ways",
    "swan-date__part",
    "swan-disclosure",
    "swan-answer__block",
];

/// WCAG 2.2: 1.4.3 asks 4.5 of words, 1.4.6 asks 7, 1.4.11 asks 3 of what is not words.
#[test]
fn colours_stand_out_in_both_themes() {
    const PAIRS: &[(&str, &str, f64)] = &[
        ("ink", "paper", 7.0),
        ("ink", "sheet", 7.0),
        ("ink", "tint", 7.0),
        ("quiet", "paper", 7.0),
        ("quiet", "sheet", 7.0),
        ("quiet", "tint", 5.5),
        ("accent", "paper", 7.0),
        ("accent", "sheet", 7.0),
        ("accent", "tint", 5.5),
        ("on-accent", "accent", 7.0),
        ("danger", "paper", 7.0),
        ("danger", "sheet", 7.0),
        ("danger", "tint", 5.5),
        ("sheet", "danger", 7.0),
        ("good", "paper", 7.0),
        ("good", "tint", 5.5),
        ("warm", "paper", 3.0),
        ("warm", "sheet", 3.0),
        ("warm", "ink", 3.0),
    ];
    let tokens = read("tokens.css");
    let themes = [
        (".swan-root {", "light"),
        (".swan-root[data-theme=\"dark\"] {", "dark"),
    ];
    for (start, theme) in themes {
        let block = tokens
            .split(start)
            .nth(1)
            .and_then(|rest| rest.split('}').next())
            .expect(theme);
        for &(front, ground, least) in PAIRS {
            let ratio = contrast(colour(block, front), colour(block, ground));
            assert!(
                ratio >= least,
                "{theme}: {front} on {ground} is {ratio:.2}, under {least}"
            );
        }
    }
}

#[test]
fn following_the_device_gives_the_same_dark() {
    let tokens = read("tokens.css");
    let block = |start| {
        let rest = tokens.split(start).nth(1).expect("the block");
        rest.split('}')
            .next()
            .expect("its end")
            .split_whitespace()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        block("[data-theme=\"dark\"] {"),
        block("[data-theme=\"auto\"] {")
    );
}

/// WCAG 2.2, 1.4.6, for all words and for lines too: whoever asks for more contrast gets it by day
/// and by night, whether the partner or the device chose the theme.
#[test]
fn more_contrast_is_more_in_every_theme() {
    for theme in ["light", "dark", "auto"] {
        for is_night in [false, true] {
            let device = Device { theme, is_night };
            let usual = device.tokens(false);
            let more = device.tokens(true);
            for front in ["quiet", "line"] {
                for ground in ["paper", "sheet", "tint"] {
                    let ratio =
                        |tokens: &str| contrast(colour(tokens, front), colour(tokens, ground));
                    let (before, after) = (ratio(&usual), ratio(&more));
                    assert!(
                        after >= 7.0 && after > before,
                        "{theme}, night {is_night}: {front} on {ground} is {after:.2}, was {before:.2}"
                    );
                }
            }
        }
    }
}

/// What a root is drawn in.
struct Device<'a> {
    theme: &'a str,
    is_night: bool,
}

impl Device<'_> {
    /// The tokens that win, as a block of declarations. Of two that fit the more exact selector
    /// wins, and of two alike the later.
    fn tokens(&self, more: bool) -> String {
        let sheet = read("tokens.css");
        let mut won = std::collections::BTreeMap::new();
        let mut open = Vec::new();
        for piece in sheet.split_inclusive(['{', '}', ';']) {
            let piece = piece.rsplit("*/").next().unwrap_or_default().trim();
            if let Some(start) = piece.strip_suffix('{') {
                open.push(start.trim());
            } else if let Some((name, value)) = piece.split_once(':')
                && let Some(weight) = self.weight(&open, more)
            {
                let (name, value) = (name.to_owned(), value.trim_end_matches(';').trim());
                let best = won.entry(name).or_insert((weight, value));
                if best.0 <= weight {
                    *best = (weight, value);
                }
            }
            if piece.ends_with('}') {
                open.pop();
            }
        }
        let ink = won["--_ink"].1;
        won.iter()
            .map(|(name, (_, value))| format!("{name}: {};\n", value.replace("var(--_ink)", ink)))
            .collect()
    }

    /// How exact the selector is that fits the root, if all around it holds.
    fn weight(&self, open: &[&str], more: bool) -> Option<usize> {
        let (selectors, around) = open.split_last()?;
        let holds = |query: &&str| match *query {
            "@media (prefers-color-scheme: dark)" => self.is_night,
            "@media (prefers-contrast: more)" => more,
            other => panic!("is `{other}` so? Say it here"),
        };
        let fits = |selector: &&str| {
            let exact = format!(".swan-root[data-theme=\"{}\"]", self.theme);
            [".swan-root", ".swan-root[data-theme]", &exact].contains(selector)
        };
        let fitting = selectors.split(',').map(str::trim).filter(fits);
        let weight = fitting.map(|one| one.matches(['.', '[']).count()).max()?;
        around.iter().all(holds).then_some(weight)
    }
}

fn colour(block: &str, name: &str) -> [f64; 3] {
    if name == "tint" {
        let (accent, sheet) = (colour(block, "accent"), colour(block, "sheet"));
        return std::array::from_fn(|at| 0.09 * accent[at] + 0.91 * sheet[at]);
    }
    let line = block
        .lines()
        .find(|line| line.trim_start().starts_with(&format!("--_{name}:")));
    let hex = line
        .and_then(|line| line.split('#').nth(1))
        .unwrap_or_else(|| panic!("--_{name}"));
    let digits = hex
        .chars()
        .take_while(char::is_ascii_hexdigit)
        .collect::<String>();
    let long = if digits.len() == 3 {
        digits.chars().flat_map(|c| [c, c]).collect()
    } else {
        digits
    };
    std::array::from_fn(|at| {
        f64::from(u8::from_str_radix(&long[at * 2..at * 2 + 2], 16).expect("hex")) / 255.0
    })
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let light = |colour: [f64; 3]| {
        let line = colour.map(|c| {
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
