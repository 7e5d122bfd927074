//! How much may come from where: in memory, by the minute or the hour, and forgotten then.
//!
//! A network is known by a truncated keyed hash under a key of this process; no address is kept.

use std::{collections::HashMap, net::IpAddr, sync::Mutex};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use swansfeet_demands::{duplicate::Mark, text::Moment};

use crate::token::random;

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;

/// Cells for networks: each minute has room for far more than the hub can take.
const NETWORK_CELLS: usize = 1 << 17;
/// Cells for addresses. At a thousand signatures a second for a whole hour, three addresses in a
/// thousand would be taken for ones that had their mails.
const ADDRESS_CELLS: usize = 1 << 22;

/// How much is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Signatures from one network in a minute.
    pub per_network: u32,
    /// Mails to one address in an hour.
    pub per_address: u32,
    /// Signatures of one campaign in a minute.
    pub per_campaign: u32,
    /// Signatures of one campaign in a minute above which browsers are given a puzzle.
    pub puzzle_above: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // A union office or a hall of residence signs from one address, on one evening.
            per_network: 60,
            per_address: 3,
            per_campaign: 100_000,
            puzzle_above: 600,
        }
    }
}

/// A network, as far as it is remembered: 64 bits of a keyed hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Network(u64);

/// Counts of the current minute or hour.
pub(crate) struct Gates {
    limits: Limits,
    key: [u8; 32],
    networks: Mutex<Sketch>,
    questions: Mutex<Sketch>,
    addresses: Mutex<Sketch>,
    campaigns: Mutex<Campaigns>,
}

/// Counts by hash in two rows of cells (a count-min sketch): never too few, and the memory is the
/// same however many come. A flood cannot make it forget, nor fill the machine.
struct Sketch {
    length: i64,
    /// The number of the window since 1970.
    now: i64,
    size: usize,
    cells: Vec<u16>,
}

#[derive(Default)]
struct Campaigns {
    now: i64,
    counts: HashMap<String, u32>,
}

impl Sketch {
    fn new(length: i64, size: usize) -> Mutex<Self> {
        Mutex::new(Self {
            length,
            now: i64::MIN,
            size,
            cells: Vec::new(),
        })
    }

    /// Counts one more, and tells the number so far.
    fn count(&mut self, hash: u64, now: Moment) -> u32 {
        let number = now.0.div_euclid(self.length);
        if number != self.now {
            self.now = number;
            // Noughts by the system, page by page as they are needed.
            self.cells = vec![0; 2 * self.size];
        }
        let [a, b, c, d, e, f, g, h] = hash.to_le_bytes();
        let halves = [[a, b, c, d], [e, f, g, h]].map(u32::from_le_bytes);
        let mut least = u16::MAX;
        for (row, half) in halves.into_iter().enumerate() {
            let at = row * self.size + half as usize % self.size;
            self.cells[at] = self.cells[at].saturating_add(1);
            least = least.min(self.cells[at]);
        }
        u32::from(least)
    }
}

fn counted(sketch: &Mutex<Sketch>, hash: u64, now: Moment) -> u32 {
    // A lock is poisoned only by a panic while counting; nobody is refused for that.
    sketch
        .lock()
        .map_or(0, |mut sketch| sketch.count(hash, now))
}

