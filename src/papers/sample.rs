//! Sheets that the tests of the renderers share. All persons are invented.

use super::sheet::{
    Block, Column, Created, Figure, HeadLine, PageLabel, PlaceDate, Recipients, Row, Rule, Sheet, Signature,
    Spot, Style, Table, Weight,
};

fn words(text: &str) -> String {
    text.to_owned()
}

fn row(cells: &[&str]) -> Row {
    Row::new(cells.iter().copied(), Weight::Normal)
}

fn total(cells: &[&str]) -> Row {
    Row::new(cells.iter().copied(), Weight::Strong)
}

fn part(cells: &[&str]) -> Row {
    Row::new(cells.iter().copied(), Weight::Faint).indented(1)
}

fn figure(value: &str, label: &str, note: &str) -> Figure {
    Figure { value: words(value), label: words(label), note: words(note) }
}

fn signature(role: &str, name: &str) -> Signature {
    Signature { role: words(role), hint: words("(ký, ghi rõ họ tên)"), name: words(name) }
}

fn table(caption: &str, columns: Vec<Column>, rows: Vec<Row>) -> Block {
    Block::Table(Table { chart: None, caption: Some(words(caption)), columns, rows })
}

/// An empty sheet with the head of a commune's help desk.
fn headed() -> Sheet {
    Sheet {
        lang_tag: "vi",
        left: vec![
            HeadLine::new("ỦY BAN NHÂN\u{a0}DÂN XÃ\u{a0}VĨNH\u{a0}BẢO", Weight::Normal),
            HeadLine::new(
                "TRUNG TÂM PHỤC VỤ HÀNH\u{a0}CHÍNH\u{a0}CÔNG XÃ\u{a0}VĨNH\u{a0}BẢO",
                Weight::Strong,
            )
            .ruled(Rule::Half),
        ],
        right: vec![
            HeadLine::new("ĐOÀN TNCS HỒ CHÍ MINH", Weight::Strong).ruled(Rule::Full),
            HeadLine::new("Đội hình tình nguyện hỗ trợ chính quyền địa phương 2 cấp", Weight::Faint),
        ],
        title: vec![
            HeadLine::new("BẢNG TỔNG HỢP HỖ TRỢ TRONG NGÀY", Weight::Strong),
            HeadLine::new("Thứ Năm, ngày 05 tháng 11 năm 2026", Weight::Faint),
        ],
        place_date: Some(PlaceDate {
            text: words("Vĩnh Bảo, ngày 05 tháng 11 năm 2026"),
            spot: Spot::OverSignatures,
        }),
        signatures: vec![
            signature("NGƯỜI LẬP BẢNG", "Bùi Thị Thu Hà"),
            signature("ĐỘI TRƯỞNG", "Nguyễn Đình Khôi"),
            signature("XÁC NHẬN CỦA TRUNG TÂM", "Phạm Hữu Lượng"),
        ],
        foot: words(
            "motcua 0.1 · in lúc 17:04 ngày 05/11/2026 · Quầy 1 · Số liệu của bàn hỗ trợ, không phải số liệu chính thức của xã",
        ),
        page_label: PageLabel { page: words("Trang") },
        ..Sheet::default()
    }
}

fn by_procedure() -> Block {
    table(
        "1. Theo lĩnh vực và thủ tục",
        vec![
            Column::words("Lĩnh vực, thủ tục", 12),
            Column::numbers("Lượt", 2),
            Column::numbers("Người", 2),
            Column::numbers("Việc", 2),
            Column::numbers("Nộp trực tuyến", 3),
            Column::numbers("Nộp giấy", 2),
        ],
        vec![
            row(&["Hộ tịch", "52", "61", "66", "41", "7"]),
            part(&["Đăng ký khai sinh", "19", "24", "25", "18", "1"]),
            part(&["Cấp Giấy xác nhận tình trạng hôn nhân", "21", "23", "26", "17", "4"]),
            part(&[
                "Liên thông: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi",
                "12",
                "14",
                "15",
                "6",
                "2",
            ]),
            row(&["Chứng thực", "38", "38", "40", "0", "40"]),
            row(&["Bảo trợ xã hội", "17", "19", "19", "9", "6"]),
            row(&["Đất đai", "14", "15", "15", "3", "8"]),
            row(&["Kỹ năng số, VNeID", "33", "35", "72", "0", "0"]),
            total(&["Cộng", "154", "168", "212", "53", "61"]),
        ],
    )
}

