//! The last screen: that it was signed, what to do about it, and what comes next.

use swansfeet_ui::tag::out;
use swansfeet_ui::{Kind, Tone};
use yew::prelude::*;

use super::{What, copies, steps};
use crate::app::Act;
use crate::draw::{View, all, part, put};
use crate::flow::{Sending, Thanks};
use crate::msg;
use crate::screens::{Parts, page, sending, sends};
use crate::wire::Loaded;

/// Thanks, and the campaign's steps.
#[inline(never)]
pub(crate) fn screen(view: &View, loaded: &Loaded) -> Html {
    let thanks = view.flow.thanks.clone().unwrap_or_default();
    let (heading, first) = match &thanks.email {
        Some(email) => (msg::THANKS_MAIL_TITLE, by_mail(view, &thanks, email)),
        None => (msg::THANKS_CODE_TITLE, by_code(view, &thanks)),
    };
    let mut body = vec![first];
    let next = steps(view, loaded);
    if !next.is_empty() {
        body.push(put("h3", "swan-demands__next", view.text(msg::THANKS_NEXT)));
        body.extend(next);
    }
    let parts = Parts {
        heading: view.text(heading),
        lead: None,
        body,
        next: None,
    };
    page(view, parts)
}

#[inline(never)]
fn by_mail(view: &View, thanks: &Thanks, email: &str) -> Html {
    let sent = msg::ThanksMail {
        email: email.into(),
    };
    let sent = sent.say(view.words);
    let mut pieces = vec![put("p", "", sent.into()), view.line(msg::THANKS_MAIL_THEN)];
    pieces.push(view.line(msg::THANKS_MAIL_NONE));
    if thanks.is_again && view.flow.sending == Sending::Idle {
        pieces.push(view.line(msg::SENT_AGAIN));
    }
    pieces.push(sending(view));
    let label = sends(view, msg::SEND_AGAIN);
    pieces.push(view.button(Kind::Quiet, label, Act::SendAgain));
    let body = part("div", "swan-demands__parts", pieces);
    view.notice(Tone::Info, view.text(msg::THANKS_MAIL_STEP), body, None)
}

#[inline(never)]
fn by_code(view: &View, thanks: &Thanks) -> Html {
    let mut pieces = vec![view.line(msg::THANKS_CODE)];
    if let Some(withdraw) = &thanks.withdraw {
        let href = AttrValue::from(withdraw.clone());
        let link = out("swan-demands__link", Some(href.clone())).text(href);
        pieces.push(view.line(msg::WITHDRAW_KEEP));
        pieces.push(link.html());
        pieces.push(copies(view, What::Withdraw, msg::COPY_LINK));
    }
    let body = part("div", "swan-demands__parts", vec![all(pieces)]);
    view.notice(Tone::Good, view.text(msg::HAS_SIGNED), body, None)
}
