//! How many submissions are taken, and from whom.

use axum::http::HeaderMap;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, NotUntil, Quota, RateLimiter};
use ipnet::IpNet;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

/// After so many submissions, those who sent none lately are forgotten.
const SWEEP: u32 = 1024;

/// Header in which proxies say for whom they ask.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// How many submissions are taken.
#[derive(Clone, Debug)]
pub struct Limits {
    /// From one address in a minute, all at once or spread; `None` without a limit. People behind one
    /// router share an address.
    pub per_address: Option<NonZeroU32>,
    /// For one event in a minute; `None` without a limit.
    pub per_form: Option<NonZeroU32>,
    /// Proxies whose word about whom they ask for is believed.
    pub trusted_proxies: Vec<IpNet>,
}

/// A conference's network stands behind one address: 1,200 people who register in the same minute are
/// not held up, a program that does so for an hour is.
impl Default for Limits {
    fn default() -> Self {
        Self {
            per_address: NonZeroU32::new(1_200),
            per_form: NonZeroU32::new(12_000),
            trusted_proxies: Vec::new(),
        }
    }
}

/// Counts submissions, in memory.
pub struct Gate {
    addresses: Option<DefaultKeyedRateLimiter<IpAddr>>,
    forms: Option<DefaultKeyedRateLimiter<String>>,
    trusted: Vec<IpNet>,
    passed: AtomicU32,
}

impl Gate {
    /// Nobody was here yet.
    pub fn new(limits: &Limits) -> Self {
        Self {
            addresses: limits.per_address.map(|most| RateLimiter::keyed(Quota::per_minute(most))),
            forms: limits.per_form.map(|most| RateLimiter::keyed(Quota::per_minute(most))),
            trusted: limits.trusted_proxies.clone(),
            passed: AtomicU32::new(0),
        }
    }

    /// Counts a submission.
    ///
    /// # Errors
    /// The seconds to wait, if it comes too soon.
    pub fn pass(&self, address: Option<IpAddr>, form: &str) -> Result<(), u64> {
        if self.passed.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            self.addresses.iter().for_each(RateLimiter::retain_recent);
        }
        if let (Some(addresses), Some(address)) = (&self.addresses, address) {
            check(addresses, &network(address))?;
        }
        self.forms.as_ref().map_or(Ok(()), |forms| check(forms, &form.to_owned()))
    }

    /// Who asks: the peer, or whom a trusted proxy names.
    pub fn client(&self, peer: Option<SocketAddr>, headers: &HeaderMap) -> Option<IpAddr> {
        let mut client = peer?.ip().to_canonical();
        let hops = headers.get_all(FORWARDED_FOR).iter().filter_map(|value| value.to_str().ok());
        let hops: Vec<&str> = hops.flat_map(|value| value.split(',')).collect();
        // Each proxy appends whom it heard: from the last on, as far as they are trusted.
        for hop in hops.into_iter().rev() {
            if !self.trusted.iter().any(|proxies| proxies.contains(&client)) {
                break;
            }
            let Some(address) = address(hop.trim()) else { break };
            client = address;
        }
        Some(client)
    }
}

fn check<K: Clone + Eq + Hash>(limiter: &DefaultKeyedRateLimiter<K>, key: &K) -> Result<(), u64> {
    let seconds = |until: NotUntil<_>| until.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
    limiter.check_key(key).map_err(seconds)
}

/// `192.0.2.7`, `192.0.2.7:4711`, `2001:db8::7` or `[2001:db8::7]:4711`.
fn address(text: &str) -> Option<IpAddr> {
    let alone = text.parse().ok();
    alone.or_else(|| text.parse::<SocketAddr>().ok().map(|it| it.ip())).map(|it: IpAddr| it.to_canonical())
}

/// What is counted as one: a customer has a whole /64 of IPv6.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate(per_address: u32, per_form: u32, trusted: &[&str]) -> Gate {
        Gate::new(&Limits {
            per_address: NonZeroU32::new(per_address),
            per_form: NonZeroU32::new(per_form),
            trusted_proxies: trusted.iter().map(|net| net.parse().unwrap()).collect(),
        })
    }

    fn client(gate: &Gate, peer: &str, forwarded: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        forwarded.iter().for_each(|value| {
            headers.append(FORWARDED_FOR, value.parse().unwrap());
        });
        gate.client(Some(peer.parse().unwrap()), &headers).unwrap().to_string()
    }

    #[test]
    fn each_address_and_each_form_has_its_own_count() {
        let gate = gate(2, 5, &[]);
        let address = |text: &str| Some(text.parse().unwrap());
        for _ in 0..2 {
            assert_eq!(gate.pass(address("192.0.2.1"), "a"), Ok(()));
        }
        let wait = gate.pass(address("192.0.2.1"), "b").unwrap_err();
        assert!((29..=31).contains(&wait), "2 a minute is one in 30 s: {wait}");
        assert_eq!(gate.pass(address("2001:db8::1"), "a"), Ok(()));
        assert_eq!(gate.pass(address("2001:db8::ffff"), "a"), Ok(()));
        assert!(gate.pass(address("2001:db8::2"), "a").is_err(), "one customer's network");
        assert_eq!(gate.pass(None, "a"), Ok(()));
        assert!(gate.pass(address("192.0.2.9"), "a").is_err(), "the form's fifth was the last");
        assert_eq!(gate.pass(address("192.0.2.9"), "b"), Ok(()));
    }

    #[test]
    fn without_limits_all_pass() {
        let gate = gate(0, 0, &[]);
        assert!((0..5_000).all(|_| gate.pass("192.0.2.1".parse().ok(), "a").is_ok()));
    }

    #[test]
    fn proxies_are_believed_if_they_are_trusted() {
        let none = gate(1, 1, &[]);
        assert_eq!(client(&none, "192.0.2.1:9", &["203.0.113.5"]), "192.0.2.1");
        let one = gate(1, 1, &["192.0.2.0/24", "::1/128"]);
        assert_eq!(client(&one, "192.0.2.1:9", &["203.0.113.5"]), "203.0.113.5");
        assert_eq!(client(&one, "198.51.100.1:9", &["203.0.113.5"]), "198.51.100.1");
        // What the visitor wrote into the header stands before what the proxy heard.
        assert_eq!(client(&one, "192.0.2.1:9", &["10.0.0.1, 203.0.113.5:4711"]), "203.0.113.5");
        assert_eq!(client(&one, "192.0.2.1:9", &["203.0.113.5", "192.0.2.7"]), "203.0.113.5");
        assert_eq!(client(&one, "[::1]:9", &["[2001:db8::7]:80"]), "2001:db8::7");
        assert_eq!(client(&one, "[::ffff:192.0.2.1]:9", &["unknown"]), "192.0.2.1");
        assert_eq!(client(&one, "192.0.2.1:9", &[]), "192.0.2.1");
    }
}
