//! The names that people here write for a time zone, in Spanish, English and Portuguese, and what
//! they mean. For what reads people's prose; event files name zones by their IANA names.
//!
//! Which zone each country keeps is tzdata's `zone1970.tab`; which one its bare name stands for where it
//! keeps several is design.md's: the mainland of Chile and Ecuador, the peninsula of Spain, Mexico City,
//! and Brasília, in which Brazil announces. Abbreviations are those of tzdata before 2017 (CLT, COT,
//! PET …) and of the region's press (COL, CDMX), for summer time as for the rest of the year: people
//! write CLT all year round.

use crate::diagnostic::{Diagnostic, Problem};
use crate::i18n::Lang;
use crate::zone::Zone;
use crate::zone_names;

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
    /// No place, though it begins as one: the Pacific Alliance is not `Pacific`.
    NoPlace,
}

impl Meaning {
    /// One zone, with its rules or without.
    fn one(zone: &'static str, country: &'static str, whole_country: bool) -> Self {
        if Zone::named(zone).is_ok() {
            Self::Zone { zone, country, whole_country }
        } else {
            Self::WithoutRules { zone, country, whole_country }
        }
    }
}

/// What one zone is called.
struct Named {
    zone: &'static str,
    country: &'static str,
    /// Names of the country; empty where the zone is not the one that its bare name stands for.
    country_names: &'static [&'static str],
    /// Cities and regions.
    names: &'static [&'static str],
    /// In capitals only: PET, COT and ART are words otherwise.
    codes: &'static [&'static str],
}

/// What `name` stands for. Case and accents make no difference, save that abbreviations are in capitals.
///
/// ```
/// use huso_agenda::places::{Meaning, meaning};
/// assert!(matches!(meaning("chilena"), Some(Meaning::Zone { zone: "America/Santiago", .. })));
/// assert!(matches!(meaning("COL"), Some(Meaning::Zone { zone: "America/Bogota", .. })));
/// assert!(matches!(meaning("CST"), Some(Meaning::Ambiguous(_))));
/// assert!(matches!(meaning("Tokio"), Some(Meaning::WithoutRules { zone: "Asia/Tokyo", .. })));
/// assert_eq!(meaning("mañana"), None);
/// ```
pub fn meaning(name: &str) -> Option<Meaning> {
    let known = |found: &'static Named, whole_country| Meaning::one(found.zone, found.country, whole_country);
    if let Some((_, candidates)) = AMBIGUOUS_CODES.iter().find(|(code, _)| *code == name) {
        return Some(Meaning::Ambiguous(candidates));
    }
    // Only those are abbreviations that it refuses; of anything else it looks for the likest name.
    let is_code = name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code && let Err(Problem::AmbiguousZone { candidates, .. }) = Zone::named(name) {
        return Some(Meaning::Ambiguous(candidates));
    }
    if let Some(found) = NAMED.iter().find(|entry| entry.codes.contains(&name)) {
        return Some(known(found, true));
    }
    if NO_PLACES.contains(&&*folded(name)) {
        return Some(Meaning::NoPlace);
    }
    let folded = folded(name);
    if let Some((_, candidates)) = AMBIGUOUS_NAMES.iter().find(|(known, _)| *known == folded) {
        return Some(Meaning::Ambiguous(candidates));
    }
    if let Some(found) = NAMED.iter().find(|entry| entry.country_names.contains(&&*folded)) {
        return Some(known(found, true));
    }
    NAMED.iter().find(|entry| entry.names.contains(&&*folded)).map(|found| known(found, false))
}

/// What a country's flag stands for, given its ISO 3166 code.
pub(crate) fn flag(code: &str) -> Option<Meaning> {
    if code == "US" {
        return Some(Meaning::Ambiguous(UNITED_STATES));
    }
    let entry = NAMED.iter().find(|entry| entry.country == code && !entry.country_names.is_empty())?;
    Some(Meaning::one(entry.zone, entry.country, true))
}

