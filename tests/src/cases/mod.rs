//! All cases, by what they claim.

mod access;
mod demands;
mod embed;
mod embed_calls;
mod examples;
mod faults;
mod fit;
mod framed;
mod harness;
mod hostile;
mod loader;
mod look;
mod meetings;
mod modes;
mod options;
mod privacy;
mod states;
mod trouble;
mod walk;
mod wellbeing;

use anyhow::Result;

use crate::{runner::Case, server::pages::Partner};

/// Names each function as a case of its own: `group/name-of-the-function`.
macro_rules! cases {
    ($group:literal: $($run:ident),+ $(,)?) => {
        vec![$(
            $crate::runner::Case::new(
                format!("{}/{}", $group, stringify!($run).replace('_', "-")),
                |world| Box::pin($run(world)),
            )
        ),+]
    };
}
pub(crate) use cases;

/// Every case, in the order in which they run.
pub fn all() -> Result<Vec<Case>> {
    let mut cases = harness::cases();
    cases.extend(examples::cases()?);
    cases.extend(hostile::cases()?);
    cases.extend(walk::cases());
    cases.extend(embed::cases());
    cases.extend(embed_calls::cases());
    cases.extend(loader::cases());
    cases.extend(options::cases());
    cases.extend(modes::cases());
    cases.extend(framed::cases());
    cases.extend(faults::cases());
    cases.extend(trouble::cases());
    cases.extend(privacy::cases());
    cases.extend(demands::cases());
    cases.extend(meetings::cases());
    cases.extend(wellbeing::cases());
    cases.extend(access::cases()?);
    cases.extend(fit::cases());
    cases.extend(states::cases()?);
    cases.extend(look::cases());
    Ok(cases)
}

/// A page with the one tag that partners paste.
fn one_tag() -> Partner {
    Partner::with_body(r#"<script async src="https://hub.example/v1/pay.js"></script>"#)
}

/// The same page where WebAssembly is missing, so that the plain JavaScript build runs.
fn one_tag_without_wasm() -> Partner {
    one_tag().ahead("delete globalThis.WebAssembly;")
}

/// An element in English from right to left, which only the script for our own pages knows.
fn right_to_left() -> Partner {
    Partner::with_body(
        r#"<swan-pay data-lang="en-XB"></swan-pay>
           <script async src="https://hub.example/v1/swansfeet.all.js"></script>"#,
    )
}
