//! The titles beside the bars.

use crate::edit::strip::layout::Title;

/// About how wide a letter is, in px: the drawing doesn't measure.
const LETTER: f64 = 6.4;
/// Between a bar and its title.
const GAP: f64 = 8.0;

/// Where the title of a bar from `start` to `end` stands that has room from `before` to `after`.
pub fn place(title: &str, (start, end): (f64, f64), (before, after): (f64, f64)) -> Title {
    let letters = u32::try_from(title.chars().count()).unwrap_or(u32::MAX);
    let width = f64::from(letters) * LETTER + GAP;
    if end + width <= after {
        return Title::Right(end + GAP);
    }
    if start - width >= before {
        return Title::Left(start - GAP);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "letters of a bar's width")]
    let fits = ((end - start - GAP) / LETTER).max(0.0) as usize;
    let shown: String = title.chars().take(fits.saturating_sub(1)).collect();
    let is_whole = title.chars().count() <= fits;
    Title::Inside(
        start + 6.0,
        if is_whole {
            title.to_owned()
        } else if fits < 4 {
            String::new()
        } else {
            shown + "…"
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_where_there_is_room() {
        assert_eq!(place("Inicio", (100.0, 140.0), (100.0, 400.0)), Title::Right(148.0));
        assert_eq!(place("Inicio", (340.0, 390.0), (100.0, 400.0)), Title::Left(332.0));
        assert_eq!(
            place("Inauguración", (100.0, 150.0), (90.0, 150.0)),
            Title::Inside(106.0, "Inaug…".into())
        );
        assert_eq!(place("Inauguración", (100.0, 120.0), (90.0, 120.0)), Title::Inside(106.0, String::new()));
    }
}
