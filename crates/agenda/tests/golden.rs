//! The golden cases on the host.

#[path = "golden/mod.rs"]
mod golden_cases;

#[test]
fn instants() {
    let (compared, other) = golden_cases::check_instants();
    println!("{compared} rows compared, {other} of zones that are not embedded");
    assert!(compared > 1_000, "{compared}");
}

#[test]
fn local_times() {
    let (compared, other) = golden_cases::check_local_times();
    println!("{compared} rows compared, {other} of zones that are not embedded");
    assert!(compared > 80, "{compared}");
}

#[test]
fn differences() {
    assert_eq!(golden_cases::check_differences(), 37);
}
