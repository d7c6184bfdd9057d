//! What a terminal sends, byte by byte, as keys and pastes.
//!
//! A terminal sends more than keys: answers to questions, reports of the mouse and of the focus, sequences of a newer kind,
//! half a sequence where a line was cut. All of that changes nothing here, and none of it may take the next key along. So
//! sequences are read by their grammar (ECMA-48, with what Linux, rxvt and kitty do besides) and not by a list of those that
//! are known; what does not fit ends the sequence and is read anew; and what has no end is given up by [`Reader::end`],
//! which whoever reads calls when [`Reader::patience`] has passed without a byte.

use std::time::Duration;

use crossterm::event::KeyCode;

use crate::ui::key::{Key, Motion, Stroke};

/// A sequence or paste that has no further byte within this time has no end.
const END: Duration = Duration::from_millis(100);

/// Esc by itself: the rest of a sequence comes with it or right after it.
const ESC_ALONE: Duration = Duration::from_millis(50);

/// Of a longer sequence, nothing is kept but that it goes on.
const LONGEST: usize = 64;

/// A paste of more than this is no name and no card; what comes after it is left away.
const LONGEST_PASTE: usize = 64 * 1024;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    Stroke(Stroke),
    /// A bracketed paste.
    Paste(String),
}

/// Where in the grammar the last byte ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    /// A letter of several bytes, and how many are missing.
    Letter {
        bytes: Vec<u8>,
        missing: usize,
        is_alt: bool,
    },
    /// After Esc, which came then; `twice` after two of them.
    Esc {
        at: Duration,
        twice: bool,
    },
    /// `ESC O`, with parameters.
    Single {
        parameters: Vec<u8>,
        is_alt: bool,
    },
    /// `ESC [`, with all but the last byte.
    Control {
        bytes: Vec<u8>,
        is_alt: bool,
    },
    /// `ESC [ [`: a function key of the Linux console.
    Linux,
    /// `ESC [ M`: so many bytes of an old report of the mouse are still to come.
    Mouse(u8),
    /// The answer to a question, until its end: `ESC ]`, `ESC P`, `ESC X`, `ESC ^`, `ESC _`.
    Answer {
        is_system: bool,
        is_ending: bool,
    },
    Paste(Vec<u8>),
}

/// Reads bytes.
#[derive(Debug, Default)]
pub(super) struct Reader {
    state: State,
    /// Whether the terminal said that it tells when keys repeat and are let go.
    tells_releases: bool,
    heard: Vec<Heard>,
}

impl Reader {
    /// Takes the bytes of one read, which came then, and says what was whole by the last of them.
    pub(super) fn read(&mut self, bytes: &[u8], at: Duration) -> Vec<Heard> {
        // Esc of an earlier read and a letter of this one are two keys.
        let mut is_first = true;
        for &byte in bytes {
            if is_first
                && matches!(self.state, State::Esc { .. })
                && !matches!(byte, b'[' | b'O' | b']' | b'P' | b'_')
            {
                self.give_up();
            }
            is_first = false;
            self.take(byte, at);
        }
        std::mem::take(&mut self.heard)
    }

