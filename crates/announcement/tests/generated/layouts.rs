//! Puts times and places into a text.

use crate::clocks::Style;
use crate::places::Place;
use crate::random::Random;

/// A time, for one place or several.
#[derive(Clone)]
pub(crate) struct Entry {
    /// Counts the entries of an announcement.
    pub(crate) id: u32,
    pub(crate) places: Vec<Place>,
    /// Minutes after midnight.
    pub(crate) start: i64,
    pub(crate) end: Option<i64>,
    /// Days from the announced date, where that is said, and how.
    pub(crate) stated: Option<i64>,
    pub(crate) mark: String,
}

/// What is written, and how.
pub(crate) struct Made {
    pub(crate) lang: usize,
    pub(crate) style: Style,
    /// Each of several moments has the same places.
    pub(crate) moments: Vec<Vec<Entry>>,
}

/// Stands before a time of the text until its place is known.
pub(crate) fn mark_of(id: u32, is_end: bool) -> char {
    char::from_u32(0xe000 + 2 * id + u32::from(is_end)).unwrap()
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Layout {
    /// `10:00 hora de Chile`
    TimeFirst(&'static str),
    /// `10:00 (Chile)`
    Parentheses(&'static str),
    /// `Chile: 10:00`
    Colon(&'static str),
    /// `Chile 10:00`
    PlaceFirst(&'static str),
    /// `🇨🇱 10:00`
    Flags(&'static str),
    Prose,
    /// `17:00, 18:00 y 20:00 (México, Colombia y Chile)`
    Parallel,
    ParallelPlacesFirst,
    /// `Chile: 10:00 y 15:00`
    SeveralTimes,
    /// A column for each country.
    Columns(&'static str),
    /// A row for each country.
    Rows(&'static str),
    /// A heading for each country.
    Blocks,
    /// `Todos los horarios en hora de Chile`
    AllIn,
}

#[rustfmt::skip]
const SINGLE: &[Layout] = &[
    Layout::TimeFirst(" / "), Layout::TimeFirst(", "), Layout::TimeFirst(" | "), Layout::TimeFirst("; "), Layout::TimeFirst("\n"),
    Layout::TimeFirst("\n• "), Layout::TimeFirst("\n\n"),
    Layout::Parentheses(", "), Layout::Parentheses(" / "), Layout::Parentheses("\n"), Layout::Parentheses("; "), Layout::Parentheses(" - "),
    Layout::Colon(" | "), Layout::Colon(", "), Layout::Colon("; "), Layout::Colon("\n"), Layout::Colon("\r\n\r\n"), Layout::Colon("\n- "), Layout::Colon(" · "),
    Layout::PlaceFirst(", "), Layout::PlaceFirst("\n"), Layout::PlaceFirst(" / "),
    Layout::Flags(" "), Layout::Flags("\n"), Layout::Flags(" | "), Layout::Prose, Layout::Parallel, Layout::ParallelPlacesFirst,
    Layout::Columns(" | "), Layout::Columns("\t"), Layout::Rows(" | "), Layout::Rows("\t"), Layout::AllIn,
];
#[rustfmt::skip]
const SEVERAL: &[Layout] = &[
    Layout::TimeFirst(" / "), Layout::Parentheses(", "), Layout::Colon("; "), Layout::Colon(" | "), Layout::SeveralTimes, Layout::Columns(" | "), Layout::Columns("\t"),
    Layout::Rows(" | "), Layout::Rows("\t"), Layout::Blocks, Layout::AllIn,
];
const SESSIONS: [[&str; 4]; 3] = [
    ["Inauguración", "Charla", "Mesa redonda", "Cierre"],
    ["Opening", "Keynote", "Round table", "Closing"],
    ["Abertura", "Palestra", "Mesa redonda", "Encerramento"],
];

pub(crate) fn pick(random: &mut Random, moments: usize) -> Layout {
    random.pick(if moments == 1 { SINGLE } else { SEVERAL })
}

/// A place beside each time.
pub(crate) fn list(random: &mut Random) -> Layout {
    let layouts = [
        Layout::TimeFirst(" / "),
        Layout::TimeFirst("\n"),
        Layout::Parentheses(", "),
        Layout::Parentheses("; "),
        Layout::Colon(" | "),
        Layout::Colon("\n"),
        Layout::PlaceFirst(", "),
    ];
    random.pick(&layouts)
}

impl Layout {
    /// Whether all stands on one line.
    pub(crate) fn is_line(self) -> bool {
        match self {
            Self::TimeFirst(separator)
            | Self::Parentheses(separator)
            | Self::Colon(separator)
            | Self::PlaceFirst(separator)
            | Self::Flags(separator) => !separator.contains('\n'),
            Self::Prose | Self::Parallel | Self::ParallelPlacesFirst | Self::SeveralTimes => true,
            Self::Columns(_) | Self::Rows(_) | Self::Blocks | Self::AllIn => false,
        }
    }

    /// Whether people would write these times so.
    pub(crate) fn fits(self, made: &Made) -> bool {
        let entries = || made.moments.iter().flatten();
        let several_places = entries().any(|entry| entry.places.len() > 1);
        let marks = entries().any(|entry| !entry.mark.is_empty());
        let ends = entries().any(|entry| entry.end.is_some());
        let places = || entries().flat_map(|entry| &entry.places);
        let commas = places().any(|place| place.name.contains(','));
        let brackets = places().any(|place| place.name.contains('('));
        let one_time = made.moments.iter().all(|moment| moment.len() == 1);
        match self {
            Self::Flags(_) => places().all(|place| !place.flag.is_empty()),
            Self::Parentheses(_) => !(brackets || made.style.has_parentheses() && several_places),
            // Times and places in two lists: what belongs to one time only has no place there.
            Self::Parallel | Self::ParallelPlacesFirst => {
                // "Manaus, Brazil and Lima" could be two places.
                let is_one_place = places().any(Place::is_part_of_a_country);
                !several_places
                    && !marks
                    && !ends
                    && !is_one_place
                    && !commas
                    && !brackets
                    && made.moments.len() == 1
                    && !one_time
            }
            Self::SeveralTimes => !several_places && !marks && !ends,
            Self::Prose => !brackets,
            // In a row with a range, "6h" could be how long it takes.
            Self::Columns(_) => !one_time && (!ends || !made.style.has_letter()),
            Self::Rows(_) => !several_places && !one_time && (!ends || !made.style.has_letter()),
            Self::Blocks => !several_places && !one_time,
            // "10:00 Charla (08:00 Perú)": the place of the first is said above.
            Self::AllIn => {
                !one_time
                    && (!ends || !made.style.has_letter())
                    && !brackets
                    && made.moments.iter().all(|moment| {
                        moment[0].places.len() == 1
                            && moment[0].mark.is_empty()
                            && !moment[0].places[0].is_code
                            && moment[0].places[0].zone.is_some()
                    })
            }
            // "Nubia del Sur 11 – 11:30 pm" could be "Panel 11 – 11:30 pm".
            Self::PlaceFirst(_) => !ends || places().all(|place| place.zone.is_some()),
            Self::TimeFirst(_) | Self::Colon(_) => true,
        }
    }
}

impl Made {
    /// The text of all times.
    pub(crate) fn text(&self, layout: Layout, random: &mut Random) -> String {
        match layout {
            Layout::Columns(separator) => self.columns(separator, random),
            Layout::Rows(separator) => self.rows(separator, random),
            Layout::SeveralTimes => self.several_times(random),
            Layout::Blocks => self.blocks(random),
            Layout::AllIn => self.all_in(random),
            _ if self.moments.len() > 1 => {
                let lines: Vec<String> = self
                    .moments
                    .iter()
                    .enumerate()
                    .map(|(at, moment)| {
                        format!("{}: {}", SESSIONS[self.lang][at], self.moment(moment, layout, random))
                    })
                    .collect();
                lines.join("\n")
            }
            _ => self.moment(&self.moments[0], layout, random),
        }
    }

    fn clock(&self, entry: &Entry, random: &mut Random) -> String {
        let (start, end) = (mark_of(entry.id, false), mark_of(entry.id, true));
        let written = match entry.end {
            None => self.style.time(entry.start, self.lang),
            Some(to) => self.style.range(entry.start, to, end, self.lang, random),
        };
        format!("{start}{written}")
    }

    /// Names joined as in a sentence.
    fn joined(&self, names: &[String], random: &mut Random) -> String {
        let and = ["y", "and", "e"][self.lang];
        match names {
            [all @ .., last] if !all.is_empty() => match random.below(3) {
                0 => names.join(" / "),
                1 if all.len() == 1 => names.join("/"),
                _ => format!("{} {and} {last}", all.join(", ")),
            },
            _ => names.concat(),
        }
    }

    fn names(&self, entry: &Entry, random: &mut Random) -> String {
        let names: Vec<_> = entry.places.iter().map(|place| place.name.clone()).collect();
        // "Punta Arenas / Chile" and "America/Panama/America/Lima" could be one place.
        if entry.places.iter().any(Place::is_part_of_a_country) || names.iter().any(|name| name.contains('/'))
        {
            return names.join([" y ", " and ", " e "][self.lang]);
        }
        self.joined(&names, random)
    }

    fn moment(&self, moment: &[Entry], layout: Layout, random: &mut Random) -> String {
        let told = |made: &Self, entry: &Entry, random: &mut Random| {
            let (clock, mark, names) = (made.clock(entry, random), &entry.mark, made.names(entry, random));
            match layout {
                Layout::TimeFirst(_) => made.time_first(entry, &clock, &names, random),
                Layout::Parentheses(_) => format!("{clock} ({names}){mark}"),
                Layout::Colon(_) => format!("{names}: {clock}{mark}"),
                Layout::PlaceFirst(_) => format!("{names} {clock}{mark}"),
                _ => {
                    let flags: String = entry.places.iter().map(|place| place.flag).collect();
                    format!("{flags} {clock}{mark}")
                }
            }
        };
        match layout {
            Layout::Prose => self.prose(moment, random),
            Layout::Parallel | Layout::ParallelPlacesFirst => self.parallel(moment, layout, random),
            Layout::TimeFirst(separator)
            | Layout::Parentheses(separator)
            | Layout::Colon(separator)
            | Layout::PlaceFirst(separator)
            | Layout::Flags(separator) => {
                let all: Vec<_> = moment.iter().map(|entry| told(self, entry, random)).collect();
                let bullet = separator.trim_start();
                let start = if separator.starts_with('\n') { bullet } else { "" };
                format!("{start}{}", all.join(separator))
            }
            _ => String::new(),
        }
    }

    fn time_first(&self, entry: &Entry, clock: &str, names: &str, random: &mut Random) -> String {
        let mark = &entry.mark;
        if entry.places.iter().any(|place| place.is_code) {
            return format!("{clock}{mark} {names}");
        }
        match (self.lang, random.below(4)) {
            (1, 0) => format!("{clock}{mark} time in {names}"),
            (1, 1) => format!("{clock} {names} time{mark}"),
            (1, _) => format!("{clock} in {names}{mark}"),
            (lang, 0 | 1) => format!("{clock}{mark} {} {names}", ["hora de", "", "horário de"][lang]),
            (lang, 2) => format!("{clock} {} {names}{mark}", ["en", "", "em"][lang]),
            _ => format!("{clock} {names}{mark}"),
        }
    }

    fn prose(&self, moment: &[Entry], random: &mut Random) -> String {
        let start = [
            ["El seminario empieza a las", "La reunión será a las", "A las"],
            ["The seminar starts at", "Join us at", "The meeting is at"],
            ["O seminário começa às", "A reunião será às", "Às"],
        ][self.lang];
        let mut told = Vec::new();
        for (at, entry) in moment.iter().enumerate() {
            let (clock, names, mark) = (self.clock(entry, random), self.names(entry, random), &entry.mark);
            let (hour_of, inside) = (["hora de", "", "horário de"][self.lang], ["en", "in", "em"][self.lang]);
            let is_code = entry.places.iter().any(|place| place.is_code);
            told.push(match (at, random.below(2)) {
                _ if is_code => format!("{clock} ({names}){mark}"),
                (0, 0) if self.lang != 1 => format!("{clock} ({hour_of} {names}){mark}"),
                (0, _) => format!("{clock} ({names}){mark}"),
                _ => format!("{clock} {inside} {names}{mark}"),
            });
        }
        let (last, others) = told.split_last().unwrap();
        let and = ["y", "and", "e"][self.lang];
        let start = random.pick(&start);
        if others.is_empty() {
            format!("{start} {last}.")
        } else {
            format!("{start} {} {and} {last}.", others.join(", "))
        }
    }

    fn parallel(&self, moment: &[Entry], layout: Layout, random: &mut Random) -> String {
        let clocks: Vec<_> = moment.iter().map(|entry| self.clock(entry, random)).collect();
        let names: Vec<_> = moment.iter().map(|entry| entry.places[0].name.clone()).collect();
        let and = ["y", "and", "e"][self.lang];
        let joined = |all: &[String]| {
            let (last, others) = all.split_last().unwrap();
            format!("{} {and} {last}", others.join(", "))
        };
        let slashes = random.one_in(3);
        let (clocks, names) =
            if slashes { (clocks.join(" / "), names.join(" / ")) } else { (joined(&clocks), joined(&names)) };
        if layout == Layout::Parallel { format!("{clocks} ({names})") } else { format!("{names}: {clocks}") }
    }

    fn several_times(&self, random: &mut Random) -> String {
        let and = ["y", "and", "e"][self.lang];
        let mut told = Vec::new();
        for at in 0..self.moments[0].len() {
            let clocks: Vec<_> = self.moments.iter().map(|moment| self.clock(&moment[at], random)).collect();
            let (last, others) = clocks.split_last().unwrap();
            let name = &self.moments[0][at].places[0].name;
            told.push(format!("{name}: {} {and} {last}", others.join(", ")));
        }
        told.join(random.pick(&["; ", "\n"]))
    }

    fn row(&self, cells: &[String], separator: &str) -> String {
        if separator == "\t" { cells.join("\t") } else { format!("| {} |", cells.join(" | ")) }
    }

    fn columns(&self, separator: &str, random: &mut Random) -> String {
        let activity = ["Actividad", "Activity", "Atividade"][self.lang];
        let mut head = vec![activity.to_owned()];
        for entry in &self.moments[0] {
            head.push(self.names(entry, random));
        }
        let mut lines = vec![self.row(&head, separator)];
        if separator != "\t" {
            lines.push(format!("|{}", "---|".repeat(head.len())));
        }
        for (at, moment) in self.moments.iter().enumerate() {
            let mut cells = vec![SESSIONS[self.lang][at].to_owned()];
            for entry in moment {
                cells.push(format!("{}{}", self.clock(entry, random), entry.mark));
            }
            lines.push(self.row(&cells, separator));
        }
        lines.join("\n")
    }

    fn rows(&self, separator: &str, random: &mut Random) -> String {
        let mut lines = Vec::new();
        let with_room = random.one_in(3);
        if random.one_in(2) {
            let mut head = vec![["País", "Country", "País"][self.lang].to_owned()];
            if with_room {
                head.push(["Sala", "Room", "Sala"][self.lang].to_owned());
            }
            head.extend((0..self.moments.len()).map(|at| SESSIONS[self.lang][at].to_owned()));
            lines.push(self.row(&head, separator));
        }
        for at in 0..self.moments[0].len() {
            let mut cells = vec![self.moments[0][at].places[0].name.clone()];
            if with_room {
                cells.push(random.pick(&["Zoom", "Sala B", "Auditorio"]).to_owned());
            }
            for moment in &self.moments {
                cells.push(format!("{}{}", self.clock(&moment[at], random), moment[at].mark));
            }
            lines.push(self.row(&cells, separator));
        }
        lines.join("\n")
    }

    fn blocks(&self, random: &mut Random) -> String {
        let mut lines = Vec::new();
        for at in 0..self.moments[0].len() {
            let name = &self.moments[0][at].places[0].name;
            lines.push(match self.lang {
                1 => format!("{name} time:"),
                lang => format!("{} {name}:", ["Hora de", "", "Horário de"][lang]),
            });
            for (index, moment) in self.moments.iter().enumerate() {
                let entry = &moment[at];
                lines.push(format!(
                    "{} {}{}",
                    self.clock(entry, random),
                    SESSIONS[self.lang][index],
                    entry.mark
                ));
            }
        }
        lines.join("\n")
    }

    fn all_in(&self, random: &mut Random) -> String {
        let name = &self.moments[0][0].places[0].name;
        let mut lines = vec![match self.lang {
            0 => format!("Todos los horarios en hora de {name}."),
            1 => format!("All times in {name} time."),
            _ => format!("Todos os horários em horário de {name}."),
        }];
        for (index, moment) in self.moments.iter().enumerate() {
            let mut others = Vec::new();
            for entry in &moment[1..] {
                let (clock, names) = (self.clock(entry, random), self.names(entry, random));
                others.push(format!("{clock}{} {names}", entry.mark));
            }
            let first = self.clock(&moment[0], random);
            lines.push(format!("{first} {} ({})", SESSIONS[self.lang][index], others.join(", ")));
        }
        lines.join("\n")
    }
}
