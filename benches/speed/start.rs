//! The start as a person sees it: a process in a terminal, until its first frame is on the screen.
#![allow(clippy::disallowed_methods, reason = "the reader of a terminal waits for its bytes")]

use std::io::Read;
use std::path::Path;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// A program that has drawn; it ends when this is dropped.
pub struct Started {
    child: Box<dyn Child + Send + Sync>,
    _terminal: Box<dyn MasterPty + Send>,
}

impl Drop for Started {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Starts the program on a folder and waits for the end of its first frame: the footer, which every screen has.
pub fn to_first_frame(folder: &Path) -> Started {
    let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_motcua"));
    command.args(["--station", "1", "--data"]);
    command.arg(folder);
    command.env("TERM", "xterm-256color");
    let child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (mut seen, mut bytes) = (Vec::new(), [0; 16_384]);
    while !seen.windows(2).any(|pair| pair == b"F1") {
        let count = reader.read(&mut bytes).unwrap();
        assert!(count > 0, "the program ended before it had drawn");
        seen.extend_from_slice(&bytes[..count]);
    }
    Started { child, _terminal: pair.master }
}
