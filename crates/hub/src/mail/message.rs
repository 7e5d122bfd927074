//! What the mail says. It names no campaign, no demand and no union, and repeats nothing that the
//! signer wrote: an employer or a partner may see the inbox.

use lettre::message::{
    Mailbox, Message, MultiPart,
    header::{Header, HeaderName, HeaderValue},
};
use swansfeet_words::Words;

use crate::words::msg;

/// RFC 3834: no holiday note is sent back.
#[derive(Clone)]
struct AutoSubmitted;

/// The same for Exchange.
#[derive(Clone)]
struct Suppress;

type Fault = Box<dyn std::error::Error + Send + Sync>;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Fault> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl Header for Suppress {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("X-Auto-Response-Suppress")
    }

    fn parse(_: &str) -> Result<Self, Fault> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "All".to_owned())
    }
}

/// The mail, for a link.
pub(super) fn write(
    words: &Words,
    from: Mailbox,
    reply_to: Option<Mailbox>,
    to: Mailbox,
    link: &str,
) -> Result<Message, lettre::error::Error> {
    let id = crate::token::random::<12>().map(|byte| format!("{byte:02x}"));
    let id = format!("<{}@{}>", id.concat(), from.email.domain());
    let mut builder = Message::builder()
        .from(from)
        .to(to)
        .subject(words.get(msg::MAIL_SUBJECT))
        // Not the library's own: it would name this machine.
        .message_id(Some(id))
        .header(AutoSubmitted)
        .header(Suppress);
    if let Some(reply_to) = reply_to {
        builder = builder.reply_to(reply_to);
    }
    builder.multipart(MultiPart::alternative_plain_html(
        plain(words, link),
        html(words, link),
    ))
}

fn plain(words: &Words, link: &str) -> String {
    let [asked, press, back, not_you] = sentences(words);
    format!("{asked}\n\n{press}\n\n{link}\n\n{back}\n\n{not_you}\n")
}

fn html(words: &Words, link: &str) -> String {
    let [asked, press, back, not_you] = sentences(words).map(|sentence| escaped(&sentence));
    let (lang, dir) = (words.lang(), words.dir());
    let link = escaped(link);
    let title = escaped(&words.get(msg::MAIL_SUBJECT));
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head><meta charset=\"utf-8\">\
         <title>{title}</title></head>\n<body>\n<p>{asked}</p>\n<p>{press}</p>\n\
         <p><a href=\"{link}\">{link}</a></p>\n<p>{back}</p>\n<p>{not_you}</p>\n</body>\n</html>\n"
    )
}

fn sentences(words: &Words) -> [String; 4] {
    [
        msg::MAIL_ASKED,
        msg::MAIL_PRESS,
        msg::MAIL_TAKE_BACK,
        msg::MAIL_NOT_YOU,
    ]
    .map(|message| words.get(message))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::LANGUAGES, words};

    #[test]
    fn the_mail_says_what_to_do_and_nothing_about_anybody() {
        for language in LANGUAGES {
            let words = words::of(language);
            let from: Mailbox = "hub@hub.example".parse().unwrap();
            let to: Mailbox = "ana@example.org".parse().unwrap();
            let link = "https://hub.example/s/AAAAAAAAAAAAAAAAAAAAAA";
            let mail = write(&words, from, None, to, link).unwrap();
            let text = String::from_utf8(mail.formatted()).unwrap();
            for wanted in ["Auto-Submitted: auto-generated", "text/plain", "text/html"] {
                assert!(text.contains(wanted), "no {wanted} in {text}");
            }
            assert!(plain(&words, link).contains(link));
            let all = format!("{text}{}{}", plain(&words, link), html(&words, link));
            let small = all.to_lowercase();
            // In English and in Welsh.
            for word in [
                "union",
                "undeb",
                "demand",
                "gofyniad",
                "sign ",
                "llofnod",
                "petition",
                "deiseb",
                "campaign",
                "ymgyrch",
                "care",
                "gofal",
                "swansfeet",
            ] {
                assert!(!small.contains(word), "{word} in {all}");
            }
        }
    }
}
