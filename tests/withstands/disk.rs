//! A disk that writes down all that is done to it, and fails when it is told to.
//!
//! It stands between the database engine and the real file system, as the engine's own interface for that (a "VFS") allows.
//! What is written reaches the real files, so that everything works as ever; and each write, flush, cut and removal of
//! a watched file becomes a [`Step`], from which [`crate::cut`] makes what a power cut would have left.
#![allow(unsafe_code, reason = "the engine asks its file system by calls in C")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "sizes of C"
)]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Mutex, MutexGuard};

use rusqlite::ffi;

/// One thing that was done to a file of the watched folder; files go by their names.
#[derive(Clone, Debug)]
pub enum Step {
    Write { file: String, at: usize, bytes: Vec<u8> },
    Truncate { file: String, size: usize },
    Flush { file: String },
    Remove { file: String, is_flushed: bool },
}

/// What fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Read,
    Write,
    Flush,
}

/// How it fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failing {
    /// `EIO`: nothing was done.
    Broken,
    /// `ENOSPC`: nothing was written.
    NoSpace,
    /// `EDQUOT`: nothing was written; the engine has no word of its own for it.
    OverQuota,
    /// Half of it was done.
    Short,
}

/// Something that is to fail.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    pub deed: Deed,
    pub how: Failing,
    /// How many of its kind go well before it.
    pub after: u32,
    /// How many of its kind fail in a row.
    pub times: u32,
}

#[derive(Default)]
struct Disk {
    watched: Option<PathBuf>,
    steps: Vec<Step>,
    fault: Option<Fault>,
    /// How many deeds have failed since the last fault was set.
    failed: u32,
}

static DISK: Mutex<Option<Disk>> = Mutex::new(None);

/// The file system of the machine.
static REAL: AtomicPtr<ffi::sqlite3_vfs> = AtomicPtr::new(ptr::null_mut());

struct Held(MutexGuard<'static, Option<Disk>>);

impl Held {
    fn disk(&mut self) -> &mut Disk {
        self.0.get_or_insert_default()
    }
}

fn held() -> Held {
    Held(DISK.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
}

/// Writes down from now on what is done to the files of a folder, and forgets what was written down before.
pub fn watch(folder: &Path) {
    *held().disk() = Disk { watched: Some(folder.to_owned()), ..Disk::default() };
}

/// How many steps there were since [`watch`].
pub fn steps_so_far() -> usize {
    held().disk().steps.len()
}

/// The steps since [`watch`]; nothing is written down any more.
pub fn stop() -> Vec<Step> {
    std::mem::take(held().disk()).steps
}

/// Lets something fail, or nothing any more.
pub fn fail(fault: Option<Fault>) {
    let mut held = held();
    held.disk().fault = fault;
    held.disk().failed = 0;
}

/// How many deeds have failed since [`fail`].
pub fn failed() -> u32 {
    held().disk().failed
}

impl Disk {
    /// Whether this deed fails, and how.
    fn fails(&mut self, deed: Deed) -> Option<Failing> {
        let fault = self.fault.as_mut().filter(|fault| fault.deed == deed && fault.times > 0)?;
        if fault.after > 0 {
            fault.after -= 1;
            return None;
        }
        fault.times -= 1;
        self.failed += 1;
        Some(fault.how)
    }
}

/// A file as the engine holds it: ours, and behind it the real one.
#[repr(C)]
struct Shim {
    base: ffi::sqlite3_file,
    /// The name of a watched file, else null.
    name: *mut String,
}

/// Puts this disk under every file that the engine opens from now on.
pub fn register() {
    // SAFETY: the engine is started first; its own file system is never taken away, and what we register lives for ever.
    unsafe {
        assert_eq!(ffi::sqlite3_initialize(), ffi::SQLITE_OK);
        let real = ffi::sqlite3_vfs_find(ptr::null());
        assert!(!real.is_null());
        REAL.store(real, Ordering::SeqCst);
        let mut ours = *real;
        ours.szOsFile += size_of::<Shim>() as c_int;
        ours.pNext = ptr::null_mut();
        ours.zName = c"written-down".as_ptr();
        ours.xOpen = Some(open);
        ours.xDelete = Some(delete);
        assert_eq!(ffi::sqlite3_vfs_register(Box::leak(Box::new(ours)), 1), ffi::SQLITE_OK);
    }
}

fn real() -> *mut ffi::sqlite3_vfs {
    REAL.load(Ordering::SeqCst)
}

/// The name of a path in the watched folder.
unsafe fn watched(path: *const c_char) -> Option<String> {
    if path.is_null() {
        return None;
    }
    // SAFETY: the engine's paths end with a zero.
    let path = Path::new(unsafe { CStr::from_ptr(path) }.to_str().ok()?);
    let folder = held().disk().watched.clone()?;
    (path.parent()? == folder).then(|| path.file_name().unwrap_or_default().to_string_lossy().into_owned())
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    path: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: the engine gives room for both files, see `register`.
    unsafe {
        let inner = inner(file);
        let code = (*real()).xOpen.map_or(ffi::SQLITE_ERROR, |open| open(real(), path, inner, flags, out));
        let is_open = !(*inner).pMethods.is_null();
        let name =
            watched(path).filter(|_| is_open).map_or(ptr::null_mut(), |name| Box::into_raw(Box::new(name)));
        let methods: *const ffi::sqlite3_io_methods = if is_open { &raw const METHODS } else { ptr::null() };
        file.cast::<Shim>().write(Shim { base: ffi::sqlite3_file { pMethods: methods }, name });
        code
    }
}

unsafe extern "C" fn delete(_: *mut ffi::sqlite3_vfs, path: *const c_char, is_flushed: c_int) -> c_int {
    // SAFETY: as the engine calls it.
    let code =
        unsafe { (*real()).xDelete.map_or(ffi::SQLITE_ERROR, |delete| delete(real(), path, is_flushed)) };
    if code == ffi::SQLITE_OK
        && let Some(file) = unsafe { watched(path) }
    {
        held().disk().steps.push(Step::Remove { file, is_flushed: is_flushed != 0 });
    }
    code
}

unsafe fn inner(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    // SAFETY: the real file lies right behind ours.
    unsafe { file.cast::<u8>().add(size_of::<Shim>()).cast() }
}

unsafe fn name<'a>(file: *mut ffi::sqlite3_file) -> Option<&'a String> {
    // SAFETY: ours since `open`, and freed at `close` alone.
    unsafe { (*file.cast::<Shim>()).name.as_ref() }
}

/// Calls a method of the real file.
macro_rules! real {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        let inner = inner($file);
        match (*(*inner).pMethods).$method {
            Some(method) => method(inner $(, $argument)*),
            None => ffi::SQLITE_ERROR,
        }
    }};
}