impl Gates {
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            limits,
            key: random(),
            networks: Sketch::new(MINUTE, NETWORK_CELLS),
            questions: Sketch::new(MINUTE, NETWORK_CELLS),
            addresses: Sketch::new(HOUR, ADDRESS_CELLS),
            campaigns: Mutex::default(),
        }
    }

    /// IPv4 by /24, IPv6 by /56: about what one household or office has.
    pub(crate) fn network(&self, address: IpAddr) -> Network {
        let mut bytes = [0; 8];
        match address.to_canonical() {
            IpAddr::V4(v4) => bytes[..3].copy_from_slice(&v4.octets()[..3]),
            IpAddr::V6(v6) => {
                bytes[..7].copy_from_slice(&v6.octets()[..7]);
                bytes[7] = 6;
            }
        }
        let keyed = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.key);
        let keyed = keyed.expect("HMAC takes keys of any length");
        let digest = keyed.chain_update(bytes).finalize().into_bytes();
        let mut short = [0; 8];
        short.copy_from_slice(&digest[..8]);
        Network(u64::from_be_bytes(short))
    }

    /// Whether this network may send another signature; else the seconds until it may.
    pub(crate) fn pass_network(&self, network: Network, now: Moment) -> Result<(), u32> {
        if counted(&self.networks, network.0, now) > self.limits.per_network {
            return Err(until_next(now));
        }
        Ok(())
    }

    /// Whether this network may ask another time how to join a meeting, as often as it may sign; else
    /// the seconds until it may.
    pub(crate) fn pass_question(&self, network: Network, now: Moment) -> Result<(), u32> {
        if counted(&self.questions, network.0, now) > self.limits.per_network {
            return Err(until_next(now));
        }
        Ok(())
    }

    /// Whether this campaign takes another signature, and whether a puzzle must be solved first.
    pub(crate) fn pass_campaign(&self, slug: &str, now: Moment) -> Result<bool, u32> {
        let number = self.campaigns.lock().map_or(0, |mut campaigns| {
            let minute = now.0.div_euclid(MINUTE);
            if campaigns.now != minute {
                campaigns.now = minute;
                campaigns.counts.clear();
            }
            let place = campaigns.counts.entry(slug.to_owned()).or_default();
            *place = place.saturating_add(1);
            *place
        });
        if number > self.limits.per_campaign {
            return Err(until_next(now));
        }
        Ok(number > self.limits.puzzle_above)
    }

    /// Whether another mail may go to this address. Nobody outside learns the answer.
    pub(crate) fn pass_address(&self, address: Mark, now: Moment) -> bool {
        let [a, b, c, d, e, f, g, h, ..] = address.0;
        let hash = u64::from_le_bytes([a, b, c, d, e, f, g, h]);
        counted(&self.addresses, hash, now) <= self.limits.per_address
    }
}

fn until_next(now: Moment) -> u32 {
    u32::try_from(MINUTE - now.0.rem_euclid(MINUTE)).unwrap_or(60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_is_one_network() {
        let gates = Gates::new(Limits::default());
        let network = |address: &str| gates.network(address.parse().unwrap());
        let rows = [
            ("192.0.2.1", "192.0.2.254", true),
            ("192.0.2.1", "192.0.3.1", false),
            ("192.0.2.1", "::ffff:192.0.2.9", true),
            ("2001:db8:0:ff00::1", "2001:db8:0:ffff::1", true),
            ("2001:db8:0:ff00::1", "2001:db8:0:fe00::1", false),
            ("192.0.2.1", "c000:200::", false),
        ];
        for (a, b, same) in rows {
            assert_eq!(network(a) == network(b), same, "{a} {b}");
        }
        let other = Gates::new(Limits::default());
        assert_ne!(
            network("192.0.2.1"),
            other.network("192.0.2.1".parse().unwrap())
        );
    }

    #[test]
    fn counts_begin_anew_with_each_minute() {
        let gates = Gates::new(Limits {
            per_network: 2,
            per_address: 1,
            per_campaign: 3,
            puzzle_above: 1,
        });
        let network = gates.network("192.0.2.1".parse().unwrap());
        assert_eq!(gates.pass_network(network, Moment(60)), Ok(()));
        assert_eq!(gates.pass_network(network, Moment(70)), Ok(()));
        assert_eq!(gates.pass_network(network, Moment(75)), Err(45));
        assert_eq!(gates.pass_network(network, Moment(120)), Ok(()));
        let campaign = |at| gates.pass_campaign("fifteen", Moment(at));
        assert_eq!(
            [campaign(0), campaign(1), campaign(2), campaign(3)],
            [Ok(false), Ok(true), Ok(true), Err(57)]
        );
        let address = Mark([1; 32]);
        assert!(gates.pass_address(address, Moment(0)));
        assert!(!gates.pass_address(address, Moment(3_599)));
        assert!(gates.pass_address(address, Moment(3_600)));
    }

    #[test]
    fn a_flood_from_everywhere_takes_no_more_memory_and_shuts_nobody_out() {
        let gates = Gates::new(Limits::default());
        // Five thousand networks a second for a minute, by hashes as evenly spread as theirs.
        for number in 0..300_000_u64 {
            let hash = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            counted(&gates.networks, hash ^ (hash >> 31), Moment(0));
        }
        let cells = gates.networks.lock().unwrap().cells.len();
        assert_eq!(cells, 2 * NETWORK_CELLS);
        let newcomer = gates.network("192.0.2.1".parse().unwrap());
        assert_eq!(gates.pass_network(newcomer, Moment(59)), Ok(()));
    }
}
