//! Whose time stands first, and the way to another zone's: a combobox (WAI-ARIA 1.2), whose list says of
//! each place its country and what its clocks show now. A zone is only taken by its whole name, or from
//! the list.

use crate::components::tree::Tree;
use crate::platform::{choosable_zones, clocks_of, now, remember_zone, remembered_zone};
use crate::view::{View, ViewRef};
use huso_agenda::Offsets;
use huso_announcement::places::{Directory, Match};
use huso_i18n::labels::zoned_time;
use huso_i18n::{Texts as _, fill, plural};
use std::rc::Rc;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};
use yew::html::onkeydown;
use yew::{Callback, Component, Context, Html, Properties, TargetCast as _};

/// Most places that are offered at once.
const MOST: usize = 8;

/// Properties of [`ZoneChoice`].
#[derive(Properties, PartialEq)]
pub struct ZoneChoiceProps {
    /// The event.
    pub view: ViewRef,
    /// Takes the name of the zone chosen; `None` for the browser's own.
    pub on_zone: Callback<Option<String>>,
}

/// A place that is offered, and its clocks.
struct Offer {
    found: Match,
    clocks: Rc<dyn Offsets>,
}

impl Offer {
    /// `San Juan (Argentina)`
    fn name(&self) -> String {
        let country = self.found.country.map(|country| [" (", country, ")"].concat());
        [self.found.place.as_str(), &country.unwrap_or_default()].concat()
    }
}

/// What the visitor did.
pub enum Message {
    /// They opened the list, or closed it.
    Opened,
    /// They typed this into the field.
    Typed(String),
    /// They pressed an arrow: to the next place that is offered, or back.
    Moved {
        /// Down or up.
        forward: bool,
    },
    /// They pressed Enter.
    Entered,
    /// They pressed Escape.
    Left,
    /// They picked a place that is offered.
    Picked(usize),
    /// They want the choice kept on this device, or no longer.
    Keep(bool),
    /// They want the browser's own zone.
    Reset,
}

/// Whose time stands first, and the way to another zone's.
pub struct ZoneChoice {
    /// Every zone, once somebody has opened the list: making it takes some milliseconds.
    directory: Option<Directory>,
    /// What stands in the field.
    typed: String,
    /// What may be meant by it, the likeliest first.
    offers: Vec<Offer>,
    /// The offer that arrows have led to.
    active: Option<usize>,
    /// Why the last choice was not taken.
    trouble: String,
    /// Whether choices are kept on this device.
    kept: bool,
}

