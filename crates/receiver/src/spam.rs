//! Telling machines from people, without asking people anything.

use crate::limits::network;
use hmac::{Hmac, KeyInit as _, Mac as _};
use huso_agenda::Instant;
use huso_agenda::chrono::{DateTime, TimeDelta};
use sha2::Sha256;
use std::net::IpAddr;

/// A field that no person sees, so whoever fills it is a machine. Browsers fill in what they know by
/// name: addresses, telephone numbers; not this.
pub const HONEYPOT: &str = "remarks_2";

/// Nobody reads and fills a form faster.
const FASTEST: TimeDelta = TimeDelta::seconds(3);
/// A draft is kept so long, and a token with it.
const LONGEST: TimeDelta = TimeDelta::hours(24);
/// Bytes of a signature: enough for what is only a hint.
const SIGNATURE: usize = 16;

/// Why a submission may come from a machine. A reason to look at it, never to refuse it: a slow proxy, a
/// page from a cache or a browser without JavaScript look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The form was never asked for.
    NoToken,
    /// The token is not ours, or another event's.
    ForgedToken,
    /// Filled faster than a person can.
    TooFast,
    /// The token is older than a draft lives.
    OldToken,
}

impl Doubt {
    /// As it is stored and listed.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoToken => "no_token",
            Self::ForgedToken => "forged_token",
            Self::TooFast => "too_fast",
            Self::OldToken => "old_token",
        }
    }
}

/// Signs with the database's key.
pub struct Signer(Hmac<Sha256>);

impl Signer {
    /// HMAC-SHA-256 (RFC 2104).
    pub fn new(key: &[u8; 32]) -> Self {
        // Filled up with zeros to the hash's block, as the RFC says.
        let mut block = hmac::digest::Key::<Hmac<Sha256>>::default();
        block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
        Self(Hmac::new(&block))
    }

    /// A token that says when a form was asked for: milliseconds and signature, in hexadecimal.
    pub fn token(&self, event: &str, now: Instant) -> String {
        let issued = format!("{:x}", now.timestamp_millis());
        let signature = self.signature(&["token", event, &issued]);
        issued + "-" + &signature
    }

    /// What is dubious about a submission that comes now with this token.
    pub fn doubt(&self, event: &str, token: Option<&str>, now: Instant) -> Option<Doubt> {
        let Some(token) = token.filter(|token| !token.is_empty()) else { return Some(Doubt::NoToken) };
        let Some(issued) = self.issued(event, token) else { return Some(Doubt::ForgedToken) };
        match now - issued {
            age if age < FASTEST => Some(Doubt::TooFast),
            age if age > LONGEST => Some(Doubt::OldToken),
            _ => None,
        }
    }

    /// When a token was made; `None` if it wasn't made here.
    fn issued(&self, event: &str, token: &str) -> Option<Instant> {
        let (issued, signature) = token.split_once('-')?;
        let signature = hex::decode(signature).ok().filter(|bytes| bytes.len() == SIGNATURE)?;
        self.mac(&["token", event, issued]).verify_truncated_left(&signature).ok()?;
        DateTime::from_timestamp_millis(i64::from_str_radix(issued, 16).ok()?)
    }

    /// An id for a form that came without one: the same for the same content from the same browser, so
    /// that a double click or a reload is stored once, and not to be guessed.
    pub fn submission_id(&self, content: &[&str]) -> String {
        self.signature(&[&["submission"], content].concat())
    }

    /// What is noted of where a submission came from: the network's hash under this key, which tells whether two
    /// came from the same and not from which.
    pub fn origin(&self, client: IpAddr) -> String {
        self.signature(&["origin", &network(client).to_string()])
    }

    fn signature(&self, parts: &[&str]) -> String {
        hex::encode(self.mac(parts).finalize().into_bytes().get(..SIGNATURE).unwrap_or_default())
    }

    fn mac(&self, parts: &[&str]) -> Hmac<Sha256> {
        let mut mac = self.0.clone();
        for part in parts {
            mac.update(part.as_bytes());
            mac.update(&[0]);
        }
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_say_when_they_were_made_and_for_what() {
        let signer = Signer::new(&[7; 32]);
        let made: Instant = "2027-06-01T12:00:00Z".parse().unwrap();
        let token = signer.token("fair", made);
        let after = |seconds| signer.doubt("fair", Some(&token), made + TimeDelta::seconds(seconds));
        assert_eq!(after(2), Some(Doubt::TooFast));
        assert_eq!(after(-5), Some(Doubt::TooFast), "a clock that was set back");
        assert_eq!(after(3), None);
        assert_eq!(after(24 * 3600), None);
        assert_eq!(after(24 * 3600 + 1), Some(Doubt::OldToken));

        let later = made + TimeDelta::seconds(60);
        assert_eq!(signer.doubt("fair", None, later), Some(Doubt::NoToken));
        assert_eq!(signer.doubt("fair", Some(""), later), Some(Doubt::NoToken));
        assert_eq!(signer.doubt("other", Some(&token), later), Some(Doubt::ForgedToken));
        let other = Signer::new(&[8; 32]);
        assert_eq!(other.doubt("fair", Some(&token), later), Some(Doubt::ForgedToken));
        // Shorter signatures and other times don't pass.
        let (issued, signature) = token.split_once('-').unwrap();
        let earlier = format!("{:x}-{signature}", made.timestamp_millis() - 1);
        for forged in [&token[..token.len() - 2], issued, "-", &format!("{issued}-"), &earlier, "ñ-ñ"] {
            assert_eq!(signer.doubt("fair", Some(forged), later), Some(Doubt::ForgedToken), "{forged}");
        }
    }

    #[test]
    fn ids_depend_on_all_of_the_content() {
        let signer = Signer::new(&[7; 32]);
        let id = signer.submission_id(&["a", "b"]);
        assert_eq!(id, signer.submission_id(&["a", "b"]));
        assert_eq!(id.len(), 32);
        assert_ne!(id, signer.submission_id(&["ab", ""]));
        assert_ne!(id, Signer::new(&[8; 32]).submission_id(&["a", "b"]));
    }
}
