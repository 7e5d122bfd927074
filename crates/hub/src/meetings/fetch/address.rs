//! Which addresses may be connected to. Whoever can name a source must not reach by it what only
//! this machine can reach: its own services, its network, a cloud's metadata.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

const fn v4(a: u8, b: u8, c: u8, d: u8, length: u8) -> IpNet {
    IpNet::V4(Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), length))
}

const fn v6(first: u16, second: u16, length: u8) -> IpNet {
    IpNet::V6(Ipv6Net::new_assert(
        Ipv6Addr::new(first, second, 0, 0, 0, 0, 0, 0),
        length,
    ))
}

/// IANA's special-purpose registries (RFC 6890 and what was added since), and multicast.
const SPECIAL: [IpNet; 15] = [
    v4(0, 0, 0, 0, 8),
    v4(10, 0, 0, 0, 8),
    v4(100, 64, 0, 0, 10),
    v4(127, 0, 0, 0, 8),
    v4(169, 254, 0, 0, 16),
    v4(172, 16, 0, 0, 12),
    v4(192, 0, 0, 0, 24),
    v4(192, 0, 2, 0, 24),
    v4(192, 88, 99, 0, 24),
    v4(192, 168, 0, 0, 16),
    v4(198, 18, 0, 0, 15),
    v4(198, 51, 100, 0, 24),
    v4(203, 0, 113, 0, 24),
    v4(224, 0, 0, 0, 4),
    v4(240, 0, 0, 0, 4),
];

/// Of the addresses that are given to hosts in IPv6.
const GLOBAL: IpNet = v6(0x2000, 0, 3);
/// Special ones among them; 6to4 and Teredo carry an IPv4 address that is not looked at.
const SPECIAL_IN_GLOBAL: [IpNet; 4] = [
    v6(0x2001, 0, 23),
    v6(0x2001, 0x0db8, 32),
    v6(0x2002, 0, 16),
    v6(0x3fff, 0, 20),
];

/// Whether an address is one of the public internet.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(_) => !SPECIAL
            .iter()
            .any(|net| net.contains(&address.to_canonical())),
        IpAddr::V6(v6) => match nat64(v6) {
            Some(v4) => is_public(v4.into()),
            None => {
                GLOBAL.contains(&address)
                    && !SPECIAL_IN_GLOBAL.iter().any(|net| net.contains(&address))
            }
        },
    }
}

/// The IPv4 host behind an address that a network without IPv4 reaches it by (RFC 6052).
fn nat64(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let octets = address.octets();
    let (prefix, host) = octets.split_at(12);
    let well_known = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];
    let host: [u8; 4] = host.try_into().ok()?;
    (prefix == well_known).then(|| host.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_public_internet_is_public() {
        let rows = [
            ("8.8.8.8", true),
            ("172.15.255.255", true),
            ("172.32.0.1", true),
            ("100.63.0.1", true),
            ("2a00:1450:4009::1", true),
            ("64:ff9b::808:808", true),
            ("::ffff:8.8.8.8", true),
            ("0.0.0.0", false),
            ("10.1.2.3", false),
            ("100.64.0.1", false),
            ("127.0.0.1", false),
            ("127.255.0.1", false),
            ("169.254.169.254", false),
            ("172.16.0.1", false),
            ("192.168.1.1", false),
            ("198.18.0.1", false),
            ("224.0.0.1", false),
            ("255.255.255.255", false),
            ("::", false),
            ("::1", false),
            ("::ffff:127.0.0.1", false),
            ("::ffff:10.0.0.1", false),
            ("::127.0.0.1", false),
            ("64:ff9b::7f00:1", false),
            ("64:ff9b::a9fe:a9fe", false),
            ("64:ff9b:1::808:808", false),
            ("fe80::1", false),
            ("fd00::1", false),
            ("fec0::1", false),
            ("ff02::1", false),
            ("2001::1", false),
            ("2001:db8::1", false),
            ("2002:7f00:1::", false),
            ("3fff::1", false),
        ];
        for (address, public) in rows {
            assert_eq!(is_public(address.parse().unwrap()), public, "{address}");
        }
    }
}
