//! Seconds and memory of an import: `cargo run --release --package roads --example import -- EXTRACT [PROFILE]`

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use roads::{Changes, Profile, RoadGraph, SnapIndex};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = PathBuf::from(arguments.next().ok_or("name an extract")?);
    let profile = Profile::named(&arguments.next().unwrap_or_else(|| "car-lv".to_owned()))?;
    let start = Instant::now();
    let graph = RoadGraph::read(&path, &profile)?;
    let read = start.elapsed();
    let peak = peak_kilobytes().unwrap_or(0);
    let start = Instant::now();
    graph.metric(&profile, &Changes::default())?;
    let priced = start.elapsed();
    let start = Instant::now();
    let _index = SnapIndex::new(&graph);
    let bytes = std::fs::metadata(&path)?.len();
    println!(
        "{} edges, {} turns, {} points; read {:.3} s, priced {:.3} s, indexed {:.3} s; peak {:.1} MB = {:.1} bytes per byte of {bytes}",
        graph.edges(),
        graph.turn_to.len(),
        graph.point_lat.len(),
        read.as_secs_f64(),
        priced.as_secs_f64(),
        start.elapsed().as_secs_f64(),
        peak as f64 / 1000.0,
        peak as f64 * 1024.0 / bytes as f64,
    );
    println!("{:?}", graph.counts());
    Ok(())
}

/// The most memory that the process has held so far, where the system tells.
fn peak_kilobytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
