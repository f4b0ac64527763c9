//! The widget's style sheet as a file: policies of strict pages forbid inline styles.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The sheets, in the order of styles/widget.css.
const SHEETS: &[&str] = &[
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/notices.css"),
    include_str!("../../styles/head.css"),
    include_str!("../../styles/toolbar.css"),
    include_str!("../../styles/zone-choice.css"),
    include_str!("../../styles/news.css"),
    include_str!("../../styles/day.css"),
    include_str!("../../styles/session.css"),
    include_str!("../../styles/buttons.css"),
    include_str!("../../styles/basket.css"),
    include_str!("../../styles/plan.css"),
    include_str!("../../styles/registration.css"),
    include_str!("../../styles/fields.css"),
    include_str!("../../styles/privacy.css"),
    include_str!("../../styles/sending.css"),
    include_str!("../../styles/outcome.css"),
    include_str!("../../styles/views.css"),
    include_str!("../../styles/grid.css"),
    include_str!("../../styles/ruler.css"),
    include_str!("../../styles/selection.css"),
    include_str!("../../styles/draft.css"),
    include_str!("../../styles/wide.css"),
    include_str!("../../styles/stuck.css"),
    include_str!("../../styles/containment.css"),
    include_str!("../../styles/prerendered.css"),
    include_str!("../../styles/forced-colors.css"),
    include_str!("../../styles/print.css"),
];

/// The sheets in one.
pub fn style_sheet() -> String {
    SHEETS.concat()
}

/// `huso.css?3f0a9c2b`: the name under which the package has it, and a number of what is in it, by which caches
/// tell it from another release's.
pub fn style_sheet_name() -> String {
    let mut name = String::from("huso.css?");
    for byte in Sha256::digest(style_sheet()).iter().take(4) {
        // Writing to a string never fails.
        let _ = write!(name, "{byte:02x}");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheets_are_those_of_the_package_in_their_order() {
        let entry = include_str!("../../styles/widget.css");
        let imported =
            entry.lines().filter_map(|line| line.strip_prefix("@import \"./")?.strip_suffix("\";"));
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
        let sheets: String =
            imported.map(|name| std::fs::read_to_string(folder.join(name)).unwrap()).collect();
        assert_eq!(style_sheet(), sheets);
    }
}
