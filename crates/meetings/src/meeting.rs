//! One meeting, as every feed is read into it.

use crate::seek::around;
use swansfeet_places::{Point, Postcode};

use crate::Schedule;

/// A meeting or a series of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Stable, and unique within its feed; a calendar's UID.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is, in plain text; may be empty.
    pub about: String,
    /// When.
    pub schedule: Schedule,
    /// Online, in a room, or both.
    pub attend: Attend,
    /// The room, where there is one.
    pub venue: Option<Venue>,
    /// How to join online or by telephone.
    pub joining: Joining,
    /// Who runs it.
    pub organiser: Organiser,
    /// Ids of the roles that it is for (`home-care`, `personal-assistant`, …); empty: everybody.
    pub roles: Vec<String>,
    /// Who may come.
    pub open_to: OpenTo,
    /// Languages spoken, as BCP 47 tags in lower case (`en`, `pl`); empty: not said.
    pub languages: Vec<String>,
    /// What there is for people who need it.
    pub access: Access,
    /// Whether it is run for women only.
    pub women_only: bool,
    /// Whether it takes place.
    pub status: Status,
    /// A page about it, if there is one.
    pub page: Option<String>,
}

/// How one is there.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Attend {
    /// Online or by telephone.
    Online,
    /// In a room.
    InPerson,
    /// Either.
    Hybrid,
}

impl Attend {
    /// The name in feeds and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Attend::Online => "online",
            Attend::InPerson => "in-person",
            Attend::Hybrid => "hybrid",
        }
    }

    /// Whether one can be there without going anywhere.
    #[must_use]
    pub const fn is_online(self) -> bool {
        !matches!(self, Attend::InPerson)
    }

    /// Whether there is a room to go to.
    #[must_use]
    pub const fn in_a_room(self) -> bool {
        !matches!(self, Attend::Online)
    }
}

/// A room and where it is.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Venue {
    /// `Unity Hall`.
    pub name: String,
    /// One line; may be empty or withheld.
    pub address: String,
    /// Its postcode, if the feed gave one that is one.
    pub postcode: Option<Postcode>,
    /// Where it is.
    pub place: Option<Place>,
    /// The address is handed out only when somebody asks for it.
    pub withheld: bool,
}

impl Venue {
    /// Its name, address and postcode on one line; what is withheld is not on it.
    #[must_use]
    pub fn line(&self) -> String {
        let written = |code: Postcode| [code.outcode().as_str(), " ", code.incode()].concat();
        let postcode = self.postcode.map(written).unwrap_or_default();
        let mut line = String::new();
        let rest = [self.address.as_str(), &postcode];
        let rest = rest.into_iter().filter(|_| !self.withheld);
        for part in [self.name.as_str()].into_iter().chain(rest) {
            // Many feeds begin the address with the name, and end it with the postcode.
            if !part.is_empty() && part.starts_with(&line) {
                line.clear();
            } else if part.is_empty() || around(&line, part).is_some() {
                continue;
            }
            if !line.is_empty() {
                line.push_str(", ");
            }
            line.push_str(part);
        }
        line
    }
}

/// A point, and how far off it may be.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Place {
    /// Where.
    pub point: Point,
    /// Off by at most about so many miles; 0: exact enough to walk there.
    pub within_miles: u8,
}

/// How to join.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Joining {
    /// The link, `https` only.
    pub link: Option<String>,
    /// The number to ring.
    pub phone: Option<String>,
    /// What else one must know: a code, where to press.
    pub note: String,
    /// All this is handed out only when somebody asks for it. Where it is true and nothing is here,
    /// the hub has it.
    pub withheld: bool,
    /// Where it is handed out to whoever asks, as an address beside the feed's own; nothing: what is
    /// withheld is here and only hidden.
    pub ask: Option<String>,
}

/// Who runs a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Organiser {
    /// `Care Workers' Circle, Leeds`.
    pub name: String,
    /// Their page.
    pub link: Option<String>,
}

/// Who may come.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum OpenTo {
    /// Anybody.
    #[default]
    All,
    /// Members of this union.
    Union(String),
}

/// One thing that some people need.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum AccessNeed {
    /// No step from the street to the seat.
    StepFree,
    /// British Sign Language.
    Bsl,
    /// Live captions.
    Captions,
    /// Somebody looks after children.
    Childcare,
    /// A quiet room, few people, no clapping.
    Quiet,
}

impl AccessNeed {
    /// All of them, in the order that they are shown.
    pub const ALL: [AccessNeed; 5] = [
        AccessNeed::StepFree,
        AccessNeed::Bsl,
        AccessNeed::Captions,
        AccessNeed::Childcare,
        AccessNeed::Quiet,
    ];

    /// The name in feeds and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            AccessNeed::StepFree => "step-free",
            AccessNeed::Bsl => "bsl",
            AccessNeed::Captions => "captions",
            AccessNeed::Childcare => "childcare",
            AccessNeed::Quiet => "quiet",
        }
    }

    /// The one with this [`AccessNeed::id`].
    #[must_use]
    pub fn by_id(id: &str) -> Option<AccessNeed> {
        AccessNeed::ALL.into_iter().find(|need| need.id() == id)
    }
}

/// What there is for people who need it: a set of [`AccessNeed`]s.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Default)]
pub struct Access(u8);

impl Access {
    /// With this one too.
    #[must_use]
    pub const fn with(self, need: AccessNeed) -> Access {
        Access(self.0 | 1 << need as u8)
    }

    /// Without this one.
    #[must_use]
    pub const fn without(self, need: AccessNeed) -> Access {
        Access(self.0 & !(1 << need as u8))
    }

    /// Whether this one is there.
    #[must_use]
    pub const fn has(self, need: AccessNeed) -> bool {
        self.0 & 1 << need as u8 != 0
    }

    /// Whether all of these are there.
    #[must_use]
    pub const fn has_all(self, needs: Access) -> bool {
        self.0 & needs.0 == needs.0
    }

    /// Those that are there, in the order that they are shown.
    pub fn needs(self) -> impl Iterator<Item = AccessNeed> {
        AccessNeed::ALL
            .into_iter()
            .filter(move |need| self.has(*need))
    }
}

impl FromIterator<AccessNeed> for Access {
    fn from_iter<I: IntoIterator<Item = AccessNeed>>(needs: I) -> Access {
        needs.into_iter().fold(Access::default(), Access::with)
    }
}

/// Whether a meeting takes place.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Default)]
pub enum Status {
    /// It does.
    #[default]
    Confirmed,
    /// Not sure yet.
    Tentative,
    /// All of it is called off. It stays in feeds, so that calendars hear of it.
    Cancelled,
}
