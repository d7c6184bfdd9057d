//! What a screen or a popup is to the console: it takes actions and text, draws itself, and answers with what it wants done.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::context::Context;
use super::key::Key;
use super::keymap::{Action, Place};
use super::request::Request;

/// What becomes of a view after an action.
#[derive(Debug, PartialEq)]
pub(super) enum Answer {
    /// It stays as it is now.
    Stay,
    /// It goes.
    Close,
    /// It stays, whatever becomes of the request.
    Run(Request),
    /// It goes once the request went well; a refused one leaves it as it was, with all that was typed.
    Then(Request),
    /// It goes first, and the request takes its place.
    Instead(Request),
}

impl Answer {
    /// The request, while the view stays; without one, nothing.
    pub(super) fn of(request: Option<Request>) -> Self {
        request.map_or(Self::Stay, Self::Run)
    }
}

/// What a key would do to the row under the cursor, as far as a second press may do something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum RowDeed {
    /// There is no row, or it says nothing of the key.
    #[default]
    Nothing,
    /// Sets what is on or off; of a row of marks any one.
    Sets,
    /// Takes that back.
    TakesBack,
    /// Changes the row at this place in some other way.
    Changes(usize),
}

impl RowDeed {
    /// Of what is on or off.
    pub(super) const fn turning(is_on: bool) -> Self {
        if is_on { Self::TakesBack } else { Self::Sets }
    }
}

/// A screen or a popup. It reads the [`Context`] and changes itself; what is to be done it answers.
pub(super) trait View {
    /// Whose keys it has.
    fn place(&self) -> Place;

    /// What a key of the table does here.
    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer;

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>);

    /// Takes a key of text or editing; says whether it was one.
    fn press(&mut self, _key: Key, _ctx: &Context<'_>) -> bool {
        false
    }

    /// What a key would do to the row under the cursor.
    fn row_deed(&self, _action: Action, _ctx: &Context<'_>) -> RowDeed {
        RowDeed::Nothing
    }

    /// What was begun on a row and belongs to the file before another key is obeyed.
    fn unfinished(&mut self, _ctx: &Context<'_>) -> Option<Request> {
        None
    }

    /// What a key is called now, where the word alone does not say enough.
    fn label(&self, _action: Action, _ctx: &Context<'_>) -> Option<String> {
        None
    }

    /// Whose number stands beside a key.
    fn named(&self, _action: Action, _ctx: &Context<'_>) -> Option<String> {
        None
    }

    /// What stands over it: whom its keys are about, for help that covers it.
    fn title(&self, _ctx: &Context<'_>) -> Option<String> {
        None
    }

    /// What is being typed where a number may be meant that somebody reads off a slip.
    fn number_typed(&self) -> Option<&str> {
        None
    }

    /// Takes a text that came at once.
    fn paste(&mut self, _text: &str, _ctx: &Context<'_>) {}

    /// Brings itself in step with what was read anew.
    fn settle(&mut self, _ctx: &Context<'_>) {}

    /// Whether a key would do something now: only then footer and help show it.
    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        ctx.is_possible(action)
    }
}

/// Declares a closed list of views, each in a box, and the one way to reach what is in it.
macro_rules! views {
    ($(#[$doc:meta])* enum $name:ident { $($variant:ident($view:ty)),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub(in crate::ui) enum $name { $($variant(Box<$view>)),+ }

        impl $name {
            pub(in crate::ui) fn view(&self) -> &dyn $crate::ui::view::View {
                match self { $(Self::$variant(view) => &**view),+ }
            }

            pub(in crate::ui) fn view_mut(&mut self) -> &mut dyn $crate::ui::view::View {
                match self { $(Self::$variant(view) => &mut **view),+ }
            }
        }

        $(impl From<$view> for $name {
            fn from(view: $view) -> Self {
                Self::$variant(Box::new(view))
            }
        })+
    };
}

pub(super) use views;
