//! What all pages have.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use huso_agenda::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The style sheet, served beside the pages: they have no scripts and no styles of their own.
pub const STYLE: &str = include_str!("style.css");

const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// A page as it is sent.
pub fn response(status: StatusCode, page: Markup) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        // Answers are in it, and a token.
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::VARY, HeaderValue::from_static("accept, accept-language")),
    ];
    (status, headers, page.into_string()).into_response()
}

/// A page that says one thing, and what to do then.
pub fn message(lang: Lang, text: &str, hint: Option<&str>) -> Markup {
    layout(lang, text, html! { h1 { (text) } @if let Some(hint) = hint { p { (hint) } } })
}

/// Its addresses are relative to `/events/ID/`, wherever a proxy has put that.
pub(super) fn layout(lang: Lang, title: &str, content: Markup) -> Markup {
    document(lang, title, html! { meta name="robots" content="noindex"; }, html! { main { (content) } })
}

fn document(lang: Lang, title: &str, head: Markup, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                link rel="stylesheet" href="../style.css";
                (head)
            }
            body { (body) }
        }
    }
}

/// The page of an agenda, which is HTML already. `is_live` where the package is served beside it.
pub fn agenda(lang: Lang, title: &str, element: &str, is_live: bool) -> Markup {
    let head = html! {
        meta name="color-scheme" content="light dark";
        @if is_live { script type="module" src="../../huso.js" {} }
    };
    let body = html! { main class="agenda" { h1 class="apart" { (title) } (PreEscaped(element)) } };
    document(lang, title, head, body)
}
