//! JSON that somebody else has parsed.

/// A value with the line that it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Counted from 1; 0 where lines are not known.
    pub line: u32,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, in the order of the file.
    Map(Vec<(String, Value)>),
}
