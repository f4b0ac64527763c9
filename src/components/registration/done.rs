//! After a registration: what became of it, and the sessions for the calendar.

use crate::components::agenda::session_when;
use crate::components::prose::paragraphs;
use crate::components::tree::Tree;
use crate::view::ViewRef;
use huso_agenda::Session;
use huso_i18n::Texts as _;
use huso_registration::form_file::Choose;
use huso_registration::wire::Status;
use huso_registration::{Form, Receipt};
use web_sys::MouseEvent;
use yew::{Callback, NodeRef};

/// What became of the registration: a Huso receiver's receipt, or the `registered` sessions alone.
/// `heading` takes the focus; `restart` starts another person's form.
pub fn done(
    tree: &mut Tree,
    view: &ViewRef,
    form: &Form,
    receipt: Option<&Receipt>,
    registered: &[String],
    heading: &NodeRef,
    restart: Callback<MouseEvent>,
) {
    let say = view.lang.form();
    let status = |id: &str| {
        let one = receipt.into_iter().flat_map(|receipt| &receipt.sessions).find(|one| one.id == id);
        one.map(|one| one.status)
    };
    // A receipt says what is registered; without one it is what was sent.
    let is_kept = |session: &&Session| match receipt {
        _ if form.outline.choose == Choose::Event => true,
        Some(_) => status(&session.id).is_some(),
        None => registered.contains(&session.id),
    };
    let kept: Vec<&Session> = view.agenda().sessions.iter().filter(is_kept).collect();
    let save = {
        let (view, ids) = (view.clone(), kept.iter().map(|session| session.id.clone()).collect::<Vec<_>>());
        Callback::from(move |_| {
            let sessions: Vec<_> = ids.iter().filter_map(|id| view.agenda().session(id)).collect();
            view.save_calendar(&view.agenda().id, &sessions);
        })
    };
    let (title, said) = match receipt.map(|receipt| receipt.status) {
        Some(Status::Confirmed) => (say.done_title, say.done),
        Some(Status::Waitlisted) => (say.waitlisted_title, say.waitlisted),
        None => (say.done_title, say.received),
    };
    tree.el("div|class=done|part=done", |tree| {
        tree.el("h4|tabindex=-1", |tree| {
            tree.refer(heading);
            tree.text(title);
        });
        tree.line("p|class=said", said);
        if let Some(words) = &form.confirmation {
            paragraphs(tree, "confirmation", view.text(words));
        }
        if form.outline.choose == Choose::Sessions {
            tree.line("h5|class=yours", say.your_sessions);
            tree.el("ul|class=kept", |tree| {
                for session in &kept {
                    tree.el("li|class=entry", |tree| {
                        tree.text(view.text(&session.title));
                        if status(&session.id) == Some(Status::Waitlisted) {
                            tree.text(&[" (", say.session_waitlisted, ")"].concat());
                        }
                        session_when(tree, view, session);
                    });
                }
            });
        }
        tree.el("p|class=after", |tree| {
            tree.button("save", say.calendar, save);
            tree.button("quiet", say.another, restart);
        });
    });
}
