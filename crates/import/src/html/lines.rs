//! Text in lines, as a page shows it.

/// Text in lines: space within them is one, and at most one empty line is between them.
#[derive(Default)]
pub(super) struct Lines {
    /// Those that have ended.
    pub(super) text: String,
    line: String,
    has_gap: bool,
}

impl Lines {
    pub(super) fn push(&mut self, text: &str) {
        let leads = text.starts_with(char::is_whitespace);
        if leads && !self.line.is_empty() && !self.line.ends_with([' ', '\t']) {
            self.line.push(' ');
        }
        for (at, word) in text.split_whitespace().enumerate() {
            if at > 0 {
                self.line.push(' ');
            }
            self.line.push_str(word);
        }
        if text.ends_with(char::is_whitespace) && !self.line.is_empty() && !self.line.ends_with([' ', '\t']) {
            self.line.push(' ');
        }
    }

    /// What comes is the next cell of the line's row.
    pub(super) fn next_cell(&mut self) {
        self.line.truncate(self.line.trim_end_matches(' ').len());
        self.line.push('\t');
    }

    /// Ends the line, and says it; nothing where it is empty.
    pub(super) fn end(&mut self) -> Option<String> {
        let line = std::mem::take(&mut self.line);
        if line.trim().is_empty() {
            return None;
        }
        if !self.text.is_empty() {
            self.text.push_str(if self.has_gap { "\n\n" } else { "\n" });
        }
        self.text.push_str(line.trim_end());
        self.has_gap = false;
        Some(line.trim().to_owned())
    }

    /// An empty line comes before the next one.
    pub(super) fn gap(&mut self) {
        self.has_gap = true;
    }
}
