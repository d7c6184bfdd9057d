//! The rules of forms, on one with a row of each kind.

use crossterm::event::KeyCode;

use super::*;

type Rows = Form<char, ()>;

fn form() -> Rows {
    Form::new([
        ('l', Cell::line(20, "")),
        ('n', Cell::note(100, "")),
        ('c', Cell::Choice("a".to_owned())),
        ('f', Cell::found(20, "")),
        ('t', Cell::Tick(false)),
        ('u', Cell::Tick(true)),
    ])
}

fn face(asked: &Asked<'_, char, ()>) -> Face {
    let value = |(code, words): (&str, &str)| Value::new(code, words);
    match asked.row {
        'c' => {
            let all = [("a", "không ghi"), ("b", "Thôn 1"), ("c", "Thôn 2"), ("d", "Đông Hòa")];
            Face::choice("Thôn", all.map(value).to_vec())
        }
        'f' if !asked.text.is_empty() => {
            Face::choice("Tìm", [("x", "một"), ("y", "hai")].map(value).to_vec())
        }
        't' => Face::new("Trần Thử Hai"),
        'u' => Face::new("Lê Thử Ba"),
        _ => Face::new("Chữ"),
    }
}

/// Presses keys as the console does: text to the form, the others by what they mean in forms.
fn keys(form: &mut Rows, script: &str) {
    for key in Key::script(script).unwrap() {
        if !form.press(key, &|asked| face(&asked)) {
            let action = match key.code {
                KeyCode::Up => Action::Up,
                KeyCode::Down => Action::Down,
                KeyCode::Tab if key.shift => Action::PreviousField,
                KeyCode::Tab => Action::NextField,
                KeyCode::Char(' ') => Action::Toggle,
                KeyCode::Enter => Action::Accept,
                _ => continue,
            };
            form.act(action, &|asked| face(&asked));
        }
    }
}

#[test]
fn the_arrows_and_tab_reach_every_row_and_letters_go_where_the_cursor_is() {
    for step in ["<Down>", "<Tab>"] {
        let mut form = form();
        for row in ['l', 'n', 'c', 'f', 't', 'u'] {
            assert_eq!(form.row(), Some(row), "{step}");
            keys(&mut form, step);
        }
        let mut form = self::form();
        let script = format!("một{step}hai{step}dong{step}{step}");
        keys(&mut form, &script);
        assert_eq!(
            (form.value('l'), form.value('n'), form.value('c')),
            ("một".into(), "hai".into(), "d".into())
        );
        assert_eq!(form.row(), Some('t'));
        keys(&mut form, "<Up><Up><Up><Up>!");
        assert_eq!(form.value('l'), "một!");
    }
    let mut form = form();
    keys(&mut form, "<S-Tab>");
    assert_eq!(form.row(), Some('u'), "Tab goes round");
    keys(&mut form, "<Tab>");
    assert_eq!(form.row(), Some('l'));
}

#[test]
fn in_a_note_and_in_what_was_found_the_arrows_move_inside_first() {
    let mut form = form();
    keys(&mut form, "<Down>một<Enter>hai<Up>!<Down><Down><Down>gõ<Down>");
    assert_eq!((form.value('n'), form.row(), form.found('f')), ("một!\nhai".into(), Some('f'), 1));
    keys(&mut form, "x");
    assert_eq!(form.found('f'), 0, "another text is looked for anew");
    keys(&mut form, "<Down><Down>");
    assert_eq!(form.row(), Some('t'));
}

#[test]
fn a_choice_is_found_by_typing_turned_by_space_and_never_by_the_arrows() {
    let mut form = form();
    form.go_to('c');
    keys(&mut form, "thon 2");
    assert_eq!(form.value('c'), "c");
    keys(&mut form, "<Backspace>1");
    assert_eq!(form.value('c'), "b");
    // Among those that fit what stands there.
    keys(&mut form, "<Backspace><Space>");
    assert_eq!(form.value('c'), "c");
    keys(&mut form, "<Space>");
    assert_eq!(form.value('c'), "b");
    // Nothing fits: as it was before it was typed.
    keys(&mut form, "zz");
    assert_eq!(form.value('c'), "a");
    keys(&mut form, &"<Backspace>".repeat(9));
    assert_eq!(form.value('c'), "a");
    keys(&mut form, "<Left><Right>");
    assert_eq!(form.value('c'), "a");
    keys(&mut form, "<Space><Space><Space><Space>");
    assert_eq!(form.value('c'), "a");
    form.paste("đông", &|asked| face(&asked));
    keys(&mut form, "<Space>hoa");
    assert_eq!(form.value('c'), "d");
    keys(&mut form, "<Space>");
    assert_eq!(form.value('c'), "a", "with all its words said Space turns on");
}

#[test]
fn a_tick_is_found_by_typing_and_turned_by_space() {
    let mut form = form();
    form.go_to('u');
    keys(&mut form, "hai<Space>");
    assert!(form.row() == Some('t') && form.is_ticked('t') && form.is_ticked('u'));
    // A name that is not there is typed to its end, and no space of it ticks anybody.
    keys(&mut form, "Trần Thị Mới");
    assert!(form.row() == Some('t') && form.is_ticked('t') && form.is_ticked('u'));
    form.go_to('t');
    keys(&mut form, "khong<Backspace><Backspace><Backspace><Backspace><Backspace>ba<Space>");
    assert!(form.row() == Some('u') && form.is_ticked('t') && !form.is_ticked('u'));
}

#[test]
fn enter_goes_on_and_accepts_on_the_last_row_and_in_a_short_form() {
    let act = |form: &mut Rows, action| form.act(action, &|asked| face(&asked));
    let mut form = form();
    assert_eq!(act(&mut form, Action::Accept), Acted::Left('l'));
    form.go_to('u');
    assert_eq!(act(&mut form, Action::Accept), Acted::Save);
    let mut short = Form::new([('l', Cell::line(9, "")), ('m', Cell::line(9, ""))]);
    assert_eq!(act(&mut short, Action::Accept), Acted::Save);
}

#[test]
fn words_that_are_not_saved_are_known() {
    let mut form = form();
    keys(&mut form, "  ");
    assert!(form.is_changed() && !form.has_words());
    keys(&mut form, "a");
    assert!(form.has_words());
    form.keep('l', "b");
    assert!(!form.is_changed() && form.value('l') == "b");
    form.go_to('c');
    keys(&mut form, "<Space>");
    assert!(form.is_changed() && !form.has_words());
}

#[test]
fn rows_that_come_and_go_leave_the_others_as_they_are() {
    let mut form = form();
    keys(&mut form, "một");
    form.go_to('c');
    form.follow(['c', 'v', 'l'], |_| Cell::Tick(true));
    assert_eq!((form.row(), form.value('l'), form.is_ticked('v')), (Some('c'), "một".into(), true));
    form.follow(['v', 'l'], |_| Cell::Tick(false));
    assert!(form.row() == Some('v') && form.is_ticked('v'));
}
