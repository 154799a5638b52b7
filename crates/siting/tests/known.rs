//! Values that are known of public benchmarks: no answer is better than a proven
//! optimum, no bound beyond the best known value, and what is said to be proven is.
//!
//! Any solver may be held to them: [`hold`].

use siting::formats::{Format, Options, Sense, Stated, read};
use siting::solver::{Control, SolveError, SolveOptions, Solver, Stop};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// A file and what is known of it.
#[derive(Debug, Clone)]
struct Known {
    family: String,
    file: String,
    format: Format,
    options: Options,
    /// The best known value.
    value: f64,
    /// Whether nothing is better.
    is_optimum: bool,
    /// Half of the last digit that is printed.
    digit: f64,
}

fn folder() -> Option<PathBuf> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/instances"
    );
    let folder = PathBuf::from(folder);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: there are no benchmarks at {}", folder.display());
    None
}

fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    let mut table = csv::Reader::from_path(folder().unwrap().join(table)).unwrap();
    table.deserialize().map(Result::unwrap).collect()
}

/// Everything that is known of the files at hand.
fn known() -> Vec<Known> {
    let mut known = Vec::new();
    for row in rows("best-known.csv") {
        let problem = row["problem"].as_str();
        let (family, format) = match row["family"].as_str() {
            "cap" if problem == "UFLP" => ("cap", Format::UflpOrlib),
            "cap" => ("cap", Format::OrlibCap),
            "pmed" => ("pmed", Format::OrlibPmed),
            "pmedcap" => ("pmedcap", Format::OrlibPmedcap),
            "holmberg" => ("holmberg", Format::Holmberg),
            "sscflp-orlib" => ("sscflp-orlib", Format::Holmberg),
            "sscflp-yang" => ("sscflp-yang", Format::Holmberg),
            "sscflp-delmaire-diaz-fernandez" => {
                ("sscflp-delmaire-diaz-fernandez", Format::SscflpDf)
            }
            "sscflp-tbed1" => ("sscflp-tbed1", Format::Tbed),
            "uflp-koerkel-ghosh" => ("uflp-koerkel-ghosh", Format::UflpSimple),
            "uflp-kratica-m" => ("uflp-kratica-m", Format::UflpOrlib),
            _ => continue,
        };
        let Ok(value) = row["value"].parse() else {
            continue;
        };
        let capacity = row["file"].split_once("(capacity=");
        known.push(Known {
            family: family.to_owned(),
            file: row["file"].split(' ').next().unwrap().to_owned(),
            format,
            options: Options {
                capacity: capacity.map(|(_, number)| number.trim_end_matches(')').parse().unwrap()),
                splittable: problem.starts_with("CFLP (splittable) /"),
                ..Options::default()
            },
            value,
            is_optimum: row["status"].starts_with("optimal")
                && !row["status"].contains("best known"),
            digit: digit(&row["value"]),
        });
    }
    for row in rows("mclp-optima.csv") {
        known.push(Known {
            family: "mclp".to_owned(),
            file: row["file"].clone(),
            format: Format::Mclp,
            options: Options {
                radius: row["radius"].parse().ok(),
                p: row["p"].parse().ok(),
                ..Options::default()
            },
            value: row["objective"].parse().unwrap(),
            is_optimum: row["status"] == "Optimal",
            digit: 0.5,
        });
    }
    let folder = folder().unwrap();
    for (family, format) in [
        ("multiservice-synthetic", Format::Multiservice),
        ("scflp-scenarios", Format::Scflp),
    ] {
        for file in fs::read_dir(folder.join(family))
            .into_iter()
            .flatten()
            .flatten()
        {
            let file = file.file_name().to_string_lossy().into_owned();
            let text = fs::read_to_string(folder.join(family).join(&file)).unwrap();
            let json: serde_json::Value = serde_json::from_str(&text).unwrap();
            let best = json["known"]["best_objective"].as_f64();
            // Of the scenarios one of those at hand has a published optimum, found again
            // with HiGHS on a model made by hand.
            let published = (file == "f25-c50-s64-r10-1.json").then_some(39_895.324);
            let Some(value) = best.or(published) else {
                continue;
            };
            known.push(Known {
                family: family.to_owned(),
                file,
                format,
                options: Options::default(),
                value,
                is_optimum: published.is_some(),
                digit: 0.005,
            });
        }
    }
    known.retain(|known| folder.join(&known.family).join(&known.file).is_file());
    known
}

fn digit(value: &str) -> f64 {
    let decimals = value
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    0.5 * 0.1f64.powi(decimals as i32)
}

impl Known {
    fn stated(&self) -> Stated {
        let file = folder().unwrap().join(&self.family).join(&self.file);
        read(self.format, &fs::read(&file).unwrap(), &self.options)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }
}

