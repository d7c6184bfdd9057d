//! Telling fingers from what only looks like them: a scanner types like a keyboard, and so does a paste in a terminal that
//! does not mark it, but faster than anybody.
//!
//! A state machine over keys and the time at which each came. Where a key would do something it is kept back for a moment:
//! a run of quick signs is given away whole and does nothing. In a field a run is text, as it comes; what turns out to be
//! a citizen card is taken back, and an Enter within a run accepts nothing. An input method is quick, too: what it
//! takes back and types anew in a field is text like any other, and a word that it gives in one piece is a word.

use std::time::Duration;

use crossterm::event::KeyCode;

use super::key::Key;
use crate::domain::card::Scan;

/// Between two signs of one run; the slowest scanners take 50 ms. As long is a sign kept back.
const BETWEEN_SIGNS: Duration = Duration::from_millis(60);

/// Quick fingers that roll over two or three keys are as fast, but not over four.
const BETWEEN_QUICK_SIGNS: Duration = Duration::from_millis(35);

/// As many quick signs in a row are no fingers.
const FEWEST_QUICK: usize = 4;

/// As many signs in a row are no fingers, even at the pace of a slow scanner.
const FEWEST: usize = 8;

/// Within a card: some scanners stop to encode a letter, and a busy PC delivers in parts.
const WITHIN_A_CARD: Duration = Duration::from_millis(500);

/// Within any other run.
const WITHIN_A_RUN: Duration = Duration::from_millis(150);

/// After the line break of a run: its second line may follow.
const AFTER_A_BREAK: Duration = Duration::from_millis(150);

/// The longest Vietnamese syllable, «nghiêng».
const LONGEST_SYLLABLE: usize = 7;

/// What comes of the keys, in this order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Heard {
    /// A key to be obeyed.
    Key(Key),
    /// What stands now may have to be put back: a run begins in a field.
    Begins,
    /// What stood before the run has to be put back: it is a card.
    TakeBack,
    /// A line break within a text that is pasted.
    Break,
    /// The Enter at the end of a run was left out.
    NoEnter,
    /// A run that is over, and did nothing.
    Run(Scan),
}

/// Signs that came one after the other.
struct Run {
    scan: Scan,
    last: Duration,
    widest: Duration,
    /// What fingers cannot do, or a card: its signs do nothing.
    is_taken: bool,
    /// It was given away; what still follows belongs to it.
    is_over: bool,
}

impl Run {
    fn begun(sign: char, at: Duration) -> Self {
        Self { scan: Scan::begun(sign), last: at, widest: Duration::ZERO, is_taken: false, is_over: false }
    }

    fn push(&mut self, sign: char, at: Duration) {
        self.widest = self.widest.max(at.saturating_sub(self.last));
        self.last = at;
        self.scan.push(sign);
    }

    /// Whether no finger is so quick.
    fn is_quick(&self, fewest: usize) -> bool {
        let signs = self.scan.signs();
        let is_so = signs >= FEWEST || (signs >= fewest && self.widest < BETWEEN_QUICK_SIGNS);
        is_so && !self.scan.is_one_key()
    }

    /// After how much silence it is over.
    fn patience(&self) -> Duration {
        match (self.is_taken, self.is_over) {
            (false, _) => BETWEEN_SIGNS,
            (true, true) => AFTER_A_BREAK,
            (true, false) if self.scan.digits() >= FEWEST => WITHIN_A_CARD,
            (true, false) => WITHIN_A_RUN,
        }
    }
}

/// What was heard so far.
#[derive(Default)]
pub(super) struct Ear {
    run: Option<Run>,
    /// Keys that are kept back, with nothing known of them yet.
    kept: Vec<Key>,
    /// A line break at the end of a run in a field, and when it came.
    line_break: Option<(Key, Duration)>,
}

impl Ear {
    /// How long until the silence after the last key says something.
    pub(super) fn patience(&self, now: Duration) -> Option<Duration> {
        let waits = |run: &&Run| run.is_taken || !self.kept.is_empty();
        let run = self.run.as_ref().filter(waits).map(|run| run.last + run.patience());
        let line_break = self.line_break.map(|(_, at)| at + BETWEEN_QUICK_SIGNS);
        run.into_iter().chain(line_break).min().map(|until| until.saturating_sub(now))
    }

    /// Nothing has come until now: what that says.
    pub(super) fn rest(&mut self, now: Duration) -> Vec<Heard> {
        let mut heard = Vec::new();
        if let Some((_, at)) = self.line_break
            && now.saturating_sub(at) >= BETWEEN_QUICK_SIGNS
        {
            self.line_break = None;
            self.run = None;
            heard.push(Heard::NoEnter);
        }
        if self.run.as_ref().is_some_and(|run| now.saturating_sub(run.last) >= run.patience()) {
            self.end_run(&mut heard);
        }
        heard
    }

    /// The run is over, with nothing after it.
    fn end_run(&mut self, heard: &mut Vec<Heard>) {
        let Some(run) = self.run.take() else { return };
        let is_given = run.scan.is_syllable(LONGEST_SYLLABLE) && !self.kept.is_empty();
        match (run.is_taken && !is_given, run.is_over) {
            (true, false) => heard.push(Heard::Run(run.scan)),
            (true, true) => {}
            (false, _) => heard.extend(self.kept.drain(..).map(Heard::Key)),
        }
        self.kept.clear();
    }

