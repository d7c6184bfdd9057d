//! motcua: arguments in, exit code out. Everything else is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    motcua::cli::main(std::env::args_os().collect())
}
