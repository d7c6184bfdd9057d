use super::*;
use crate::domain::queue::{Lane, Ratio};
use crate::domain::{Catalogue, Code, Priority, Procedure};
use crate::papers::forms::{self, AnyForm, FOLDER, Forms, GUIDANCE, HANDBOOK, TICKET, parse_slip};
use crate::papers::guidance::{self, GuidanceSlip, Topic};
use crate::papers::layout::tests::stands_right;
use crate::papers::tally::sample;
use crate::papers::text;
use crate::papers::ticket::{self, TicketSlip};

/// The smallest form of each slip.
const TICKET_HEAD: &str =
    "slip = \"ticket\"\ntitle = { vi = \"Số\", en = \"No.\" }\n[[block]]\nkind = \"number\"\n";
const GUIDANCE_HEAD: &str =
    "slip = \"guidance\"\ntitle = { vi = \"Dặn\", en = \"Advice\" }\n[[block]]\nkind = \"passwords\"\n";

fn catalogue() -> Catalogue {
    Catalogue::built_in().unwrap()
}

/// A ticket of a made-up desk by a form.
fn ticket_by(form: &TicketForm, lang: Lang, paper: Paper) -> Sheet {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    let needs = ["1.001193", "2.000815"].map(|code| catalogue.get(&Code::new(code)).unwrap());
    let slip = TicketSlip {
        office: &desk.office,
        ticket: sample::ticket('A', 12),
        needs: &needs,
        persons: 2,
        priority: Some(Priority::Elderly),
        ahead: Some(0),
        wait: Some((15, 25)),
        ratio: Ratio::USUAL,
        lane: Some(Lane::Priority),
        given: "2026-11-21".parse::<crate::domain::Day>().unwrap().at(8, 5),
    };
    ticket::sheet(&slip, form, lang, paper)
}

/// Guidance of a made-up desk about two procedures by a form.
fn guidance_by(form: &GuidanceForm, lang: Lang, paper: Paper) -> Sheet {
    let (catalogue, desk) = (catalogue(), sample::Day::small());
    let mut old: Procedure = catalogue.get(&Code::new("1.001193")).unwrap().clone();
    old.valid_until = Some("2027-02-28".parse().unwrap());
    let mut bare = old.clone();
    bare.papers.vi.clear();
    bare.papers.en.clear();
    let topics = [Topic { procedure: &old, has: &[1] }, Topic { procedure: &bare, has: &[] }];
    let slip = GuidanceSlip {
        office: &desk.office,
        ticket: Some(sample::ticket('A', 12)),
        topics: &topics,
        come_back: None,
        lets_by: None,
        hours: None,
        given: "2026-11-21".parse::<crate::domain::Day>().unwrap().at(8, 5),
        version: "motcua 0.1.0",
    };
    guidance::sheet(&slip, form, lang, paper)
}

