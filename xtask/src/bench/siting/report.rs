//! The printed tables: ours, HiGHS, `spopt`, ratios, aims.

use super::aim::Aim;
use super::cases::Case;
use super::cells::{cells, decimal, short, table, yes};
use super::ran::Ran;
use crate::Outcome;
use crate::bench::format::{grouped, mib, seconds};
use crate::bench::program::number;
use serde_json::Value;

const RECIPE: &str = "\
Recipe: `cargo xtask bench siting`. Seconds are processor seconds of a process of its own for each instance and solver, on one
thread (packages of the country: ours on two, aims by thread), reading the file and building the model included; memory is the
most held at once. HiGHS 1.15.0: the strong model (use by arc ≤ open, aggregate capacity, sparse), one thread, whole people
where loads differ. Both end at the same gap, which is the aim's, or the optimum where the aim is a proof, and have the same limit.
Ratio: processor seconds of HiGHS by ours, with > where HiGHS was stopped before it was done.";

const MAIN: &str = "\
| instance | aim | met | published | ours | objective | bound | gap % | CPU s | MiB | HiGHS | objective | gap % | CPU s | MiB | ratio |
|---|---|---|---:|---|---:|---:|---:|---:|---:|---|---:|---:|---:|---:|---:|";
const SPOPT: &str = "\
| instance | ours, CPU s | `spopt` | objective | off % | CPU s | MiB | ratio |
|---|---:|---|---:|---:|---:|---:|---:|";
const PACKAGES: &str = "\
| package | people in need | demand points | facilities | arcs | read and check, CPU s | into the solver's terms, CPU s |
|---|---:|---:|---:|---:|---:|---:|";
const CHANGES: &str = "\
| Kurzeme after one change | CPU s | s by the clock | gap % |
|---|---:|---:|---:|";

/// Two solvers on a case.
pub struct Measured {
    /// Ours.
    pub ours: Ran,
    /// HiGHS.
    pub highs: Option<Ran>,
    /// Contradictions.
    pub faults: Vec<String>,
}

/// A plan made anew after one change.
pub struct Change {
    /// What changed.
    pub what: String,
    /// Where.
    pub site: String,
    /// Processor seconds.
    pub cpu: f64,
    /// Seconds by the clock.
    pub wall: f64,
    /// Gap reached.
    pub gap: f64,
}

