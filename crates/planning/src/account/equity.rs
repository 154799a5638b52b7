//! Who travels farthest.

use super::Account;
use super::minutes::{Ways, rounded};
use crate::adapter::worst_off;
use domain::plan::EquityOutcome;

impl Account<'_, '_> {
    /// Only with the switch: mean, longest way, share beyond the standard, and the mean of the worst off.
    pub(super) fn equity(&self) -> Option<EquityOutcome> {
        let scenario = &self.problem.region.scenario;
        let equity = scenario.equity.as_ref()?;
        let mut ways = Ways::default();
        let mut all: Vec<(f64, u32)> = Vec::new();
        for served in self.served() {
            let (seconds, persons) = (served.way.leg.seconds, served.persons);
            let standard = self.problem.service(served.facility).standard_min;
            ways.add(persons, seconds, standard);
            all.push((f64::from(seconds) / 60.0, persons));
        }
        for (point, _, left) in self.points_in(self.problem.main) {
            if let Some(service) = self.problem.region.service(&point.of.service) {
                all.push((scenario.limit_min(service), left));
            }
        }
        let needs: u64 = all.iter().map(|&(_, persons)| u64::from(persons)).sum();
        let worst = equity
            .worst()
            .map(|(share, _)| worst_off(share, needs) as u32);
        let minutes = ways.minutes();
        Some(EquityOutcome {
            mean: minutes.mean,
            max: minutes.max,
            beyond_standard: ways.share_beyond(),
            worst_off: worst,
            worst_mean: worst.map(|people| mean_of_longest(all, people)),
        })
    }
}

/// The mean of the longest ways of so many people, two decimals.
fn mean_of_longest(mut all: Vec<(f64, u32)>, people: u32) -> f64 {
    all.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (mut left, mut sum) = (people, 0.0);
    for (minutes, persons) in all {
        let these = persons.min(left);
        left -= these;
        sum += minutes * f64::from(these);
    }
    match people {
        0 => 0.0,
        people => rounded(sum / f64::from(people), 2),
    }
}
