//! What a person typed, chose or ticked, and what becomes of it.

use chrono::Weekday;
use swansfeet_embed::Context;
use swansfeet_meetings::AccessNeed;
use swansfeet_meetings::figures::figures;
use swansfeet_meetings::find::{Filter, Often, Open, PartOfDay, Ways, Women};

use super::{Field, Goal, Group, PAGE, State};
use crate::near::Near;

impl State {
    /// Something was typed or chosen.
    pub(crate) fn type_in(&mut self, cx: &Context, field: Field, text: String) {
        match field {
            Field::Search => self.filter.text = text,
            Field::Near => {
                let before = self.near.place();
                self.near = Near::read(&text);
                self.near_typed = text;
                if before != self.near.place() {
                    if self.near.place().is_none() && self.filter.miles.take().is_some() {
                        self.changes += 1;
                    }
                    self.prepare(cx);
                }
                return;
            }
            Field::Shifts => {
                self.shifts.typed = text;
                self.read_shifts(cx);
                return;
            }
            Field::Journey => {
                self.shifts.settings.journey_minutes = number(&text);
                return;
            }
            Field::Rest => {
                self.shifts.settings.rest_minutes_after_night = number(&text);
                return;
            }
            Field::Miles => self.filter.miles = Some(number(&text)).filter(|miles| *miles > 0),
            Field::Open => self.filter.open = open(&text),
            Field::Women => self.filter.women = women(&text),
            Field::Often => self.filter.often = often(&text),
        }
        self.filtered(cx);
    }

    /// A row of a group was ticked, or its tick taken off.
    pub(crate) fn tick(&mut self, cx: &Context, group: Group, id: &str) {
        let filter = &mut self.filter;
        let number = figures(id).unwrap_or_default() as usize;
        match group {
            Group::How => {
                if let Some(&how) = Ways::ALL.get(number) {
                    filter.ways = filter.ways.set(how, !filter.ways.has(how));
                }
            }
            Group::Day => {
                if let Ok(day) = Weekday::try_from(number as u8) {
                    filter.days = filter.days.set(day, !filter.days.has(day));
                }
            }
            Group::Part => {
                if let Some(&part) = PartOfDay::ALL.get(number) {
                    filter.parts = filter.parts.set(part, !filter.parts.has(part));
                }
            }
            Group::Role => flip(&mut filter.roles, id),
            Group::Language => flip(&mut filter.languages, id),
            Group::Access => {
                if let Some(need) = AccessNeed::by_id(id) {
                    let has = filter.access.has(need);
                    filter.access = if has {
                        filter.access.without(need)
                    } else {
                        filter.access.with(need)
                    };
                }
            }
            Group::Fits => filter.fits = !filter.fits,
        }
        self.filtered(cx);
    }

    pub(crate) fn clear(&mut self, cx: &Context) {
        self.filter = Filter::default();
        self.filtered(cx);
        self.gone_to = Some(Goal::Count);
    }

    pub(super) fn filtered(&mut self, cx: &Context) {
        self.limit = PAGE;
        self.said = None;
        self.changes += 1;
        self.find(cx);
    }
}

fn flip(list: &mut Vec<String>, id: &str) {
    if let Some(at) = list.iter().position(|known| known == id) {
        list.remove(at);
    } else {
        list.push(id.to_owned());
    }
}

fn open(id: &str) -> Open {
    match id {
        "" => Open::Any,
        "all" => Open::All,
        union => Open::Union(union.to_owned()),
    }
}

fn women(id: &str) -> Women {
    match id {
        "only" => Women::Only,
        "hide" => Women::Hidden,
        _ => Women::Shown,
    }
}

fn often(id: &str) -> Often {
    match id {
        "weekly" => Often::Weekly,
        "once" => Often::Once,
        _ => Often::Any,
    }
}

/// A number from a list; 0 where there is none.
#[inline(never)]
fn number(text: &str) -> u16 {
    u16::try_from(figures(text).unwrap_or_default()).unwrap_or_default()
}
