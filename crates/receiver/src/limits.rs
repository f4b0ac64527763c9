//! How many submissions are taken, and from whom.

use axum::http::HeaderMap;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, NotUntil, Quota, RateLimiter};
use ipnet::IpNet;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// After so many submissions, those who sent none lately are forgotten.
const SWEEP: u32 = 1024;

/// Header in which proxies say for whom they ask.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// How many submissions are taken.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Requests from one address in a minute, all at once or spread; `None` without a limit. They are counted before
    /// anything is read of them.
    pub per_address: Option<NonZeroU32>,
    /// Registrations that are stored from one address in ten minutes, all at once or spread; `None` without a limit.
    /// Nobody takes an event's seats faster.
    pub stored_per_address: Option<NonZeroU32>,
    /// Registrations that are stored for one event in a minute; `None` without a limit.
    pub per_form: Option<NonZeroU32>,
    /// Networks behind whose one address many people are: for them `stored_per_address` does not count.
    pub offices: Vec<IpNet>,
    /// Proxies whose word about whom they ask for is believed.
    pub trusted_proxies: Vec<IpNet>,
}

/// 100 people in an office can register within ten minutes; of a conference's network, where there are more, the
/// receiver is told.
impl Default for Limits {
    fn default() -> Self {
        Self {
            per_address: NonZeroU32::new(1_200),
            stored_per_address: NonZeroU32::new(100),
            per_form: NonZeroU32::new(12_000),
            offices: Vec::new(),
            trusted_proxies: Vec::new(),
        }
    }
}

/// In how many seconds as many are stored as `stored_per_address` says.
const STORED_PERIOD: u32 = 600;

/// Counts submissions, in memory.
pub struct Gate {
    requests: Option<DefaultKeyedRateLimiter<IpAddr>>,
    stored: Option<DefaultKeyedRateLimiter<IpAddr>>,
    forms: Option<DefaultKeyedRateLimiter<String>>,
    offices: Vec<IpNet>,
    trusted: Vec<IpNet>,
    admitted: AtomicU32,
}

impl Gate {
    /// Nobody was here yet.
    pub fn new(limits: &Limits) -> Self {
        let minute = |most| RateLimiter::keyed(Quota::per_minute(most));
        Self {
            requests: limits.per_address.map(minute),
            stored: limits.stored_per_address.and_then(slowly).map(RateLimiter::keyed),
            forms: limits.per_form.map(|most| RateLimiter::keyed(Quota::per_minute(most))),
            offices: limits.offices.clone(),
            trusted: limits.trusted_proxies.clone(),
            admitted: AtomicU32::new(0),
        }
    }

    /// Counts a request, of which nothing was read yet.
    ///
    /// # Errors
    /// The seconds to wait, if it comes too soon.
    pub fn admit(&self, address: Option<IpAddr>) -> Result<(), u64> {
        if self.admitted.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            self.requests.iter().chain(&self.stored).for_each(RateLimiter::retain_recent);
        }
        check_address(self.requests.as_ref(), address)
    }

    /// Counts a submission that would be stored.
    ///
    /// # Errors
    /// The seconds to wait, if it comes too soon.
    pub fn pass(&self, address: Option<IpAddr>, form: &str) -> Result<(), u64> {
        let is_office = |address: &IpAddr| self.offices.iter().any(|office| office.contains(address));
        check_address(self.stored.as_ref(), address.filter(|address| !is_office(address)))?;
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

/// So many at once, and as many again in [`STORED_PERIOD`].
fn slowly(most: NonZeroU32) -> Option<Quota> {
    let each = Duration::from_secs(STORED_PERIOD.into()) / most.get();
    Quota::with_period(each).map(|quota| quota.allow_burst(most))
}

fn check_address(
    limiter: Option<&DefaultKeyedRateLimiter<IpAddr>>,
    address: Option<IpAddr>,
) -> Result<(), u64> {
    match (limiter, address) {
        (Some(limiter), Some(address)) => check(limiter, &network(address)),
        _ => Ok(()),
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
pub fn network(address: IpAddr) -> IpAddr {
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
            stored_per_address: None,
            per_form: NonZeroU32::new(per_form),
            offices: Vec::new(),
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
        let gate = gate(2, 3, &[]);
        let address = |text: &str| Some(text.parse().unwrap());
        for _ in 0..2 {
            assert_eq!(gate.admit(address("192.0.2.1")), Ok(()));
        }
        let wait = gate.admit(address("192.0.2.1")).unwrap_err();
        assert!((29..=31).contains(&wait), "2 a minute is one in 30 s: {wait}");
        assert_eq!(gate.admit(address("2001:db8::1")), Ok(()));
        assert_eq!(gate.admit(address("2001:db8::ffff")), Ok(()));
        assert!(gate.admit(address("2001:db8::2")).is_err(), "one customer's network");
        assert_eq!(gate.admit(None), Ok(()));
        assert!((0..3).all(|_| gate.pass(None, "a").is_ok()), "what was only asked for took nobody's turn");
        assert!(gate.pass(address("192.0.2.9"), "a").is_err(), "the form's third was the last");
        assert_eq!(gate.pass(address("192.0.2.9"), "b"), Ok(()));
    }

    /// Kind of fault: one who takes what is meant for many.
    #[test]
    fn one_address_takes_no_event_and_an_office_is_no_one() {
        let gate =
            Gate::new(&Limits { offices: vec!["198.51.100.0/24".parse().unwrap()], ..Limits::default() });
        let pass = |address: &str, times| {
            (0..times).filter(|_| gate.pass(Some(address.parse().unwrap()), "a").is_ok()).count()
        };
        assert_eq!(pass("192.0.2.1", 200), 100);
        assert_eq!(pass("2001:db8::1", 150) + pass("2001:db8::2", 150), 100, "one customer's network");
        assert_eq!(pass("198.51.100.7", 900), 900);
        let wait = gate.pass("192.0.2.1".parse().ok(), "a").unwrap_err();
        assert!((5..=7).contains(&wait), "100 in ten minutes is one in 6 s: {wait}");
    }

    #[test]
    fn without_limits_all_pass() {
        let gate = gate(0, 0, &[]);
        let address = "192.0.2.1".parse().ok();
        assert!((0..5_000).all(|_| gate.admit(address).is_ok() && gate.pass(address, "a").is_ok()));
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
