//! The terminal, taken over and given back.

use std::io::{self, Stdout};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;

use crate::ui::Console;

/// A terminal in raw mode on its other screen. However the program ends, dropping this gives the terminal back.
pub(super) struct Session {
    terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Session {
    pub(super) fn open() -> io::Result<Self> {
        enable_raw_mode()?;
        // From here on an early return must give the terminal back.
        let restore = Restore;
        execute!(io::stdout(), EnterAlternateScreen)?;
        // The old Windows console does not know it; pastes are recognised by their speed there.
        let _ = execute!(io::stdout(), EnableBracketedPaste);
        let terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        std::mem::forget(restore);
        Ok(Self { terminal })
    }

    pub(super) fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    pub(super) fn draw(&mut self, console: &Console) -> io::Result<()> {
        self.terminal.draw(|frame| console.render(frame)).map(drop)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        drop(Restore);
    }
}

struct Restore;

impl Drop for Restore {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back. Nothing can be done about one that is gone.
pub(super) fn restore() {
    let _ = execute!(io::stdout(), DisableBracketedPaste);
    let _ = execute!(io::stdout(), LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}
