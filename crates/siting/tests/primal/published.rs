//! Published instances, where they are at hand.

use siting::formats::{self, Format, Options};
use siting::instance::*;
use siting::primal::Assigner;
use std::time::Instant;

fn read(format: Format, file: &str, splittable: bool) -> Option<Instance> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/instances"
    );
    let Ok(file) = std::fs::read(format!("{folder}/{file}")) else {
        println!("skipped: {folder}/{file} is not at hand");
        return None;
    };
    let options = Options {
        splittable,
        ..Options::default()
    };
    formats::read(format, &file, &options)
        .ok()
        .map(|stated| stated.instance)
}

/// Opens the facilities that cost least for what they hold, until there is room for everybody and a bit.
fn just_enough(instance: &Instance, percent: i64) -> Vec<Option<usize>> {
    let wanted: i64 = instance
        .demands
        .iter()
        .enumerate()
        .map(|(index, demand)| {
            let arc = instance.arcs.iter().find(|arc| arc.demand == index);
            i64::from(demand.persons) * arc.map_or(0, |arc| arc.load)
        })
        .sum();
    let level = |facility: usize| &instance.levels(facility)[0];
    let mut order: Vec<usize> = (0..instance.facilities.len()).collect();
    order.sort_by_key(|&facility| {
        1_000 * level(facility).fixed_cost / level(facility).window(0).capacity.max(1)
    });
    let mut levels = vec![None; order.len()];
    let mut held = 0;
    for facility in order {
        if held * 100 < wanted * percent {
            levels[facility] = Some(0);
            held += level(facility).window(0).capacity;
        }
    }
    levels
}

#[test]
fn tbed1_is_assigned_in_milliseconds() {
    let Some(instance) = read(Format::Tbed, "sscflp-tbed1/p1.txt", true) else {
        return;
    };
    let mut assigner = Assigner::new(&instance);
    let levels = vec![Some(0); instance.facilities.len()];
    let begun = Instant::now();
    let found = assigner.assign(0, &levels).unwrap();
    println!("all sites open: {:?}", begun.elapsed());
    assert!(found.exact);
    let tight = just_enough(&instance, 103);
    let begun = Instant::now();
    let found = assigner.assign(0, &tight).unwrap();
    println!("just enough open: {:?}", begun.elapsed());
    assert!(found.exact);
    // A basis made anew comes to the same.
    assert_eq!(Assigner::new(&instance).cost(0, &tight), Some(found.cost));
    let mut other = tight.clone();
    other.swap(0, 1);
    let begun = Instant::now();
    assigner.cost(0, &other);
    println!("after an exchange: {:?}", begun.elapsed());
}

#[test]
fn undivided_demands_come_near_the_bound_where_there_is_hardly_room() {
    let Some(instance) = read(Format::Tbed, "sscflp-tbed1/p1.txt", false) else {
        return;
    };
    for (percent, above) in [(300, 0.02), (103, 0.03)] {
        let levels = just_enough(&instance, percent);
        let mut assigner = Assigner::new(&instance);
        let bound = assigner.bound(0, &levels).unwrap();
        let begun = Instant::now();
        let found = assigner.assign(0, &levels).unwrap();
        let by = (found.cost - bound) as f64 / bound as f64;
        println!(
            "{percent} % of room: {:.3} % above the bound, {:?}",
            100.0 * by,
            begun.elapsed()
        );
        assert!((0.0..above).contains(&by));
    }
}

#[test]
fn with_the_sites_of_holmbergs_p25_open_its_optimum_is_found() {
    let Some(instance) = read(Format::Holmberg, "holmberg/p25.txt", false) else {
        return;
    };
    const OPTIMUM: i64 = 11_630;
    let mut assigner = Assigner::new(&instance);
    let fixed = |levels: &[Option<usize>]| -> i64 {
        let open = (0..levels.len()).filter(|&facility| levels[facility].is_some());
        open.map(|facility| instance.levels(facility)[0].fixed_cost)
            .sum()
    };
    // Closing and exchanging sites by the relaxation leads past the published optimum's.
    let mut levels = vec![Some(0); instance.facilities.len()];
    let mut least = i64::MAX;
    let mut best = i64::MAX;
    let mut improved = true;
    while improved {
        improved = false;
        for one in 0..levels.len() {
            for two in 0..levels.len() {
                let mut other = levels.clone();
                other[one] = if other[one].is_some() { None } else { Some(0) };
                if two != one {
                    other[two] = if other[two].is_some() { None } else { Some(0) };
                }
                let Some(bound) = assigner.bound(0, &other) else {
                    continue;
                };
                if bound + fixed(&other) <= OPTIMUM
                    && let Some(cost) = assigner.cost(0, &other)
                {
                    least = least.min(cost + fixed(&other));
                }
                if bound + fixed(&other) < best {
                    best = bound + fixed(&other);
                    levels = other;
                    improved = true;
                }
            }
        }
    }
    assert_eq!(least, OPTIMUM);
}
