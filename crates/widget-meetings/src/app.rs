//! The root component: keeps what was typed, and draws the question with its answer.

use rust_decimal::Decimal;
use swansfeet_embed::WidgetProps;
use swansfeet_ui::{
    Answer, ErrorSummary, Hours, Problem, Screen, Tone,
    tag::{Tag, all},
};
use swansfeet_words::{Msg, Value, Words};
use yew::prelude::*;

use swansfeet_meetings::{Minutes, law};

use crate::msg;
use crate::shift::{self, Trouble};

const FIELD: AttrValue = AttrValue::Static("shift");
/// Where the answer stands; see `style.css`.
const BLOCK: &str = "swan-meetings__answer";

/// What a person did.
pub enum Act {
    /// Typed.
    Type(String),
    /// Asked for the answer.
    Show,
}

/// One question and what came of it.
pub struct App {
    typed: String,
    /// What came of it when it was last asked for.
    shown: Option<Result<Option<Minutes>, Trouble>>,
    /// How often the answer was asked for and could not be given: moves focus to the reason.
    tries: u32,
}

impl Component for App {
    type Message = Act;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let given = ctx.props().cx.option("shift");
        Self {
            // Not a try: a widget that has just appeared must not pull focus to itself.
            shown: given.as_deref().map(shift::answer),
            typed: given.unwrap_or_default(),
            tries: 0,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        match act {
            Act::Type(typed) => {
                self.typed = typed;
                // The answer belonged to what stood there before; what is wrong stays until mended.
                if let Some(Ok(_)) = self.shown {
                    self.shown = None;
                }
            }
            Act::Show => {
                let cx = &ctx.props().cx;
                let shown = shift::answer(&self.typed);
                match shown {
                    Ok(rest) => cx.announce(&cx.words().get(sentence(rest))),
                    Err(_) => {
                        // Focus goes to the reason; an earlier answer must not be read out again.
                        cx.announce("");
                        self.tries += 1;
                    }
                }
                self.shown = Some(shown);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = ctx.props().cx.words();
        let error = match self.shown {
            Some(Err(trouble)) => Some(worded(words, trouble)),
            _ => None,
        };
        let answer = match self.shown {
            Some(Ok(rest)) => answer(words, rest),
            _ => Html::default(),
        };
        let field = Hours {
            id: FIELD,
            labelled_by: Some("screen-heading".into()),
            hint: Some(text(words, msg::ASK_SHIFT_HINT)),
            error: error.clone(),
            value: self.typed.clone().into(),
            oninput: ctx.link().callback(Act::Type),
            ..Hours::default()
        };
        let screen = Screen {
            id: "screen".into(),
            heading: text(words, msg::ASK_SHIFT),
            errors: self.errors(words, error),
            body: field.into(),
            next: Some(text(words, msg::SHOW_ANSWER)),
            onnext: ctx.link().callback(|()| Act::Show),
            ..Screen::default()
        };
        all(vec![screen.into(), answer])
    }
}

impl App {
    fn errors(&self, words: &Words, error: Option<AttrValue>) -> Html {
        let problems = error.into_iter().map(|text| Problem { field: FIELD, text });
        ErrorSummary {
            id: "errors".into(),
            heading: text(words, msg::PROBLEM_HEADING),
            problems: problems.collect(),
            arrived: self.tries,
        }
        .into()
    }
}

/// The answer in one sentence.
fn sentence(rest: Option<Minutes>) -> Msg {
    match rest {
        Some(_) => msg::REST_GIVEN,
        None => msg::REST_NONE,
    }
}

fn answer(words: &Words, rest: Option<Minutes>) -> Html {
    let source = Value::from(law::ADULT.source);
    let over = Value::Hours(hours(law::ADULT.over));
    let (tone, note) = match rest {
        Some(_) => (Tone::Good, msg::RestGivenNote { source }.say(words)),
        None => (Tone::Info, msg::RestNoneNote { over, source }.say(words)),
    };
    let answer = Answer {
        tone,
        sentence: text(words, sentence(rest)),
        name: rest.map(|_| text(words, msg::REST_LEAST)),
        figure: rest.map(|rest| words.hours(&hours(rest)).into()),
        note: Some(note.into()),
    };
    Tag::new("div", BLOCK).with(answer.into()).html()
}

fn hours(length: Minutes) -> Decimal {
    Decimal::from(length.0) / Decimal::from(60)
}

fn text(words: &Words, message: Msg) -> AttrValue {
    words.get(message).into()
}

/// A test sees to it that every key has its sentence.
fn worded(words: &Words, trouble: Trouble) -> AttrValue {
    let message = msg::keyed(trouble.key());
    message.map_or_else(AttrValue::default, |message| text(words, message))
}
