//! A form as its TOML file says it, before anything in it is checked.
//!
//! A block is one structure with every key that any kind of block may have: which kind has which is checked afterwards,
//! so that the line of the wrong one can be told.

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

/// A text in both languages; which one is missing is told by the check.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordsSource {
    pub(super) vi: Option<String>,
    pub(super) en: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) layout: Spanned<String>,
    pub(super) paper: Option<Spanned<String>>,
    pub(super) style: Option<Spanned<String>>,
    pub(super) title: Spanned<WordsSource>,
    pub(super) subject: Option<Spanned<WordsSource>>,
    pub(super) foot: Option<Spanned<WordsSource>>,
    pub(super) recipients: Option<bool>,
    #[serde(default)]
    pub(super) block: Vec<Spanned<BlockSource>>,
    #[serde(default)]
    pub(super) signature: Vec<Spanned<SignatureSource>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BlockSource {
    pub(super) kind: Spanned<String>,
    pub(super) text: Option<Spanned<WordsSource>>,
    pub(super) figures: Option<Spanned<Vec<Spanned<String>>>>,
    pub(super) of: Option<Spanned<String>>,
    pub(super) columns: Option<Spanned<Vec<Spanned<ColumnSource>>>>,
    pub(super) caption: Option<Spanned<WordsSource>>,
    pub(super) rows: Option<Spanned<i64>>,
    pub(super) total: Option<Spanned<bool>>,
    pub(super) chart: Option<Spanned<String>>,
    pub(super) empty: Option<Spanned<WordsSource>>,
    pub(super) lines: Option<Spanned<i64>>,
    pub(super) parts: Option<Spanned<Vec<Vec<Spanned<BlockSource>>>>>,
}

/// A column: its id alone, or with a title and a share of one's own.
#[derive(Debug)]
pub(super) struct ColumnSource {
    pub(super) id: String,
    pub(super) title: Option<WordsSource>,
    pub(super) share: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignatureSource {
    pub(super) role: Spanned<WordsSource>,
    pub(super) name: Spanned<String>,
}

impl<'de> Deserialize<'de> for ColumnSource {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(ColumnVisitor)
    }
}

struct ColumnVisitor;

impl<'de> Visitor<'de> for ColumnVisitor {
    type Value = ColumnSource;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("\"id\" or { id = \"…\", title = { vi = \"…\", en = \"…\" }, share = 1 }")
    }

    fn visit_str<E>(self, id: &str) -> Result<ColumnSource, E> {
        Ok(ColumnSource { id: id.to_owned(), title: None, share: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, keys: A) -> Result<ColumnSource, A::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Keys {
            id: String,
            title: Option<WordsSource>,
            share: Option<i64>,
        }
        let Keys { id, title, share } = Keys::deserialize(MapAccessDeserializer::new(keys))?;
        Ok(ColumnSource { id, title, share })
    }
}
