//! Compiles the sentences of the command line: those of the rules, and its own.

fn main() {
    swansfeet_words::compile::Catalog::for_crate()
        .shared("pay")
        .shared("demands")
        .shared("organise")
        .shared("holders")
        .keyed(&[
            "step-",
            "gap-",
            "reading-",
            "reference-",
            "error-",
            "rate-",
            "caution-",
            "score-",
            "card-",
            "key-file-",
            "place-",
            "refusal-",
        ])
        .write();
}
