//! Writes every example into one page, to be looked at without building any wasm:
//! `cargo run -p swansfeet-ui --example sheet -- dark rtl > target/sheet.html`.
//! Words as arguments: `dark`, `rtl`, a component's folder, an example's name.

#[path = "../tests/kit/mod.rs"]
mod kit;

use std::{env, fs, path::Path};

fn main() {
    let asked = env::args().skip(1).collect::<Vec<_>>();
    let has = |word: &str| asked.iter().any(|arg| arg == word);
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut css = fs::read_to_string(home.join("tokens.css")).expect("tokens.css");
    for (component, _) in swansfeet_ui::examples::SHEETS {
        let path = home.join("src").join(component).join("style.css");
        css.push_str(&fs::read_to_string(&path).expect("style.css"));
    }
    let examples = kit::all();
    let is_chosen = |component: &str, name: &str| {
        let by_component = !examples.iter().any(|example| has(example.component)) || has(component);
        by_component && (!examples.iter().any(|example| has(&example.name)) || has(name))
    };
    let theme = if has("dark") { "dark" } else { "light" };
    let dir = if has("rtl") { "rtl" } else { "ltr" };
    println!(
        "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    );
    println!(
        "<title>Sheet</title><style>{css} body{{margin:8px}} .gap{{margin:24px 0 8px;font:14px monospace;color:#888}}</style>"
    );
    println!(
        "<body style='background:{}'>",
        if has("dark") { "#000" } else { "#e8e8e8" }
    );
    for example in &examples {
        if is_chosen(example.component, &example.name) {
            println!("<p class=gap>{} / {}</p>", example.component, example.name);
            println!(
                "<div class=swan-root data-theme={theme} dir={dir}>{}</div>",
                kit::markup(example.html.clone())
            );
        }
    }
}
