//! Answers to be scored, in JSON: the fixed form of `swansfeet wellbeing score`.
//!
//! In: `{"id", "pack": "ons4", "answers": {"satisfied": 7, …}}`, or the answers as a list in the
//! pack's order. Out: `{"id", "bands": {"satisfied": "high", …}}`, or `{"id", "score", "band"}` where
//! the pack is added up. Knows no rule of its own and no language.

use std::sync::LazyLock;

use serde::ser::{Serialize, SerializeMap, Serializer};
use swansfeet_wellbeing::score::{Score, ScoreError, score};
use swansfeet_wellbeing::{Pack, Question};

use crate::read::{At, Id, Node, Object, Read, ReadError, ReadFault, Typed, Whole};

/// One set of answers.
#[derive(Debug)]
pub struct CheckIn {
    /// Given back with the answer.
    pub id: Option<Id>,
    /// What was asked.
    pub pack: &'static Pack,
    /// In the order of the pack's questions; `None` is "prefer not to say".
    pub answers: Vec<Option<u8>>,
}

/// Why a line has no score.
#[derive(Debug)]
pub enum Trouble {
    /// It cannot be read.
    Read(ReadError),
    /// A list of another length than the pack has questions.
    Count {
        /// How many it has.
        wanted: usize,
    },
    /// An answer that is wrong or lacking, with its field.
    Score(String, ScoreError),
}

impl From<ReadError> for Trouble {
    fn from(error: ReadError) -> Self {
        Trouble::Read(error)
    }
}

/// What the answers came to.
#[derive(Debug)]
pub struct Scored {
    /// As it came.
    pub id: Option<Id>,
    /// The bands, or the one figure.
    pub score: Score,
}

impl CheckIn {
    /// Reads the answers from one line of JSON.
    ///
    /// # Errors
    /// The first fault, with its field.
    pub fn from_json(line: &str) -> Result<CheckIn, Trouble> {
        let node = Node::parse(line)?;
        let object = Object::open(node, &At::Top, &["id", "pack", "answers"])?;
        let at = At::Field(&At::Top, "answers");
        let id = object.take("id")?;
        let Known(pack) = object.take("pack")?;
        let given = node.get("answers").filter(|node| node.text() != "null");
        let given = given.ok_or_else(|| at.fault(ReadFault::Missing))?;
        let answers = if given.text().starts_with('[') {
            from_list(given, &at, pack)?
        } else {
            from_object(given, &at, pack)?
        };
        Ok(CheckIn { id, pack, answers })
    }

    /// Scores the answers.
    ///
    /// # Errors
    /// The first answer that is out of range, or that a sum lacks.
    pub fn score(self) -> Result<Scored, Trouble> {
        let score = score(self.pack, &self.answers)
            .map_err(|error| Trouble::Score(field(error.question()), error))?;
        Ok(Scored { id: self.id, score })
    }
}

fn field(question: &Question) -> String {
    ["answers.", question.id].concat()
}

fn from_object(
    node: Node<'_>,
    at: &At<'_>,
    pack: &'static Pack,
) -> Result<Vec<Option<u8>>, Trouble> {
    let object = Object::open(node, at, names(pack))?;
    pack.questions
        .iter()
        .map(|question| {
            let read = object.take::<Given>(question.id);
            read.unwrap_or(Given::Wrong).of(question)
        })
        .collect()
}

fn from_list(node: Node<'_>, at: &At<'_>, pack: &'static Pack) -> Result<Vec<Option<u8>>, Trouble> {
    let rows = Vec::<Given>::read(node, at)?;
    if rows.len() != pack.questions.len() {
        let wanted = pack.questions.len();
        return Err(Trouble::Count { wanted });
    }
    let pairs = rows.into_iter().zip(pack.questions);
    pairs.map(|(given, question)| given.of(question)).collect()
}

/// An answer as it stands there. What is no whole number is as wrong as one out of range, and the
/// sentence that mends it is the same.
enum Given {
    NotSaid,
    Number(u16),
    Wrong,
}

impl Given {
    fn of(self, question: &'static Question) -> Result<Option<u8>, Trouble> {
        let answer = match self {
            Given::NotSaid => return Ok(None),
            Given::Number(number) => u8::try_from(number).ok(),
            Given::Wrong => None,
        };
        let is_in = |answer: &u8| (question.lowest..=question.highest).contains(answer);
        let answer = answer.filter(is_in);
        let wrong = || Trouble::Score(field(question), ScoreError::OutOfRange(question));
        answer.map(Some).ok_or_else(wrong)
    }
}

impl Read for Given {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        if node.text() == "null" {
            return Ok(Given::NotSaid);
        }
        let whole = Whole::read(node, at);
        Ok(whole.map_or(Given::Wrong, |Whole(number)| Given::Number(number)))
    }

    fn absent(_: &At<'_>) -> Result<Self, ReadError> {
        Ok(Given::NotSaid)
    }
}

/// A pack by its name.
struct Known(&'static Pack);

impl Read for Known {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        let Typed(name) = Typed::read(node, at)?;
        let choices = || {
            let all: Vec<&str> = Pack::ALL.iter().map(|pack| pack.id).collect();
            all.join(", ")
        };
        let unknown = || at.fault(ReadFault::NotAChoice { choices: choices() });
        Pack::named(&name).map(Known).ok_or_else(unknown)
    }
}

/// The ids of a pack's questions.
fn names(pack: &Pack) -> &'static [&'static str] {
    static NAMES: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
        let ids = |pack: &Pack| pack.questions.iter().map(|question| question.id).collect();
        Pack::ALL.iter().map(|pack| (pack.id, ids(pack))).collect()
    });
    let found = NAMES.iter().find(|(id, _)| *id == pack.id);
    found.map_or(&[], |(_, names)| names)
}

impl Serialize for Scored {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("id", &self.id)?;
        match &self.score {
            Score::Bands(bands) => object.serialize_entry("bands", &InOrder(bands))?,
            Score::Total { score, band } => {
                object.serialize_entry("score", score)?;
                object.serialize_entry("band", band)?;
            }
        }
        object.end()
    }
}

/// Bands in the order in which they were asked about.
struct InOrder<'a>(&'a [(&'static str, &'static str)]);

impl Serialize for InOrder<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}
