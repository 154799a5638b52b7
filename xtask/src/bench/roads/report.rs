//! The printed table: ours, the peers', the ratio, the aim.

use super::program::{median, number};
use super::{RUNS, SIDE};
use serde_json::Value;

const RECIPE: &str = "\
Recipe: `cargo xtask bench roads`. Seconds are processor seconds (country: by the clock, 2 threads), medians of
alternating runs, each stage in a process of its own. OSRM 26.10.0 from the wheel `osrm-bindings` with its own `car.lua`:
`osrm-extract -t 1`, `osrm-contract -t 1`, and `Table` with `annotations=duration` after a first table that reads the
data in. Ours: profile `car-osrm`, one thread, snapping of all points included, as in OSRM's. `cch` 0.3.0: `distance_matrix`
on the same turn graph with the same order, points snapped beforehand. Points and pairs:
`../shared/data/osm/peer-durations`.";

/// Rows in the order of measuring.
#[derive(Default)]
pub struct Report {
    rows: Vec<[String; 8]>,
    notes: Vec<String>,
}

/// Runs of a matrix.
pub struct Matrix<'a> {
    /// Extract.
    pub name: &'a str,
    /// Points by points.
    pub size: &'a str,
    /// Which of the matrices of a run.
    pub index: usize,
    /// Our runs.
    pub ours: &'a [Value],
    /// OSRM's runs; empty if it is not there.
    pub osrm: &'a [Value],
    /// The crate's runs.
    pub cch: &'a [Value],
    /// Bytes a second that one thread copies.
    pub bandwidth: f64,
}

impl Report {
    /// Seconds and memory of preparing an extract.
    pub fn prepared(&mut self, name: &str, ours: &[Value], osrm: &[Value]) {
        let cpu = median(ours, |said| number(said, "/cpu"));
        let theirs = median(osrm, |said| {
            number(said, "/extract/cpu") + number(said, "/contract/cpu")
        });
        self.row(
            "prepare, CPU s",
            name,
            seconds(cpu),
            seconds(theirs),
            String::new(),
            theirs / cpu,
            "≥ 5 ×",
            theirs / cpu >= 5.0,
        );
        let peak = median(ours, |said| number(said, "/peak_bytes"));
        let theirs = median(osrm, |said| {
            number(said, "/extract/peak_bytes").max(number(said, "/contract/peak_bytes"))
        });
        self.row(
            "prepare, peak MiB",
            name,
            mib(peak),
            mib(theirs),
            String::new(),
            theirs / peak,
            "less",
            peak < theirs,
        );
        let bytes = median(ours, |said| number(said, "/bytes"));
        let theirs = median(osrm, |said| number(said, "/bytes"));
        self.row(
            "prepared file, MiB",
            name,
            mib(bytes),
            mib(theirs),
            String::new(),
            theirs / bytes,
            "",
            true,
        );
        if let Some(stages) = ours.first().and_then(|said| said["stages"].as_object()) {
            let parts: Vec<String> = stages
                .keys()
                .map(|stage| {
                    let pointer = format!("/stages/{stage}/cpu");
                    format!(
                        "{stage} {}",
                        seconds(median(ours, |said| number(said, &pointer)))
                    )
                })
                .collect();
            self.notes
                .push(format!("{name}, preparing, CPU s: {}.", parts.join(", ")));
        }
    }

