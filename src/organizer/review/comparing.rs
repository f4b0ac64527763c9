//! What importing would do, and the button that does what was chosen of it.

use crate::frame::{FootBar, Step, open_step, use_lang};
use crate::review::comparison_list::ComparisonList;
use crate::review::reviewed::Reviewed;
use crate::review::selection::{Action as Choose, Selection};
use crate::workspace::{Action, kept, use_workspace};
use huso::browser::uuid;
use huso_edit::{Gap, Kind, apply, gaps};
use huso_i18n::{Texts as _, plural};
use std::rc::Rc;
use yew::{Html, Properties, component, html, use_effect_with, use_memo, use_reducer};

/// Properties of [`Comparing`].
#[derive(Properties, PartialEq)]
pub struct ComparingProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
}

/// What importing would do, and the button that does what was chosen of it.
#[component]
pub fn Comparing(props: &ComparingProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let texts = lang.review();
    let reviewed = props.reviewed.clone();
    let selection = use_reducer(|| Selection::of(&reviewed));
    use_effect_with(reviewed.clone(), {
        let selection = selection.dispatcher();
        move |reviewed| selection.dispatch(Choose::Start(Selection::of(reviewed)))
    });
    let Some(comparison) = &reviewed.comparison else { return Html::default() };
    // A new comparison has its own numbers: until the effect ran, nothing of the last one's choice is shown.
    let after = use_memo(
        (reviewed.clone(), (*selection).clone(), workspace.document().clone()),
        |(reviewed, selection, current)| {
            reviewed
                .comparison
                .as_ref()
                .map(|comparison| apply(current, comparison, &selection.chosen, &selection.taken))
        },
    );
    let found: Rc<[Gap]> = after.as_ref().as_ref().map(gaps).unwrap_or_default().into();
    let count = |kind| {
        comparison
            .items
            .iter()
            .enumerate()
            .filter(|(at, item)| item.kind == kind && selection.is_done(*at, item))
            .count()
    };
    let [added, changed, moved, removed] =
        [Kind::Added, Kind::Changed, Kind::Moved, Kind::Removed].map(count);
    let changed = changed + count(Kind::Event);
    let total = added + changed + moved + removed + selection.breaks.len();
    let said = [
        (added, texts.will_add_one, texts.will_add_other),
        (changed, texts.will_change_one, texts.will_change_other),
        (moved, texts.will_move_one, texts.will_move_other),
        (removed, texts.will_remove_one, texts.will_remove_other),
        (selection.breaks.len(), texts.will_break_one, texts.will_break_other),
    ];
    let said: Vec<_> =
        said.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, other)| plural(n, one, other)).collect();
    let will = if said.is_empty() { texts.will_nothing.to_owned() } else { said.join(", ") + "." };
    let onapply = {
        let (workspace, reviewed, found) = (workspace.clone(), reviewed.clone(), found.clone());
        let (after, breaks) = (after.clone(), selection.breaks.clone());
        move |_| {
            let Some((document, comparison)) = (*after).clone().zip(reviewed.comparison.as_ref()) else {
                return;
            };
            let title = |gap: &Gap| if gap.is_meal() { texts.meal_title } else { texts.break_title };
            let chosen = found.iter().filter(|gap| breaks.contains(&gap.start));
            let document = chosen.fold(document, |document, gap| gap.filled(&document, title(gap)));
            let base = match reviewed.brought.is_of_tab {
                true => workspace.base.as_deref().unwrap_or(workspace.document()).clone(),
                false => comparison.incoming.clone(),
            };
            workspace.dispatch(Action::Import { document, base });
            open_step(Step::Edit);
        }
    };
    let onleave = {
        let workspace = workspace.clone();
        move |_| {
            workspace.dispatch(Action::PutAway);
            open_step(Step::Edit);
        }
    };
    let onapart = {
        let (workspace, document) = (workspace.clone(), reviewed.document.clone());
        let rest = reviewed.brought.rest().map(Rc::new);
        move |_| {
            let Some(document) = document.clone() else { return };
            workspace.dispatch(Action::Open { key: uuid(), base: Some(document.clone()), document });
            rest.clone().into_iter().for_each(|rest| workspace.dispatch(Action::Bring(rest)));
            open_step(Step::Edit);
        }
    };
    // What is there now stays in the list of what the browser keeps; where it keeps nothing, it would be lost.
    let is_kept = kept(&workspace.key).is_some() && !reviewed.brought.is_of_tab;
    html! {
        <>
            <ComparisonList reviewed={reviewed.clone()} {selection} {found} />
            <FootBar {will} will_not={if removed == 0 { texts.nothing_removed } else { "" }}>
                if is_kept { <button type="button" class="neutral" onclick={onapart}>{texts.apart}</button> }
                <button type="button" class="neutral" onclick={onleave}>{texts.leave}</button>
                if total > 0 {
                    <button type="button" class="filled" onclick={onapply}>{plural(total, texts.apply_one, texts.apply_other)}</button>
                }
            </FootBar>
        </>
    }
}
