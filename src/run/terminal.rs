//! The terminal, taken over and given back.

use std::io::{self, Stdout};
use std::mem::ManuallyDrop;

use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;

use crate::ui::{Console, draw};

/// The flag of the kitty protocol by which a terminal tells when keys repeat and are let go.
#[cfg(unix)]
pub(super) const RELEASES: u32 = 2;

/// A terminal in raw mode on its other screen. However the program ends, dropping this gives the terminal back.
pub(super) struct Session {
    /// Never dropped: it would complain aloud on a terminal that is gone, and [`restore`] does the same.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<Stdout>>>,
    /// Whether something stands on the screen that no frame has drawn.
    is_covered: bool,
}

impl Session {
    pub(super) fn open() -> io::Result<Self> {
        // From here on an early return must give the terminal back.
        let restore = Restore;
        take()?;
        let terminal = fresh()?;
        std::mem::forget(restore);
        Ok(Self { terminal, is_covered: false })
    }

    pub(super) fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    pub(super) fn draw(&mut self, console: &Console) -> io::Result<()> {
        if std::mem::take(&mut self.is_covered) {
            self.forget()?;
        }
        self.terminal.draw(|frame| console.render(frame)).map(drop)
    }

    /// Writes a line over the row of notices, without a frame: the console is busy. It stands until the next frame.
    pub(super) fn cover(&mut self, words: &str) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.is_covered = true;
        let words = draw::pad(&format!(" [.] {words}"), usize::from(size.width));
        execute!(
            io::stdout(),
            cursor::MoveTo(0, size.height.saturating_sub(2)),
            SetAttribute(Attribute::Reverse),
            Print(words),
            SetAttribute(Attribute::Reset)
        )
    }

    /// Draws the next frame whole.
    fn forget(&mut self) -> io::Result<()> {
        execute!(io::stdout(), Clear(ClearType::All))?;
        self.terminal = fresh()?;
        Ok(())
    }

    /// Takes the terminal again, whatever somebody else did with it meanwhile. The next frame is drawn whole.
    #[cfg(unix)]
    pub(super) fn take_again(&mut self) -> io::Result<()> {
        // The mode to go back to is the one of now.
        disable_raw_mode()?;
        take()?;
        self.forget()
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

/// A terminal of whose screen nothing is known. It is not asked to clear itself: that would ask where the cursor is, and the
/// answer goes to the reader of keys.
fn fresh() -> io::Result<ManuallyDrop<Terminal<CrosstermBackend<Stdout>>>> {
    Terminal::new(CrosstermBackend::new(io::stdout())).map(ManuallyDrop::new)
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen)?;
    modes::set()
}

/// Gives the terminal back. Nothing can be done about one that is gone.
pub(super) fn restore() {
    modes::reset();
    let _ = execute!(io::stdout(), LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}

#[cfg(unix)]
mod modes {
    use std::io::{self, Write};

    use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, PopKeyboardEnhancementFlags};
    use crossterm::style::Print;
    use crossterm::{execute, queue};

    /// Cursor keys and number pad as they are without a mode of theirs, whatever the program before us left.
    const PLAIN_KEYS: &str = "\x1b[?1l\x1b>";

    /// All of the kitty protocol: plain sequences (1), repeats and releases (2), of Enter, Tab and Backspace, too, and so of
    /// letters (8), each with the letter that Shift makes of it (4) and the text that it types (16).
    const ALL_OF_KEYS: &str = "\x1b[>31u";

    /// Asks what of the keyboard's protocol the terminal has taken up.
    const WHICH_FLAGS: &str = "\x1b[?u";

    /// xterm makes another letter of a letter with Alt (Alt+x is ø), unless it is told to send Esc before it as others do. Its own
    /// way is saved, and given back.
    const ALT_APART: &str = "\x1b[?1036;1039s\x1b[?1036;1039h";
    const ALT_AS_BEFORE: &str = "\x1b[?1036;1039r";

    pub(super) fn set() -> io::Result<()> {
        let mut out = io::stdout();
        queue!(out, Print(PLAIN_KEYS), EnableBracketedPaste)?;
        if knows_private_sequences() {
            queue!(out, Print(ALT_APART), Print(ALL_OF_KEYS), Print(WHICH_FLAGS))?;
        }
        out.flush()
    }

    pub(super) fn reset() {
        if knows_private_sequences() {
            let _ = execute!(io::stdout(), PopKeyboardEnhancementFlags, Print(ALT_AS_BEFORE));
        }
        let _ = execute!(io::stdout(), DisableBracketedPaste);
    }

    /// Older Linux consoles write what they do not know on the screen.
    fn knows_private_sequences() -> bool {
        std::env::var_os("TERM").is_none_or(|name| name != "linux")
    }
}

#[cfg(windows)]
mod modes {
    use std::io;
    use std::sync::atomic::{AtomicU32, Ordering};

    use crossterm_winapi::{ConsoleMode, Handle};

    /// A click selects text, and the program stands still until a key ends that, which is lost.
    const QUICK_EDIT: u32 = 0x40;

    /// Says that the bit above is meant.
    const EXTENDED_FLAGS: u32 = 0x80;

    /// Whether a click selected text before.
    static BEFORE: AtomicU32 = AtomicU32::new(0);

    // Bracketed paste would switch off the terminal's own warning of several lines, and no bracket would arrive.
    pub(super) fn set() -> io::Result<()> {
        let console = ConsoleMode::from(Handle::current_in_handle()?);
        let mode = console.mode()?;
        BEFORE.store(mode & QUICK_EDIT, Ordering::Relaxed);
        console.set_mode((mode & !QUICK_EDIT) | EXTENDED_FLAGS)
    }

    pub(super) fn reset() {
        let Ok(console) = Handle::current_in_handle().map(ConsoleMode::from) else { return };
        if let Ok(mode) = console.mode() {
            let _ = console.set_mode(mode | EXTENDED_FLAGS | BEFORE.load(Ordering::Relaxed));
        }
    }
}