    /// How long to wait for the next byte before [`Self::end`]; `None` when nothing has begun.
    pub(super) const fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Esc { .. } => Some(ESC_ALONE),
            _ => Some(END),
        }
    }

    /// Ends what has begun: no byte has followed for [`Self::patience`].
    pub(super) fn end(&mut self) -> Vec<Heard> {
        self.give_up();
        std::mem::take(&mut self.heard)
    }

    fn give_up(&mut self) {
        match std::mem::take(&mut self.state) {
            State::Esc { at, twice } => {
                for _ in 0..=u8::from(twice) {
                    self.stroke(Key::plain(KeyCode::Esc), at, self.pressed());
                }
            }
            State::Paste(bytes) => self.paste(&bytes),
            _ => {}
        }
    }

    fn take(&mut self, byte: u8, at: Duration) {
        match std::mem::take(&mut self.state) {
            State::Ground => self.ground(byte, at, false),
            State::Letter { mut bytes, missing, is_alt } => {
                if byte & 0xc0 != 0x80 {
                    // The letter was cut. What comes now is no part of it.
                    return self.take(byte, at);
                }
                bytes.push(byte);
                if missing > 1 {
                    self.state = State::Letter { bytes, missing: missing - 1, is_alt };
                } else if let (Ok(text), false) = (str::from_utf8(&bytes), is_alt) {
                    text.chars()
                        .filter(|letter| !letter.is_control())
                        .for_each(|letter| self.stroke(Key::letter(letter), at, Motion::Typed));
                }
            }
            State::Esc { at: before, twice } => self.after_esc(byte, at, before, twice),
            State::Single { mut parameters, is_alt } => match byte {
                b'0'..=b'9' | b';' if parameters.len() < LONGEST => {
                    parameters.push(byte);
                    self.state = State::Single { parameters, is_alt };
                }
                0x21..=0x7e => {
                    // rxvt's arrows with Ctrl.
                    let (last, held) = match byte {
                        b'a'..=b'd' => (byte.to_ascii_uppercase(), Held::CTRL),
                        _ => (byte, Held::of_parameter(numbers(&parameters).last().copied().flatten())),
                    };
                    if let (Some(key), false) = (single(last), is_alt) {
                        self.key(key, held, at);
                    }
                }
                _ => self.take(byte, at),
            },
            State::Control { bytes, is_alt } => self.control(byte, bytes, is_alt, at),
            State::Linux => match byte {
                b'A'..=b'E' => self.stroke(Key::f(byte - b'A' + 1), at, Motion::Typed),
                0x20..=0x7e => {}
                _ => self.take(byte, at),
            },
            State::Mouse(missing) => match byte {
                0x20.. if missing > 1 => self.state = State::Mouse(missing - 1),
                0x20.. => {}
                _ => self.take(byte, at),
            },
            State::Answer { is_system, is_ending } => match byte {
                // `ESC \` is the proper end; any other Esc begins something new.
                b'\\' if is_ending => {}
                _ if is_ending => {
                    self.state = State::Esc { at, twice: false };
                    self.take(byte, at);
                }
                BEL if is_system => {}
                // Cancelled.
                0x18 | 0x1a => {}
                _ => self.state = State::Answer { is_system, is_ending: byte == ESC },
            },
            State::Paste(mut bytes) => {
                bytes.push(byte);
                if let Some(text) = bytes.strip_suffix(PASTE_END) {
                    self.paste(text);
                } else {
                    if bytes.len() > LONGEST_PASTE + PASTE_END.len() {
                        // Only the end is still looked for.
                        bytes.drain(LONGEST_PASTE..=LONGEST_PASTE);
                    }
                    self.state = State::Paste(bytes);
                }
            }
        }
    }

    /// A byte that begins something.
    fn ground(&mut self, byte: u8, at: Duration, is_alt: bool) {
        let missing = match byte {
            0xc2..=0xdf => 1,
            0xe0..=0xef => 2,
            0xf0..=0xf4 => 3,
            _ => 0,
        };
        if missing > 0 {
            self.state = State::Letter { bytes: vec![byte], missing, is_alt };
            return;
        }
        if byte == ESC {
            self.state = State::Esc { at, twice: false };
            return;
        }
        let key = match byte {
            b'\r' => Key::ENTER,
            b'\t' => Key::plain(KeyCode::Tab),
            // Many keyboards and every input method of Windows send the one for the other.
            0x08 | 0x7f => Key::BACKSPACE,
            0x00 => Key::ctrl(' '),
            0x01..=0x1a => Key::ctrl(char::from(byte - 1 + b'a')),
            0x1c..=0x1f => Key::ctrl(char::from(byte - 0x1c + b'4')),
            0x20..=0x7e => Key::letter(char::from(byte)),
            _ => return,
        };
        if !is_alt {
            self.stroke(key, at, Motion::Typed);
        }
    }

    fn after_esc(&mut self, byte: u8, at: Duration, before: Duration, twice: bool) {
        let is_answer = matches!(byte, b']' | b'P' | b'X' | b'^' | b'_');
        if twice && !matches!(byte, b'[' | b'O') {
            // The first of two was a key by itself; `ESC ESC [ A` is an arrow with Alt in rxvt and PuTTY.
            self.stroke(Key::plain(KeyCode::Esc), before, self.pressed());
        }
        match byte {
            ESC => self.state = State::Esc { at, twice: true },
            b'[' => self.state = State::Control { bytes: Vec::new(), is_alt: twice },
            b'O' => self.state = State::Single { parameters: Vec::new(), is_alt: twice },
            _ if is_answer => self.state = State::Answer { is_system: byte == b']', is_ending: false },
            // Shift+Tab of the Linux console.
            b'\t' if !twice => {
                self.stroke(Key { shift: true, ..Key::plain(KeyCode::Tab) }, at, Motion::Typed);
            }
            // With Alt: no key of the table, and no letter either.
            _ => self.ground(byte, at, true),
        }
    }

    fn control(&mut self, byte: u8, mut bytes: Vec<u8>, is_alt: bool, at: Duration) {
        match byte {
            b'[' if bytes.is_empty() => self.state = State::Linux,
            b'M' if bytes.is_empty() => self.state = State::Mouse(3),
            // rxvt's keys with Shift end with what is no end elsewhere.
            b'$' if bytes.iter().all(u8::is_ascii_digit) && !bytes.is_empty() => {
                if let (Some(key), false) = (numbered(&bytes), is_alt) {
                    self.key(key, Held::SHIFT, at);
                }
            }
            0x20..=0x3f => {
                if bytes.len() < LONGEST {
                    bytes.push(byte);
                }
                self.state = State::Control { bytes, is_alt };
            }
            b'~' if bytes == b"200" => self.state = State::Paste(Vec::new()),
            0x40..=0x7e if is_alt => {}
            0x40..=0x7e => self.sequence(byte, &bytes, at),
            // It was cut. What comes now is no part of it.
            _ => self.take(byte, at),
        }
    }

    /// A whole control sequence.
    fn sequence(&mut self, last: u8, bytes: &[u8], at: Duration) {
        if let Some(flags) = bytes.strip_prefix(b"?") {
            if last == b'u' {
                // The kitty protocol: what the terminal has taken up of what it was asked for.
                let flags = numbers(flags).first().copied().flatten().unwrap_or(0);
                self.tells_releases = flags & super::terminal::RELEASES != 0;
            }
            return;
        }
        if !bytes.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b';' | b':')) {
            return;
        }
        let fields: Vec<&[u8]> = bytes.split(|byte| *byte == b';').collect();
        let first = fields.first().and_then(|field| number(field.split(|byte| *byte == b':').next()?));
        let second = fields.get(1).copied().unwrap_or_default();
        let held = Held::of_field(second);
        let is_bare = bytes.is_empty();
        match (last, fields.len()) {
            (b'A'..=b'D' | b'F' | b'H' | b'P' | b'Q' | b'S', 0..=2) => {
                if let Some(key) = single(last) {
                    self.key(key, held, at);
                }
            }
            (b'Z', _) => self.key(Key { shift: true, ..Key::plain(KeyCode::Tab) }, held, at),
            (b'a'..=b'd', _) if is_bare => {
                if let Some(key) = single(last.to_ascii_uppercase()) {
                    self.key(key, Held::SHIFT, at);
                }
            }
            (b'~' | b'^' | b'@', 0..=2) => {
                let held = match last {
                    b'^' => Held::CTRL,
                    b'@' => Held { shift: true, ..Held::CTRL },
                    _ => held,
                };
                if let Some(key) = first.and_then(by_number) {
                    self.key(key, held, at);
                }
            }
            // xterm's own way to tell of keys that have no sequence.
            (b'~', 3) if first == Some(27) => {
                if let Some(key) = number(fields[2]).and_then(by_code_point) {
                    self.key(key, held, at);
                }
            }
            (b'u', _) => self.kitty(&fields, held, at),
            // The place of the cursor (also Shift+F3 of xterm, which is the same), the focus, the mouse, what kind of
            // terminal it is, and whatever comes after us.
            _ => {}
        }
    }

    /// A key of the kitty protocol: `number:shifted:layout;modifiers:event;text`. What it types counts before its number, which
    /// is that of the key without Shift and 0 of an input method's words.
    fn kitty(&mut self, fields: &[&[u8]], held: Held, at: Duration) {
        let points = |field: usize| {
            let field = fields.get(field).copied().unwrap_or_default();
            field.split(|byte| *byte == b':').map(number).collect::<Vec<_>>()
        };
        let letter = |point: u32| char::from_u32(point).filter(|letter| !letter.is_control());
        let text: Vec<char> = points(2).into_iter().flatten().filter_map(letter).collect();
        let types = !held.ctrl && !held.is_other && held.motion != Motion::Released;
        if types && !text.is_empty() {
            let motion = if held.motion == Motion::Pressed { self.pressed() } else { held.motion };
            return text.into_iter().for_each(|letter| self.stroke(Key::letter(letter), at, motion));
        }
        let key = points(0);
        let shifted = key.get(1).copied().flatten().filter(|_| held.shift && !held.ctrl);
        if let Some(key) = shifted.or(key.first().copied().flatten()).and_then(by_code_point) {
            self.key(key, held, at);
        }
    }

    fn key(&mut self, key: Key, held: Held, at: Duration) {
        if held.is_other {
            return;
        }
        let motion = match held.motion {
            Motion::Pressed => self.pressed(),
            motion => motion,
        };
        let key = match key.code {
            // As every terminal has it that cannot say more.
            KeyCode::Enter | KeyCode::Esc | KeyCode::Backspace => key,
            KeyCode::Char('h') if held.ctrl => Key::BACKSPACE,
            KeyCode::Char('i') if held.ctrl => Key::plain(KeyCode::Tab),
            KeyCode::Char('m') if held.ctrl => Key::ENTER,
            KeyCode::Char(_) => Key { ctrl: held.ctrl, shift: false, ..key },
            _ => Key { ctrl: held.ctrl, shift: held.shift || key.shift, ..key },
        };
        self.stroke(key, at, motion);
    }

    /// What is known of a key that came with a sequence of its own.
    const fn pressed(&self) -> Motion {
        if self.tells_releases { Motion::Pressed } else { Motion::Typed }
    }

    fn stroke(&mut self, key: Key, at: Duration, motion: Motion) {
        self.heard.push(Heard::Stroke(Stroke { key, at, motion }));
    }

    fn paste(&mut self, bytes: &[u8]) {
        let bytes = &bytes[..bytes.len().min(LONGEST_PASTE)];
        // Terminals send a carriage return for each line.
        let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n");
        if !text.is_empty() {
            self.heard.push(Heard::Paste(text));
        }
    }
}

