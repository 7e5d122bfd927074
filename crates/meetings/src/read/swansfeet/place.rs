//! Where a meeting of our own feed is, how one joins it, who runs it and who may come.

use super::Fields;
use crate::read::fields::{flag, link, link_in, quoted, text_of};
use crate::read::gather::{At, Gather};
use crate::read::{Value, clean, draft};
use crate::{Joining, OpenTo, Organiser, Venue};

const PLACE: [&str; 7] = [
    "name",
    "address",
    "postcode",
    "latitude",
    "longitude",
    "within_miles",
    "withheld",
];

pub(super) fn place(value: &Value, at: At, gather: &mut Gather) -> Option<Venue> {
    let at = At {
        line: value.line,
        ..at
    };
    if let Some(text) = value.text() {
        return draft::venue(text);
    }
    let mut names = Fields::new(gather, at, "venue.");
    names.known(value, &PLACE);
    // All but the last are texts or numbers.
    names.texts(value, &PLACE[..6]);
    let mut venue = Venue {
        name: text_of(value, "name", clean::NAME),
        address: text_of(value, "address", clean::NAME * 2),
        withheld: flag(value, "withheld", "venue.withheld", at, gather),
        ..Venue::default()
    };
    let postcode = text_of(value, "postcode", 20);
    if !postcode.is_empty() {
        venue.postcode = draft::postcode(&postcode);
        if venue.postcode.is_none() {
            gather.note(
                at,
                "venue.postcode",
                quoted(&postcode, "is no UK postcode and was left out"),
            );
        }
    }
    let latitude = value.get("latitude").and_then(Value::text);
    let longitude = value.get("longitude").and_then(Value::text);
    if latitude.is_some() || longitude.is_some() {
        venue.place = draft::point(latitude.unwrap_or_default(), longitude.unwrap_or_default());
        if venue.place.is_none() {
            gather.note(
                at,
                "venue.latitude",
                "latitude and longitude are no point on earth and were left out",
            );
        }
    }
    if let (Some(place), Some(miles)) = (&mut venue.place, value.get("within_miles")) {
        place.within_miles = miles
            .whole()
            .and_then(|n| u8::try_from(n).ok())
            .unwrap_or(u8::MAX);
    }
    (venue != Venue::default()).then_some(venue)
}

pub(super) fn joining(value: &Value, at: At, gather: &mut Gather) -> Joining {
    let at = At {
        line: value.line,
        ..at
    };
    if value.text().is_some() {
        return Joining {
            link: link_in(value, "join", at, gather, clean::https),
            ..Joining::default()
        };
    }
    let mut names = Fields::new(gather, at, "join.");
    names.known(value, &["link", "phone", "note", "withheld", "ask"]);
    names.texts(value, &["link", "phone", "note", "ask"]);
    let mut joining = Joining {
        link: link(value, "link", "join.link", at, gather, clean::https),
        phone: None,
        note: value
            .get("note")
            .and_then(Value::text)
            .map_or_else(String::new, |note| clean::block(note, 1_000)),
        withheld: flag(value, "withheld", "join.withheld", at, gather),
        ask: None,
    };
    if let Some(phone) = value.get("phone").and_then(Value::text) {
        joining.phone = clean::phone(phone);
        if joining.phone.is_none() && !phone.trim().is_empty() {
            gather.note(
                at,
                "join.phone",
                quoted(phone, "is no telephone number and was left out"),
            );
        }
    }
    if let Some(ask) = value.get("ask").and_then(Value::text) {
        let own = ask.starts_with('/')
            && !ask.starts_with("//")
            && clean::line(ask, 500) == ask
            && !ask.contains('\\');
        match clean::https(ask) {
            _ if own => joining.ask = Some(ask.to_owned()),
            Ok(ask) => joining.ask = Some(ask),
            Err(why) => gather.note(at, "join.ask", why),
        }
    }
    joining
}

pub(super) fn organiser(value: &Value, at: At, gather: &mut Gather) -> Organiser {
    let at = At {
        line: value.line,
        ..at
    };
    if let Some(name) = value.text() {
        return Organiser {
            name: clean::line(name, clean::NAME),
            link: None,
        };
    }
    let mut names = Fields::new(gather, at, "organiser.");
    names.known(value, &["name", "link"]);
    names.texts(value, &["name", "link"]);
    Organiser {
        name: text_of(value, "name", clean::NAME),
        link: link(value, "link", "organiser.link", at, gather, clean::link),
    }
}

pub(super) fn open_to(value: &Value, at: At, gather: &mut Gather) -> OpenTo {
    let Some(open) = value.get("open_to") else {
        return OpenTo::All;
    };
    let union = text_of(open, "union", clean::NAME);
    if !union.is_empty() {
        return OpenTo::Union(union);
    }
    if open.text() != Some("all") {
        let at = At {
            line: open.line,
            ..at
        };
        gather.note(
            at,
            "open_to",
            "this is “all” or {\"union\": \"its name\"}; it was taken for all",
        );
    }
    OpenTo::All
}
