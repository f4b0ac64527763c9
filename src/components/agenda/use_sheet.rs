//! The agenda as a printed sheet of one country.

use crate::browser::print;
use crate::context::{PrintContext, ZonesContext, use_locale, use_zones};
use crate::hooks::use_window_event;
use gloo_timers::callback::Timeout;
use yew::{hook, use_callback, use_effect_with, use_memo, use_state_eq};

/// The agenda as a printed sheet.
pub struct Sheet {
    /// Whose times are shown: the visitor's, or those of the sheet that is being printed.
    pub zones: ZonesContext,
    /// Prints a sheet.
    pub print: PrintContext,
}

/// What a sheet is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Printing {
    /// Nothing is being printed.
    Nothing,
    /// The visitor's times come first, or those of one of the zones shown.
    Sheet(Option<usize>),
}

/// Shows another country's times first while they are printed. The browser prints what is drawn, so it is drawn first.
#[hook]
pub fn use_sheet() -> Sheet {
    let (locale, zones) = (use_locale(), use_zones());
    let printing = use_state_eq(|| Printing::Nothing);
    let shown = use_memo((zones, *printing, locale), |(zones, printing, locale)| match printing {
        Printing::Sheet(Some(index)) => zones.seen_from(*index, *locale),
        Printing::Sheet(None) | Printing::Nothing => zones.clone(),
    });
    use_effect_with(*printing, |printing| {
        let task = (*printing != Printing::Nothing).then(|| Timeout::new(0, print));
        move || drop(task)
    });
    let set = printing.setter();
    let on_printed = use_callback((), move |(), ()| set.set(Printing::Nothing));
    use_window_event(&["afterprint"], on_printed);
    let set = printing.setter();
    let on_print = use_callback((), move |index, ()| set.set(Printing::Sheet(index)));
    Sheet { zones: (*shown).clone(), print: PrintContext(on_print) }
}
