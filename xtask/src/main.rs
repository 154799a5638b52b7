//! What developers run: `cargo xtask COMMAND`. Every task of the project is in
//! this list and nowhere else.

mod bench;
mod compare;
mod demo;
mod kurzeme;
mod latvia;
mod layers;
mod pages;
mod plan_json;
mod setup;
mod test;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const HELP: &str = "\
cargo xtask COMMAND

  demo                set up what is missing and make the plan of the example region Kurzeme
  test                set up what is missing and run all tests
  bench [SECONDS]     measure: gap against the proven bound, seconds and memory of the engine
  bench roads         measure travel times on roads, against OSRM and the crate cch
  bench siting [--quick] [--limit S] [--ours] [NAME …]
                      measure the solver of location problems, against HiGHS and spopt
                      (NAME: how an instance's name begins, such as pmed/ or kurzeme)
  fit-fallback        make again docs/travel-fallback.md: detour and speed without roads
  compare             make again docs/kurzeme-compared.md: the engine against the plan of 2018
  pages               write the generated pages again (data dictionary, command line)
  example [SPREAD]    write the derived tables of examples/kurzeme again
                      (SPREAD: population, equal or towns)
  generate latvia OUT [TIMES]
                      write a region package of the whole country, to measure on
                      (TIMES: so many times the needs of the example Kurzeme by population)
  layers              check that no crate uses one above it
  env                 print the build environment, for `eval \"$(cargo xtask env)\"`
";

/// A task's end: nothing, or one line that says what went wrong.
pub type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["demo"] => demo::run(),
        ["test"] => test::run(),
        ["bench", "roads"] => bench::roads::run(),
        ["bench", "siting", rest @ ..] => bench::siting::run(rest),
        ["fit-fallback"] => bench::roads::write_fallback(),
        ["bench", rest @ ..] => bench::plan::run(rest),
        ["compare"] => compare::run(),
        ["pages"] => pages::write(),
        ["example"] => example("population"),
        ["example", spread] => example(spread),
        ["generate", "latvia", out] => latvia::generate(Path::new(out), 1),
        ["generate", "latvia", out, times] => times
            .parse()
            .map_err(|_| format!("{times:?} is not a whole number"))
            .and_then(|times| latvia::generate(Path::new(out), times)),
        ["layers"] => layers::check(),
        ["env"] => setup::print_env(),
        ["help" | "--help" | "-h"] | [] => {
            print!("{HELP}");
            Ok(())
        }
        _ => {
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}

fn example(spread: &str) -> Outcome {
    let spread = kurzeme::Spread::parse(spread)
        .ok_or_else(|| format!("no spreading rule {spread:?}: population, equal or towns"))?;
    kurzeme::generate(&root(), spread)
}

/// The project's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(Path::to_path_buf)
        .unwrap_or_default()
}

/// Runs a command and says what failed.
pub fn run(command: &mut Command) -> Outcome {
    let said = format!("{command:?}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{status}: {said}")),
        Err(error) => Err(format!("{error}: {said}")),
    }
}
