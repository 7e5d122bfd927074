//! How to join, once asked for: until then a way that is withheld is in no picture, file or link.

use swansfeet_embed::net::Reply;

use super::State;
use crate::feeds::Way;

/// How to join, once asked for.
pub(crate) enum Join {
    /// By its number, so that the answer finds its way when the list has changed meanwhile.
    Asking(u32),
    Failed,
    There,
}

impl State {
    pub(crate) fn join_of(&self, meeting: usize) -> Option<&Join> {
        let known = self.joins.iter().find(|(index, _)| *index == meeting);
        known.map(|(_, join)| join)
    }

    pub(crate) fn set_join(&mut self, meeting: usize, join: Join) {
        self.joins.retain(|(index, _)| *index != meeting);
        self.joins.push((meeting, join));
    }

    /// The hub is asked how to join a meeting: the question's number.
    pub(crate) fn ask_how(&mut self, meeting: usize) -> u32 {
        self.questions += 1;
        self.set_join(meeting, Join::Asking(self.questions));
        self.questions
    }

    /// The hub has said how to join, or has not.
    pub(crate) fn answered(&mut self, question: u32, reply: &Reply) {
        let is_it = |join: &Join| matches!(join, Join::Asking(number) if *number == question);
        let Some(&(meeting, _)) = self.joins.iter().find(|(_, join)| is_it(join)) else {
            return;
        };
        let way = (reply.body.answer_text()).filter(|_| reply.status == 200);
        match way.and_then(|answer| Way::read(&answer)) {
            Some(way) => self.tell(meeting, Some(way)),
            None => self.set_join(meeting, Join::Failed),
        }
    }

    /// Withholds no more: what the hub has said, or else what was here already and was only folded away.
    pub(crate) fn tell(&mut self, meeting: usize, way: Option<Way>) {
        self.set_join(meeting, Join::There);
        let Some(known) = self.catalogue.meeting_mut(meeting) else {
            return;
        };
        let joining = &mut known.joining;
        joining.withheld = false;
        if let Some(way) = way {
            joining.link = way.link;
            joining.phone = way.phone;
            joining.note = way.note;
            if !way.address.is_empty() {
                known.venue.get_or_insert_default().address = way.address;
            }
        }
        if let Some(venue) = &mut known.venue {
            venue.withheld = false;
        }
    }
}
