//! Times of day and ranges of them, in every writing.

use crate::random::Random;

/// How an announcement writes its times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Style {
    Colon,
    ColonNoZero,
    ColonWith(&'static str),
    Dots,
    Letter,
    LetterMin,
    Halves(&'static str, &'static str),
    HalvesShort(&'static str, &'static str),
    PartOfDay,
    /// `mediodía`, and other times as `9 a. m.`
    Noon,
}

const STYLES: &[Style] = &[
    Style::Colon,
    Style::Colon,
    Style::ColonNoZero,
    Style::ColonWith(" hrs."),
    Style::ColonWith(" hrs"),
    Style::ColonWith(" h"),
    Style::ColonWith("h"),
    Style::ColonWith(" horas"),
    Style::Dots,
    Style::Letter,
    Style::LetterMin,
    Style::Halves(" a. m.", " p. m."),
    Style::Halves(" a.m.", " p.m."),
    Style::Halves(" am", " pm"),
    Style::Halves("am", "pm"),
    Style::Halves(" AM", " PM"),
    Style::Halves(" (am)", " (pm)"),
    Style::HalvesShort(" a. m.", " p. m."),
    Style::HalvesShort("am", "pm"),
    Style::HalvesShort(" A.M.", " P.M."),
    Style::PartOfDay,
    Style::Noon,
];

pub(crate) fn style(random: &mut Random) -> Style {
    random.pick(STYLES)
}

impl Style {
    pub(crate) fn has_parentheses(self) -> bool {
        matches!(self, Self::Halves(" (am)", _))
    }

    pub(crate) fn has_letter(self) -> bool {
        matches!(self, Self::Letter | Self::LetterMin)
    }

    /// Whether it says the half of the day.
    fn is_twelve(self) -> bool {
        matches!(self, Self::Halves(..) | Self::HalvesShort(..) | Self::PartOfDay | Self::Noon)
    }

    /// A time of day, so many minutes after midnight.
    pub(crate) fn time(self, minutes: i64, lang: usize) -> String {
        let (number, half) = self.parts(minutes, lang);
        number + &half
    }

    /// What goes before the half of the day or the word for hours, and that.
    pub(crate) fn parts(self, minutes: i64, lang: usize) -> (String, String) {
        let minutes = minutes.rem_euclid(24 * 60);
        let (hour, minute) = (minutes / 60, minutes % 60);
        let twelve = (hour + 11) % 12 + 1;
        let short = |hour: i64| if minute == 0 { format!("{hour}") } else { format!("{hour}:{minute:02}") };
        match self {
            Self::Colon => (format!("{hour:02}:{minute:02}"), String::new()),
            Self::ColonNoZero => (format!("{hour}:{minute:02}"), String::new()),
            Self::ColonWith(word) => (format!("{hour:02}:{minute:02}"), word.to_owned()),
            Self::Dots => (format!("{hour:02}.{minute:02}"), " hrs".to_owned()),
            Self::Letter if minute == 0 => (format!("{hour}"), "h".to_owned()),
            Self::Letter => (format!("{hour}h{minute:02}"), String::new()),
            Self::LetterMin => (format!("{hour:02}h{minute:02}"), "min".to_owned()),
            Self::Halves(am, pm) => {
                (format!("{twelve}:{minute:02}"), (if hour < 12 { am } else { pm }).to_owned())
            }
            Self::HalvesShort(am, pm) => (short(twelve), (if hour < 12 { am } else { pm }).to_owned()),
            Self::Noon if hour == 12 && minute == 0 => {
                (["mediodía", "noon", "meio-dia"][lang].to_owned(), String::new())
            }
            Self::Noon => (short(twelve), (if hour < 12 { " a. m." } else { " p. m." }).to_owned()),
            Self::PartOfDay => (short(twelve), part_of_day(hour, lang).to_owned()),
        }
    }

    /// A range, with `end` before its second time.
    pub(crate) fn range(self, from: i64, to: i64, end: char, lang: usize, random: &mut Random) -> String {
        let (first, first_half) = self.parts(from, lang);
        let (last, last_half) = self.parts(to, lang);
        let until = ["–", " – ", "-", [" a ", " to ", " às "][lang], [" hasta ", " until ", " até "][lang]];
        let until = random.pick(&until);
        // One half of the day may stand for both, and one word for hours.
        let is_shared = if self.is_twelve() {
            first_half == last_half && to > from && first_half != " (am)" && first_half != " (pm)"
        } else {
            first_half == last_half && first.contains([':', '.'])
        };
        if is_shared && random.one_in(2) {
            return format!("{first}{until}{end}{last}{last_half}");
        }
        format!("{first}{first_half}{until}{end}{last}{last_half}")
    }
}

fn part_of_day(hour: i64, lang: usize) -> &'static str {
    match hour {
        0..6 => [" de la madrugada", " in the morning", " da madrugada"][lang],
        6..12 => [" de la mañana", " in the morning", " da manhã"][lang],
        12..19 => [" de la tarde", " in the afternoon", " da tarde"][lang],
        _ => [" de la noche", " in the evening", " da noite"][lang],
    }
}
