//! What was typed and ticked, and what the hub says to it.

use swansfeet_embed::net::Reply;
use swansfeet_words::Msg;

use super::{Failure, Field, Flow, Screen, Sending, Thanks, failed};
use crate::msg;

/// What the app must do after an answer of the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Show what is there now.
    Show,
    /// One screen on.
    Forward,
    /// Load the campaign again: it is another.
    Reload,
    /// Solve the puzzle in the answer, and send again.
    Solve,
}

/// So many puzzles are solved for one signature.
const PUZZLES: u8 = 3;

impl Flow {
    /// What was typed or chosen.
    #[must_use]
    pub fn typed(&self, field: Field) -> &str {
        &self.answers[field as usize]
    }

    /// Takes over what was typed or chosen.
    pub fn type_in(&mut self, field: Field, text: String) {
        self.answers[field as usize] = text;
        self.refused = self.refused.filter(|(refused, _)| *refused != field);
    }

    /// The ids that are ticked in a list.
    pub fn ticked(&self, field: Field) -> impl Iterator<Item = &str> {
        self.typed(field).split(' ').filter(|id| !id.is_empty())
    }

    /// Ticks an id in a list, or takes the tick off.
    pub fn tick(&mut self, field: Field, id: &str) {
        let mut left = String::new();
        let mut was_on = false;
        for known in self.ticked(field) {
            if known == id {
                was_on = true;
            } else {
                left.push_str(known);
                left.push(' ');
            }
        }
        if !was_on {
            left.push_str(id);
        }
        self.type_in(field, left);
    }

    /// Changes between signing by email and by code. What was typed in either stays.
    pub fn swap_code(&mut self) {
        self.by_code = !self.by_code;
        self.shows_problems = false;
    }

    /// The hub has answered to the signature.
    pub fn answered(&mut self, reply: &Reply, is_offline: bool) -> Next {
        let code = reply.body.at("error").at("code").text();
        let code = code.as_deref().unwrap_or_default();
        match (reply.status, code) {
            (201 | 202, _) if reply.body.at("accepted").is_true() => self.taken(reply),
            // One that took too long is set anew; for ever, they would only wear out a phone.
            (428, _) if self.puzzles < PUZZLES => {
                self.puzzles += 1;
                self.sending = Sending::Solving;
                Next::Solve
            }
            (428, _) => self.fail(Failure::TooMany),
            (409, "changed") | (403, "closed" | "not-yet") | (422, "no-mail") => Next::Reload,
            (409, "used-code") => self.refuse(Field::Code, msg::ERROR_CODE_USED),
            (422, "bad-code") => self.refuse(Field::Code, msg::ERROR_CODE_UNKNOWN),
            (422, "bad-email") => self.refuse(Field::Email, msg::ERROR_EMAIL_REFUSED),
            // A success that says nothing of it is none.
            (200..=299, _) => self.fail(Failure::Broken),
            _ => self.fail(failed(reply, is_offline)),
        }
    }

    fn taken(&mut self, reply: &Reply) -> Next {
        let is_again = self.thanks.is_some();
        let email = reply.body.at("mail").is_true();
        let withdraw = reply.body.at("withdraw").text();
        let thanks = Thanks {
            email: email.then(|| {
                self.email()
                    .map(|email| email.address())
                    .unwrap_or_default()
            }),
            withdraw: withdraw.filter(|link| link.starts_with("http")),
            is_again,
        };
        if is_again {
            self.thanks = Some(thanks);
            self.sending = Sending::Idle;
            return Next::Show;
        }
        self.signed(thanks);
        Next::Forward
    }

    fn refuse(&mut self, field: Field, message: Msg) -> Next {
        self.refused = Some((field, message));
        self.sending = Sending::Idle;
        self.open(Screen::About);
        self.mend();
        Next::Forward
    }

    /// It could not be sent.
    pub fn fail(&mut self, failure: Failure) -> Next {
        self.puzzles = 0;
        self.sending = Sending::Failed(failure);
        Next::Show
    }
}
