//! Makes `msg.rs` and the word tables from the Fluent files.

use std::path::Path;

fn main() {
    swansfeet_words::compile::Catalog::for_crate()
        .shared("demands")
        .keyed(&[
            "error-name-",
            "error-email-",
            "error-postcode-",
            "error-code-",
            "error-not-",
            "error-no-",
            "error-too-",
            "error-hidden-",
            "caution-",
        ])
        .only_named_in(Path::new("src"))
        .write();
}
