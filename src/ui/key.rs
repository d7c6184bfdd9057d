//! A key, and what a hand did with it.

use std::time::Duration;

use crossterm::event::KeyCode;
#[cfg(any(windows, test))]
use crossterm::event::{KeyEvent, KeyModifiers};

/// One key with what was held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Shift was held; letters carry their case themselves.
    pub shift: bool,
}

impl Key {
    pub const ENTER: Self = Self::plain(KeyCode::Enter);
    pub const BACKSPACE: Self = Self::plain(KeyCode::Backspace);

    /// A key by itself.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, shift: false }
    }

    pub const fn f(number: u8) -> Self {
        Self::plain(KeyCode::F(number))
    }

    pub const fn letter(letter: char) -> Self {
        Self::plain(KeyCode::Char(letter))
    }

    pub const fn ctrl(letter: char) -> Self {
        Self { code: KeyCode::Char(letter), ctrl: true, shift: false }
    }

    /// The key of an event of the Windows console, whether it is pressed or let go; `None` with Alt, which no key of the table has.
    #[cfg(any(windows, test))]
    pub fn of(event: KeyEvent) -> Option<Self> {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        Some(match event.code {
            // Byte 0x08 arrives as Ctrl+H from many keyboards and every UniKey.
            KeyCode::Char('h' | 'H') if ctrl && !alt => Self::plain(KeyCode::Backspace),
            // AltGr arrives as Ctrl+Alt and makes a letter.
            KeyCode::Char(letter) if ctrl && alt => Self::letter(letter),
            KeyCode::Char(letter) if ctrl => Self::ctrl(letter.to_ascii_lowercase()),
            _ if alt => return None,
            KeyCode::Char(letter) => Self::letter(letter),
            // As every terminal has it that cannot say more.
            KeyCode::Enter | KeyCode::Esc | KeyCode::Backspace => Self::plain(event.code),
            KeyCode::BackTab => Self { code: KeyCode::Tab, ctrl: false, shift: true },
            code => Self { code, ctrl, shift },
        })
    }

    /// The character to be put into a field, if the key makes one.
    pub const fn text(self) -> Option<char> {
        match self {
            Self { code: KeyCode::Char(letter), ctrl: false, .. } => Some(letter),
            _ => None,
        }
    }

    /// Whether it is one key of the keyboard: Ctrl or Shift may be let go before it.
    pub(super) fn is_same_finger(self, other: Self) -> bool {
        match (self.code, other.code) {
            (KeyCode::Char(one), KeyCode::Char(other)) => one.to_lowercase().eq(other.to_lowercase()),
            (one, other) => one == other,
        }
    }

    /// The name on the keyboard: `F2`, `Ctrl+Z`, `Enter`, `Space`.
    pub fn name(self) -> String {
        let name = match self.code {
            KeyCode::F(number) => format!("F{number}"),
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(letter) if self.ctrl => letter.to_ascii_uppercase().to_string(),
            KeyCode::Char(letter) => letter.to_string(),
            KeyCode::Enter => "Enter".to_owned(),
            KeyCode::Esc => "Esc".to_owned(),
            KeyCode::Tab => "Tab".to_owned(),
            KeyCode::Backspace => "Backspace".to_owned(),
            KeyCode::Delete => "Delete".to_owned(),
            KeyCode::Insert => "Insert".to_owned(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::Home => "Home".to_owned(),
            KeyCode::End => "End".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            _ => "?".to_owned(),
        };
        match (self.ctrl, self.shift) {
            (true, _) => format!("Ctrl+{name}"),
            (false, true) => format!("Shift+{name}"),
            (false, false) => name,
        }
    }
}

/// What is known of how a key moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// It came: pressed, or repeated because it is held down. Most terminals do not say which.
    Typed,
    /// Pressed: this terminal also tells when a key repeats or is let go.
    Pressed,
    /// Held down, and the keyboard repeats it.
    Repeated,
    /// Let go.
    Released,
}

/// A key that came from the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    pub key: Key,
    /// When it came, by [`Clock::elapsed`](crate::clock::Clock::elapsed). It may be obeyed later: the disk may have been busy.
    pub at: Duration,
    pub motion: Motion,
}

/// For tests and benches.
#[cfg(not(shipped))]
impl Stroke {
    /// A key of which only its coming is known.
    pub const fn typed(key: Key, at: Duration) -> Self {
        Self { key, at, motion: Motion::Typed }
    }
}

/// Scripts of keys, for tests and benches.
#[cfg(not(shipped))]
impl Key {
    /// The keys of a script such as `<F2>ks<Enter>`; `<lt>` is the sign itself.
    ///
    /// # Errors
    /// The name between the signs that is not a key's.
    pub fn script(text: &str) -> Result<Vec<Self>, String> {
        let mut keys = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|after| after.split_once('>'));
            if let Some((name, after)) = named {
                keys.push(Self::named(name).ok_or_else(|| name.to_owned())?);
                rest = after;
            } else {
                keys.push(Self::letter(first));
                rest = &rest[first.len_utf8()..];
            }
        }
        Ok(keys)
    }

    fn named(name: &str) -> Option<Self> {
        if let Some(letter) = name.strip_prefix("C-") {
            return letter.chars().next().map(Self::ctrl);
        }
        if let Some(rest) = name.strip_prefix("S-") {
            return Self::named(rest).map(|key| Self { shift: true, ..key });
        }
        if let Some(number) = name.strip_prefix('F').and_then(|number| number.parse().ok()) {
            return Some(Self::f(number));
        }
        Some(Self::plain(match name {
            "Enter" => KeyCode::Enter,
            "Esc" => KeyCode::Esc,
            "Tab" => KeyCode::Tab,
            "Backspace" => KeyCode::Backspace,
            "Delete" => KeyCode::Delete,
            "Insert" => KeyCode::Insert,
            "Space" => KeyCode::Char(' '),
            "Up" => KeyCode::Up,
            "Down" => KeyCode::Down,
            "Left" => KeyCode::Left,
            "Right" => KeyCode::Right,
            "Home" => KeyCode::Home,
            "End" => KeyCode::End,
            "PageUp" => KeyCode::PageUp,
            "PageDown" => KeyCode::PageDown,
            "lt" => KeyCode::Char('<'),
            _ => return None,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_read_key_by_key() {
        let keys = Key::script("<F2>k<C-z><S-Tab><lt>").unwrap();
        let names: Vec<String> = keys.into_iter().map(Key::name).collect();
        assert_eq!(names, ["F2", "k", "Ctrl+Z", "Shift+Tab", "<"]);
        assert_eq!(Key::script("<Nope>"), Err("Nope".to_owned()));
    }

    #[test]
    fn backspace_by_byte_eight_and_altgr_letters_are_what_the_finger_meant() {
        let press = |letter, modifiers| Key::of(KeyEvent::new(KeyCode::Char(letter), modifiers));
        assert_eq!(press('h', KeyModifiers::CONTROL), Some(Key::plain(KeyCode::Backspace)));
        assert_eq!(press('đ', KeyModifiers::CONTROL | KeyModifiers::ALT), Some(Key::letter('đ')));
        assert_eq!(press('x', KeyModifiers::ALT), None);
    }
}
