//! Titles beside an upright scale.

/// Where titles stand that want to be at some heights, in order: as high as they want, or right below the one
/// before them. Each is `(wanted, height)`, in px.
pub fn push_down(titles: &[(f64, f64)]) -> Vec<f64> {
    let mut free = f64::NEG_INFINITY;
    let place = |(wanted, height): &(f64, f64)| {
        let top = wanted.max(free);
        free = top + height;
        top
    };
    titles.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_pushed_below_one_another() {
        assert_eq!(push_down(&[(0.0, 36.0), (10.0, 36.0), (200.0, 20.0)]), [0.0, 36.0, 200.0]);
        assert_eq!(push_down(&[]), [0.0; 0]);
    }
}
