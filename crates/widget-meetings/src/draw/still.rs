//! Parts of the picture that stay as they are while others change. Yew compares every attribute of
//! every element at each drawing, and most elements here are filters, of which a key changes none: so
//! a part with the same key as before is neither drawn nor compared.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VComp;

/// What is shown, by its place: its key, none where it is not shown; and how often it was drawn.
#[derive(Default)]
pub(crate) struct Still(RefCell<[(Option<String>, u32); PLACES]>);

/// How many places there are: of the filters, and of what stands around them in the list.
const PLACES: usize = super::list::PLACES;

impl Still {
    /// The part of that place, drawn only if its key is another one than last time. All that it
    /// shows must be in the key, and it must stand at the same place among its neighbours each time.
    pub(super) fn part(&self, place: usize, key: String, draw: &dyn Fn() -> Html) -> Html {
        let mut parts = self.0.borrow_mut();
        let (before, drawing) = &mut parts[place];
        let mut html = Html::default();
        if before.as_ref() != Some(&key) {
            *before = Some(key);
            *drawing += 1;
            html = draw();
        }
        let piece = Piece {
            place,
            drawing: *drawing,
            html: Rc::new(RefCell::new(html)),
        };
        VComp::new::<Part>(Rc::new(piece), None).into()
    }

    /// To be called before a picture in which parts are missing: what has left the page is drawn anew.
    pub(super) fn forget(&self) {
        for (key, _) in self.0.borrow_mut().iter_mut() {
            *key = None;
        }
    }
}

#[derive(Properties)]
struct Piece {
    place: usize,
    drawing: u32,
    /// Taken when it is shown: what is held twice would be copied.
    html: Rc<RefCell<Html>>,
}

impl PartialEq for Piece {
    fn eq(&self, other: &Self) -> bool {
        (self.place, self.drawing) == (other.place, other.drawing)
    }
}

struct Part;

impl Component for Part {
    type Message = ();
    type Properties = Piece;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().html.take()
    }
}
