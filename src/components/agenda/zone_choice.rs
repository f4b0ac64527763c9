//! Whose time stands first, and the way to another zone's.

use crate::components::tree::Tree;
use crate::platform::{choosable_zones, clocks_of, folded, remember_zone, remembered_zone};
use crate::view::{View, ViewRef};
use huso_agenda::i18n::fill;
use huso_agenda::zone_names;
use std::rc::Rc;
use web_sys::{Event, HtmlInputElement, InputEvent};
use yew::html::oninput;
use yew::{Callback, Component, Context, Html, Properties, TargetCast as _};

/// Properties of [`ZoneChoice`].
#[derive(Properties, PartialEq)]
pub struct ZoneChoiceProps {
    /// The event.
    pub view: ViewRef,
    /// Takes the name of the zone chosen; `None` for the browser's own.
    pub on_zone: Callback<Option<String>>,
}

/// A zone that can be chosen.
struct Entry {
    place: String,
    name: String,
    /// Both, as one searches them.
    search: String,
}

/// What the visitor did.
pub enum Message {
    /// They opened the list, or closed it.
    Opened,
    /// They typed this into the field; whether they are done.
    Typed(String, bool),
    /// They want the choice kept on this device, or no longer.
    Keep(bool),
    /// They want the browser's own zone.
    Reset,
}

/// Whose time stands first, and the way to another zone's.
pub struct ZoneChoice {
    /// Every zone, once somebody has opened the list: making it takes some milliseconds.
    all: Vec<Entry>,
    /// Why the last choice was not taken.
    trouble: String,
    /// Whether choices are kept on this device.
    kept: bool,
}

impl Component for ZoneChoice {
    type Message = Message;
    type Properties = ZoneChoiceProps;

    fn create(_: &Context<Self>) -> Self {
        Self { all: Vec::new(), trouble: String::new(), kept: remembered_zone().is_some() }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let ZoneChoiceProps { view, on_zone } = context.props();
        if self.all.is_empty() && matches!(message, Message::Opened | Message::Typed(..)) {
            self.all = entries(view);
        }
        match message {
            Message::Opened => {}
            Message::Typed(typed, finished) => match find(&self.all, typed.trim(), finished, view) {
                None => return false,
                Some(Err(trouble)) => self.trouble = trouble,
                Some(Ok(name)) => {
                    if self.kept {
                        remember_zone(Some(&name));
                    }
                    self.trouble.clear();
                    on_zone.emit(Some(name));
                }
            },
            Message::Keep(wanted) => {
                let done = remember_zone(view.viewer.name.as_deref().filter(|_| wanted));
                self.trouble = if done { "" } else { view.lang.widget().zone_not_kept }.to_owned();
                self.kept = wanted && done;
            }
            Message::Reset => {
                // What can't be stored need not be forgotten.
                let _ = remember_zone(None);
                self.kept = false;
                self.trouble.clear();
                on_zone.emit(None);
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (view, link) = (&context.props().view, context.link());
        let say = view.lang.widget();
        let mine = view.your_time();
        let typed = link.callback(|event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            Message::Typed(typed, event.type_() == "change")
        });
        let keep = link.callback(|event: Event| {
            Message::Keep(event.target_unchecked_into::<HtmlInputElement>().checked())
        });
        let write = |tree: &mut Tree| {
            tree.el("summary", |tree| {
                tree.on_click(link.callback(|_| Message::Opened));
                tree.line("span|class=whose", &mine);
                tree.line("span|class=change", say.zone_change);
            });
            tree.line("label|for=zone", say.zone_label);
            tree.el("input|id=zone|list=zones|autocomplete=off|spellcheck=false", |tree| {
                tree.on_change(typed.clone());
                tree.listen(Rc::new(oninput::Wrapper::new(typed.reform(|event: InputEvent| event.into()))));
            });
            tree.el("datalist|id=zones", |tree| {
                // The place is what the field takes; browsers show the name beside it and search both.
                for entry in &self.all {
                    let name = entry.name.replace('_', " ");
                    tree.with("option|value", &[&entry.place], |tree| tree.text(&name));
                }
            });
            // What a screen reader has to be told: the trouble, else whose time is shown now.
            tree.el("p|role=status", |tree| match self.trouble.as_str() {
                "" => tree.line("span|class=spoken", &mine),
                trouble => tree.line("span|class=fault", trouble),
            });
            if !view.viewer.own {
                tree.el("label|class=check", |tree| {
                    tree.el("input|type=checkbox", |tree| {
                        tree.check(self.kept);
                        tree.on_change(keep);
                    });
                    tree.text(say.zone_remember);
                });
                tree.button("plain", say.zone_reset, link.callback(|_| Message::Reset));
            } else {
                tree.nothing();
                tree.nothing();
            }
        };
        Tree::of(|tree| tree.el("details|class=zone-choice|part=zone-choice", write))
    }
}

/// The event's own zones, the embedded ones and the browser's. Of several names of a place, the first.
fn entries(view: &View) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    let mut add = |place: String, name: String| {
        if !all.iter().any(|other| other.place == place || other.name == name) {
            let search = folded(&[&*place, " ", &*name].concat());
            all.push(Entry { place, name, search });
        }
    };
    for (zone, label) in &view.zones {
        add(view.text(label).to_owned(), zone.name().to_owned());
    }
    for name in choosable_zones() {
        add(zone_names::place(&name, view.lang), name);
    }
    all
}

/// The zone that is meant, or why none is; `None` while that is not `finished`.
fn find(all: &[Entry], typed: &str, finished: bool, view: &View) -> Option<Result<String, String>> {
    if let Some(entry) = all.iter().find(|entry| entry.place == typed || entry.name == typed) {
        return Some(Ok(entry.name.clone()));
    }
    if !finished || typed.is_empty() {
        return None;
    }
    let say = view.lang.widget();
    let wanted = folded(typed);
    let hits: Vec<&Entry> = all.iter().filter(|entry| has(&entry.search, &wanted)).collect();
    Some(match hits.as_slice() {
        [] if clocks_of(typed, &view.agenda().database).is_some() => Ok(typed.to_owned()),
        [] => Err(say.zone_none.to_owned()),
        [entry] => Ok(entry.name.clone()),
        several => match several.iter().find(|entry| folded(&entry.place) == wanted) {
            Some(entry) => Ok(entry.name.clone()),
            None => {
                let names: Vec<&str> = several.iter().take(5).map(|entry| entry.place.as_str()).collect();
                Err(fill(say.zone_several, &[("names", &names.join(", "))]))
            }
        },
    })
}

/// `str::contains`, whose search is made for long texts, and long itself.
fn has(text: &str, part: &str) -> bool {
    text.char_indices().any(|(at, _)| text.get(at..).is_some_and(|rest| rest.starts_with(part)))
}