/// Methods that only pass on what the engine asks.
macro_rules! pass_on {
    ($($name:ident = $method:ident($($argument:ident: $kind:ty),*);)*) => {
        $(unsafe extern "C" fn $name(file: *mut ffi::sqlite3_file $(, $argument: $kind)*) -> c_int {
            // SAFETY: as the engine calls it.
            unsafe { real!(file, $method $(, $argument)*) }
        })*
    };
}

pass_on! {
    file_size = xFileSize(size: *mut ffi::sqlite3_int64);
    lock = xLock(level: c_int);
    unlock = xUnlock(level: c_int);
    check_reserved = xCheckReservedLock(out: *mut c_int);
    control = xFileControl(op: c_int, argument: *mut c_void);
    sector_size = xSectorSize();
    characteristics = xDeviceCharacteristics();
    map_shared = xShmMap(page: c_int, size: c_int, extend: c_int, out: *mut *mut c_void);
    lock_shared = xShmLock(offset: c_int, count: c_int, flags: c_int);
    unmap_shared = xShmUnmap(delete: c_int);
    fetch = xFetch(at: ffi::sqlite3_int64, amount: c_int, out: *mut *mut c_void);
    unfetch = xUnfetch(at: ffi::sqlite3_int64, page: *mut c_void);
}

unsafe extern "C" fn barrier(file: *mut ffi::sqlite3_file) {
    // SAFETY: as the engine calls it.
    unsafe {
        let inner = inner(file);
        if let Some(barrier) = (*(*inner).pMethods).xShmBarrier {
            barrier(inner);
        }
    }
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: the engine closes once.
    unsafe {
        let name = (*file.cast::<Shim>()).name;
        if !name.is_null() {
            drop(Box::from_raw(name));
        }
        real!(file, xClose)
    }
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    into: *mut c_void,
    amount: c_int,
    at: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: as the engine calls it.
    unsafe {
        let fails = name(file).and_then(|_| held().disk().fails(Deed::Read));
        match fails {
            None => real!(file, xRead, into, amount, at),
            // A read that stops half way is gone on with by the engine's own file system, until that fails.
            Some(_) => ffi::SQLITE_IOERR_READ,
        }
    }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    amount: c_int,
    at: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: as the engine calls it.
    unsafe {
        let fails = name(file).and_then(|_| held().disk().fails(Deed::Write));
        let (amount, answer) = match fails {
            None => (amount, ffi::SQLITE_OK),
            Some(Failing::Broken | Failing::OverQuota) => (0, ffi::SQLITE_IOERR_WRITE),
            Some(Failing::NoSpace) => (0, ffi::SQLITE_FULL),
            Some(Failing::Short) => (amount / 2, ffi::SQLITE_FULL),
        };
        if amount > 0 {
            let code = real!(file, xWrite, from, amount, at);
            if code != ffi::SQLITE_OK {
                return code;
            }
            if let Some(name) = name(file) {
                let bytes = std::slice::from_raw_parts(from.cast::<u8>(), amount as usize).to_vec();
                held().disk().steps.push(Step::Write { file: name.clone(), at: at as usize, bytes });
            }
        }
        answer
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    // SAFETY: as the engine calls it.
    unsafe {
        let code = real!(file, xTruncate, size);
        if let Some(name) = name(file).filter(|_| code == ffi::SQLITE_OK) {
            held().disk().steps.push(Step::Truncate { file: name.clone(), size: size as usize });
        }
        code
    }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: as the engine calls it.
    unsafe {
        if name(file).is_some_and(|_| held().disk().fails(Deed::Flush).is_some()) {
            return ffi::SQLITE_IOERR_FSYNC;
        }
        let code = real!(file, xSync, flags);
        if let Some(name) = name(file).filter(|_| code == ffi::SQLITE_OK) {
            held().disk().steps.push(Step::Flush { file: name.clone() });
        }
        code
    }
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 3,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(map_shared),
    xShmLock: Some(lock_shared),
    xShmBarrier: Some(barrier),
    xShmUnmap: Some(unmap_shared),
    xFetch: Some(fetch),
    xUnfetch: Some(unfetch),
};
