//! The printed table: ours, the peers', the ratio, the aim.

use super::row::Row;
use super::{RUNS, SIDE};
use crate::bench::format::{grouped, mib, seconds};
use crate::bench::program::{median, number};
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
    rows: Vec<Row>,
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

/// Runs on the synthetic country.
pub struct Country<'a> {
    /// What was generated.
    pub written: &'a Value,
    /// Preparing it.
    pub prepare: &'a [Value],
    /// A matrix.
    pub matrix: &'a [Value],
    /// Other speeds.
    pub recost: &'a [Value],
    /// How much of two processors was free.
    pub free: &'a [Value],
}

impl Report {
    /// Seconds and memory of preparing an extract.
    pub fn prepared(&mut self, name: &str, ours: &[Value], osrm: &[Value]) {
        let cpu = median(ours, |said| number(said, "/cpu"));
        let theirs = median(osrm, |said| {
            number(said, "/extract/cpu") + number(said, "/contract/cpu")
        });
        self.rows.push(
            Row::new("prepare, CPU s", name, seconds(cpu))
                .against(seconds(theirs), theirs / cpu)
                .times_faster(5.0),
        );
        let peak = median(ours, |said| number(said, "/peak_bytes"));
        let theirs = median(osrm, |said| {
            number(said, "/extract/peak_bytes").max(number(said, "/contract/peak_bytes"))
        });
        let row =
            Row::new("prepare, peak MiB", name, mib(peak)).against(mib(theirs), theirs / peak);
        self.rows.push(if theirs.is_nan() {
            row
        } else {
            row.aim("less", peak < theirs)
        });
        let bytes = median(ours, |said| number(said, "/bytes"));
        let theirs = median(osrm, |said| number(said, "/bytes"));
        self.rows.push(
            Row::new("prepared files, MiB", name, mib(bytes)).against(mib(theirs), theirs / bytes),
        );
        self.stages(name, ours, "cpu", "CPU s");
    }

    /// Seconds of a matrix, and how near its inner loop is to the memory's bandwidth.
    pub fn matrix(&mut self, matrix: &Matrix<'_>) {
        let at = |key: &str| format!("/matrices/{}/{key}", matrix.index);
        let ours = |key: &str| median(matrix.ours, |said| number(said, &at(key)));
        let (cpu, times) = (ours("cpu"), ours("times_cpu"));
        let osrm = median(matrix.osrm, |said| {
            number(said, &format!("/cpu/{}", matrix.index))
        });
        let cch = median(matrix.cch, |said| number(said, &at("cpu")));
        self.rows.push(
            Row::new(
                &format!("{}, CPU s", matrix.size),
                matrix.name,
                seconds(cpu),
            )
            .against(seconds(osrm), osrm / cpu)
            .cch(seconds(cch))
            .times_faster(10.0),
        );
        let answers = matrix
            .cch
            .first()
            .map_or(f64::NAN, |said| number(said, &at("answers")));
        let same = |said: &Value| said.pointer(&at("same")) == Some(&Value::Bool(true));
        self.notes.push(format!(
            "{}, {}: of ours {} CPU s find the points' roads and {} are the matrix, {:.1} × sooner than OSRM's and {:.1} × \
             than `cch`'s, whose {} answers are {}. The sweeps touch {:.2} GB, {:.1} GB/s (each goes through {:.1} MB), \
             where a copy of memory reaches {:.1} GB/s.",
            matrix.name,
            matrix.size,
            seconds(ours("snap_cpu")),
            seconds(times),
            osrm / times,
            cch / times,
            grouped(answers),
            if matrix.cch.iter().all(same) { "identical" } else { "NOT identical" },
            ours("bytes") / 1e9,
            ours("bytes") / times / 1e9,
            ours("working_set") / 1e6,
            matrix.bandwidth / 1e9,
        ));
    }

