//! x
/// x
pub struct FileError;
/// x
pub struct Problem;
