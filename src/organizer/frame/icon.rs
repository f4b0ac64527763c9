//! Small drawings beside words.

use yew::{Html, Properties, component, html};

/// Properties of [`Icon`].
#[derive(Properties, PartialEq)]
pub struct IconProps {
    /// Its name.
    pub name: &'static str,
}

/// A drawing of 16 × 16 in the text's colour, hidden from screen readers: words stand beside it.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={path(props.name)} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"
                stroke-linejoin="round" />
        </svg>
    }
}

fn path(name: &str) -> &'static str {
    match name {
        "error" => "M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2zM6 6l4 4M10 6l-4 4",
        "warning" => "M8 2l6.4 11.6H1.6zM8 6.4v3.4M8 11.7v.1",
        "question" => {
            "M14.4 8A6.4 6.4 0 1 1 1.6 8a6.4 6.4 0 0 1 12.8 0M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.2M8 11.6v.1"
        }
        "note" => "M14.4 8A6.4 6.4 0 1 1 1.6 8a6.4 6.4 0 0 1 12.8 0M8 7.4v3.8M8 4.8v.1",
        "lock" => "M3.5 7.2h9v6.3h-9zM5.4 7.2V5a2.6 2.6 0 0 1 5.2 0v2.2",
        "undo" => "M3 6h6.5a3.5 3.5 0 0 1 0 7H6M3 6l3-3M3 6l3 3",
        "redo" => "M13 6H6.5a3.5 3.5 0 0 0 0 7H10M13 6l-3-3M13 6l-3 3",
        "file" => "M4 1.8h5.4L12.5 5v9.2H4zM9 2v3.4h3.4",
        "paste" => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
        "text" => "M2 3.5h12M2 6.5h12M2 9.5h12M2 12.5h8",
        "table" => "M2 3h12v10H2zM2 6.3h12M2 9.6h12M6 3v10",
        "calendar" => "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3",
        "box" => "M8 1.8l5.6 3v6.4L8 14.2l-5.6-3V4.8zM2.4 4.8L8 8l5.6-3.2M8 8v6.2",
        "swap" => "M2.5 5.5h10M9.5 2.5l3 3-3 3M13.5 10.5h-10M6.5 7.5l-3 3 3 3",
        "plus" => "M8 3v10M3 8h10",
        "minus" => "M3 8h10",
        "pencil" => "M3 13l.6-3L11 2.6 13.4 5 6 12.4zM3 13l3-.6",
        "arrow" => "M2.5 8h11M9.5 4l4 4-4 4",
        "check" => "M3 8.5l3.2 3.2L13 5",
        "cross" => "M4 4l8 8M12 4l-8 8",
        "clock" => "M14.4 8A6.4 6.4 0 1 1 1.6 8a6.4 6.4 0 0 1 12.8 0M8 4.6V8l2.4 1.6",
        "download" => "M8 2v8M4.8 7L8 10.2 11.2 7M2.5 13.5h11",
        "copy" => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
        "search" => "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0M10.3 10.3l3.4 3.4",
        "chevron" => "M4 6l4 4 4-4",
        "up" => "M4 10l4-4 4 4",
        "globe" => {
            "M14.4 8A6.4 6.4 0 1 1 1.6 8a6.4 6.4 0 0 1 12.8 0M1.8 8h12.4M8 1.6c2.4 2 2.4 10.8 0 12.8M8 1.6c-2.4 2-2.4 10.8 0 12.8"
        }
        "phone" => "M5 1.8h6v12.4H5zM7.2 12.2h1.6",
        "desktop" => "M1.8 3h12.4v8H1.8zM8 11v2.5M5 13.5h6",
        "sun" => {
            "M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0M8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1"
        }
        "moon" => "M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z",
        "handle" => "M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1",
        _ => "",
    }
}
