//! A morning of sixty people by keys alone, and what each of them costs.

use std::collections::VecDeque;

use motcua::ui::keymap::Place;

use crate::harness::{Scene, desk, minutes};

/// What people come for, some of it more often than other: the two letters that a volunteer types, and the row that is
/// meant.
const NEEDS: [(&str, &str); 12] = [
    ("sy", "Chứng thực bản sao"),
    ("ks", "Khai sinh"),
    ("vn", "Kích hoạt VNeID"),
    ("sy", "Chứng thực bản sao"),
    ("m2", "Kích hoạt VNeID"),
    ("kh", "Kết hôn"),
    ("sy", "Chứng thực bản sao"),
    ("tv", "tạm vắng"),
    ("ks", "Khai sinh"),
    ("bh", "BHYT"),
    ("ck", "Chứng thực chữ ký"),
    ("kt", "Khai tử"),
];

const PEOPLE: usize = 60;

struct Volunteer {
    scene: Scene,
    /// How many keys each person has cost.
    keys: Vec<usize>,
    waiting: VecDeque<usize>,
    serving: Option<usize>,
}

impl Volunteer {
    fn press(&mut self, person: usize, key: &str) {
        self.scene.keys(key);
        self.keys[person] += 1;
    }

    /// The letters of the need, one or both, until it stands first; Enter.
    fn gives_a_number(&mut self, person: usize) {
        let (code, row) = NEEDS[person % NEEDS.len()];
        let mut first = String::new();
        for letter in code.chars() {
            self.press(person, &letter.to_string());
            let screen = self.scene.is_in(Place::Intake).screen();
            screen.lines().find(|line| line.contains("> ")).unwrap_or_default().clone_into(&mut first);
            if first.contains(row) {
                break;
            }
        }
        assert!(first.contains(row), "{code}: {first}");
        self.press(person, "<Enter>");
        self.scene.sees("Đã cấp số");
        self.waiting.push_back(person);
    }

    /// The party in hand has what it came for; the next one sits down.
    fn goes_on(&mut self) {
        match (self.serving.take(), self.waiting.pop_front()) {
            (None, None) => {}
            (Some(served), None) => self.press(served, "<F4>"),
            (served, Some(next)) => {
                match served {
                    Some(served) => self.press(served, "/"),
                    None => self.press(next, "<F3>"),
                }
                self.scene.sees("Xin mời số");
                self.press(next, "<Enter>");
                self.scene.is_in(Place::Visit);
                self.serving = Some(next);
            }
        }
        self.scene.after(minutes(3));
    }

    fn is_idle(&self) -> bool {
        self.serving.is_none() && self.waiting.is_empty()
    }
}

/// Some stand before the door when it opens, the others come one by one; nobody is called before their number.
fn morning() -> Volunteer {
    let scene = desk();
    let keys = vec![0; PEOPLE];
    let mut desk = Volunteer { scene, keys, waiting: VecDeque::new(), serving: None };
    for person in 0..8 {
        desk.gives_a_number(person);
    }
    for person in 8..PEOPLE {
        desk.goes_on();
        desk.gives_a_number(person);
    }
    while !desk.is_idle() {
        desk.goes_on();
    }
    let tally = desk.scene.is_sound().tally();
    assert_eq!((tally.visits, tally.assists, tally.proof.served), (60, 60, 60));
    desk
}

#[test]
fn a_morning_of_sixty_people_takes_at_most_five_keys_a_person() {
    // The first one is called by a key of its own: before that nobody was finished.
    let keys = morning().keys;
    assert!(keys[1..].iter().all(|keys| *keys <= 5), "{keys:?}");
    assert_eq!(keys[0], 6);
}
