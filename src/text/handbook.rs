//! The words of the one-page guide of an entry.

say! {
    handbook_code(code: &str) { "Mã {code}", "Code {code}" }
    handbook_printed(date: &str) { "In ngày {date}", "Printed {date}" }
    handbook_ended(last: &str) { "KHÔNG CÒN ÁP DỤNG: chỉ dùng đến hết ngày {last}.", "NO LONGER IN FORCE: it was valid until {last}." }
    handbook_ended_then(last: &str, code: &str) { "KHÔNG CÒN ÁP DỤNG: chỉ dùng đến hết ngày {last}; nay xem mã {code}.", "NO LONGER IN FORCE: it was valid until {last}; now see {code}." }
    handbook_not_yet(first: &str) { "CHƯA ÁP DỤNG: chỉ dùng từ ngày {first}.", "NOT YET IN FORCE: it is valid from {first}." }
    handbook_papers { "Giấy tờ cần mang", "Papers to bring" }
    handbook_doubtful(fact: &str) { "{fact} (kiểm\u{a0}tra tại địa\u{a0}phương)", "{fact} (check\u{a0}locally)" }
    handbook_step(place: usize, step: &str) { "{place}. {step}", "{place}. {step}" }
    handbook_valid_from(first: &str) { "Áp dụng từ ngày {first}.", "Valid from {first}." }
    handbook_valid_between(first: &str, last: &str) { "Áp dụng từ ngày {first} đến hết ngày {last}.", "Valid from {first} until {last}." }
    handbook_valid_then(validity: &str, code: &str) { "{validity} Sau đó xem mã {code}.", "{validity} After that see {code}." }
    handbook_doubts { "«Kiểm tra tại địa phương»: điều chưa kiểm chứng được; hỏi bộ phận một cửa rồi hãy nói với người dân.", "“Check locally”: what could not be verified; ask at the counter before you tell anybody." }
    handbook_portal { "Trang của mục này trên mạng: quét mã hoặc gõ địa chỉ.", "Its page on the web: scan the code or type the address." }
}
