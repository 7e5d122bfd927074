//! From answers to what the hub gets: two sealed halves in exactly 4,096 bytes, whatever was answered.

use swansfeet_embed::{Page, Random, base64};
use swansfeet_wellbeing::check_in::seal;
use swansfeet_wellbeing::{Card, Place};

use crate::flow::Failure;

/// The request, as JSON.
///
/// # Errors
/// The browser has no random bytes, or the card and the answers do not fit each other.
#[inline(never)]
pub fn request(
    card: &Card,
    place: Place,
    cells: &[usize],
    page: &dyn Page,
) -> Result<String, Failure> {
    let mut random = Random::of(page).ok_or(Failure::NoRandom)?;
    let sealed = seal(card, place, cells, &mut random).map_err(|_| Failure::Refused)?;
    Ok([
        "{\"wellbeing\":\"",
        &base64::write(base64::STANDARD, &sealed),
        "\"}",
    ]
    .concat())
}
