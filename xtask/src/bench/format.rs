//! Numbers of the tables; what was not measured is empty.

/// Seconds.
pub fn seconds(value: f64) -> String {
    if value.is_nan() {
        String::new()
    } else if value < 10.0 {
        format!("{value:.3}")
    } else {
        format!("{value:.1}")
    }
}

/// Bytes in MiB.
pub fn mib(bytes: f64) -> String {
    if bytes.is_nan() {
        String::new()
    } else {
        format!("{:.0}", bytes / f64::from(1 << 20))
    }
}

/// A whole number in groups of three digits.
pub fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
