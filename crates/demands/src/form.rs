//! What a signer typed, checked: the same checks in the widget, the hub and the command line.
//!
//! Errors are a field and a key; the sentences live with the words of each language.

use swansfeet_places::Reading;
pub use swansfeet_places::{Postcode, PostcodeError};

use crate::campaign::Campaign;
use crate::email::{Email, EmailError};
use crate::name::{Name, NameError};
use crate::text::Slug;
use crate::typed::{Unicode, is_hidden, tidy};

/// A form as it was filled in. Nothing in it has been looked at.
#[derive(Copy, Clone, Debug, Default)]
pub struct Form<'a> {
    /// The name field.
    pub name: &'a str,
    /// The email field; none where somebody signs with a code from an organiser.
    pub email: Option<&'a str>,
    /// The postcode field.
    pub postcode: &'a str,
    /// The id of the category that was chosen; empty if none was.
    pub category: &'a str,
    /// The union field, which may be empty.
    pub union: &'a str,
    /// The workplace field, which may be empty.
    pub workplace: &'a str,
    /// The comment field, which may be empty.
    pub comment: &'a str,
    /// The ids of the demands that were marked as mattering most.
    pub priorities: &'a [&'a str],
    /// Whether the box of the consent statement is ticked.
    pub agreed: bool,
}

/// A form in which everything is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Name, address, postcode.
    pub person: Person,
    /// Who they say that they are.
    pub category: Slug,
    /// Their union.
    pub union: Option<String>,
    /// Their workplace.
    pub workplace: Option<String>,
    /// Their comment.
    pub comment: Option<String>,
    /// The demands that matter most to them, in the campaign's order.
    pub priorities: Vec<Slug>,
}

/// A name, an address and a postcode that are right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: Name,
    /// The address; none where somebody signs with a code.
    pub email: Option<Email>,
    /// The postcode, and whether it was mended.
    pub postcode: Reading,
}

/// A field of the form.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Field {
    Name,
    Email,
    Postcode,
    Category,
    Union,
    Workplace,
    Comment,
    Priorities,
    Consent,
}

impl Field {
    /// Its name in messages and in what the command line writes.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Email => "email",
            Field::Postcode => "postcode",
            Field::Category => "category",
            Field::Union => "union",
            Field::Workplace => "workplace",
            Field::Comment => "comment",
            Field::Priorities => "priorities",
            Field::Consent => "consent",
        }
    }
}

/// One field that is not right.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Which.
    pub field: Field,
    /// Why.
    pub kind: ErrorKind,
}

/// What is not right.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The name.
    Name(NameError),
    /// The address.
    Email(EmailError),
    /// The postcode.
    Postcode(PostcodeError),
    /// Nothing was chosen.
    NotChosen,
    /// What was chosen is not there.
    NoSuchChoice,
    /// More than this many characters.
    TooLong(usize),
    /// A character that hides others.
    Hidden,
    /// More than [`MOST_PRIORITIES`].
    TooManyPriorities,
    /// The consent box is not ticked.
    NotAgreed,
}

/// How many demands a signer may mark as mattering most.
pub const MOST_PRIORITIES: usize = 3;
/// The longest union and workplace, in characters.
pub const LONGEST_LINE: usize = 100;
/// The longest comment, in characters.
pub const LONGEST_COMMENT: usize = 1_000;

/// What a message speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// As it was typed.
    Text(String),
    /// A limit, to be shown with the language's own signs: 1,000.
    Number(usize),
}

impl FieldError {
    /// The key of the message in the widgets' languages.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self.kind {
            ErrorKind::Name(error) => error.key(),
            ErrorKind::Email(error) => error.key(),
            ErrorKind::Postcode(error) => error.key(),
            ErrorKind::NotChosen => "error-not-chosen",
            ErrorKind::NoSuchChoice => "error-no-such-choice",
            ErrorKind::TooLong(_) => "error-too-long",
            ErrorKind::Hidden => "error-hidden-character",
            ErrorKind::TooManyPriorities => "error-too-many-priorities",
            ErrorKind::NotAgreed => "error-not-agreed",
        }
    }

    /// What the message speaks of, if anything: its name there and its words.
    #[must_use]
    pub fn argument(&self) -> Option<(&'static str, Argument)> {
        let character = |c: char| Some(("character", Argument::Text(c.to_string())));
        let most = |number| Some(("most", Argument::Number(number)));
        match self.kind {
            ErrorKind::Name(NameError::Sign(c))
            | ErrorKind::Email(EmailError::MailboxCharacter(c) | EmailError::DomainCharacter(c))
            | ErrorKind::Postcode(PostcodeError::Character(c) | PostcodeError::NeverAtTheEnd(c)) => {
                character(c)
            }
            ErrorKind::Postcode(
                PostcodeError::FirstHalfOnly(half)
                | PostcodeError::FirstHalf(half)
                | PostcodeError::UnknownArea(half),
            ) => Some(("half", Argument::Text(half.as_str().to_owned()))),
            ErrorKind::TooLong(longest) => most(longest),
            ErrorKind::Name(NameError::TooLong) => most(Name::LONGEST),
            ErrorKind::TooManyPriorities => most(MOST_PRIORITIES),
            _ => None,
        }
    }
}

