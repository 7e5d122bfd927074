//! Which sentence belongs to which error of a check. All are found by their keys while this is
//! compiled, which fails where one is missing; so the widget carries no keys: 0.5 kB.

use swansfeet_demands::email::{Caution, EmailError};
use swansfeet_demands::form::{ErrorKind, PostcodeError};
use swansfeet_demands::name::NameError;
use swansfeet_demands::seal::TextError;
use swansfeet_words::Msg;

use crate::msg;

/// The sentence of a key.
pub(crate) const fn sentence(key: &str) -> Msg {
    match msg::keyed(key) {
        Some(message) => message,
        None => panic!("a key has no sentence in this crate's words"),
    }
}

/// A match with the sentence of each row. What an error carries makes no other sentence of it, so a
/// row carries an example.
macro_rules! sentences {
    ($error:expr; $($name:ident::$kind:ident $(($example:expr))?),+ $(,)?) => {
        match $error {
            $($name::$kind { .. } => const { sentence($name::$kind $(($example))?.key()) },)+
        }
    };
}

/// What is wrong with a field of the form.
#[inline(never)]
pub(crate) fn of_form(kind: ErrorKind) -> Msg {
    match kind {
        ErrorKind::Name(error) => of_name(error),
        ErrorKind::Email(error) => of_email(error),
        ErrorKind::Postcode(error) => of_postcode(error),
        ErrorKind::NotChosen => msg::ERROR_NOT_CHOSEN,
        ErrorKind::NoSuchChoice => msg::ERROR_NO_SUCH_CHOICE,
        ErrorKind::TooLong(_) => msg::ErrorTooLong::MSG,
        ErrorKind::Hidden => msg::ERROR_HIDDEN_CHARACTER,
        ErrorKind::TooManyPriorities => msg::ErrorTooManyPriorities::MSG,
        ErrorKind::NotAgreed => msg::ERROR_NOT_AGREED,
    }
}

fn of_name(error: NameError) -> Msg {
    sentences!(error;
        NameError::Empty,
        NameError::TooLong,
        NameError::Hidden,
        NameError::NoLetter,
        NameError::WebAddress,
        NameError::EmailAddress,
        NameError::Sign('<'),
    )
}

fn of_email(error: EmailError) -> Msg {
    sentences!(error;
        EmailError::Empty,
        EmailError::NoAt,
        EmailError::TwoAts,
        EmailError::Space,
        EmailError::NoMailbox,
        EmailError::MailboxTooLong,
        EmailError::TooLong,
        EmailError::MailboxDot,
        EmailError::Quoted,
        EmailError::MailboxCharacter('<'),
        EmailError::NoDomain,
        EmailError::NoEnding,
        EmailError::DomainDot,
        EmailError::DomainCharacter('<'),
        EmailError::DomainHyphen,
        EmailError::PartTooLong,
        EmailError::Ending,
        EmailError::NetworkAddress,
    )
}

fn of_postcode(error: PostcodeError) -> Msg {
    match error {
        // There is no first half of a postcode while this is compiled.
        PostcodeError::FirstHalfOnly(_) => msg::ErrorPostcodeFirstHalfOnly::MSG,
        PostcodeError::UnknownArea(_) => msg::ErrorPostcodeUnknownArea::MSG,
        PostcodeError::FirstHalf(_) => msg::ErrorPostcodeFirstHalf::MSG,
        PostcodeError::Empty => msg::ERROR_POSTCODE_EMPTY,
        PostcodeError::Character(_) => msg::ErrorPostcodeCharacter::MSG,
        PostcodeError::TooShort => msg::ERROR_POSTCODE_TOO_SHORT,
        PostcodeError::TooLong => msg::ERROR_POSTCODE_TOO_LONG,
        PostcodeError::OnlyNumbers => msg::ERROR_POSTCODE_ONLY_NUMBERS,
        PostcodeError::StartsWithNumber => msg::ERROR_POSTCODE_STARTS_WITH_NUMBER,
        PostcodeError::SecondHalfOnly => msg::ERROR_POSTCODE_SECOND_HALF_ONLY,
        PostcodeError::SecondHalf => msg::ERROR_POSTCODE_SECOND_HALF,
        PostcodeError::NeverAtTheEnd(_) => msg::ErrorPostcodeNeverAtTheEnd::MSG,
        PostcodeError::Bfpo => msg::ERROR_POSTCODE_BFPO,
        PostcodeError::Irish => msg::ERROR_POSTCODE_IRISH,
    }
}

/// What is wrong with a code.
pub(crate) fn of_code(error: &TextError) -> Msg {
    match error {
        TextError::Empty => msg::ERROR_CODE_EMPTY,
        TextError::Prefix(_) => msg::ERROR_CODE_PREFIX,
        TextError::Character(_) => msg::ErrorCodeCharacter::MSG,
        TextError::Length(..) => msg::ErrorCodeLength::MSG,
        TextError::Mistyped => msg::ERROR_CODE_MISTYPED,
    }
}

/// Who may read what is sent to an address.
pub(crate) fn of_caution(caution: Caution) -> Msg {
    sentences!(caution;
        Caution::Health,
        Caution::Government,
        Caution::Forces,
        Caution::University,
        Caution::School,
        Caution::Employer,
        Caution::CareProvider,
        Caution::Shared,
    )
}
