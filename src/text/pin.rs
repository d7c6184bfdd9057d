//! The leaders' PIN: what only a leader does, the panel that asks, and the lock of a station that nobody touches.

use crate::lang::say;

say! {
    leader_only { "Việc này của trưởng nhóm. Chưa có gì thay đổi; làm trong motcua, ở đó sẽ hỏi mã.", "This is for a leader. Nothing was changed; do it in motcua, which asks for the PIN." }
    pin_wrong(seconds: i64) { "Mã không đúng. Chờ {seconds} giây rồi gõ lại.", "That is not the PIN. Wait {seconds} seconds, then type it again.", seconds 1: "That is not the PIN. Wait 1 second, then type it again." }
    pin_too_soon(seconds: i64) { "Vừa có người gõ sai mã: chờ {seconds} giây nữa rồi gõ.", "A wrong PIN was typed just now: wait {seconds} more seconds, then type it.", seconds 1: "A wrong PIN was typed just now: wait 1 more second, then type it." }
    no_such_pin { "Mã có 4 đến 12 chữ số.", "A PIN has 4 to 12 digits." }
    pin_differs { "Hai lần gõ khác nhau: gõ mã mới lại từ đầu.", "The two were not alike: type the new PIN again from the start." }
    no_pin { "Bàn này không đặt mã trưởng nhóm.", "This desk has no leaders' PIN." }
    nobody_sits { "Gõ tên của một người đang trực, hoặc mã trưởng nhóm.", "Type the name of someone on duty, or the leaders' PIN." }

    pin_set { "đặt mã trưởng nhóm", "leaders' PIN set" }
    pin_dropped { "bỏ mã trưởng nhóm", "leaders' PIN removed" }
    pin_said { "mở việc của trưởng nhóm bằng mã", "leaders' PIN entered" }
    pin_missed { "gõ sai mã trưởng nhóm", "a wrong leaders' PIN typed" }

    pin_title { "Mã trưởng nhóm", "Leaders' PIN" }
    pin_why { "Việc này của trưởng nhóm, nên cần mã. Gõ mã rồi Enter thì làm tiếp ngay; Esc thì không có gì thay đổi.", "This is for a leader and needs the PIN. Type it, then Enter: it is done at once. Esc changes nothing." }
    pin_field { "Mã", "PIN" }
    pin_forgotten { "Quên mã: chủ máy chạy «motcua pin --remove».", "Forgotten? The owner of this PC runs \"motcua pin --remove\"." }
    pin_new_title { "Đặt mã trưởng nhóm", "Setting the leaders' PIN" }
    pin_new_why { "Một mã chung cho trưởng nhóm và phó nhóm, 4 đến 12 chữ số. Có mã thì cài đặt, danh mục, sổ tình nguyện viên, ngày cũ và khôi phục cần mã; cấp số, tiếp, đóng mở ca thì ai cũng làm như trước.", "One PIN for the leader and deputies, 4 to 12 digits. With it, settings, catalogue, roster, past days and restoring need the PIN; numbers, serving and shifts stay open to everyone." }
    pin_new_field { "Mã mới", "New PIN" }
    pin_again_field { "Gõ lại mã mới", "The new PIN again" }
    pin_here { "Quyền trưởng nhóm", "Leader" }
    pin_gone { "Việc của trưởng nhóm đã khóa lại.", "What is for a leader is locked again." }
    drop_pin_question { "Bỏ mã trưởng nhóm? Từ đó ai cũng sửa được cài đặt, danh mục, sổ tình nguyện viên và ngày cũ.", "Remove the leaders' PIN? From then on anyone can change settings, the catalogue, the roster and past days." }
    answer_drop_pin { "Có, bỏ mã", "Yes, remove it" }
    roster_pin_none { "Chưa đặt mã trưởng nhóm: ai cũng sửa được cài đặt. F1, «Đặt mã».", "No leaders' PIN: anyone can change settings. F1, \"Set the PIN\"." }
    roster_pin { "Đã đặt mã trưởng nhóm. F1: «Đặt mã» để đổi, «Bỏ mã» để bỏ.", "A leaders' PIN is set. F1: \"Set the PIN\" to change it, \"Remove the PIN\"." }

    lock_title { "Bàn tạm khóa", "This desk is locked" }
    lock_since(time: &str) { "Khóa từ {time}. Không mất gì cả.", "Locked since {time}. Nothing is lost." }
    lock_field { "Người ngồi vào bàn", "Who sits down" }
    lock_how { "Gõ tên một người đang trực rồi Enter để làm tiếp; hoặc gõ mã trưởng nhóm.", "Type the name of someone on duty, then Enter, to go on; or the leaders' PIN." }

    help_pin { "Mã trưởng nhóm: bỏ mã đã quên", "The leaders' PIN: remove one that was forgotten" }
    help_pin_remove { "Bỏ mã; chỉ chủ của tệp dữ liệu làm được, và nhật ký ghi lại", "Remove it; only the owner of the data file can, and the journal says so" }
    pin_removed { "Đã bỏ mã trưởng nhóm. Đặt mã mới: F1, «Tình nguyện viên», F1, «Đặt mã».", "The leaders' PIN is removed. A new one: F1, \"Volunteers\", F1, \"Set the PIN\"." }
    pin_not_owner { "Chỉ chủ của tệp dữ liệu mới bỏ được mã. Chưa có gì thay đổi; đăng nhập đúng người dùng rồi chạy lại.", "Only the owner of the data file can remove the PIN. Nothing was changed; log in as that user and run it again." }
}