fn by_hour() -> Block {
    table(
        "3. Theo giờ",
        vec![Column::signs("Giờ", 3), Column::numbers("Lượt", 2), Column::numbers("Chờ (phút)", 2)],
        vec![
            row(&["7:30–9:00", "47", "9"]),
            row(&["9:00–10:30", "51", "14"]),
            row(&["10:30–11:30", "18", "6"]),
            row(&["13:30–15:00", "26", "4"]),
            row(&["15:00–17:00", "12", "2"]),
            total(&["Cộng", "154", "8"]),
        ],
    )
}

fn by_outcome() -> Block {
    table(
        "2. Theo kết quả",
        vec![Column::words("Kết quả", 5), Column::numbers("Việc", 2)],
        vec![
            row(&["Xong tại bàn hỗ trợ", "149"]),
            row(&["Chuyển quầy chuyên môn", "41"]),
            row(&["Chưa xong", "22"]),
            part(&["chưa có tài khoản mức 2", "9"]),
            part(&["SIM không chính chủ", "6"]),
            part(&["thiếu giấy tờ", "5"]),
            part(&["hệ thống lỗi", "2"]),
            total(&["Cộng", "212"]),
        ],
    )
}

fn by_station() -> Block {
    table(
        "4. Theo quầy",
        vec![Column::words("Quầy", 5), Column::numbers("Lượt", 2)],
        vec![
            row(&["Quầy 1 (tiếp đón)", "88"]),
            row(&["Quầy 2 (nộp trực tuyến)", "66"]),
            total(&["Cộng", "154"]),
        ],
    )
}

fn by_volunteer(count: usize) -> Block {
    let people = [
        ("Bùi Thị Thu Hà", "07:30–11:30", "31", "44", "4,0"),
        ("Nguyễn Đình Khôi", "07:30–17:00", "48", "62", "7,5"),
        ("Vũ Hoàng Ngọc Ánh", "13:30–17:00", "19", "27", "3,5"),
        ("Trần Lê Quốc Đạt", "07:30–11:30", "29", "41", "4,0"),
        ("Đỗ Thị Mỹ Duyên", "07:30–17:00", "27", "38", "7,5"),
    ];
    let mut rows: Vec<Row> = (1..=count)
        .zip(people.iter().cycle())
        .map(|(i, (name, shift, visits, things, hours))| {
            row(&[&i.to_string(), name, shift, visits, things, hours])
        })
        .collect();
    rows.push(total(&["", "Cộng", "", "154", "212", "26,5"]));
    table(
        "5. Theo tình nguyện viên",
        vec![
            Column::signs("TT", 1),
            Column::words("Họ và tên", 6),
            Column::signs("Ca", 4),
            Column::numbers("Lượt", 2),
            Column::numbers("Việc", 2),
            Column::numbers("Giờ", 2),
        ],
        rows,
    )
}

fn figures() -> Block {
    Block::Figures(vec![
        figure("154", "lượt", ""),
        figure("168", "người", ""),
        figure("212", "việc hỗ trợ", ""),
        figure("53", "hồ sơ trực tuyến", ""),
        figure("8 phút", "chờ trung bình", ""),
    ])
}

fn proof() -> Block {
    Block::Proof {
        holds: true,
        sentence: words(
            "Số liệu khớp: 154 lượt = 149 đã tiếp + 5 bỏ về; cộng theo lĩnh vực = theo giờ = theo quầy = theo tình nguyện viên.",
        ),
    }
}

