//! Who came, and who left unserved.

use super::Ground;
use crate::papers::sheet::Cell;

type Rows = Vec<Vec<Cell>>;

/// Names, how many visits, and which share of `whole`.
fn came(rows: impl IntoIterator<Item = (String, u32)>, whole: u32, ground: Ground) -> Rows {
    rows.into_iter()
        .filter(|(_, number)| *number > 0)
        .map(|(name, number)| vec![ground.named(&name), ground.counted(number), ground.share(number, whole)])
        .collect()
}

/// The same with those of whom nothing was noted; none when nothing was noted of anybody.
fn noted(mut rows: Vec<(String, u32)>, without: u32, ground: Ground) -> Rows {
    if rows.iter().all(|(_, number)| *number == 0) {
        return Vec::new();
    }
    rows.push((ground.lang.not_noted().to_owned(), without));
    came(rows, ground.tally.visits, ground)
}

pub(super) fn priority(ground: Ground) -> Rows {
    let rows = ground.tally.priority.iter().map(|(why, n)| (ground.lang.priority(*why).to_owned(), *n));
    came(rows, ground.tally.visits, ground)
}

pub(super) fn ages(ground: Ground) -> Rows {
    let people = &ground.tally.people;
    let rows = people.ages.iter().map(|(age, number)| (ground.lang.age(*age).to_owned(), *number));
    noted(rows.collect(), people.no_age, ground)
}

pub(super) fn sexes(ground: Ground) -> Rows {
    let people = &ground.tally.people;
    let rows = people.sexes.iter().map(|(sex, number)| (ground.lang.sex(*sex).to_owned(), *number));
    noted(rows.collect(), people.no_sex, ground)
}

pub(super) fn hamlets(ground: Ground) -> Rows {
    let people = &ground.tally.people;
    let name = |id| {
        let known = ground.ctx.hamlets.iter().find(|hamlet| hamlet.id == id);
        known.map_or_else(|| ground.lang.hamlet_gone(id.0), |hamlet| hamlet.name.clone())
    };
    let rows = people.hamlets.iter().map(|(id, number)| (name(*id), *number));
    noted(rows.collect(), people.no_hamlet, ground)
}

pub(super) fn phones(ground: Ground) -> Rows {
    use crate::domain::person::Phone;
    let people = &ground.tally.people;
    let known = people.with_smartphone + people.without_smartphone;
    let rows = [(Phone::NotSmart, people.without_smartphone), (Phone::Smart, people.with_smartphone)]
        .map(|(phone, number)| (ground.lang.phone(phone).to_owned(), number));
    noted(rows.to_vec(), ground.tally.visits.saturating_sub(known), ground)
}

pub(super) fn left(ground: Ground) -> Rows {
    let left = &ground.tally.left;
    let rows = left.iter().map(|(why, number)| (ground.lang.leave_reason(*why).to_owned(), *number));
    came(rows, left.iter().map(|(_, number)| number).sum(), ground)
}

pub(super) fn left_stages(ground: Ground) -> Rows {
    let row = |(why, stage, number): &(_, _, u32)| {
        vec![
            ground.named(ground.lang.leave_reason(*why)),
            ground.lang.stage(*stage).into(),
            ground.counted(*number),
        ]
    };
    ground.tally.left_from.iter().map(row).collect()
}