/// What the name of a region stands for beside its country's, given the country's ISO 3166 code:
/// `Noroeste` in `México (Noroeste)`. Regions are called as the widget's own labels call them, in any of
/// its languages.
///
/// ```
/// use huso_agenda::places::{Meaning, region};
/// assert!(matches!(region("MX", "Noroeste"), Some(Meaning::Zone { zone: "America/Tijuana", .. })));
/// assert!(matches!(region("US", "Pacific"), Some(Meaning::Zone { zone: "America/Los_Angeles", .. })));
/// assert_eq!(region("CL", "Noroeste"), None);
/// ```
pub fn region(country: &str, name: &str) -> Option<Meaning> {
    let folded = folded(name);
    let entry = NAMED.iter().find(|entry| {
        let mut labels = Lang::ALL.into_iter().filter_map(|lang| zone_names::region(entry.zone, lang));
        entry.country == country && labels.any(|(_, region)| self::folded(&region) == folded)
    })?;
    Some(Meaning::one(entry.zone, entry.country, false))
}

/// Adds the zone that was meant where an event file calls it by one of these names.
pub fn hint(faults: &mut [Diagnostic]) {
    for fault in faults {
        if let Problem::UnknownZone { found, meant: meant @ None } = &mut fault.problem
            && let Some(Meaning::Zone { zone, .. }) = meaning(found)
        {
            *meant = Some(zone);
        }
    }
}

