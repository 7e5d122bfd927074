//! Compiles the words of the hub's pages, and watches the migrations.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
    swansfeet_words::compile::Catalog::for_crate()
        .keyed(&[
            "access-", "phrase-", "role-", "spoken-", "weekday-", "widget-",
        ])
        .write();
}
