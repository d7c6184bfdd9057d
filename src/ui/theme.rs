//! How a meaning looks. Colour only ever repeats what a word or a mark already says.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    Bar,
    Plain,
    /// Text that stands out.
    Strong,
    /// Text that steps back.
    Faint,
    Heading,
    /// The row under the cursor, in the pane that has the keys.
    Selected,
    /// The row under the cursor, in the other pane.
    SelectedElsewhere,
    Key,
    /// Goes first.
    Priority,
    Called,
    Serving,
    Held,
    Good,
    Warning,
    Bad,
    /// Something the whole desk must know does not work.
    Alarm,
    /// Waits longer than the office allows.
    Late,
    /// Will soon wait longer than that.
    NearlyLate,
    Frame,
}

/// Styles for a terminal with or without colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    colours: bool,
}

impl Theme {
    /// A theme with the 16 colours every terminal and the old Windows console have.
    pub const COLOURS: Self = Self { colours: true };
    /// A theme without colours, as `NO_COLOR` asks for.
    pub const PLAIN: Self = Self { colours: false };

    pub fn style(self, meaning: Meaning) -> Style {
        let plain = Style::new();
        if !self.colours {
            return match meaning {
                Meaning::Bar | Meaning::Selected => plain.add_modifier(Modifier::REVERSED),
                Meaning::Alarm => plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
                Meaning::SelectedElsewhere => plain.add_modifier(Modifier::UNDERLINED),
                Meaning::Plain | Meaning::Faint | Meaning::Frame | Meaning::Held => plain,
                _ => plain.add_modifier(Modifier::BOLD),
            };
        }
        match meaning {
            Meaning::Bar => plain.fg(Color::White).bg(Color::Blue).add_modifier(Modifier::BOLD),
            Meaning::Plain => plain,
            Meaning::Strong => plain.add_modifier(Modifier::BOLD),
            Meaning::Faint | Meaning::Frame => plain.fg(Color::DarkGray),
            Meaning::Heading => plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            Meaning::Selected => plain.fg(Color::Black).bg(Color::Cyan),
            Meaning::SelectedElsewhere => plain.add_modifier(Modifier::UNDERLINED),
            Meaning::Priority => plain.fg(Color::Magenta).add_modifier(Modifier::BOLD),
            Meaning::Serving | Meaning::Good => plain.fg(Color::Green).add_modifier(Modifier::BOLD),
            Meaning::Held => plain.fg(Color::Blue),
            Meaning::Key | Meaning::Called | Meaning::Warning | Meaning::NearlyLate => {
                plain.fg(Color::Yellow).add_modifier(Modifier::BOLD)
            }
            Meaning::Bad | Meaning::Late => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            Meaning::Alarm => plain.fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
        }
    }
}
