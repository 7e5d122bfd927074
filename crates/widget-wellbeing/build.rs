//! Makes `msg.rs` and the word tables from the Fluent files. A locale with a missing or an extra
//! sentence ends the build here; a shared sentence that `src` never says is left out.

use std::path::Path;

fn main() {
    swansfeet_words::compile::Catalog::for_crate()
        .keyed(&[
            "ask-", "card-", "cell-", "means-", "name-", "nation-", "often-", "place-", "support-",
        ])
        .only_named_in(Path::new("src"))
        .write();
}
