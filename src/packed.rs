//! The assets that `build.rs` has packed.

use std::io::{self, Read as _};

use flate2::read::DeflateDecoder;

/// The catalogue, as JSON.
pub static PROCEDURES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/procedures"));

/// The list of communes, as it is.
pub static ADMIN_UNITS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/admin_units"));

/// The asset as it was before it was packed.
pub fn unpacked(packed: &[u8]) -> io::Result<String> {
    let mut text = String::with_capacity(6 * packed.len());
    DeflateDecoder::new(packed).read_to_string(&mut text)?;
    Ok(text)
}
