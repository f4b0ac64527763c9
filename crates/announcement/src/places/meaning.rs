//! What a name can stand for.

use huso_agenda::zone::Zone;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// One zone.
    Zone {
        /// Its IANA name.
        zone: &'static str,
        /// ISO 3166 code of the country, empty for UTC.
        country: &'static str,
        /// Whether the name is the country's: a city's or region's name beside it says more.
        whole_country: bool,
    },
    /// One zone whose rules are not in the program: it is known by name, and not to be compared.
    WithoutRules {
        /// Its IANA name.
        zone: &'static str,
        /// ISO 3166 code of the country.
        country: &'static str,
        /// Whether the name is the country's.
        whole_country: bool,
    },
    /// Several zones, between which it doesn't decide.
    Ambiguous(&'static [&'static str]),
    /// No place, though it begins or ends as one: the Pacific Alliance is not `Pacific`.
    NoPlace,
}

impl Meaning {
    /// One zone, with its rules or without.
    pub(super) fn one(zone: &'static str, country: &'static str, whole_country: bool) -> Self {
        if Zone::is_embedded(zone) {
            Self::Zone { zone, country, whole_country }
        } else {
            Self::WithoutRules { zone, country, whole_country }
        }
    }

    /// The zones that it may be.
    pub(super) fn zones(&self) -> &[&'static str] {
        match self {
            Self::Zone { zone, .. } | Self::WithoutRules { zone, .. } => std::slice::from_ref(zone),
            Self::Ambiguous(zones) => zones,
            Self::NoPlace => &[],
        }
    }
}
