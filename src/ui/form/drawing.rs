//! How a form is drawn: a value a row, below it what is wrong or to be known; the row that has the keys is always in sight.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::{Cell, Face, Faces, Form};
use crate::ui::context::Context;
use crate::ui::draw;
use crate::ui::field::labelled;
use crate::ui::list::first_row;
use crate::ui::theme::Meaning;

/// How far what belongs to a row is set in below it.
const INDENT: u16 = 4;

/// A row as it will be drawn.
struct Shown {
    at: usize,
    face: Face,
    below: Vec<(String, Meaning)>,
    /// Lines of a note.
    lines: u16,
}

impl Shown {
    fn height(&self) -> u16 {
        let below = u16::try_from(self.below.len()).unwrap_or(u16::MAX);
        below.saturating_add(1 + self.lines + u16::from(self.face.gap))
    }
}

impl<R: Copy + PartialEq, F> Form<R, F> {
    /// Draws the rows, the names in `labels` columns, each with its colon; as wide as it is where that is nought.
    /// Says how many lines they took.
    pub(in crate::ui) fn render(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        ctx: &Context<'_>,
        labels: usize,
        faces: Faces<'_, R, F>,
    ) -> u16 {
        if self.rows.is_empty() {
            return 0;
        }
        let shown = |at: usize| self.shown(at, area, ctx, faces);
        // The row that has the keys stands whole, and what comes next where there is room.
        let mut all = vec![shown(self.at)];
        let mut used = all[0].height();
        if self.at + 1 < self.rows.len() {
            let next = shown(self.at + 1);
            used = used.saturating_add(next.height().min(area.height.saturating_sub(used)));
            all.push(next);
        }
        for at in (0..self.at).rev() {
            let one = shown(at);
            used = used.saturating_add(one.height());
            if used > area.height {
                break;
            }
            all.insert(0, one);
        }
        let last = all.last().map_or(0, |one| one.at);
        let mut row = 0;
        for one in all.into_iter().chain((last + 1..self.rows.len()).map(shown)) {
            if row >= area.height {
                break;
            }
            let height = one.height().min(area.height - row);
            self.render_row(frame, Rect { y: area.y + row, height, ..area }, ctx, labels, &one);
            row += height;
        }
        row
    }

    fn shown(&self, at: usize, area: Rect, ctx: &Context<'_>, faces: Faces<'_, R, F>) -> Shown {
        let mut face = self.face(at, faces);
        let has_keys = at == self.at;
        let cell = &self.rows[at].cell;
        let mut below = Vec::new();
        let mut paragraph = |mark: &str, words: &str, meaning| {
            let columns = usize::from(area.width.saturating_sub(INDENT));
            below.extend(draw::hanging(mark, words, columns).map(|line| (line, meaning)));
        };
        if let Some(flaw) = &face.flaw {
            paragraph("[!] ", flaw, Meaning::Bad);
        }
        let typed = self.typed.value();
        if has_keys && !typed.is_empty() {
            paragraph("", &ctx.lang.form_typed(typed), Meaning::Strong);
            let fits_some = match cell {
                Cell::Tick(_) => face.as_value(at).rank(typed).is_some(),
                _ => face.values.iter().any(|value| value.rank(typed).is_some()),
            };
            if !fits_some {
                paragraph("[!] ", ctx.lang.form_nothing_fits(), Meaning::Warning);
            }
        } else if let (true, None, Some((hint, meaning))) = (has_keys, &face.flaw, &face.hint) {
            paragraph("", hint, *meaning);
        }
        if let (true, Cell::Found { at, .. }) = (has_keys, cell) {
            // As many as leave a line for the row itself and one for another.
            let room = usize::from(area.height).saturating_sub(2 + below.len()).max(1);
            let first = first_row(*at, face.values.len(), room);
            for (number, value) in face.values.iter().enumerate().skip(first).take(room) {
                let (mark, meaning) =
                    if number == *at { (">", Meaning::Selected) } else { (" ", Meaning::Plain) };
                below.push((format!("{mark} {}", value.words), meaning));
            }
        }
        let lines = match cell {
            Cell::Note(_) if has_keys || !face.folds => {
                face.lines.min(area.height.saturating_sub(1 + u16::try_from(below.len()).unwrap_or(0)))
            }
            _ => 0,
        };
        if at + 1 == self.rows.len() {
            face.gap = false;
        }
        Shown { at, face, below, lines }
    }

