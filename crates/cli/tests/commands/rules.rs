//! `huso rules`.

use crate::program::{WINTER, err, example, huso, out, root, zoneinfo};
use serde_json::{Value, json};
use tempfile::TempDir;

#[test]
fn a_change_of_law_goes_the_whole_way() {
    let folder = TempDir::new().unwrap();
    let (before, after) = (folder.path().join("before.json"), folder.path().join("after.json"));
    let (before, after) = (before.to_str().unwrap(), after.to_str().unwrap());
    std::fs::write(before, WINTER).unwrap();
    let chile = |file: &str| {
        let output = huso(&["times", file, "--zone", "America/Santiago", "--format", "json"]);
        let list: Value = serde_json::from_str(out(&output)).unwrap();
        list[0]["zones"]["America/Santiago"]["start"].as_str().unwrap().to_owned()
    };
    assert_eq!(chile(before), "2027-07-01T10:00:00-04:00");

    let output = huso(&["rules", before, "-o", after, "--zoneinfo", &zoneinfo()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(chile(after), "2027-07-01T11:00:00-03:00");
    // A zone that only the file knows is as good as others.
    let times = huso(&["times", after]);
    let row = out(&times).lines().find(|line| line.ends_with(" A")).unwrap();
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["11:00–12:00", "17:30–18:30", "A"]);
    assert!(out(&times).contains("10:00 local time"), "{}", out(&times));
    let check = huso(&["check", after]);
    let faults = out(&check).lines().filter(|line| !line.contains(": note: ")).count();
    assert_eq!((check.status.code(), faults), (Some(0), 1), "{}", out(&check));

    let written = std::fs::read_to_string(after).unwrap();
    assert!(written.starts_with(WINTER.trim_end().strip_suffix("\n}").unwrap()), "{written}");
    let rules: Value = serde_json::from_str::<Value>(&written).unwrap()["timezone_rules"].clone();
    let zones = rules["zones"].as_object().unwrap();
    assert_eq!(
        zones.keys().collect::<Vec<_>>(),
        ["America/Bogota", "America/Santiago", "America/Nueva", "America/Lima"]
    );
    assert_eq!(rules["release"], "2027z");
    assert_eq!(
        zones["America/Santiago"],
        json!({"2026-06-30T09:00:00Z": "-04:00", "2026-09-06T04:00:00Z": "-03:00"})
    );
    // Once more changes nothing.
    let again = huso(&["rules", after, "--zoneinfo", &zoneinfo()]);
    assert_eq!(out(&again), written);
}

#[test]
fn rules_of_pypi_s_package_are_found_with_their_release() {
    let folder = TempDir::new().unwrap();
    let america = folder.path().join("zoneinfo/America");
    std::fs::create_dir_all(&america).unwrap();
    std::fs::write(folder.path().join("__init__.py"), "# x\nIANA_VERSION = \"2027y\"\n").unwrap();
    for name in ["Bogota", "Lima", "Santiago", "Mexico_City"] {
        std::fs::copy(root().join("tests/zoneinfo/America").join(name), america.join(name)).unwrap();
    }
    let package = folder.path().to_str().unwrap();
    let output = huso(&["rules", &example(2027), "--zoneinfo", package]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let file: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!(file["timezone_rules"]["release"], "2027y");
}

#[test]
fn rules_that_cannot_be_refreshed_say_why() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let nameless = folder.path().join("nameless");
    std::fs::create_dir(&nameless).unwrap();
    let nameless = nameless.to_str().unwrap();
    let start = r#""start": "2027-07-01T09:00", "duration": "PT1H""#;
    let invented = zoneinfo();
    for (file, zoneinfo, says) in [
        (file("a.json", WINTER), "no-such-folder", "pip install"),
        (file("a.json", WINTER), nameless, "nothing that says its release"),
        (file("b.json", &WINTER.replace("Nueva", "Vieja")), &invented, "\"America/Vieja\" is not a zone"),
        (
            file("c.json", &WINTER.replace("America/Nueva", "../zoneinfo/America/Lima")),
            &invented,
            "is not a zone",
        ),
        (
            file(
                "d.json",
                &WINTER
                    .replace(start, "")
                    .replace("title\": \"A\",", "title\": \"A\"")
                    .replace(", \"date\": \"2027-07-02\"", "")
                    .replace(", \"start\": \"2027-07-01T10:00\"", ""),
            ),
            &invented,
            "no session has a date",
        ),
        (
            file(
                "e.json",
                &WINTER.replace(
                    "\"id\": \"e\"",
                    r#""id": "e", "timezone_rules": {"release": "2028a", "zones": {}}"#,
                ),
            ),
            &invented,
            "the file has the rules of 2028a already",
        ),
    ] {
        let output = huso(&["rules", &file, "--zoneinfo", zoneinfo]);
        assert_eq!(output.status.code(), Some(2), "{file}: {}", err(&output));
        assert!(err(&output).contains(says), "{file}: {}", err(&output));
        assert_eq!(out(&output), "");
    }
    let not_json = file("f.json", "{");
    let output = huso(&["rules", &not_json, "--zoneinfo", &invented]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("f.json:1:1: error: "), "{}", err(&output));
}
