//! Which span the tally and the statistics are about, and the way to the others.

use crate::domain::{Calendar, Day, Span, SpanKind};

/// A span, the day that the spans around it are taken of, and the shifts that may be walked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct SpanChoice {
    span: Span,
    anchor: Day,
    shifts: Vec<Span>,
}

/// The kinds that follow from a day alone, in the order in which they are gone through; the shifts come after the day.
const KINDS: [(SpanKind, Calendar); 10] = [
    (SpanKind::Day, Calendar::Civil),
    (SpanKind::Week, Calendar::Civil),
    (SpanKind::Month, Calendar::Civil),
    (SpanKind::Month, Calendar::Administrative),
    (SpanKind::Quarter, Calendar::Civil),
    (SpanKind::Quarter, Calendar::Administrative),
    (SpanKind::HalfYear, Calendar::Civil),
    (SpanKind::HalfYear, Calendar::Administrative),
    (SpanKind::Year, Calendar::Civil),
    (SpanKind::Year, Calendar::Administrative),
];

/// The day that stays in mind while the kinds are gone through: the one before if it lies in the span, else the last
/// day of the span that is not to come.
pub(in crate::ui) fn anchor(span: Span, before: Day, today: Day) -> Day {
    if span.from <= before && before <= span.until { before } else { span.until.min(today).max(span.from) }
}

impl SpanChoice {
    /// A choice of a span. `shifts` are those of the anchor's day and, while a shift is shown, of the days around it,
    /// in their order.
    pub(in crate::ui) fn new(span: Span, anchor: Day, shifts: Vec<Span>) -> Self {
        Self { span, anchor, shifts }
    }

    pub(in crate::ui) fn span(&self) -> Span {
        self.span
    }

    /// The same choice about the span as the file has it now: a shift may have been closed.
    pub(in crate::ui) fn set(&mut self, span: Span) {
        self.span = span;
    }

    /// Every kind of span that the anchor lies in.
    fn kinds(&self) -> Vec<Span> {
        let mut spans: Vec<Span> =
            KINDS.iter().map(|(kind, calendar)| Span::of(*kind, *calendar, self.anchor)).collect();
        let of_day = self.shifts.iter().filter(|shift| shift.from == self.anchor);
        spans.splice(1..1, of_day.copied());
        spans
    }

    /// The span that many kinds further; from a range it goes on with the day.
    fn kind_at(&self, step: isize) -> Span {
        let kinds = self.kinds();
        let is_shown = |one: &Span| {
            one.kind == self.span.kind
                && one.calendar == self.span.calendar
                && one.shift.map(|shift| shift.id) == self.span.shift.map(|shift| shift.id)
        };
        let count = isize::try_from(kinds.len()).unwrap_or(1);
        let at = kinds.iter().position(is_shown).and_then(|at| isize::try_from(at).ok());
        let next = at.map_or(0, |at| (at + step).rem_euclid(count));
        usize::try_from(next).ok().and_then(|next| kinds.get(next)).copied().unwrap_or(self.span)
    }

    /// The next longer kind.
    pub(in crate::ui) fn next_kind(&self) -> Span {
        self.kind_at(1)
    }

    /// The next shorter kind.
    pub(in crate::ui) fn previous_kind(&self) -> Span {
        self.kind_at(-1)
    }

    pub(in crate::ui) fn before(&self) -> Span {
        match self.neighbour(-1) {
            Some(shift) => shift,
            None if self.span.kind == SpanKind::Shift => Span::day(self.span.from.minus_days(1)),
            None => self.span.before(),
        }
    }

    /// The span after it, if that has begun.
    pub(in crate::ui) fn after(&self, today: Day) -> Option<Span> {
        let after = self.neighbour(1).unwrap_or_else(|| self.span.after());
        (after.from <= today).then_some(after)
    }

    /// The span of the same kind that today lies in; today itself in place of a shift or a range.
    pub(in crate::ui) fn now(&self, today: Day) -> Span {
        Span::of(self.span.kind, self.span.calendar, today)
    }

    /// Whether today lies in it and there is nothing nearer to go to.
    pub(in crate::ui) fn is_now(&self, today: Day) -> bool {
        self.now(today) == self.span || matches!(self.span.kind, SpanKind::Shift) && self.span.from == today
    }

    /// The shift that many shifts further.
    fn neighbour(&self, step: isize) -> Option<Span> {
        let id = self.span.shift?.id;
        let at = self.shifts.iter().position(|one| one.shift.is_some_and(|shift| shift.id == id))?;
        self.shifts.get(at.checked_add_signed(step)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::span::ShiftTimes;
    use crate::domain::{ShiftId, ShiftPart};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn shift(id: i64, of: &str) -> Span {
        let of = day(of);
        let times =
            ShiftTimes { id: ShiftId(id), part: ShiftPart::Morning, from: of.start(), until: of.at(12, 0) };
        Span { kind: SpanKind::Shift, shift: Some(times), ..Span::day(of) }
    }

    #[test]
    fn the_kinds_go_round_through_the_shifts_of_the_day() {
        let today = day("2026-11-21");
        let shifts = vec![shift(1, "2026-11-20"), shift(2, "2026-11-21"), shift(3, "2026-11-21")];
        let mut choice = SpanChoice::new(Span::day(today), today, shifts);
        let mut seen = Vec::new();
        for _ in 0..12 {
            let next = choice.next_kind();
            choice.set(next);
            seen.push((next.kind, next.calendar));
        }
        assert_eq!(choice.span(), Span::day(today));
        assert_eq!(
            seen[..3],
            [
                (SpanKind::Shift, Calendar::Civil),
                (SpanKind::Shift, Calendar::Civil),
                (SpanKind::Week, Calendar::Civil)
            ]
        );
        assert_eq!(seen[10], (SpanKind::Year, Calendar::Administrative));
        assert_eq!(choice.previous_kind().kind, SpanKind::Year);
    }

    #[test]
    fn shifts_are_walked_through_and_nothing_lies_in_the_future() {
        let today = day("2026-11-21");
        let shifts = vec![shift(1, "2026-11-20"), shift(2, "2026-11-21")];
        let mut choice = SpanChoice::new(shifts[1], today, shifts.clone());
        assert_eq!(choice.before(), shifts[0]);
        assert_eq!(choice.after(today), None);
        choice.set(shifts[0]);
        assert_eq!(choice.after(today), Some(shifts[1]));
        assert_eq!(choice.before(), Span::day(day("2026-11-19")));
        let month = SpanChoice::new(Span::of(SpanKind::Month, Calendar::Civil, today), today, Vec::new());
        assert_eq!(month.after(today), None);
        assert_eq!(month.before().until, day("2026-10-31"));
    }

    #[test]
    fn the_day_in_mind_stays_while_it_lies_in_the_span() {
        let today = day("2026-11-21");
        let month = Span::of(SpanKind::Month, Calendar::Civil, today);
        assert_eq!(anchor(month, day("2026-11-03"), today), day("2026-11-03"));
        assert_eq!(anchor(month, day("2026-10-03"), today), today);
        assert_eq!(anchor(month.before(), today, today), day("2026-10-31"));
    }
}
