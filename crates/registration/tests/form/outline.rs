//! What is known of a form before it is read.

use crate::made::file;
use huso_registration::Event;
use huso_registration::form::Outline;
use serde_json::json;

#[test]
fn the_outline_that_is_read_first_is_the_forms_own() {
    for registration in [
        json!({"opens": "2027-05-01T08:00", "closes": "2027-06-01T08:00", "choose": "sessions"}),
        json!({"closes": "2027-06-01T24:00"}),
        json!({}),
        json!({"opens": "soon", "closes": 7, "choose": "none"}),
        json!({"opens": "2027-06-01T08:00", "closes": "2027-05-01T08:00"}),
    ] {
        let sessions = json!([{"id": "a", "title": "A", "start": "2027-07-01T09:00", "duration": 30}]);
        let text = file(registration.clone(), sessions);
        let (agenda, registration) = Event::parse_agenda(&text).0.unwrap();
        let outline = Outline::read(&registration.unwrap(), &agenda);
        assert_eq!(outline, Event::parse(&text).0.unwrap().form.unwrap().outline, "{text}");
        assert!(outline.closes.is_some(), "{text}");
    }
}