/// Checks a name, an address (if one is asked for) and a postcode.
///
/// # Errors
/// Every field that is not right, in the order of the form.
pub fn check_person(
    name: &str,
    email: Option<&str>,
    postcode: &str,
    unicode: Unicode,
) -> Result<Person, Vec<FieldError>> {
    let mut errors = Vec::new();
    let name = Name::read(name, unicode);
    let name = keep(&mut errors, Field::Name, name.map_err(ErrorKind::Name));
    let email = email.map(|typed| Email::read(typed, unicode)).transpose();
    let email = keep(&mut errors, Field::Email, email.map_err(ErrorKind::Email));
    let postcode = Postcode::read(postcode);
    let postcode = keep(
        &mut errors,
        Field::Postcode,
        postcode.map_err(ErrorKind::Postcode),
    );
    match (name, email, postcode) {
        (Some(name), Some(email), Some(postcode)) => Ok(Person {
            name,
            email,
            postcode,
        }),
        _ => Err(errors),
    }
}

impl Form<'_> {
    /// Checks every field.
    ///
    /// # Errors
    /// Every field that is not right, in the order of the form.
    pub fn check(&self, campaign: &Campaign, unicode: Unicode) -> Result<Checked, Vec<FieldError>> {
        let (person, mut errors) = match check_person(self.name, self.email, self.postcode, unicode)
        {
            Ok(person) => (Some(person), Vec::new()),
            Err(errors) => (None, errors),
        };
        let category = keep(&mut errors, Field::Category, self.category(campaign));
        let union = keep(&mut errors, Field::Union, line(self.union, unicode));
        let workplace = keep(&mut errors, Field::Workplace, line(self.workplace, unicode));
        let comment = keep(&mut errors, Field::Comment, comment(self.comment, unicode));
        let priorities = keep(&mut errors, Field::Priorities, self.priorities(campaign));
        if !self.agreed {
            errors.push(FieldError {
                field: Field::Consent,
                kind: ErrorKind::NotAgreed,
            });
        }
        match (person, category) {
            (Some(person), Some(category)) if errors.is_empty() => Ok(Checked {
                person,
                category,
                union: union.flatten(),
                workplace: workplace.flatten(),
                comment: comment.flatten(),
                priorities: priorities.unwrap_or_default(),
            }),
            _ => Err(errors),
        }
    }

    fn category(&self, campaign: &Campaign) -> Result<Slug, ErrorKind> {
        if self.category.is_empty() {
            return Err(ErrorKind::NotChosen);
        }
        let chosen = campaign
            .category(self.category)
            .ok_or(ErrorKind::NoSuchChoice)?;
        Ok(chosen.id.clone())
    }

    fn priorities(&self, campaign: &Campaign) -> Result<Vec<Slug>, ErrorKind> {
        if self
            .priorities
            .iter()
            .any(|id| campaign.demand(id).is_none())
        {
            return Err(ErrorKind::NoSuchChoice);
        }
        let ids = campaign.demands.iter().map(|demand| &demand.id);
        let marked: Vec<Slug> = ids
            .filter(|id| self.priorities.contains(&id.as_str()))
            .cloned()
            .collect();
        if marked.len() > MOST_PRIORITIES {
            return Err(ErrorKind::TooManyPriorities);
        }
        Ok(marked)
    }
}

fn keep<T>(errors: &mut Vec<FieldError>, field: Field, read: Result<T, ErrorKind>) -> Option<T> {
    read.map_err(|kind| errors.push(FieldError { field, kind }))
        .ok()
}

/// A line that may be empty.
fn line(typed: &str, unicode: Unicode) -> Result<Option<String>, ErrorKind> {
    free_text(typed, LONGEST_LINE, unicode, is_hidden)
}

/// Paragraphs that may be empty.
fn comment(typed: &str, unicode: Unicode) -> Result<Option<String>, ErrorKind> {
    // By characters: looking for a text within another is two kilobytes of a widget.
    let mut unix = String::with_capacity(typed.len());
    for c in typed.chars() {
        if c == '\n' && unix.ends_with('\r') {
            unix.pop();
        }
        unix.push(c);
    }
    free_text(&unix, LONGEST_COMMENT, unicode, |c| {
        is_hidden(c) && !matches!(c, '\n' | '\t')
    })
}

fn free_text(
    typed: &str,
    longest: usize,
    unicode: Unicode,
    refused: fn(char) -> bool,
) -> Result<Option<String>, ErrorKind> {
    let text = tidy(typed, unicode);
    if text.chars().count() > longest {
        return Err(ErrorKind::TooLong(longest));
    }
    if text.chars().any(refused) {
        return Err(ErrorKind::Hidden);
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}
