//! Enums of the event file, each defined once with its words.

/// Defines an enum of which the file writes one word.
#[macro_export]
macro_rules! keywords {
    (
        $(#[$about:meta])*
        pub enum $name:ident { $($(#[$variant_about:meta])* $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_about])* #[cfg_attr(feature = "schema", schemars(rename = $word))] $variant,)+
        }

        impl $name {
            /// The word that the file has for it.
            pub fn word(self) -> &'static str {
                Self::WORDS.get(self as usize).copied().unwrap_or_default()
            }

            const WORDS: &[&'static str] = &[$($word),+];
        }

        impl $crate::decode::Decode for $name {
            fn decode(
                value: &$crate::decode::Value,
                decoder: &mut $crate::decode::Decoder,
            ) -> Option<Self> {
                let place = decoder.one_of(Self::WORDS, value)?;
                [$(Self::$variant),+].get(place).copied()
            }
        }
    };
}
