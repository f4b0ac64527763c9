//! What this browser keeps.

use crate::bring::kept_entry::KeptEntry;
use crate::frame::{Icon, use_lang};
use crate::workspace::{Action, Kept, forget, kept, keys, use_workspace};
use huso::browser::uuid;
use huso_edit::Document;
use huso_i18n::{Texts as _, fill};
use yew::{Callback, Html, component, html, use_state};

/// What this browser keeps, the newest first. What is deleted can be taken back until something else is.
#[component]
pub fn KeptList() -> Html {
    let lang = use_lang();
    let (texts, workspace) = (lang.bring(), use_workspace());
    let all = use_state(read);
    let deleted = use_state(|| None::<(String, Kept, String)>);
    let on_forget = {
        let (all, deleted) = (all.setter(), deleted.setter());
        Callback::from(move |(key, one, title): (String, Kept, String)| {
            forget(&key);
            if workspace.key == key {
                workspace.dispatch(Action::Open { key: uuid(), document: Document::empty(), base: None });
            }
            deleted.set(Some((key, one, title)));
            all.set(read());
        })
    };
    let on_undo = {
        let (all, deleted) = (all.setter(), deleted.clone());
        move |_| {
            if let Some((key, one, _)) = &*deleted {
                one.keep(key);
            }
            deleted.set(None);
            all.set(read());
        }
    };
    let gone = (*deleted).as_ref().map(|(.., title)| fill(texts.forgot, &[("title", title)]));
    html! {
        if !all.is_empty() || gone.is_some() {
            <section class="kept" aria-labelledby="kept">
                <h2 id="kept">{texts.kept}</h2>
                <div role="status">
                    if let Some(gone) = gone {
                        <p class="undo">{gone}{" "}<button type="button" onclick={on_undo}><Icon name="undo" />{lang.frame().undo}</button></p>
                    }
                </div>
                <ul>
                    for (key, one) in all.iter() {
                        <KeptEntry key={key.clone()} id={key.clone()} kept={one.clone()} on_forget={on_forget.clone()} />
                    }
                </ul>
            </section>
        }
    }
}

fn read() -> Vec<(String, Kept)> {
    let mut all: Vec<_> = keys().into_iter().filter_map(|key| kept(&key).map(|one| (key, one))).collect();
    all.sort_by(|(_, one), (_, other)| other.at.cmp(&one.at));
    all
}
