//! The languages that the program speaks, by their BCP 47 tags. Their texts are elsewhere (`huso-i18n`).

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Spanish.
    #[default]
    Es,
    /// English.
    En,
    /// Portuguese, as written in Brazil.
    Pt,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Es, Self::En, Self::Pt];

    /// The language of a BCP 47 tag, by its primary subtag: `es-CL`, `pt_BR`, `EN`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Es => "es",
            Self::En => "en",
            Self::Pt => "pt",
        }
    }
}

/// A language, and the region whose habits it is written by: `es-PE` has a `setiembre`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Locale {
    /// The language.
    pub lang: Lang,
    /// The region's two letters (ISO 3166-1) or three digits (UN M49), filled with zeros.
    region: [u8; 3],
}

impl From<Lang> for Locale {
    fn from(lang: Lang) -> Self {
        Self { lang, region: [0; 3] }
    }
}

impl Locale {
    /// Language and region of a BCP 47 tag: `es-CL`, `pt_BR`, `es-Latn-PE`, `es-419`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        // What follows a single letter are extensions.
        let mut parts = tag.trim().split(['-', '_']).skip(1).take_while(|part| part.len() > 1);
        Some(Self { lang: Lang::from_tag(tag)?, region: parts.find_map(region).unwrap_or_default() })
    }

    /// Its BCP 47 tag.
    pub fn tag(&self) -> String {
        let region = self.region();
        let dash = if region.is_empty() { "" } else { "-" };
        [self.lang.tag(), dash, region].concat()
    }

    /// The region: two letters in capitals (ISO 3166-1), or three digits (UN M49); empty if none is known.
    pub fn region(&self) -> &str {
        std::str::from_utf8(&self.region).unwrap_or_default().trim_end_matches('\0')
    }
}

/// A part of a BCP 47 tag, if it is a region: two letters, or three digits.
fn region(part: &str) -> Option<[u8; 3]> {
    match *part.as_bytes() {
        [one, other] if part.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            Some([one.to_ascii_uppercase(), other.to_ascii_uppercase(), 0])
        }
        [one, two, three] if part.bytes().all(|byte| byte.is_ascii_digit()) => Some([one, two, three]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_by_their_first_part() {
        assert_eq!(Lang::from_tag("es-419"), Some(Lang::Es));
        assert_eq!(Lang::from_tag("pt_BR"), Some(Lang::Pt));
        assert_eq!(Lang::from_tag("est"), None);
        assert_eq!(Lang::from_tag(""), None);
    }

    #[test]
    fn locales_are_languages_with_their_region() {
        let tags = |tag| Locale::from_tag(tag).map(|locale| locale.tag());
        assert_eq!(tags("es-PE").as_deref(), Some("es-PE"));
        assert_eq!(tags(" PT_br ").as_deref(), Some("pt-BR"));
        assert_eq!(tags("es-Latn-mx").as_deref(), Some("es-MX"));
        assert_eq!(tags("es-419").as_deref(), Some("es-419"));
        assert_eq!(tags("es-ES-valencia").as_deref(), Some("es-ES"));
        assert_eq!(tags("en-1x-u-hc-h12").as_deref(), Some("en"));
        assert_eq!(tags("en-u-hc-h12").as_deref(), Some("en"));
        assert_eq!(tags("fr-FR"), None);
        assert_eq!(tags(""), None);
    }
}