    /// Takes a key that was pressed at a time, where keys are text or are not. Asked after [`Self::rest`].
    pub(super) fn hear(&mut self, key: Key, at: Duration, takes_text: bool) -> Vec<Heard> {
        let is_break =
            matches!(key.code, KeyCode::Enter | KeyCode::Tab) && !key.shift || key == Key::ctrl('j');
        match key.text() {
            _ if self.run.as_ref().is_some_and(|run| run.is_taken) => self.follow(key, at, is_break),
            Some(sign) if takes_text => self.hear_text(key, sign, at),
            Some(sign) => self.hear_sign(key, sign, at),
            None if is_break => self.hear_break(key, at, takes_text),
            None => {
                let mut heard = Vec::new();
                heard.extend(self.line_break.take().map(|(key, _)| Heard::Key(key)));
                heard.extend(self.kept.drain(..).map(Heard::Key));
                match &mut self.run {
                    // An input method takes back what it rewrites.
                    Some(run) if key == Key::BACKSPACE => {
                        run.scan.pop();
                        run.last = at;
                    }
                    _ => self.run = None,
                }
                heard.push(Heard::Key(key));
                heard
            }
        }
    }

    /// A key within a run that is no text.
    fn follow(&mut self, key: Key, at: Duration, is_break: bool) -> Vec<Heard> {
        let mut heard = Vec::new();
        let Some(run) = &mut self.run else { return heard };
        let is_near = at.saturating_sub(run.last) < BETWEEN_SIGNS;
        match key.text() {
            _ if is_break || run.is_over => {
                self.kept.clear();
                if !run.is_over {
                    run.is_over = true;
                    heard.push(Heard::Run(run.scan.clone()));
                }
            }
            Some(sign) => {
                run.scan.push(sign);
                if run.scan.is_syllable(LONGEST_SYLLABLE) {
                    self.kept.push(key);
                } else {
                    self.kept.clear();
                }
            }
            None if key == Key::BACKSPACE => run.scan.pop(),
            None if is_near => {}
            // A hand again.
            None => {
                self.end_run(&mut heard);
                heard.push(Heard::Key(key));
                return heard;
            }
        }
        run.last = at;
        heard
    }

    /// A sign where signs do something.
    fn hear_sign(&mut self, key: Key, sign: char, at: Duration) -> Vec<Heard> {
        self.kept.push(key);
        let run = match &mut self.run {
            Some(run) => {
                run.push(sign, at);
                run
            }
            None => self.run.insert(Run::begun(sign, at)),
        };
        if run.is_quick(FEWEST_QUICK) {
            run.is_taken = true;
            if !run.scan.is_syllable(LONGEST_SYLLABLE) {
                self.kept.clear();
            }
        } else if run.scan.signs() >= FEWEST_QUICK && run.scan.is_one_key() {
            // One key that is held down.
            return self.kept.drain(..).map(Heard::Key).collect();
        }
        Vec::new()
    }

    /// A sign in a field.
    fn hear_text(&mut self, key: Key, sign: char, at: Duration) -> Vec<Heard> {
        let mut heard = Vec::new();
        if self.line_break.take().is_some() {
            heard.push(Heard::Break);
            if let Some(run) = &mut self.run {
                run.push('\n', at);
            }
        }
        if let Some(run) = &mut self.run {
            run.push(sign, at);
        } else {
            heard.push(Heard::Begins);
        }
        let run = self.run.get_or_insert_with(|| Run::begun(sign, at));
        if run.scan.signs() >= FEWEST && !run.scan.is_one_key() && run.scan.holds_a_card() {
            run.is_taken = true;
            heard.push(Heard::TakeBack);
        } else {
            heard.push(Heard::Key(key));
        }
        heard
    }

    /// Enter or Tab, alone or after signs.
    fn hear_break(&mut self, key: Key, at: Duration, takes_text: bool) -> Vec<Heard> {
        let mut heard = Vec::new();
        if self.line_break.is_some() {
            // The line feed after the carriage return, or an empty line.
            self.line_break = Some((key, at));
            return heard;
        }
        let fewest = if takes_text { FEWEST_QUICK } else { FEWEST_QUICK - 1 };
        let is_of_a_run = self
            .run
            .as_ref()
            .is_some_and(|run| run.is_quick(fewest) && at.saturating_sub(run.last) < BETWEEN_QUICK_SIGNS);
        match (is_of_a_run, takes_text) {
            (true, true) => self.line_break = Some((key, at)),
            (true, false) => {
                self.kept.clear();
                if let Some(run) = &mut self.run {
                    (run.is_taken, run.is_over, run.last) = (true, true, at);
                    heard.push(Heard::Run(run.scan.clone()));
                }
            }
            (false, _) => {
                heard.extend(self.kept.drain(..).map(Heard::Key));
                self.run = None;
                heard.push(Heard::Key(key));
            }
        }
        heard
    }
}

#[cfg(test)]
mod tests;
