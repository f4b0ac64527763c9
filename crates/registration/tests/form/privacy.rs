//! What the visitor agrees to, and what nobody may see.

use crate::made::{at, event, faults, file, lines, one_session, submission, text};
use huso_agenda::Lang;
use huso_registration::form::MINIMUM_AGE;
use huso_registration::validation::{normalize, validate};
use huso_registration::wire::Submission;
use huso_registration::{Answer, Event, FaultCode};
use serde_json::{Value, json};

#[test]
fn consents_are_boxes_necessary_ones_first_and_age_is_one() {
    let (agenda, form) = event(
        json!({
            "consents": [{"id": "photos", "text": "Photos"}, {"id": "terms", "text": "Terms", "required": true}],
            "privacy": {
                "controller": "C", "version": "2027-01", "minimum_age": 18,
                "purposes": [
                    {"id": "register", "text": "To register you", "legal_basis": "contract"},
                    {"id": "news", "text": "News"},
                    {"id": "data", "text": "To treat your data", "required": true, "url": "https://example.org/p"},
                ],
            },
        }),
        one_session(),
    );
    let ids: Vec<_> = form.consents.iter().map(|consent| consent.id.as_str()).collect();
    assert_eq!(ids, ["terms", "data", "photos", "news"]);
    let purposes: Vec<_> = form.purposes.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(purposes, ["register"]);
    let mut sent = submission(&[], &[]);
    sent.consents = vec!["news".into(), MINIMUM_AGE.into(), "data".into(), "news".into(), "gone".into()];
    normalize(&form, &mut sent);
    assert_eq!(sent.consents, ["data", MINIMUM_AGE, "news"]);
    let wrong = |sent: &Submission| {
        let faults = validate(&form, &agenda, sent, at("2027-01-01T00:00"));
        faults.into_iter().map(|fault| (fault.target.pointer(), fault.code)).collect::<Vec<_>>()
    };
    assert_eq!(wrong(&sent), [("/consents/terms".to_owned(), FaultCode::ConsentRequired)]);
    sent.consents = vec!["data".into(), "terms".into()];
    assert_eq!(wrong(&sent), [("/consents/minimum_age".to_owned(), FaultCode::TooYoung(18))]);
    let doubled = json!({
        "consents": [{"id": "data", "text": "D"}, {"id": "minimum_age", "text": "A"}],
        "privacy": {"purposes": [{"id": "data", "text": "D"}]},
    });
    let found = faults(doubled);
    assert!(
        found[0].starts_with("registration.consents[1].id")
            && found[1].starts_with("registration.privacy.purposes[0].id"),
        "{found:?}"
    );
}

/// Of a consent that hangs on answers: it is neither kept, nor needed, nor in the receipt of who isn't asked for it.
#[test]
fn a_consent_is_asked_of_those_whose_answers_it_is_for() {
    let option = |value: &str| json!({"value": value, "label": value});
    let (agenda, form) = event(
        json!({
            "fields": [
                {"id": "from", "type": "radio", "label": "From", "options": [option("abroad"), option("here")]},
                {"id": "country", "type": "country", "label": "Country", "show_if": {"field": "from", "is": ["abroad"]}},
            ],
            "consents": [
                {"id": "pe", "text": "Law 29733", "required": true, "show_if": {"field": "country", "is": ["PE", "CO"]}},
                {"id": "all", "text": "News"},
            ],
        }),
        one_session(),
    );
    let sent = |from: &str, country: &str, given: &[&str]| {
        let mut sent = submission(&[("from", text(from)), ("country", text(country))], &[]);
        sent.consents = given.iter().map(|&id| id.to_owned()).collect();
        normalize(&form, &mut sent);
        let wrong = validate(&form, &agenda, &sent, at("2027-01-01T00:00"));
        let notice = form.notice(Lang::En, Lang::En, &sent, String::new()).unwrap();
        let asked =
            notice.consents.iter().map(|(id, given)| (id.to_owned(), given.clone())).collect::<Vec<_>>();
        (sent.consents, wrong.into_iter().map(|fault| fault.target.pointer()).collect::<Vec<_>>(), asked)
    };
    let (given, wrong, asked) = sent("abroad", "CO", &[]);
    assert_eq!((given, wrong), (vec![], vec!["/consents/pe".to_owned()]));
    assert_eq!(
        asked,
        [("all".to_owned(), Answer::Checked(false)), ("pe".to_owned(), Answer::Checked(false))]
    );
    let (given, wrong, asked) = sent("abroad", "PE", &["pe"]);
    assert_eq!((given, wrong.len()), (vec!["pe".to_owned()], 0));
    assert_eq!(asked[1], ("pe".to_owned(), Answer::Checked(true)));
    // Another country; and one that is no answer any more, since nobody asks for it.
    for (from, country) in [("abroad", "CL"), ("here", "PE")] {
        let (given, wrong, asked) = sent(from, country, &["pe", "all"]);
        assert_eq!((given, wrong.len()), (vec!["all".to_owned()], 0), "{from} {country}");
        assert_eq!(asked, [("all".to_owned(), Answer::Checked(true))]);
    }
    let unknown = json!({"consents": [{"id": "c", "text": "C", "show_if": {"field": "y", "is": ["z"]}}]});
    let found = faults(unknown);
    assert!(
        found.len() == 1 && found[0].starts_with("registration.consents[0].show_if.field: “y”"),
        "{found:?}"
    );
}

#[test]
fn drafts_of_privacy_notices_are_whole_and_warn() {
    for country in ["cl", "co", "pe", "mx", "br"] {
        let path = format!("{}/../../examples/privacy/{country}.json", env!("CARGO_MANIFEST_DIR"));
        let draft: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert!(draft["$comment"].as_str().unwrap().contains("A lawyer must check it"), "{country}");
        let (_, form) = event(json!({"privacy": draft}), one_session());
        // Nothing but what registering needs is necessary.
        let boxes: Vec<_> = form.consents.iter().map(|one| (one.id.as_str(), one.required)).collect();
        assert_eq!(boxes, [("registration", true), ("news", false)], "{country}");
        let privacy = form.privacy.unwrap();
        assert!(
            privacy.rights.is_some() && privacy.transfers.is_some() && privacy.version.is_some(),
            "{country}"
        );
    }
}

#[test]
fn an_endpoint_with_a_secret_is_not_used() {
    let endpoint = json!({"url": "https://example.org/r", "headers": {"Authorization": "Bearer x"}});
    let (event, faults) = Event::parse(&file(json!({"endpoint": endpoint}), one_session()));
    assert!(event.unwrap().form.unwrap().endpoint.is_none());
    let lines = lines(&faults);
    assert!(
        lines.len() == 1 && lines[0].starts_with("registration.endpoint.headers.Authorization: "),
        "{lines:?}"
    );
}
