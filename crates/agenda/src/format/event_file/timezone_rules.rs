//! Rules of time zones that an event file carries.

use crate::decode::{ByKey, Decode, Decoder, Kind, Value};
use crate::problem::Problem;
use crate::record;
use crate::time::{Instant, wall_time};

record! {
    /// Rules of time zones as some release of the IANA time zone database has them; written by
    /// `huso rules`.
    pub struct TimezoneRules {
        /// The release, such as `2026f`. Rules as old as the program's, or older, are not used.
        release: String,
        /// For each zone, its UTC offset from each instant on: `{"2027-09-05T04:00:00Z": "-03:00"}`.
        /// Before the first instant the program's own rules hold.
        zones: ByKey<ZoneOffsets>,
        ;
        /// Instant from which the program's own rules hold again; never unless given.
        until: Option<String>,
    }
}

/// A zone's UTC offsets in seconds east, and from when on: in order, never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneOffsets(pub Vec<(Instant, i32)>);

/// A zone of which one entry can't be read is not read at all: it would be wrong from there on.
impl Decode for ZoneOffsets {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        let Value::Object(members) = value else { return decoder.wrong_kind(Kind::Object, value) };
        if members.is_empty() {
            decoder.report(Problem::Empty);
            return None;
        }
        let mut offsets = Vec::new();
        for (from, offset) in &ByKey::<String>::decode(value, decoder)?.0 {
            decoder.key(from, |decoder| match (wall_time::instant(from), wall_time::offset(offset)) {
                (Ok(from), Ok(offset)) => offsets.push((from, offset)),
                (Err(problem), _) | (_, Err(problem)) => decoder.report(problem),
            });
        }
        offsets.sort_unstable();
        (offsets.len() == members.len()).then_some(Self(offsets))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ZoneOffsets {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ZoneOffsets".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A zone's UTC offset from each instant on.",
            "type": "object",
            "propertyNames": {"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
            "additionalProperties": {"type": "string", "pattern": r"^([+-]\d\d:\d\d|Z)$"},
            "minProperties": 1
        })
    }
}
