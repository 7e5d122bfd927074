//! Reads single values from text; says what was expected where one cannot be read.

use std::{
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use ipnet::IpNet;
use swansfeet_demands::text::Slug;

type Read<T> = Result<T, &'static str>;

pub(super) fn text(given: &str) -> Read<String> {
    match given.trim() {
        "" => Err("something in quotation marks"),
        text => Ok(text.to_owned()),
    }
}

pub(super) fn address(given: &str) -> Read<SocketAddr> {
    let expected = "an address and a port: 127.0.0.1:8080";
    given.parse().map_err(|_| expected)
}

pub(super) fn number(given: &str) -> Read<u32> {
    given.parse().map_err(|_| "a whole number from 0 on")
}

pub(super) fn yes(given: &str) -> Read<bool> {
    match given {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("\"yes\" or \"no\""),
    }
}

pub(super) fn seconds(given: &str) -> Read<Duration> {
    match given.parse() {
        Ok(1..=3_600) => Ok(Duration::from_secs(given.parse().unwrap_or(10))),
        _ => Err("a whole number of seconds from 1 to 3600"),
    }
}

/// Scheme and host, without a slash at the end.
pub(super) fn url(given: &str) -> Read<String> {
    let given = given.trim_end_matches('/');
    let rest = given
        .strip_prefix("https://")
        .or_else(|| given.strip_prefix("http://"));
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    match rest {
        Some(host) if !host.is_empty() && host.bytes().all(is_host) => Ok(given.to_owned()),
        _ => Err("scheme and host: https://hub.example"),
    }
}

pub(super) fn networks(given: &str) -> Read<Vec<IpNet>> {
    let parts = given.split(',').map(str::trim);
    let networks = parts.filter(|part| !part.is_empty()).map(|part| {
        let alone = || part.parse::<IpAddr>().map(IpNet::from).ok();
        part.parse().ok().or_else(alone)
    });
    let networks: Option<Vec<IpNet>> = networks.collect();
    networks.ok_or("networks: 127.0.0.1/32, 10.0.0.0/8")
}

/// `fifteen=hello@fifteen.example, other=…`
pub(super) fn senders(given: &str) -> Read<Vec<(String, String)>> {
    let expected = "a sender for each campaign: fifteen = \"hello@fifteen.example\"";
    let parts = given.split(',').map(str::trim);
    let senders = parts.filter(|part| !part.is_empty()).map(|part| {
        let (slug, sender) = part.split_once('=')?;
        let slug = Slug::new(slug.trim())?;
        Some((slug.to_string(), sender.trim().to_owned()))
    });
    let senders: Option<Vec<_>> = senders.collect();
    senders.ok_or(expected)
}
