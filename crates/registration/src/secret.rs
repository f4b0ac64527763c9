//! Secrets in an endpoint's configuration: everybody can read an event file.

use crate::format::Endpoint;
use huso_agenda::Problem;
use huso_agenda::decode::Decoder;

/// Parts of names under which people keep secrets.
const NAMES: [&str; 8] =
    ["secret", "password", "passwd", "token", "apikey", "privatekey", "authorization", "cookie"];

/// How private keys begin: Stripe, OpenAI, GitHub, Slack, HubSpot, Supabase, SendGrid, AWS, Shopify,
/// PEM, and what an `Authorization` header has. Publishable ones (`pk_`, `sb_publishable_`) are not here.
const STARTS: [&str; 18] = [
    "sk_",
    "sk-",
    "rk_",
    "ghp_",
    "gho_",
    "ghs_",
    "github_pat_",
    "xoxb-",
    "xoxp-",
    "pat-na",
    "pat-eu",
    "sb_secret_",
    "SG.",
    "AKIA",
    "shpat_",
    "-----BEGIN",
    "Bearer ",
    "Basic ",
];

/// `service_role` in base64, at each of the three places where it can begin (RFC 4648): the role in
/// Supabase's private key, a JWT.
const SERVICE_ROLE: [&str; 3] = ["c2VydmljZV9yb2xl", "NlcnZpY2Vfcm9sZ", "zZXJ2aWNlX3JvbG"];

/// Reports each secret at its place, and returns whether there is any.
pub fn report_secrets(endpoint: &Endpoint, decoder: &mut Decoder) -> bool {
    let mut found = is_secret_address(&endpoint.url);
    if found {
        decoder.report_at("url", Problem::Secret);
    }
    let constants =
        endpoint.constants.0.iter().map(|(name, value)| (name, value.as_str().unwrap_or_default()));
    let headers = endpoint.headers.0.iter().map(|(name, value)| (name, value.as_str()));
    let constants = constants.map(|entry| ("constants", entry));
    for (list, (name, value)) in constants.chain(headers.map(|entry| ("headers", entry))) {
        if is_secret(name, value) {
            found = true;
            decoder.key(list, |decoder| decoder.report_at(name, Problem::Secret));
        }
    }
    found
}

fn is_secret(name: &str, value: &str) -> bool {
    if STARTS.iter().any(|start| value.starts_with(start)) || is_service_role(value) {
        return true;
    }
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    // Supabase's publishable key is made to be read by everybody: row-level security is the lock.
    let is_publishable =
        name == "apikey" && (value.starts_with("sb_publishable_") || value.starts_with("eyJ"));
    !value.is_empty() && !is_publishable && NAMES.iter().any(|part| name.contains(part))
}

fn is_service_role(value: &str) -> bool {
    value.starts_with("eyJ") && SERVICE_ROLE.iter().any(|part| value.contains(part))
}

/// A user and a password before the host, or a secret among the parameters.
fn is_secret_address(url: &str) -> bool {
    let (address, parameters) = url.split_once('?').unwrap_or((url, ""));
    let host = address.split("//").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let mut pairs = form_urlencoded::parse(parameters.as_bytes());
    host.contains('@') || pairs.any(|(name, value)| is_secret(&name, &value))
}

#[cfg(test)]
mod tests {
    use super::{is_secret, is_secret_address};

    /// A JWT's middle part in base64url, as Supabase makes it.
    const ANON: &str = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJvbGUiOiJhbm9uIn0.x";

    #[test]
    fn secrets_are_known_by_name_or_shape() {
        for (name, value) in [
            ("Authorization", "x"),
            ("X-Api-Key", "abc"),
            ("access_token", "abc"),
            ("smtp-password", "abc"),
            ("client_secret", "abc"),
            ("note", "sk_live_abc"),
            ("note", "Bearer abc"),
            ("note", "ghp_abc"),
            ("apikey", "sb_secret_abc"),
            // {"iss":"supabase","role":"service_role"}, and the same with one and two bytes before.
            ("apikey", "eyJh.eyJpc3MiOiJzdXBhYmFzZSIsInJvbGUiOiJzZXJ2aWNlX3JvbGUifQ.x"),
            ("apikey", "eyJh.eyJpc3MiOiJzdXBhYmFzZTEiLCJyb2xlIjoic2VydmljZV9yb2xlIn0.x"),
            ("apikey", "eyJh.eyJpc3MiOiJzdXBhYmFzZTEyIiwicm9sZSI6InNlcnZpY2Vfcm9sZSJ9.x"),
        ] {
            assert!(is_secret(name, value), "{name}: {value}");
        }
    }

    #[test]
    fn what_is_public_is_no_secret() {
        for (name, value) in [
            ("form-name", "fair"),
            ("apikey", "sb_publishable_abc"),
            ("apikey", ANON),
            ("_wpcf7_unit_tag", "wpcf7-f5-o1"),
            ("Prefer", "return=minimal"),
            ("utm_source", "token"),
            ("password", ""),
        ] {
            assert!(!is_secret(name, value), "{name}: {value}");
        }
    }

    #[test]
    fn addresses_are_looked_through() {
        assert!(is_secret_address("https://ana:pass@example.org/r"));
        assert!(is_secret_address("https://example.org/r?a=1&token=abc"));
        assert!(!is_secret_address("https://example.org/@ana?sig=abc&token"));
        assert!(!is_secret_address("/r"));
    }
}
