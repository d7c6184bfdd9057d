//! The frame: the bar on top, the screen, the notice, the keys, and popups over it all.

use std::slice;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect, Size};

use super::Console;
use crate::domain::commune;
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::keymap::{self, Action, Place};
use crate::ui::theme::Meaning;
use crate::ui::view::View;

/// Below this a screen cannot be read.
const SMALLEST: (u16, u16) = (60, 20);

/// Whether nothing of the console can be shown in a window of that size.
pub(super) const fn is_too_small(size: Size) -> bool {
    size.width < SMALLEST.0 || size.height < SMALLEST.1
}

const MOST_NOTICE_LINES: usize = 5;

impl Console {
    /// Draws the state. Changes nothing and decides nothing.
    pub fn render(&self, frame: &mut Frame<'_>) {
        let area = frame.area();
        let ctx = self.world.context(self.place());
        if is_too_small(area.as_size()) {
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
        draw_bar(frame, bar, &ctx, self.is_covered());
        draw_alarm(frame, alarm, &ctx);
        self.stack.screen().view().render(frame, body, &ctx);
        let top = self.stack.top();
        draw_keys(frame.buffer_mut(), keys, &ctx, self.place(), top);
        for popup in self.stack.popups() {
            popup.view().render(frame, body, &ctx);
        }
        // A notice of several lines grows upwards: it must be read, also over a popup.
        self.draw_notice(frame, notice, &ctx);
    }

    fn draw_notice(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
        if let Some(notice) = &self.notice {
            let (mark, sentence, meaning) = notice.show(ctx.lang, ctx);
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

/// What does not work, on every screen: visitors must hear it before they wait for it.
fn draw_alarm(frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>) {
    if area.height == 0 {
        return;
    }
    let (lang, model) = (ctx.lang, ctx.model);
    let outages = (!model.outages.is_empty())
        .then(|| (lang.outages_now(&model.outages, model.day), lang.outages_now_short(&model.outages)));
    // The most urgent one stands first, with as much of the others as there is room for.
    let clock = lang.clock_alarm(&ctx.reading, model.differs);
    let mut alarms = [lang.file_alarm(ctx.file), clock, outages].into_iter().flatten();
    let Some((whole, short)) = alarms.next() else { return };
    let others: Vec<String> = alarms.map(|(_, short)| short).collect();
    let with = |first: &String, others: &[String]| [slice::from_ref(first), others].concat().join(" · ");
    let mut ways = vec![with(&whole, &others), with(&short, &others)];
    if !others.is_empty() {
        let outages = model.outages.len();
        let more = if outages == 0 { others.len() } else { others.len() - 1 + outages };
        ways.extend([with(&short, &[lang.and_more(more)]), short]);
    }
    let fits = ways.iter().find(|words| draw::width(words) < usize::from(area.width));
    let words = format!(" {}", fits.or(ways.last()).map_or("", String::as_str));
    draw::line(frame.buffer_mut(), area, 0, &words, ctx.style(Meaning::Alarm));
}

/// The office on the left; the station, the volunteer, who is not named on a covered screen, the shift and the clock on the right. What waits at the printer, and
/// that numbers are stopped, stands whole: the right gives up the date for it, then the names.
fn draw_bar(frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, is_covered: bool) {
    let (lang, model) = (ctx.lang, ctx.model);
    let mut station = lang.station_is(&model.station.to_string());
    if model.stations.is_closed(model.station) {
        station = format!("{station} ({})", lang.station_is_closed());
    }
    let me = model.me.filter(|_| !is_covered).map(|me| model.volunteer(me).to_owned());
    let shift = model.shift.as_ref().map(|shift| lang.shift_part(shift.part).to_owned());
    let named = |clock: String| {
        [Some(station.clone()), me.clone(), shift.clone(), Some(clock)].into_iter().flatten().collect()
    };
    let choices: [Vec<String>; 3] = [
        named(lang.bar_clock(ctx.now)),
        named(lang.clock(ctx.now)),
        vec![station.clone(), lang.bar_clock(ctx.now)],
    ];
    let mut choices = choices.map(|words| format!(" {} ", words.join(" · "))).into_iter();
    let must: Vec<String> = bar_must(ctx).collect();
    let must = if must.is_empty() { lang.product().to_owned() } else { must.join(" · ") };
    let room = usize::from(area.width).saturating_sub(draw::width(&must) + 1);
    let last = choices.next_back().unwrap_or_default();
    let right = choices.find(|words| draw::width(words) <= room).unwrap_or(last);
    let room = usize::from(area.width).saturating_sub(draw::width(&right));
    let words = format!("{}{right}", draw::pad(&bar_left(ctx, room), room));
    draw::line(frame.buffer_mut(), area, 0, &words, ctx.style(Meaning::Bar));
}

/// What waits at the printer until somebody has looked.
fn bar_printer(ctx: &Context<'_>) -> Option<String> {
    match ctx.prints.unlooked() {
        (0, 0) => None,
        (0, waiting) => Some(ctx.lang.bar_waiting(waiting)),
        (failed, _) => Some(ctx.lang.bar_failed(failed)),
    }
}

/// Since when no numbers are given.
fn bar_stopped(ctx: &Context<'_>) -> Option<String> {
    let since = ctx.model.shift.as_ref()?.stopped?;
    Some(ctx.lang.bar_stopped(&ctx.lang.clock(since)))
}

/// What of the last handover nobody has taken.
fn bar_handover(ctx: &Context<'_>) -> Option<String> {
    let pending = ctx.model.handover.filter(|_| ctx.model.shift.is_some())?;
    Some(ctx.lang.bar_untaken(pending.untaken))
}

/// What stands on the bar whatever its room.
fn bar_must(ctx: &Context<'_>) -> impl Iterator<Item = String> {
    let leads = ctx.leads.then(|| ctx.lang.pin_here().to_owned());
    leads.into_iter().chain(bar_stopped(ctx)).chain(bar_printer(ctx)).chain(bar_handover(ctx))
}

/// The left of the bar: no numbers, the printer, the product and the office, as many of them as the room has columns for.
fn bar_left(ctx: &Context<'_>, room: usize) -> String {
    let commune = ctx.model.office.as_ref().and_then(|office| commune::of_code(&office.commune));
    let words = bar_must(ctx)
        .chain([ctx.lang.product().to_owned()])
        .chain(commune.map(|commune| commune.name.to_owned()));
    let mut left = String::new();
    for words in words {
        let longer = if left.is_empty() { format!(" {words}") } else { format!("{left} · {words}") };
        if draw::width(&longer) > room {
            break;
        }
        left = longer;
    }
    left
}

/// The keys at the bottom: those that would do something now, the plain one first, as many as fit.
fn draw_keys(buffer: &mut Buffer, area: Rect, ctx: &Context<'_>, place: Place, top: &dyn View) {
    let mut rows: Vec<_> = keymap::rows(place)
        .filter(|row| row.footer.is_some() && !row.keys.is_empty() && top.is_possible(row.action, ctx))
        .collect();
    rows.sort_by_key(|row| row.footer);
    // Help stays in sight, however many keys there are.
    let help = rows.iter().position(|row| row.action == Action::Help).map(|at| rows.remove(at));
    let words = |row: &keymap::Binding| {
        let label = top.label(row.action, ctx).unwrap_or_else(|| ctx.lang.action(row.action).to_owned());
        (row.keys[0].name(), label)
    };
    let width = |row: &keymap::Binding| {
        let (key, label) = words(row);
        draw::width(&key) + draw::width(&label) + 3
    };
    let mut room = usize::from(area.width).saturating_sub(help.map_or(0, width));
    let mut shown = Vec::new();
    for row in rows {
        let needed = width(row);
        if needed <= room {
            room -= needed;
            shown.push(row);
        }
    }
    shown.extend(help);
    let mut pieces = Vec::new();
    for row in shown {
        let (key, label) = words(row);
        pieces.push((format!(" {key}"), ctx.style(Meaning::Key)));
        pieces.push((format!(" {label} "), ctx.style(Meaning::Plain)));
    }
    let pieces: Vec<_> = pieces.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    draw::pieces(buffer, area, 0, &pieces);
}
