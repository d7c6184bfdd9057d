//! Every sentence for a person, once, in Vietnamese and in English side by side.
//!
//! A sentence is a function of [`Lang`]: one that lacks a language or an argument does not compile. State holds facts;
//! the sentence is made when something is drawn, printed or said.

/// The language of the screen and the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
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

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }

    /// The part of a catalogue entry in this language.
    pub const fn pick<T>(self, both: &crate::domain::procedure::Both<T>) -> &T {
        match self {
            Self::Vi => &both.vi,
            Self::En => &both.en,
        }
    }
}

/// Declares sentences. Without arguments they are `&'static str`; with arguments, `String`.
macro_rules! say {
    ($($(#[$doc:meta])* $name:ident $(($($argument:ident: $kind:ty),+))? { $vi:literal, $en:literal })+) => {
        impl $crate::text::Lang {
            $(say!(@one $(#[$doc])* $name $(($($argument: $kind),+))? { $vi, $en });)+
        }
    };
    (@one $(#[$doc:meta])* $name:ident { $vi:literal, $en:literal }) => {
        $(#[$doc])*
        #[doc = concat!("`", $vi, "`")]
        pub const fn $name(self) -> &'static str {
            match self { Self::Vi => $vi, Self::En => $en }
        }
    };
    (@one $(#[$doc:meta])* $name:ident ($($argument:ident: $kind:ty),+) { $vi:literal, $en:literal }) => {
        $(#[$doc])*
        #[doc = concat!("`", $vi, "`")]
        pub fn $name(self, $($argument: $kind),+) -> String {
            match self { Self::Vi => format!($vi), Self::En => format!($en) }
        }
    };
}

mod asking;
mod card;
mod catalogue;
mod catalogue_files;
mod catalogue_screen;
mod check;
mod cli;
pub mod demo;
mod errors;
mod figures;
mod files;
mod flaws;
mod form_page;
mod form_words;
mod forms;
mod guide;
mod handbook;
mod intake;
mod journal;
mod keys;
mod line;
mod mask;
mod numbers;
mod outages;
mod people;
mod person_form;
mod print;
mod prints;
mod queue;
mod reasons;
mod refusals;
mod screens;
mod settings;
mod slips;
mod spans;
mod statistics;
mod tally;
mod tickets;
mod typing;
mod wait;
mod words;

pub use tally::WORDS_HELD_TOGETHER;
