//! The words of waits: how long one is likely to be, and the office's limit.

use super::Lang;

say! {
    wait_between(from: u32, until: u32) { "khoảng {from}–{until} phút", "about {from}–{until} min" }
    wait_about(minutes: u32) { "khoảng {minutes} phút", "about {minutes} min" }
    wait_at_most(minutes: u32) { "không quá {minutes} phút", "at most {minutes} min" }
    wait_given(given: &str, range: &str) { "{given}, chờ {range}", "{given}, a wait of {range}" }
    wait_new_next { "Lấy số bây giờ: không còn ai phía trước", "A number now: nobody ahead" }
    wait_new(ahead: &str) { "Lấy số bây giờ: còn {ahead} lượt phía trước", "A number now: {ahead} ahead" }
    wait_still_next { "là lượt kế tiếp", "is the next one" }
    wait_still(ahead: &str) { "còn {ahead} lượt phía trước", "{ahead} ahead" }
    wait_more(place: &str, range: &str) { "{place}, chờ thêm {range}", "{place}, {range} to go" }
    late_many(count: usize, limit: u16) { ", !!{count} quá {limit}'", ", !!{count} over {limit}'" }
    late_few(count: usize) { ", !!{count}", ", !!{count}" }
    settings_wait_limit { "Chờ lâu nhất, phút", "Longest wait, min" }
    settings_office_hint { "Lượt chờ lâu hơn số phút đã đặt có dấu !! trong hàng chờ; 0: không đánh dấu.", "A wait that is longer is marked !! in the queue; 0: none is marked." }
    wait_limit_out_of_range { "Chờ lâu nhất: từ 0 đến 240 phút; 0 là không đánh dấu.", "The longest wait is 0 to 240 minutes; 0 marks none." }
    wait_limit_set(minutes: u16) { "đặt chờ lâu nhất {minutes} phút", "longest wait set to {minutes} min" }
}

impl Lang {
    /// A wait as a range, from the least and the most minutes that it is likely to be.
    pub fn wait_range(self, (from, until): (u32, u32)) -> String {
        match (from, until) {
            (0, most) => self.wait_at_most(most),
            (least, most) if least == most => self.wait_about(least),
            (least, most) => self.wait_between(least, most),
        }
    }

    /// How it stands with a number that is given now: who waits before it, and how long, where there is ground for that.
    pub fn wait_if_now(self, ahead: usize, wait: Option<(u32, u32)>) -> String {
        let place = match ahead {
            0 => self.wait_new_next().to_owned(),
            _ => self.wait_new(&self.count(ahead as u64)),
        };
        wait.map_or(place.clone(), |wait| self.wait_given(&place, &self.wait_range(wait)))
    }

    /// How it stands with a visit that waits.
    pub fn wait_to_go(self, ahead: usize, wait: Option<(u32, u32)>) -> String {
        let place = match ahead {
            0 => self.wait_still_next().to_owned(),
            _ => self.wait_still(&self.count(ahead as u64)),
        };
        wait.map_or(place.clone(), |wait| self.wait_more(&place, &self.wait_range(wait)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_as_a_range_unless_it_is_none() {
        for (wait, vi, en) in [
            ((20, 35), "khoảng 20–35 phút", "about 20–35 min"),
            ((20, 20), "khoảng 20 phút", "about 20 min"),
            ((0, 5), "không quá 5 phút", "at most 5 min"),
        ] {
            assert_eq!(Lang::Vi.wait_range(wait), vi);
            assert_eq!(Lang::En.wait_range(wait), en);
        }
        assert_eq!(
            Lang::Vi.wait_if_now(6, Some((20, 35))),
            "Lấy số bây giờ: còn 6 lượt phía trước, chờ khoảng 20–35 phút"
        );
        assert_eq!(Lang::En.wait_to_go(0, None), "is the next one");
    }
}
