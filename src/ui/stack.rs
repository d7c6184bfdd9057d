//! What stands on top of what: the desk at the bottom, screens over it, popups over those. The last one has the keys.

use super::popups::Popup;
use super::screens::Screen;
use super::screens::desk::DeskView;
use super::view::View;

/// A view as long as it is on the stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LayerId(u64);

/// A screen covers what is below it, a popup stands over it.
#[derive(Clone, Debug)]
pub(super) enum Layer {
    Screen(Screen),
    Popup(Popup),
}

impl Layer {
    fn view(&self) -> &dyn View {
        match self {
            Self::Screen(screen) => screen.view(),
            Self::Popup(popup) => popup.view(),
        }
    }

    fn view_mut(&mut self) -> &mut dyn View {
        match self {
            Self::Screen(screen) => screen.view_mut(),
            Self::Popup(popup) => popup.view_mut(),
        }
    }
}

#[derive(Clone, Debug)]
struct Held {
    id: LayerId,
    layer: Layer,
    /// What asked this question: it goes with a yes.
    asker: Option<LayerId>,
}

/// The stack. It is never empty: the desk's own state outlives a look at another screen.
#[derive(Clone, Debug)]
pub(super) struct Stack {
    bottom: Screen,
    above: Vec<Held>,
    next: u64,
}

const BOTTOM: LayerId = LayerId(0);

impl Stack {
    pub(super) fn new() -> Self {
        Self { bottom: DeskView::default().into(), above: Vec::new(), next: 1 }
    }

    /// What has the keys.
    pub(super) fn top(&self) -> &dyn View {
        self.above.last().map_or_else(|| self.bottom.view(), |held| held.layer.view())
    }

    pub(super) fn top_mut(&mut self) -> &mut dyn View {
        match self.above.last_mut() {
            Some(held) => held.layer.view_mut(),
            None => self.bottom.view_mut(),
        }
    }

    pub(super) fn top_id(&self) -> LayerId {
        self.above.last().map_or(BOTTOM, |held| held.id)
    }

    /// The screen that is shown.
    pub(super) fn screen(&self) -> &Screen {
        let shown = self.above.iter().rev().find_map(|held| match &held.layer {
            Layer::Screen(screen) => Some(screen),
            Layer::Popup(_) => None,
        });
        shown.unwrap_or(&self.bottom)
    }

    pub(super) fn screen_mut(&mut self) -> &mut Screen {
        let shown = self.above.iter_mut().rev().find_map(|held| match &mut held.layer {
            Layer::Screen(screen) => Some(screen),
            Layer::Popup(_) => None,
        });
        shown.unwrap_or(&mut self.bottom)
    }

    /// The desk below everything.
    pub(super) fn desk_mut(&mut self) -> Option<&mut DeskView> {
        match &mut self.bottom {
            Screen::Desk(desk) => Some(desk),
            _ => None,
        }
    }

    /// The popups over the screen, from below.
    pub(super) fn popups(&self) -> impl DoubleEndedIterator<Item = &Popup> {
        self.above.iter().filter_map(|held| match &held.layer {
            Layer::Popup(popup) => Some(popup),
            Layer::Screen(_) => None,
        })
    }

    pub(super) fn popups_mut(&mut self) -> impl Iterator<Item = &mut Popup> {
        self.above.iter_mut().filter_map(|held| match &mut held.layer {
            Layer::Popup(popup) => Some(popup),
            Layer::Screen(_) => None,
        })
    }

    pub(super) fn has_popup(&self) -> bool {
        self.top_popup().is_some()
    }

    /// The popup that has the keys.
    pub(super) fn top_popup(&self) -> Option<&Popup> {
        match &self.above.last()?.layer {
            Layer::Popup(popup) => Some(popup),
            Layer::Screen(_) => None,
        }
    }

    pub(super) fn top_popup_mut(&mut self) -> Option<&mut Popup> {
        match &mut self.above.last_mut()?.layer {
            Layer::Popup(popup) => Some(popup),
            Layer::Screen(_) => None,
        }
    }

    pub(super) fn push(&mut self, popup: impl Into<Popup>) {
        let at = self.above.len();
        self.insert(at, Layer::Popup(popup.into()));
    }

    /// Shows a screen. One of the same kind makes room for it with all that stood over it; popups stay on top.
    pub(super) fn show(&mut self, screen: Screen) {
        let kind = std::mem::discriminant(&screen);
        let is_kind =
            |held: &Held| matches!(&held.layer, Layer::Screen(one) if std::mem::discriminant(one) == kind);
        if let Some(first) = self.above.iter().position(is_kind) {
            let mut at = 0;
            self.above.retain(|held| {
                let goes = at >= first && matches!(held.layer, Layer::Screen(_));
                at += 1;
                !goes
            });
        }
        let is_screen = |held: &Held| matches!(held.layer, Layer::Screen(_));
        let at = self.above.iter().rposition(is_screen).map_or(0, |last| last + 1);
        self.insert(at, Layer::Screen(screen));
    }

    /// Shows a screen over the desk, and no other.
    pub(super) fn show_alone(&mut self, screen: Screen) {
        self.show_desk();
        self.show(screen);
    }

    pub(super) fn show_desk(&mut self) {
        self.above.retain(|held| matches!(held.layer, Layer::Popup(_)));
    }

    fn insert(&mut self, at: usize, layer: Layer) {
        let id = LayerId(self.next);
        self.next += 1;
        self.above.insert(at, Held { id, layer, asker: None });
    }

    /// Says on whose behalf the view on top asks.
    pub(super) fn asked_by(&mut self, asker: Option<LayerId>) {
        if let Some(held) = self.above.last_mut() {
            held.asker = asker;
        }
    }

    /// Who asked what this view asks.
    pub(super) fn asker(&self, id: LayerId) -> Option<LayerId> {
        self.above.iter().find(|held| held.id == id)?.asker
    }

    /// Takes a view away. One that is gone already is no fault: what it asked for may have led elsewhere.
    /// Says whether a screen went: then what it covered is shown.
    pub(super) fn close(&mut self, id: LayerId) -> bool {
        let Some(at) = self.above.iter().position(|held| held.id == id) else { return false };
        matches!(self.above.remove(at).layer, Layer::Screen(_))
    }

    /// Takes a view away after a yes, with what had asked. Says whether a screen went.
    pub(super) fn close_with_asker(&mut self, id: LayerId) -> bool {
        let (mut next, mut has_screen) = (Some(id), false);
        while let Some(id) = next {
            next = self.asker(id);
            has_screen |= self.close(id);
        }
        has_screen
    }

    /// Takes the lock off a station.
    pub(super) fn drop_locks(&mut self) {
        self.above.retain(|held| !matches!(held.layer, Layer::Popup(Popup::Lock(_))));
    }

    pub(super) fn drop_popups(&mut self) {
        self.above.retain(|held| matches!(held.layer, Layer::Screen(_)));
    }

    /// What has the keys, as it stands, to be put back.
    pub(super) fn standing(&self) -> Layer {
        self.above.last().map_or_else(|| Layer::Screen(self.bottom.clone()), |held| held.layer.clone())
    }

    /// Puts back what had the keys.
    pub(super) fn put_back(&mut self, layer: Layer) {
        match (self.above.last_mut(), layer) {
            (Some(held), layer) => held.layer = layer,
            (None, Layer::Screen(screen)) => self.bottom = screen,
            (None, Layer::Popup(_)) => {}
        }
    }
}
