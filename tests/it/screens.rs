//! Every screen and popup in both languages, at 80×24 and 120×40, as pictures to look at; and the desk without colours.

use std::fs;
use std::time::Duration;

use motcua::lang::Lang;
use motcua::papers::forms;
use motcua::ui::Event;
use motcua::ui::keymap::{Action, Place};
use ratatui::style::{Color, Modifier};

use crate::harness::{Scene, desk, first_start, minutes, office};
use crate::journeys::printing::{all_states, queues};

/// The sizes of the pictures. A popup stands on a screen of which there is a picture in both: it has one size.
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// What is run from the list of F1, whatever the language.
const BY_LIST: [(&str, Action); 22] = [
    ("[pin]", Action::SetPin),
    ("[reprint]", Action::ReprintAt),
    ("[printers]", Action::Printers),
    ("[range]", Action::Range),
    ("[statistics]", Action::Statistics),
    ("[journal]", Action::Journal),
    ("[settings]", Action::Settings),
    ("[catalogue]", Action::Catalogue),
    ("[outages]", Action::Outages),
    ("[roster]", Action::Roster),
    ("[merge]", Action::MergeVolunteer),
    ("[duty]", Action::Duty),
    ("[sit]", Action::Sit),
    ("[close]", Action::CloseShift),
    ("[stations]", Action::Stations),
    ("[transfer]", Action::Transfer),
    ("[repeat]", Action::RepeatIntake),
    ("[note]", Action::Note),
    ("[handover]", Action::Handover),
    ("[end]", Action::EndEntry),
    ("[import]", Action::ImportFile),
    ("[read]", Action::ReadForms),
];

/// The keys of a step, with those that the list of F1 takes.
fn steps(keys: &str, lang: Lang) -> String {
    BY_LIST.iter().fold(keys.to_owned(), |keys, (name, action)| {
        keys.replace(name, &format!("<F1>{}<Enter>", lang.action_help(*action)))
    })
}

/// Takes the picture of a scene, and leaves it at 80×24.
fn picture(scene: &mut Scene, name: &str, lang: Lang) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let is_screen = matches!(
        scene.place(),
        Place::Queue
            | Place::Visit
            | Place::Setup
            | Place::OpenShift
            | Place::CloseShift
            | Place::Tally
            | Place::Figures
            | Place::Opened
            | Place::Statistics
            | Place::Journal
            | Place::Prints
            | Place::Copies
            | Place::Printers
            | Place::Settings
            | Place::Forms
            | Place::FormPreview
            | Place::Catalogue
            | Place::Roster
            | Place::Stations
    );
    for (width, height) in SIZES.into_iter().take(if is_screen { 2 } else { 1 }) {
        scene.size(width, height);
        // The folder has another name each time.
        let folder = scene.world().folder().display().to_string();
        let screen = scene.screen().replace(&folder, "[folder]");
        let name = format!("{name}.{}.{width}x{height}", lang.tag());
        settings.bind(|| insta::assert_snapshot!(name, screen));
    }
    scene.size(80, 24);
}

/// Walks through screens: the keys that lead from one to the next, and the name of what is then seen.
fn tour(scene: &mut Scene, lang: Lang, walk: &[(&str, &str)]) {
    for (keys, name) in walk {
        scene.keys(&steps(keys, lang));
        picture(scene, name, lang);
    }
}

/// The print jobs and the printers, as the event loop tells of them.
fn print_tour(lang: Lang) {
    let mut scene = desk();
    scene.lang(lang).at("2026-11-21 08:00").keys("<C-r>");
    picture(&mut scene, "prints-empty", lang);
    scene.keys("<Esc>").event(Event::Prints(all_states()));
    picture(&mut scene, "desk-print-failed", lang);
    tour(&mut scene, lang, &[("<C-r><Down><Down>", "prints-waiting"), ("<Down>", "prints-failed")]);
    tour(&mut scene, lang, &[("<Down><Enter>", "confirm-retry"), ("<Esc><Down><F9>", "confirm-reprint")]);
    tour(&mut scene, lang, &[("<Esc>[reprint]", "choice-reprint-asked")]);
    scene.event(queues());
    picture(&mut scene, "choice-reprint", lang);
    tour(&mut scene, lang, &[("<Esc>[printers]", "printers-asked")]);
    scene.event(queues());
    tour(
        &mut scene,
        lang,
        &[
            ("", "printers"),
            ("<Enter>", "choice-printer"),
            ("hp<Enter><Down><Space><Down><Space>", "printers-chosen"),
            ("<Down>tcp:10.0.0.7:x<F10>", "printers-flaw"),
        ],
    );
}

