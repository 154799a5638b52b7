//! `cargo xtask bench siting [--quick] [--limit S] [--ours] [NAME …]`: our solver of location
//! problems against HiGHS on a strong model and against `spopt`, measured in the same run.
//!
//! Every instance and solver has a process of its own. Processor seconds are told, as
//! the clock of a shared machine says little. An answer better than a proven optimum, or a bound
//! beyond an answer, is a fault: the bench then fails.

mod again;
mod aim;
mod cases;
mod cells;
mod check;
mod known;
mod ran;
mod report;
mod spopt;

use crate::bench::program::Program;
use crate::{Outcome, latvia, root};
use cases::{Case, Cases};
use ran::Ran;
use report::{Measured, Report};
use spopt::Spopt;
use std::path::PathBuf;

/// Processor seconds of each run, and of a run with `--quick`.
const LIMITS: [f64; 2] = [120.0, 10.0];

/// What is to be measured.
struct Task {
    /// How names of instances, or of their files, begin; every instance of the aims if there are none.
    names: Vec<String>,
    /// Processor seconds of each run.
    limit: f64,
    /// One instance of a kind, no longer than the limit even where an aim gives more.
    quick: bool,
    /// Without the peers.
    ours_alone: bool,
}

impl Task {
    fn parse(words: &[&str]) -> Result<Self, String> {
        let mut task = Self {
            names: Vec::new(),
            limit: LIMITS[0],
            quick: false,
            ours_alone: false,
        };
        let mut words = words.iter();
        let mut limit = None;
        while let Some(&word) = words.next() {
            match word {
                "--quick" => task.quick = true,
                "--ours" => task.ours_alone = true,
                "--limit" => {
                    let seconds = words.next().and_then(|word| word.parse().ok());
                    limit = Some(seconds.ok_or("--limit: the seconds are missing")?);
                }
                option if option.starts_with('-') => {
                    return Err(format!("bench siting knows no {option}"));
                }
                name => task.names.push(name.to_owned()),
            }
        }
        task.limit = limit.unwrap_or(LIMITS[usize::from(task.quick)]);
        Ok(task)
    }

    fn names(&self, name: &str) -> bool {
        let file = name.split('/').next_back().unwrap_or_default();
        let begins = |part: &String| name.starts_with(part) || file.starts_with(part);
        self.names.iter().any(begins)
    }

    fn takes(&self, case: &Case) -> bool {
        if self.names.is_empty() {
            !case.besides && (!self.quick || case.quick)
        } else {
            self.names(&case.name)
        }
    }

    /// Processor seconds for a case: as many as its aims ask for, if that is more.
    fn seconds(&self, case: &Case) -> f64 {
        if self.quick {
            self.limit
        } else {
            case.seconds().max(self.limit)
        }
    }
}

/// Measures, and prints the tables with their recipe.
pub fn run(words: &[&str]) -> Outcome {
    let task = Task::parse(words)?;
    let program = Program::build("siting-bench")?;
    let scratch = program.scratch("bench-siting")?;
    let packages = packages(&scratch)?;
    let cases: Vec<Case> = Cases::all(&data()?, &packages)?
        .into_iter()
        .filter(|case| task.takes(case))
        .collect();
    let wants_spopt = !task.ours_alone && cases.iter().any(|case| case.spopt.is_some());
    let spopt = if wants_spopt {
        Spopt::set_up()
    } else {
        Err("no instance for it was asked for".to_owned())
    };
    let mut report = Report::new(task.limit);
    for case in &cases {
        let measured = measure(&task, &program, case)?;
        if let (Some(kind), Ok(spopt)) = (case.spopt, &spopt) {
            let arcs = measured
                .ours
                .arcs
                .max(measured.highs.as_ref().map_or(0.0, |ran| ran.arcs));
            report.spopt(
                case,
                &measured.ours,
                spopt.run(&program, &scratch, case, kind, arcs, task.seconds(case)),
            );
        }
        report.add(case, measured);
        if let ["package", folder] = case.source.iter().map(String::as_str).collect::<Vec<_>>()[..]
        {
            report.package(case, &program.stage(1, &["read", folder])?);
        }
    }
    let again = task.names.is_empty() || task.names("kurzeme/again");
    if again && let Some((_, kurzeme)) = packages.iter().find(|(name, _)| *name == "kurzeme") {
        eprintln!("kurzeme/again");
        report.again(&again::run(&program, kurzeme)?);
    }
    report.print(
        spopt
            .as_ref()
            .err()
            .filter(|_| wants_spopt)
            .map(String::as_str),
    )
}

fn measure(task: &Task, program: &Program, case: &Case) -> Result<Measured, String> {
    let seconds = task.seconds(case);
    eprintln!("{}: ours", case.name);
    let ours = Ran::of(program, "ours", case, seconds);
    let highs = (!task.ours_alone).then(|| {
        eprintln!("{}: HiGHS", case.name);
        match case.no_highs {
            Some(why) => Ran::failed(why),
            None => Ran::of(program, "highs", case, seconds),
        }
    });
    let faults = check::faults(case, &ours, highs.as_ref());
    for fault in &faults {
        eprintln!("{}: FAULT: {fault}", case.name);
    }
    Ok(Measured {
        ours,
        highs,
        faults,
    })
}

/// The folder of instances beside the project.
fn data() -> Result<PathBuf, String> {
    let data = root().join("../shared/data/instances");
    let there = data.is_dir();
    there.then_some(data).ok_or_else(|| {
        "no instances in ../shared/data/instances: there is nothing to measure".to_owned()
    })
}

/// Region packages: name and folder. Those of the country are generated.
fn packages(scratch: &std::path::Path) -> Result<Vec<(&'static str, PathBuf)>, String> {
    let mut packages = vec![("kurzeme", root().join("examples").join("kurzeme"))];
    for (name, times) in [("latvia", 1), ("latvia-6", 6)] {
        let folder = scratch.join(name);
        latvia::generate(&folder, times)?;
        packages.push((name, folder));
    }
    Ok(packages)
}
