use super::*;
use crate::ui::keymap::TABLE;

const NOW: Duration = Duration::from_secs(1);

/// The names of the keys that bytes of one read are, pastes in brackets, what repeats or is let go with a sign.
fn heard(reader: &mut Reader, bytes: &[u8]) -> String {
    names(reader.read(bytes, NOW))
}

fn names(heard: Vec<Heard>) -> String {
    let name = |heard| match heard {
        Heard::Stroke(Stroke { key, motion: Motion::Typed, .. }) => key.name(),
        Heard::Stroke(Stroke { key, motion: Motion::Pressed, .. }) => format!("{}!", key.name()),
        Heard::Stroke(Stroke { key, motion: Motion::Repeated, .. }) => format!("{}&", key.name()),
        Heard::Stroke(Stroke { key, motion: Motion::Released, .. }) => format!("{}^", key.name()),
        Heard::Paste(text) => format!("[{text}]"),
    };
    heard.into_iter().map(name).collect::<Vec<_>>().join(" ")
}

fn read(bytes: &str) -> String {
    let mut reader = Reader::default();
    let now = heard(&mut reader, bytes.as_bytes());
    let later = if reader.patience().is_some() { names(reader.end()) } else { String::new() };
    [now, later].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What the keys send, from terminfo and the terminals' manuals; each was tried in xterm, tmux, screen and rxvt.
///
/// Columns: the key; xterm, also GNOME, Konsole, Windows Terminal over ssh; xterm in application mode; tmux and screen; the Linux
/// console; rxvt; `PuTTY`.
const KEYS: &[(&str, [&str; 6])] = &[
    ("F1", ["\x1bOP", "\x1bOP", "\x1bOP", "\x1b[[A", "\x1b[11~", "\x1b[11~"]),
    ("F2", ["\x1bOQ", "\x1bOQ", "\x1bOQ", "\x1b[[B", "\x1b[12~", "\x1b[12~"]),
    ("F3", ["\x1bOR", "\x1bOR", "\x1bOR", "\x1b[[C", "\x1b[13~", "\x1b[13~"]),
    ("F4", ["\x1bOS", "\x1bOS", "\x1bOS", "\x1b[[D", "\x1b[14~", "\x1b[14~"]),
    ("F5", ["\x1b[15~", "\x1b[15~", "\x1b[15~", "\x1b[[E", "\x1b[15~", "\x1b[15~"]),
    ("F6", ["\x1b[17~"; 6]),
    ("F7", ["\x1b[18~"; 6]),
    ("F8", ["\x1b[19~"; 6]),
    ("F9", ["\x1b[20~"; 6]),
    ("F10", ["\x1b[21~"; 6]),
    ("F11", ["\x1b[23~"; 6]),
    ("F12", ["\x1b[24~"; 6]),
    ("↑", ["\x1b[A", "\x1bOA", "\x1b[A", "\x1b[A", "\x1b[A", "\x1b[A"]),
    ("↓", ["\x1b[B", "\x1bOB", "\x1b[B", "\x1b[B", "\x1b[B", "\x1b[B"]),
    ("→", ["\x1b[C", "\x1bOC", "\x1b[C", "\x1b[C", "\x1b[C", "\x1b[C"]),
    ("←", ["\x1b[D", "\x1bOD", "\x1b[D", "\x1b[D", "\x1b[D", "\x1b[D"]),
    ("Home", ["\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[1~", "\x1b[7~", "\x1b[1~"]),
    ("End", ["\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[4~", "\x1b[8~", "\x1b[4~"]),
    ("PgUp", ["\x1b[5~"; 6]),
    ("PgDn", ["\x1b[6~"; 6]),
    ("Insert", ["\x1b[2~"; 6]),
    ("Delete", ["\x1b[3~"; 6]),
    ("Tab", ["\t"; 6]),
    ("Shift+Tab", ["\x1b[Z", "\x1b[Z", "\x1b[Z", "\x1b\t", "\x1b[Z", "\x1b[Z"]),
    ("Enter", ["\r", "\x1bOM", "\r", "\r", "\r", "\r"]),
    ("Esc", ["\x1b"; 6]),
    ("Backspace", ["\x7f", "\x7f", "\x7f", "\x7f", "\x7f", "\x08"]),
    ("Space", [" "; 6]),
    ("*", ["*", "\x1bOj", "*", "*", "*", "*"]),
    ("+", ["+", "\x1bOk", "+", "+", "+", "+"]),
    ("-", ["-", "\x1bOm", "-", "-", "-", "-"]),
    ("/", ["/", "\x1bOo", "/", "/", "/", "/"]),
    ("=", ["=", "\x1bOX", "=", "=", "=", "="]),
    ("Ctrl+A", ["\x01"; 6]),
    ("Ctrl+B", ["\x02"; 6]),
    ("Ctrl+F", ["\x06"; 6]),
    ("Ctrl+Q", ["\x11"; 6]),
    ("Ctrl+S", ["\x13"; 6]),
    ("Ctrl+Z", ["\x1a"; 6]),
    ("ư", ["ư"; 6]),
];

#[test]
fn each_terminal_says_each_key_in_its_own_way() {
    for (key, terminals) in KEYS {
        for bytes in terminals {
            assert_eq!(read(bytes), *key, "{bytes:?}");
        }
    }
}

#[test]
fn each_key_of_the_table_is_known_from_its_bytes() {
    let is_said = |key: Key| {
        let name = key.name();
        let is_letter = key.text().is_some() || (key.ctrl && matches!(key.code, KeyCode::Char(_)));
        let is_modified = (key.shift || key.ctrl) && !is_letter;
        is_letter || is_modified || KEYS.iter().any(|(said, _)| *said == name)
    };
    let unsaid: Vec<String> =
        TABLE.iter().flat_map(|row| row.keys).filter(|key| !is_said(**key)).map(|key| key.name()).collect();
    assert_eq!(unsaid, Vec::<String>::new());
}

#[test]
fn what_is_held_beside_a_key() {
    for (bytes, key) in [
        // xterm, tmux, GNOME, Konsole.
        ("\x1b[1;5A", "Ctrl+↑"),
        ("\x1b[1;2C", "Shift+→"),
        ("\x1b[1;2P", "Shift+F1"),
        ("\x1b[24;2~", "Shift+F12"),
        ("\x1b[3;5~", "Ctrl+Delete"),
        ("\x1bO5C", "Ctrl+→"),
        ("\x1bO1;2Q", "Shift+F2"),
        ("\x1b[27;5;9~", "Ctrl+Tab"),
        // rxvt.
        ("\x1bOa", "Ctrl+↑"),
        ("\x1b[b", "Shift+↓"),
        ("\x1b[3$", "Shift+Delete"),
        ("\x1b[5^", "Ctrl+PgUp"),
        // With Alt or Super it is another key, and none of the table.
        ("\x1b[1;3D", ""),
        ("\x1b[1;9D", ""),
        ("\x1b\x1b[D", ""),
        ("\x1b\x1bOS", ""),
        ("\x1bx", ""),
        ("\x1bđ", ""),
        ("\x1b\r", ""),
        ("\x1b\x7f", ""),
        // Locks hold nothing.
        ("\x1b[1;129P", "F1"),
        ("\x1b[1;65A", "↑"),
    ] {
        assert_eq!(read(bytes), key, "{bytes:?}");
    }
}

#[test]
fn what_is_no_key_changes_nothing_and_eats_nothing() {
    let strange = [
        // The number pad's 5 without NumLock: xterm, Linux, rxvt.
        "\x1b[E",
        "\x1b[G",
        "\x1bOu",
        // Where the cursor is, which is also Shift+F3 of xterm; what the terminal is.
        "\x1b[1;2R",
        "\x1b[24;80R",
        "\x1b[?1;2c",
        "\x1b[>0;276;0c",
        "\x1b[?2026;2$y",
        "\x1b[4;1$y",
        "\x1b[8;24;80t",
        "\x1b[0n",
        "\x1b[?0u",
        // The mouse: old, SGR, rxvt. The focus.
        "\x1b[M !!",
        "\x1b[<0;33;12M",
        "\x1b[<0;33;12m",
        "\x1b[32;33;12M",
        "\x1b[I",
        "\x1b[O",
        // Answers: colours by BEL and by ST, the version, graphics, others.
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        "\x1b]52;c;eGFjIG5oYW4=\x1b\\",
        "\x1bP>|XTerm(379)\x1b\\",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b^x\x1b\\",
        "\x1bXx\x1b\\",
        // Keys that nobody has.
        "\x1b[25~",
        "\x1b[34~",
        "\x1b[99~",
        "\x1b[57358u",
        "\x1b[1;2;3;4z",
        "\x1b[201~",
        "\x1b[99999999999~",
        // Letters that are none.
        "\u{80}",
    ];
    for bytes in strange {
        assert_eq!(read(bytes), "", "{bytes:?}");
        assert_eq!(read(&format!("{bytes}x\r")), "x Enter", "{bytes:?}");
        assert_eq!(read(&format!("x{bytes}\x1bOQ")), "x F2", "{bytes:?}");
    }
}

#[test]
fn what_was_cut_is_given_up_and_the_next_key_is_heard() {
    let cut: &[&[u8]] = &[
        b"\x1b[",
        b"\x1b[1;",
        b"\x1b[[",
        b"\x1bO",
        b"\x1b[M !",
        b"\x1b[<0;3",
        b"\x1b]11;rgb:",
        b"\x1bP>|",
        b"\x1b_G",
        b"\x1b[200~",
        b"\xc6",
        b"\xe1\xba",
    ];
    for bytes in cut {
        let mut reader = Reader::default();
        assert_eq!(heard(&mut reader, bytes), "", "{bytes:?}");
        assert_eq!(reader.patience(), Some(END), "{bytes:?}");
        assert_eq!(names(reader.end()), "", "{bytes:?}");
        assert_eq!(reader.patience(), None, "{bytes:?}");
        assert_eq!(heard(&mut reader, b"a"), "a", "{bytes:?}");
    }
    // What cannot go on ends it at once.
    assert_eq!(read("\x1b[1;\x1bOQ"), "F2");
    assert_eq!(read("\x1b[1;\r"), "Enter");
    assert_eq!(read("\x1b]0;x\x1bOQ"), "F2");
    let mut reader = Reader::default();
    assert_eq!(heard(&mut reader, b"\xe1\xbaa\xff\xc6\xb0"), "a ư");
}

#[test]
fn a_sequence_and_a_letter_may_come_in_pieces() {
    for bytes in ["\x1b[15;2~", "\x1bOQ", "\x1b[[A", "ế", "\x1b[200~xin chào\x1b[201~", "\x1b]11;x\x1b\\"]
    {
        let whole = read(bytes);
        let mut reader = Reader::default();
        let pieces: Vec<String> = bytes.bytes().map(|byte| heard(&mut reader, &[byte])).collect();
        assert_eq!(pieces.concat(), whole, "{bytes:?}");
        assert_eq!(reader.patience(), None, "{bytes:?}");
    }
}

#[test]
fn esc_is_a_key_of_its_own() {
    let mut reader = Reader::default();
    assert_eq!(heard(&mut reader, b"\x1b"), "");
    assert_eq!(reader.patience(), Some(ESC_ALONE));
    assert_eq!(names(reader.end()), "Esc");
    // The letter of a later read is no letter with Alt.
    assert_eq!(heard(&mut reader, b"\x1b"), "");
    assert_eq!(heard(&mut reader, b"k"), "Esc k");
    assert_eq!(heard(&mut reader, b"\x1b"), "");
    assert_eq!(heard(&mut reader, b"\x1b"), "Esc");
    assert_eq!(names(reader.end()), "Esc");
    assert_eq!(read("\x1b\x1b"), "Esc Esc");
    // It came when its byte came.
    reader.read(b"\x1b", Duration::from_millis(5));
    assert!(matches!(reader.end()[..], [Heard::Stroke(Stroke { at, .. })] if at.as_millis() == 5));
}

#[test]
fn a_paste_is_text_whatever_is_in_it() {
    assert_eq!(read("\x1b[200~Ngô A\rxã B\r\nsố 3\x1b[201~x"), "[Ngô A\nxã B\nsố 3] x");
    assert_eq!(read("\x1b[200~\x1bOQ\x03\x1b[201~"), "[\x1bOQ\x03]");
    // Without its end it is taken as far as it came.
    assert_eq!(read("\x1b[200~Ngô A"), "[Ngô A]");
    let long = "ab".repeat(LONGEST_PASTE);
    let taken = read(&format!("\x1b[200~{long}\x1b[201~x"));
    assert_eq!(taken.len(), LONGEST_PASTE + "[] x".len());
}

#[test]
fn a_terminal_that_tells_releases_is_believed() {
    let mut reader = Reader::default();
    // It does not say so yet: an F2 may be a repeat.
    assert_eq!(heard(&mut reader, b"\x1b[12~"), "F2");
    assert_eq!(heard(&mut reader, b"\x1b[?3u"), "");
    let told =
        heard(&mut reader, b"\x1b[12~\x1b[12;1:2~\x1b[12;1:3~\x1b[1;1:1A\x1b[1;1:3A\x1b[27u\x1b[27;1:3u");
    assert_eq!(told, "F2! F2& F2^ ↑! ↑^ Esc! Esc^");
    // A terminal that took up no more tells nothing of text, Enter, Tab and Backspace.
    assert_eq!(heard(&mut reader, b"a \r\t\x7f"), "a Space Enter Tab Backspace");
    let told = heard(&mut reader, b"\x1b[122;5u\x1b[122;5:2u\x1b[122;5:3u\x1b[97;1:3u");
    assert_eq!(told, "Ctrl+Z! Ctrl+Z& Ctrl+Z^ a^");
    // As the same keys come without the protocol.
    assert_eq!(
        heard(&mut reader, b"\x1b[105;5u\x1b[109;5u\x1b[104;5u\x1b[13;2u"),
        "Tab! Enter! Backspace! Enter!"
    );
    assert_eq!(heard(&mut reader, b"\x1b[120;3u\x1b[57441;2u"), "");
    assert_eq!(heard(&mut reader, b"\x1b[57410u\x1b[57414u\x1b[57417u"), "/! Enter! ←!");
}

#[test]
fn a_terminal_that_tells_of_every_key_says_what_it_types() {
    let mut reader = Reader::default();
    assert_eq!(heard(&mut reader, b"\x1b[?31u"), "");
    let told = heard(&mut reader, b"\x1b[13u\x1b[13;1:2u\x1b[13;1:3u\x1b[9u\x1b[9;2u\x1b[127u\x1b[127;1:3u");
    assert_eq!(told, "Enter! Enter& Enter^ Tab! Shift+Tab! Backspace! Backspace^");
    for (bytes, keys) in [
        (b"\x1b[97;;97u".as_slice(), "a!"),
        (b"\x1b[97;1:3u", "a^"),
        (b"\x1b[97:65;2;65u\x1b[97:65;2:2;65u", "A! A&"),
        // With the lock of capitals, with that of numbers, with Shift.
        (b"\x1b[97;65;65u\x1b[57400;129;49u\x1b[49:33;2;33u\x1b[32;;32u", "A! 1! !! Space!"),
        // Without its text.
        (b"\x1b[97:65;2u\x1b[49:33;2u", "A! !!"),
        // An input method.
        (b"\x1b[0;;118:105:7879:99u", "v! i! ệ! c!"),
        // Shift, Control, the lock of capitals; Alt with a letter.
        (b"\x1b[57441;2u\x1b[57442;5:3u\x1b[57358u\x1b[120;3u", ""),
        (b"\x1b[122;5u\x1b[122;5:3u", "Ctrl+Z! Ctrl+Z^"),
    ] {
        assert_eq!(heard(&mut reader, bytes), keys, "{}", bytes.escape_ascii());
    }
}

#[test]
fn no_bytes_break_it() {
    let mut random = fastrand::Rng::with_seed(7);
    let signs: &[u8] = b"\x1b\x1b\x1b[[[O]P_MR~$u;:?<0123456789ab\xc6\xb0\xe1\xba\xff\x07\\ \r";
    let mut reader = Reader::default();
    for _ in 0..20_000 {
        let bytes: Vec<u8> = (0..random.usize(1..9)).map(|_| signs[random.usize(..signs.len())]).collect();
        reader.read(&bytes, NOW);
        if random.bool() {
            reader.end();
            assert_eq!(heard(&mut reader, b"x"), "x");
        }
    }
}
