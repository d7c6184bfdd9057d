//! The language of the desk, and how a sentence in both is declared. Everyone may know this; the sentences themselves stand
//! in [`text`](crate::text).

use serde::{Deserialize, Serialize};

/// The language of the screen and the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Vi,
    En,
}

impl Lang {
    /// The language of its two-letter tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The two-letter tag, for example for a PDF.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// The part of a catalogue entry in this language.
    pub const fn pick<T>(self, both: &Both<T>) -> &T {
        match self {
            Self::Vi => &both.vi,
            Self::En => &both.en,
        }
    }

    /// The same, to be changed.
    pub const fn pick_mut<T>(self, both: &mut Both<T>) -> &mut T {
        match self {
            Self::Vi => &mut both.vi,
            Self::En => &mut both.en,
        }
    }
}

/// The same thing in both languages of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both<T> {
    pub vi: T,
    pub en: T,
}

/// Declares sentences. Without arguments they are `&'static str`; with arguments, `String`. English may say a count in
/// words of its own: `{ "{n} người", "{n} people", n 1: "{n} person" }`.
macro_rules! say {
    ($($(#[$doc:meta])* $name:ident $(($($argument:ident: $kind:ty),+))?
        { $vi:literal, $en:literal $(, $count:ident $number:literal: $form:literal)* })+) => {
        impl $crate::lang::Lang {
            $(say!(@one $(#[$doc])* $name $(($($argument: $kind),+))? { $vi, $en $(, $count $number: $form)* });)+
        }
    };
    (@one $(#[$doc:meta])* $name:ident { $vi:literal, $en:literal }) => {
        $(#[$doc])*
        #[doc = concat!("`", $vi, "`")]
        pub const fn $name(self) -> &'static str {
            match self { Self::Vi => $vi, Self::En => $en }
        }
    };
    (@one $(#[$doc:meta])* $name:ident ($($argument:ident: $kind:ty),+)
        { $vi:literal, $en:literal $(, $count:ident $number:literal: $form:literal)* }) => {
        $(#[$doc])*
        #[doc = concat!("`", $vi, "`")]
        pub fn $name(self, $($argument: $kind),+) -> String {
            match self {
                Self::Vi => format!($vi),
                $(Self::En if $crate::lang::reads(&$count, stringify!($number)) => format!($form),)*
                Self::En => format!($en),
            }
        }
    };
}

/// Declares the words of an enumeration, one line a value.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident($kind:ty) { $($value:pat => $vi:literal, $en:literal;)+ })+) => {
        impl $crate::lang::Lang {
            $($(#[$doc])* pub const fn $name(self, value: $kind) -> &'static str {
                match (value, self) {
                    $(($value, Self::Vi) => $vi, ($value, Self::En) => $en,)+
                }
            })+
        }
    };
}

/// Whether a count, as a number or written out, is the one that has words of its own.
pub(crate) fn reads(count: &impl ToString, number: &str) -> bool {
    count.to_string() == number
}

pub(crate) use {say, words};
