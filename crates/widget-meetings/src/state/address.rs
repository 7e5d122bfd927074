//! The filter behind the # of the page's address, from where a list is shared and to where people go back.

use swansfeet_embed::{Context, device};
use swansfeet_meetings::find::Filter;

use super::State;

impl State {
    /// Puts the filter into the address, if nobody has changed it since then. Draws nothing.
    pub(crate) fn address(&self, cx: &Context, changes: u32) -> bool {
        if is_ours(cx) && changes == self.changes {
            device::set_fragment(&self.fragment());
        }
        false
    }

    /// Somebody has followed a link to another list, or has gone back.
    pub(crate) fn follow(&mut self, cx: &Context) {
        let wanted = wanted(cx);
        if is_ours(cx) && wanted != self.filter {
            self.filter = wanted;
            self.filtered(cx);
        }
    }

    /// The filter as it stands behind the # of an address; empty where nothing is asked for.
    pub(crate) fn fragment(&self) -> String {
        let filter = self.filter.to_fragment();
        if filter.is_empty() && !self.has_own {
            filter
        } else {
            [FRAGMENT, &filter].concat()
        }
    }
}

/// The filter of the page's address, or else of the tag.
pub(super) fn wanted(cx: &Context) -> Filter {
    let here = cx.page().fragment();
    let given = cx.option("filter").unwrap_or_default();
    Filter::from_fragment(of_fragment(&here).unwrap_or(&given))
}

/// What a shared list's address has behind its #.
const FRAGMENT: &str = "#meetings?";

/// A page that uses its address for something else keeps it.
fn is_ours(cx: &Context) -> bool {
    let here = cx.page().fragment();
    here.len() < 2 || of_fragment(&here).is_some()
}

fn of_fragment(fragment: &str) -> Option<&str> {
    fragment.strip_prefix(FRAGMENT)
}
