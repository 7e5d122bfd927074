//! What is shown: no key file, one that is open, the work, its end. Decides nothing.

use chrono::NaiveDate;
use swansfeet_ui::tag::{At, Hears, Tag, all, put};
use swansfeet_ui::{Button, Field, Kind, Notice, Screen, Tone};
use swansfeet_wellbeing::Week;
use swansfeet_wellbeing::ledger::destroyed_after;
use swansfeet_wellbeing::second::Step;
use swansfeet_words::{Msg, Value, Words};
use yew::prelude::*;

use crate::app::{Act, App, Given, Phase, Trouble};
use crate::files;
use crate::ring::Ring;
use crate::work::Stop;
use crate::{msg, say};

/// What every screen is drawn from.
pub(crate) struct View<'a> {
    pub(crate) app: &'a App,
    pub(crate) words: &'a Words,
    pub(crate) today: NaiveDate,
    pub(crate) is_at_hub: bool,
    /// Whether the browser lets a page write to files.
    pub(crate) has_places: bool,
    pub(crate) send: Callback<Act>,
}

impl View<'_> {
    fn text(&self, message: Msg) -> AttrValue {
        self.words.get(message).into()
    }

    fn line(&self, message: Msg) -> Html {
        put("p", "", self.text(message))
    }

    fn button(&self, kind: Kind, label: Msg, act: fn() -> Act) -> Html {
        let send = self.send.clone();
        let button = Button {
            label: self.text(label),
            kind,
            onclick: Callback::from(move |_| send.emit(act())),
            ..Button::default()
        };
        button.into()
    }

    fn notice(
        &self,
        tone: Tone,
        heading: Msg,
        body: Vec<Html>,
        role: Option<&'static str>,
    ) -> Html {
        let notice = Notice {
            tone,
            heading: self.text(heading),
            body: all(body),
            role: role.map(AttrValue::Static),
        };
        notice.into()
    }
}

/// What is to be shown now.
pub(crate) fn screen(view: &View) -> Html {
    let (heading, lead, body) = match (&view.app.phase, &view.app.ring) {
        (Phase::Start, _) | (_, None) => begin(view),
        (Phase::Open, Some(ring)) => open(view, ring),
        (Phase::Working, Some(ring)) => working(view, ring),
        (Phase::Done, Some(ring)) => done(view, ring),
        (Phase::Stopped(stop), Some(ring)) => stopped(view, ring, stop),
    };
    let page = Screen {
        id: "screen".into(),
        heading: view.text(heading),
        lead: lead.map(|lead| view.text(lead)),
        body: all(body),
        arrived: view.app.arrivals,
        ..Screen::default()
    };
    page.into()
}

type Parts = (Msg, Option<Msg>, Vec<Html>);

fn begin(view: &View) -> Parts {
    let mut body = Vec::new();
    if view.is_at_hub {
        body.extend(view.app.trouble.map(|trouble| {
            let why = put("p", "", say::trouble(view.words, trouble));
            view.notice(Tone::Warning, msg::TROUBLE_TITLE, vec![why], Some("alert"))
        }));
        body.push(view.line(msg::BEGIN_WHERE));
        let pick = if view.has_places {
            view.button(Kind::Primary, msg::BEGIN_PICK, || Act::Pick)
        } else {
            file_field(view)
        };
        let new = view.button(Kind::Quiet, msg::BEGIN_NEW, || Act::New);
        body.push(ways(vec![pick, new]));
        body.push(view.line(msg::BEGIN_KEPT));
    } else {
        let why = vec![view.line(msg::ELSEWHERE)];
        body.push(view.notice(Tone::Warning, msg::ELSEWHERE_TITLE, why, None));
    }
    (msg::BEGIN_TITLE, Some(msg::BEGIN_LEAD), body)
}

