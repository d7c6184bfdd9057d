//! The words of the command line.

say! {
    help_about { "Bàn hướng dẫn của trung tâm một cửa: cấp số, gọi, đánh dấu việc đã giúp, bàn giao ca, bảng tổng hợp", "The walk-in desk of a commune's one-stop centre: numbers, calls, checklist, handover, tally" }
    help_exit_codes { "Không có lệnh con: mở màn hình làm việc. Mã thoát: 0 xong, 1 bị từ chối hoặc lỗi, 2 sai tham số.", "Without a subcommand the console opens. Exit codes: 0 done, 1 refused or failed, 2 wrong arguments." }
    help_data { "Thư mục dữ liệu (hoặc biến MOTCUA_DATA)", "The data folder (or MOTCUA_DATA)" }
    help_station { "Số của quầy này, 1 đến 99", "This station's number, 1 to 99" }
    help_lang { "Ngôn ngữ: vi hoặc en", "The language: vi or en" }
    help_help { "Xem hướng dẫn này", "Show this help" }
    help_version { "Xem số hiệu bản", "Show the version" }
    help_init { "Khai báo trung tâm mà không hỏi từng câu", "Set up without questions" }
    help_office { "Tên trung tâm", "The office's name" }
    help_commune { "Mã xã, phường, đặc khu (5 chữ số)", "The commune's code (5 digits)" }
    help_team { "Tên đội, tổ tình nguyện", "The team's name" }
    help_volunteer { "Họ tên tình nguyện viên; ghi nhiều lần cho nhiều người", "A volunteer's full name; may be repeated" }
    help_demo { "Điền thư mục trống bằng những ngày dựng lên để xem thử, rồi mở", "Fill an empty folder with made-up days, then open it" }
    help_days { "Số ngày (mặc định 10)", "How many days (10)" }
    help_per_day { "Số lượt mỗi ngày (mặc định 120)", "Visits a day (120)" }
    help_seed { "Hạt giống: cùng số thì cùng dữ liệu (mặc định 1)", "The seed: the same number gives the same days (1)" }
    help_no_open { "Điền xong không mở màn hình", "Do not open the console afterwards" }
    help_tally { "Bảng tổng hợp một ngày, ca, tuần, tháng …, cùng số liệu với màn hình", "The tally of a day, shift, week, month …, the same numbers as the screen" }
    help_format { "Dạng: text, csv, json, pdf (mặc định text)", "The form: text, csv, json, pdf (text)" }
    help_out { "Ghi ra tệp thay vì màn hình", "Write to a file instead of the output" }
    help_print { "Gửi ra máy in (không có máy in thì lưu tệp)", "Send to the printer (saved as a file where there is none)" }
    help_check { "Kiểm tra tệp dữ liệu: cấu trúc, quy tắc, số liệu", "Check the data file: structure, rules, totals" }
    help_completions { "In tệp gợi ý lệnh cho shell", "Print a shell's completions" }
    help_shell { "bash, zsh, fish, powershell hoặc elvish", "bash, zsh, fish, powershell or elvish" }
    unknown_commune(code: &str) { "Không có xã, phường mang mã «{code}». Mã gồm 5 chữ số, ví dụ 11824.", "There is no commune with the code \"{code}\". A code has 5 digits, for example 11824." }
    already_set_up(folder: &str) { "Thư mục «{folder}» đã khai báo rồi. Không thay đổi gì; chọn thư mục khác bằng --data.", "\"{folder}\" is set up already. Nothing was changed; choose another folder with --data." }
    set_up_done(folder: &str) { "Đã khai báo. Dữ liệu ở «{folder}». Chạy «motcua» để mở.", "Set up. The data lies in \"{folder}\". Run \"motcua\" to open." }
    pdf_to_terminal { "PDF không hiện được trong cửa sổ dòng lệnh: dùng --out TỆP hoặc --print.", "A PDF cannot be shown in a terminal: use --out FILE or --print." }
    out_denied(path: &str, reason: &str) { "Không ghi được «{path}»: {reason}.", "Cannot write \"{path}\": {reason}." }
    out_written(path: &str) { "Đã ghi «{path}».", "Written: \"{path}\"." }
}