/// A day's tally as it is signed.
pub(super) fn day() -> Sheet {
    day_with_rows(5)
}

/// A day's tally with so many volunteers.
pub(super) fn day_with_rows(volunteers: usize) -> Sheet {
    Sheet {
        blocks: vec![
            figures(),
            by_procedure(),
            Block::Columns(vec![vec![by_outcome()], vec![by_hour()]]),
            Block::Columns(vec![
                vec![by_station()],
                vec![Block::Line(words("Khó khăn, kiến nghị:")), Block::Blanks(3)],
            ]),
            by_volunteer(volunteers),
            proof(),
            Block::Note(words(
                "Lượt là số lần tiếp; người là số người đi cùng lượt; việc là số việc đã giúp. Một lượt có thể có nhiều việc.",
            )),
        ],
        ..headed()
    }
}

/// A tally of three pages.
pub(super) fn long() -> Sheet {
    let procedures = (1..=50)
        .map(|i| {
            row(&[
                &i.to_string(),
                ["Đăng ký khai sinh", "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp hoặc chứng nhận", "Trợ cấp xã hội hằng tháng", "Đăng ký kết hôn"][i % 4],
                &(i * 7 % 40).to_string(),
                &(i * 11 % 50).to_string(),
                &(i * 5 % 30).to_string(),
            ])
        })
        .chain([total(&["", "Cộng", "1.154", "1.212", "853"])])
        .collect();
    let mut sheet = headed();
    sheet.title = vec![
        HeadLine::new("BẢNG TỔNG HỢP HỖ TRỢ THÁNG 11 NĂM 2026", Weight::Strong),
        HeadLine::new("(từ ngày 15/10/2026 đến ngày 14/11/2026)", Weight::Faint),
    ];
    sheet.blocks = vec![
        figures(),
        table(
            "1. Theo thủ tục",
            vec![
                Column::signs("TT", 1),
                Column::words("Thủ tục", 12),
                Column::numbers("Lượt", 2),
                Column::numbers("Việc", 2),
                Column::numbers("Nộp trực tuyến", 3),
            ],
            procedures,
        ),
        Block::Columns(vec![vec![by_outcome(), by_station()], vec![by_hour()]]),
        by_volunteer(20),
        proof(),
    ];
    sheet
}

/// A report of the administration, with prose.
pub(super) fn report() -> Sheet {
    Sheet {
        style: Style::Report,
        left: vec![
            HeadLine::new("ỦY BAN NHÂN\u{a0}DÂN XÃ\u{a0}VĨNH\u{a0}BẢO", Weight::Normal),
            HeadLine::new("TRUNG TÂM PHỤC VỤ\nHÀNH CHÍNH CÔNG", Weight::Strong).ruled(Rule::Half),
        ],
        right: vec![
            HeadLine::new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Weight::Strong),
            HeadLine::new("Độc lập - Tự do - Hạnh phúc", Weight::Strong).ruled(Rule::Full),
        ],
        number: Some(words("Số: 12/BC-TTPVHCC")),
        place_date: Some(PlaceDate {
            text: words("Vĩnh Bảo, ngày 05 tháng 11 năm 2026"),
            spot: Spot::UnderHead,
        }),
        title: vec![
            HeadLine::new("BÁO CÁO", Weight::Strong),
            HeadLine::new("Kết quả hỗ trợ người dân của bàn hỗ trợ tháng 10 năm 2026", Weight::Strong)
                .ruled(Rule::Half),
        ],
        blocks: vec![
            Block::Heading(words("I. KẾT QUẢ")),
            Block::Paragraph(words(
                "Trong tháng, bàn hỗ trợ đã tiếp 1.154 lượt với 1.268 người và giúp 1.612 việc, trong đó 853 hồ sơ được nộp trực tuyến trên Cổng Dịch vụ công quốc gia; 214 tài khoản định danh điện tử mức độ 2 được kích hoạt. Thời gian chờ trung bình là 8 phút.",
            )),
            Block::Paragraph(words(
                "Khó khăn gặp nhiều nhất là SIM không chính chủ và quên mật khẩu tài khoản.",
            )),
            by_station(),
            Block::Tick { ticked: false, text: words("Căn cước hoặc tài khoản VNeID mức 2") },
            Block::Tick { ticked: true, text: words("Giấy chứng sinh") },
            Block::Qr {
                text: "https://dichvucong.gov.vn/thu-tuc?ma=2.000815".to_owned(),
                caption: words("Trang của thủ tục trên Cổng Dịch vụ công quốc gia"),
            },
            Block::Proof {
                holds: false,
                sentence: words(
                    "Số liệu CHƯA khớp: cộng theo giờ là 1.153, theo lượt là 1.154. Xem lại lượt A045 trước khi ký, vì số trên giấy phải bằng số trong sổ.",
                ),
            },
        ],
        signatures: vec![Signature { role: words("GIÁM ĐỐC"), ..signature("", "Phạm Hữu Lượng") }],
        recipients: Some(Recipients {
            title: words("Nơi nhận:"),
            lines: ["- Ủy ban nhân dân xã;", "- Đoàn Thanh niên xã;", "- Lưu: VT."].map(words).to_vec(),
        }),
        created: Some(Created {
            year: 2026,
            month: 11,
            day: 5,
            hour: 17,
            minute: 4,
            second: 0,
            utc_offset: 7,
        }),
        ..headed()
    }
}

