//! Search for words, whatever their case and accents.

use crate::fold::fold;
use crate::model::{Agenda, Session};
use crate::text::Text;
use unicode_normalization::char::decompose_canonical;

/// What can be found of each session: title, summary, speakers, track and venue, in every language of the event.
pub struct SearchIndex {
    /// In the agenda's order, folded, a line a text.
    sessions: Vec<String>,
}

impl SearchIndex {
    /// The index of an agenda.
    pub fn new(agenda: &Agenda) -> Self {
        Self { sessions: agenda.sessions.iter().map(|session| searched(session, agenda)).collect() }
    }

    /// Of each session, in the agenda's order, whether every word of a query begins a word of it or stands inside of
    /// one. All do for a query without words.
    ///
    pub fn matches(&self, query: &str) -> Vec<bool> {
        let mut folded = String::new();
        push_searched(query, &mut folded);
        let words: Vec<&str> = folded.split_whitespace().collect();
        self.sessions.iter().map(|text| words.iter().all(|word| text.contains(word))).collect()
    }
}

/// What is found of a session. A word never runs from one text into the next.
fn searched(session: &Session, agenda: &Agenda) -> String {
    let mut found = String::new();
    let mut add = |text: &str| {
        push_searched(text, &mut found);
        found.push('\n');
    };
    let track = session.track.as_deref().and_then(|id| agenda.track(id)).map(|track| &track.name);
    let venue = session.venue.as_deref().and_then(|id| agenda.venue(id)).map(|venue| &venue.name);
    let speakers: Vec<_> = session.speakers.iter().filter_map(|id| agenda.speaker(id)).collect();
    let roles = speakers.iter().filter_map(|speaker| speaker.role.as_ref());
    let texts = [Some(&session.title), session.summary.as_ref(), track, venue];
    texts.into_iter().flatten().chain(roles).flat_map(Text::all).for_each(&mut add);
    for speaker in speakers {
        add(&speaker.name);
        speaker.organization.iter().for_each(|name| add(name));
    }
    found
}

/// Folds a text: a syllable in Korean letters with each of its letters, and what is written as one letter as the two
/// that people type for it. Text out of a PDF has ligatures.
fn push_searched(text: &str, found: &mut String) {
    for letter in text.chars() {
        match spelled_out(letter) {
            Some(letters) => found.push_str(letters),
            None => decompose_canonical(letter, |part| found.extend(fold(part))),
        }
    }
}

fn spelled_out(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        _ => return None,
    })
}
