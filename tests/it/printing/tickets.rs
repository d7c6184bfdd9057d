//! The slip with a number through a queue of a real printing system.

use std::io::Read;
use std::net::TcpListener;
use std::thread;

use tempfile::TempDir;

use super::cups::Cups;
use crate::slips::printed;
use crate::terminal::{F2, opened};

#[test]
fn a_raw_queue_gets_the_slip_of_each_number_twice_when_the_desk_keeps_one() {
    let Some(cups) = Cups::running() else { return };
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let queue = cups.raw_queue(listener.local_addr().unwrap().port());
    let reader = thread::spawn(move || {
        let mut heard = Vec::new();
        listener.accept().unwrap().0.read_to_end(&mut heard).unwrap();
        heard
    });
    let home = TempDir::new().unwrap();
    let data = home.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let settings = format!("[print]\nslip = \"raw:{}\"\nslip_width = 58\ndesk_copy = true\n", queue.name);
    std::fs::write(data.join("config.toml"), settings).unwrap();
    let environment = cups.environment();
    let mut extra: Vec<(&str, &str)> =
        environment.iter().map(|(name, value)| (*name, value.to_str().unwrap())).collect();
    let path = std::env::var("PATH").unwrap();
    extra.push(("PATH", &path));
    let mut terminal = opened(&home, &extra);
    terminal.types(F2).sees("Cần việc gì?").types("ks\r").sees("Đã cấp số A001").sees("chưa in");
    terminal.sees_no_more("chưa in");
    let paper = printed(&reader.join().unwrap());
    assert_eq!((paper.widths, paper.cuts), (vec![384, 384], 2));
}
