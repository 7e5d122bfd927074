//! Files of a megabyte, of one thing each that could be too much, and the work that is done with them.

use swansfeet_api::meetings::rule::{Asked, Run};
use swansfeet_meetings::read::Feed;
use swansfeet_meetings::recur::Budget;
use swansfeet_meetings::zone::Iana;

/// What it is, and the file.
pub(crate) type Flood = (&'static str, String);

/// All of them.
pub(crate) fn floods() -> Vec<Flood> {
    let mut all = json_and_toml();
    all.extend(events());
    all.extend(calendars());
    all.extend(tables());
    all.extend(rules());
    all.extend(exceptions());
    all
}

/// Finds the next date of each meeting, as the hub does, with steps that all share. How many there are.
pub(crate) fn expand(feed: &Feed) -> usize {
    let now =
        chrono::NaiveDate::from_ymd_opt(2026, 11, 26).and_then(|day| day.and_hms_opt(9, 0, 0));
    let budget = Budget::new(4_000 * (1_000 + feed.meetings.len() as u64));
    let dates = |meeting: &swansfeet_meetings::Meeting| {
        let dates = meeting.schedule.occurrences_within(&Iana, now, &budget);
        dates.take(8).count()
    };
    feed.meetings.iter().map(dates).sum()
}

/// Answers lines as `swansfeet meetings rule` does. How many bytes that makes.
pub(crate) fn answer(lines: &str, mut run: Run) -> usize {
    let answers = lines.lines().map(|line| {
        let Ok(asked) = Asked::from_json(line) else {
            return 0;
        };
        let answer = asked.answer(&mut run, line.len());
        answer.map_or(0, |answer| {
            serde_json::to_string(&answer).map_or(0, |json| json.len())
        })
    });
    answers.sum()
}

/// Lines for [`answer`].
pub(crate) fn lines() -> Vec<Flood> {
    let line = |rule: &str, start: &str, rest: &str| {
        many(&format!(
            "{{\"rule\":\"{rule}\",\"start\":\"{start}\"{rest}}}\n"
        ))
    };
    vec![
        ("short lines", line("FREQ=DAILY", "20260303", "")),
        (
            "lines that ask for the most",
            line("FREQ=DAILY", "20260303", ",\"zone\":\"GB\",\"limit\":10000"),
        ),
        (
            "rules without dates",
            line("FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2", "20260303", ""),
        ),
        (
            "years without dates",
            line("FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6", "20260303", ""),
        ),
        (
            "a date in a thousand years",
            line(
                "FREQ=DAILY;INTERVAL=29;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
                "20260303",
                "",
            ),
        ),
        (
            "zones that there are not",
            line("FREQ=DAILY", "20260303", ",\"zone\":\"Europe/Lodnon\""),
        ),
        (
            "dates that are left out",
            format!(
                "{{\"rule\":\"FREQ=DAILY\",\"start\":\"20260303\",\"limit\":10000,\"exdates\":[{}\"20260303\"]}}",
                many("\"20260303\",")
            ),
        ),
        ("a field of a megabyte", format!("{{\"{}\":1}}", many("x"))),
    ]
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
            "colons in a zone’s name, far behind its parameter’s start",
            event(&format!(
                "DTEND;{}TZID={}",
                " ".repeat(500_000),
                ":".repeat(500_000)
            )),
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
        (
            "links in every event",
            format!(
                "BEGIN:VCALENDAR\n{}",
                many(&format!(
                    "BEGIN:VEVENT\nDTSTART:20260101\nDESCRIPTION:{}\nEND:VEVENT\n",
                    "https://".repeat(1_000)
                ))
            ),
        ),
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
        (
            "zones whose names are far off, and a name that nobody knows",
            format!(
                "BEGIN:VCALENDAR\n{}BEGIN:VEVENT\nUID:a\nDTSTART:20260303\n{}END:VEVENT\n",
                format!(
                    "BEGIN:VTIMEZONE\nTZID:{}a\nEND:VTIMEZONE\n",
                    " ".repeat(2_500)
                )
                .repeat(200),
                "EXDATE;TZID=b:2026\n".repeat(25_000)
            ),
        ),
    ]
}

/// As many meetings as there is room for, each with that start and that rule.
fn each(start: &str, rule: &str) -> String {
    let event =
        |uid| format!("BEGIN:VEVENT\nUID:{uid}\nDTSTART:{start}\nRRULE:{rule}\nEND:VEVENT\n");
    let events: String = (1..=1_000_000 / event(1_000).len()).map(event).collect();
    format!("BEGIN:VCALENDAR\n{events}")
}

/// Exceptions of which it takes long to say whether they are dates.
fn exceptions() -> Vec<Flood> {
    vec![
        (
            "exceptions that are far from each other",
            each(
                "19000101T193000",
                "FREQ=DAILY\nEXDATE:19000101T180000,22001231T180000",
            ),
        ),
        (
            "exceptions of rules without dates",
            each(
                "20260303T193000",
                "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6\nEXDATE:20260303T180000",
            ),
        ),
    ]
}

/// Meetings whose rules take long to follow.
fn rules() -> Vec<Flood> {
    vec![
        (
            "rules without dates",
            each("20260303T193000", "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2"),
        ),
        (
            "years without dates",
            each("20260303T193000", "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6"),
        ),
        (
            "a date in a thousand years",
            each(
                "20260303T193000",
                "FREQ=DAILY;INTERVAL=29;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
            ),
        ),
        ("dates without end", each("19000101T193000", "FREQ=DAILY")),
        (
            "dates to count by the month",
            each("19000101T193000", "FREQ=DAILY;COUNT=4000000000"),
        ),
        (
            "dates to count one by one",
            each(
                "19000101T193000",
                "FREQ=DAILY;INTERVAL=29;BYMONTH=1,2;COUNT=4000000000",
            ),
        ),
        (
            "weeks to count one by one",
            each(
                "19000101T193000",
                "FREQ=WEEKLY;BYMONTH=1,2,3;BYDAY=MO,TU;BYSETPOS=1;COUNT=4000000000",
            ),
        ),
        (
            "many rules for one meeting",
            event(&many("RRULE:FREQ=DAILY\n")),
        ),
        (
            "many rules of which none gives a date",
            event(&many("RRULE:FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6\n")),
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
