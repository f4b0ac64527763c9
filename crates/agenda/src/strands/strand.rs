//! Which sessions follow one another: those of a track, or of a venue.

use crate::model::{Agenda, Session, When};
use crate::phase::lasting;
use crate::time::Instant;

/// What tells sessions apart that run in parallel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Their tracks.
    Track,
    /// Their venues.
    Venue,
}

/// A session with a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which of the agenda's sessions it is, from 0.
    pub index: usize,
    /// When it starts.
    pub start: Instant,
    /// When it ends, or is taken to end where the file doesn't say.
    pub end: Instant,
}

impl Block {
    /// Whether both are under way at some time.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A track or a venue and its sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strand {
    /// Its id; `None` for the sessions that have none, which are for everybody.
    pub id: Option<String>,
    /// In the order of their starts.
    pub blocks: Vec<Block>,
}

/// Those of some sessions that have a time, in the order of their starts.
pub fn blocks(agenda: &Agenda, sessions: &[usize]) -> Vec<Block> {
    let block = |index: &usize| match lasting(agenda, agenda.sessions.get(*index)?) {
        When::Timed { start, end } => Some(Block { index: *index, start, end: end? }),
        When::Floating { .. } | When::AllDay(_) | When::Open => None,
    };
    let mut blocks: Vec<Block> = sessions.iter().filter_map(block).collect();
    blocks.sort_by_key(|block| (block.start, block.index));
    blocks
}

/// The strands of some sessions: those for everybody first, then in the agenda's order of its tracks or
/// venues. Strands without a session are left out.
pub fn strands(agenda: &Agenda, sessions: &[usize], by: By) -> Vec<Strand> {
    let all = blocks(agenda, sessions);
    let ids: Vec<&str> = match by {
        By::Track => agenda.tracks.iter().map(|track| track.id.as_str()).collect(),
        By::Venue => agenda.venues.iter().map(|venue| venue.id.as_str()).collect(),
    };
    let strand = |id: Option<&str>| {
        let is_in =
            |block: &&Block| agenda.sessions.get(block.index).is_some_and(|session| id_of(session, by) == id);
        let blocks: Vec<Block> = all.iter().filter(is_in).copied().collect();
        (!blocks.is_empty()).then(|| Strand { id: id.map(str::to_owned), blocks })
    };
    std::iter::once(None).chain(ids.into_iter().map(Some)).filter_map(strand).collect()
}

impl By {
    /// What tells the agenda's sessions apart best: the tracks, unless there are none.
    pub fn of(agenda: &Agenda) -> Self {
        let has_tracks = agenda.sessions.iter().any(|session| session.track.is_some());
        if has_tracks { Self::Track } else { Self::Venue }
    }
}

fn id_of(session: &Session, by: By) -> Option<&str> {
    match by {
        By::Track => session.track.as_deref(),
        By::Venue => session.venue.as_deref(),
    }
}