/// The worst that settings and people can do to a sheet.
pub(super) fn stress() -> Sheet {
    let office = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG ĐẶC KHU KHÔNG CÓ THẬT VỚI MỘT CÁI TÊN RẤT DÀI ĐỂ THỬ XEM DÒNG CHỮ CÓ BỊ ĐÈ LÊN NHAU HAY KHÔNG";
    let endless = "Nguyễn".repeat(40);
    let mut sheet = day();
    sheet.left =
        vec![HeadLine::new(office, Weight::Normal), HeadLine::new(office, Weight::Strong).ruled(Rule::Half)];
    sheet.right = vec![
        HeadLine::new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Weight::Strong),
        HeadLine::new("Độc lập - Tự do - Hạnh phúc", Weight::Strong).ruled(Rule::Full),
    ];
    sheet.number = Some(words("Số: 12/BC-TTPVHCC"));
    sheet.place_date =
        Some(PlaceDate { text: format!("{office}, ngày 05 tháng 11 năm 2026"), spot: Spot::UnderHead });
    sheet.title = vec![HeadLine::new(office, Weight::Strong).ruled(Rule::Full)];
    sheet.blocks.extend([
        Block::Line(endless.clone()),
        table(
            &endless,
            vec![Column::words(endless.clone(), 1), Column::numbers("Số liệu", 0), Column::signs("", 3)],
            vec![
                Row::new([endless.as_str(), "1.234.567.890.123", "x"], Weight::Normal).indented(200),
                row(&[]),
                row(&["e\u{302}\u{301} 漢字 👩‍👩‍👧 a\u{7}b", "1", "2", "3", "4"]),
                total(&["rất dài ".repeat(400).as_str(), "9"]),
            ],
        ),
        Block::Figures(
            (0..13)
                .map(|i| figure(&(i * 123_456).to_string(), "hồ sơ trực tuyến toàn trình", "(ước tính)"))
                .collect(),
        ),
        Block::Figures(Vec::new()),
        Block::Table(Table::default()),
        Block::Columns(Vec::new()),
        Block::Columns(vec![
            vec![Block::Columns(vec![vec![by_hour()], vec![by_outcome()]])],
            vec![by_volunteer(70)],
            vec![Block::Gap],
        ]),
    ]);
    sheet.signatures = (0..6).map(|_| signature(office, office)).collect();
    sheet.foot = office.repeat(4);
    sheet
}
