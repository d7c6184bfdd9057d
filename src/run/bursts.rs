//! What the Windows console sends, as keys and pastes.
//!
//! It knows no bracketed paste: a text that is pasted arrives as the keys that would have typed it, all at once. The
//! thread that reads is never busy with anything else, so nobody types ahead into one batch: a long run of printable keys in
//! it is a paste. An input method sends a few letters at once, too: those are keys.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEventKind};

use super::news::News;
use crate::ui::Pasted;
use crate::ui::key::{Key, Motion, Stroke};

/// The longest rewriting of an input method is a syllable.
const FEWEST_SIGNS: usize = 8;

/// What a batch that came then means.
pub(super) fn news(batch: &[Event], at: Duration) -> Vec<News> {
    let mut news = Vec::with_capacity(batch.len());
    let mut rest = batch;
    while !rest.is_empty() {
        let (text, length) = run(rest);
        if text.chars().count() >= FEWEST_SIGNS {
            news.push(News::Paste(Pasted(text)));
            rest = &rest[length..];
        } else {
            let whole = length.max(1);
            news.extend(rest[..whole].iter().filter_map(|event| single(event, at)));
            rest = &rest[whole..];
        }
    }
    news
}

/// The text that the presses at the beginning would type, and how many events that takes.
fn run(events: &[Event]) -> (String, usize) {
    let mut text = String::new();
    let mut length = 0;
    for event in events {
        let Event::Key(key) = event else { break };
        if key.kind != KeyEventKind::Release {
            match Key::of(*key) {
                Some(Key { code: KeyCode::Char(letter), ctrl: false, .. }) => text.push(letter),
                Some(Key { code: KeyCode::Enter, ctrl: false, shift: false }) => text.push('\n'),
                Some(Key { code: KeyCode::Tab, ctrl: false, shift: false }) => text.push('\t'),
                _ => break,
            }
        }
        length += 1;
    }
    (text, length)
}

fn single(event: &Event, at: Duration) -> Option<News> {
    match event {
        Event::Key(event) => {
            let motion = match event.kind {
                KeyEventKind::Press => Motion::Pressed,
                KeyEventKind::Repeat => Motion::Repeated,
                KeyEventKind::Release => Motion::Released,
            };
            Some(News::Stroke(Stroke { key: Key::of(*event)?, at, motion }))
        }
        Event::Paste(text) => Some(News::Paste(Pasted(text.clone()))),
        Event::Resize(..) => Some(News::Resized),
        Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyEvent, KeyModifiers};

    fn press(code: KeyCode) -> [Event; 2] {
        let event = KeyEvent::new(code, KeyModifiers::NONE);
        [Event::Key(event), Event::Key(KeyEvent { kind: KeyEventKind::Release, ..event })]
    }

    /// Strokes and pastes of a batch, in a few letters.
    fn told(text: &str) -> String {
        let code = |letter| match letter {
            '\n' => KeyCode::Enter,
            '\u{8}' => KeyCode::Backspace,
            letter => KeyCode::Char(letter),
        };
        let batch: Vec<Event> = text.chars().flat_map(|letter| press(code(letter))).collect();
        let said = news(&batch, Duration::ZERO).into_iter().filter_map(|news| match news {
            News::Stroke(stroke) if stroke.motion == Motion::Pressed => Some(stroke.key.name()),
            News::Paste(text) => Some(format!("[{}]", text.0)),
            _ => None,
        });
        said.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_long_run_of_signs_is_a_paste_with_its_lines() {
        assert_eq!(told("gọi lại cho bà con\nhôm nay\n"), "[gọi lại cho bà con\nhôm nay\n]");
    }

    #[test]
    fn what_an_input_method_writes_and_an_enter_between_two_letters_are_keys() {
        assert_eq!(told("\u{8}\u{8}àn"), "Backspace Backspace à n");
        assert_eq!(told("g\nx"), "g Enter x");
    }

    #[test]
    fn a_release_is_told() {
        let told = news(&press(KeyCode::Enter), Duration::ZERO);
        assert!(matches!(
            told[..],
            [
                News::Stroke(Stroke { motion: Motion::Pressed, .. }),
                News::Stroke(Stroke { motion: Motion::Released, .. })
            ]
        ));
    }
}