/// The screens by which the facts of the reports get into the file.
fn facts_tour(lang: Lang) {
    let mut scene = desk();
    scene.lang(lang).at("2026-11-21 09:12");
    scene.keys(&steps("[settings]<PageDown><PageDown><PageDown>Thôn 1<Enter>Thôn 2<F10><Esc>", lang));
    tour(
        &mut scene,
        lang,
        &[
            ("<F2>ks<C-o>4<Down><Space><Down>", "intake-person"),
            ("2<Enter>", "intake-person-kept"),
            ("<Enter><F2>vneid<Enter><Down><Down><C-o>6<Down><Down>z", "person-nothing-fits"),
            ("<Backspace>2<Down><Space><Enter><F3><Enter>", "desk-person"),
            ("[outages]", "outages"),
            ("<Enter><Down><Down><Down><Enter>", "outages-down"),
            ("<Esc>", "desk-outages"),
            ("<F8><Insert>", "remark"),
            ("Mạng chậm<Enter>Mất điện<Tab>Thêm máy phát", "remark-written"),
            ("<Esc>", "confirm-drop"),
            ("2<Esc>[settings]", "settings-office"),
            ("<C-u>vinh", "settings-commune"),
            ("<Esc><PageDown>", "settings-papers"),
            ("<End>x<PageDown>", "settings-targets"),
            ("101<Enter>", "settings-flaw"),
            ("<C-u>80<PageDown>", "settings-hamlets"),
            ("<Enter>Thôn 3", "settings-changed"),
            ("<PageDown>", "settings-this-pc"),
            ("<F1>", "help-settings"),
        ],
    );
}

/// The catalogue's screen, the handbook, and the forms by which entries are changed.
fn catalogue_tour(lang: Lang) {
    let mut scene = desk();
    scene.lang(lang).at("2026-11-21 09:12");
    let law = "[[procedure]]\ncode = \"4.000001\"\nkind = \"procedure\"\nfield = \"ho-tich\"\nname = { vi = \"Đăng ký khai sinh theo luật mới\", en = \"Birth registration by the new law\" }\nshort = { vi = \"Khai sinh luật mới\", en = \"Birth, new law\" }\nsteps = { vi = [\"Hỏi giấy tờ\"], en = [\"Ask for the papers\"] }\nchannels = [\"counter\"]\nonline = \"part\"\nvalid_from = 2027-03-01\nreplaces = [\"1.001193\"]\n";
    fs::write(scene.world().folder().join("luat.toml"), law).unwrap();
    fs::write(scene.world().folder().join("sai.toml"), law.replace("steps", "step")).unwrap();
    tour(
        &mut scene,
        lang,
        &[
            ("[catalogue]", "catalogue"),
            ("khia sinh", "catalogue-found"),
            ("<Enter>", "handbook"),
            ("<Esc><C-e>", "entry"),
            ("<Tab><Tab><Tab><Tab><Tab><Tab><Tab>", "entry-list"),
            ("<S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><C-u><Tab>", "entry-flaw"),
            ("<Esc>2[end]28/02/2027<Tab>khai tu", "ending"),
            ("<Esc>2[import]sai.toml<Enter>", "import-flaw"),
            ("<C-u>luat.toml<Enter>", "import-preview"),
            ("<Enter>", "catalogue-imported"),
            ("<F1>", "help-catalogue"),
        ],
    );
}

/// The roster, the form of a volunteer, and two rows that are one person.
fn roster_tour(lang: Lang) {
    let mut scene = desk();
    scene
        .lang(lang)
        .at("2026-11-21 09:12")
        .keys("<F1>")
        .keys(&format!("{}<Enter>", lang.action_help(Action::Duty)));
    tour(
        &mut scene,
        lang,
        &[
            ("ba <Enter>[roster]", "roster"),
            ("<Delete>", "roster-leaves"),
            ("2<Insert>Đặng Thử Ánh<Down> <Down>Chi đoàn thôn 2<Down><Down>0912", "volunteer"),
            ("<F10>", "volunteer-flaw"),
            (" 345 678<F10>", "roster-added"),
            ("[merge]", "roster-merge"),
            ("ha<Enter>", "roster-merge-asks"),
            ("2<F1>", "help-roster"),
            ("<Esc>[pin]4711", "pin-new"),
            ("<Enter>4711<Enter>", "pin-set"),
        ],
    );
    // A leader who went away: the PIN is asked for, and then the desk is covered.
    scene.after(minutes(6));
    tour(&mut scene, lang, &[("<Insert>Vũ Thử Bảy<F10>47", "pin")]);
    scene.keys("<Esc><Esc>2<Esc>").after(minutes(11));
    tour(&mut scene, lang, &[("th", "lock")]);
}

