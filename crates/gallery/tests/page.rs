//! The gallery as a page on the server would show it: everything, or one state alone.

use std::rc::Rc;

use chrono::NaiveDate;
use swansfeet_embed::{Context, Options, QuietPage, WidgetProps};
use swansfeet_gallery::Gallery;
use swansfeet_ui::examples;
use swansfeet_words::{Words, native::Native};
use yew::LocalServerRenderer;

fn shown(options: &[(&str, &str)]) -> String {
    let words = Rc::new(Words::open("", None, &Native::boxed));
    let options = options.iter().copied().collect::<Options>();
    let page = QuietPage {
        today: NaiveDate::default(),
    };
    let cx = Context::new(words, options, Box::new(page));
    let drawn = LocalServerRenderer::<Gallery>::with_props(WidgetProps { cx }).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, drawn.render())
}

#[test]
fn everything_is_there_with_a_link_to_each_component() {
    let page = shown(&[]);
    for example in examples::all().expect("the examples") {
        assert!(
            page.contains(&format!("({})", example.name)),
            "{} {}",
            example.component,
            example.name
        );
        assert!(page.contains(&format!("href=\"#gallery-{}\"", example.component)));
    }
}

type Asked<'a> = &'a [(&'a str, &'a str)];

#[test]
fn one_state_can_be_asked_for() {
    // options, what must be there, what must not
    let rows: [(Asked<'_>, &str, &str); 5] = [
        (
            &[("only", "button"), ("state", "busy")],
            "aria-busy",
            "Continue",
        ),
        (&[("only", "button")], "Continue", "<h3"),
        (
            &[("only", "notice"), ("theme", "dark")],
            "data-theme=\"dark\"",
            "data-theme=\"auto\"",
        ),
        (
            &[("only", "notice"), ("dir", "rtl")],
            "dir=\"rtl\"",
            "dir=\"ltr\"",
        ),
        (&[("only", "no-such")], "role=\"alert\"", "<button"),
    ];
    for (options, there, absent) in rows {
        let page = shown(options);
        assert!(page.contains(there), "{options:?}: {there}");
        assert!(!page.contains(absent), "{options:?}: {absent}");
    }
}
