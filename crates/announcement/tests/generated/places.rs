//! Places, and what people call them.

use crate::random::Random;
use crate::truth;
use jiff::tz::{Offset, TimeZone};

/// A place as an announcement names it.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) name: String,
    /// `None` where it can't be compared.
    pub(crate) zone: Option<TimeZone>,
    /// Its IANA name, to tell it from others.
    pub(crate) key: String,
    pub(crate) flag: &'static str,
    /// Whether nothing leads to it: `10:00 ET`.
    pub(crate) is_code: bool,
}

impl Place {
    /// Whether it has other clocks than the rest of a country that is used, too.
    pub(crate) fn is_part_of_a_country(&self) -> bool {
        let parts = [
            "Pacific/Easter",
            "America/Punta_Arenas",
            "America/Manaus",
            "America/Cancun",
            "America/Tijuana",
            "America/Mazatlan",
            "Atlantic/Canary",
        ];
        parts.contains(&&*self.key) || ["Estados Unidos", "United States"].contains(&&*self.name)
    }
}

/// Zone, names in Spanish, English and Portuguese, abbreviations, and the flag.
type Known = (&'static str, [&'static [&'static str]; 3], &'static [&'static str], &'static str);

#[rustfmt::skip]
const KNOWN: &[Known] = &[
    ("America/Santiago", [&["Chile", "Santiago de Chile", "Valparaíso", "Chile continental"], &["Chile", "Santiago de Chile"], &["Chile", "Santiago"]], &[], "🇨🇱"),
    ("Pacific/Easter", [&["Isla de Pascua", "Rapa Nui"], &["Easter Island"], &["Ilha de Páscoa"]], &[], ""),
    ("America/Punta_Arenas", [&["Punta Arenas", "Magallanes"], &["Punta Arenas"], &["Punta Arenas"]], &[], ""),
    ("America/Asuncion", [&["Paraguay", "Asunción"], &["Paraguay"], &["Paraguai", "Assunção"]], &["PY"], "🇵🇾"),
    ("America/Mexico_City", [&["México", "Ciudad de México", "México Centro", "México (Centro)", "Guadalajara"], &["Mexico", "Mexico City"], &["México", "Cidade do México"]], &["CDMX"], "🇲🇽"),
    ("America/Tijuana", [&["Tijuana", "México Noroeste", "México (Noroeste)", "Baja California"], &["Tijuana"], &["Tijuana"]], &[], ""),
    ("America/Mazatlan", [&["México (Pacífico)", "México Pacífico", "Sinaloa"], &["Mazatlan"], &["Mazatlán"]], &[], ""),
    ("America/Cancun", [&["Cancún", "México Sureste", "México (Sureste)"], &["Cancun"], &["Cancún"]], &[], ""),
    ("America/Sao_Paulo", [&["Brasil", "Brasilia", "São Paulo", "Río de Janeiro"], &["Brazil", "Rio de Janeiro", "São Paulo"], &["Brasil", "Brasília", "São Paulo"]], &["BRT"], "🇧🇷"),
    ("America/Manaus", [&["Manaus"], &["Manaus"], &["Manaus", "Amazonas"]], &[], ""),
    ("America/Havana", [&["Cuba", "La Habana"], &["Cuba", "Havana"], &["Cuba", "Havana"]], &[], "🇨🇺"),
    ("America/Port-au-Prince", [&["Haití"], &["Haiti"], &["Haiti"]], &[], "🇭🇹"),
    ("America/New_York", [&["Nueva York", "Miami", "Washington, D. C."], &["New York", "Miami", "Washington DC"], &["Nova York", "Miami"]], &["ET", "Eastern"], ""),
    ("America/Chicago", [&["Chicago", "Houston", "Texas"], &["Chicago", "Houston"], &["Chicago", "Houston"]], &[], ""),
    ("America/Los_Angeles", [&["Los Ángeles", "California"], &["Los Angeles", "San Francisco"], &["Los Angeles", "Califórnia"]], &["PT"], ""),
    ("America/Phoenix", [&["Arizona"], &["Phoenix"], &["Arizona"]], &[], ""),
    ("Europe/Madrid", [&["España", "Madrid", "España peninsular", "Barcelona"], &["Spain", "Madrid"], &["Espanha", "Madri", "Barcelona"]], &[], "🇪🇸"),
    ("Atlantic/Canary", [&["Canarias", "Islas Canarias"], &["Canary Islands"], &["Ilhas Canárias"]], &[], ""),
    ("America/Bogota", [&["Colombia", "Bogotá", "Medellín"], &["Colombia", "Bogota"], &["Colômbia", "Bogotá"]], &["COL", "COT"], "🇨🇴"),
    ("America/Lima", [&["Perú", "Lima"], &["Peru", "Lima"], &["Peru", "Lima"]], &["PET"], "🇵🇪"),
    ("America/Argentina/Buenos_Aires", [&["Argentina", "Buenos Aires"], &["Argentina", "Buenos Aires"], &["Argentina", "Buenos Aires"]], &["ARG"], "🇦🇷"),
    ("America/Montevideo", [&["Uruguay", "Montevideo"], &["Uruguay", "Montevideo"], &["Uruguai", "Montevidéu"]], &["UY"], "🇺🇾"),
    ("America/Caracas", [&["Venezuela", "Caracas"], &["Venezuela", "Caracas"], &["Venezuela", "Caracas"]], &["VEN"], "🇻🇪"),
    ("America/Guayaquil", [&["Ecuador", "Quito"], &["Ecuador", "Quito"], &["Equador", "Quito"]], &[], "🇪🇨"),
    ("America/La_Paz", [&["Bolivia", "La Paz"], &["Bolivia", "La Paz"], &["Bolívia", "La Paz"]], &[], "🇧🇴"),
    ("America/Panama", [&["Panamá", "Ciudad de Panamá"], &["Panama"], &["Panamá"]], &[], "🇵🇦"),
    ("America/Costa_Rica", [&["Costa Rica"], &["Costa Rica"], &["Costa Rica"]], &[], "🇨🇷"),
    ("America/Guatemala", [&["Guatemala"], &["Guatemala"], &["Guatemala"]], &[], "🇬🇹"),
    ("America/El_Salvador", [&["El Salvador", "San Salvador"], &["El Salvador"], &["El Salvador"]], &[], "🇸🇻"),
    ("America/Santo_Domingo", [&["República Dominicana", "Santo Domingo"], &["Dominican Republic"], &["República Dominicana"]], &[], "🇩🇴"),
    ("America/Puerto_Rico", [&["Puerto Rico"], &["Puerto Rico"], &["Porto Rico"]], &[], "🇵🇷"),
    ("UTC", [&["UTC", "GMT"], &["UTC", "GMT"], &["UTC", "GMT"]], &["UTC", "GMT"], ""),
];

/// Names that can't be compared: places whose rules aren't in the program, names that are none, and
/// what stands for several zones.
const NOT_COMPARED: [&[&str]; 3] = [
    &["Londres", "Tokio", "Alemania", "Atlántida", "Nubia del Sur", "EST", "Estados Unidos"],
    &["London", "Tokyo", "Germany", "Atlantis", "United States", "EST"],
    &["Londres", "Tóquio", "Alemanha", "Atlântida", "Estados Unidos", "EST"],
];

const OFFSETS: &[(&str, i32)] = &[
    ("UTC-5", -300),
    ("GMT-3", -180),
    ("UTC−04:00", -240),
    ("UTC+1", 60),
    ("GMT+02:00", 120),
    ("UTC−3", -180),
    ("UTC-06:00", -360),
];

/// Zones of the places that are used.
pub(crate) fn zones() -> Vec<&'static str> {
    KNOWN.iter().map(|(zone, ..)| *zone).collect()
}

/// Several places with clocks of their own, and here and there one that can't be compared. Never the first.
pub(crate) fn several(random: &mut Random, lang: usize, count: usize) -> Vec<Place> {
    let mut left: Vec<&Known> = KNOWN.iter().collect();
    let mut all = Vec::new();
    for _ in 0..count {
        all.push(match random.below(24) {
            0 => fixed(random, &all),
            _ => {
                let at = random.below(left.len());
                known(random, left.swap_remove(at), lang)
            }
        });
    }
    if count > 2 && random.one_in(8) {
        let at = 1 + random.below(count - 1);
        let name = random.pick(NOT_COMPARED[lang]);
        all[at] = Place {
            name: name.to_owned(),
            zone: None,
            key: String::new(),
            flag: "",
            is_code: name.chars().all(|letter| letter.is_ascii_uppercase()),
        };
    }
    all
}

fn known(random: &mut Random, known: &Known, lang: usize) -> Place {
    let (key, names, codes, flag) = known;
    let is_code = *key == "UTC" || (!codes.is_empty() && random.one_in(5));
    let iana = !is_code && random.one_in(25);
    let name = match (is_code, iana) {
        (true, _) => random.pick(codes),
        (_, true) => key,
        _ => random.pick(names[lang]),
    };
    Place {
        name: name.to_owned(),
        zone: Some(truth::zone(key)),
        key: (*key).to_owned(),
        flag,
        is_code: is_code || iana,
    }
}

fn fixed(random: &mut Random, before: &[Place]) -> Place {
    let (name, minutes) = random.pick(OFFSETS);
    let key = format!("{minutes}");
    if before.iter().any(|place| place.key == key) {
        return fixed(random, before);
    }
    let zone = TimeZone::fixed(Offset::from_seconds(minutes * 60).unwrap());
    Place { name: name.to_owned(), zone: Some(zone), key, flag: "", is_code: true }
}
