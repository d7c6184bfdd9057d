//! Why things were stuck, and the time that outages took.

use super::Source;
use crate::ui::chart::bars::{self, Row};
use crate::ui::chart::{Line, words};
use crate::ui::theme::Meaning;

pub(super) fn lines(source: &Source<'_>, width: usize) -> Vec<Line> {
    let lang = source.lang;
    let tally = &source.report.tally;
    let mut stuck = tally.stuck.clone();
    stuck.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    let reasons: Vec<Row> = stuck
        .into_iter()
        .map(|(why, number)| Row {
            name: lang.sentence(&lang.stuck_reason(why, &source.report.reasons)),
            values: vec![(number.into(), lang.count(number))],
            note: String::new(),
        })
        .collect();
    let systems: Vec<Row> = tally
        .lost
        .systems
        .iter()
        .map(|row| Row {
            name: lang.sentence(lang.system(row.system)),
            values: vec![(row.minutes.into(), lang.duration(i64::from(row.minutes) * 60))],
            note: lang.outage_hit(&lang.count(row.times), &lang.count(row.persons)),
        })
        .collect();
    let mut lines = vec![words(lang.stuck_heading(), Meaning::Heading)];
    if reasons.is_empty() {
        lines.push(words(lang.stuck_none(), Meaning::Plain));
    }
    lines.extend(bars::lines(&reasons, width));
    lines.push(words("", Meaning::Plain));
    lines.push(words(lang.lost_heading(&lang.count(tally.lost.minutes)), Meaning::Heading));
    if systems.is_empty() {
        lines.push(words(lang.lost_none(), Meaning::Plain));
    }
    lines.extend(bars::lines(&systems, width));
    lines
}
