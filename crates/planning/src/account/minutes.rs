//! Minutes one way, weighted by people.

use domain::minutes_from_seconds;
use domain::plan::Minutes;

/// Ways added up; [`Ways::minutes`] tells their mean, their longest and the
/// share of people within the standard.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ways {
    persons: u64,
    person_seconds: u64,
    longest: u32,
    within_standard: u64,
}

impl Ways {
    pub fn add(&mut self, persons: u32, seconds: u32, standard_min: f64) {
        let people = u64::from(persons);
        self.persons += people;
        self.person_seconds += people * u64::from(seconds);
        self.longest = self.longest.max(seconds);
        if f64::from(seconds) <= 60.0 * standard_min {
            self.within_standard += people;
        }
    }

    pub fn persons(&self) -> u32 {
        self.persons as u32
    }

    /// The share of people who are not within the standard, four decimals.
    pub fn share_beyond(&self) -> f64 {
        match self.persons {
            0 => 0.0,
            all => rounded((all - self.within_standard) as f64 / all as f64, 4),
        }
    }

    pub fn minutes(&self) -> Minutes {
        if self.persons == 0 {
            return Minutes::default();
        }
        let persons = self.persons as f64;
        Minutes {
            mean: rounded(self.person_seconds as f64 / persons / 60.0, 2),
            max: minutes_from_seconds(self.longest),
            within_standard: rounded(self.within_standard as f64 / persons, 4),
        }
    }
}

/// A number with so many decimals.
pub(super) fn rounded(number: f64, decimals: i32) -> f64 {
    let scale = 10f64.powi(decimals);
    (number * scale).round() / scale
}
