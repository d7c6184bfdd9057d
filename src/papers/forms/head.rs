//! Heads and feet of the three layouts.

use super::filling::{own, union_body};
use super::form::{Form, Layout, Whose};
use super::tables::Ground;
use crate::papers::office::{self, VERSION};
use crate::papers::sheet::{
    HeadLine, PageLabel, PlaceDate, Recipients, Rule, Sheet, Signature, Spot, Weight,
};

/// The room for a number that is written by hand.
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// The sheet with everything but its blocks.
pub(super) fn blank(form: &Form, ink: Ground) -> Sheet {
    let (ctx, lang) = (ink.ctx, ink.lang);
    let usual = || lang.paper_foot(VERSION, &lang.clock(ctx.at), &lang.date(ctx.at.day()));
    let spot = if form.layout == Layout::Plain { Spot::OverSignatures } else { Spot::UnderHead };
    Sheet {
        lang_tag: lang.tag(),
        paper: form.paper,
        style: form.style,
        left: left(form.layout, ink),
        right: right(form.layout, ink),
        number: number(form.layout, ink),
        place_date: Some(PlaceDate { text: place_date(ink), spot }),
        title: title(form, ink),
        signatures: signatures(form, ink),
        recipients: if form.recipients { recipients(form.layout, ink) } else { None },
        foot: form.foot.as_ref().map_or_else(usual, |words| ink.said(words)),
        page_label: PageLabel { page: lang.paper_page().to_owned() },
        created: office::created(ctx.at),
        ..Sheet::default()
    }
}

fn left(layout: Layout, ink: Ground) -> Vec<HeadLine> {
    let (ctx, lang) = (ink.ctx, ink.lang);
    match layout {
        Layout::Plain => office::head(&ctx.office, lang),
        Layout::Administration => {
            let mut lines = office::head(&ctx.office, lang);
            let parent = ctx.letterhead.parent.trim();
            if !parent.is_empty() {
                let parent = office::glued(&parent.to_uppercase(), ctx.commune());
                let parent = HeadLine::new(parent, Weight::Normal);
                // The committee above the centre gives way to the body that the office names.
                lines.truncate(0);
                lines.extend([parent, office::centre(&ctx.office)]);
            }
            lines
        }
        Layout::Union => {
            let body = own(&ctx.letterhead.union_body, || union_body(ink));
            let body = office::glued(&body.to_uppercase(), ctx.commune());
            vec![HeadLine::new(body, Weight::Strong), HeadLine::new("***", Weight::Normal)]
        }
    }
}

fn right(layout: Layout, ink: Ground) -> Vec<HeadLine> {
    let (ctx, lang) = (ink.ctx, ink.lang);
    let union = || HeadLine::new(lang.paper_union(), Weight::Strong).ruled(Rule::Full);
    match layout {
        // The Youth Union, and the team that it sends; the name of its programme where the team has none of its own.
        Layout::Plain => {
            let team = match ctx.office.team.trim() {
                "" => lang.paper_programme().to_owned(),
                team => office::glued(team, ctx.commune()),
            };
            vec![union(), HeadLine::new(team, Weight::Faint)]
        }
        Layout::Administration => vec![
            HeadLine::new(lang.national_title(), Weight::Strong),
            HeadLine::new(lang.national_motto(), Weight::Strong).ruled(Rule::Full),
        ],
        Layout::Union => vec![union()],
    }
}

/// The number and symbol, the number left to the hand: «Số:        /BC», «Số:        -BC/ĐTN».
fn number(layout: Layout, ink: Ground) -> Option<String> {
    let symbols = &ink.ctx.letterhead;
    match layout {
        Layout::Plain => None,
        Layout::Administration => {
            let symbol = own(&symbols.symbol, || ink.lang.report_symbol().to_owned());
            Some(ink.lang.numbered(BLANK, &format!("/{symbol}")))
        }
        Layout::Union => {
            let symbol = own(&symbols.union_symbol, || ink.lang.union_symbol().to_owned());
            Some(ink.lang.numbered(BLANK, &format!("-{symbol}")))
        }
    }
}

fn place_date(ink: Ground) -> String {
    let (ctx, lang) = (ink.ctx, ink.lang);
    let date = lang.long_date(ctx.at.day());
    let usual = ctx.commune().map(|commune| lang.commune_place(commune.name).to_owned());
    let written = Some(ctx.letterhead.place.trim()).filter(|place| !place.is_empty());
    match written.map(str::to_owned).or(usual) {
        Some(place) => lang.paper_place_date(&place.replace(' ', "\u{a0}"), &date),
        None => lang.sentence(&date),
    }
}

fn title(form: &Form, ink: Ground) -> Vec<HeadLine> {
    let title = HeadLine::new(ink.said(&form.title), Weight::Strong);
    let subject = form.subject.as_ref().map(|words| ink.said(words)).filter(|text| !text.is_empty());
    let subject = subject.map(|text| match form.layout {
        Layout::Plain => HeadLine::new(text, Weight::Faint),
        Layout::Administration | Layout::Union => HeadLine::new(text, Weight::Strong).ruled(Rule::Half),
    });
    std::iter::once(title).chain(subject).collect()
}

fn signatures(form: &Form, ink: Ground) -> Vec<Signature> {
    let (ctx, head) = (ink.ctx, &ink.ctx.letterhead);
    let name = |signer| match signer {
        Whose::DrawnUpBy => ctx.by.and_then(|id| ctx.volunteer(id)).unwrap_or_default(),
        Whose::Leader => head.leader.as_str(),
        Whose::Signer => head.signer.as_str(),
        Whose::UnionSigner => head.union_signer.as_str(),
        Whose::None => "",
    };
    // A report bears a seal, not an instruction.
    let hint = if form.layout == Layout::Plain { ink.lang.paper_sign_hint() } else { "" };
    form.signatures
        .iter()
        .map(|one| Signature {
            role: ink.said(&one.role),
            hint: hint.to_owned(),
            name: name(one.name).trim().to_owned(),
        })
        .collect()
}

/// Who gets a copy, each on a line with its dash and its stop.
fn recipients(layout: Layout, ink: Ground) -> Option<Recipients> {
    let (ctx, lang) = (ink.ctx, ink.lang);
    let commune = ctx.commune().map(|commune| commune.name_in_a_sentence()).unwrap_or_default();
    let written = match layout {
        Layout::Union => &ctx.letterhead.union_recipients,
        Layout::Administration => &ctx.letterhead.recipients,
        Layout::Plain => return None,
    };
    let written = own(written, || match layout {
        Layout::Union => lang.union_recipients(&commune),
        _ => lang.recipients(&commune),
    });
    let names: Vec<&str> = written
        .lines()
        .map(|line| line.trim().trim_start_matches(['-', '–']).trim_end_matches([';', '.', ',']).trim())
        .filter(|line| !line.is_empty())
        .collect();
    let last = names.len().saturating_sub(1);
    let stop = |at| if at == last { '.' } else { ';' };
    let lines = names.iter().enumerate().map(|(at, name)| format!("- {name}{}", stop(at))).collect();
    Some(Recipients { title: lang.recipients_title().to_owned(), lines })
}