    /// How many on-network pairs agree with OSRM, and whether all that it connects are connected.
    pub fn agreement(&mut self, name: &str, kinds: &[String], ours: &Value, theirs: &Value) {
        let ratio = |index: usize| Some(ours[index].as_f64()? / theirs[index].as_f64()?);
        let of = |kind: &str| -> Vec<f64> {
            let pairs = (0..kinds.len()).filter(|&index| kinds[index] == kind);
            pairs.filter_map(ratio).collect()
        };
        let near = |ratio: f64| (ratio - 1.0).abs() <= 0.03;
        let (mut on, off) = (of("on"), of("off"));
        let asked = kinds.iter().filter(|kind| *kind == "on").count();
        let share = |list: &[f64], asked: usize| {
            list.iter().filter(|&&ratio| near(ratio)).count() as f64 / asked.max(1) as f64
        };
        let share_on = share(&on, asked);
        self.rows.push(
            Row::new(
                "pairs within ± 3 % of OSRM, on the network",
                name,
                format!("{:.1} %", share_on * 100.0),
            )
            .aim("≥ 95 %", share_on >= 0.95),
        );
        let lost = (0..kinds.len())
            .filter(|&index| !theirs[index].is_null() && ours[index].is_null())
            .count();
        self.rows.push(
            Row::new(
                "pairs that OSRM connects and ours does not",
                name,
                lost.to_string(),
            )
            .aim("0", lost == 0),
        );
        on.sort_by(f64::total_cmp);
        let farther: Vec<String> = (0..kinds.len())
            .filter_map(|index| Some((index, ratio(index).filter(|&ratio| !near(ratio))?)))
            .map(|(index, ratio)| format!("pair {index} ({}, {ratio:.3})", kinds[index]))
            .collect();
        self.notes.push(format!(
            "{name}: median ratio to OSRM on the network {:.4}; of the pairs shifted away from it {:.1} % are within ± 3 %; \
             farther off: {}.",
            on.get(on.len() / 2).copied().unwrap_or(f64::NAN),
            100.0 * share(&off, off.len()),
            if farther.is_empty() { "none".to_owned() } else { farther.join(", ") },
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
        self.rows.push(
            Row::new(
                &format!("{} pairs against Dijkstra", grouped(pairs)),
                name,
                ours,
            )
            .aim("identical", different == 0.0 && pairs >= 10_000.0),
        );
    }

    /// The synthetic country.
    pub fn country(&mut self, country: &Country<'_>) {
        let Country {
            written,
            prepare,
            matrix,
            recost,
            free,
        } = country;
        let name = "country";
        let mut aim = |what: &str, ours: String, aim: &str, met: bool| {
            self.rows.push(Row::new(what, name, ours).aim(aim, met));
        };
        let prepared = median(prepare, |said| number(said, "/wall"));
        aim(
            "prepare, s, 2 threads",
            seconds(prepared),
            "≤ 120",
            prepared <= 120.0,
        );
        let peak = median(prepare, |said| number(said, "/peak_bytes"));
        aim("prepare, peak MiB", mib(peak), "≤ 3 GB", peak <= 3e9);
        let read = median(prepare, |said| number(said, "/read_peak_bytes"));
        let per_byte = read / number(written, "/bytes");
        aim(
            "reading: peak bytes per byte of extract",
            format!("{per_byte:.1}"),
            "< 4",
            per_byte < 4.0,
        );
        let load = median(matrix, |said| number(said, "/load/wall"));
        aim(
            "load the prepared file, s",
            seconds(load),
            "well under 1",
            load < 1.0,
        );
        let times = median(matrix, |said| number(said, "/matrices/0/wall"));
        aim(
            "600 × 2,000, s, 2 threads",
            seconds(times),
            "≤ 1",
            times <= 1.0,
        );
        for (what, pointer) in [("just after loading", "/first"), ("once more", "/again")] {
            let wall = median(recost, |said| number(said, &format!("{pointer}/wall")));
            let cpu = median(recost, |said| number(said, &format!("{pointer}/cpu")));
            let what = format!("change speeds {what}, s, 2 threads (CPU s)");
            aim(
                &what,
                format!("{} ({})", seconds(wall), seconds(cpu)),
                "≤ 1",
                wall <= 1.0,
            );
        }
        self.notes.push(format!(
            "The country is the roads of porto as {SIDE} × {SIDE} tiles joined by roads: {} road nodes, {} ways, {} turn \
             restrictions, {} MiB of .osm.pbf; {} of its 1,200,000 pairs have no way. Profile `car-lv`, other speeds: \
             `car-lv-winter`. Answering takes {} MiB. Two busy threads \
             got {:.1} processors from the machine meanwhile.",
            grouped(number(written, "/nodes")),
            grouped(number(written, "/ways")),
            grouped(number(written, "/restrictions")),
            mib(number(written, "/bytes")),
            grouped(matrix.first().map_or(f64::NAN, |said| number(said, "/matrices/0/unreachable"))),
            mib(median(matrix, |said| number(said, "/peak_bytes"))),
            median(free, |said| number(said, "/free")),
        ));
        self.stages(name, prepare, "wall", "s by the clock");
    }

    /// Notes what the stages of preparing took.
    fn stages(&mut self, name: &str, runs: &[Value], cost: &str, unit: &str) {
        let stages = runs.first().and_then(|said| said["stages"].as_object());
        let each = stages.into_iter().flatten().map(|(stage, _)| {
            let pointer = format!("/stages/{stage}/{cost}");
            format!(
                "{stage} {}",
                seconds(median(runs, |said| number(said, &pointer)))
            )
        });
        let parts: Vec<String> = each.collect();
        self.notes
            .push(format!("{name}, preparing, {unit}: {}.", parts.join(", ")));
    }

    /// Prints everything; `missing` says why there is no peer.
    pub fn print(&self, missing: Option<&str>) {
        println!("| what | extract | ours | OSRM | `cch` | OSRM : ours | aim | met |");
        println!("|---|---|---:|---:|---:|---:|---|---|");
        self.rows.iter().for_each(|row| println!("{row}"));
        println!();
        if let Some(why) = missing {
            println!("No rows of OSRM: {why}.\n");
        }
        self.notes.iter().for_each(|note| println!("- {note}"));
        println!("\n{RECIPE} {RUNS} runs.");
    }
}
