//! What a paper that is printed again says of its last print.

use super::figures::FigureId;
use crate::domain::tally::Change;
use crate::papers::Reprint;
use crate::papers::sheet::Block;
use crate::text::Lang;

/// The numbers at the top of a tally that are named when they changed, by where they stand in it.
const NAMED: [(&str, FigureId); 16] = [
    ("visits", FigureId::Visits),
    ("persons", FigureId::Persons),
    ("assists", FigureId::Assists),
    ("quick_questions", FigureId::QuickQuestions),
    ("proof.served", FigureId::Served),
    ("proof.left", FigureId::Left),
    ("proof.no_show", FigureId::NoShow),
    ("proof.cancelled", FigureId::Cancelled),
    ("proof.carried_in", FigureId::CarriedIn),
    ("proof.open", FigureId::Open),
    ("filed", FigureId::Filed),
    ("filed_online", FigureId::FiledOnline),
    ("paid_online", FigureId::PaidOnline),
    ("filed_paid_online", FigureId::FiledPaidOnline),
    ("level_two.done", FigureId::LevelTwoDone),
    ("people.without_smartphone", FigureId::WithoutSmartphone),
];

/// «Bản in lại lần 2 (lần trước lúc 17:04 ngày 21/11/2026). Thay đổi: lượt 41 → 42; 14 số khác.»
pub(super) fn line(reprint: &Reprint, lang: Lang) -> Block {
    let (time, date) = (lang.clock(reprint.last), lang.date(reprint.last.day()));
    let printed = lang.reprinted(reprint.nth, &time, &date);
    Block::Line(format!("{printed} {}", changed(&reprint.changes, lang)))
}

fn changed(changes: &[Change], lang: Lang) -> String {
    if changes.is_empty() {
        return lang.nothing_changed().to_owned();
    }
    let of = |path: &str| changes.iter().find(|change| change.path == path);
    let count = |number: i64| lang.count(number.unsigned_abs());
    let mut words: Vec<String> = NAMED
        .into_iter()
        .filter_map(|(path, id)| Some((of(path)?, id)))
        .map(|(change, id)| lang.changed_number(lang.figure(id), &count(change.before), &count(change.now)))
        .collect();
    let others = changes.len() - words.len();
    if others > 0 {
        words.push(if words.is_empty() { lang.numbers_changed(others) } else { lang.other_numbers(others) });
    }
    lang.changed_numbers(&words.join("; "))
}
