//! The tally of a span, as the paper has it, to scroll through.

use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{paper_text, span_bar};
use crate::domain::Report;
use crate::domain::{Span, SpanKind};
use crate::lang::Lang;
use crate::papers::forms::{Forms, STATISTICS, TALLY, usual_for};
use crate::papers::sheet::Sheet;
use crate::ui::context::Context;
use crate::ui::keymap::{Action, Place};
use crate::ui::paper;
use crate::ui::request::{Opening, Request, ScreenId};
use crate::ui::spans::SpanChoice;
use crate::ui::view::{Answer, View};

#[derive(Clone, Debug)]
pub struct TallyView {
    choice: SpanChoice,
    /// The figures and their paper; none while they are counted.
    shown: Option<Shown>,
    /// The form that was asked for; without one, the usual one of the span.
    form: Option<&'static str>,
    first: usize,
}

/// The paper, laid out once a language: fitting it to a page takes longer than a key may.
#[derive(Clone, Debug)]
struct Shown {
    report: Rc<Report>,
    sheet: Sheet,
    form: &'static str,
    lang: Lang,
}

impl Shown {
    fn new(report: Rc<Report>, form: &'static str, ctx: &Context<'_>) -> Self {
        let drawn = paper::form(ctx.forms, form);
        Self { sheet: paper::sheet(&report, &drawn, ctx.lang), report, form, lang: ctx.lang }
    }
}

impl TallyView {
    /// The tally of a span in a form; it shows its figures once it is given them.
    pub(in crate::ui) fn new(choice: SpanChoice, form: Option<&'static str>) -> Self {
        Self { choice, shown: None, form, first: 0 }
    }

    pub(in crate::ui) fn form_asked(&self) -> Option<&'static str> {
        self.form
    }

    /// The form in which the span is shown.
    pub(in crate::ui) fn form(&self) -> &'static str {
        self.form.unwrap_or(usual_for(self.span()))
    }

    pub fn span(&self) -> Span {
        self.choice.span()
    }

    /// Takes the numbers counted anew, and stays where the reader was.
    pub(in crate::ui) fn refresh(&mut self, report: &Rc<Report>, ctx: &Context<'_>) {
        self.choice.set(report.tally.span);
        let is_shown = self.shown.as_ref().is_some_and(|shown| {
            shown.report.tally == report.tally
                && shown.report.remark == report.remark
                && shown.form == self.form()
                && shown.lang == ctx.lang
        });
        if !is_shown {
            self.shown = Some(Shown::new(Rc::clone(report), self.form(), ctx));
        }
    }

    /// The same figures on the paper after or before this one.
    fn turn_form(&mut self, back: bool, ctx: &Context<'_>) {
        let names: Vec<&'static str> = Forms::of_spans().collect();
        let at = names.iter().position(|name| *name == self.form()).unwrap_or(0);
        let by = if back { names.len() - 1 } else { 1 };
        self.form = names.get((at + by) % names.len()).copied();
        self.first = 0;
        if let Some(shown) = self.shown.take() {
            self.shown = Some(Shown::new(shown.report, self.form(), ctx));
        }
    }
}

impl View for TallyView {
    fn place(&self) -> Place {
        Place::Tally
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        if let Some(requests) = span_bar::act(ScreenId::Tally(self.span()), &self.choice, action, ctx) {
            return requests;
        }
        // The span has a row of its own.
        let rows = ctx.rows().saturating_sub(1);
        let sheet = self.shown.as_ref().map(|shown| &shown.sheet);
        if let Some(first) = paper_text::scroll(sheet, self.first, action, rows, ctx) {
            self.first = first;
            return Answer::Stay;
        }
        match action {
            Action::Figures => Answer::Run(Request::Go(ScreenId::Figures(self.span()))),
            Action::Print => Answer::Run(Request::Print(self.span())),
            Action::KeepFiles => Answer::Run(Request::KeepFiles(self.span())),
            Action::NextForm | Action::PreviousForm => {
                self.turn_form(action == Action::PreviousForm, ctx);
                Answer::Stay
            }
            Action::Remark => {
                let Some(shown) = &self.shown else { return Answer::Stay };
                let remark = shown.report.remark.clone();
                Answer::Run(Request::Open(Opening::Remark(self.span(), remark)))
            }
            Action::Back | Action::Tally => Answer::Close,
            _ => Answer::Stay,
        }
    }

    fn label(&self, action: Action, ctx: &Context<'_>) -> Option<String> {
        let lang = ctx.lang;
        let words = match (self.form(), self.span().kind) {
            (TALLY, SpanKind::Day) => lang.key_print_day(),
            (TALLY | STATISTICS, _) => lang.key_print_period(),
            _ => lang.key_print_report(),
        };
        (action == Action::Print).then(|| words.to_owned())
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let area = span_bar::render(frame, area, ctx, &self.choice);
        match &self.shown {
            Some(shown) => paper_text::render(frame, area, ctx, &shown.sheet, self.first),
            None => span_bar::render_counting(frame, area, ctx),
        }
    }
}
