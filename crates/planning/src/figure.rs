//! Figures that can be varied: the numeric columns of `services.csv` and the
//! numeric keys of `scenario.toml`.
//!
//! A varied figure stays a valid one: shares do not exceed 1, no standard
//! exceeds its limit, and nothing that is divided by becomes zero. Whole
//! numbers are rounded up.

use domain::{Assumption, Cents, Message, Region, Scenario, Service};

type OfService = fn(&mut Service, f64);
type OfScenario = fn(&mut Scenario, f64);

const SERVICES: &[(&str, OfService)] = &[
    ("visits_per_year", |row, by| {
        scale_some(&mut row.visits_per_year, by)
    }),
    ("standard_min", |row, by| {
        row.standard_min = (row.standard_min * by).min(row.limit_min);
    }),
    ("limit_min", |row, by| {
        row.limit_min = (row.limit_min * by).max(row.standard_min);
    }),
    ("persons_per_place", |row, by| row.persons_per_place *= by),
    ("hours_per_worker_week", |row, by| {
        scale_some(&mut row.hours_per_worker_week, by)
    }),
    ("visit_hours", |row, by| {
        scale_some(&mut row.visit_hours, by)
    }),
    ("capital_eur_per_place", |row, by| {
        scale(&mut row.capital_per_place, by)
    }),
    ("site_eur_per_year", |row, by| {
        scale(&mut row.site_per_year, by)
    }),
    ("place_eur_per_year", |row, by| {
        scale(&mut row.place_per_year, by)
    }),
    ("staff_per_place", |row, by| row.staff_per_place *= by),
    ("min_occupancy", |row, by| {
        row.min_occupancy = (row.min_occupancy * by).min(1.0);
    }),
    ("max_per_site", |row, by| {
        let smallest = row.sizes.first().copied().unwrap_or(0);
        let scaled = |most: u32| ((f64::from(most) * by).ceil() as u32).max(smallest);
        row.max_per_site = row.max_per_site.map(scaled);
    }),
    ("unmet_eur", |row, by| scale(&mut row.unmet, by)),
];

const SCENARIO: &[(&str, OfScenario)] = &[
    ("discount_rate", |row, by| {
        row.discount_rate = (row.discount_rate * by).min(1.0);
    }),
    ("building_life_years", |row, by| {
        row.building_life_years *= by
    }),
    ("client_eur_per_hour", |row, by| {
        row.client_eur_per_hour *= by
    }),
    ("family_eur_per_hour", |row, by| {
        row.family_eur_per_hour *= by
    }),
    ("staff_eur_per_hour", |row, by| row.staff_eur_per_hour *= by),
    ("eur_per_km", |row, by| row.eur_per_km *= by),
    ("surcharge_eur_per_minute", |row, by| {
        row.surcharge_eur_per_minute *= by
    }),
    ("budget_eur", |row, by| scale_some(&mut row.budget_eur, by)),
    ("size_penalty.eur_per_place_year", |row, by| {
        if let Some(penalty) = &mut row.size_penalty {
            penalty.eur_per_place_year *= by;
        }
    }),
    ("travel.detour", |row, by| row.travel.detour *= by),
];

fn scale_some(figure: &mut Option<f64>, by: f64) {
    *figure = figure.map(|value| value * by);
}

fn scale(money: &mut Cents, by: f64) {
    *money = money.share(by);
}

#[derive(Clone, Copy)]
enum Change {
    Services(OfService),
    Scenario(OfScenario),
}

/// A figure that can be varied.
#[derive(Clone, Copy)]
pub struct Figure(Change);

impl Figure {
    /// The figure of a name such as `services.unmet_eur` or
    /// `scenario.client_eur_per_hour`.
    pub fn named(name: &str) -> Option<Self> {
        let change = match name.split_once('.')? {
            ("services", column) => {
                let (_, change) = SERVICES.iter().find(|(known, _)| *known == column)?;
                Change::Services(*change)
            }
            ("scenario", key) => {
                let (_, change) = SCENARIO.iter().find(|(known, _)| *known == key)?;
                Change::Scenario(*change)
            }
            _ => return None,
        };
        Some(Self(change))
    }

    /// The names of all figures that can be varied.
    pub fn names() -> Vec<String> {
        let services = SERVICES
            .iter()
            .map(|(column, _)| format!("services.{column}"));
        let scenario = SCENARIO.iter().map(|(key, _)| format!("scenario.{key}"));
        services.chain(scenario).collect()
    }

    /// The figures of a region's assumptions, in their order.
    ///
    /// # Errors
    /// A message that names a figure that cannot be varied, and those that can.
    pub fn of_assumptions(region: &Region) -> Result<Vec<Self>, Message> {
        let figure = |assumption: &Assumption| {
            Self::named(&assumption.figure).ok_or_else(|| {
                Message::new("siting-unknown-figure")
                    .with("figure", assumption.figure.as_str())
                    .with("known", Self::names().join(", "))
            })
        };
        region.info.assumptions.iter().map(figure).collect()
    }

    /// The region with the figure multiplied by `by`.
    #[must_use]
    pub fn varied(self, region: &Region, by: f64) -> Region {
        let mut region = region.clone();
        match self.0 {
            Change::Services(change) => region.services.iter_mut().for_each(|row| change(row, by)),
            Change::Scenario(change) => change(&mut region.scenario, by),
        }
        region
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_that_a_package_may_assume_can_be_varied() {
        assert_eq!(Figure::names(), Assumption::FIGURES);
    }
}
