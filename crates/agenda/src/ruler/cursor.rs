//! Where the cursor goes.

/// Within how many px of a session's start the cursor goes there.
const NEAR: f64 = 8.0;
/// Minutes to which it goes elsewhere.
const ROUND: f64 = 5.0;

/// What a key does with the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many minutes on, or back.
    By(i64),
    /// To the start of the scale.
    First,
    /// To its end.
    Last,
}

/// The minute that a pointer at some minute means: the start of a session that is near, else every five
/// minutes. `per_minute` are px; `length` is the scale's, in minutes.
pub fn snap(at: f64, starts: &[i64], per_minute: f64, length: i64) -> i64 {
    let distance = |start: &i64| (*start as f64 - at).abs() * per_minute;
    let near = starts.iter().filter(|start| distance(start) <= NEAR);
    let nearest = near.min_by(|one, other| distance(one).total_cmp(&distance(other)));
    let rounded = || ((at / ROUND).round() * ROUND) as i64;
    nearest.copied().unwrap_or_else(rounded).clamp(0, length)
}

/// The minute to which a step leads from another, on a scale of a length.
pub fn step(from: i64, step: Step, length: i64) -> i64 {
    let to = match step {
        Step::By(minutes) => from + minutes,
        Step::First => 0,
        Step::Last => length,
    };
    to.clamp(0, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_means_a_start_that_is_near_and_else_five_minutes() {
        let snap = |at: f64| snap(at, &[60, 92], 0.8, 960);
        assert_eq!([snap(52.0), snap(69.0), snap(71.0), snap(84.0)], [60, 60, 70, 92]);
        assert_eq!([snap(-20.0), snap(2_000.0)], [0, 960]);
    }

    #[test]
    fn keys_end_where_the_scale_does() {
        assert_eq!(step(90, Step::By(15), 960), 105);
        assert_eq!(step(30, Step::By(-60), 960), 0);
        assert_eq!(step(950, Step::By(15), 960), 960);
        assert_eq!([step(90, Step::First, 960), step(90, Step::Last, 960)], [0, 960]);
    }
}