/// Solves a file to a gap within so many nodes and holds the answer to what is known of it. Whether
/// the gap was proven.
fn hold(solver: &dyn Solver, known: &Known, gap: f64, nodes: u64) -> bool {
    let stated = known.stated();
    let options = SolveOptions {
        gap,
        time_limit_s: None,
        work_limit: Some(nodes),
    };
    let told = format!("{} {} {:?}", known.family, known.file, known.options);
    // In the file's terms, as costs: the covered demand counts against.
    let sign = match stated.sense {
        Sense::Minimise => 1.0,
        Sense::MaximiseCovered { .. } => -1.0,
    };
    let (value, slack) = (
        known.value * sign,
        stated.error + known.digit + 1e-9 * known.value.abs(),
    );
    let holds = |bound: i64| {
        let bound = stated.objective(bound) * sign;
        assert!(
            bound <= value + slack,
            "{told}: bound {bound} is beyond the best known {value}"
        );
    };
    let outcome = match solver.solve(&stated.instance, &options, None, &mut |_| Control::Continue) {
        Err(SolveError::NothingFound { bound }) => {
            holds(bound.unwrap_or_else(|| panic!("{told}: there is no bound")));
            return false;
        }
        other => other.unwrap_or_else(|error| panic!("{told}: {error}")),
    };
    assert_eq!(outcome.solution.faults(&stated.instance), [], "{told}");
    assert_eq!(
        outcome.solution.cost(&stated.instance),
        outcome.objective,
        "{told}"
    );
    holds(outcome.bound);
    let best = stated.objective(outcome.objective) * sign;
    if known.is_optimum {
        assert!(
            best >= value - slack,
            "{told}: {best} is better than the optimum {value}"
        );
    }
    let is_proven = outcome.stop == Stop::Gap;
    if is_proven {
        let slack = slack + gap * best.abs();
        assert!(
            best <= value + slack,
            "{told}: {best} is no optimum, {value} is known"
        );
    }
    is_proven
}

#[test]
fn every_file_of_which_something_is_known_is_read() {
    if folder().is_none() {
        return;
    }
    let known = known();
    assert!(known.len() > 150, "{}", known.len());
    let is_small = |known: &&Known| !known.family.contains("yang") && !known.file.contains("0000");
    for known in known.iter().filter(is_small) {
        let stated = known.stated();
        assert!(!stated.instance.arcs.is_empty());
        assert!(
            stated.error <= 1e-5 * known.value.max(1.0),
            "{known:?}: {}",
            stated.error
        );
    }
}

mod engine {
    use super::*;
    use siting::engine::Engine;

    /// Holds the engine to what is known of some small files, all of which it proves to a gap.
    fn hold_files(files: &[(&str, &str)], gap: f64) {
        if folder().is_none() {
            return;
        }
        let known = known();
        for (family, file) in files {
            let known = known
                .iter()
                .filter(|known| known.family == *family && known.file == *file);
            let known: Vec<_> = known.collect();
            assert!(!known.is_empty(), "{family} {file}");
            for known in known {
                let begun = std::time::Instant::now();
                assert!(hold(&Engine, known, gap, 20_000), "{known:?} is not proven");
                println!(
                    "{family} {file} {:?}: {:.2} s",
                    known.options,
                    begun.elapsed().as_secs_f64()
                );
            }
        }
    }

    #[test]
    fn capacitated_location_costs_what_is_known() {
        let files = [
            ("cap", "cap41.txt"),
            ("cap", "cap72.txt"),
            ("cap", "cap104.txt"),
        ];
        hold_files(&files, 1e-6);
    }

    #[test]
    fn single_source_location_costs_what_is_known() {
        hold_files(&[("holmberg", "p1.txt"), ("sscflp-orlib", "p1.txt")], 1e-6);
        hold_files(&[("sscflp-delmaire-diaz-fernandez", "p1.txt")], 0.01);
    }

    #[test]
    fn uncapacitated_location_costs_what_is_known() {
        hold_files(&[("uflp-kratica-m", "kcapmo1.txt")], 1e-6);
    }

    #[test]
    fn medians_cost_what_is_known() {
        hold_files(
            &[("pmed", "pmed5.txt"), ("pmedcap", "pmedcap1_5.txt")],
            1e-3,
        );
    }

    #[test]
    fn medians_that_take_a_tree_cost_what_is_known() {
        hold_files(&[("pmed", "pmed33.txt"), ("pmed", "pmed37.txt")], 0.0);
    }

    /// Nearly all demand can be covered in fractions.
    #[test]
    fn covering_covers_what_is_known() {
        hold_files(&[("mclp", "BDS1000.txt"), ("mclp", "SJC402.txt")], 0.0);
    }
}
