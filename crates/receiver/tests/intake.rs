//! Bodies of forms: whatever arrives is read or refused, and what browsers write is read as it was written.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use huso_receiver::intake::{Entries, Unreadable, multipart, submission, urlencoded};
use huso_registration::{Answer, Event};
use proptest::prelude::*;

const BOUNDARY: &str = "----formdata-7MA4YWxk";

fn read_multipart(body: Vec<u8>) -> Result<Entries, Unreadable> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(multipart(body.into(), BOUNDARY))
}

/// As in WHATWG URL, section 5.2.
fn percent_encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b' ' => "+".to_owned(),
            b'*' | b'-' | b'.' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// As in WHATWG HTML, "multipart/form-data encoding algorithm".
fn part(name: &str, value: &str) -> String {
    let name = name.replace('\n', "%0A").replace('\r', "%0D").replace('"', "%22");
    format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
}

#[test]
fn ticks_of_one_group_are_kept_in_the_order_they_came() {
    let file = r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota", "registration": {"fields": [
        {"id": "text", "type": "text", "label": "T"},
        {"id": "many", "type": "checkboxes", "label": "M", "options": [{"value": "a", "label": "A"}]}]}}"#;
    let event = Event::parse(file).0.unwrap();
    let entries = urlencoded(b"many=b&text=t&many=a&text=u&many=b");
    let (sent, _) = submission(&event, event.form.as_ref().unwrap(), entries);
    let expected = Answer::Many(["b", "a", "b"].map(str::to_owned).into());
    assert_eq!(sent.answers.get("many"), Some(&expected));
    assert_eq!(sent.answers.get("text"), Some(&Answer::Text("u".into())));
}

proptest! {
    #[test]
    fn urlencoded_reads_what_browsers_write(pairs in prop::collection::vec((".{1,20}", ".{0,40}"), 0..8)) {
        let body: Vec<_> = pairs
            .iter()
            .map(|(name, value)| percent_encoded(name) + "=" + &percent_encoded(value))
            .collect();
        prop_assert_eq!(urlencoded(body.join("&").as_bytes()).texts, pairs);
    }

    #[test]
    fn multipart_reads_what_browsers_write(
        pairs in prop::collection::vec(("[a-zA-Z0-9ñ_ .-]{1,20}", "[^\u{0}]{0,40}"), 0..8),
    ) {
        let parts: String = pairs.iter().map(|(name, value)| part(name, value)).collect();
        let entries = read_multipart(format!("{parts}--{BOUNDARY}--\r\n").into_bytes()).unwrap();
        prop_assert_eq!(entries.texts, pairs);
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        mut body in prop::collection::vec(any::<u8>(), 0..400),
        at in 0_usize..400,
    ) {
        urlencoded(&body);
        let _ = read_multipart(body.clone());
        // Damaged multipart, which gets further than noise.
        let whole = part("name", "Ana") + &part("email", "ana@example.org");
        body.splice(at.min(body.len())..at.min(body.len()), whole.bytes());
        body.splice(0..0, format!("--{BOUNDARY}\r\n").bytes());
        let _ = read_multipart(body);
    }
}
