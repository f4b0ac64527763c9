//! What one click can do about each kind of fault and remark.

use super::mend::Mend;
use super::{clocks, edition, ids, links, spans, words};
use crate::document::Document;
use crate::place::{Place, Step};
use huso_agenda::Problem;
use huso_explain::{Explanation, Finding, Remark};

/// What one click can do about something that is wrong with a document, the likeliest first; nothing where that takes
/// a person.
///
/// ```
/// use huso_agenda::Lang;
/// use huso_edit::{Document, mends};
/// let text = r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Lima", "sessions": [
///   {"id": "a", "title": "Taller", "start": "2027-08-11T22:00", "end": "2027-08-11T01:00"}]}"#;
/// let document = Document::parse(text).unwrap();
/// let mends = mends(&document, &huso_explain::open(text.as_bytes()).1[0]);
/// assert_eq!(mends[0].text(Lang::Es), "Terminar a las 01:00 (jue 12)");
/// assert!(huso_explain::open(document.with(&mends[0].changes).text().as_bytes()).1.is_empty());
/// ```
pub fn mends(document: &Document, explanation: &Explanation) -> Vec<Mend> {
    let place = Place::parse(&explanation.path);
    match &explanation.finding {
        Finding::Fault(problem) => of_fault(document, &place, problem, &explanation.readings()),
        Finding::Remark(remark) => of_remark(document, &place, remark),
    }
}

fn of_fault(document: &Document, place: &Place, problem: &Problem, readings: &[&str]) -> Vec<Mend> {
    let is_id = matches!(place.steps().last(), Some(Step::Key(key)) if key == "id");
    match problem {
        Problem::EndBeforeStart { start, end } => spans::end_before_start(document, place, *start, *end),
        Problem::DurationDisagrees { stated, actual } => spans::duration(document, place, *stated, *actual),
        Problem::DateAndStart => spans::date_or_start(document, place),
        Problem::Skipped { read_as, other } => clocks::skipped(document, place, [*read_as, *other]),
        Problem::Repeated { first, second } => clocks::repeated(document, place, [*first, *second]),
        Problem::DuplicateId { .. } | Problem::Missing | Problem::Empty if is_id => {
            ids::another(document, place)
        }
        Problem::UnknownKey { meant: Some(meant) } => words::renamed(document, place, meant),
        _ => words::written(document, place, problem, readings),
    }
}

fn of_remark(document: &Document, place: &Place, remark: &Remark) -> Vec<Mend> {
    match remark {
        Remark::InsecureEndpoint => links::encrypted(document, std::slice::from_ref(place)),
        Remark::InsecureLinks { places } => {
            let places: Vec<_> = places.iter().map(|place| Place::parse(place)).collect();
            links::encrypted(document, &places)
        }
        Remark::AllPast { today, .. } => edition::next(document, *today),
        Remark::NoEnd(sessions) if sessions.count == 1 => spans::no_end(document, place),
        Remark::ClosesLate { .. } => spans::closes_late(document, place),
        _ => Vec::new(),
    }
}
