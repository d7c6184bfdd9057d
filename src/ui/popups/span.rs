//! About a span: any range of days, and its difficulties and proposals in the desk's own words.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use crate::desk::Command;
use crate::domain::span::SpanFlaw;
use crate::domain::{Day, Remark, Span, input};
use crate::lang::Lang;
use crate::ui::context::Context;
use crate::ui::draw::{self, window};
use crate::ui::form::{Acted, Asked, Cell, Face, Form};
use crate::ui::key::Key;
use crate::ui::keymap::{Action, Place};
use crate::ui::request::{Request, ScreenId};
use crate::ui::theme::Meaning;
use crate::ui::view::{Answer, View};

/// The longest date that somebody types: `21 / 11 / 2026`.
const LONGEST: usize = 14;

/// A row of the popup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    From,
    Until,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    NoDate,
    /// The two days are no span.
    Span(SpanFlaw),
}

/// The popup. On yes it shows the same screen about the range.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    target: ScreenId,
    form: Form<End, Flaw>,
}

impl Range {
    /// A range for a screen, beginning with the days of the span that it shows.
    pub fn new(target: ScreenId, span: Span, today: Day, lang: Lang) -> Self {
        let cell = |day| Cell::proposal(LONGEST, &lang.date(day));
        let form = Form::new([(End::From, cell(span.from)), (End::Until, cell(span.until.min(today)))]);
        Self { target, form }
    }

    fn span(&self, today: Day) -> Result<Span, (End, Flaw)> {
        let day = |end| read(&self.form.value(end), today).ok_or((end, Flaw::NoDate));
        Span::range(day(End::From)?, day(End::Until)?, today).map_err(|flaw| (End::Until, Flaw::Span(flaw)))
    }

    /// The order of the two days is told below the second one, and no longer known when either changes.
    fn forget_flaw(&mut self) {
        self.form.find_flaw(End::Until, None);
    }
}

fn face(asked: &Asked<'_, End, Flaw>, lang: Lang) -> Face {
    let label = match asked.row {
        End::From => lang.range_from(),
        End::Until => lang.range_until(),
    };
    let flaw = asked.flaw.map(|flaw| match flaw {
        Flaw::NoDate => lang.flaw_date().to_owned(),
        Flaw::Span(flaw) => lang.span_flaw(*flaw).to_owned(),
    });
    Face { flaw, ..Face::new(label) }
}

impl View for Range {
    fn place(&self) -> Place {
        Place::Range
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match self.form.act(action, &|asked| face(&asked, ctx.lang)) {
            Acted::Save => match self.span(ctx.model.day) {
                Ok(span) => return Answer::Instead(Request::Go(self.target.of_span(span))),
                Err((end, flaw)) => self.form.point_out(end, flaw),
            },
            Acted::Back => return self.form.leave(),
            Acted::Not | Acted::Stay | Acted::Left(_) => {}
        }
        Answer::Stay
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        let is_taken = self.form.press(key, &|asked| face(&asked, ctx.lang));
        if is_taken {
            self.forget_flaw();
        }
        is_taken
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        self.form.paste(text, &|asked| face(&asked, ctx.lang));
        self.forget_flaw();
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        self.form.is_possible(action, &|asked| face(&asked, ctx.lang))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let inner = window(frame, area, ctx, lang.range_title(), 62, 11).inner(Margin::new(0, 1));
        let used = 1 + self.form.render(frame, inner, ctx, 0, &|asked| face(&asked, lang));
        let below = draw::below(inner, used).inner(Margin::new(2, 0));
        draw::Column::new(frame.buffer_mut(), below).paragraph(
            "",
            lang.range_hint(),
            ctx.style(Meaning::Faint),
        );
    }
}

/// A day as people write it here; without a year, this year's.
pub(super) fn read(text: &str, today: Day) -> Option<Day> {
    Day::as_written(text, Some(today.parts().2))
}

/// A row of the popup about a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Difficulties,
    Proposals,
}

/// The popup: two notes.
#[derive(Clone, Debug, PartialEq)]
pub struct RemarkForm {
    span: Span,
    kept: Remark,
    form: Form<Part>,
}

impl RemarkForm {
    /// What is saved about a span, to be gone on with.
    pub fn new(span: Span, remark: &Remark) -> Self {
        let cell = |text| Cell::note(input::NOTE_LENGTH, text);
        let rows =
            [(Part::Difficulties, cell(&remark.difficulties)), (Part::Proposals, cell(&remark.proposals))];
        Self { span, kept: remark.clone(), form: Form::new(rows) }
    }

    fn written(&self) -> Remark {
        let note = |part| input::note(&self.form.value(part));
        Remark { difficulties: note(Part::Difficulties), proposals: note(Part::Proposals) }
    }
}

fn part(asked: &Asked<'_, Part, ()>, lines: u16, lang: Lang) -> Face {
    let label = match asked.row {
        Part::Difficulties => lang.remark_difficulties(),
        Part::Proposals => lang.remark_proposals(),
    };
    Face { lines, ..Face::new(label) }
}

impl View for RemarkForm {
    fn place(&self) -> Place {
        Place::Remark
    }

    fn act(&mut self, action: Action, ctx: &Context<'_>) -> Answer {
        match self.form.act(action, &|asked| part(&asked, 0, ctx.lang)) {
            Acted::Save | Acted::Back if self.written() == self.kept => Answer::Close,
            Acted::Save => {
                let command = Command::KeepRemark { span: self.span, remark: self.written() };
                Answer::Then(Request::Run(command))
            }
            Acted::Back => self.form.leave(),
            Acted::Not | Acted::Stay | Acted::Left(_) => Answer::Stay,
        }
    }

    fn press(&mut self, key: Key, ctx: &Context<'_>) -> bool {
        self.form.press(key, &|asked| part(&asked, 0, ctx.lang))
    }

    fn paste(&mut self, text: &str, ctx: &Context<'_>) {
        self.form.paste(text, &|asked| part(&asked, 0, ctx.lang));
    }

    fn is_possible(&self, action: Action, ctx: &Context<'_>) -> bool {
        self.form.is_possible(action, &|asked| part(&asked, 0, ctx.lang))
    }

    fn render(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        let lang = ctx.lang;
        let title = lang.remark_title(&lang.span(self.span));
        let inner = window(frame, area, ctx, &title, 78, 24).inner(Margin::new(1, 0));
        draw::line(frame.buffer_mut(), inner, 0, lang.remark_hint(), ctx.style(Meaning::Faint));
        let body = draw::below(inner, 2);
        let lines = (body.height / 2).saturating_sub(1);
        self.form.render(frame, body, ctx, 0, &|asked| part(&asked, lines, lang));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let today: Day = "2026-11-21".parse().unwrap();
        for (text, day) in [
            ("21/11/2026", "2026-11-21"),
            (" 1-2-2026 ", "2026-02-01"),
            ("05112026", "2026-11-05"),
            ("5.3", "2026-03-05"),
            ("29/2/2028", "2028-02-29"),
        ] {
            assert_eq!(read(text, today), Some(day.parse().unwrap()), "{text}");
        }
        for text in ["", "hôm qua", "31/2/2026", "1/1/26", "2026-11-21", "1/2/3/4", "0/1/2026", "１/１/2026"]
        {
            assert_eq!(read(text, today), None, "{text}");
        }
    }
}
