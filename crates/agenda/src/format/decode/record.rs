//! Structs of the event file, each defined once with how it is read and what its schema is.

/// Defines a struct that stands in the event file: fields before `;` are required, those after it
/// are optional (`Option`, `Vec`). A key is named like its field.
#[macro_export]
macro_rules! record {
    (
        $(#[$about:meta])*
        pub struct $name:ident $(<$parameter:ident>)? {
            $($(#[$must_about:meta])* $must:ident: $must_type:ty,)*
            ;
            $($(#[$may_about:meta])* $may:ident: $may_type:ty,)*
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name $(<$parameter>)? {
            $($(#[$must_about])* pub $must: $must_type,)*
            $($(#[$may_about])* #[cfg_attr(feature = "schema", schemars(default))] pub $may: $may_type,)*
        }

        impl $(<$parameter: $crate::decode::Decode>)? $crate::decode::Decode for $name $(<$parameter>)? {
            fn decode(
                value: &$crate::decode::Value,
                decoder: &mut $crate::decode::Decoder,
            ) -> Option<Self> {
                let $crate::decode::Value::Object(object) = value else {
                    return decoder.wrong_kind($crate::decode::Kind::Object, value);
                };
                decoder.unknown_keys(object, &[$($crate::key!($must),)* $($crate::key!($may),)*]);
                // All fields are read before the first missing one ends it: every fault is wanted.
                $(let $must = decoder.required(object, $crate::key!($must));)*
                $(let $may = decoder.optional(object, $crate::key!($may));)*
                Some(Self { $($must: $must?,)* $($may,)* })
            }
        }
    };
}

/// The key of a field: its name, `type` of the one that Rust can't call so.
#[doc(hidden)]
#[macro_export]
macro_rules! key {
    (r#type) => {
        "type"
    };
    ($field:ident) => {
        stringify!($field)
    };
}
