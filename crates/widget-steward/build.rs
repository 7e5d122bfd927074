//! Makes `msg.rs` and the word tables from the Fluent files. A locale with a missing or an extra
//! sentence ends the build here; a shared sentence that `src` never says is left out.

use std::path::Path;

fn main() {
    swansfeet_words::compile::Catalog::for_crate()
        .shared("holders")
        .keyed(&["key-file-", "place-", "refusal-"])
        .only_named_in(Path::new("src"))
        .write();
}
