//! Events to publish: the examples, and made ones of every zone and season.

use huso_registration::Event;

/// The examples of the repository.
pub fn examples() -> Vec<Event> {
    let files = [
        include_str!("../../../../examples/pacific-alliance-2023.json"),
        include_str!("../../../../examples/pacific-alliance-2027.json"),
        include_str!("../../../../examples/appointments.json"),
    ];
    files.map(event).into()
}

/// The event of an event file without faults.
pub fn event(file: &str) -> Event {
    let (event, faults) = Event::parse(file);
    assert!(
        faults.iter().all(|fault| fault.severity() != huso_agenda::Severity::Error),
        "{faults:?}\n{file}"
    );
    event.unwrap()
}
