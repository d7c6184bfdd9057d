//! What the desk picks most and what the volunteer picked last come first among what fits about as well.

use motcua::desk::{Command, NewVisit};
use motcua::domain::find::Habits;
use motcua::domain::procedure::UNKNOWN_NEED;
use motcua::domain::{Catalogue, Code, VolunteerId};

use super::{find, finder};
use crate::world::{BIRTH, COPIES, LODGING, Says, VNEID, World};

fn code(text: &str) -> Code {
    Code::new(text)
}

fn first(typed: &str, habits: &Habits) -> String {
    finder().find(typed, habits)[0].0.clone()
}

#[test]
fn what_this_volunteer_picked_last_comes_before_what_the_desk_picks_most() {
    let used = [(code("1.001193"), 300), (code("1.000656"), 40)];
    let recent = [code("1.000419"), code("1.000656")];
    let habits = Habits::new(used.clone(), recent.clone());
    assert_eq!(first("khai", &habits), "1.000656");
    assert_eq!(first("khai", &Habits::new(used.clone(), [])), "1.001193");
    // For nothing typed: the unknown need, what was picked last in its order, what is picked most, everything.
    let found = finder().find("", &habits);
    assert_eq!(found[..4], [code(UNKNOWN_NEED), recent[0].clone(), recent[1].clone(), code("1.001193")]);
    assert_eq!(found.len(), find("").len());
    // Never before the very word, and never for what does not fit.
    assert_eq!(first("khai sinh", &Habits::new(used, [code("1.004884"), code("KN01")])), "1.001193");
}

#[test]
fn the_unknown_need_keeps_its_place_however_often_it_is_picked() {
    let habits = Habits::new([(code(UNKNOWN_NEED), 500)], [code(UNKNOWN_NEED)]);
    let found = finder().find("khai sinh", &habits);
    assert_eq!(found.last(), Some(&code(UNKNOWN_NEED)));
    assert_eq!(found[0], code("1.001193"));
}

/// A catalogue in which the second entry takes the place of the first on a day.
fn replaced() -> Catalogue {
    let entry = |code: &str, name: &str, dates: &str| {
        format!(
            "[[procedure]]\ncode = \"{code}\"\nkind = \"procedure\"\nfield = \"f\"\nname = {{ vi = \"{name}\", en = \"{name}\" }}\n\
             short = {{ vi = \"{name}\", en = \"{name}\" }}\nsteps = {{ vi = [\"a\"], en = [\"a\"] }}\nchannels = []\n\
             online = \"none\"\n{dates}\n"
        )
    };
    let text = [
        "series = [{ letter = \"A\", name = { vi = \"a\", en = \"a\" } }]\n[[field]]\nid = \"f\"\nseries = \"A\"\nname = { vi = \"a\", en = \"a\" }\n".to_owned(),
        entry(UNKNOWN_NEED, "Khác", "valid_from = 2025-07-01"),
        entry("1.1", "Khai một", "valid_from = 2025-07-01\nvalid_until = 2027-02-28\nreplaced_by = \"2.1\""),
        entry("1.2", "Khai hai", "valid_from = 2025-07-01"),
        entry("2.1", "Khai ba", "valid_from = 2027-03-01\nreplaces = [\"1.1\"]"),
    ];
    Catalogue::parse(&text.concat()).unwrap()
}

#[test]
fn what_was_picked_under_an_old_code_counts_for_its_successor_from_the_laws_date_on() {
    let catalogue = replaced();
    let habits = |day: &str| {
        Habits::new([(code("1.1"), 9), (code("1.2"), 5)], [code("1.1")])
            .carried_over(&catalogue, day.parse().unwrap())
    };
    let before = habits("2027-02-28");
    assert_eq!((before.times(&code("1.1")), before.times(&code("2.1"))), (9, 0));
    assert_eq!(before.recent(), [code("1.1")]);
    let after = habits("2027-03-01");
    assert_eq!((after.times(&code("1.1")), after.times(&code("2.1"))), (0, 9));
    assert_eq!(after.recent(), [code("2.1")]);
}

#[test]
fn a_desk_knows_what_each_volunteer_picked_last_and_forgets_what_was_taken_back() {
    let world = World::open();
    let mut desk = world.desk(1);
    let recent = |desk: &mut motcua::desk::Desk| -> Vec<String> {
        desk.load().unwrap().habits.recent().iter().map(ToString::to_string).collect()
    };
    assert!(recent(&mut desk).is_empty());
    desk.gives(BIRTH);
    desk.gives(LODGING);
    desk.gives(BIRTH);
    assert_eq!(recent(&mut desk), [BIRTH, LODGING]);
    desk.gives(VNEID);
    desk.undo().unwrap();
    assert_eq!(recent(&mut desk), [BIRTH, LODGING]);
    desk.redo().unwrap();
    assert_eq!(recent(&mut desk), [VNEID, BIRTH, LODGING]);
    // By hand, while helping; what came with the number is not picked again by being served.
    let visit = desk.serves_next();
    assert_eq!(recent(&mut desk), [VNEID, BIRTH, LODGING]);
    desk.does(Command::AddAssist { visit, procedure: code(COPIES) });
    assert_eq!(recent(&mut desk), [COPIES, VNEID, BIRTH, LODGING]);
    // Somebody else has habits of their own, at this station, too.
    desk.does(Command::Sit { volunteer: VolunteerId(2) });
    assert!(recent(&mut desk).is_empty());
    let needs = vec![(code(VNEID), 1), (code(LODGING), 2)];
    desk.does(Command::TakeNumber(NewVisit { needs, ..NewVisit::plain(code(BIRTH)) }));
    assert_eq!(recent(&mut desk), [VNEID, LODGING]);
    desk.does(Command::Sit { volunteer: VolunteerId(1) });
    assert_eq!(recent(&mut desk), [COPIES, VNEID, BIRTH, LODGING]);
    // Another day, another console: the file remembers.
    drop(desk);
    world.clock.set("2026-11-23 07:30");
    let mut later = world.desk(1);
    assert_eq!(later.load().unwrap().habits.times(&code(BIRTH)), 2);
}
