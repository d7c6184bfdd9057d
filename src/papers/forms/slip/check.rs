//! Checking the form of a slip: every block that it names exists, and has the texts that it needs.

use serde::Deserialize;
use toml::Spanned;

use super::{SlipBlock, SlipFact, SlipForm, SlipWord, Takes};
use crate::papers::forms::check::{Checked, PAPERS, one_of, optional, words_with};
use crate::papers::forms::flaw::{FlawKind, Spot};
use crate::papers::forms::form::Words;
use crate::papers::forms::source::WordsSource;
use crate::papers::forms::{GUIDANCE, HANDBOOK, LONGEST_LABEL, LONGEST_TEXT, MOST_BLOCKS, TICKET};
use crate::papers::sheet::Paper;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::papers::forms) struct SlipSource {
    slip: Spanned<String>,
    paper: Option<Spanned<String>>,
    office: Option<bool>,
    title: Spanned<WordsSource>,
    foot: Option<Spanned<WordsSource>>,
    #[serde(default)]
    block: Vec<Spanned<SlipBlockSource>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SlipBlockSource {
    kind: Spanned<String>,
    label: Option<Spanned<WordsSource>>,
    text: Option<Spanned<WordsSource>>,
}

/// The form of a slip's file that could be read as TOML.
pub(in crate::papers::forms) fn checked<F: SlipFact>(source: &SlipSource) -> Checked<SlipForm<F>> {
    one_of("slip", &source.slip, &[(TICKET, ()), (GUIDANCE, ()), (HANDBOOK, ())])?;
    one_of("slip", &source.slip, &[(F::SLIP, ())])?;
    if let Some(first) = source.block.get(MOST_BLOCKS) {
        return Err(Spot::new(first.span().start, FlawKind::TooManyBlocks(source.block.len())));
    }
    let form = SlipForm {
        paper: optional("paper", source.paper.as_ref(), &PAPERS)?.unwrap_or(Paper::Roll58),
        has_office: source.office.unwrap_or(true),
        title: words::<F>("title", &source.title, LONGEST_LABEL)?,
        foot: source.foot.as_ref().map(|text| words::<F>("foot", text, LONGEST_LABEL)).transpose()?,
        blocks: source.block.iter().map(block).collect::<Checked<Vec<SlipBlock<F>>>>()?,
    };
    if form.blocks.iter().any(|block| block.fact == F::NEEDED) {
        return Ok(form);
    }
    let kind = F::ALL.iter().find(|(_, fact, _)| *fact == F::NEEDED).map_or("", |(kind, ..)| kind);
    Err(Spot::new(source.slip.span().start, FlawKind::NoBlock { slip: F::SLIP, kind }))
}

fn block<F: SlipFact>(source: &Spanned<SlipBlockSource>) -> Checked<SlipBlock<F>> {
    let at = source.span().start;
    let source = source.as_ref();
    let known: Vec<_> = F::ALL.iter().map(|(kind, fact, takes)| (*kind, (*kind, *fact, *takes))).collect();
    let (kind, fact, takes) = one_of("kind", &source.kind, &known)?;
    let not_here = |key, of: Option<&Spanned<WordsSource>>| match of {
        Some(words) => Err(Spot::new(words.span().start, FlawKind::NotHere { key, kind })),
        None => Ok(()),
    };
    if takes != Takes::Label {
        not_here("label", source.label.as_ref())?;
    }
    if !matches!(takes, Takes::Text | Takes::NeededText) {
        not_here("text", source.text.as_ref())?;
    }
    if takes == Takes::NeededText && source.text.is_none() {
        return Err(Spot::new(at, FlawKind::Lacks { key: "text", kind }));
    }
    let label = source.label.as_ref().map(|label| words::<F>("label", label, LONGEST_LABEL));
    let text = source.text.as_ref().map(|text| words::<F>("text", text, LONGEST_TEXT));
    Ok(SlipBlock { fact, words: label.or(text).transpose()? })
}

fn words<F: SlipFact>(
    key: &'static str,
    source: &Spanned<WordsSource>,
    most: usize,
) -> Checked<Words<SlipWord>> {
    let named = |name: &str| F::WORDS.iter().find(|(id, _)| *id == name).map(|(_, word)| *word);
    words_with(key, source.as_ref(), most, source.span().start, named)
}
