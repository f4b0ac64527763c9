//! Zones for those who write an offset instead.

use crate::times;
use huso_agenda::{Instant, Offsets as _, Zone};

/// Most zones that are named.
const NAMED: usize = 5;

/// Zones of countries of the region, those of the Pacific Alliance first; each time that clocks show here
/// is one of theirs.
const CAPITALS: &[&str] = &[
    "America/Bogota",
    "America/Lima",
    "America/Santiago",
    "America/Mexico_City",
    "America/Argentina/Buenos_Aires",
    "America/Sao_Paulo",
    "America/Guayaquil",
    "America/Panama",
    "America/La_Paz",
    "America/Caracas",
    "America/Asuncion",
    "America/Montevideo",
    "America/Costa_Rica",
    "America/Guatemala",
    "America/El_Salvador",
    "America/Santo_Domingo",
    "America/Tijuana",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "Europe/Madrid",
];

/// The zones in which an offset is in force at all of some instants, the likeliest first. Of what is
/// written: `GMT-5`, `-05:00`, `Etc/GMT+5`, whose sign is the other way round.
pub fn candidates(written: &str, instants: &[Instant]) -> Vec<&'static str> {
    let inverted = written.strip_prefix("Etc/").and_then(times::seconds).map(|seconds| -seconds);
    let Some(offset) = inverted.or_else(|| times::seconds(written)) else { return Vec::new() };
    let zones = CAPITALS.iter().copied().filter(|name| {
        let Ok(zone) = Zone::named(name) else { return false };
        instants.iter().all(|instant| zone.offset_at(*instant) == offset)
    });
    zones.take(NAMED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use huso_agenda::wall_time::instant;

    #[test]
    fn zones_are_named_by_the_offset_in_force_on_the_day() {
        let (winter, summer) =
            (instant("2027-07-14T12:00:00Z").unwrap(), instant("2027-12-14T12:00:00Z").unwrap());
        for written in ["GMT-5", "UTC-5", "-05:00", "UTC−05:00", "Etc/GMT+5", "-5"] {
            assert_eq!(candidates(written, &[summer])[..2], ["America/Bogota", "America/Lima"], "{written}");
        }
        assert!(candidates("GMT-4", &[winter]).contains(&"America/Santiago"));
        assert!(!candidates("GMT-4", &[summer]).contains(&"America/Santiago"));
        assert!(!candidates("GMT-4", &[winter, summer]).contains(&"America/Santiago"));
        assert!(candidates("GMT-3", &[summer]).contains(&"America/Santiago"));
        assert_eq!(candidates("GMT+9", &[winter]), [""; 0]);
        assert_eq!(candidates("Perú", &[winter]), [""; 0]);
    }

    #[test]
    fn every_zone_of_the_list_is_embedded() {
        for name in CAPITALS {
            assert!(Zone::named(name).is_ok(), "{name}");
        }
    }
}
