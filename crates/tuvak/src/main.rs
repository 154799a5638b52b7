//! The command line: `tuvak check | plan | explore | verify | reach | demand | travel | siting |
//! import`.
//!
//! What people read goes to stderr, with progress; `--json` prints one object
//! on stdout. Exit codes: 0 done and the gap reached, 1 the input has faults,
//! 2 wrong usage, 3 no plan respects all conditions, 4 there is a plan but
//! its gap is larger than asked, 5 the search ended before any plan was found.

mod cli;
mod commands;
mod memory;
mod progress;
mod say;
mod solver;
mod summary;
mod table;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args_os()
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    match cli::parse(&args) {
        Ok(request) => commands::run(&request).into(),
        Err(end) => end.into(),
    }
}
