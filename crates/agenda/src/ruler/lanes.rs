//! Sessions below a level scale: a lane a strand, and in it as many sub-lanes as their titles need.

use std::ops::Range;

/// Px between a title and the next thing in its sub-lane.
const GAP: f64 = 12.0;

/// A session's bar and how much room its title needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Title {
    /// From where to where its bar goes, in px.
    pub bar: Range<f64>,
    /// How wide its title is, in px.
    pub width: f64,
    /// On how many lines its title stands.
    pub lines: usize,
}

/// A title in its lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Laid {
    /// Which sub-lane it is in, from 0.
    pub sub_lane: usize,
    /// Where its title begins, in px.
    pub left: f64,
    /// Whether the title ends where its bar does, for want of room to the right.
    pub is_flush_right: bool,
}

/// A lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// Where each title is, in the order in which they were given.
    pub titles: Vec<Laid>,
    /// Of each sub-lane, the most lines that a title has there.
    pub lines: Vec<usize>,
}

/// Lays titles into sub-lanes, each into the first that is free where it and its bar are. They are in the order
/// of their starts; `width` is the scale's, in px.
pub fn lay(titles: &[Title], width: f64) -> Lane {
    let mut lane = Lane::default();
    let mut taken: Vec<f64> = Vec::new();
    for title in titles {
        let is_flush_right = title.bar.start + title.width > width;
        let left = if is_flush_right { (title.bar.end - title.width).max(0.0) } else { title.bar.start };
        let start = left.min(title.bar.start);
        let end = title.bar.end.max(left + title.width) + GAP;
        let free = taken.iter().position(|taken| *taken <= start);
        let sub_lane = free.unwrap_or(taken.len());
        match (taken.get_mut(sub_lane), lane.lines.get_mut(sub_lane)) {
            (Some(taken), Some(lines)) => {
                *taken = end;
                *lines = title.lines.max(*lines);
            }
            _ => {
                taken.push(end);
                lane.lines.push(title.lines);
            }
        }
        lane.titles.push(Laid { sub_lane, left, is_flush_right });
    }
    lane
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(bar: Range<f64>, width: f64, lines: usize) -> Title {
        Title { bar, width, lines }
    }

    #[test]
    fn a_title_takes_the_next_free_sub_lane() {
        let lane = lay(
            &[
                title(88.0..151.0, 190.0, 3),
                title(151.0..176.0, 100.0, 2),
                title(195.0..240.0, 190.0, 2),
                title(350.0..400.0, 190.0, 2),
            ],
            936.0,
        );
        let sub_lanes: Vec<usize> = lane.titles.iter().map(|title| title.sub_lane).collect();
        assert_eq!(sub_lanes, [0, 1, 2, 0]);
        assert_eq!(lane.lines, [3, 2, 2]);
    }

    #[test]
    fn at_the_right_edge_a_title_ends_with_its_bar() {
        let lane = lay(&[title(800.0..900.0, 190.0, 2)], 936.0);
        assert_eq!(lane.titles, [Laid { sub_lane: 0, left: 710.0, is_flush_right: true }]);
        let narrow = lay(&[title(10.0..20.0, 190.0, 2)], 100.0);
        assert_eq!(narrow.titles[0].left, 0.0, "it begins on the scale");
    }
}
