//! The head of an e-mail as programs copy it: `De:`, `Enviado:`, `Para:`, `Asunto:`.

use huso_agenda::fold::folded;
use std::ops::Range;

/// What an e-mail's head says.
#[derive(Default)]
pub(super) struct Head {
    /// What it is about.
    pub(super) subject: Option<Range<usize>>,
    /// When it was sent.
    pub(super) sent: Option<Range<usize>>,
}

const SUBJECT: &[&str] = &["subject", "asunto", "assunto"];
const SENT: &[&str] = &["date", "sent", "fecha", "enviado", "enviado el", "enviada em", "enviado em", "data"];
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "from", "de", "to", "para", "a", "cc", "cco", "bcc", "reply-to", "responder a", "importance", "importancia",
    "attachments", "adjuntos", "anexos", "message-id", "mime-version", "content-type",
    "content-transfer-encoding", "return-path", "received",
];
/// Without who it is from it is no head: `Fecha:` and `Asunto:` stand in invitations, too.
const FROM: &[&str] = &["from", "de"];
/// Most lines in which a head starts.
const FIRST: usize = 4;

/// The text with spaces for an e-mail's head, so that the bytes of the rest stay where they are; and what the head says.
pub(super) fn without_head(text: &str) -> (String, Head) {
    let Some((lines, head)) = head(text) else { return (text.to_owned(), Head::default()) };
    let blank = |letter: char| if letter == '\n' { "\n".to_owned() } else { " ".repeat(letter.len_utf8()) };
    let (before, rest) = text.split_at_checked(lines.start).unwrap_or((text, ""));
    let (inside, after) = rest.split_at_checked(lines.end - lines.start).unwrap_or(("", rest));
    (before.to_owned() + &inside.chars().map(blank).collect::<String>() + after, head)
}

/// The bytes of an e-mail's head, and what it says.
fn head(text: &str) -> Option<(Range<usize>, Head)> {
    let mut head = Head::default();
    let (mut at, mut found, mut from) = (0, None::<Range<usize>>, false);
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        let label = line.split_once(':').map(|(label, _)| folded(label.trim().trim_matches('*')));
        let is = |words: &[&str]| label.as_deref().is_some_and(|label| words.contains(&label));
        let value = || {
            let after = line.find(':').map_or(line, |colon| line.get(colon + 1..).unwrap_or_default());
            let first = start + line.len() - after.trim_start_matches(['*', ' ', '\t']).len();
            first..(start + line.trim_end().len()).max(first)
        };
        match (is(SUBJECT), is(SENT), is(OTHERS)) {
            (true, ..) => head.subject = Some(value()),
            (_, true, _) => head.sent = Some(value()),
            (.., true) => from |= is(FROM),
            // A long line of addresses goes on.
            _ if found.is_some() && line.starts_with([' ', '\t']) && !line.trim().is_empty() => {}
            _ if found.is_some() => break,
            _ if index >= FIRST => return None,
            _ => continue,
        }
        found = Some(found.map_or(start, |found| found.start)..at);
    }
    found.filter(|_| from && (head.subject.is_some() || head.sent.is_some())).map(|lines| (lines, head))
}
