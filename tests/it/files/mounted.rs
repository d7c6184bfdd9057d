//! File systems that a test mounts and takes away again. Only root can, and only on Linux; elsewhere they are skipped.

use std::path::{Path, PathBuf};
use std::process::Command as Program;

use tempfile::TempDir;

/// Something mounted on a folder until this is dropped.
pub struct Mounted {
    folder: PathBuf,
    /// The folder itself goes after what was mounted on it.
    _own: Option<TempDir>,
}

impl Mounted {
    /// A disk of two megabytes on an empty folder.
    pub fn small(folder: TempDir) -> Option<Self> {
        run("mount", &["-t", "tmpfs", "-o", "size=2m", "tmpfs"], folder.path())
            .then(|| Self { folder: folder.path().to_owned(), _own: Some(folder) })
    }

    /// A folder that nobody can write to any more, not even root.
    #[cfg(unix)]
    pub fn read_only(folder: &Path) -> Option<Self> {
        let path = folder.display().to_string();
        let bound = run("mount", &["--bind", &path], folder)
            .then(|| Self { folder: folder.to_owned(), _own: None })?;
        run("mount", &["-o", "remount,bind,ro"], folder).then_some(bound)
    }

    /// Where it is mounted.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        run("umount", &["-l"], &self.folder);
    }
}

fn run(program: &str, options: &[&str], folder: &Path) -> bool {
    let done = cfg!(target_os = "linux")
        && Program::new(program)
            .args(options)
            .arg(folder)
            .output()
            .is_ok_and(|output| output.status.success());
    if !done {
        eprintln!("skipped: {program} needs root on Linux");
    }
    done
}
