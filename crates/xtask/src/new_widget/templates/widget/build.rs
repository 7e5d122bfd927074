//! Makes `msg.rs` and the word tables from the Fluent files. A locale with a missing or an extra
//! sentence ends the build here.

fn main() {
    swansfeet_words::compile::Catalog::for_crate()
        .keyed(&["error-", "input-"])
        .write();
}
