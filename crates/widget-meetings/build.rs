//! Makes `msg.rs` and the word tables from the Fluent files.

use std::path::Path;

fn main() {
    swansfeet_words::compile::Catalog::for_crate()
        .keyed(&[
            "access-",
            "day-",
            "how-",
            "language-",
            "month-",
            "nth-",
            "part-",
            "reason-",
            "role-",
            "shifts-note-",
        ])
        .only_named_in(Path::new("src"))
        .write();
}
