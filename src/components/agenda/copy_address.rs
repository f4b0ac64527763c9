//! The address of the agenda as a calendar, for programs that are given one.

use crate::components::tree::Tree;
use crate::platform;
use huso_agenda::Lang;
use huso_i18n::{Texts as _, fill};
use wasm_bindgen_futures::spawn_local;
use yew::{Component, Context, Html, Properties};

/// Properties of [`CopyAddress`].
#[derive(Properties, PartialEq)]
pub struct CopyAddressProps {
    /// The language of its texts.
    pub lang: Lang,
    /// The address.
    pub address: String,
}

/// A button that copies the address, and what came of it, with the address itself: where a page may not
/// copy, it can be selected.
pub struct CopyAddress {
    copied: Option<bool>,
}

/// What happens to a [`CopyAddress`].
pub enum CopyMessage {
    /// The visitor wants the address.
    Copy,
    /// Whether it could be copied.
    Copied(bool),
}

impl Component for CopyAddress {
    type Message = CopyMessage;
    type Properties = CopyAddressProps;

    fn create(_: &Context<Self>) -> Self {
        Self { copied: None }
    }

    fn update(&mut self, context: &Context<Self>, message: CopyMessage) -> bool {
        match message {
            CopyMessage::Copy => {
                let (link, address) = (context.link().clone(), context.props().address.clone());
                spawn_local(async move {
                    link.send_message(CopyMessage::Copied(platform::copy(&address).await));
                });
                false
            }
            CopyMessage::Copied(copied) => {
                self.copied = Some(copied);
                true
            }
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let CopyAddressProps { lang, address } = context.props();
        let say = lang.widget();
        let told = match self.copied {
            Some(true) => say.address_copied,
            Some(false) => say.address_not_copied,
            None => "",
        };
        Tree::of(|tree| {
            tree.el("li|class=copy", |tree| {
                tree.button("plain", say.copy_address, context.link().callback(|_| CopyMessage::Copy));
                tree.line("p|role=status", &fill(told, &[("address", address)]));
            });
        })
    }
}
