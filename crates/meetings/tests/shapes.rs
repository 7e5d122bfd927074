//! The shapes that meetings have, for whoever words them.

mod support;

use support::{schedule, time};
use swansfeet_meetings::Schedule;
use swansfeet_meetings::phrase::{Day, Shape, shape};

#[test]
fn the_shapes_that_people_know_are_told_apart() {
    let months = |every, days: &[Day], except| Shape::Months {
        every,
        days: days.to_vec(),
        except,
    };
    let weeks = |every, weekdays| Shape::Weeks { every, weekdays };
    let rows = [
        ("FREQ=DAILY", Shape::Days(1)),
        ("FREQ=DAILY;COUNT=1", Shape::Once),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", weeks(1, 31)),
        ("FREQ=WEEKLY", weeks(1, 2)),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", weeks(2, 8)),
        (
            "FREQ=MONTHLY;BYDAY=1TU",
            months(1, &[Day::Weekday(1, 1)], 0),
        ),
        (
            "FREQ=MONTHLY;BYDAY=4WE,2WE,-1FR",
            months(
                1,
                &[Day::Weekday(2, 2), Day::Weekday(4, 2), Day::Weekday(-1, 4)],
                0,
            ),
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1FR;BYMONTH=1,2,3,4,5,6,7,8,9,10,11",
            months(1, &[Day::Weekday(-1, 4)], 1 << 12),
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15,-1",
            months(2, &[Day::Date(15), Day::Date(-1)], 0),
        ),
        ("FREQ=MONTHLY", months(1, &[Day::Date(3)], 0)),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", Shape::Other),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", Shape::Other),
        ("FREQ=YEARLY", Shape::Other),
    ];
    for (rule, wanted) in rows {
        // A Tuesday.
        let meeting = schedule(time("2026-03-03T19:30"), &[rule], None);
        assert_eq!(shape(&meeting), wanted, "{rule}");
    }
    let mut once = Schedule::once(time("2026-03-03T19:30"), 60);
    assert_eq!(shape(&once), Shape::Once);
    once.rdates.push(time("2026-03-05T19:30"));
    assert_eq!(shape(&once), Shape::Other);
}