/// Where a key file is put in, in a browser that lets a page read files and write none.
fn file_field(view: &View) -> Html {
    let send = view.send.clone();
    let given = Callback::from(move |picked| send.emit(Act::Picked(Given(picked))));
    let label = Tag::new("label", "swan-field__label")
        .is(At::For, "key-file")
        .text(view.text(msg::BEGIN_PICK));
    let input = Tag::new("input", "swan-field__input")
        .is(At::Id, "key-file")
        .is(At::Type, "file")
        .on(Hears::Change, files::given(given));
    Tag::new("div", "swan-field")
        .with(label.html())
        .with(Tag::new("div", "swan-field__box").with(input.html()).html())
        .html()
}

fn open(view: &View, ring: &Ring) -> Parts {
    let mut body = vec![key(view, ring)];
    if ring.is_changed() {
        // A key that is in no file must not be given to anybody.
        body.push(saving(view, msg::SAVE_NEW));
        return (msg::NEW_TITLE, Some(msg::NEW_LEAD), body);
    }
    let number = ring.times_saved().into();
    let saved = msg::OpenSaved { number }.say(view.words);
    body.push(put("p", "swan-steward__quiet", saved.into()));
    let send = view.send.clone();
    let lacks = view.app.trouble == Some(Trouble::NoCampaign);
    let field = Field {
        id: "campaign".into(),
        label: view.text(msg::CAMPAIGN),
        hint: Some(view.text(msg::CAMPAIGN_HINT)),
        error: lacks.then(|| view.text(msg::CAMPAIGN_NEEDED)),
        value: view.app.campaign.clone().into(),
        oninput: Callback::from(move |typed| send.emit(Act::Campaign(typed))),
        ..Field::default()
    };
    body.push(field.into());
    body.push(ways(vec![
        view.button(Kind::Primary, msg::WORK, || Act::Work),
        view.button(Kind::Quiet, msg::CLOSE, || Act::Close),
    ]));
    (msg::OPEN_TITLE, Some(msg::OPEN_LEAD), body)
}

/// The public key, to be copied.
fn key(view: &View, ring: &Ring) -> Html {
    let mut block = Tag::new("div", "swan-steward__key")
        .words("p", "swan-steward__name", Some(view.text(msg::KEY)))
        .words("code", "", Some(ring.key().to_string().into()))
        .with(view.button(Kind::Quiet, msg::KEY_COPY, || Act::Copy));
    if let Some(is_copied) = view.app.is_copied {
        let said = if is_copied {
            msg::KEY_COPIED
        } else {
            msg::KEY_NOT_COPIED
        };
        let said = Tag::new("p", "")
            .is(At::Role, "status")
            .text(view.text(said));
        block = block.with(said.html());
    }
    block.html()
}

fn working(view: &View, ring: &Ring) -> Parts {
    let mut body = Vec::new();
    let by_hand = view.app.place.is_none();
    if ring.is_changed() && ring.is_waiting() && by_hand {
        body.push(saving(view, msg::SAVE_WHY));
    } else {
        let busy = Tag::new("p", "swan-steward__busy").text(view.text(msg::WORKING));
        body.push(busy.html());
    }
    body.push(steps(view));
    (msg::WORKING_TITLE, Some(msg::WORKING_LEAD), body)
}

fn stopped(view: &View, ring: &Ring, stop: &Stop) -> Parts {
    let why = put("p", "", say::stop(view.words, stop));
    let mut body = vec![view.notice(Tone::Warning, msg::STOPPED_WHY, vec![why], None)];
    if ring.is_changed() && view.app.place.is_none() {
        // What was destroyed is destroyed only when the new file is there.
        body.push(saving(view, msg::SAVE_CHANGED));
        body.push(steps(view));
    } else {
        body.push(steps(view));
        body.push(ways(vec![
            view.button(Kind::Primary, msg::WORK_AGAIN, || Act::Work),
            view.button(Kind::Quiet, msg::CLOSE, || Act::Close),
        ]));
    }
    (msg::STOPPED_TITLE, Some(msg::STOPPED_LEAD), body)
}

