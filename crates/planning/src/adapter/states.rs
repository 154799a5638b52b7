//! The years and demand scenarios for which is planned ("Years and demand
//! scenarios" in `docs/planning-model.md`).

use domain::{Cents, Region};

/// A whole in billionths, in which weights are counted so that they are exact.
pub const WHOLE: u64 = 1_000_000_000;

/// A year under one demand scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The year.
    pub year: i32,
    /// Its place among the phases.
    pub phase: usize,
    /// The demand scenario; empty where no rows bear one.
    pub demand_scenario: String,
    /// What its costs count in the objective, in billionths.
    pub weight: u64,
    /// How likely its demand scenario is, in billionths.
    pub probability: u64,
}

/// All states, by year, then in the order of the demand scenarios.
pub fn states(region: &Region) -> Vec<State> {
    let scenario = &region.scenario;
    let certain = [(scenario.demand_scenario.clone(), 1.0)];
    let listed = scenario.demand_scenarios.iter();
    let listed: Vec<(String, f64)> = listed
        .map(|row| (row.name.clone(), row.probability))
        .collect();
    let scenarios = if listed.is_empty() {
        &certain[..]
    } else {
        &listed[..]
    };
    let phases = phases(region);
    let years = phases.iter().zip(shares(region, &phases)).enumerate();
    let state = |phase, year, share, (name, probability): &(String, f64)| State {
        year,
        phase,
        demand_scenario: name.clone(),
        weight: billionths(share * probability),
        probability: billionths(*probability),
    };
    years
        .flat_map(|(phase, (&year, share))| {
            let of_year = scenarios.iter();
            of_year.map(move |scenario| state(phase, year, share, scenario))
        })
        .collect()
}

/// The years in which measures may open.
pub fn phases(region: &Region) -> Vec<i32> {
    match region.scenario.phases.as_slice() {
        [] => vec![region.scenario.year],
        phases => phases.to_vec(),
    }
}

/// The part of each phase in the whole: its years until the next phase (of the last, until
/// the plan ends), discounted to the first.
fn shares(region: &Region, phases: &[i32]) -> Vec<f64> {
    let (first, last) = (phases[0], phases[phases.len() - 1]);
    let end = region.info.plan_years.1.max(last);
    let discounted = |year: i32| (1.0 + region.scenario.discount_rate).powi(first - year);
    let worth = |at: usize| -> f64 {
        let until = phases.get(at + 1).map_or(end, |next| next - 1);
        (phases[at]..=until).map(discounted).sum()
    };
    let worths: Vec<f64> = (0..phases.len()).map(worth).collect();
    let all: f64 = worths.iter().sum();
    worths.into_iter().map(|worth| worth / all).collect()
}

fn billionths(share: f64) -> u64 {
    (share * WHOLE as f64).round() as u64
}

/// The part of an amount that so many billionths are, to the nearest cent, half away from zero.
pub(crate) fn weighted(amount: Cents, weight: u64) -> Cents {
    let whole = i128::from(WHOLE);
    let twice = 2 * i128::from(amount.0) * i128::from(weight);
    let half = if twice < 0 { -whole } else { whole };
    let rounded = (twice + half) / (2 * whole);
    Cents(rounded.clamp(i64::MIN.into(), i64::MAX.into()) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_an_amount_is_rounded_half_away_from_zero() {
        assert_eq!(weighted(Cents(5), WHOLE), Cents(5));
        assert_eq!(weighted(Cents(5), WHOLE / 2), Cents(3));
        assert_eq!(weighted(Cents(-5), WHOLE / 2), Cents(-3));
        assert_eq!(weighted(Cents(100), 333_333_333), Cents(33));
    }
}