/// The page of forms, with forms of the office's own, of which one is wrong.
fn forms_tour(lang: Lang) {
    let mut scene = desk();
    scene.lang(lang).at("2026-11-21 09:12").keys("<F2>ks<Enter>");
    let own = |name: &str, text: &str| {
        let file = forms::file_in(scene.world().folder(), name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    own(forms::UNION, forms::built_in(forms::UNION).unwrap());
    own("old", "");
    let wrong = forms::built_in(forms::TALLY).unwrap().replacen("\"proof\"", "\"prof\"", 1);
    own(forms::TALLY, &wrong);
    scene.keys(&steps("[settings]<PageDown><PageDown><PageDown><PageDown>", lang));
    tour(
        &mut scene,
        lang,
        &[
            ("<PageDown>", "settings-forms"),
            ("<Down><Down>", "settings-forms-own"),
            ("[read]", "settings-forms-read"),
            ("<Enter>", "form-preview"),
            ("<Esc><F1>", "help-forms"),
            ("<Esc><PageDown>", "settings-days"),
            ("<PageDown><PageDown>Mất sóng điện thoại", "settings-reasons"),
        ],
    );
}

/// The order of the calls: why, out of turn, sent on, missed, back again, and its settings.
fn order_tour(lang: Lang) {
    let mut scene = desk();
    scene.lang(lang).at("2026-11-21 08:00").keys("<F2>ks<Enter>").after(minutes(3));
    scene.keys("<F2>vneid<Enter><F2>ks<Enter>").after(minutes(4)).keys("<F2>ks<F6><Enter><F2>2.000815");
    tour(&mut scene, lang, &[("<Tab><Tab><Tab>9:30", "intake-booked"), ("<Enter>", "order")]);
    tour(
        &mut scene,
        lang,
        &[("<Down><Down><Space>", "order-why"), ("<Esc><End><Space>", "order-why-booked")],
    );
    tour(
        &mut scene,
        lang,
        &[
            ("<Esc><Up><Enter>", "choice-out-of-turn"),
            ("<Esc>[stations]<Insert><C-u>4<Down>Hộ tịch<Down>phòng 103", "station"),
            ("<F10>", "stations"),
            ("<Esc>[transfer]", "choice-transfer"),
        ],
    );
    tour(&mut scene, lang, &[("4<Enter><F3>", "called-first"), ("<F5><F5>", "called-enough")]);
    scene.after(minutes(1)).keys("<F7><Enter><F3><Enter><F4><Esc>");
    tour(&mut scene, lang, &[("<C-f>", "find"), ("<Esc><F2>a003", "intake-return")]);
    tour(
        &mut scene,
        lang,
        &[("<Enter><Down><Down><Down>", "order-returned"), ("<Space>", "order-why-returned")],
    );
    let page = format!("<Esc>[settings]{}<Down><Down><Down>", "<PageDown>".repeat(7));
    tour(&mut scene, lang, &[(&page, "settings-queue")]);
}

/// Somebody helped on the spot, a number like the last one, and several that may be of one party.
fn giving_tour(lang: Lang) {
    let mut scene = desk();
    scene.lang(lang).keys("<F2>ks<Enter><F2>vneid<Tab><Tab>đi xe lăn, gọi to<F3>");
    picture(&mut scene, "at-once-why", lang);
    scene.keys("<Enter>");
    picture(&mut scene, "at-once-serving", lang);
    scene.keys("<C-z>").after(minutes(1)).keys(&"<F2>ks<Enter>".repeat(4));
    picture(&mut scene, "one-party", lang);
    scene.keys(&steps("<Enter>[repeat]", lang));
    picture(&mut scene, "intake-like", lang);
    scene.keys(&steps(
        "<Esc>[note]bác đi xe lăn, ngồi ngoài sân dưới gốc cây, nghe kém nên gọi to và đợi thêm một lúc",
        lang,
    ));
    picture(&mut scene, "note-long", lang);
    scene.keys("<Enter><F3>");
    picture(&mut scene, "called-note", lang);
    scene.keys("<Enter>");
    picture(&mut scene, "serving-note", lang);
}

#[test]
fn giving_in_vietnamese() {
    giving_tour(Lang::Vi);
}

#[test]
fn giving_in_english() {
    giving_tour(Lang::En);
}

#[test]
fn the_order_in_vietnamese() {
    order_tour(Lang::Vi);
}

#[test]
fn the_order_in_english() {
    order_tour(Lang::En);
}

#[test]
fn forms_in_vietnamese() {
    forms_tour(Lang::Vi);
    catalogue_tour(Lang::Vi);
    roster_tour(Lang::Vi);
}

#[test]
fn forms_in_english() {
    forms_tour(Lang::En);
    catalogue_tour(Lang::En);
    roster_tour(Lang::En);
}

#[test]
fn printing_in_vietnamese() {
    print_tour(Lang::Vi);
}

#[test]
fn printing_in_english() {
    print_tour(Lang::En);
}

fn first_start_tour(lang: Lang) {
    let mut scene = first_start();
    scene.lang(lang);
    tour(
        &mut scene,
        lang,
        &[
            ("", "setup"),
            ("vinh", "setup-communes"),
            ("zzz<Enter>", "setup-flaw"),
            ("<C-u>vinh bao<Enter><Enter><Enter>", "setup-volunteer"),
            ("<Enter><Enter>", "open-shift-first"),
        ],
    );
}

/// A desk in the middle of a morning: two stations, a priority, a name, somebody on hold.
fn morning(lang: Lang) -> (Scene, Scene) {
    let mut scene = desk();
    let mut two = scene.station(2);
    scene.lang(lang).at("2026-11-21 08:00");
    scene.keys("<F2>ks<F5><Enter><F2>2.000815<Enter>").after(minutes(4));
    scene.keys("<F2>vneid<F6><Enter><F3><Enter><Space><F6>").after(minutes(5));
    scene.keys("<F2>ks<F2>2.000815<Tab>").types("Trần Thị Thử").keys("<Enter>").after(minutes(2));
    scene.keys("<F2>qqq<Enter>");
    two.tick().keys("<F3>");
    scene.world().clock.pass(Duration::from_secs(75));
    scene.tick();
    (scene, two)
}

fn desk_tour(lang: Lang) {
    let mut empty = desk();
    empty.lang(lang);
    picture(&mut empty, "desk-empty", lang);

    let (mut asked, _two) = morning(lang);
    tour(&mut asked, lang, &[("*", "desk-asked"), ("<F8>", "tally-asked"), ("<End>", "tally-asked-end")]);

    let (mut scene, _two) = morning(lang);
    tour(
        &mut scene,
        lang,
        &[
            ("", "desk-queue"),
            ("<Down><Down>", "desk-held-selected"),
            ("<End>", "desk-selected"),
            ("<F3>", "desk-called"),
            ("<Enter>", "desk-serving"),
            ("<Enter><Enter><Down>", "desk-serving-ticked"),
            ("<PageUp><Enter>", "desk-serving-papers"),
            ("-", "choice-offered"),
            ("<Enter>", "come-back"),
            ("<Enter>", "desk-serving-missing"),
            ("<C-u>", "guide"),
            ("<Esc><C-z><C-z><C-z><Insert>vneid<Enter>", "desk-serving-two"),
            ("<End>", "desk-serving-values"),
            ("<Tab><Down>", "desk-serving-queue"),
            ("<Tab><F3>", "notice-refused"),
            ("<F2>", "intake"),
            ("chung", "intake-typed"),
            ("<C-u>ks<F2>vneid<F2>vneid<F2><F5><F5><F6><Tab>Lê Thử", "intake-full"),
            ("<Tab>gọi to", "intake-note"),
            ("<Esc><F2>qqqq", "intake-nothing"),
            ("<Esc>[note]bác đi xe lăn", "note"),
            ("<Esc><F7>", "choice-leave"),
            ("<Esc><End><Enter>", "choice-outcome"),
            ("vuong", "choice-outcome-typed"),
            ("<Esc><Insert>ho", "choice-add"),
            ("<Esc><C-k>", "choice-persons"),
            ("<Esc>[sit]", "choice-sit"),
            ("<Esc><C-o>", "person"),
            ("<Esc><F1>", "help-visit"),
            ("<Esc><Tab><F1>", "help-queue"),
            ("zz", "help-nothing"),
            ("<Esc>:", "line"),
            ("+ cc x5, ks 2 !", "line-take"),
            ("<Esc><C-q>", "confirm-quit"),
            ("<Esc>[duty]", "duty"),
            ("<Esc><F8>", "tally"),
            ("<End>", "tally-end"),
            ("<Tab><Tab>", "tally-week"),
            ("[range]", "range"),
            ("<C-u>22/11/2026<Enter>", "range-flaw"),
            ("<Esc>2<Enter>", "figures"),
            ("ket qua", "figures-typed"),
            ("<C-u><Enter>", "figure-opened"),
            ("<Esc><Esc>[statistics]", "statistics-hours"),
            ("2", "statistics-week"),
            ("3", "statistics-waits"),
            ("4", "statistics-procedures"),
            ("5", "statistics-stuck"),
            ("6", "statistics-targets"),
            ("<Esc><C-z>[journal]", "journal"),
            ("<Esc>[close]", "close-shift"),
            ("<Down><Space><Tab>Nhớ gọi lại<Enter>A001", "close-shift-note"),
            ("<F10>", "confirm-close"),
            ("2", "take-over"),
            ("11<Space>", "take-over-answered"),
            ("<Esc>", "open-shift-handover"),
            ("<Enter>[handover]", "items"),
            ("<Insert>", "item"),
            ("Mực in sắp hết<F10><End><Delete>", "choice-end-item"),
            ("<Esc><PageUp>", "handover-before"),
        ],
    );
    scene.is_in(Place::Handover);
}

#[test]
fn the_first_start_in_vietnamese() {
    first_start_tour(Lang::Vi);
}

#[test]
fn the_first_start_in_english() {
    first_start_tour(Lang::En);
}

#[test]
fn the_desk_in_vietnamese() {
    desk_tour(Lang::Vi);
}

#[test]
fn the_desk_in_english() {
    desk_tour(Lang::En);
}

#[test]
fn the_facts_in_vietnamese() {
    facts_tour(Lang::Vi);
}

#[test]
fn the_facts_in_english() {
    facts_tour(Lang::En);
}

#[test]
fn a_morning_opens_and_a_fault_is_told() {
    for lang in [Lang::Vi, Lang::En] {
        let mut scene = office();
        scene.lang(lang);
        tour(
            &mut scene,
            lang,
            &[("", "open-shift"), ("<End><Down><Down><Down><Down>Võ Thử", "open-shift-new")],
        );
        scene.fails();
        picture(&mut scene, "problem", lang);
        scene.keys("<Enter>").is_in(Place::OpenShift).size(59, 19);
        let screen = scene.screen();
        assert!(screen.lines().take(3).any(|line| line.contains("60×20")), "{screen}");
    }
}

/// The foreground and background of every cell, and what else distinguishes them.
fn looks(scene: &Scene) -> Modifier {
    let mut seen = Modifier::empty();
    for cell in &scene.buffer().content {
        assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{}", scene.screen());
        seen |= cell.modifier;
    }
    seen
}

#[test]
fn without_colours_nothing_is_coloured_and_everything_can_still_be_told_apart() {
    let (mut scene, _two) = morning(Lang::Vi);
    scene.plain();
    picture(&mut scene, "desk-plain", Lang::Vi);
    for keys in [
        "<Down>",
        "<F3>",
        "<Enter>",
        "<Space>",
        "<F2>ks",
        "<Esc><F1>",
        "<Esc><F8>",
        "<Enter>",
        "<Enter>",
        "<Esc><Esc><Tab><Tab>[statistics]",
        "2",
        "6",
        "[range]",
        "<Esc><Esc>[journal]",
        "<Esc>[close]",
        "<Esc>[settings]",
        "<Esc><F2>ks<C-o>",
        "<Esc><Esc>[outages]<Enter>",
        "<Esc><F8>[statistics]",
    ] {
        scene.keys(&steps(keys, Lang::Vi));
        assert!(looks(&scene).contains(Modifier::REVERSED | Modifier::BOLD), "{}", scene.screen());
    }
    // What colour says is said by a word or a mark, too.
    let mut scene = morning(Lang::Vi).0;
    scene.plain().sees("!K001").sees("Tại quầy").sees("Tạm giữ").sees("q2").keys("<F4>").sees("[!]");
}

#[test]
fn with_colours_only_the_sixteen_are_used() {
    let (mut scene, _two) = morning(Lang::Vi);
    for keys in
        ["", "<Down>", "<F3>", "<Enter>", "<F2>ks", "<Esc><F8>", "[statistics]", "2", "6", "<Esc>[close]"]
    {
        scene.keys(&steps(keys, Lang::Vi));
        for cell in &scene.buffer().content {
            for colour in [cell.fg, cell.bg] {
                assert!(!matches!(colour, Color::Rgb(..) | Color::Indexed(_)), "{colour:?}");
            }
        }
    }
}

#[test]
fn drawing_twice_draws_the_same() {
    let (mut scene, _two) = morning(Lang::En);
    for keys in ["", "<F3>", "<Enter>", "<F2>ks", "<Esc><F1>", "<Esc><F8>", "[statistics]", "2"] {
        scene.keys(&steps(keys, Lang::En));
        let before = scene.buffer();
        assert_eq!(scene.redrawn().buffer(), before);
    }
}
