//! Which filters some meeting answers: nobody is offered one that finds nothing. Looked up when a list
//! comes, and not at each key pressed.

use swansfeet_meetings::{Meeting, OpenTo};

/// What can be asked for, each in the order of its ids.
#[derive(Default)]
pub(crate) struct Offers {
    pub(crate) roles: Vec<String>,
    /// By their first part: `en` for `en-gb`.
    pub(crate) languages: Vec<String>,
    pub(crate) unions: Vec<String>,
    /// There are meetings for women only.
    pub(crate) women: bool,
}

impl Offers {
    pub(crate) fn of(meetings: &[Meeting]) -> Self {
        let mut offers = Self::default();
        for meeting in meetings {
            for role in &meeting.roles {
                add(&mut offers.roles, role);
            }
            for tag in &meeting.languages {
                add(&mut offers.languages, tag.split('-').next().unwrap_or(tag));
            }
            if let OpenTo::Union(name) = &meeting.open_to {
                add(&mut offers.unions, name);
            }
            offers.women |= meeting.women_only;
        }
        offers
    }
}

#[inline(never)]
fn add(list: &mut Vec<String>, id: &str) {
    if let Err(at) = list.binary_search_by(|known| known.as_str().cmp(id)) {
        list.insert(at, id.to_owned());
    }
}
