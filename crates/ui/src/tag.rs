//! How components draw: one element after the other, by calls.
//!
//! `html!` writes out, for every element, how its attributes are stored and its children joined:
//! some 300 bytes of wasm each, and the components of one widget have a hundred. A call is a
//! third of that. Only what is in [`At`] can be set, so no component can have an inline style.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VTag, VText,
};

macro_rules! attributes {
    ($($at:ident $name:literal,)*) => {
        /// The attributes that components have.
        #[derive(Clone, Copy)]
        pub enum At { $(#[doc = $name] $at,)* }

        /// Every element has all of them, most without a value: Yew then compares two drawings
        /// of any element value by value and hashes no names.
        const NAMES: &[&str] = &[$($name,)*];
    };
}

attributes! {
    Class "class",
    Id "id",
    Part "part",
    Role "role",
    Lang "lang",
    Dir "dir",
    Type "type",
    Name "name",
    For "for",
    Tabindex "tabindex",
    Label "aria-label",
    LabelledBy "aria-labelledby",
    DescribedBy "aria-describedby",
    Controls "aria-controls",
    Selected "aria-selected",
    Expanded "aria-expanded",
    Hidden "aria-hidden",
    Busy "aria-busy",
    Disabled "aria-disabled",
    AriaInvalid "aria-invalid",
    Invalid "data-invalid",
    Kind "data-kind",
    Tone "data-tone",
    Width "data-width",
    Done "data-done",
    On "data-on",
    Long "data-long",
    Filling "data-filling",
    Inputmode "inputmode",
    Enterkeyhint "enterkeyhint",
    Autocomplete "autocomplete",
    Autocapitalize "autocapitalize",
    Spellcheck "spellcheck",
    Novalidate "novalidate",
    Open "open",
    Picked "selected",
    Accept "accept",
    Value "value",
    Href "href",
    Target "target",
    Rel "rel",
    Scope "scope",
    Focusable "focusable",
    X "x",
    X1 "x1",
    X2 "x2",
    Y1 "y1",
    Y2 "y2",
    Wide "width",
    High "height",
}

/// What components listen for.
#[derive(Clone, Copy)]
pub enum Hears {
    /// A press.
    Click,
    /// A choice made.
    Change,
    /// A letter typed.
    Input,
    /// A key.
    Keydown,
    /// A form sent off.
    Submit,
}

/// The value of a sign that is either there or not.
pub const YES: &str = "true";

/// An element in the making.
pub struct Tag(Box<Parts>);

struct Parts {
    element: VTag,
    values: Box<[Option<AttributeOrProperty>]>,
    inside: Vec<Html>,
}

impl Tag {
    /// An element of a class; an empty one is none.
    #[inline(never)]
    pub fn new(tag: &'static str, class: &'static str) -> Self {
        let values = NAMES.iter().map(|_| None).collect();
        let new = Self(Box::new(Parts {
            element: VTag::new(tag),
            values,
            inside: Vec::new(),
        }));
        if class.is_empty() {
            new
        } else {
            new.is(At::Class, class)
        }
    }

    /// Sets an attribute that is always the same.
    #[inline(never)]
    pub fn is(self, at: At, value: &'static str) -> Self {
        self.put(at, Some(AttrValue::Static(value)))
    }

    /// Sets an attribute to "true", or leaves it out.
    #[inline(never)]
    pub fn sign(self, at: At, yes: bool) -> Self {
        if yes { self.is(at, YES) } else { self }
    }

    /// Sets an attribute, if there is a value.
    #[inline(never)]
    pub fn put(mut self, at: At, value: Option<AttrValue>) -> Self {
        self.0.values[at as usize] = value.map(AttributeOrProperty::Attribute);
        self
    }

    /// Adds words.
    #[inline(never)]
    pub fn text(self, words: AttrValue) -> Self {
        self.with(VText::new(words).into())
    }

    /// Adds another piece.
    #[inline(never)]
    pub fn with(mut self, piece: Html) -> Self {
        self.0.inside.push(piece);
        self
    }

    /// Adds an element of a class with words in it, if there are words.
    #[inline(never)]
    pub fn words(self, tag: &'static str, class: &'static str, words: Option<AttrValue>) -> Self {
        match words {
            Some(words) => self.with(Tag::new(tag, class).text(words).html()),
            None => self,
        }
    }

    /// Hears events of that kind.
    #[inline(never)]
    pub fn on(mut self, kind: Hears, to: Rc<dyn Fn(web_sys::Event)>) -> Self {
        self.0.element.add_listener(Rc::new(On { kind, to }));
        self
    }

    /// What stands in a field.
    #[inline(never)]
    pub fn value(mut self, value: AttrValue) -> Self {
        self.0.element.set_value(Some(value));
        self
    }

    /// Whether a row is ticked.
    pub fn checked(mut self, on: bool) -> Self {
        self.0.element.set_checked(on);
        self
    }

    /// Where to find the element later.
    pub fn at(mut self, node: &NodeRef) -> Self {
        self.0.element.node_ref = node.clone();
        self
    }

    /// The element, made.
    #[inline(never)]
    pub fn html(self) -> Html {
        let Parts {
            mut element,
            values,
            inside,
        } = *self.0;
        element.set_attributes(Attributes::Dynamic {
            keys: NAMES,
            values,
        });
        element.add_children(inside);
        element.into()
    }
}

/// An element of a class with words in it.
#[inline(never)]
pub fn put(tag: &'static str, class: &'static str, words: AttrValue) -> Html {
    Tag::new(tag, class).text(words).html()
}

/// A link out of the page: in a new tab, because what was typed here is kept nowhere else, and
/// without telling where from.
pub fn out(class: &'static str, href: Option<AttrValue>) -> Tag {
    Tag::new("a", class)
        .put(At::Href, href)
        .is(At::Target, "_blank")
        .is(At::Rel, "noopener noreferrer")
}

/// Several pieces, one after the other.
#[inline(never)]
pub fn all(pieces: Vec<Html>) -> Html {
    VList::with_children(pieces, None).into()
}

struct On {
    kind: Hears,
    to: Rc<dyn Fn(web_sys::Event)>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            Hears::Click => ListenerKind::onclick,
            Hears::Change => ListenerKind::onchange,
            Hears::Input => ListenerKind::oninput,
            Hears::Keydown => ListenerKind::onkeydown,
            Hears::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: web_sys::Event) {
        (self.to)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