/// The step that only a person can do.
fn saving(view: &View, why: Msg) -> Html {
    let mut body = vec![view.line(why)];
    if view.app.trouble == Some(Trouble::NotWritten) {
        body.push(view.line(msg::SAVE_NOT_WRITTEN));
    }
    let save = if view.app.is_handed {
        Kind::Quiet
    } else {
        Kind::Primary
    };
    let mut buttons = vec![view.button(save, msg::SAVE, || Act::Save)];
    if view.app.is_handed {
        body.push(view.line(msg::SAVE_LOOK));
        buttons.push(view.button(Kind::Primary, msg::SAVE_DONE, || Act::Saved));
    }
    if view.app.phase == Phase::Working {
        buttons.push(view.button(Kind::Link, msg::SAVE_STOP, || Act::Stop));
    } else {
        buttons.push(view.button(Kind::Link, msg::CLOSE, || Act::Close));
    }
    body.push(ways(buttons));
    view.notice(Tone::Info, msg::SAVE_TITLE, body, Some("status"))
}

fn done(view: &View, ring: &Ring) -> Parts {
    let count = |of: fn(&Step) -> bool| view.app.steps.iter().filter(|step| of(step)).count();
    let published = view.app.steps.iter().filter_map(|step| match step {
        Step::Published(place, ..) => Some(say::place(view.words, *place)),
        _ => None,
    });
    let published: Vec<_> = published.collect();
    let mut came = vec![if published.is_empty() {
        view.line(msg::DONE_NOTHING)
    } else {
        let places = Value::from(published.join(", "));
        let sentence = msg::DonePublished { places }.say(view.words);
        put("p", "", sentence.into())
    }];
    let number = |of: usize| Value::from(u32::try_from(of).unwrap_or(u32::MAX));
    let signed = count(|step| matches!(step, Step::Signed(_)));
    if signed > 0 {
        let count = number(signed);
        came.push(put(
            "p",
            "",
            msg::DoneSigned { count }.say(view.words).into(),
        ));
    }
    let destroyed = count(|step| matches!(step, Step::Destroyed(..)));
    if destroyed > 0 {
        let count = number(destroyed);
        came.push(put(
            "p",
            "",
            msg::DoneDestroyed { count }.say(view.words).into(),
        ));
    }
    let this = Week::of(view.today);
    let waiting = ring.waiting(view.app.campaign.trim(), this);
    if let Some(oldest) = waiting.into_iter().min() {
        let last = Value::Date(destroyed_after(oldest));
        came.push(put(
            "p",
            "",
            msg::DoneWaiting { last }.say(view.words).into(),
        ));
    }
    let next = Value::Date(this.plus(1).from());
    came.push(put("p", "", msg::DoneNext { next }.say(view.words).into()));
    let mut body = vec![view.notice(Tone::Good, msg::DONE_CAME, came, None)];
    if count(|step| matches!(step, Step::Lost(_))) > 0 {
        let lost = vec![view.line(msg::LOST)];
        body.push(view.notice(Tone::Warning, msg::LOST_TITLE, lost, None));
    } else {
        let copies = vec![view.line(msg::COPIES), view.line(msg::COPIES_WHY)];
        body.push(view.notice(Tone::Warning, msg::COPIES_TITLE, copies, None));
    }
    body.push(steps(view));
    body.push(ways(vec![
        view.button(Kind::Primary, msg::CLOSE, || Act::Close),
    ]));
    (msg::DONE_TITLE, None, body)
}

fn steps(view: &View) -> Html {
    if view.app.steps.is_empty() {
        return Html::default();
    }
    let mut list = Tag::new("ul", "swan-steward__steps");
    for step in &view.app.steps {
        list = list.words("li", "", Some(say::step(view.words, *step)));
    }
    list.html()
}

fn ways(buttons: Vec<Html>) -> Html {
    Tag::new("div", "swan-steward__ways")
        .with(all(buttons))
        .html()
}
