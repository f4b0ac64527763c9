//! Columns: one a strand, those for everybody across all of them.

use super::strand::{Block, Strand};

/// Strands as columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arranged {
    /// Of each column, which of the strands it is, from 0.
    pub columns: Vec<usize>,
    /// Where each session stands.
    pub places: Vec<Place>,
}

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The session.
    pub block: Block,
    /// Which strand it is of, from 0.
    pub strand: usize,
    /// The first of its columns, from 0.
    pub column: usize,
    /// How many columns it takes.
    pub span: usize,
    /// Which part of the column's width it has, from 0.
    pub part: usize,
    /// Into how many parts the width is divided there.
    pub parts: usize,
}

/// The columns of some strands. What is for everybody goes across all of them, as long as it overlaps with
/// nothing; else it has a column like the others. What is parallel within a strand divides its width.
pub fn arrange(strands: &[Strand]) -> Arranged {
    let is_across = |strand: &Strand| strand.id.is_none() && strands.len() > 1 && is_alone(strand, strands);
    let columns: Vec<usize> =
        strands.iter().enumerate().filter(|(_, strand)| !is_across(strand)).map(|(index, _)| index).collect();
    let mut places = Vec::new();
    for (index, strand) in strands.iter().enumerate() {
        let own = columns.iter().position(|column| *column == index);
        let (column, span) = own.map_or((0, columns.len()), |column| (column, 1));
        let place = |(block, part, parts)| Place { block, strand: index, column, span, part, parts };
        places.extend(parts(&strand.blocks).into_iter().map(place));
    }
    places.sort_by_key(|place| (place.block.start, place.column, place.part));
    Arranged { columns, places }
}

fn is_alone(strand: &Strand, strands: &[Strand]) -> bool {
    let others = || strands.iter().filter(|other| other.id.is_some()).flat_map(|other| &other.blocks);
    strand.blocks.iter().all(|block| others().all(|other| !block.overlaps(other)))
}

/// Sessions in the order of their starts, each with the part that it has and into how many its width is
/// divided: as many as run at once anywhere in the group of those that overlap with one another.
fn parts(blocks: &[Block]) -> Vec<(Block, usize, usize)> {
    let mut done: Vec<(Block, usize, usize)> = Vec::with_capacity(blocks.len());
    let mut group: Vec<(Block, usize)> = Vec::new();
    for block in blocks {
        if group.iter().all(|(other, _)| other.end <= block.start) {
            close(&mut group, &mut done);
        }
        let is_taken = |part: usize| group.iter().any(|(other, its)| *its == part && other.end > block.start);
        let part = (0..).find(|part| !is_taken(*part)).unwrap_or_default();
        group.push((*block, part));
    }
    close(&mut group, &mut done);
    done
}

fn close(group: &mut Vec<(Block, usize)>, done: &mut Vec<(Block, usize, usize)>) {
    let parts = group.iter().map(|(_, part)| part + 1).max().unwrap_or(1);
    done.extend(group.drain(..).map(|(block, part)| (block, part, parts)));
}

#[cfg(test)]
mod tests {
    use super::super::{By, strands};
    use super::*;
    use crate::event_file;
    use crate::model::Agenda;

    /// Sessions of one day: id, track, start, end.
    fn agenda(sessions: &[(&str, &str, &str, &str)]) -> Agenda {
        let session = |(id, track, start, end): &(&str, &str, &str, &str)| {
            let track = if track.is_empty() { String::new() } else { format!(r#""track": "{track}","#) };
            format!(
                r#"{{"id": "{id}", "title": "{id}", {track} "start": "2027-08-11T{start}", "end": "2027-08-11T{end}"}}"#
            )
        };
        let sessions: Vec<String> = sessions.iter().map(session).collect();
        let text = format!(
            r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota",
            "tracks": [{{"id": "b", "name": "B"}}, {{"id": "a", "name": "A"}}], "sessions": [{}]}}"#,
            sessions.join(",")
        );
        let (file, faults) = event_file::parse::<String>(&text);
        assert_eq!(faults, [], "{text}");
        Agenda::try_new(file.unwrap()).0.unwrap()
    }

    /// Of each session, `id column+span part/parts`.
    fn arranged(agenda: &Agenda) -> (usize, Vec<String>) {
        let all: Vec<usize> = (0..agenda.sessions.len()).collect();
        let arranged = arrange(&strands(agenda, &all, By::of(agenda)));
        let words = |place: &Place| {
            let id = &agenda.sessions[place.block.index].id;
            format!("{id} {}+{} {}/{}", place.column, place.span, place.part, place.parts)
        };
        (arranged.columns.len(), arranged.places.iter().map(words).collect())
    }

    #[test]
    fn what_is_for_everybody_goes_across() {
        let agenda = agenda(&[
            ("opening", "", "09:00", "09:30"),
            ("talk", "a", "09:30", "10:30"),
            ("pitch", "b", "09:30", "10:00"),
        ]);
        let places = ["opening 0+2 0/1", "pitch 0+1 0/1", "talk 1+1 0/1"].map(str::to_owned);
        assert_eq!(arranged(&agenda), (2, places.to_vec()), "tracks in the file's order");
    }

    #[test]
    fn what_is_for_everybody_has_a_column_where_something_else_runs() {
        let agenda = agenda(&[("room", "", "09:00", "10:00"), ("talk", "a", "09:30", "10:30")]);
        assert_eq!(arranged(&agenda), (2, vec!["room 0+1 0/1".into(), "talk 1+1 0/1".into()]));
    }

    #[test]
    fn what_is_parallel_in_a_track_divides_its_width() {
        let agenda = agenda(&[
            ("one", "a", "09:00", "10:00"),
            ("two", "a", "09:30", "11:00"),
            ("three", "a", "10:00", "10:30"),
            ("four", "a", "11:00", "12:00"),
        ]);
        let places = ["one 0+1 0/2", "two 0+1 1/2", "three 0+1 0/2", "four 0+1 0/1"].map(str::to_owned);
        assert_eq!(arranged(&agenda), (1, places.to_vec()));
    }

    #[test]
    fn a_day_without_tracks_or_venues_is_one_column() {
        let agenda = agenda(&[("one", "", "09:00", "10:00")]);
        assert_eq!(arranged(&agenda), (1, vec!["one 0+1 0/1".into()]));
        assert_eq!(arrange(&[]), Arranged::default());
    }
}
