//! The desk's own catalogue: its edits in the journal, and why one is refused.

say! {
    entry_added(what: &str) { "danh mục: thêm {what}", "catalogue: {what} added" }
    entry_changed(what: &str) { "danh mục: sửa {what}", "catalogue: {what} changed" }
    entry_dropped(what: &str) { "danh mục: bỏ bản riêng của {what}", "catalogue: own version of {what} dropped" }
    entry_retired(what: &str, last: &str) { "danh mục: ngừng {what} sau ngày {last}", "catalogue: {what} retired after {last}" }
    entry_offered_again(what: &str) { "danh mục: dùng lại {what}", "catalogue: {what} offered again" }
    entry_replaced(what: &str, by: &str, from: &str) { "danh mục: {by} thay {what} từ {from}", "catalogue: {by} replaces {what} from {from}" }
    service_turned_on(what: &str) { "danh mục: bật {what}", "catalogue: {what} turned on" }
    service_turned_off(what: &str) { "danh mục: tắt {what}", "catalogue: {what} turned off" }
    entry_moved(what: &str) { "danh mục: chuyển chỗ {what}", "catalogue: {what} moved" }
    catalogue_imported(added: usize, changed: usize) { "nhập danh mục: thêm {added}, sửa {changed}", "catalogue imported: {added} added, {changed} changed" }
    catalogue_flawed(what: &str) { "Danh mục giữ nguyên: {what}.", "The catalogue stays as it is: {what}." }
    entry_used(code: &str) { "{code} đã được dùng nên không bỏ được: hãy đặt ngày ngừng.", "{code} was used and cannot be removed: set its last day." }
    nothing_own(code: &str) { "{code} đang đúng như bản đi kèm chương trình, không có gì để bỏ.", "{code} is as it came with the program, there is nothing to drop." }
    unknown_need_stays { "Mục «Chưa rõ nhu cầu» phải luôn có: không bỏ, không ngừng được.", "The entry for a need not known yet is always offered: it cannot be removed or retired." }
    not_local(code: &str) { "{code} không phải dịch vụ riêng của địa phương: không cần bật, tắt. Muốn ngừng, hãy đặt ngày cuối.", "{code} is no local service and needs no turning on or off. To end it, set its last day." }
    catalogue_stays { "Danh mục đã đúng như vậy, không có gì thay đổi.", "The catalogue is like that already, nothing changed." }
}
