//! What somebody looks at, in the page's address.

use super::use_window_event;
use crate::browse::{Address, Browse, BrowseAction};
use crate::browser::{fragment, set_fragment};
use crate::context::EventContext;
use yew::{Callback, UseReducerHandle, hook, use_callback, use_effect_with, use_mut_ref};

/// What the page's address leads to; nothing in particular where it is not ours.
pub fn first_address(event: &EventContext) -> Address {
    if !event.is_linked {
        return Address::default();
    }
    let agenda = event.agenda();
    let mut address = Address::read(&fragment(), &agenda.id);
    address.browse.filters = address.browse.filters.tidied(agenda);
    address
}

/// Keeps the page's address and what somebody looks at the same. Another view, other filters, the plan are steps that Back
/// takes back; letters of a search are none. `show` goes to the session of an id, which an address may lead to.
#[hook]
pub fn use_address(event: &EventContext, browse: &UseReducerHandle<Browse>, show: &Callback<String>) {
    let last = use_mut_ref(|| (**browse).clone());
    let follow = use_callback((event.clone(), browse.dispatcher(), show.clone()), {
        |(), (event, browse, show)| {
            if event.is_linked {
                let Address { browse: wanted, session } = first_address(event);
                browse.dispatch(BrowseAction::Restore(wanted));
                session.iter().for_each(|id| show.emit(id.clone()));
            }
        }
    });
    // A step in the page's history calls both, where the address was typed only the second: following twice is following
    // once.
    use_window_event(&["popstate", "hashchange"], follow);
    use_effect_with((), {
        let (event, show) = (event.clone(), show.clone());
        move |()| first_address(&event).session.iter().for_each(|id| show.emit(id.clone()))
    });
    use_effect_with((event.clone(), (**browse).clone()), move |(event, browse)| {
        let before = last.replace(browse.clone());
        if event.is_linked && first_address(event).browse != *browse {
            let is_step = Browse { query: browse.query.clone(), ..before } != *browse;
            let address = Address { browse: browse.clone(), session: None };
            set_fragment(&address.write(&fragment(), &event.agenda().id), is_step);
        }
    });
}
