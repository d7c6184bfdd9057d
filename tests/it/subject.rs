//! A key acts on what the screen names: whatever stands where, the visit that a key changed is one whose number the screen showed
//! beside that key, in the panel or in what was asked.

use motcua::desk::{Card, Entry, Model};
use motcua::ui::key::Key;
use motcua::ui::keymap::{self, Place};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::harness::{Scene, desk, minutes};

/// What brings a desk into some state.
const DEEDS: [&str; 16] = [
    "<F2>ks<Enter>",
    "<F2>vneid<F6><Enter>",
    "<F2>chung thuc<Enter>",
    "<F2>ks<F5><Enter>",
    "<F3>",
    "<F3><Enter>",
    "<F6>",
    "<F4>",
    "<Tab>",
    "<Down>",
    "<Down><Down>",
    "<Up>",
    "<Esc>",
    "<C-f>",
    "<F7>",
    "<Space>",
];

/// What is known of each visit of a file: who is not in both, or is another one in them, was changed.
fn changed(before: &Model, after: &Model) -> Vec<String> {
    let is_new = |card: &&Card| before.card(card.visit.id).is_some();
    let differs = |card: &&Card| {
        let old = before.card(card.visit.id);
        old.is_none_or(|old| {
            (old.visit.stage.kind(), old.visit.persons, &old.assists, &old.note, &old.visit.standing)
                != (
                    card.visit.stage.kind(),
                    card.visit.persons,
                    &card.assists,
                    &card.note,
                    &card.visit.standing,
                )
        })
    };
    let cards = after.cards.iter().filter(is_new).filter(differs);
    cards.map(|card| card.visit.ticket.to_string()).collect()
}

/// What the screen says beside a key: the panel on the right and the key's own words at the foot; over all of it, what is asked.
fn beside(scene: &Scene, key: Key) -> String {
    let screen = scene.screen();
    if !matches!(scene.place(), Place::Queue | Place::Visit) {
        return screen;
    }
    // The rule above the panel has its own words, the figures above both have none of one visit.
    let panel = screen.lines().skip(2).filter_map(|line| line.split_once(['│', '┬'])).map(|(_, right)| right);
    // «Xin mời số A 001» is said letter by letter.
    let panel: Vec<String> = panel.map(|line| line.replace(' ', "")).collect();
    let foot = screen.lines().last().unwrap_or_default();
    let own = foot.split_once(&format!(" {} ", key.name())).map_or("", |(_, words)| words);
    let next = keymap::rows(scene.place())
        .flat_map(|row| row.keys)
        .filter_map(|other| own.find(&format!("  {} ", other.name())));
    let own = &own[..next.min().unwrap_or(own.len())];
    format!("{}\n{own}", panel.join("\n"))
}

proptest! {
    #![proptest_config(Config { cases: 40, failure_persistence: None, max_shrink_iters: 200, ..Config::default() })]

    #[test]
    fn the_visit_that_changed_is_one_that_the_screen_named(
        deeds in prop::collection::vec((any::<bool>(), prop::sample::select(DEEDS.to_vec())), 4..24),
        size in prop::sample::select(vec![(80, 24), (120, 40), (60, 20), (100, 30)]),
        is_slow in any::<bool>(),
        pressed in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
    ) {
        let mut one = desk();
        let mut two = one.station(2);
        for (at_two, keys) in deeds {
            let scene = if at_two { &mut two } else { &mut one };
            scene.keys(keys);
        }
        one.size(size.0, size.1);
        for index in pressed {
            if !is_slow {
                one.tick();
            }
            let keys: Vec<Key> = keymap::rows(one.place())
                .filter(|row| !matches!(row.action, keymap::Action::Undo | keymap::Action::Redo | keymap::Action::Quit))
                .flat_map(|row| row.keys)
                .copied()
                .collect();
            if keys.is_empty() {
                break;
            }
            let key = keys[index.index(keys.len())];
            two.tick();
            let before = two.console().model().clone();
            let named = beside(&one, key);
            one.keys_of(key);
            two.tick();
            for ticket in changed(&before, two.console().model()) {
                prop_assert!(named.contains(&ticket), "{} changed {ticket}; the screen said\n{named}", key.name());
            }
        }
    }
}

