//! What a key holder does with check-ins: opens its own half, proves with the other holder that the
//! whole is one answer to each question, and adds its halves up. It never sees an answer.
//!
//! The shape is DAP's (draft-ietf-ppm-dap): the first holder begins, the second answers and is done,
//! the first finishes. A check-in that fails anywhere is refused unread by both.

use prio::codec::{Encode, ParameterizedDecode};
use prio::vdaf::prio3::{Prio3Histogram, Prio3InputShare, Prio3PublicShare};
use prio::vdaf::{Aggregator, VerifyTransition};
use swansfeet_seal::SecretKey;

use crate::card::Card;
use crate::check_in::CheckIn;
use crate::histogram::{self, MESSAGE, VERIFIER};
use crate::place::Place;

type State = <Prio3Histogram as Aggregator<32, 16>>::VerifyState;
type Verifier = <Prio3Histogram as Aggregator<32, 16>>::VerifierShare;
type Message = <Prio3Histogram as Aggregator<32, 16>>::VerifierMessage;
type Output = <Prio3Histogram as prio::vdaf::Vdaf>::OutputShare;

/// What both holders check halves with. They alone know it, and it is of one week.
pub type VerifyKey = [u8; 32];

/// One holder at work on one place of one card.
pub struct Desk<'a> {
    role: usize,
    key: &'a SecretKey,
    verify_key: VerifyKey,
    questions: Vec<(Prio3Histogram, Vec<u8>)>,
}

/// A check-in that the first holder has begun, until the second has answered.
pub struct Begun(Vec<State>);

/// A holder's halves of a check-in that both have found right.
pub struct Halves(pub(crate) Vec<Output>);

impl<'a> Desk<'a> {
    /// The first holder's desk.
    #[must_use]
    pub fn first(card: &Card, place: Place, key: &'a SecretKey, verify_key: VerifyKey) -> Self {
        Self::new(0, card, place, key, verify_key)
    }

    /// The second holder's desk.
    #[must_use]
    pub fn second(card: &Card, place: Place, key: &'a SecretKey, verify_key: VerifyKey) -> Self {
        Self::new(1, card, place, key, verify_key)
    }

    fn new(
        role: usize,
        card: &Card,
        place: Place,
        key: &'a SecretKey,
        verify_key: VerifyKey,
    ) -> Self {
        let questions = card.pack().questions.iter().enumerate();
        let questions = questions
            .map(|(number, question)| {
                (
                    histogram::of(question),
                    histogram::context(card, place, number),
                )
            })
            .collect();
        Self {
            role,
            key,
            verify_key,
            questions,
        }
    }

    /// The first holder begins: what it keeps, and what it tells the second. None if its half does
    /// not open or is none.
    #[must_use]
    pub fn begin(&self, check_in: &CheckIn<'_>) -> Option<(Begun, Vec<u8>)> {
        let mut told = Vec::with_capacity(self.questions.len() * VERIFIER);
        let mut states = Vec::with_capacity(self.questions.len());
        for (state, verifier) in self.open(check_in)? {
            verifier.encode(&mut told).ok()?;
            states.push(state);
        }
        Some((Begun(states), told))
    }

    /// The second holder answers what the first told, and is done. None if the two halves are not
    /// one answer to each question.
    #[must_use]
    pub fn answer(&self, check_in: &CheckIn<'_>, told: &[u8]) -> Option<(Vec<u8>, Halves)> {
        let (told, rest) = told.as_chunks::<VERIFIER>();
        let opened = self.open(check_in)?;
        if !rest.is_empty() || told.len() != opened.len() {
            return None;
        }
        let mut answer = Vec::with_capacity(opened.len() * MESSAGE);
        let mut halves = Vec::with_capacity(opened.len());
        for (((state, own), told), (prio, context)) in
            opened.into_iter().zip(told).zip(&self.questions)
        {
            let theirs = Verifier::get_decoded_with_param(&state, told).ok()?;
            let message = prio
                .verifier_shares_to_message(context, &(), [theirs, own])
                .ok()?;
            message.encode(&mut answer).ok()?;
            halves.push(finished(prio, context, state, message)?);
        }
        Some((answer, Halves(halves)))
    }

    /// The first holder finishes with the second's answer. None if it is not one to what was begun.
    #[must_use]
    pub fn finish(&self, begun: Begun, answer: &[u8]) -> Option<Halves> {
        let (messages, rest) = answer.as_chunks::<MESSAGE>();
        if !rest.is_empty() || messages.len() != begun.0.len() {
            return None;
        }
        let parts = begun.0.into_iter().zip(messages).zip(&self.questions);
        let halves = parts.map(|((state, message), (prio, context))| {
            let message = Message::get_decoded_with_param(&state, message).ok()?;
            finished(prio, context, state, message)
        });
        halves.collect::<Option<_>>().map(Halves)
    }

    fn open(&self, check_in: &CheckIn<'_>) -> Option<Vec<(State, Verifier)>> {
        let half = check_in.half(self.role, self.key)?;
        let mut rest = &half[..];
        let questions = self.questions.iter().enumerate();
        let opened = questions.map(|(number, (prio, context))| {
            let public = check_in.public(number)?;
            let public = Prio3PublicShare::get_decoded_with_param(prio, public).ok()?;
            let length = self.half_of_one(number);
            let (share, after) = rest.split_at_checked(length)?;
            rest = after;
            let share = Prio3InputShare::get_decoded_with_param(&(prio, self.role), share).ok()?;
            prio.verify_init(
                &self.verify_key,
                context,
                self.role,
                &(),
                &check_in.nonce,
                &public,
                &share,
            )
            .ok()
        });
        let opened: Vec<_> = opened.collect::<Option<_>>()?;
        rest.is_empty().then_some(opened)
    }

    fn half_of_one(&self, number: usize) -> usize {
        match self.role {
            0 => histogram::first(self.questions[number].0.output_len()),
            _ => histogram::SECOND,
        }
    }
}

fn finished(
    prio: &Prio3Histogram,
    context: &[u8],
    state: State,
    message: Message,
) -> Option<Output> {
    match prio.verify_next(context, state, message).ok()? {
        VerifyTransition::Finish(half) => Some(half),
        // Prio3 has one round.
        VerifyTransition::Continue(..) => None,
    }
}
