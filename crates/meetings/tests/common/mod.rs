//! A meeting with nothing special about it.

use swansfeet_meetings::{Access, Attend, Joining, Meeting, OpenTo, Organiser, Schedule, Status};

/// Online, open to all, one hour on a Tuesday evening in March 2026.
pub(crate) fn meeting(id: &str) -> Meeting {
    let start = "2026-03-10T19:00:00".parse().expect("a time");
    Meeting {
        id: id.to_owned(),
        title: id.to_owned(),
        about: String::new(),
        schedule: Schedule::once(start, 60),
        attend: Attend::Online,
        venue: None,
        joining: Joining::default(),
        organiser: Organiser::default(),
        roles: Vec::new(),
        open_to: OpenTo::All,
        languages: Vec::new(),
        access: Access::default(),
        women_only: false,
        status: Status::Confirmed,
        page: None,
    }
}