    /// Seconds of a matrix, and how near its inner loop is to the memory's bandwidth.
    pub fn matrix(&mut self, matrix: &Matrix<'_>) {
        let at = |key: &str| format!("/matrices/{}/{key}", matrix.index);
        let cpu = median(matrix.ours, |said| number(said, &at("cpu")));
        let osrm = median(matrix.osrm, |said| {
            number(said, &format!("/cpu/{}", matrix.index))
        });
        let cch = median(matrix.cch, |said| number(said, &at("cpu")));
        let what = format!("{}, CPU s", matrix.size);
        self.row(
            &what,
            matrix.name,
            seconds(cpu),
            seconds(osrm),
            seconds(cch),
            osrm / cpu,
            "≥ 10 ×",
            osrm / cpu >= 10.0,
        );
        let snap = median(matrix.ours, |said| number(said, &at("snap_cpu")));
        let times = median(matrix.ours, |said| number(said, &at("times_cpu")));
        let touched = median(matrix.ours, |said| number(said, &at("bytes")));
        self.notes.push(format!(
            "{}, {}: of ours {} CPU s find the points' roads and {} are the sweeps ({:.1} × sooner than `cch`, \
             whose {} answers are {}); the sweeps touch {:.2} GB, {:.1} GB/s, where a copy of memory reaches {:.1} GB/s.",
            matrix.name,
            matrix.size,
            seconds(snap),
            seconds(times),
            cch / times,
            grouped(matrix.cch.first().map_or(f64::NAN, |said| number(said, &at("answers")))),
            if matrix.cch.iter().all(|said| said.pointer(&at("same")) == Some(&Value::Bool(true))) {
                "identical"
            } else {
                "NOT identical"
            },
            touched / 1e9,
            touched / times / 1e9,
            matrix.bandwidth / 1e9,
        ));
    }

    /// How many on-network pairs agree with OSRM, and whether all that it connects are connected.
    pub fn agreement(&mut self, name: &str, kinds: &[String], ours: &Value, theirs: &Value) {
        let value = |list: &Value, index: usize| list[index].as_f64();
        let ratios = |kind: &str| -> Vec<f64> {
            (0..kinds.len())
                .filter(|&index| kinds[index] == kind)
                .filter_map(|index| Some(value(ours, index)? / value(theirs, index)?))
                .collect()
        };
        let lost = (0..kinds.len())
            .filter(|&index| value(theirs, index).is_some() && value(ours, index).is_none())
            .count();
        let (on, off) = (ratios("on"), ratios("off"));
        let asked = kinds.iter().filter(|kind| *kind == "on").count();
        let within = |list: &[f64]| {
            list.iter()
                .filter(|&&ratio| (ratio - 1.0).abs() <= 0.03)
                .count() as f64
        };
        let share = within(&on) / asked as f64;
        let said = format!("{:.1} %", share * 100.0);
        self.row(
            "pairs within ± 3 % of OSRM, on the network",
            name,
            said,
            String::new(),
            String::new(),
            f64::NAN,
            "≥ 95 %",
            share >= 0.95,
        );
        self.row(
            "pairs that OSRM connects and ours does not",
            name,
            lost.to_string(),
            String::new(),
            String::new(),
            f64::NAN,
            "0",
            lost == 0,
        );
        let middle = |mut list: Vec<f64>| {
            list.sort_by(f64::total_cmp);
            list.get(list.len() / 2).copied().unwrap_or(f64::NAN)
        };
        self.notes.push(format!(
            "{name}: median ratio to OSRM on the network {:.4}; of the pairs shifted away from it {:.1} % are within ± 3 %.",
            middle(on),
            100.0 * within(&off) / off.len().max(1) as f64,
        ));
    }

    /// Whether matrices are what Dijkstra's search finds.
    pub fn identical(&mut self, name: &str, said: &Value) {
        let (pairs, different) = (number(said, "/pairs"), number(said, "/different"));
        let ours = if different == 0.0 {
            "identical".to_owned()
        } else {
            format!("{different} differ")
        };
        let what = format!("{} pairs against Dijkstra", grouped(pairs));
        self.row(
            &what,
            name,
            ours,
            String::new(),
            String::new(),
            f64::NAN,
            "identical",
            different == 0.0 && pairs >= 10_000.0,
        );
    }

