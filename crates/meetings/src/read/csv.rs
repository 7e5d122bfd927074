//! Tables.
use super::gather::Gather;
pub(crate) fn read(_text: &str, _gather: &mut Gather) {}
