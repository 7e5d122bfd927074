//! The diary: asked for, locked with a passphrase, on this device alone.

use swansfeet_ui::{Button, Field, Keyboard, Kind, Tone};
use swansfeet_words::{Msg, Value};
use yew::prelude::*;

use super::{Parts, page, result};
use crate::app::Act;
use crate::diary::{Book, Entry, State, Trouble};
use crate::draw::{NAME, View, all, link, part, put};
use crate::{msg, say};

const PASSPHRASE: AttrValue = AttrValue::Static("passphrase");

#[inline(never)]
pub(super) fn screen(view: &View) -> Html {
    let mut body = match &view.diary.state {
        State::Nowhere => vec![nowhere(view)],
        State::Off => lock(view, msg::DIARY_NEW, msg::DIARY_NEW_HINT, msg::DIARY_MAKE),
        State::Locked => lock(view, msg::DIARY_OLD, msg::DIARY_SHARED, msg::DIARY_OPEN),
        State::Open(book) => open(view, book),
    };
    body.push(result::forget(view));
    page(
        view,
        Parts {
            heading: view.text(msg::DIARY_TITLE),
            lead: Some(view.text(msg::DIARY_LEAD)),
            body,
            ..Parts::default()
        },
    )
}

fn nowhere(view: &View) -> Html {
    let own = [view.hub, "/w/wellbeing"].concat();
    let tab = Some(view.text(msg::OPENS_NEW_TAB));
    let more = all(vec![
        view.line(msg::DIARY_TAB_MORE),
        link(view.text(msg::DIARY_TAB_OPEN), own, tab),
    ]);
    view.notice(Tone::Info, msg::DIARY_TAB, more, None)
}

/// A passphrase, and a button.
fn lock(view: &View, label: Msg, hint: Msg, go: Msg) -> Vec<Html> {
    let diary = view.diary;
    let field = Field {
        id: PASSPHRASE,
        label: view.text(label),
        hint: Some(view.text(hint)),
        error: diary.trouble.map(|trouble| view.text(worded(trouble))),
        value: diary.typed.clone().into(),
        keyboard: Keyboard::Secret,
        oninput: view.into(Act::Passphrase),
        ..Field::default()
    };
    vec![field.into(), busy(view, go, || Act::Unlock, Kind::Primary)]
}

fn worded(trouble: Trouble) -> Msg {
    match trouble {
        Trouble::TooShort => msg::DIARY_TOO_SHORT,
        Trouble::Wrong => msg::DIARY_WRONG,
        Trouble::Failed => msg::DIARY_FAILED,
    }
}

/// A button that says so while the browser is at work.
fn busy(view: &View, label: Msg, act: fn() -> Act, kind: Kind) -> Html {
    let is_busy = view.diary.is_busy;
    Button {
        label: view.text(if is_busy { msg::DIARY_WORKING } else { label }),
        kind,
        busy: is_busy,
        onclick: view.press(act),
        ..Button::default()
    }
    .into()
}

fn open(view: &View, book: &Book) -> Vec<Html> {
    let mut pieces = Vec::new();
    if let Some(trouble) = view.diary.trouble {
        pieces.push(view.notice(
            Tone::Warning,
            worded(trouble),
            Html::default(),
            Some("alert"),
        ));
    }
    if view.diary.is_kept {
        pieces.push(view.notice(Tone::Good, msg::DIARY_KEPT, Html::default(), Some("status")));
    } else if view.flow.is_answered() {
        pieces.push(busy(view, msg::DIARY_ADD, || Act::KeepEntry, Kind::Primary));
    }
    if book.entries.is_empty() {
        pieces.push(view.quiet(msg::DIARY_EMPTY));
    } else {
        let entries = book.entries.iter().map(|entry| self::entry(view, entry));
        pieces.push(part("ul", "swan-wellbeing__entries", entries.collect()));
    }
    pieces.push(view.button(Kind::Quiet, msg::DIARY_CLOSE, || Act::CloseDiary));
    pieces
}

fn entry(view: &View, entry: &Entry) -> Html {
    let day = view.words.show(&Value::Date(entry.day));
    let mut pieces = vec![put("h3", NAME, day.into())];
    for (question, cell) in entry.pack.questions.iter().zip(&entry.cells) {
        let name = say::keyed(view.words, &["name-", question.id]);
        let cell = say::cell(view.words, question, *cell);
        pieces.push(put("p", "", [&name, ": ", &cell].concat().into()));
    }
    part("li", "swan-wellbeing__entry", pieces)
}