/// What was held beside a key, and how it moved.
#[derive(Clone, Copy, Debug)]
struct Held {
    shift: bool,
    ctrl: bool,
    /// Alt, Super and their like: no key of the table has them.
    is_other: bool,
    motion: Motion,
}

impl Held {
    const NOTHING: Self = Self { shift: false, ctrl: false, is_other: false, motion: Motion::Pressed };
    const SHIFT: Self = Self { shift: true, ..Self::NOTHING };
    const CTRL: Self = Self { ctrl: true, ..Self::NOTHING };

    /// The second parameter of a sequence: `modifiers:event`, both counted from one.
    fn of_field(field: &[u8]) -> Self {
        let mut parts = field.split(|byte| *byte == b':');
        let held = Self::of_parameter(parts.next().and_then(number));
        let motion = match parts.next().and_then(number) {
            Some(2) => Motion::Repeated,
            Some(3) => Motion::Released,
            _ => Motion::Pressed,
        };
        Self { motion, ..held }
    }

    fn of_parameter(parameter: Option<u32>) -> Self {
        let bits = parameter.unwrap_or(1).saturating_sub(1);
        // The locks of capitals and numbers, 64 and 128, hold nothing.
        Self { shift: bits & 1 != 0, ctrl: bits & 4 != 0, is_other: bits & 0b11_1010 != 0, ..Self::NOTHING }
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    str::from_utf8(digits).ok()?.parse().ok()
}

fn numbers(parameters: &[u8]) -> Vec<Option<u32>> {
    parameters.split(|byte| *byte == b';').map(number).collect()
}

/// The key of the last byte of `ESC O`, and of `ESC [` where that is the same.
const fn single(last: u8) -> Option<Key> {
    Some(Key::plain(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'R' => KeyCode::F(3),
        b'S' => KeyCode::F(4),
        // The number pad of a VT in its application mode.
        b'X' => KeyCode::Char('='),
        b'j' => KeyCode::Char('*'),
        b'k' => KeyCode::Char('+'),
        b'l' => KeyCode::Char(','),
        b'm' => KeyCode::Char('-'),
        b'n' => KeyCode::Char('.'),
        b'o' => KeyCode::Char('/'),
        _ => return None,
    }))
}

