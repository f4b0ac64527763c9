//! Links that are not encrypted, and the one that leads back.

use super::scope::{Placed, Scope};
use crate::remark::Remark;

/// An endpoint that answers are sent to without encryption.
pub fn insecure_endpoint(scope: &Scope) -> Option<Placed> {
    let endpoint = scope.form?.endpoint.as_ref()?;
    is_insecure(&endpoint.url).then(|| Placed::at("registration.endpoint.url", Remark::InsecureEndpoint))
}

/// Links that are not encrypted, told together at the first.
pub fn insecure_links(scope: &Scope) -> Option<Placed> {
    let insecure = scope.links.iter().filter(|(_, address)| is_insecure(address));
    let places: Vec<_> = insecure.map(|(path, _)| path.clone()).collect();
    let first = places.first()?.clone();
    Some(Placed::at(&first, Remark::InsecureLinks { places }))
}

/// No page of the event to lead back to.
pub fn no_page(scope: &Scope) -> Option<Placed> {
    scope.agenda.url.is_none().then(|| Placed::at("url", Remark::NoPage))
}

/// Whether it is http, and not of this machine.
fn is_insecure(address: &str) -> bool {
    let rest =
        address.trim().split_at_checked(7).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("http://"));
    rest.is_some_and(|(_, rest)| !["localhost", "127.0.0.1", "[::1]"].iter().any(|own| rest.starts_with(own)))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{event, says, session};

    #[test]
    fn links_without_encryption_are_told_together() {
        let links = r#", "links": [{"rel": "more", "url": "http://www.example.org/a"}, {"rel": "more", "url": "mailto:a@example.org"}]"#;
        let keys = r#""url": "HTTP://www.example.org/", "speakers": [{"id": "s", "name": "S", "photo": "foto.png"}],"#;
        assert_eq!(
            says(&event(keys, &[&session(links)])),
            ["url note: 2 links begin with http, without the s: what is read there isn't encrypted."]
        );
        assert_eq!(
            says(&event("", &[&session(links)])),
            [
                "sessions[0].links[0].url note: The link begins with http, without the s: what is read there isn't encrypted."
            ]
        );
    }

    #[test]
    fn answers_are_sent_encrypted() {
        let to = |url: &str| {
            says(&event(&format!(r#""registration": {{"endpoint": {{"url": "{url}"}}}},"#), &[&session("")]))
        };
        assert_eq!(
            to("http://www.example.org/r")[0].split(": ").next(),
            Some("registration.endpoint.url warning")
        );
        assert_eq!(to("http://www.example.org/r").len(), 1);
        for fine in ["https://www.example.org/r", "/events/e/registrations", "http://localhost:8080/r"] {
            assert_eq!(to(fine), [""; 0]);
        }
    }

    #[test]
    fn an_event_has_a_page() {
        let file = event("", &[&session("")]).replace(r#""url": "https://www.example.org/","#, "");
        assert!(says(&file)[0].starts_with("url note: The event's page is not named (url)"));
    }
}
