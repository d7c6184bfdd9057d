//! The one table of keys. Dispatch, the footer, help and `docs/keys.md` all come from it.

mod binding;
mod table;

pub use binding::{Action, Binding, Bundle, Place, Scope, Weight};
pub use table::TABLE;

use super::key::Key;

/// What a key does in a place. Text goes to fields before this is asked, see [`Place::takes_text`].
pub fn action(place: Place, key: Key) -> Option<Action> {
    rows(place).find(|row| row.keys.contains(&key)).map(|row| row.action)
}

/// The key by which an action is named in a sentence.
pub fn first_key(action: Action) -> String {
    let keys = TABLE.iter().filter(|row| row.action == action).find_map(|row| row.keys.first());
    keys.map(|key| key.name()).unwrap_or_default()
}

/// The row of a verb on the line of commands, opened in a place of the desk.
pub fn row_of(place: Place, verb: &str) -> Option<&'static Binding> {
    verbs(place).find(|row| row.verbs.contains(&verb))
}

/// The rows that have a verb in a place. On the visit's side the queue's verbs hold as well.
pub fn verbs(place: Place) -> impl Iterator<Item = &'static Binding> {
    let beside = (place == Place::Visit).then_some(Place::Queue);
    let beside = beside.into_iter().flat_map(|place| of(Scope::Place(place)));
    rows(place).chain(beside).filter(|row| !row.verbs.is_empty())
}

fn of(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |row| row.scope == scope)
}

/// The rows that work in a place: its own, then those of its bundles. A key or an action that stands earlier is not said again
/// later.
pub fn rows(place: Place) -> impl Iterator<Item = &'static Binding> {
    let scopes = std::iter::once(Scope::Place(place))
        .chain(place.bundles().iter().map(|bundle| Scope::Bundle(*bundle)));
    let all: Vec<&'static Binding> = scopes.flat_map(of).collect();
    let is_first = |at: usize| {
        let row = all[at];
        !all[..at].iter().any(|earlier| {
            earlier.action == row.action || row.keys.iter().any(|key| earlier.keys.contains(key))
        })
    };
    let kept: Vec<&'static Binding> = (0..all.len()).filter(|at| is_first(*at)).map(|at| all[at]).collect();
    kept.into_iter()
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyCode;

    use super::*;
    use crate::domain::fold::fold_keys;

    #[test]
    fn no_key_means_two_things_in_a_scope() {
        for scope in TABLE.iter().map(|row| row.scope) {
            let keys: Vec<Key> = of(scope).flat_map(|row| row.keys).copied().collect();
            for (at, key) in keys.iter().enumerate() {
                assert!(!keys[at + 1..].contains(key), "{scope:?} {}", key.name());
            }
        }
    }

    /// DESIGN of the keys, walked over the table: what a key means it means everywhere, or nothing.
    #[test]
    fn a_key_means_one_thing_at_every_place() {
        let wanted: &[(Key, &[Action])] = &[
            (Key::f(1), &[Action::Help]),
            (Key::f(2), &[Action::TakeNumber, Action::AddNeed]),
            (Key::f(3), &[Action::CallNext, Action::ServeNow]),
            (Key::f(4), &[Action::Finish]),
            (Key::f(5), &[Action::Recall, Action::MorePersons]),
            (Key::f(6), &[Action::HoldOrResume, Action::Priority]),
            (Key::f(7), &[Action::Leave]),
            (Key::f(8), &[Action::Tally]),
            (Key::f(9), &[Action::Print]),
            (Key::f(10), &[Action::Save]),
            (Key::letter('/'), &[Action::FinishAndCall]),
            (Key::letter('*'), &[Action::CountQuestion]),
            (Key::letter('-'), &[Action::Missing]),
            (Key::letter('+'), &[Action::AddProcedure]),
            (
                Key::plain(KeyCode::Insert),
                &[
                    Action::AddProcedure,
                    Action::AddToVisit,
                    Action::AddEntry,
                    Action::AddVolunteer,
                    Action::AddStation,
                    Action::AddItem,
                    Action::Remark,
                ],
            ),
            // What the row under the cursor stands for is no longer so.
            (
                Key::plain(KeyCode::Delete),
                &[
                    Action::RemoveProcedure,
                    Action::CancelPrint,
                    Action::DropEntry,
                    Action::UndoEntry,
                    Action::RetireVolunteer,
                    Action::EndItem,
                ],
            ),
        ];
        for row in TABLE {
            for (key, actions) in wanted {
                let is_right = !row.keys.contains(key) || actions.contains(&row.action);
                assert!(is_right, "{row:?}");
            }
        }
    }

    #[test]
    fn every_key_arrives_at_every_terminal_and_none_is_a_letter() {
        for key in TABLE.iter().flat_map(|row| row.keys) {
            // Bytes 0x08, tab, newline and return; what terminals keep for themselves or make a plain key of.
            let is_other =
                key.ctrl && !matches!(key.code, KeyCode::Char('d'..='g' | 'k' | 'l' | 'n'..='u' | 'w'..='z'));
            let is_shifted = key.shift && key.code != KeyCode::Tab;
            let is_far = matches!(key.code, KeyCode::F(number) if number > 10);
            let is_letter = key.text().is_some_and(char::is_alphabetic);
            assert!(!is_other && !is_shifted && !is_far && !is_letter, "{}", key.name());
        }
    }

    #[test]
    fn no_verb_means_two_things_and_a_deed_without_a_key_stands_in_the_list_of_f1() {
        let all: Vec<&str> = verbs(Place::Visit).flat_map(|row| row.verbs).copied().collect();
        for (at, verb) in all.iter().enumerate() {
            assert!(!all[at + 1..].contains(verb), "{verb}");
            assert_eq!(fold_keys(verb), *verb);
        }
        assert!(all.len() > 20, "{all:?}");
    }
}
