//! Money as whole cents, so that sums are exact.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

/// An amount in euro cents. In JSON it is a number of euro with at most two
/// decimals (`1234.5`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(pub i64);

impl Cents {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Euro to the nearest cent (half away from zero).
    pub fn from_eur(eur: f64) -> Self {
        Self((eur * 100.0).round() as i64)
    }

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        self.0 == 0
    }

    /// The amount in euro.
    pub fn eur(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// The part `share` of the amount, to the nearest cent.
    #[must_use]
    pub fn share(self, share: f64) -> Self {
        Self((self.0 as f64 * share).round() as i64)
    }

    /// The constant yearly payment that repays the amount over `years` at the
    /// yearly rate `rate` (annuity factor `r / (1 - (1 + r)^-n)`, or `1 / n`
    /// without interest), to the nearest cent.
    #[must_use]
    pub fn annualised(self, rate: f64, years: f64) -> Self {
        self.share(annuity_factor(rate, years))
    }
}

fn annuity_factor(rate: f64, years: f64) -> f64 {
    if rate == 0.0 {
        1.0 / years
    } else {
        rate / (1.0 - (1.0 + rate).powf(-years))
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}", self.0.abs() / 100, self.0.abs() % 100)
    }
}

impl Add for Cents {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Cents {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Cents {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i64> for Cents {
    type Output = Self;
    fn mul(self, times: i64) -> Self {
        Self(self.0 * times)
    }
}

impl AddAssign for Cents {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Cents {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, Add::add)
    }
}

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.eur())
    }
}

impl<'de> Deserialize<'de> for Cents {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let eur = f64::deserialize(deserializer)?;
        let cents = eur * 100.0;
        if !cents.is_finite() || cents.abs() > 9.0e15 || (cents - cents.round()).abs() > 1e-4 {
            return Err(serde::de::Error::custom(
                "not an amount in euro and whole cents",
            ));
        }
        Ok(Self(cents.round() as i64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annuity_repays_a_loan() {
        // 100,000 EUR at 4 % over 30 years: factor 0.0578301 (any annuity table).
        assert_eq!(
            Cents::from_eur(100_000.0).annualised(0.04, 30.0),
            Cents(578_301)
        );
        assert_eq!(Cents::from_eur(900.0).annualised(0.0, 30.0), Cents(3_000));
    }

    #[test]
    fn json_keeps_every_cent() {
        for cents in [0, 1, -1, 99, 100, 123_456_789, 999_999_999_999] {
            let text = serde_json::to_string(&Cents(cents)).unwrap();
            assert_eq!(serde_json::from_str::<Cents>(&text).unwrap(), Cents(cents));
        }
        assert!(serde_json::from_str::<Cents>("1.005").is_err());
    }
}
