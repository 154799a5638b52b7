//! Cells of the tables; what was not measured is empty.

use super::ran::Ran;
use crate::bench::format::{mib, seconds};

/// Prints a table that has rows.
pub fn table(head: &str, rows: &[String]) {
    if !rows.is_empty() {
        println!("\n{head}");
        rows.iter().for_each(|row| println!("{row}"));
    }
}

/// How it ended, objective, bound, gap, seconds, memory.
pub fn cells(ran: &Ran) -> String {
    format!(
        "{} | {} | {} | {} | {} | {}",
        end(ran),
        decimal(ran.objective),
        decimal(ran.bound),
        gap(ran),
        seconds(ran.cpu),
        mib(ran.bytes)
    )
}

/// The same without the bound.
pub fn short(ran: &Ran) -> String {
    format!(
        "{} | {} | {} | {} | {}",
        end(ran),
        decimal(ran.objective),
        gap(ran),
        seconds(ran.cpu),
        mib(ran.bytes)
    )
}

fn end(ran: &Ran) -> &str {
    match &ran.failed {
        Some(why) => why,
        None if ran.is_done => "done",
        None => "stopped",
    }
}

fn gap(ran: &Ran) -> String {
    if ran.gap.is_nan() {
        String::new()
    } else {
        format!("{:.3}", 100.0 * ran.gap)
    }
}

/// A number with two decimals, unless it is whole.
pub fn decimal(value: f64) -> String {
    match value {
        value if value.is_nan() => String::new(),
        value if value.fract().abs() < 1e-9 => format!("{value:.0}"),
        value => format!("{value:.2}"),
    }
}

/// Whether an aim is met.
pub fn yes(met: bool) -> &'static str {
    if met { "yes" } else { "no" }
}