/// Presses keys of which the last one does a deed: before it the screen says to whom, and the journal says the same after it.
fn deed(scene: &mut Scene, keys: &str, ticket: &str) {
    let mut keys = Key::script(keys).unwrap();
    let last = keys.pop().unwrap();
    for key in keys {
        scene.keys_of(key);
    }
    let named = beside(scene, last);
    assert!(named.contains(ticket), "{} for {ticket}:\n{}", last.name(), scene.screen());
    let before = entries(scene).len();
    scene.keys_of(last);
    let after = entries(scene);
    assert_eq!(after.len(), before + 1, "{} for {ticket}:\n{}", last.name(), scene.screen());
    assert_eq!(after[0].op.ticket().map(|one| one.to_string()).as_deref(), Some(ticket), "{:?}", after[0].op);
}

/// The journal of the day, the newest entry first.
fn entries(scene: &Scene) -> Vec<Entry> {
    let day = scene.console().model().day;
    scene.world().desk(1).journal(day, 5_000).unwrap()
}

/// Who is called next, and calls it by the key that the screen shows.
fn calls(scene: &mut Scene, key: &str) -> String {
    let next = *scene.console().model().queue.first().unwrap();
    let ticket = scene.console().model().card(next).unwrap().visit.ticket.to_string();
    deed(scene, key, &ticket);
    ticket
}

#[test]
fn twenty_five_people_are_each_helped_as_the_screen_said_before_every_key() {
    let needs = ["ks", "vneid", "chung thuc", "khai tu", "ket hon"];
    let mut scene = desk();
    for person in 0..25_usize {
        // Now and then somebody goes first, brings others, gives a name or has two needs.
        let more = ["", "<F6>", "<F5>", "<Tab>Bà Thử", "<F2>sy"][person % 5];
        scene.keys(&format!("<F2>{}{more}<Enter>", needs[person % needs.len()])).sees("Đã cấp số");
        scene.after(minutes(1));
    }
    let mut held = Vec::new();
    for person in 0..25_usize {
        // The cursor stands somewhere else than whom the keys are about, as it often does.
        scene.keys(&"<Down>".repeat(person % 4));
        let ticket = calls(&mut scene, "<F3>");
        if person % 8 == 2 {
            deed(&mut scene, "<F5>", &ticket);
            scene.after(minutes(1)).keys("<Down>");
            deed(&mut scene, "<F7><Enter>", &ticket);
            continue;
        }
        if person % 8 == 3 {
            deed(&mut scene, "<C-p>", &ticket);
            assert_eq!(calls(&mut scene, "<F3>"), ticket);
        }
        deed(&mut scene, "<Enter>", &ticket);
        scene.is_in(Place::Visit);
        match person % 8 {
            0 => {
                deed(&mut scene, "<Enter>", &ticket);
                deed(&mut scene, "<Space>", &ticket);
            }
            1 => {
                deed(&mut scene, "<F6>", &ticket);
                held.push(ticket);
                continue;
            }
            4 => deed(&mut scene, "<End><Enter>otp<Enter>", &ticket),
            5 => deed(&mut scene, "<Insert>vneid<Enter>", &ticket),
            6 => {
                deed(&mut scene, "<Tab><Down><F7>bo ve<Enter>", &ticket);
                continue;
            }
            7 => deed(&mut scene, "<Home>12<Enter>", &ticket),
            _ => {}
        }
        deed(&mut scene, "<F4>", &ticket);
        scene.after(minutes(2));
    }
    for ticket in held {
        deed(&mut scene, &format!("<C-f>{ticket}<Enter>"), &ticket);
        deed(&mut scene, "<F4>", &ticket);
    }
    scene.is_sound();
    let tally = scene.tally();
    assert_eq!((tally.proof.issued, tally.proof.open), (25, 0));
}

#[test]
fn help_over_a_question_says_whom_its_keys_are_about() {
    for asked in ["<F7>", ":gc<Enter>", "<Enter><Insert>", "<Enter><Right>", "<Enter><F7>"] {
        let mut scene = desk();
        scene.keys("<F2>ks<Enter>").keys("<F3>").keys(asked);
        let place = scene.place();
        scene.keys("<F1>").size(60, 20);
        assert!(scene.screen().contains("A001"), "{asked} {place:?}\n{}", scene.screen());
    }
}
