//! The time, handed in, so that tests can move it. Nothing else of the hub asks the system.

use std::{
    fmt,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use chrono::{DateTime, NaiveDate};
use swansfeet_demands::text::Moment;

/// Tells what time it is.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

impl Clock {
    /// The system's clock.
    #[must_use]
    pub fn system() -> Self {
        Self::by(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH);
            // A clock before 1970 is as wrong as a clock can be; the start of 1970 is as good.
            Moment(since.map_or(0, |since| {
                i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
            }))
        })
    }

    /// A clock of the caller's own.
    pub fn by(now: impl Fn() -> Moment + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.0)()
    }

    /// Today, in UTC: all that is kept of the time of a signature.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        DateTime::from_timestamp(self.now().0, 0)
            .unwrap_or_default()
            .date_naive()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock(…)")
    }
}
