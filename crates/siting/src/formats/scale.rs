//! Decimal numbers of files as whole numbers of instances.

use super::error::FormatError;
use super::instance::MOST;

/// More decimals than this are not looked for.
const MOST_DECIMALS: u32 = 15;

/// A power of ten by which decimal numbers become whole ones.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// The power of ten.
    pub factor: f64,
    /// Whether every number is whole then.
    pub is_exact: bool,
}

impl Scale {
    /// The least power of ten that makes numbers with so many decimals whole, or else
    /// the largest with which `sum` stays exact.
    pub fn of(decimals: u32, sum: f64) -> Result<Self, FormatError> {
        let most = MOST as f64;
        if sum.is_nan() || sum > most {
            return Err(FormatError::Sum);
        }
        let mut power = decimals.min(MOST_DECIMALS);
        while sum * ten_to(power) > most {
            power -= 1;
        }
        Ok(Self {
            factor: ten_to(power),
            is_exact: power == decimals,
        })
    }

    /// The whole number nearest to a scaled one.
    pub fn whole(self, number: f64) -> i64 {
        (number * self.factor).round() as i64
    }

    /// The most by which so many payments of a scaled number each may be off, unscaled.
    pub fn error(self, payments: f64) -> f64 {
        if self.is_exact {
            0.0
        } else {
            0.5 / self.factor * payments
        }
    }
}

/// The scale that makes demands whole.
pub fn of_demands(demands: &[f64]) -> Result<Scale, FormatError> {
    const MOST_OF_DEMANDS: u32 = 6;
    let scale = Scale::of(decimals_of(demands), demands.iter().sum())?;
    if scale.is_exact && scale.factor <= ten_to(MOST_OF_DEMANDS) {
        Ok(scale)
    } else {
        Err(FormatError::Decimals(MOST_OF_DEMANDS))
    }
}

/// A whole number of people.
pub fn people(whole: i64) -> Result<u32, FormatError> {
    u32::try_from(whole).map_err(|_| FormatError::Sum)
}

/// A capacity in whole units, of which no more fit in.
pub fn capacity(capacity: f64, scale: f64) -> i64 {
    // What is whole but for the last bit is meant to be whole.
    (capacity * scale * (1.0 + f64::EPSILON))
        .floor()
        .min(MOST as f64) as i64
}

/// The most decimals that any of the numbers has.
pub fn decimals_of(numbers: &[f64]) -> u32 {
    let mut most = 0;
    for number in numbers {
        if most >= MOST_DECIMALS {
            break;
        }
        most = most.max(decimals(*number));
    }
    most
}

/// Decimals of the shortest text that reads as this number.
fn decimals(number: f64) -> u32 {
    if number.fract() == 0.0 {
        return 0;
    }
    let text = number.to_string();
    let decimals = text
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    u32::try_from(decimals).unwrap_or(u32::MAX)
}

fn ten_to(power: u32) -> f64 {
    10f64.powi(power.try_into().unwrap_or(i32::MAX))
}