fn numbered(bytes: &[u8]) -> Option<Key> {
    number(bytes).and_then(by_number)
}

/// The key of `ESC [ number ~`.
fn by_number(number: u32) -> Option<Key> {
    Some(Key::plain(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(u8::try_from(number).ok()? - 10),
        17..=21 => KeyCode::F(u8::try_from(number).ok()? - 11),
        23 | 24 => KeyCode::F(u8::try_from(number).ok()? - 12),
        _ => return None,
    }))
}

/// The key of the kitty protocol's number.
fn by_code_point(number: u32) -> Option<Key> {
    Some(Key::plain(match number {
        9 => KeyCode::Tab,
        13 | 57_414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        57_399..=57_408 => KeyCode::Char(char::from_digit(number - 57_399, 10)?),
        57_409 => KeyCode::Char('.'),
        57_410 => KeyCode::Char('/'),
        57_411 => KeyCode::Char('*'),
        57_412 => KeyCode::Char('-'),
        57_413 => KeyCode::Char('+'),
        57_415 => KeyCode::Char('='),
        57_417 => KeyCode::Left,
        57_418 => KeyCode::Right,
        57_419 => KeyCode::Up,
        57_420 => KeyCode::Down,
        57_421 => KeyCode::PageUp,
        57_422 => KeyCode::PageDown,
        57_423 => KeyCode::Home,
        57_424 => KeyCode::End,
        57_425 => KeyCode::Insert,
        57_426 => KeyCode::Delete,
        // Keys of their own: locks, media, and those that are held beside others.
        0xe000..=0xf8ff => return None,
        _ => KeyCode::Char(char::from_u32(number).filter(|letter| !letter.is_control())?),
    }))
}

#[cfg(test)]
mod tests;