/// Rows in the order of measuring.
pub struct Report {
    limit: f64,
    rows: Vec<String>,
    spopt: Vec<String>,
    packages: Vec<String>,
    changes: Vec<String>,
    /// Group and processor seconds, and whether proven, of ours.
    sums: Vec<(&'static str, f64, bool)>,
    /// Ratios where both are done.
    ratios: Vec<f64>,
    /// Aim in words, and whether it is met.
    aims: Vec<(String, bool)>,
    faults: Vec<String>,
}

/// p-median files together: the aim, seconds.
const PMED: f64 = 8.0;
/// The aim for the geometric mean of ratios.
const RATIO: f64 = 10.0;
/// The aim for a plan after one change: seconds, and the gap of a plan that is worth showing.
const CHANGE: (f64, f64) = (1.0, 0.005);

impl Report {
    /// Nothing measured yet.
    pub fn new(limit: f64) -> Self {
        Self {
            limit,
            rows: Vec::new(),
            spopt: Vec::new(),
            packages: Vec::new(),
            changes: Vec::new(),
            sums: Vec::new(),
            ratios: Vec::new(),
            aims: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// A case that was measured.
    pub fn add(&mut self, case: &Case, measured: Measured) {
        let Measured {
            ours,
            highs,
            faults,
        } = measured;
        let met = |aim: &Aim| aim.met(&ours, case.known.as_ref(), case.threads);
        for aim in &case.aims {
            self.aims.push((format!("{}: {aim}", case.name), met(aim)));
        }
        let aims: Vec<String> = case.aims.iter().map(Aim::to_string).collect();
        let verdicts: Vec<&str> = case.aims.iter().map(|aim| yes(met(aim))).collect();
        let ratio = highs
            .as_ref()
            .map_or(f64::NAN, |highs| highs.cpu / ours.cpu);
        let both = ours.is_done && highs.as_ref().is_some_and(|highs| highs.is_done);
        let ratio_told = match (ratio.is_nan() || !ours.is_done, both) {
            (true, _) => String::new(),
            (false, true) => format!("{ratio:.1}"),
            (false, false) => format!("> {ratio:.1}"),
        };
        if both {
            self.ratios.push(ratio);
        }
        let published = case.known.as_ref().map_or_else(String::new, |known| {
            let what = if known.is_optimal {
                "optimum"
            } else {
                "best known"
            };
            format!("{} {what}", decimal(known.value))
        });
        let row = format!(
            "| {} | {} | {} | {published} | {} | {} | {ratio_told} |",
            case.name,
            aims.join("; "),
            verdicts.join("; "),
            cells(&ours),
            highs
                .as_ref()
                .map_or_else(|| "not run | | | |".to_owned(), short),
        );
        // Told at once, so that a run that is broken off is not lost.
        eprintln!("{row}");
        self.rows.push(row);
        self.sums.push((case.group, ours.cpu, ours.is_done));
        let named = faults
            .into_iter()
            .map(|fault| format!("{}: {fault}", case.name));
        self.faults.extend(named);
    }

    /// What `spopt` made of a case.
    pub fn spopt(&mut self, case: &Case, ours: &Ran, theirs: Ran) {
        let off = case
            .known
            .as_ref()
            .map_or(ours.objective, |known| known.value);
        let off = 100.0 * (theirs.objective - off).abs() / off.abs();
        let told = match &theirs.failed {
            Some(why) => format!("{why} | | | | |"),
            None => format!(
                "{} | {} | {off:.2} | {} | {} | {:.1} |",
                if theirs.is_done {
                    "proven"
                } else {
                    "not proven"
                },
                decimal(theirs.objective),
                seconds(theirs.cpu),
                mib(theirs.bytes),
                theirs.cpu / ours.cpu,
            ),
        };
        self.spopt
            .push(format!("| {} | {} | {told}", case.name, seconds(ours.cpu)));
    }

    /// How large a package is, and what reading it costs.
    pub fn package(&mut self, case: &Case, said: &Value) {
        let counts = ["/persons", "/demands", "/facilities", "/arcs"];
        let counts = counts.map(|key| grouped(number(said, key))).join(" | ");
        let costs = ["/read_cpu", "/stated_cpu"]
            .map(|key| seconds(number(said, key)))
            .join(" | ");
        self.packages
            .push(format!("| {} | {counts} | {costs} |", case.name));
    }

    /// Plans after one change.
    pub fn again(&mut self, changes: &[Change]) {
        for Change {
            what,
            site,
            cpu,
            wall,
            gap,
        } in changes
        {
            let gap = 100.0 * gap;
            self.changes.push(format!(
                "| {site} {what} | {} | {} | {gap:.3} |",
                seconds(*cpu),
                seconds(*wall)
            ));
        }
        // The limit ends a run a little after it.
        let met = |change: &Change| change.cpu <= 1.1 * CHANGE.0 && change.gap <= CHANGE.1;
        let all = !changes.is_empty() && changes.iter().all(met);
        let (time, gap) = (CHANGE.0, 100.0 * CHANGE.1);
        self.aims.push((
            format!("kurzeme after one change: {gap} % in {time} s"),
            all,
        ));
    }

    /// Prints it; faults are an error.
    pub fn print(mut self, no_spopt: Option<&str>) -> Outcome {
        self.add_sums();
        println!(
            "{RECIPE} Here the limit was {} s, or the aim's where that is longer.",
            self.limit
        );
        table(MAIN, &self.rows);
        if let Some(why) = no_spopt {
            println!("\n`spopt` was not measured: {why}");
        }
        table(SPOPT, &self.spopt);
        table(PACKAGES, &self.packages);
        table(CHANGES, &self.changes);
        self.print_aims();
        match self.faults.len() {
            0 => Ok(()),
            _ => Err(format!("what cannot be:\n{}", self.faults.join("\n"))),
        }
    }

    fn add_sums(&mut self) {
        let pmed: Vec<_> = self.sums.iter().filter(|sum| sum.0 == "pmed").collect();
        if !pmed.is_empty() {
            let cpu: f64 = pmed.iter().map(|sum| sum.1).sum();
            let proven = pmed.iter().all(|sum| sum.2);
            let told = format!(
                "pmed, {} files together: proven in {PMED} s ({})",
                pmed.len(),
                seconds(cpu)
            );
            self.aims.push((told, proven && cpu <= PMED));
        }
        if !self.ratios.is_empty() {
            let logs: f64 = self.ratios.iter().map(|ratio| ratio.ln()).sum();
            let mean = (logs / self.ratios.len() as f64).exp();
            let told = format!(
                "geometric mean of {} ratios where both are done: ≥ {RATIO} ({mean:.1})",
                self.ratios.len()
            );
            self.aims.push((told, mean >= RATIO));
        }
    }

    fn print_aims(&self) {
        for (held, title) in [(true, "Aims that hold"), (false, "Aims that do not hold")] {
            let of: Vec<&str> = self
                .aims
                .iter()
                .filter(|aim| aim.1 == held)
                .map(|aim| aim.0.as_str())
                .collect();
            println!("\n{title} ({} of {}):\n", of.len(), self.aims.len());
            of.iter().for_each(|aim| println!("- {aim}"));
        }
    }
}
