//! The root component: turns presses and keys into steps of the flow, and the flow into a screen.

use swansfeet_embed::{Context as Edge, Trail, WidgetProps};
use swansfeet_pay::HourlyRate;
use swansfeet_words::input;
use yew::prelude::*;

use crate::draw::View;
use crate::flow::{Field, Flow, Ignored, Move, Screen};
use crate::{msg, result, screens};

/// What a person, or their device, did.
#[derive(Clone)]
pub enum Act {
    /// Typed or chose something.
    Type(Field, String),
    /// Pressed the button that leads on.
    Next,
    /// Said that they don't know.
    Skip,
    /// Pressed the way back on the screen.
    Back,
    /// Asked for a screen.
    Open(Screen),
    /// The device has gone to that many steps in.
    Arrived(u32),
    /// Wants to begin again.
    Restart,
    /// Wants the words that come later.
    Bring,
    /// They are there, or could not be had.
    Words(bool),
}

/// One pay check.
pub struct App {
    flow: Flow,
    trail: Trail,
    /// How often another screen was shown: moves focus to its heading.
    arrivals: u32,
    /// The words that come later could not be had.
    lacks_words: bool,
}

impl Component for App {
    type Message = Act;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let edge = &ctx.props().cx;
        let trail = Trail::new(edge, ctx.link().callback(Act::Arrived));
        bring_words(ctx);
        Self {
            flow: started(edge),
            trail,
            arrivals: 0,
            lacks_words: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        match act {
            Act::Type(field, text) => self.flow.type_in(field, text),
            Act::Next => {
                let step = self.flow.go_on();
                self.follow(step);
                self.ask_again(ctx);
            }
            Act::Skip => {
                let step = self.flow.skip();
                self.follow(step);
                self.ask_again(ctx);
            }
            Act::Back => self.back(),
            Act::Open(screen) => {
                self.flow.open(screen);
                self.follow(Move::Forward);
            }
            Act::Arrived(depth) => {
                self.flow.arrive(depth as usize);
                self.arrivals += 1;
            }
            Act::Restart => {
                self.flow.restart();
                self.follow(Move::Forward);
            }
            Act::Bring => self.bring(ctx),
            Act::Words(are_there) => {
                self.lacks_words = !are_there;
                let edge = &ctx.props().cx;
                if !self.flow.is_whole() && edge.page().is_whole() {
                    self.flow.take_rules();
                    if self.flow.screen() == Screen::Result && self.flow.depth() > 0 {
                        edge.announce(&edge.words().get(msg::YOUR_RESULT));
                    }
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let view = View {
            flow: &self.flow,
            words: ctx.props().cx.words(),
            send: ctx.link().callback(|act| act),
            arrivals: self.arrivals,
            lacks_words: self.lacks_words,
        };
        if self.flow.screen() == Screen::Result {
            if self.flow.is_whole() {
                result::screen(&view)
            } else {
                screens::result_to_come(&view)
            }
        } else {
            screens::question(&view)
        }
    }
}

impl App {
    fn bring(&mut self, ctx: &Context<Self>) {
        self.lacks_words = false;
        bring_words(ctx);
    }

    /// What makes the result did not come while the questions were answered: once more by itself, before
    /// anybody must press for it.
    fn ask_again(&mut self, ctx: &Context<Self>) {
        if self.lacks_words && self.flow.screen() == Screen::Result && !self.flow.is_whole() {
            self.bring(ctx);
        }
    }

    fn follow(&mut self, step: Move) {
        match step {
            Move::Stay => {}
            Move::Forward => {
                self.trail.forward();
                self.arrivals += 1;
            }
            // The device's history leads back, and `Act::Arrived` follows.
            Move::Back => self.trail.back(),
        }
    }

    fn back(&mut self) {
        match self.flow.question_before() {
            Some(before) if self.flow.depth() == 0 => {
                self.flow.open(before);
                self.follow(Move::Forward);
            }
            _ => self.trail.back(),
        }
    }
}

/// Those below the first answer, unless this language has all of them, and all of the program.
fn bring_words(ctx: &Context<App>) {
    let edge = &ctx.props().cx;
    if !edge.words().has(result::LATER) || !edge.page().is_whole() {
        edge.bring_words(ctx.link().callback(Act::Words));
    }
}

/// A flow with what the partner set. What cannot be read is left out, and said in the console.
fn started(edge: &Edge) -> Flow {
    let mut flow = Flow::new(edge.today());
    if !edge.page().is_whole() {
        flow.wait_for_rules();
    }
    if let Some(written) = edge.option("demand-rate") {
        match input::money(&written) {
            Ok(rate) if !rate.is_zero() => flow.set_demand(HourlyRate(rate)),
            _ => warn("demand-rate", &written, "pounds an hour, such as 15.00"),
        }
    }
    if let Some(written) = edge.option("nation")
        && !flow.choose_nation(&written)
    {
        warn(
            "nation",
            &written,
            "england, scotland, wales or northern-ireland",
        );
    }
    for Ignored { part, known_name } in edge
        .option("start")
        .map(|text| flow.prefill(&text))
        .unwrap_or_default()
    {
        warn(
            "start",
            &part,
            if known_name {
                "another value"
            } else {
                "a known name"
            },
        );
    }
    flow
}

/// Tells the site's owner, never the visitor.
fn warn(option: &str, written: &str, expected: &str) {
    // There is no console outside a browser, and asking for it there would panic.
    if cfg!(target_arch = "wasm32") {
        let line = [
            "swan-pay: data-",
            option,
            ": cannot use “",
            written,
            "”, expected ",
            expected,
        ];
        web_sys::console::warn_1(&line.concat().into());
    }
}
