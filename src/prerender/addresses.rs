//! Addresses of an event file in a page whose own address is not known.

use huso_agenda::link;
use url::Url;

/// An address of the event file at `base`, which may itself be relative to the page; as it is if they make no URL.
pub fn resolve(address: &str, base: &str) -> String {
    if let Ok(base) = Url::parse(base) {
        return base.join(address).map_or_else(|_| address.to_owned(), String::from);
    }
    // The page's own scheme, whichever that is.
    if base.starts_with("//") {
        let resolved = resolve(address, &format!("https:{base}"));
        return resolved
            .strip_prefix("https:")
            .filter(|_| !link::is_absolute(address))
            .map_or(resolved.clone(), str::to_owned);
    }
    // What asks for the file has slashes of its own.
    let base = base.split(['?', '#']).next().unwrap_or_default();
    if address.starts_with(['?', '#']) {
        return format!("{base}{address}");
    }
    let is_relative =
        !address.starts_with('/') && Url::parse(address) == Err(url::ParseError::RelativeUrlWithoutBase);
    match base.rsplit_once('/') {
        // The browser takes out what dots take back.
        Some((folder, _)) if is_relative => format!("{folder}/{address}"),
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_mean_what_they_mean_beside_the_event_file() {
        let cases = [
            ("https://a.example/x", "event.json", "https://a.example/x"),
            ("slides.pdf", "https://a.example/events/1.json", "https://a.example/events/slides.pdf"),
            ("../slides.pdf", "https://a.example/events/1.json", "https://a.example/slides.pdf"),
            ("/slides.pdf", "https://a.example/events/1.json", "https://a.example/slides.pdf"),
            ("slides.pdf", "event.json", "slides.pdf"),
            ("slides.pdf", "events/event.json", "events/slides.pdf"),
            ("../slides.pdf", "events/event.json", "events/../slides.pdf"),
            ("/slides.pdf", "events/event.json", "/slides.pdf"),
            ("/slides.pdf", "//cdn.example/event.json", "//cdn.example/slides.pdf"),
            ("https://a.example/x", "//cdn.example/event.json", "https://a.example/x"),
            ("slides.pdf", "events/file.php?name=a/b.json", "events/slides.pdf"),
            ("?name=c", "events/file.php?name=a/b.json", "events/file.php?name=c"),
            ("slides.pdf", "file.php?name=a/b.json", "slides.pdf"),
            ("slides.pdf", "/events/event.json", "/events/slides.pdf"),
            ("mailto:a@example.org", "events/event.json", "mailto:a@example.org"),
        ];
        for (address, base, resolved) in cases {
            assert_eq!(resolve(address, base), resolved, "{address} beside {base}");
        }
    }
}
