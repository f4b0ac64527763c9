//! The zones that the file names, and their rules.

use super::values::or_report;
use crate::decode::{Decoder, List, each};
use crate::event_file::{ShownZone, TimezoneRules};
use crate::language::Lang;
use crate::text::Text;
use crate::time::{Database, Instant, Zone, wall_time};

/// The zones under the file's rules; under the program's if something is wrong with these.
pub(super) fn database(rules: Option<TimezoneRules>, decoder: &mut Decoder) -> Database {
    let read = |decoder: &mut Decoder| rules.and_then(|rules| under(rules, decoder));
    decoder.key("timezone_rules", read).unwrap_or_default()
}

fn under(rules: TimezoneRules, decoder: &mut Decoder) -> Option<Database> {
    let until = rules.until.as_deref().map_or(Ok(Instant::MAX_UTC), wall_time::instant);
    let until = until.map_err(|problem| decoder.report_at("until", problem)).ok()?;
    let zones = rules.zones.0.into_iter().map(|(zone, offsets)| (zone, offsets.0));
    let database = Database::try_new(rules.release, until, zones);
    database.map_err(|problem| decoder.report_at("release", problem)).ok()
}

/// The zone of an IANA name, if there is one.
pub(super) fn zone(database: &Database, name: &str, decoder: &mut Decoder) -> Option<Zone> {
    or_report(database.get(name), decoder)
}

/// The zones that the file wants shown, and what readers call them.
pub(super) fn shown_zones(
    database: &Database,
    zones: List<ShownZone>,
    decoder: &mut Decoder,
) -> Vec<(Zone, Text)> {
    if zones.is_empty() {
        return default_zones(database);
    }
    each(zones, "zones", decoder, |shown, decoder| {
        let zone = decoder.key("timezone", |decoder| zone(database, &shown.timezone, decoder))?;
        Some((zone, shown.label))
    })
}

/// The zones of the Pacific Alliance: what an event file that names none gets.
pub fn default_zones(database: &Database) -> Vec<(Zone, Text)> {
    let places = [
        ("America/Santiago", ["Chile", "Chile", "Chile"]),
        ("America/Bogota", ["Colombia", "Colombia", "Colômbia"]),
        ("America/Lima", ["Perú", "Peru", "Peru"]),
        ("America/Mexico_City", ["México", "Mexico", "México"]),
    ];
    let mut zones = Vec::new();
    for (name, texts) in places {
        let Ok(zone) = database.get(name) else { continue };
        let mut label = Vec::new();
        for (lang, text) in Lang::ALL.into_iter().zip(texts) {
            label.push((lang.tag().to_owned(), text.to_owned()));
        }
        zones.push((zone, Text::ByLanguage(label)));
    }
    zones
}
