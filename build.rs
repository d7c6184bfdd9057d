//! Packs what is read at every start: the catalogue in a form that is read faster than TOML, and the list of communes.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::DeflateEncoder;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let catalogue: toml::Table = toml::from_str(&asset("procedures.toml")?).map_err(io::Error::other)?;
    pack("procedures", &serde_json::to_vec(&catalogue)?)?;
    pack("admin_units", asset("admin_units.tsv")?.as_bytes())
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
