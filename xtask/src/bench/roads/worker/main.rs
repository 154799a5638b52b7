//! The measured half of `cargo xtask bench roads`: one stage in one process, so
//! that its seconds and its memory are its own. Prints one JSON object.

mod country;
mod detour;
mod fallback;
mod machine;
#[path = "../../measure.rs"]
mod measure;
mod pbf;
mod points;
mod sample;
mod stages;
mod sweep;
mod tile;

use serde_json::{Value, json};
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
roads-bench STAGE

  country SOURCE.osm.pbf OUT.osm.pbf SIDE   write SIDE × SIDE copies of an extract's roads, joined
  prepare EXTRACT PROFILE OUT               read, order, contract, price, store
  tables PREPARED PAIRS FROM TO …           seconds of pairs (or -), and matrices between lists
  cch PREPARED FROM TO …                    the same matrices by the crate cch
  identical EXTRACT PROFILE                 a matrix against Dijkstra's search
  recost PREPARED PROFILE OTHER             change speeds
  fallback PROFILE DETOUR KMH EXTRACT …     detour and speed by distance
  bandwidth                                 bytes a second that one thread copies
  processors                                how much of two processors is free
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match stage(&words) {
        Ok(Value::Object(mut said)) => {
            said.insert("peak_bytes".to_owned(), json!(measure::peak_bytes()));
            println!("{}", Value::Object(said));
            ExitCode::SUCCESS
        }
        Ok(_) => {
            eprint!("{HELP}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("roads-bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn stage(words: &[&str]) -> Result<Value, Box<dyn Error>> {
    Ok(match words {
        ["country", source, out, side] => {
            let written = country::write(Path::new(source), Path::new(out), side.parse()?)?;
            json!({
                "nodes": written.nodes,
                "ways": written.ways,
                "restrictions": written.restrictions,
                "bytes": written.bytes,
            })
        }
        ["prepare", extract, profile, out] => stages::prepare(extract, profile, out)?,
        ["tables", prepared, pairs, lists @ ..] => stages::tables(prepared, pairs, lists)?,
        ["cch", prepared, lists @ ..] => stages::crate_cch(prepared, lists)?,
        ["identical", extract, profile] => stages::identical(extract, profile)?,
        ["recost", prepared, profile, other] => stages::reprice(prepared, profile, other)?,
        ["fallback", profile, detour, kmh, extracts @ ..] => {
            detour::fit(profile, detour.parse()?, kmh.parse()?, extracts)?
        }
        ["processors"] => json!({ "free": machine::free_processors() }),
        ["bandwidth"] => json!({ "bytes_per_second": machine::copy_bandwidth() }),
        _ => Value::Null,
    })
}
