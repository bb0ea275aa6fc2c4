//! Enums with a word for each variant, the one that stands in files, settings and JSON: a row
//! is the variant and its word. Which files those are is said at the enum. What a person
//! reads is never this word: that is the business of `i18n`.

macro_rules! coded {
    ($(#[$of_enum:meta])* pub enum $name:ident {
        $($(#[$of_variant:meta])* $variant:ident = $word:literal,)*
    }) => {
        $(#[$of_enum])*
        pub enum $name {
            $($(#[$of_variant])* $variant,)*
        }

        impl $name {
            /// Every one, in the order of the declaration.
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$variant),*];

            /// Its word in files, settings and JSON.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// The one that has this word, if any has.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|each| each.code() == code)
            }
        }
    };
}