    /// The synthetic country.
    pub fn country(
        &mut self,
        written: &Value,
        prepare: &[Value],
        matrix: &[Value],
        recost: &[Value],
    ) {
        let name = "country";
        let mut row = |what: &str, ours: String, aim: &str, met: bool| {
            self.row(
                what,
                name,
                ours,
                String::new(),
                String::new(),
                f64::NAN,
                aim,
                met,
            );
        };
        let prepared = median(prepare, |said| number(said, "/wall"));
        row(
            "prepare, s, 2 threads",
            seconds(prepared),
            "≤ 120",
            prepared <= 120.0,
        );
        let peak = median(prepare, |said| number(said, "/peak_bytes"));
        row("prepare, peak MiB", mib(peak), "≤ 3 GB", peak <= 3e9);
        let read = median(prepare, |said| number(said, "/read_peak_bytes"));
        let per_byte = read / number(written, "/bytes");
        row(
            "reading the extract: peak bytes per byte of file",
            format!("{per_byte:.1}"),
            "",
            true,
        );
        let load = median(matrix, |said| number(said, "/load/wall"));
        row(
            "load the prepared file, s",
            seconds(load),
            "well under 1",
            load < 1.0,
        );
        let times = median(matrix, |said| number(said, "/matrices/0/wall"));
        row(
            "600 × 2,000, s, 2 threads",
            seconds(times),
            "≤ 1",
            times <= 1.0,
        );
        let peak = median(matrix, |said| number(said, "/peak_bytes"));
        row("600 × 2,000, peak MiB", mib(peak), "", true);
        let first = median(recost, |said| number(said, "/first/wall"));
        row(
            "change speeds (car-lv → car-lv-winter) just after loading, s",
            seconds(first),
            "≤ 1",
            first <= 1.0,
        );
        let again = median(recost, |said| number(said, "/again/wall"));
        row(
            "change speeds again, s",
            seconds(again),
            "≤ 1",
            again <= 1.0,
        );
        self.notes.push(format!(
            "The country is the roads of porto as {SIDE} × {SIDE} tiles joined by roads: {} road nodes, {} ways, {} turn \
             restrictions, {} MiB of .osm.pbf, written by the bench; {} of its 1,200,000 pairs have no way.",
            grouped(number(written, "/nodes")),
            grouped(number(written, "/ways")),
            grouped(number(written, "/restrictions")),
            mib(number(written, "/bytes")),
            grouped(matrix.first().map_or(f64::NAN, |said| number(said, "/matrices/0/unreachable"))),
        ));
        if let Some(stages) = prepare.first().and_then(|said| said["stages"].as_object()) {
            let parts: Vec<String> = stages
                .iter()
                .map(|(stage, cost)| format!("{stage} {}", seconds(number(cost, "/wall"))))
                .collect();
            self.notes.push(format!(
                "Country, preparing, s by the clock: {}.",
                parts.join(", ")
            ));
        }
    }

    /// Prints everything; `missing` says why there is no peer.
    pub fn print(&self, missing: Option<&str>) {
        println!("| what | extract | ours | OSRM | `cch` | OSRM : ours | aim | met |");
        println!("|---|---|---:|---:|---:|---:|---|---|");
        for row in &self.rows {
            println!("| {} |", row.join(" | "));
        }
        println!();
        if let Some(why) = missing {
            println!("No rows of OSRM: {why}.\n");
        }
        self.notes.iter().for_each(|note| println!("- {note}"));
        println!("\n{RECIPE} {RUNS} runs.");
    }

    #[expect(clippy::too_many_arguments, reason = "the columns of the table")]
    fn row(
        &mut self,
        what: &str,
        name: &str,
        ours: String,
        osrm: String,
        cch: String,
        ratio: f64,
        aim: &str,
        met: bool,
    ) {
        let measured = !(ratio.is_nan() && aim.ends_with('×'));
        self.rows.push([
            what.to_owned(),
            name.to_owned(),
            ours,
            osrm,
            cch,
            if ratio.is_nan() {
                String::new()
            } else {
                format!("{ratio:.1}")
            },
            aim.to_owned(),
            match (aim, measured, met) {
                ("", _, _) => "",
                (_, false, _) => "not measured",
                (_, true, true) => "yes",
                (_, true, false) => "no",
            }
            .to_owned(),
        ]);
    }
}

fn seconds(value: f64) -> String {
    if value.is_nan() {
        String::new()
    } else if value < 10.0 {
        format!("{value:.3}")
    } else {
        format!("{value:.1}")
    }
}

fn mib(bytes: f64) -> String {
    if bytes.is_nan() {
        String::new()
    } else {
        format!("{:.0}", bytes / f64::from(1 << 20))
    }
}

/// A whole number in groups of three digits.
pub fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
