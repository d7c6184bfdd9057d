//! Pastes on Windows, which arrive as keys.

use crossterm::event::{Event, KeyCode, KeyEventKind};

/// Makes an Enter that stands between two printable characters of one burst part of a paste.
///
/// The Windows console knows no bracketed paste: a pasted line break is an Enter like any other, and would give a number
/// for half a name. Nobody types a letter, Enter and a letter between two looks at the keyboard; a person who types ahead
/// goes on with a function key.
pub(super) fn join_pastes(events: Vec<Event>) -> Vec<Event> {
    let is_text = |event: Option<&Event>| matches!(event, Some(Event::Key(key)) if matches!(key.code, KeyCode::Char(_)));
    let presses: Vec<Event> = events
        .into_iter()
        .filter(|event| !matches!(event, Event::Key(key) if key.kind == KeyEventKind::Release))
        .collect();
    let mut joined = Vec::with_capacity(presses.len());
    for (at, event) in presses.iter().enumerate() {
        let is_enter = matches!(event, Event::Key(key) if key.code == KeyCode::Enter);
        let before = at.checked_sub(1).and_then(|at| presses.get(at));
        if is_enter && is_text(before) && is_text(presses.get(at + 1)) {
            joined.push(Event::Paste("\n".to_owned()));
        } else {
            joined.push(event.clone());
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyEvent, KeyModifiers};

    fn key(code: KeyCode) -> Event {
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn only_an_enter_inside_a_burst_of_text_is_a_paste() {
        let (a, enter, f2) = (key(KeyCode::Char('a')), key(KeyCode::Enter), key(KeyCode::F(2)));
        let pasted = join_pastes(vec![a.clone(), enter.clone(), a.clone()]);
        assert_eq!(pasted, [a.clone(), Event::Paste("\n".to_owned()), a.clone()]);
        let typed_ahead = vec![a.clone(), enter.clone(), f2, a, enter];
        assert_eq!(join_pastes(typed_ahead.clone()), typed_ahead);
    }
}