impl Component for ZoneChoice {
    type Message = Message;
    type Properties = ZoneChoiceProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            directory: None,
            typed: String::new(),
            offers: Vec::new(),
            active: None,
            trouble: String::new(),
            kept: remembered_zone().is_some(),
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &ZoneChoiceProps) -> bool {
        if context.props().view.lang != old.view.lang {
            self.directory = None;
            self.close();
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let props = context.props();
        match message {
            Message::Opened => {
                self.directory.get_or_insert_with(|| directory(&props.view));
            }
            Message::Typed(typed) => self.search(typed, &props.view),
            Message::Moved { forward } => self.move_on(forward),
            Message::Entered => self.enter(props),
            Message::Left => self.close(),
            Message::Picked(index) => self.pick(index, props),
            Message::Keep(wanted) => {
                let done = remember_zone(props.view.viewer.name.as_deref().filter(|_| wanted));
                self.trouble = if done { "" } else { props.view.lang.widget().zone_not_kept }.to_owned();
                self.kept = wanted && done;
            }
            Message::Reset => {
                // What can't be stored need not be forgotten.
                let _ = remember_zone(None);
                self.kept = false;
                self.typed.clear();
                self.close();
                props.on_zone.emit(None);
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (view, link) = (&context.props().view, context.link());
        let say = view.lang.widget();
        let keep = link.callback(|event: Event| {
            Message::Keep(event.target_unchecked_into::<HtmlInputElement>().checked())
        });
        let write = |tree: &mut Tree| {
            tree.el("summary", |tree| {
                tree.on_click(link.callback(|_| Message::Opened));
                tree.line("span|class=whose", &view.your_time());
                tree.line("span|class=change", say.zone_change);
            });
            tree.line("label|for=zone", say.zone_label);
            self.field(tree, context);
            self.list(tree, context);
            tree.el("p|role=status", |tree| self.status(tree, view));
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

impl ZoneChoice {
    fn search(&mut self, typed: String, view: &View) {
        let directory = self.directory.get_or_insert_with(|| directory(view));
        let database = &view.agenda().database;
        let with_clocks = |found: Match| {
            let clocks = clocks_of(&found.zone, database)?;
            Some(Offer { found, clocks })
        };
        let offers = directory.search(&typed).into_iter().filter_map(with_clocks).take(MOST).collect();
        self.close();
        self.offers = offers;
        self.typed = typed;
    }

    /// Takes the offers away, and what was said of them.
    fn close(&mut self) {
        self.offers.clear();
        self.active = None;
        self.trouble.clear();
    }

    /// Before the first one and behind the last one is the field.
    fn move_on(&mut self, forward: bool) {
        let count = self.offers.len();
        let next = match self.active {
            None if forward => Some(0),
            None => count.checked_sub(1),
            Some(active) if forward => Some(active + 1),
            Some(active) => active.checked_sub(1),
        };
        self.active = next.filter(|next| *next < count);
    }

    fn enter(&mut self, props: &ZoneChoiceProps) {
        let numbered = (0..).zip(&self.offers);
        let exact: Vec<usize> =
            numbered.filter(|(_, offer)| offer.found.exact).map(|(index, _)| index).collect();
        match (self.active, exact.as_slice(), self.offers.len()) {
            (Some(index), ..) | (None, &[index], _) => self.pick(index, props),
            (None, [], 1) => self.pick(0, props),
            (None, [], 0) => self.take_as_written(props),
            _ => {
                let names: Vec<String> = self.offers.iter().map(Offer::name).collect();
                let several = props.view.lang.widget().zone_several;
                self.trouble = fill(several, &[("names", &names.join(", "))]);
            }
        }
    }

    fn pick(&mut self, index: usize, props: &ZoneChoiceProps) {
        if index < self.offers.len() {
            let Offer { found, .. } = self.offers.swap_remove(index);
            self.typed = found.place;
            self.take(found.zone, props);
        }
    }

    /// `Etc/GMT-14` and its like, which no list has.
    fn take_as_written(&mut self, props: &ZoneChoiceProps) {
        let name = self.typed.trim().to_owned();
        if clocks_of(&name, &props.view.agenda().database).is_some() {
            self.take(name, props);
        } else if !name.is_empty() {
            self.trouble = props.view.lang.widget().zone_none.to_owned();
        }
    }

    fn take(&mut self, zone: String, props: &ZoneChoiceProps) {
        if self.kept {
            remember_zone(Some(&zone));
        }
        self.close();
        props.on_zone.emit(Some(zone));
    }

    fn field(&self, tree: &mut Tree, context: &Context<Self>) {
        let link = context.link();
        let shape = "input|id=zone|role=combobox|aria-autocomplete=list|aria-controls=zone-list|aria-expanded\
            |autocomplete=off|spellcheck=false";
        let open = !self.offers.is_empty();
        tree.with(shape, &[if open { "true" } else { "false" }], |tree| {
            let active = self.active.map(option_id);
            tree.set("aria-activedescendant", active.as_deref());
            tree.value(&self.typed);
            tree.on_input(link.callback(|field: HtmlInputElement| Message::Typed(field.value())));
            let pressed = link.batch_callback(move |event: KeyboardEvent| pressed(&event, open));
            tree.listen(Rc::new(onkeydown::Wrapper::new(pressed)));
        });
    }

    fn list(&self, tree: &mut Tree, context: &Context<Self>) {
        let view = &context.props().view;
        if self.offers.is_empty() {
            return tree.nothing();
        }
        tree.with("ul|id=zone-list|role=listbox|aria-label", &[view.lang.widget().zone_found], |tree| {
            for (index, offer) in self.offers.iter().enumerate() {
                let selected = if self.active == Some(index) { "true" } else { "false" };
                tree.with("li|role=option|id|aria-selected", &[&option_id(index), selected], |tree| {
                    tree.on_click(context.link().callback(move |_| Message::Picked(index)));
                    tree.line("span", &offer.name());
                    tree.text(" ");
                    time_now(tree, view, offer.clocks.as_ref());
                });
            }
        });
    }

    /// What a screen reader has to be told: the trouble, else what is offered, else whose time is shown now.
    fn status(&self, tree: &mut Tree, view: &View) {
        let say = view.lang.widget();
        match (self.trouble.as_str(), self.offers.len()) {
            ("", 0) => tree.line("span|class=spoken", &view.your_time()),
            ("", count) => {
                let offered = plural(count, say.zone_found_one, say.zone_found_other);
                tree.line("span|class=spoken", &offered);
            }
            (trouble, _) => tree.line("span|class=fault", trouble),
        }
    }
}

/// What a key does in the field, and nothing else then. Without a list, Escape is for the page around.
fn pressed(event: &KeyboardEvent, open: bool) -> Option<Message> {
    let message = match event.key().as_str() {
        // Enter that ends the composing of a word is not meant for us.
        _ if event.is_composing() => return None,
        "ArrowDown" if open => Message::Moved { forward: true },
        "ArrowUp" if open => Message::Moved { forward: false },
        "Enter" => Message::Entered,
        "Escape" if open => Message::Left,
        _ => return None,
    };
    event.prevent_default();
    Some(message)
}

fn option_id(index: usize) -> String {
    format!("zone-{index}")
}

/// What clocks show now, with the date where it is not the visitor's.
fn time_now(tree: &mut Tree, view: &View, clocks: &dyn Offsets) {
    let now = now();
    let today = view.viewer.zone.wall_time(now).date();
    let time = zoned_time(now, clocks, Some(today), view.cycle, view.locale);
    let mark = time.mark.map(|mark| ["\u{a0}(", &mark, ")"].concat()).unwrap_or_default();
    tree.with("time|datetime", &[&time.machine], |tree| tree.text(&[time.clock, mark].concat()));
}

/// The event's own zones, the embedded ones and the browser's.
fn directory(view: &View) -> Directory {
    let labels = view.zones.iter();
    let labels = labels.map(|(zone, label)| (view.text(label).to_owned(), zone.name().to_owned())).collect();
    Directory::new(labels, &choosable_zones(), view.lang)
}
