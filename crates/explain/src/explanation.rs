//! A fault or a remark, and all that its organizer has to know of it.

use crate::advice::{Advice, advice};
use crate::cause::{Cause, cause};
use crate::checks::{Placed, Scope, remarks};
use crate::finding::Finding;
use crate::sentence::sentence;
use crate::shortened::shortened;
use crate::source::{Excerpt, Position};
use crate::spot::{File, Item};
use huso_agenda::printable::printable;
use huso_agenda::{Diagnostic, Instant, Lang, Problem, Severity, encoding};
use huso_announcement::places;
use huso_i18n::{Message as _, Texts as _, fill};
use huso_registration::Event;

/// A fault or a remark, and all that its organizer has to know of it. Facts only; [`Explanation::message`] makes
/// the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Its place, such as `sessions[2].start`; empty for the whole file.
    pub path: String,
    /// What is said of it.
    pub finding: Finding,
    /// Where it is in the file, if that can be known.
    pub position: Option<Position>,
    /// What stands there, for a file that is no JSON: its places have no names.
    pub excerpt: Option<Excerpt>,
    /// The session, speaker, field … that it is in.
    item: Option<Item>,
    cause: Option<Cause>,
    advice: Option<Advice>,
    /// What has an id first, and where, if two have the same.
    first: Option<(Position, Option<Item>)>,
}

/// Reads a file's bytes as an event, with everything that is wrong with it.
///
/// ```
/// use huso_agenda::Lang;
/// let file = r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Lima", "sessions": [
///   {"id": "a", "title": "Opening", "start": "11/08/2027 9:30"},
/// ]}"#;
/// let (event, faults) = huso_explain::open(file.as_bytes());
/// assert!(event.is_none());
/// assert_eq!(faults[0].position.map(|at| (at.line, at.column)), Some((2, 62)));
/// let (_, faults) = huso_explain::open(file.replace("},", "}").as_bytes());
/// assert_eq!(faults[0].subject(Lang::En), "“Opening”, id “a”");
/// assert!(faults[0].message(Lang::En).ends_with("write 2027-08-11T09:30."));
/// ```
pub fn open(bytes: &[u8]) -> (Option<Event>, Vec<Explanation>) {
    read(bytes, |_, _| Vec::new())
}

/// The same, and what could be better in what can be read of it, as seen at `now`: warnings and notes. What an error
/// says is not said again.
///
/// ```
/// use huso_agenda::{Lang, Severity, wall_time::instant};
/// let file = r#"{"huso": 1, "id": "e", "title": "E", "timezone": "America/Lima", "url": "https://www.example.org/",
///   "sessions": [{"id": "a", "title": "Opening", "start": "2027-08-11T09:30"}]}"#;
/// let (_, all) = huso_explain::check(file.as_bytes(), instant("2026-11-27T12:00:00Z").unwrap());
/// assert_eq!((all.len(), all[0].severity(), all[0].path.as_str()), (1, Severity::Note, "sessions[0].end"));
/// ```
pub fn check(bytes: &[u8], now: Instant) -> (Option<Event>, Vec<Explanation>) {
    read(bytes, |event, file| remarks(&Scope::new(event, file, now)))
}

fn read(
    bytes: &[u8],
    remarks: impl FnOnce(&Event, &File) -> Vec<Placed>,
) -> (Option<Event>, Vec<Explanation>) {
    let text = match encoding::text(bytes) {
        Ok(text) => text,
        Err(problem) => return (None, explain("", vec![Diagnostic { place: String::new(), problem }])),
    };
    let (event, faults) = Event::parse(text);
    let file = File::new(text);
    let remarks = event.as_ref().map(|event| remarks(event, &file)).unwrap_or_default();
    let all = explained(&file, faults, remarks);
    (event, all)
}

/// Explains the faults of an event file, in the order of its lines.
pub fn explain(text: &str, faults: Vec<Diagnostic>) -> Vec<Explanation> {
    explained(&File::new(text), faults, Vec::new())
}

fn explained(file: &File, mut faults: Vec<Diagnostic>, mut remarks: Vec<Placed>) -> Vec<Explanation> {
    places::hint(&mut faults);
    remarks.retain(|remark| !faults.iter().any(|fault| says_more(fault, remark)));
    let faults = faults.into_iter().map(|fault| Explanation::fault(file, fault));
    let remarks = remarks.into_iter().map(|remark| Explanation::remark(file, remark));
    let mut all: Vec<_> = faults.chain(remarks).collect();
    all.sort_by_key(|explained| explained.position.map(|at| (at.line, at.column)));
    all
}

