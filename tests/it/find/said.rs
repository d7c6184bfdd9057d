//! What citizens say at the desk, as a volunteer hears it and types it: without marks.

use motcua::domain::find::Habits;

use super::finder;

/// What was said, what a volunteer types of it (at most six keys), and what was meant.
const SAID: &[(&str, &str, &str)] = &[
    ("lam giay khai sinh cho chau", "khai s", "1.001193"),
    ("xin giay doc than de cuoi vo", "doc th", "1.004873"),
    ("hai dua chung em muon dang ky ket hon", "ket h", "1.000894"),
    ("bao tu cho ba noi", "bao tu", "1.000656"),
    ("sua ngay sinh trong giay khai sinh bi sai", "sai ng", "1.004859"),
    ("xin ban sao trich luc ket hon", "trich", "2.000635"),
    ("mat giay khai sinh gio lam lai", "mat gi", "1.004884"),
    ("toi muon nhan con ngoai gia thu", "nhan c", "1.001022"),
    ("sao y may cai bang cap de di xin viec", "sao y", "2.000815"),
    ("xac nhan chu ky trong so yeu ly lich", "chu ky", "2.000884"),
    ("hop dong tang cho dat cho con", "hop do", "2.001035"),
    ("ong cu muon viet di chuc", "di chu", "2.001019"),
    ("anh em chia thua ke mieng dat", "chia t", "2.001406"),
    ("nhap ho khau cho vo moi cuoi", "nhap h", "1.004222"),
    ("dang ky tam tru cho nguoi thue phong", "tam tr", "1.004194"),
    ("tach ho khau ra o rieng", "tach", "1.010038"),
    ("nha co khach ngu lai qua dem", "khach", "2.001159"),
    ("xin giay xac nhan cu tru ct07", "ct07", "1.010041"),
    ("the can cuoc het han can doi", "cc het", "1.014063"),
    ("lam lai the can cuoc bi mat", "mat cc", "1.014064"),
    ("lam can cuoc cho be bay tuoi", "cc cho", "1.014062"),
    ("kich hoat vneid muc 2 tren may nay", "vneid", "KN01"),
    ("toi quen mat khau vneid roi", "quen", "KN03"),
    ("dien thoai bi khoa chieu goi di", "khoa c", "KN12"),
    ("tien cho nguoi gia khong co luong huu", "tien g", "1.014027"),
    ("lam giay khuyet tat cho con trai", "khuyet", "1.001699"),
    ("xin vao ho ngheo nam nay", "ho ngh", "1.011607"),
    ("mua the bao hiem y te ca nha", "bao hi", "1.001939"),
    ("rut bao hiem xa hoi mot lan", "rut ba", "1.001613"),
    ("chi moi sinh hoi tien thai san", "thai s", "2.000693"),
    ("dat nha chua co so do muon lam lan dau", "so do", "1.013978"),
    ("hai nha cai nhau lan dat", "lan da", "1.012812"),
    ("xin giay phep xay nha", "xay nh", "1.013225"),
    ("mo cua hang tap hoa nho", "mo cua", "1.001612"),
    ("nghi ban han tra giay phep kinh doanh", "nghi b", "1.001266"),
    ("chuyen truong cho con ve que", "truong", "2.002481"),
    ("sang ten xe may cho em trai", "ten xe", "1.013076"),
    ("xin con nuoi", "con nu", "2.001263"),
    ("nop tien dien tien nuoc bang dien thoai", "tien d", "KN14"),
    ("bi lua chuyen tien tren mang", "lua d", "KN21"),
    ("muon phan anh den duong hong", "phan a", "KN16"),
    ("tra xem ho so den dau roi", "tra cu", "KN06"),
];

#[test]
fn six_keys_bring_what_was_said_among_the_first_three() {
    let finder = finder();
    assert!(SAID.len() >= 40);
    let mut wrong = Vec::new();
    for (said, typed, code) in SAID {
        assert!(typed.chars().count() <= 6, "{typed}");
        for query in [typed, said] {
            let found = finder.find(query, &Habits::default());
            if !found.iter().take(3).any(|one| one.0 == *code) {
                wrong.push(format!("«{query}»: {code} is not in {:?}", &found[..found.len().min(3)]));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Whole sentences with all that is said around the need, and what Enter must take.
const SENTENCES: &[(&str, &str)] = &[
    ("em oi cho chi hoi lam giay khai sinh cho be thi sao", "1.001193"),
    ("toi muon xin cai giay xac nhan doc than", "1.004873"),
    ("cho toi lam thu tuc dang ky tam tru", "1.004194"),
    ("giup ba lam the bao hiem y te voi chau oi", "1.001939"),
    ("tôi bị mất căn cước, giờ làm lại ở đâu", "1.014064"),
    ("Cháu cần công chứng bản sao bằng tốt nghiệp", "2.000815"),
    ("con em len lop 6 thi nop giay gi", "3.000182"),
    ("nha toi muon tach khau", "1.010038"),
    ("xin tien cho nguoi gia tren 75 tuoi", "1.014027"),
    ("cai vneid len dien thoai moi", "KN01"),
    ("cai chinh ngay sinh tren giay khai sinh", "1.004859"),
    ("dang ky bien so xe may", "1.012575"),
    ("toi muon mo quan ca phe", "1.001612"),
];

#[test]
fn what_is_said_around_a_need_does_not_hide_it() {
    let finder = finder();
    let wrong: Vec<String> = SENTENCES
        .iter()
        .filter_map(|(said, code)| {
            let found = finder.find(said, &Habits::default());
            (found[0].0 != *code)
                .then(|| format!("«{said}»: {code} is not {:?}", &found[..found.len().min(3)]))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// Talk that names nothing the desk helps with.
const NO_NEED: &[&str] = &[
    "toi di cho mua rau",
    "hom nay troi dep",
    "lorem ipsum dolor sit",
    "khong co thu nay",
    "xyzt",
    "abcd efgh",
    "qwerty uiop",
    "toi muon hoi",
];

#[test]
fn talk_that_names_no_need_fits_none() {
    let finder = finder();
    for said in NO_NEED {
        let found = finder.find(said, &Habits::default());
        assert_eq!(found.len(), 1, "«{said}»: {found:?}");
    }
}

#[test]
fn a_page_that_was_pasted_is_looked_through_and_no_more() {
    let page = "khai sinh cho chau ".repeat(2_000);
    let found = finder().find(&page, &Habits::default());
    assert_eq!(found[0].0, "1.001193");
}
