//! The guidance slip of a visit: what is still to be brought, and when to come back.

use super::Console;
use crate::config::PrintSettings;
use crate::domain::queue::come_back::LET_BY;
use crate::domain::{Assist, Outcome, Part, Refusal, VisitId};
use crate::papers::guidance::{self, GuidanceSlip, Topic};
use crate::papers::printable;
use crate::papers::sheet::Sheet;
use crate::ui::notice::Notice;
use crate::ui::paper;
use crate::ui::popups::{Popup, Problem};
use crate::ui::prints::{Document, Page, PaperKind, Role};
use crate::ui::slip::slip_paper;

impl Console {
    /// Prints the guidance slip of a visit, ended or not.
    pub(super) fn print_slip(&mut self, id: VisitId) {
        let (visit, assists) = match self.desk.visit_with_assists(id) {
            Ok(Some(found)) => found,
            Ok(None) => return self.notice = Some(Notice::Refused(Refusal::VisitGone)),
            Err(error) => return self.fault(&error),
        };
        self.read_forms();
        let about = topics(&assists);
        let has: Vec<Vec<usize>> = about
            .iter()
            .map(|assist| assist.there(Part::Paper).into_iter().map(usize::from).collect())
            .collect();
        let entry = |assist: &&Assist| self.catalogue.get(&assist.procedure);
        let topics: Vec<Topic<'_>> = about
            .iter()
            .zip(&has)
            .filter_map(|(assist, has)| Some(Topic { procedure: entry(assist)?, has }))
            .collect();
        if topics.is_empty() {
            self.notice = Some(Notice::Refused(Refusal::NoNeed));
            return;
        }
        let lang = self.lang;
        let usual = lang.guide_unverified(lang.settings_hours_default());
        let hours = if self.model.hours.is_empty() { usual.as_str() } else { self.model.hours.as_str() };
        let office = self.model.office.clone().unwrap_or_default();
        let slip = GuidanceSlip {
            office: &office,
            ticket: Some(visit.ticket),
            topics: &topics,
            // One way for all of it: the last of the days that were agreed.
            come_back: about.iter().filter_map(|assist| assist.come_back).max(),
            lets_by: (visit.day == self.clock.now().day()).then_some(LET_BY),
            hours: Some(hours),
            given: self.clock.now(),
            version: concat!("motcua ", env!("CARGO_PKG_VERSION")),
        };
        let form = self.forms.guidance();
        let settings = &self.prints.settings;
        let has_slip_printer = !settings.slip.trim().is_empty();
        let size = if has_slip_printer { slip_paper(settings) } else { form.paper() };
        let sheet = guidance::sheet(&slip, form, lang, size);
        let stem = format!("guidance-{}-{}", visit.ticket, visit.day);
        match page(&sheet, settings, has_slip_printer, &stem) {
            Ok(page) => {
                self.send(page);
                self.notice = Some(Notice::PrintingSlip(visit.ticket));
            }
            Err(error) => {
                tracing::error!(%error, "the slip could not be drawn");
                self.popups.push(Popup::Problem(Problem::new(lang.paper_failed(&error.to_string()))));
            }
        }
    }
}

/// What the slip is about: what the party comes back for; else what is not done; else everything.
fn topics(assists: &[Assist]) -> Vec<&Assist> {
    let of = |is: &dyn Fn(Outcome) -> bool| -> Vec<&Assist> {
        assists.iter().filter(|assist| is(assist.outcome)).collect()
    };
    let is_owed = |outcome| matches!(outcome, Outcome::ComeBack | Outcome::Stuck(_));
    if assists.iter().any(|assist| assist.outcome == Outcome::ComeBack) {
        return of(&is_owed);
    }
    let undone = of(&|outcome| is_owed(outcome) || matches!(outcome, Outcome::Open | Outcome::Referred(_)));
    if undone.is_empty() { assists.iter().collect() } else { undone }
}

/// The slip for the printer of slips; without one it goes the way of other papers, on a sheet, once.
fn page(
    sheet: &Sheet,
    settings: &PrintSettings,
    has_slip_printer: bool,
    stem: &str,
) -> Result<Page, paper::DrawError> {
    let (role, document) = if has_slip_printer {
        (Role::Slip, paper::slip(sheet, settings)?)
    } else {
        (Role::Report, Document::Pdf(printable::document(sheet)?))
    };
    let extension = if matches!(document, Document::Pdf(_)) { "pdf" } else { "bin" };
    let once = PrintSettings { copies: 1, ..settings.clone() };
    Ok(Page {
        kind: PaperKind::Slip,
        role,
        title: format!("motcua-{stem}"),
        file_name: format!("{stem}.{extension}"),
        document,
        settings: (!has_slip_printer).then_some(once),
        about: None,
    })
}
