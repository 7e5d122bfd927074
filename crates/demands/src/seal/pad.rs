//! Padding to steps of 256 bytes: two bytes of length, the content, zeros.

/// The most that is sealed in one record.
pub const LONGEST: usize = 16 * 1024;

const STEP: usize = 256;
const LENGTH: usize = 2;

/// `content` with its length in front and zeros behind; none if it is longer than [`LONGEST`].
pub(super) fn add(content: &[u8]) -> Option<Vec<u8>> {
    if content.len() > LONGEST {
        return None;
    }
    let length = u16::try_from(content.len()).ok()?;
    let size = (LENGTH + content.len()).next_multiple_of(STEP);
    let mut padded = Vec::with_capacity(size);
    padded.extend_from_slice(&length.to_be_bytes());
    padded.extend_from_slice(content);
    padded.resize(size, 0);
    Some(padded)
}

/// The content; none if the padding is not what [`add`] makes.
pub(super) fn strip(padded: &[u8]) -> Option<&[u8]> {
    let (length, rest) = padded.split_first_chunk::<LENGTH>()?;
    let length = usize::from(u16::from_be_bytes(*length));
    let (content, zeros) = rest.split_at_checked(length)?;
    let right_size = padded.len() == (LENGTH + length).next_multiple_of(STEP);
    (right_size && zeros.iter().all(|byte| *byte == 0)).then_some(content)
}
