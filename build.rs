//! Packs what is read at every start: the catalogue in a form that is read faster than TOML, and the list of communes.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::DeflateEncoder;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=MOTCUA_MADE={}", made());
    let catalogue: toml::Table = toml::from_str(&asset("procedures.toml")?).map_err(io::Error::other)?;
    pack("procedures", &serde_json::to_vec(&catalogue)?)?;
    pack("admin_units", asset("admin_units.tsv")?.as_bytes())
}

/// The day of this build, or the one that a build which can be repeated is given, counted from 1970 on.
fn made() -> u64 {
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    let given = env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse::<u64>().ok());
    given.unwrap_or_else(|| UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs())) / 86_400
}

fn asset(name: &str) -> io::Result<String> {
    let path = Path::new("assets").join(name);
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path)
}

fn pack(name: &str, bytes: &[u8]) -> io::Result<()> {
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    fs::write(folder.join(name), packed.finish()?)
}