/// The lines of a sheet, without the marks that hold words together.
fn lines(sheet: &Sheet) -> Vec<String> {
    let text = text::render(sheet, 100).replace('\u{a0}', " ");
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[test]
fn the_built_in_slips_are_sound() {
    let of = |name| forms::built_in(name).unwrap();
    let ticket: TicketForm = parse_slip(of(TICKET), TICKET).unwrap();
    let guidance: GuidanceForm = parse_slip(of(GUIDANCE), GUIDANCE).unwrap();
    let built_in = Forms::default();
    let handbook: HandbookForm = parse_slip(of(HANDBOOK), HANDBOOK).unwrap();
    assert_eq!((&ticket, &guidance), (built_in.ticket(), built_in.guidance()));
    assert_eq!(&handbook, built_in.handbook());
    assert_eq!((ticket.paper(), guidance.paper()), (Paper::Roll58, Paper::A5));
    // Every fact that there is stands on them; only the form's own words do not.
    assert_eq!(ticket.blocks().len(), TicketFact::ALL.len() - 2);
    assert_eq!(guidance.blocks().len(), GuidanceFact::ALL.len() - 2);
    assert_eq!(handbook.blocks().len(), HandbookFact::ALL.len() - 2);
}

#[test]
fn slips_are_forms_but_no_papers_about_a_span() {
    let names: Vec<&str> = Forms::names().collect();
    assert_eq!(&names[4..], [TICKET, GUIDANCE, HANDBOOK]);
    assert_eq!(Forms::of_spans().collect::<Vec<_>>(), &names[..4]);
    for name in names {
        assert_eq!(Forms::default().get(name).is_some(), Forms::of_spans().any(|one| one == name), "{name}");
    }
}

#[test]
fn an_own_ticket_has_its_own_title_order_labels_and_words() {
    let form = parse_slip(
        r#"
        slip = "ticket"
        paper = "roll80"
        office = false
        title = { vi = "SỐ CHỜ NGÀY {date}", en = "NUMBER OF {date}" }
        foot = { vi = "{office}, {time}", en = "{office}, at {time}" }
        block = [
            { kind = "wait", label = { vi = "Thời gian chờ", en = "Expected wait" } },
            { kind = "number" },
            { kind = "ahead", label = { vi = "Lượt phía trước", en = "Ahead of you" } },
            { kind = "need", label = { vi = "Việc", en = "For" } },
            { kind = "how_called", text = { vi = "Chờ gọi «{spoken}».", en = "Wait for “{spoken}”." } },
            { kind = "line", text = { vi = "Giữ phiếu {ticket}.", en = "Keep {ticket}." } },
        ]"#,
        "x",
    )
    .unwrap();
    let of = |lang| lines(&ticket_by(&form, lang, form.paper()));
    let rule = "─".repeat(100);
    let office = sample::Day::small().office.name;
    assert_eq!(
        of(Lang::Vi),
        [
            "SỐ CHỜ NGÀY 21/11/2026",
            "Thời gian chờ: khoảng 15–25 phút (ước tính)",
            "A012",
            "Lượt phía trước: 0",
            "Việc: Khai sinh; Chứng thực bản sao",
            "Chờ gọi «A 012».",
            "Giữ phiếu A012.",
            &rule,
            &format!("{office}, 08:05"),
        ]
    );
    let english = of(Lang::En);
    assert_eq!(english[1], "Expected wait: about 15–25 min (estimate)");
    assert!(english.contains(&"Wait for “A 012”.".to_owned()), "{english:?}");
    assert!(english.iter().any(|line| line.starts_with("For: ")), "{english:?}");
}

#[test]
fn own_guidance_has_its_own_title_order_and_labels() {
    let form: GuidanceForm = parse_slip(
        r#"
        slip = "guidance"
        title = { vi = "DẶN DÒ", en = "WHAT TO DO" }
        block = [
            { kind = "number", label = { vi = "Số", en = "No." } },
            { kind = "line", text = { vi = "Kính gửi quý vị.", en = "To whom it may concern." } },
            { kind = "date" },
            { kind = "name" },
            { kind = "fee", label = { vi = "Chi phí", en = "Cost" } },
            { kind = "bring", label = { vi = "Cần mang", en = "To bring" } },
            { kind = "valid_until", label = { vi = "Hết hạn", en = "Ends" } },
            { kind = "passwords" },
        ]"#,
        "x",
    )
    .unwrap();
    let sheet = guidance_by(&form, Lang::Vi, form.paper());
    assert_eq!(sheet.title.len(), 2, "{:?}", sheet.title);
    let words = lines(&sheet);
    let at = |start: &str| {
        words
            .iter()
            .position(|line| line.starts_with(start))
            .unwrap_or_else(|| panic!("{start} in {words:?}"))
    };
    let order = [
        "DẶN DÒ",
        "Số: A012",
        "Kính gửi",
        "Thứ Bảy, 21/11/2026",
        "1. Đăng ký khai sinh",
        "Chi phí: miễn phí",
        "Cần mang",
        "[x] Giấy chứng sinh",
        "Hết hạn: 28/02/2027; sau đó hỏi lại",
        "2. Đăng ký khai sinh",
        "Cần mang: hỏi bộ phận một cửa",
        "Mật khẩu",
    ]
    .map(at);
    assert!(order.is_sorted(), "{order:?} of {words:?}");
    assert!(!words.iter().any(|line| line.contains("Lệ phí") || line.contains("Lưu ý")), "{words:?}");
    let english = lines(&guidance_by(&form, Lang::En, form.paper()));
    for start in ["WHAT TO DO", "No.: A012", "Cost: ", "To bring", "Ends: "] {
        assert!(english.iter().any(|line| line.starts_with(start)), "{start} in {english:?}");
    }
}

#[test]
fn a_wrong_form_of_a_slip_is_told_with_its_line_in_both_languages() {
    let long = "x".repeat(201);
    let cases: [(&str, &str, usize, &str, &str); 12] = [
        (
            TICKET_HEAD,
            "[[block]]\nkind = \"fee\"",
            6,
            "«kind» không có giá trị «fee»; có thể ghi: number, need,",
            "\"kind\" does not know \"fee\"; it may be: number, need,",
        ),
        (
            GUIDANCE_HEAD,
            "[[block]]\nkind = \"wait\"",
            6,
            "«kind» không có giá trị «wait»; có thể ghi: date, number, name,",
            "\"kind\" does not know \"wait\"",
        ),
        (
            TICKET_HEAD,
            "[[block]]\nkind = \"line\"\ntext = { vi = \"{version}\", en = \"\" }",
            7,
            "không có chỗ điền «{version}»",
            "there is no placeholder \"{version}\"",
        ),
        (
            GUIDANCE_HEAD,
            "[[block]]\nkind = \"fee\"\nlabel = { vi = \"{ticket}\", en = \"\" }",
            7,
            "không có chỗ điền «{ticket}»",
            "there is no placeholder \"{ticket}\"",
        ),
        (TICKET_HEAD, "[[block]]\nkind = \"note\"", 5, "khối «note» thiếu «text»", "\"note\" needs \"text\""),
        (
            TICKET_HEAD,
            "[[block]]\nkind = \"number\"\nlabel = { vi = \"Số\", en = \"No.\" }",
            7,
            "khối «number» không dùng «label»",
            "a block \"number\" does not use \"label\"",
        ),
        (
            GUIDANCE_HEAD,
            "[[block]]\nkind = \"passwords\"\ntext = { vi = \"\", en = \"\" }",
            7,
            "khối «passwords» không dùng «text»",
            "a block \"passwords\" does not use \"text\"",
        ),
        (
            TICKET_HEAD,
            "[[block]]\nkind = \"need\"\nlabel = { vi = \"Việc\" }",
            7,
            "«label» thiếu «en»",
            "\"label\" lacks \"en\"",
        ),
        (
            GUIDANCE_HEAD,
            "[[block]]\nkind = \"fee\"\nlabel = { vi = \"LONG\", en = \"\" }",
            7,
            "«label» dài 201 chữ, nhiều nhất 200",
            "\"label\" has 201 letters, at most 200",
        ),
        (
            TICKET_HEAD,
            "[[block]]\nkind = \"need\"\ncolour = \"red\"",
            7,
            "viết sai (unknown field `colour`",
            "cannot be read (unknown field `colour`",
        ),
        (TICKET_HEAD, "layout = \"plain\"", 5, "viết sai (unknown field `layout`", "unknown field `layout`"),
        (
            TICKET_HEAD,
            "[[block]]\nkind = \"line\"\ntext = { vi = \"{ticket\", en = \"\" }",
            7,
            "dấu «{» hoặc «}» lẻ",
            "a single \"{\" or \"}\"",
        ),
    ];
    for (head, rest, line, vi, en) in cases {
        let text = format!("{head}{}", rest.replace("LONG", &long));
        let flaw = if head == TICKET_HEAD {
            parse_slip::<TicketFact>(&text, "forms/ticket.toml").expect_err(rest)
        } else {
            parse_slip::<GuidanceFact>(&text, "forms/ticket.toml").expect_err(rest)
        };
        assert_eq!(flaw.line, line, "{rest}: {flaw:?}");
        let (vietnamese, english) = (Lang::Vi.form_flaw(&flaw), Lang::En.form_flaw(&flaw));
        assert!(vietnamese.starts_with(&format!("forms/ticket.toml, dòng {line}: ")), "{vietnamese}");
        assert!(vietnamese.contains(vi) && english.contains(en), "{vietnamese}\n{english}");
    }
}

#[test]
fn a_ticket_without_number_and_guidance_without_the_word_on_passwords_are_refused() {
    let bare = |name: &str| format!("# mẫu\nslip = \"{name}\"\ntitle = {{ vi = \"\", en = \"\" }}\n");
    let ticket = parse_slip::<TicketFact>(&bare(TICKET), "x").unwrap_err();
    let guidance = parse_slip::<GuidanceFact>(&bare(GUIDANCE), "x").unwrap_err();
    assert_eq!((ticket.line, guidance.line), (2, 2));
    assert!(Lang::Vi.form_flaw(&ticket).contains("phiếu «ticket» phải có khối «number»"));
    assert!(Lang::En.form_flaw(&guidance).contains("\"guidance\" must have a block \"passwords\""));
    let other = parse_slip::<TicketFact>(&bare(GUIDANCE), "x").unwrap_err();
    assert!(Lang::En.form_flaw(&other).contains("\"slip\" does not know \"guidance\"; it may be: ticket"));
    let blocks = "[[block]]\nkind = \"need\"\n".repeat(40);
    let many = parse_slip::<TicketFact>(&format!("{TICKET_HEAD}{blocks}"), "x").unwrap_err();
    assert_eq!(many.what, forms::FlawKind::TooManyBlocks(41));
}

#[test]
fn an_own_slip_takes_the_place_of_the_built_in_one_and_a_broken_one_does_not() {
    let folder = tempfile::TempDir::new().unwrap();
    let own = folder.path().join(FOLDER);
    std::fs::create_dir(&own).unwrap();
    let written = |name: &str, text: &str| std::fs::write(own.join(name), text).unwrap();
    written("ticket.toml", TICKET_HEAD);
    written("guidance.toml", TICKET_HEAD);
    let (forms, flaws) = Forms::load(Some(folder.path()));
    assert!(forms.is_own(TICKET) && !forms.is_own(GUIDANCE));
    assert_eq!(
        flaws.iter().map(|flaw| (flaw.file.as_str(), flaw.line)).collect::<Vec<_>>(),
        [("forms/guidance.toml", 1)]
    );
    assert_eq!(ticket_by(forms.ticket(), Lang::Vi, Paper::Roll58).title[0].text, "Số");
    assert_eq!(forms.guidance(), Forms::default().guidance());
    let (forms, flaw) = Forms::load_one(Some(folder.path()), TICKET);
    assert!(flaw.is_none() && forms.is_own(TICKET));
    // A file of another name says itself what it is; one of a paper's name is the form of that paper.
    written("draft.toml", GUIDANCE_HEAD);
    written(
        "guide.toml",
        "slip = \"handbook\"\ntitle = { vi = \"\", en = \"\" }\n[[block]]\nkind = \"steps\"\n",
    );
    written("tally.toml", GUIDANCE_HEAD);
    written("odd.toml", "slip = \"letter\"\ntitle = { vi = \"\", en = \"\" }");
    let read = |name: &str| forms::read(&own.join(name));
    assert!(matches!(read("draft.toml"), Ok(Some(AnyForm::Guidance(_)))));
    assert!(matches!(read("guide.toml"), Ok(Some(AnyForm::Handbook(_)))));
    assert!(Lang::En.form_flaw(&read("tally.toml").unwrap_err()).contains("unknown field `slip`"));
    let odd = Lang::En.form_flaw(&read("odd.toml").unwrap_err());
    assert!(
        odd.contains("\"slip\" does not know \"letter\"; it may be: ticket, guidance, handbook"),
        "{odd}"
    );
}

#[test]
fn the_longest_texts_have_room_on_every_paper() {
    let long: String = "Xin quý vị giữ phiếu ".chars().cycle().take(199).collect();
    let text: String = long.chars().cycle().take(1_999).collect();
    let words = |text: &str| format!("{{ vi = \"{text}\", en = \"{text}\" }}");
    let (long, text) = (words(&long), words(&text));
    let end = format!(
        "title = {long}\nfoot = {long}\n[[block]]\nkind = \"line\"\ntext = {text}\n[[block]]\nkind = \"note\"\ntext = {text}\n"
    );
    let block = |kind: &str| format!("[[block]]\nkind = \"{kind}\"\nlabel = {long}\n");
    let ticket = ["need", "ahead", "wait", "given"].map(block).concat();
    let ticket = format!("slip = \"ticket\"\n{end}[[block]]\nkind = \"number\"\n{ticket}");
    let guidance = ["number", "bring", "fee", "warnings", "come_back"].map(block).concat();
    let guidance = format!("slip = \"guidance\"\n{end}[[block]]\nkind = \"passwords\"\n{guidance}");
    let (ticket, guidance) = (parse_slip(&ticket, "x").unwrap(), parse_slip(&guidance, "x").unwrap());
    for paper in Paper::ALL {
        stands_right(&ticket_by(&ticket, Lang::Vi, paper));
        stands_right(&guidance_by(&guidance, Lang::En, paper));
    }
}
