//! Numbers for whoever runs the hub, as Prometheus reads them. Counts of routes, statuses and
//! queues: nothing about anybody, and no campaign by name.

use std::{
    collections::HashMap,
    fmt::Write as _,
    sync::{
        RwLock,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

use crate::meetings::Said;

/// Statuses by their first digit, from 1 to 5.
type Classes = [AtomicU64; 5];

/// Everything that is counted.
#[derive(Default)]
pub(crate) struct Metrics {
    requests: RwLock<HashMap<String, Classes>>,
    signatures: AtomicU64,
    mails_sent: AtomicU64,
    mails_lost: AtomicU64,
    mails_muted: AtomicU64,
    mails_retried: AtomicU64,
    check_ins_refused: AtomicU64,
    sources_fresh: AtomicU64,
    sources_same: AtomicU64,
    sources_failed: AtomicU64,
}

/// What is asked for when the numbers are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Gauges {
    pub(crate) signatures_waiting: u64,
    pub(crate) mails_waiting: u64,
    pub(crate) campaigns: u64,
}

impl Metrics {
    pub(crate) fn answered(&self, route: &str, status: u16) {
        let class = usize::from(status / 100).clamp(1, 5) - 1;
        let counted = self.requests.read().is_ok_and(|routes| {
            let classes = routes.get(route);
            classes.is_some_and(|classes| {
                classes[class].fetch_add(1, Relaxed);
                true
            })
        });
        if !counted && let Ok(mut routes) = self.requests.write() {
            let classes = routes.entry(route.to_owned()).or_default();
            classes[class].fetch_add(1, Relaxed);
        }
    }

    pub(crate) fn signed(&self) {
        self.signatures.fetch_add(1, Relaxed);
    }

    pub(crate) fn mail_sent(&self) {
        self.mails_sent.fetch_add(1, Relaxed);
    }

    pub(crate) fn mails_lost(&self, number: u64) {
        self.mails_lost.fetch_add(number, Relaxed);
    }

    pub(crate) fn mail_muted(&self) {
        self.mails_muted.fetch_add(1, Relaxed);
    }

    pub(crate) fn mail_retried(&self) {
        self.mails_retried.fetch_add(1, Relaxed);
    }

    /// Those that are taken are not counted here: whoever reads the numbers every few seconds would
    /// know when each came.
    pub(crate) fn check_ins_refused(&self, number: usize) {
        self.check_ins_refused.fetch_add(number as u64, Relaxed);
    }

    /// One more source of meetings was asked: of which feed is not told.
    pub(crate) fn imported(&self, said: &Said) {
        let counted = match said {
            Said::Fresh { .. } => &self.sources_fresh,
            Said::Same => &self.sources_same,
            Said::Failed { .. } => &self.sources_failed,
        };
        counted.fetch_add(1, Relaxed);
    }

    /// The text format of Prometheus, version 0.0.4.
    #[expect(clippy::too_many_lines, reason = "a table")]
    pub(crate) fn text(&self, gauges: Gauges) -> String {
        let mut out = String::new();
        let name = "swansfeet_requests_total";
        head(&mut out, name, "counter", "Requests answered.");
        if let Ok(routes) = self.requests.read() {
            let mut sorted: Vec<_> = routes.iter().collect();
            sorted.sort_by_key(|(route, _)| *route);
            for (route, classes) in sorted {
                for (class, number) in classes.iter().enumerate() {
                    let number = number.load(Relaxed);
                    if number > 0 {
                        let class = class + 1;
                        line(
                            &mut out,
                            &format!("{name}{{route=\"{route}\",status=\"{class}xx\"}}"),
                            number,
                        );
                    }
                }
            }
        }
        for (name, help, number) in [
            (
                "signatures_taken_total",
                "Signatures written to the database.",
                &self.signatures,
            ),
            (
                "mails_sent_total",
                "Mails that a mail server has taken.",
                &self.mails_sent,
            ),
            (
                "mails_lost_total",
                "Mails given up: refused, too old, or of a process that ended.",
                &self.mails_lost,
            ),
            (
                "mails_muted_total",
                "Mails not sent because the address had enough of them.",
                &self.mails_muted,
            ),
            (
                "mails_retried_total",
                "Tries to send a mail that failed and are repeated.",
                &self.mails_retried,
            ),
            (
                "check_ins_refused_total",
                "Check-ins refused unread, when they came or when they were counted.",
                &self.check_ins_refused,
            ),
            (
                "sources_fresh_total",
                "Sources of meetings that had something new.",
                &self.sources_fresh,
            ),
            (
                "sources_same_total",
                "Sources of meetings that had nothing new.",
                &self.sources_same,
            ),
            (
                "sources_failed_total",
                "Sources of meetings that could not be used; the last good copy stayed.",
                &self.sources_failed,
            ),
        ] {
            let name = format!("swansfeet_{name}");
            head(&mut out, &name, "counter", help);
            line(&mut out, &name, number.load(Relaxed));
        }
        for (name, help, number) in [
            (
                "signatures_waiting",
                "Signatures waiting to be written.",
                gauges.signatures_waiting,
            ),
            (
                "mails_waiting",
                "Mails waiting to be sent.",
                gauges.mails_waiting,
            ),
            (
                "campaigns",
                "Campaigns that are open or closed.",
                gauges.campaigns,
            ),
        ] {
            let name = format!("swansfeet_{name}");
            head(&mut out, &name, "gauge", help);
            line(&mut out, &name, number);
        }
        out
    }
}

fn head(out: &mut String, name: &str, kind: &str, help: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

fn line(out: &mut String, name: &str, number: u64) {
    let _ = writeln!(out, "{name} {number}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_prometheus_reads_them() {
        let metrics = Metrics::default();
        for status in [200, 204, 404, 999] {
            metrics.answered("/w/{widget}", status);
        }
        metrics.signed();
        let text = metrics.text(Gauges {
            mails_waiting: 3,
            ..Gauges::default()
        });
        for wanted in [
            "# TYPE swansfeet_requests_total counter\n",
            "swansfeet_requests_total{route=\"/w/{widget}\",status=\"2xx\"} 2\n",
            "swansfeet_requests_total{route=\"/w/{widget}\",status=\"4xx\"} 1\n",
            "swansfeet_requests_total{route=\"/w/{widget}\",status=\"5xx\"} 1\n",
            "swansfeet_signatures_taken_total 1\n",
            "swansfeet_mails_waiting 3\n",
        ] {
            assert!(text.contains(wanted), "no {wanted} in {text}");
        }
    }
}
