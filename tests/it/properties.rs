//! Whatever is pressed, at whatever size: nothing panics, nothing is lost, the numbers come out even.

use std::time::Duration;

use motcua::clock::Clock as _;
use motcua::domain::StageKind;
use motcua::lang::Lang;
use motcua::ui::Event;
use motcua::ui::key::Key;
use motcua::ui::keymap::{self, Place, TABLE};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::harness::{Scene, desk, first_start, office};
use crate::journeys::printing::{all_states, queues};

/// How a scene begins.
type Start = fn() -> Scene;

/// Something that happens to a console.
#[derive(Clone, Debug)]
enum Happening {
    Key(Key),
    Number(&'static str),
    Paste(String),
    Size(u16, u16),
    Seconds(u32),
    Told(Event),
    Reopened,
    /// The PC's clock is set so many seconds later or earlier.
    Clock(i64),
}

fn happening() -> impl Strategy<Value = Happening> {
    let keys: Vec<Key> = TABLE.iter().flat_map(|row| row.keys).copied().collect();
    // Leaving ends the program and with it the test.
    let keys: Vec<Key> = keys.into_iter().filter(|key| *key != Key::ctrl('q')).collect();
    prop_oneof![
        20 => prop::sample::select(keys).prop_map(Happening::Key),
        4 => prop::char::ranges(vec!['a'..='z', '0'..='9', ' '..='/', 'À'..='ỹ', '\u{300}'..='\u{323}'].into())
            .prop_map(|letter| Happening::Key(Key::letter(letter))),
        6 => prop::sample::select(vec!["<F2>ks<Enter>", "<F2>vneid<F6><Enter>", "<F2>ks<Tab><Tab><Tab>8:30<Enter>", "<C-t><Enter>", "<F3><Enter>", "<F4>", "<C-z>", "<C-y>"])
            .prop_map(Happening::Number),
        1 => "\\PC{0,40}|[\\x00-\\x7f]{0,40}".prop_map(Happening::Paste),
        2 => (1_u16..=200, 1_u16..=60).prop_map(|(width, height)| Happening::Size(width, height)),
        3 => prop_oneof![Just(0), Just(1), 1_u32..4_000, Just(90_000)].prop_map(Happening::Seconds),
        1 => prop::sample::select(vec![Event::Prints(all_states()), Event::Prints(Vec::new()), queues()])
            .prop_map(Happening::Told),
        1 => Just(Happening::Reopened),
        1 => prop::sample::select(vec![-220_000_000, -40_000, -200, 40_000, 4_000_000, 220_000_000])
            .prop_map(Happening::Clock),
    ]
}

fn happens(scene: &mut Scene, what: &Happening) {
    match what {
        Happening::Key(key) => drop(scene.keys_of(*key)),
        Happening::Number(keys) => drop(scene.keys(keys)),
        Happening::Paste(text) => drop(scene.paste(text)),
        Happening::Size(width, height) => drop(scene.size(*width, *height)),
        Happening::Seconds(seconds) => drop(scene.after(Duration::from_secs(u64::from(*seconds)))),
        Happening::Told(event) => drop(scene.event(event.clone())),
        Happening::Reopened => drop(scene.reopened()),
        Happening::Clock(seconds) => {
            let clock = &scene.world().clock;
            clock.set_stamp(clock.now().plus_seconds(*seconds));
            scene.tick();
        }
    }
}

/// The place that has the keys fits what the file says.
fn is_valid(scene: &Scene) {
    let model = scene.console().model();
    let serving = model.in_hand().is_some_and(|card| card.visit.stage.kind() == StageKind::Serving);
    let fits = match scene.place() {
        Place::Setup => model.office.is_none(),
        Place::OpenShift
        | Place::Prints
        | Place::Printers
        | Place::Settings
        | Place::Forms
        | Place::FormPreview
        | Place::Catalogue
        | Place::Roster
        | Place::Stations
        | Place::Station
        | Place::Handover
        | Place::TakeOver
        | Place::Item
        | Place::Volunteer
        | Place::Pin
        | Place::EntryForm
        | Place::Ending
        | Place::ImportFile
        | Place::ImportPreview => model.office.is_some(),
        Place::Queue | Place::CloseShift | Place::Forgotten => model.shift.is_some(),
        Place::Lock => model.shift.is_some() && model.has_pin && model.in_hand().is_none(),
        Place::Visit => model.shift.is_some() && serving,
        Place::Intake
        | Place::Why
        | Place::OneParty
        | Place::Note
        | Place::Person
        | Place::Outages
        | Place::Remark
        | Place::Line
        | Place::Choice
        | Place::Confirm
        | Place::Range
        | Place::Today
        | Place::ComeBack
        | Place::Guide
        | Place::Tally
        | Place::Figures
        | Place::Opened
        | Place::Statistics
        | Place::Journal
        | Place::Copies
        | Place::Handbook
        | Place::Correct
        | Place::Life
        | Place::Find => true,
        // A fault of the world or of the program: no key leads to one.
        Place::Problem => false,
    };
    assert!(fits, "{:?}\n{}", scene.place(), scene.screen());
}

proptest! {
    #![proptest_config(Config { cases: 12, failure_persistence: None, max_shrink_iters: 200, ..Config::default() })]

    #[test]
    fn no_keys_at_any_size_do_harm(
        start in prop::sample::select(vec![first_start as Start, office, desk, desk]),
        happenings in prop::collection::vec((any::<bool>(), happening()), 1..60),
        lang in prop::sample::select(vec![Lang::Vi, Lang::En]),
    ) {
        let mut one = start();
        one.lang(lang);
        let mut two = one.station(2);
        for (at_two, what) in &happenings {
            // A second station works on the same file from time to time.
            let scene = if *at_two && !matches!(what, Happening::Size(..)) { &mut two } else { &mut one };
            happens(scene, what);
            scene.draw();
            is_valid(scene);
        }
        one.is_sound();
        one.tick();
        let model = one.console().model().clone();
        let again = one.reopened().console().model();
        prop_assert_eq!(&again.cards, &model.cards);
        prop_assert_eq!(&again.queue, &model.queue);
        prop_assert_eq!(&again.shift, &model.shift);
        // A clock in doubt goes on while a console runs, over midnight, too; the next one begins at the last entry.
        if again.day == model.day {
            prop_assert_eq!((&again.undo, &again.redo), (&model.undo, &model.redo));
        }
        drop(two);
    }
}

/// A desk with print jobs in every state.
fn jobs() -> Scene {
    let mut scene = desk();
    scene.event(Event::Prints(all_states())).event(queues());
    scene
}

/// Every key that the footer shows does something and is not refused.
#[test]
fn a_key_in_the_footer_does_something() {
    let states: [(&str, Start, &str); 27] = [
        ("empty desk", desk, ""),
        ("waiting, selected", desk, "<F2>ks<Enter><F2>ks<Enter><Down>"),
        ("called", desk, "<F2>ks<Enter><F3>"),
        ("serving, values", desk, "<F2>ks<Enter><F3><Enter><End>"),
        ("held", desk, "<F2>ks<Enter><F3><Enter><F6>"),
        ("intake", desk, "<F2>ks<F5>"),
        ("two lanes", desk, "<F2>ks<Enter><F2>ks<F6><Enter><Down>"),
        ("why", desk, "<F2>ks<Enter><Down><Space>"),
        ("leaving", desk, "<F2>ks<Enter><F3><F7><Down>"),
        ("setup", first_start, "vinh bao"),
        ("opening", office, ""),
        ("opening, in the field", office, "<End><Down><Down><Down><Down><Down>"),
        ("closing", desk, "<F2>ks<Enter><F2>ks<Enter><F1>dong ca<Enter><Right>"),
        ("closing, none open", desk, "<F1>dong ca<Enter>"),
        ("tally", desk, "<F2>ks<Enter><F8>"),
        ("jobs, none", desk, "<C-r>"),
        ("jobs, waiting", jobs, "<C-r><Down><Down>"),
        ("jobs, failed", jobs, "<C-r><Down><Down><Down>"),
        ("jobs, done", jobs, "<C-r><End><Up><Up>"),
        ("printers", jobs, "<F1>may in cua<Enter>"),
        ("printers, both sides", jobs, "<F1>may in cua<Enter>cups:HP_LaserJet_M404<Down><Down>"),
        ("figures", desk, "<F2>ks<Enter><F8><Enter>"),
        ("opened", desk, "<F2>ks<Enter><F8><Enter><Enter>"),
        ("statistics", desk, "<F2>ks<Enter><F1>thong ke bang<Enter>"),
        ("range", desk, "<F8><F1>khoang ngay<Enter>"),
        ("forms", desk, "<F1>cai dat<Enter><PageDown><PageDown><PageDown><PageDown><PageDown><Down>"),
        ("form shown", desk, "<F1>cai dat<Enter><PageDown><PageDown><PageDown><PageDown><PageDown><Enter>"),
    ];
    let mut idle = Vec::new();
    for (name, start, keys) in states {
        let mut scene = start();
        scene.keys(keys);
        for (key, label) in footer(&scene) {
            let before = (scene.buffer(), scene.cursor(), scene.place(), scene.pages().len());
            // A list may show such marks of its own.
            let marks = scene.screen().matches("[!]").count();
            scene.keys_of(key);
            let is_refused = scene.place() == before.2 && scene.screen().matches("[!]").count() > marks;
            let notice = is_refused || scene.shows("[x] ") && scene.place() == Place::Problem;
            let after = (scene.buffer(), scene.cursor(), scene.place(), scene.pages().len());
            if after == before || notice {
                idle.push(format!("{name}: {} {label}", key.name()));
            }
            // Back to where it was, by the shortest way that is always right.
            scene = start();
            scene.keys(keys);
        }
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

/// The keys that the footer shows now.
fn footer(scene: &Scene) -> Vec<(Key, &'static str)> {
    // A deed is named with its number there: the key alone is looked for.
    let screen = scene.screen();
    let last = screen.lines().last().unwrap_or_default();
    let lang = scene.console().lang();
    keymap::rows(scene.place())
        .filter(|row| row.footer.is_some())
        .filter_map(|row| Some((*row.keys.first()?, lang.action(row.action))))
        .filter(|(key, _)| last.contains(&format!(" {} ", key.name())))
        .collect()
}
