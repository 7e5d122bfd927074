//! Whether everything on the form is right. The rules are `swansfeet_demands::Form`'s; the code of
//! an organiser, and what the hub has said, stand beside them.

use swansfeet_demands::code::Code;
use swansfeet_demands::form::{Checked, FieldError, Form};
use swansfeet_demands::seal::TextError;
use swansfeet_words::Msg;

use super::{Field, Flow, UNICODE};

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The form's own check.
    Form(FieldError),
    /// The code.
    Code(TextError),
    /// What the hub said.
    Refused(Msg),
}

impl Flow {
    /// The code, as it is sent.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn code(&self) -> Result<Code, TextError> {
        Code::read(self.typed(Field::Code))
    }

    /// Checks the whole form.
    ///
    /// # Errors
    /// Everything that is wrong, field by field.
    #[inline(never)]
    pub fn check(&self) -> Result<Checked, Vec<(Field, Problem)>> {
        let Some(loaded) = self.campaign() else {
            return Err(Vec::new());
        };
        let priorities: Vec<&str> = self.ticked(Field::Priorities).collect();
        let typed = |field: Field| self.typed(field);
        let form = Form {
            name: typed(Field::Name),
            email: (!self.by_code).then(|| typed(Field::Email)),
            postcode: typed(Field::Postcode),
            category: typed(Field::Category),
            union: typed(Field::Union),
            workplace: typed(Field::Workplace),
            comment: typed(Field::Comment),
            priorities: &priorities,
            agreed: !typed(Field::Agree).is_empty(),
        };
        let checked = form.check(&loaded.campaign, UNICODE);
        match (checked, self.wrong_beside_it()) {
            (Ok(checked), None) => Ok(checked),
            (checked, other) => Err(in_order(checked.err().unwrap_or_default(), other)),
        }
    }

    /// What is wrong with the code, which is no part of the domain's form, or what the hub said.
    fn wrong_beside_it(&self) -> Option<(Field, Problem)> {
        if self.by_code
            && let Err(error) = self.code()
        {
            return Some((Field::Code, Problem::Code(error)));
        }
        let unused = if self.by_code {
            Field::Email
        } else {
            Field::Code
        };
        let (field, message) = self.refused?;
        (field != unused).then_some((field, Problem::Refused(message)))
    }
}

/// One problem a field, in the order in which they are asked.
fn in_order(errors: Vec<FieldError>, mut other: Option<(Field, Problem)>) -> Vec<(Field, Problem)> {
    let mut problems = Vec::new();
    for field in Field::ALL {
        if let Some(error) = errors.iter().find(|error| Field::of(error.field) == field) {
            problems.push((field, Problem::Form(*error)));
        } else if let Some(found) = other.take_if(|(at, _)| *at == field) {
            problems.push(found);
        }
    }
    problems
}
