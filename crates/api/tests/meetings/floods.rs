//! Files of a megabyte, of one thing each that could be too much.

/// What it is, and the file.
pub(crate) type Flood = (&'static str, String);

/// All of them.
pub(crate) fn floods() -> Vec<Flood> {
    let mut all = json_and_toml();
    all.extend(events());
    all.extend(calendars());
    all.extend(tables());
    all
}

fn many(text: &str) -> String {
    text.repeat(1_000_000 / text.len())
}

fn event(inner: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART:20260303T193000\n{inner}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
}

/// Values, deep or many.
fn json_and_toml() -> Vec<Flood> {
    vec![
        ("deep lists", many("[")),
        ("deep objects", many("{\"a\":")),
        (
            "deep lists that end",
            "[".repeat(500_000) + &"]".repeat(500_000),
        ),
        (
            "deep inside a feed",
            format!(
                "{{\"swansfeet\":\"meetings/1\",\"meetings\":[{}{}]}}",
                "[".repeat(400_000),
                "]".repeat(400_000)
            ),
        ),
        ("many numbers", format!("[{}0]", many("0,"))),
        (
            "many rows",
            format!(
                "[{}{{}}]",
                many("{\"day\":1,\"time\":\"1:00\",\"name\":\"a\"},")
            ),
        ),
        (
            "many fields",
            format!(
                "{{\"swansfeet\":\"meetings/1\",{}\"meetings\":[]}}",
                many("\"a\":1,")
            ),
        ),
        ("deep TOML", format!("a = {}", many("["))),
        ("TOML tables", many("[[meetings]]\ntitle = \"a\"\n")),
        ("TOML keys", format!("a.{}b = 1", many("a."))),
        ("TOML dotted headers", many("[a.a]\n")),
        (
            "same ids",
            format!(
                "{{\"swansfeet\":\"meetings/1\",\"meetings\":[{}1]}}",
                many("{\"id\":\"a\",\"title\":\"b\",\"start\":\"2026-03-03T19:30\"},")
            ),
        ),
    ]
}

/// One event with too much in it.
fn events() -> Vec<Flood> {
    vec![
        (
            "one giant line",
            event(&format!("DESCRIPTION:{}", many("x"))),
        ),
        (
            "one giant folded line",
            event(&format!("DESCRIPTION:{}", many("\n x"))),
        ),
        ("many exdates", event(&many("EXDATE:20260303T193000\n"))),
        (
            "many exdates in a line",
            event(&format!("EXDATE:{}", many("20260303,"))),
        ),
        ("many rdates", event(&many("RDATE:20260303T193000\n"))),
        ("many properties", event(&many("A:\n"))),
        (
            "many parameters",
            event(&format!("DTEND{}:20260303", many(";A=B"))),
        ),
        (
            "an open quote",
            event(&format!("DTEND;TZID=\"{}", many("a:;"))),
        ),
        (
            "many categories",
            event(&format!("CATEGORIES:{}", many("a,"))),
        ),
        (
            "tags without an end",
            event(&format!("DESCRIPTION:{}", many("<"))),
        ),
        (
            "comments without an end",
            event(&format!("DESCRIPTION:{}", many("<!--"))),
        ),
        ("entities", event(&format!("DESCRIPTION:{}", many("&amp;")))),
        ("postcodes", event(&format!("LOCATION:{}", many("LS1 ")))),
    ]
}

/// Too many components.
fn calendars() -> Vec<Flood> {
    vec![
        (
            "many components",
            format!("BEGIN:VCALENDAR\n{}", many("BEGIN:VEVENT\nEND:VEVENT\n")),
        ),
        (
            "many small events",
            format!(
                "BEGIN:VCALENDAR\n{}",
                many("BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n")
            ),
        ),
        (
            "one UID many times",
            format!(
                "BEGIN:VCALENDAR\n{}",
                many("BEGIN:VEVENT\nUID:a\nDTSTART:20260101\nRECURRENCE-ID:20260101\nEND:VEVENT\n")
            ),
        ),
        (
            "deep components",
            format!("BEGIN:VCALENDAR\n{}", many("BEGIN:A\n")),
        ),
        (
            "many zones",
            format!(
                "BEGIN:VCALENDAR\n{}",
                many("BEGIN:VTIMEZONE\nTZID:a\nEND:VTIMEZONE\n")
            ),
        ),
    ]
}

/// Cells and rows.
fn tables() -> Vec<Flood> {
    vec![
        (
            "many rows of a table",
            format!("Title,Day,Time\n{}", many("a,Mon,7pm\n")),
        ),
        ("many cells", format!("Title,Day,Time\n{}", many(","))),
        ("many quotes", format!("Title,Day,Time\n{}", many("\""))),
        (
            "many open quotes",
            format!("Title,Day,Time\n{}", many("\"a,\"\"\n")),
        ),
        ("a table of nothing", many("\n")),
        ("a table without headings", many("a,b\n")),
        (
            "long words",
            format!("Title,When\n{}", many("every day at seven and ")),
        ),
    ]
}
