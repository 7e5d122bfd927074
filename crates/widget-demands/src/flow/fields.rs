//! What is asked, and on which screen. Knows no words.

use swansfeet_demands::form;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Field {
    Category,
    Name,
    Email,
    Code,
    Postcode,
    Public,
    Priorities,
    Union,
    Workplace,
    Comment,
    Agree,
    Purposes,
    Partners,
}

/// How many fields there are.
pub(crate) const FIELDS: usize = 13;

/// The id of each in the markup, in `start`, and in the hub's refusals, in the order of [`Field`].
pub(crate) const NAMES: [&str; FIELDS] = [
    "category",
    "name",
    "email",
    "code",
    "postcode",
    "public",
    "priorities",
    "union",
    "workplace",
    "comment",
    "agree",
    "purposes",
    "partners",
];

impl Field {
    pub(crate) const ALL: [Field; FIELDS] = [
        Field::Category,
        Field::Name,
        Field::Email,
        Field::Code,
        Field::Postcode,
        Field::Public,
        Field::Priorities,
        Field::Union,
        Field::Workplace,
        Field::Comment,
        Field::Agree,
        Field::Purposes,
        Field::Partners,
    ];

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'static str {
        NAMES[self as usize]
    }

    /// The field with that id.
    #[must_use]
    pub fn named(id: &str) -> Option<Field> {
        let at = NAMES.iter().position(|known| *known == id)?;
        Some(Field::ALL[at])
    }

    /// The screen that it stands on.
    #[must_use]
    pub fn screen(self) -> Screen {
        match self as usize {
            0..=4 => Screen::About,
            5..=9 => Screen::More,
            _ => Screen::Agree,
        }
    }

    pub(crate) fn of(field: form::Field) -> Field {
        match field {
            form::Field::Name => Field::Name,
            form::Field::Email => Field::Email,
            form::Field::Postcode => Field::Postcode,
            form::Field::Category => Field::Category,
            form::Field::Union => Field::Union,
            form::Field::Workplace => Field::Workplace,
            form::Field::Comment => Field::Comment,
            form::Field::Priorities => Field::Priorities,
            form::Field::Consent => Field::Agree,
        }
    }
}

/// What is shown at one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What is demanded.
    Demands,
    /// Who signs.
    About,
    /// What may be left out.
    More,
    /// What is agreed to.
    Agree,
    /// Signed, and what can be done now.
    Thanks,
}

/// The screens of the form, in their order.
pub const FORM: [Screen; 3] = [Screen::About, Screen::More, Screen::Agree];

const SCREENS: [(&str, Screen); 5] = [
    ("demands", Screen::Demands),
    ("about", Screen::About),
    ("more", Screen::More),
    ("agree", Screen::Agree),
    ("thanks", Screen::Thanks),
];

impl Screen {
    /// Which step of the form it is, from 1.
    #[must_use]
    pub fn step(self) -> Option<usize> {
        FORM.iter().position(|s| *s == self).map(|at| at + 1)
    }

    pub(crate) fn named(name: &str) -> Option<Screen> {
        let known = SCREENS.iter().find(|(known, _)| *known == name);
        known.map(|(_, screen)| *screen)
    }
}