/// In lower case without accents.
pub(crate) fn folded(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

/// A letter in lower case without its accent; nothing for an accent that stands by itself (U+0300–036F).
pub(crate) fn fold(letter: char) -> Option<char> {
    // Names here have no other letters; a table of all of Unicode's would be 11 kB.
    Some(match letter.to_ascii_lowercase() {
        '\u{300}'..='\u{36f}' => return None,
        'á' | 'Á' | 'à' | 'À' | 'â' | 'Â' | 'ã' | 'Ã' | 'ä' | 'Ä' | 'ª' => 'a',
        'é' | 'É' | 'è' | 'È' | 'ê' | 'Ê' | 'ë' | 'Ë' => 'e',
        'í' | 'Í' | 'ì' | 'Ì' | 'î' | 'Î' | 'ï' | 'Ï' => 'i',
        'ó' | 'Ó' | 'ò' | 'Ò' | 'ô' | 'Ô' | 'õ' | 'Õ' | 'ö' | 'Ö' | 'º' => 'o',
        'ú' | 'Ú' | 'ù' | 'Ù' | 'û' | 'Û' | 'ü' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'n',
        'ç' | 'Ç' => 'c',
        other => other,
    })
}

const UNITED_STATES: &[&str] =
    &["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"];
const CENTRAL: &[&str] = &["America/Mexico_City", "America/Chicago", "America/Costa_Rica"];
const MOUNTAIN: &[&str] = &["America/Denver", "America/Phoenix", "America/Hermosillo"];
/// In the north-west of Mexico `hora del Pacífico` is Mazatlán's, which is Denver's in winter.
const PACIFIC: &[&str] = &["America/Los_Angeles", "America/Mazatlan", "America/Tijuana"];

/// Beside those that [`Zone::named`] refuses.
const AMBIGUOUS_CODES: &[(&str, &[&str])] = &[
    ("CT", CENTRAL),
    ("MT", MOUNTAIN),
    ("USA", UNITED_STATES),
    ("EUA", UNITED_STATES),
    ("US", UNITED_STATES),
];

const AMBIGUOUS_NAMES: &[(&str, &[&str])] = &[
    ("central time", CENTRAL),
    ("hora central", CENTRAL),
    ("hora del centro", CENTRAL),
    ("tiempo del centro", CENTRAL),
    ("mountain time", MOUNTAIN),
    ("hora del pacifico", PACIFIC),
    ("tiempo del pacifico", PACIFIC),
    ("estados unidos", UNITED_STATES),
    ("ee uu", UNITED_STATES),
    ("eeuu", UNITED_STATES),
    ("united states", UNITED_STATES),
    ("u s", UNITED_STATES),
];

const NO_PLACES: &[&str] = &["pacific alliance", "eastern europe"];

#[rustfmt::skip]
const NAMED: &[Named] = &[
    Named {
        zone: "America/Santiago", country: "CL",
        country_names: &["chile", "chilena", "chileno", "chilean", "chile continental", "continental de chile"],
        names: &["santiago", "santiago de chile", "valparaiso", "concepcion", "antofagasta", "vina del mar"],
        codes: &["CLT", "CLST", "CL", "CHI"],
    },
    Named {
        zone: "America/Punta_Arenas", country: "CL", country_names: &[],
        names: &["punta arenas", "magallanes"], codes: &[],
    },
    Named {
        zone: "America/Coyhaique", country: "CL", country_names: &[],
        names: &["coyhaique", "aysen"], codes: &[],
    },
    Named {
        zone: "Pacific/Easter", country: "CL", country_names: &[],
        names: &["isla de pascua", "rapa nui", "easter island", "ilha de pascoa", "chile insular"], codes: &[],
    },
    Named {
        zone: "America/Bogota", country: "CO",
        country_names: &["colombia", "colombiana", "colombiano", "colombian"],
        names: &["bogota", "medellin", "cali", "barranquilla", "cartagena"],
        codes: &["COL", "COT", "CO"],
    },
    Named {
        zone: "America/Lima", country: "PE",
        country_names: &["peru", "peruana", "peruano", "peruvian"],
        names: &["lima", "cusco", "arequipa", "trujillo"],
        codes: &["PET", "PER", "PE"],
    },
    Named {
        zone: "America/Mexico_City", country: "MX",
        country_names: &["mexico", "mexicana", "mexicano", "mexican", "mejico"],
        names: &[
            "ciudad de mexico", "mexico city", "cidade do mexico", "centro de mexico", "central mexico",
            "mexico centro", "zona centro", "mexico df", "cdmx", "guadalajara", "puebla", "queretaro", "toluca",
        ],
        codes: &["CDMX", "MEX", "MX", "DF"],
    },
    Named { zone: "America/Monterrey", country: "MX", country_names: &[], names: &["monterrey", "nuevo leon"], codes: &[] },
    Named { zone: "America/Cancun", country: "MX", country_names: &[], names: &["cancun", "quintana roo", "zona sureste", "mexico sureste", "hora del sureste"], codes: &[] },
    Named { zone: "America/Merida", country: "MX", country_names: &[], names: &["merida", "yucatan"], codes: &[] },
    Named { zone: "America/Tijuana", country: "MX", country_names: &[], names: &["tijuana", "baja california", "zona noroeste", "mexico noroeste", "hora del noroeste"], codes: &[] },
    Named { zone: "America/Hermosillo", country: "MX", country_names: &[], names: &["hermosillo", "sonora"], codes: &[] },
    Named { zone: "America/Chihuahua", country: "MX", country_names: &[], names: &["chihuahua"], codes: &[] },
    Named { zone: "America/Ciudad_Juarez", country: "MX", country_names: &[], names: &["ciudad juarez"], codes: &[] },
    Named {
        zone: "America/Mazatlan", country: "MX", country_names: &[],
        names: &["mazatlan", "sinaloa", "baja california sur", "zona pacifico", "mexico pacifico"], codes: &[],
    },
    Named {
        zone: "America/Argentina/Buenos_Aires", country: "AR",
        country_names: &["argentina", "argentino", "argentinian", "argentine"],
        names: &["buenos aires", "cordoba", "rosario", "mendoza"],
        codes: &["ART", "ARG", "AR"],
    },
    Named {
        zone: "America/Sao_Paulo", country: "BR",
        country_names: &["brasil", "brazil", "brasilena", "brasileno", "brasileira", "brasileiro", "brazilian"],
        names: &["brasilia", "sao paulo", "san pablo", "rio de janeiro", "belo horizonte", "curitiba", "porto alegre"],
        codes: &["BRT", "BRST", "BRA", "BR"],
    },
    Named { zone: "America/Manaus", country: "BR", country_names: &[], names: &["manaus", "amazonas"], codes: &["AMT"] },
    Named { zone: "America/Rio_Branco", country: "BR", country_names: &[], names: &["rio branco", "acre"], codes: &[] },
    Named { zone: "America/Noronha", country: "BR", country_names: &[], names: &["fernando de noronha"], codes: &["FNT"] },
    Named { zone: "America/Bahia", country: "BR", country_names: &[], names: &["bahia", "salvador de bahia"], codes: &[] },
    Named { zone: "America/Fortaleza", country: "BR", country_names: &[], names: &["fortaleza"], codes: &[] },
    Named { zone: "America/Recife", country: "BR", country_names: &[], names: &["recife"], codes: &[] },
    Named {
        zone: "America/Montevideo", country: "UY",
        country_names: &["uruguay", "uruguaya", "uruguayo", "uruguayan", "uruguai", "uruguaia", "uruguaio"],
        names: &["montevideo", "montevideu"], codes: &["UYT", "UYST", "URU", "UY"],
    },
    Named {
        zone: "America/Asuncion", country: "PY",
        country_names: &["paraguay", "paraguaya", "paraguayo", "paraguayan", "paraguai", "paraguaia", "paraguaio"],
        names: &["asuncion", "assuncao"], codes: &["PYT", "PYST", "PY"],
    },
    Named {
        zone: "America/La_Paz", country: "BO",
        country_names: &["bolivia", "boliviana", "boliviano", "bolivian"],
        names: &["la paz", "sucre", "cochabamba", "santa cruz de la sierra"], codes: &["BOT", "BOL", "BO"],
    },
    Named {
        zone: "America/Guayaquil", country: "EC",
        country_names: &["ecuador", "ecuatoriana", "ecuatoriano", "ecuadorian", "equador", "equatoriana", "equatoriano",
            "ecuador continental"],
        names: &["quito", "guayaquil", "cuenca"], codes: &["ECT", "ECU", "EC"],
    },
    Named {
        zone: "Pacific/Galapagos", country: "EC", country_names: &[],
        names: &["galapagos", "islas galapagos"], codes: &["GALT"],
    },
    Named {
        zone: "America/Caracas", country: "VE",
        country_names: &["venezuela", "venezolana", "venezolano", "venezuelan", "venezuelana", "venezuelano"],
        names: &["caracas", "maracaibo"], codes: &["VET", "VEN", "VE"],
    },
    Named {
        zone: "America/Panama", country: "PA", country_names: &["panama", "panamena", "panameno", "panamanian"],
        names: &["ciudad de panama", "panama city"], codes: &["PTY"],
    },
    // Central America but for Panama and, in name, Belize keeps one time.
    Named {
        zone: "America/Costa_Rica", country: "CR", country_names: &["costa rica", "costarricense", "costa rican"],
        names: &["san jose", "san jose de costa rica", "centroamerica", "central america", "america central"], codes: &["CR"],
    },
    Named {
        zone: "America/Guatemala", country: "GT", country_names: &["guatemala", "guatemalteca", "guatemalteco", "guatemalan"],
        names: &["ciudad de guatemala"], codes: &["GUA", "GT"],
    },
    Named {
        zone: "America/El_Salvador", country: "SV", country_names: &["el salvador", "salvadorena", "salvadoreno", "salvadoran"],
        names: &["san salvador"], codes: &["SLV", "SV"],
    },
    Named {
        zone: "America/Tegucigalpa", country: "HN", country_names: &["honduras", "hondurena", "hondureno", "honduran"],
        names: &["tegucigalpa", "san pedro sula"], codes: &["HON", "HN"],
    },
    Named {
        zone: "America/Managua", country: "NI", country_names: &["nicaragua", "nicaraguense", "nicaraguan"],
        names: &["managua"], codes: &["NIC"],
    },
    Named { zone: "America/Belize", country: "BZ", country_names: &["belice", "belize"], names: &["belmopan"], codes: &[] },
    Named {
        zone: "America/Havana", country: "CU", country_names: &["cuba", "cubana", "cubano", "cuban"],
        names: &["la habana", "havana"], codes: &["CUB", "CU"],
    },
    Named {
        zone: "America/Santo_Domingo", country: "DO",
        country_names: &["republica dominicana", "dominicana", "dominicano", "dominican republic", "rep dominicana"],
        names: &["santo domingo"], codes: &["RD"],
    },
    Named {
        zone: "America/Puerto_Rico", country: "PR", country_names: &["puerto rico", "porto rico", "puertorriquena"],
        names: &["san juan de puerto rico"], codes: &["PUR", "PR"],
    },
    Named { zone: "America/Port-au-Prince", country: "HT", country_names: &["haiti"], names: &["puerto principe"], codes: &[] },
    Named { zone: "America/Guyana", country: "GY", country_names: &["guyana", "guiana"], names: &["georgetown"], codes: &[] },
    Named { zone: "America/Paramaribo", country: "SR", country_names: &["surinam", "suriname"], names: &["paramaribo"], codes: &[] },
    Named {
        zone: "America/New_York", country: "US", country_names: &[],
        names: &[
            "nueva york", "new york", "nova york", "nova iorque", "washington", "washington d c", "washington dc", "miami",
            "boston", "atlanta", "eastern", "eastern time", "us eastern", "us eastern time", "eastern us", "hora del este", "tiempo del este", "este de estados unidos",
        ],
        codes: &["ET", "NY", "NYC"],
    },
    Named { zone: "America/Chicago", country: "US", country_names: &[], names: &["chicago", "houston", "dallas", "texas"], codes: &[] },
    Named { zone: "America/Denver", country: "US", country_names: &[], names: &["denver"], codes: &["MDT"] },
    Named { zone: "America/Phoenix", country: "US", country_names: &[], names: &["phoenix", "arizona"], codes: &[] },
    Named {
        zone: "America/Los_Angeles", country: "US", country_names: &[],
        names: &["los angeles", "san francisco", "california", "pacific", "pacific time", "us pacific", "us pacific time", "pacific us",
            "seattle"], codes: &["PT", "PDT"],
    },
    // All of central Europe keeps the same clocks as Madrid.
    Named {
        zone: "Europe/Madrid", country: "ES",
        country_names: &["espana", "hora espanola", "spain", "spanish time", "espanha", "horario espanhol", "espana peninsular",
            "hora peninsular", "horario peninsular", "hora peninsular espanola"],
        names: &["madrid", "barcelona", "central european time"], codes: &["CET", "CEST", "ESP"],
    },
    Named {
        zone: "Atlantic/Canary", country: "ES", country_names: &[],
        names: &["canarias", "islas canarias", "canary islands"], codes: &[],
    },
    Named { zone: "Europe/London", country: "GB", country_names: &["reino unido", "united kingdom"], names: &["london", "londres"], codes: &["UK"] },
    Named { zone: "Asia/Tokyo", country: "JP", country_names: &["japon", "japan", "japao"], names: &["tokyo", "tokio", "toquio"], codes: &["JST"] },
    Named { zone: "Asia/Shanghai", country: "CN", country_names: &["china"], names: &["pekin", "beijing", "pequim", "shanghai"], codes: &[] },
    Named {
        zone: "UTC", country: "", country_names: &[],
        names: &["utc", "gmt", "greenwich", "tiempo universal", "universal time", "tempo universal"], codes: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_zone_named_is_one_and_no_name_stands_twice() {
        let mut seen = BTreeSet::new();
        for entry in NAMED {
            assert!(entry.zone.parse::<chrono_tz::Tz>().is_ok(), "{}", entry.zone);
            for name in entry.country_names.iter().chain(entry.names) {
                assert_eq!(**name, folded(name), "as it is looked up");
                assert!(seen.insert(*name), "{name}");
            }
            for code in entry.codes {
                assert!(code.chars().all(|letter| letter.is_ascii_uppercase()), "{code}");
                assert!(seen.insert(*code), "{code}");
            }
        }
        for (name, candidates) in AMBIGUOUS_CODES.iter().chain(AMBIGUOUS_NAMES) {
            assert!(seen.insert(*name), "{name}");
            assert!(candidates.iter().all(|zone| Zone::named(zone).is_ok()), "{name}");
        }
    }

    #[test]
    fn names_are_known_in_three_languages() {
        for (name, expected) in [
            ("Chilean", "America/Santiago"),
            ("CHILENA", "America/Santiago"),
            ("chileno", "America/Santiago"),
            ("Isla de Pascua", "Pacific/Easter"),
            ("Colômbia", "America/Bogota"),
            ("Peru", "America/Lima"),
            ("Perú", "America/Lima"),
            ("Peru\u{301}", "America/Lima"),
            ("PET", "America/Lima"),
            ("Ciudad de México", "America/Mexico_City"),
            ("Brasília", "America/Sao_Paulo"),
            ("España peninsular", "Europe/Madrid"),
            ("GMT", "UTC"),
        ] {
            let Some(Meaning::Zone { zone, .. }) = meaning(name) else { panic!("{name}") };
            assert_eq!(zone, expected, "{name}");
        }
        assert_eq!(meaning("pet"), None, "an animal");
        for name in ["EST", "EDT", "CST", "CDT", "MST", "PST", "CT", "EE UU"] {
            assert!(matches!(meaning(name), Some(Meaning::Ambiguous(_))), "{name}");
        }
    }

    #[test]
    fn hints_say_the_zone_of_a_name() {
        let fault = |found: &str| Diagnostic {
            place: "timezone".to_owned(),
            problem: Problem::UnknownZone { found: found.to_owned(), meant: None },
        };
        let mut faults = [fault("hora"), fault("Perú"), fault("CLT")];
        hint(&mut faults);
        let meant = faults.map(|fault| match fault.problem {
            Problem::UnknownZone { meant, .. } => meant,
            _ => None,
        });
        assert_eq!(meant, [None, Some("America/Lima"), Some("America/Santiago")]);
    }
}