    fn render_row(&self, frame: &mut Frame<'_>, area: Rect, ctx: &Context<'_>, labels: usize, shown: &Shown) {
        let has_keys = shown.at == self.at;
        let face = &shown.face;
        let mark = if has_keys { ">" } else { " " };
        let label = format!("{}:", face.label);
        // A name that is longer than the others is said in full.
        let label = if labels == 0 { label } else { draw::pad(&label, draw::width(&label).max(labels + 1)) };
        let label = format!("{mark} {label} ");
        let line = Rect { height: 1.min(area.height), ..area };
        let value = match &self.rows[shown.at].cell {
            Cell::Line(field) | Cell::Found { field, .. } => {
                labelled(frame, line, ctx, &label, field, has_keys);
                if field.value().is_empty()
                    && let Some(unset) = &face.unset
                {
                    // A column more keeps the cursor's place free.
                    let shift = u16::try_from(draw::width(&label) + 1).unwrap_or(u16::MAX).min(line.width);
                    let rest = Rect { x: line.x + shift, width: line.width - shift, ..line };
                    let style = ctx.style(Meaning::Faint);
                    draw::line(frame.buffer_mut(), rest, 0, &format!("({unset})"), style);
                }
                None
            }
            Cell::Tick(is_on) => {
                let tick = if *is_on { "[x]" } else { "[ ]" };
                let style = ctx.style(if has_keys { Meaning::Selected } else { Meaning::Plain });
                draw::line(frame.buffer_mut(), line, 0, &format!("{mark} {tick} {}", face.label), style);
                None
            }
            Cell::Choice(code) => {
                let words =
                    face.values.iter().find(|value| value.code == *code).map_or("", |value| &value.words);
                Some(if face.values.len() == 1 { words.to_owned() } else { format!("< {words} >") })
            }
            Cell::Note(note) if shown.lines == 0 => {
                let text = note.text();
                let mut lines = text.lines().filter(|line| !line.trim().is_empty());
                let first = lines.next();
                Some(first.map(|first| ctx.lang.form_lines(1 + lines.count(), first)).unwrap_or_default())
            }
            Cell::Note(note) => {
                let head = format!("{mark} {}", face.label);
                draw::line(frame.buffer_mut(), line, 0, &head, ctx.style(Meaning::Heading));
                let height = shown.lines.min(area.height.saturating_sub(1));
                let inside = Rect { y: area.y + line.height, height, ..area }.inner(Margin::new(INDENT, 0));
                note.render(frame, inside, ctx, has_keys);
                if let (true, Some(unset)) = (!has_keys && note.text().is_empty(), &face.unset) {
                    let style = ctx.style(Meaning::Faint);
                    draw::line(frame.buffer_mut(), inside, 0, &format!("({unset})"), style);
                }
                None
            }
        };
        if let Some(value) = value {
            let value = draw::fit(&value, usize::from(line.width).saturating_sub(draw::width(&label)));
            let style = ctx.style(if has_keys { Meaning::Selected } else { Meaning::Plain });
            draw::pieces(
                frame.buffer_mut(),
                line,
                0,
                &[(&label, ctx.style(Meaning::Heading)), (&value, style)],
            );
        }
        let used = (1 + shown.lines).min(area.height);
        let below = Rect {
            x: area.x + INDENT.min(area.width),
            y: area.y + used,
            width: area.width.saturating_sub(INDENT),
            height: area.height - used,
        };
        draw::lines(frame.buffer_mut(), below, ctx, &shown.below, 0);
    }
}
