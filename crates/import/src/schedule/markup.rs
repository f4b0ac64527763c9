//! Descriptions of some programs are HTML (FOSDEM's, frab's where one pastes it): event files hold plain text.

/// A text without its markup: paragraphs, list items and line breaks become lines. What has none stays as it is.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    if !["</", "<br", "<p>"].iter().any(|mark| text.contains(mark)) {
        return text.trim().to_owned();
    }
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let is_tag = after.starts_with(|c: char| c == '/' || c == '!' || c.is_ascii_alphabetic());
        if !is_tag {
            out.push('<');
            rest = after;
            continue;
        }
        // No tag ends any more: looking for each one's end would take the square of the text's length.
        let Some((tag, after)) = after.split_once('>') else {
            out.push('<');
            rest = after;
            break;
        };
        out.push_str(breaks(tag));
        rest = after;
    }
    out.push_str(rest);
    let out = out.replace("&nbsp;", " ");
    let out = quick_xml::escape::unescape(&out).map(|text| text.into_owned()).unwrap_or(out);
    paragraphs(&out)
}

fn breaks(tag: &str) -> &'static str {
    let name =
        tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    match name.to_ascii_lowercase().as_str() {
        "p" | "div" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "blockquote" => "\n\n",
        "br" => "\n",
        "li" if !tag.starts_with('/') => "\n- ",
        _ => "",
    }
}

/// No more than one blank line at once.
fn paragraphs(text: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if !line.is_empty() || out.last().is_some_and(|last| !last.is_empty()) {
            out.push(line);
        }
    }
    out.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_stay_and_tags_go() {
        assert_eq!(plain("<p>Uno &amp; dos</p>\n<p>Tres<br/>cuatro</p>"), "Uno & dos\n\nTres\ncuatro");
        assert_eq!(plain("<ul><li>a</li><li>b</li></ul>"), "- a\n- b");
        assert_eq!(plain("a < b\r\nc"), "a < b\nc");
        assert_eq!(plain("</p>a < b <3 <"), "a < b <3 <");
    }
}
