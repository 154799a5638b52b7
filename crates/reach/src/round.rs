//! The decimals of the answer.

pub(crate) fn four_decimals(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

pub(crate) fn two_decimals(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The mean of a value over people; 0 where there is nobody.
pub(crate) fn mean(values: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (people, sum) = values.fold((0.0, 0.0), |(people, sum), (persons, value)| {
        (people + persons, sum + persons * value)
    });
    if people > 0.0 { sum / people } else { 0.0 }
}
