//! `huso times`.

use crate::program::{example, huso, out};
use serde_json::{Value, json};

#[test]
fn times_as_json() {
    let output = huso(&["times", &example(2023), "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let list: Value = serde_json::from_str(out(&output)).unwrap();
    let keynote = list.as_array().unwrap().iter().find(|one| one["id"] == "virtual-connection").unwrap();
    assert_eq!(
        *keynote,
        json!({
            "id": "virtual-connection",
            "start": "2023-08-09T14:00:00Z",
            "end": "2023-08-09T15:35:00Z",
            "zones": {
                "America/Santiago":
                    {"start": "2023-08-09T10:00:00-04:00", "end": "2023-08-09T11:35:00-04:00"},
                "America/Bogota":
                    {"start": "2023-08-09T09:00:00-05:00", "end": "2023-08-09T10:35:00-05:00"},
                "America/Lima":
                    {"start": "2023-08-09T09:00:00-05:00", "end": "2023-08-09T10:35:00-05:00"},
                "America/Mexico_City":
                    {"start": "2023-08-09T08:00:00-06:00", "end": "2023-08-09T09:35:00-06:00"}
            }
        })
    );
}

#[test]
fn times_in_chosen_zones() {
    let zones = ["--zone", "Asia/Tokyo", "--zone", "America/Lima"];
    let output = huso(&[&["times", &example(2023), "--format", "json"], &zones[..]].concat());
    let list: Value = serde_json::from_str(out(&output)).unwrap();
    let zones = list[0]["zones"].as_object().unwrap();
    assert_eq!(zones.keys().collect::<Vec<_>>(), ["America/Lima", "Asia/Tokyo"]);
    assert!(zones["Asia/Tokyo"]["start"].as_str().unwrap().ends_with("+09:00"));
}

#[test]
fn times_as_text() {
    let output = huso(&["times", &example(2023), "--lang", "es"]);
    let line = out(&output).lines().find(|line| line.contains("Conexión virtual")).unwrap();
    let cells: Vec<_> = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(cells[..4], ["10:00–11:35", "09:00–10:35", "09:00–10:35", "08:00–09:35"], "{line}");
}
