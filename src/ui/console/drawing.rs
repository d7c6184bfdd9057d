//! The frame: the bar on top, the screen, the notice, the keys, and popups over it all.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

use super::{Console, Screen};
use crate::ui::context::Context;
use crate::ui::keymap::Action;
use crate::ui::theme::Meaning;
use crate::ui::{draw, footer};

/// Below this a screen cannot be read.
const SMALLEST: (u16, u16) = (60, 20);

/// How many lines a notice may take.
const MOST_NOTICE_LINES: usize = 5;

impl Console {
    /// Draws the state. Changes nothing and decides nothing.
    pub fn render(&self, frame: &mut Frame<'_>) {
        let area = frame.area();
        let ctx = self.context();
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            let words = ctx.lang.too_small(area.width, area.height);
            let mut column = draw::Column::new(frame.buffer_mut(), area);
            column.paragraph("", &words, ctx.style(Meaning::Warning));
            return;
        }
        let [bar, alarm, body, notice, keys] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(ctx.alarm_rows()),
            Constraint::Min(0),
            Constraint::Length(1),
            Constraint::Length(1),
        ])
        .areas(area);
        draw_bar(frame, bar, &ctx);
        draw_alarm(frame, alarm, &ctx);
        match &self.screen {
            Screen::Setup(form) => form.render(frame, body, &ctx),
            Screen::OpenShift(form) => form.render(frame, body, &ctx),
            Screen::Desk => self.desk_view.render(frame, body, &ctx),
            Screen::Tally(view) => view.render(frame, body, &ctx),
            Screen::Figures(view) => view.render(frame, body, &ctx),
            Screen::Statistics(view) => view.render(frame, body, &ctx),
            Screen::Journal(view) => view.render(frame, body, &ctx),
            Screen::Prints(view) => view.render(frame, body, &ctx),
            Screen::Printers(form) => form.render(frame, body, &ctx),
            Screen::CloseShift(form) => form.render(frame, body, &ctx),
            Screen::Settings(form) => form.render(frame, body, &ctx),
            Screen::Catalogue(view) => view.render(frame, body, &ctx),
        }
        let is_possible = |action: Action| match self.screen {
            Screen::Desk if self.popups.is_empty() => self.desk_view.is_possible(action, &self.model),
            Screen::CloseShift(ref form) if self.popups.is_empty() => form.is_possible(action),
            Screen::Prints(view) if self.popups.is_empty() && !view.is_possible(action, &self.prints) => {
                false
            }
            Screen::Printers(ref form)
                if self.popups.is_empty() && !form.is_possible(action, &self.prints.printers) =>
            {
                false
            }
            Screen::OpenShift(ref form) if self.popups.is_empty() && !form.is_possible(action) => false,
            Screen::Settings(ref form) if self.popups.is_empty() && !form.is_possible(action) => false,
            Screen::Catalogue(ref view) if self.popups.is_empty() => view.is_possible(action, &ctx),
            _ => match action {
                // It is what is shown.
                Action::Tally => !matches!(self.screen, Screen::Tally(_)),
                Action::Statistics => !matches!(self.screen, Screen::Statistics(_)),
                Action::Undo => self.model.undo.is_some(),
                Action::CloseShift => self.model.shift.is_some(),
                _ => true,
            },
        };
        footer::render(frame.buffer_mut(), keys, &ctx, self.place(), &is_possible);
        for popup in &self.popups {
            popup.render(frame, body, &ctx);
        }
        // A notice of several lines grows upwards: it must be read, also over a popup.
        self.draw_notice(frame, notice, &ctx);
    }

    fn draw_notice(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        if let Some(notice) = &self.notice {
            let (mark, sentence, meaning) =
                notice.show(ctx.lang, &|code| ctx.short(code), &ctx.model.reasons.own);
            // A path or a reason may be long, and its end says most: it grows upwards over the screen's last rows.
            let head = format!(" {mark} ");
            let room = usize::from(area.width).saturating_sub(draw::width(&head) + 1);
            let mut lines = draw::wrap(&sentence, room);
            lines.truncate(MOST_NOTICE_LINES);
            let extra = u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0).min(area.y);
            let area = Rect { y: area.y - extra, height: area.height + extra, ..area };
            let mut column = draw::Column::new(frame.buffer_mut(), area);
            column.paragraph(&head, &lines.join("\n"), ctx.style(meaning));
        }
    }
}

/// What does not work, on every screen: whoever comes to the desk must hear it before waiting for it.
fn draw_alarm(frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
    if area.height == 0 {
        return;
    }
    let whole = format!(" {}", ctx.lang.outages_now(&ctx.model.outages, ctx.model.day));
    let words = if draw::width(&whole) <= usize::from(area.width) {
        whole
    } else {
        format!(" {}", ctx.lang.outages_now_short(&ctx.model.outages))
    };
    draw::line(frame.buffer_mut(), area, 0, &words, ctx.style(Meaning::Alarm));
}

/// The office on the left; the station, the volunteer, the shift and the clock on the right.
fn draw_bar(frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
    let (lang, model) = (ctx.lang, ctx.model);
    let mut right = vec![lang.station_is(&model.station.to_string())];
    right.extend(model.me.map(|me| model.volunteer(me).to_owned()));
    right.extend(model.shift.as_ref().map(|shift| lang.shift_part(shift.part).to_owned()));
    right.push(lang.bar_clock(ctx.now));
    let mut right = format!(" {} ", right.join(" · "));
    if draw::width(&right) > usize::from(area.width) * 3 / 4 {
        right = format!(" {} · {} ", lang.station_is(&model.station.to_string()), lang.bar_clock(ctx.now));
    }
    let commune = model
        .office
        .as_ref()
        .and_then(|office| crate::domain::commune::of_code(&office.commune))
        .map_or("", |commune| commune.name);
    let left = bar_left(ctx, commune);
    let room = usize::from(area.width).saturating_sub(draw::width(&right));
    let words = format!("{}{right}", draw::pad(&left, room));
    draw::line(frame.buffer_mut(), area, 0, &words, ctx.style(Meaning::Bar));
}

/// The left of the bar: the office, and before it what waits at the printer until somebody has looked.
fn bar_left(ctx: &Context<'_>, commune: &str) -> String {
    let lang = ctx.lang;
    let (failed, waiting) = ctx.prints.unlooked();
    let mut words = Vec::new();
    if failed > 0 {
        words.push(lang.bar_failed(failed));
    } else if waiting > 0 {
        words.push(lang.bar_waiting(waiting));
    }
    words.push(lang.product().to_owned());
    if !commune.is_empty() {
        words.push(commune.to_owned());
    }
    format!(" {}", words.join(" · "))
}