/// Whether an error is at the place of a remark, or within.
fn says_more(fault: &Diagnostic, remark: &Placed) -> bool {
    let within = fault.place.strip_prefix(&remark.path);
    fault.severity() == Severity::Error
        && within.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

impl Explanation {
    fn new(path: String, finding: Finding) -> Self {
        Self {
            path,
            finding,
            position: None,
            excerpt: None,
            item: None,
            cause: None,
            advice: None,
            first: None,
        }
    }

    fn remark(file: &File, Placed { path, remark }: Placed) -> Self {
        let mut this = Self::new(path, Finding::Remark(remark));
        if let Some(spot) = file.spot(&this.path) {
            this.position = Some(file.position(spot.at));
            this.item = spot.item;
        }
        this
    }

    fn fault(file: &File, fault: Diagnostic) -> Self {
        let mut this = Self::new(fault.place.clone(), Finding::Fault(fault.problem.clone()));
        match &fault.problem {
            Problem::NotJson { line, column } => {
                let found = cause(file.text);
                let at = found.as_ref().map_or_else(|| byte(file.text, *line, *column), |(at, _)| *at);
                this.position = Some(file.position(at));
                this.excerpt = Some(Excerpt::of(file.text, at));
                this.cause = found.map(|(_, cause)| cause);
            }
            Problem::Mangled { found, .. } => {
                let at = file.text.find(found.as_str());
                this.position = at.map(|at| file.position(at));
            }
            _ => this.look_up(file, &fault),
        }
        this
    }

    /// Finds what stands at the fault's place.
    fn look_up(&mut self, file: &File, fault: &Diagnostic) {
        let Some(spot) = file.spot(&fault.place) else { return };
        let is_key = matches!(fault.problem, Problem::UnknownKey { .. });
        self.position = Some(file.position(if is_key { spot.key_at } else { spot.at }));
        self.advice = advice(file, fault, &spot);
        self.item = spot.item;
        if let Problem::DuplicateId { first, .. } = &fault.problem {
            self.first = file.spot(first).map(|spot| (file.position(spot.at), spot.item));
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.finding.severity()
    }

    /// Title and id of the session that it is in, or of another item of a list; empty outside of lists.
    pub fn subject(&self, lang: Lang) -> String {
        self.item.as_ref().map(|item| subject(item, lang)).unwrap_or_default()
    }

    /// What the session, speaker or field that it is in is called, or its id; empty outside of lists.
    pub fn name(&self, lang: Lang) -> String {
        let named = |item: &Item| {
            let name = item.name.as_ref().map(|name| shortened(name.get(lang, lang)));
            name.or_else(|| item.id.clone()).unwrap_or_else(|| subject(item, lang))
        };
        printable(&self.item.as_ref().map(named).unwrap_or_default())
    }

    /// Its place and what is there: `sessions[1].start (“Opening”, id “opening”)`; empty for the whole file.
    pub fn place(&self, lang: Lang) -> String {
        let (place, subject) = (&self.path, self.subject(lang));
        printable(&if subject.is_empty() { place.clone() } else { format!("{place} ({subject})") })
    }

    /// What could be written in the place of what stands there: the string, or, where a value of another kind
    /// ([`Problem::WrongKind`]) stands, the value as JSON. None where that can't be known.
    pub fn readings(&self) -> Vec<&str> {
        self.advice.as_ref().map(Advice::readings).unwrap_or_default()
    }

    /// What is wrong and how to mend it, on one line.
    pub fn message(&self, lang: Lang) -> String {
        printable(&self.whole_message(lang))
    }

    /// What is wrong, on one line, for those who edit it in a form: nothing about how the file is written, where that
    /// can be said without. What to do is left to what one click mends.
    pub fn sentence(&self, lang: Lang) -> String {
        let own = match &self.finding {
            Finding::Fault(problem) => sentence(problem, lang),
            Finding::Remark(_) => None,
        };
        own.map_or_else(|| self.message(lang), |own| printable(&own))
    }

    fn whole_message(&self, lang: Lang) -> String {
        if let Some(cause) = &self.cause {
            return cause.message(lang);
        }
        let mut message = match &self.finding {
            Finding::Fault(problem) => self.fault_alone(problem, lang),
            Finding::Remark(remark) => return remark.message(lang),
        };
        if let Some(advice) = &self.advice {
            message = message + " " + &advice.message(lang);
        }
        if let Some((position, item)) = &self.first {
            let (line, item) = (position.line.to_string(), item.as_ref().map(|item| subject(item, lang)));
            let values = [("line", line.as_str()), ("item", &item.unwrap_or_default())];
            message = message + " " + &fill(lang.explanations().first, &values);
        }
        message
    }

    /// What is wrong; without an example of what belongs there, where it is known what does.
    fn fault_alone(&self, problem: &Problem, lang: Lang) -> String {
        let texts = lang.explanations();
        let known = self.advice.as_ref().is_some_and(Advice::is_whole);
        match problem {
            Problem::BadWallTime { found } if known => fill(texts.not_a_time, &[("found", found)]),
            Problem::BadDate { found } if known => fill(texts.not_a_date, &[("found", found)]),
            Problem::BadDuration { found } if known => fill(texts.not_a_duration, &[("found", found)]),
            Problem::BadOffset { found } if known => fill(texts.not_an_offset, &[("found", found)]),
            Problem::UnknownZone { found, .. } if known => fill(texts.not_a_zone, &[("found", found)]),
            _ => Diagnostic { place: self.path.clone(), problem: problem.clone() }.message(lang),
        }
    }
}

/// The byte of a line and a column.
fn byte(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    let within = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    start + within
}

fn subject(item: &Item, lang: Lang) -> String {
    let texts = lang.explanations();
    let name = item.name.as_ref().map(|name| shortened(name.get(lang, lang)));
    let (number, id) = (item.number.to_string(), item.id.as_deref().unwrap_or_default());
    let text = match (&name, &item.id) {
        (Some(_), Some(_)) => texts.item,
        (Some(_), None) => texts.item_named,
        (None, Some(_)) => texts.item_id,
        (None, None) => texts.item_number,
    };
    fill(text, &[("name", name.as_deref().unwrap_or_default()), ("id", id), ("number", &number)])
}
