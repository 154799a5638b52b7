//! The measured half of `cargo xtask bench siting`: one instance and one solver
//! in one process, so that its seconds and its memory are its own. Prints one JSON object.

mod again;
mod euclid;
#[path = "../../measure.rs"]
mod measure;
mod ours;
mod package;
mod source;
mod strong;

use serde_json::{Value, json};
use source::Case;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
siting-bench STAGE

  ours SECONDS GAP SOURCE …      our solver, until the gap or so many seconds of processor
  highs SECONDS GAP SOURCE …     HiGHS on a strong model, with the same limits
  again SECONDS GAP DIR          a site locked, opened, dragged: the plan of a package anew, from the last one
  read DIR                       how large a package is, and what reading it costs
  costs OUT SOURCE …             weights and costs as a dense table, for solvers in Python

SOURCE: euclid N P SEED | package DIR | FORMAT FILE [radius=R] [p=P] [capacity=N] [splittable]
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match stage(&words) {
        Ok(Value::Object(mut said)) => {
            said.insert("peak_bytes".to_owned(), json!(measure::peak_bytes()));
            println!("{}", Value::Object(said));
            // A run of HiGHS that was left behind ends with the process.
            ExitCode::SUCCESS
        }
        Ok(_) => {
            eprint!("{HELP}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("siting-bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn stage(words: &[&str]) -> Result<Value, Box<dyn Error>> {
    Ok(match words {
        ["ours", seconds, gap, source @ ..] => {
            ours::run(&Case::read(source)?, seconds.parse()?, gap.parse()?)?
        }
        ["highs", seconds, gap, source @ ..] => {
            strong::run(&Case::read(source)?, seconds.parse()?, gap.parse()?)?
        }
        ["again", seconds, gap, dir] => again::run(Path::new(dir), seconds.parse()?, gap.parse()?)?,
        ["read", dir] => package::read(Path::new(dir))?,
        ["costs", out, source @ ..] => source::write_costs(&Case::read(source)?, Path::new(out))?,
        _ => Value::Null,
    })
}
