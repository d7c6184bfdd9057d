//! What is put on top of the screen.

use super::Console;
use crate::ui::context::Effect;
use crate::ui::handed;
use crate::ui::popups::{
    Choice, ComeBack, CommandLine, Ending, EntryForm, Find, Guide, Handbook, ImportFile, Intake, ItemForm,
    NewPin, NoteForm, Outages, Popup, Range, RemarkForm, StationForm, Today, VolunteerForm, WhoAsks, Why,
};
use crate::ui::request::{ChoiceKind, Opening};

impl Console {
    /// Puts something on top of the screen. What it is about may be gone by now: then nothing is put there.
    pub(super) fn open(&mut self, opening: Opening) {
        let place = self.place();
        if let Opening::Choice(ChoiceKind::ReprintAt(_)) = opening {
            self.ask(Effect::AskPrinters);
        }
        let known = self.known_volunteer(&opening);
        let ctx = self.world.context(place);
        let card = |visit| ctx.model.card(visit);
        let popup: Option<Popup> = match opening {
            Opening::Intake => Some(Intake::new().into()),
            Opening::Find => Some(Find::default().into()),
            Opening::Promised => Some(Find::of(ctx.lang.promised_today()).into()),
            Opening::Line => Some(CommandLine::new(place, self.history.clone()).into()),
            Opening::Choice(kind) => Some(Choice::new(kind, &ctx).into()),
            Opening::WhoAsks(visit) => card(visit).map(|card| WhoAsks::new(card).into()),
            Opening::Note(visit) => card(visit).map(|card| NoteForm::new(card).into()),
            Opening::Why(visit) => Some(Why::new(visit).into()),
            Opening::ComeBack(what) => ComeBack::new(what, &ctx).map(Into::into),
            Opening::Guide(visit, assist) => Some(Guide::new(visit, assist).into()),
            Opening::Today => Some(Today::new(&ctx).into()),
            Opening::Outages => Some(Outages::new(&ctx.model.outages).into()),
            Opening::Remark(span, remark) => Some(RemarkForm::new(span, &remark).into()),
            Opening::Range(target, span) => Some(Range::new(target, span, ctx.model.day, ctx.lang).into()),
            Opening::Handbook(code) => Some(Handbook::new(code).into()),
            Opening::Entry(None) => Some(EntryForm::add(&ctx).into()),
            Opening::Entry(Some(code)) => {
                ctx.catalogue.get(&code).map(|entry| EntryForm::change(entry).into())
            }
            Opening::Ending(code) => Some(Ending::new(code, &ctx).into()),
            // Gone by now, or not to be read.
            Opening::Volunteer(Some(_)) if known.is_none() => None,
            Opening::Volunteer(_) => Some(VolunteerForm::new(known).into()),
            Opening::Station(number) => Some(StationForm::new(number, &ctx.model.stations).into()),
            Opening::Item(None) => Some(ItemForm::new(None, ctx.lang).into()),
            Opening::Item(Some(id)) => handed::of(ctx.items, id)
                .map(|(handed, _)| ItemForm::new(Some(&handed.item), ctx.lang).into()),
            Opening::NewPin => Some(NewPin::new().into()),
            Opening::ImportFile => Some(ImportFile::new().into()),
        };
        if let Some(popup) = popup {
            self.stack.push(popup);
        }
    }
}
