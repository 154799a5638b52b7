//! How fast and how well people are assigned on a published instance.
//!
//! `cargo run -p siting --no-default-features --example assign tbed FILE`

use siting::formats::{self, Format, Options, Stated};
use siting::instance::*;
use siting::primal::Assigner;
use std::time::Instant;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [format, file] = words.as_slice() else {
        return println!("name a format and a file");
    };
    let read = || -> Option<Stated> {
        let file = std::fs::read(file).ok()?;
        formats::read(Format::named(format)?, &file, &Options::default()).ok()
    };
    let Some(stated) = read() else {
        return println!("{file} cannot be read as {format}");
    };
    let together = stated.instance;
    let divisible = divided(&together);
    let scale = stated.scale * FINER as f64;
    let facilities = divisible.facilities.len();
    let mut assigner = Assigner::new(&divisible);
    let mut levels = vec![Some(0); facilities];
    let begun = Instant::now();
    let cost = assigner.cost(0, &levels);
    println!("all open, divisible: {cost:?}, {:.2} ms", ms(begun));

    let begun = Instant::now();
    let (total, tried) = close_and_exchange(&divisible, &mut assigner, &mut levels);
    let open = levels.iter().flatten().count();
    println!(
        "{open} open after {tried} assignments: {:.2}; {:.3} ms each",
        total as f64 / scale,
        ms(begun) / tried as f64
    );

    let mut cold: Vec<f64> = (0..21)
        .map(|_| {
            let mut assigner = Assigner::new(&divisible);
            assigner.cost(0, &vec![None; facilities]);
            let begun = Instant::now();
            assigner.cost(0, &levels);
            ms(begun)
        })
        .collect();
    println!("cold at these: {:.3} ms", median(&mut cold));
    let mut warm: Vec<f64> = Vec::new();
    for out in 0..facilities {
        for into in (0..facilities).step_by(17) {
            let mut other = levels.clone();
            (other[out], other[into]) = (other[into], other[out]);
            let begun = Instant::now();
            assigner.cost(0, &other);
            if levels[out] != levels[into] {
                warm.push(ms(begun));
            }
        }
    }
    println!("after an exchange: {:.3} ms", median(&mut warm));

    let mut whole = Assigner::new(&together);
    for _ in 0..8 {
        let begun = Instant::now();
        let found = whole.assign(0, &levels);
        let taken = ms(begun);
        let held: i64 = (0..facilities)
            .filter(|&facility| levels[facility].is_some())
            .map(|facility| together.levels(facility)[0].window(0).capacity)
            .sum();
        let wanted: u32 = divisible.demands.iter().map(|demand| demand.persons).sum();
        let Some(relaxed) = assigner.cost(0, &levels) else {
            return;
        };
        let fixed = fixed_costs(&divisible, &levels) as f64 / scale;
        let relaxed = relaxed as f64 / scale;
        let found = found.map(|found| found.cost as f64 / stated.scale);
        let above = found.map(|found| 100.0 * (found - relaxed) / (fixed + relaxed));
        println!(
            "{held} places for {wanted}: divisible {:.2}, together {:.2}, {:.3} % above, {taken:.2} ms",
            fixed + relaxed,
            fixed + found.unwrap_or(f64::NAN),
            above.unwrap_or(f64::NAN),
        );
        if found.is_some() {
            break;
        }
        let mut open_too = |facility: usize| {
            let mut more = levels.clone();
            more[facility] = Some(0);
            let cost = assigner.cost(0, &more)?;
            Some((cost + fixed_costs(&divisible, &more), facility))
        };
        let next = (0..facilities).filter(|&facility| levels[facility].is_none());
        let Some((_, next)) = next.filter_map(&mut open_too).min() else {
            return;
        };
        levels[next] = Some(0);
    }
    let begun = Instant::now();
    let (total, tried) = close_and_exchange(&together, &mut whole, &mut levels);
    println!(
        "search with all together: {:.2} after {tried} assignments, {:.1} s",
        total as f64 / stated.scale,
        ms(begun) / 1e3
    );
}

fn fixed_costs(instance: &Instance, levels: &[Option<usize>]) -> i64 {
    let open = (0..levels.len()).filter(|&facility| levels[facility].is_some());
    open.map(|facility| instance.levels(facility)[0].fixed_cost)
        .sum()
}

fn ms(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e3
}

const FINER: i64 = 1_000;

/// The same with a person for each load unit, and costs that much finer.
fn divided(together: &Instance) -> Instance {
    let mut instance = together.clone();
    for arc in &mut instance.arcs {
        let persons = arc.load.max(1);
        instance.demands[arc.demand].persons = persons as u32;
        instance.demands[arc.demand].single_source = false;
        (arc.cost, arc.load) = (arc.cost * FINER / persons, 1);
    }
    for facility in &mut instance.facilities {
        if let FacilityKind::New { levels, .. } = &mut facility.kind {
            levels
                .iter_mut()
                .for_each(|level| level.fixed_cost *= FINER);
        }
    }
    instance
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// Closes what is worth closing, then exchanges, until nothing helps; cost and assignments tried.
fn close_and_exchange(
    instance: &Instance,
    assigner: &mut Assigner,
    levels: &mut [Option<usize>],
) -> (i64, usize) {
    let fixed = |levels: &[Option<usize>]| fixed_costs(instance, levels);
    let begun = Instant::now();
    let mut tried = 0;
    let mut best = assigner.cost(0, levels).unwrap_or(i64::MAX / 2) + fixed(levels);
    loop {
        let before = best;
        for facility in 0..levels.len() {
            let mut try_out = |levels: &mut [Option<usize>], changes: &[usize], best: &mut i64| {
                for &one in changes {
                    levels[one] = if levels[one].is_some() { None } else { Some(0) };
                }
                tried += 1;
                let open = fixed(levels);
                let promises = assigner
                    .bound(0, levels)
                    .is_some_and(|bound| bound + open < *best);
                let cost = promises
                    .then(|| assigner.cost(0, levels))
                    .flatten()
                    .map(|cost| cost + open);
                if cost.is_some_and(|cost| cost < *best) {
                    *best = cost.unwrap_or(*best);
                    return true;
                }
                for &one in changes {
                    levels[one] = if levels[one].is_some() { None } else { Some(0) };
                }
                false
            };
            if try_out(levels, &[facility], &mut best) || before - best > 0 && best > before / 2 * 3
            {
                continue;
            }
            if before - best > before / 1_000 || begun.elapsed().as_secs() > 30 {
                continue;
            }
            let is_open = levels[facility].is_some();
            let near: Vec<usize> = (0..levels.len())
                .filter(|&other| levels[other].is_some() != is_open)
                .collect();
            for other in near {
                if try_out(levels, &[facility, other], &mut best) {
                    break;
                }
            }
        }
        if best == before || begun.elapsed().as_secs() > 30 {
            return (best, tried);
        }
    }
}
