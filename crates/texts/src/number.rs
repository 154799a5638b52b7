//! Numbers as a language writes them: Latvian with a decimal comma and
//! no-break spaces between thousands, English with a point and commas.

use domain::Lang;
use fluent_bundle::FluentValue;

/// How a number in a message reads: whole numbers without decimals, others
/// with at most two.
pub fn of_value(lang: Lang, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let value = number.value;
    let rounded = (value * 100.0).round() / 100.0;
    let decimals = (0..2).find(|decimals| format!("{rounded:.decimals$}").parse() == Ok(rounded));
    Some(fixed(lang, rounded, decimals.unwrap_or(2)))
}

/// A number with exactly `decimals` decimals.
pub fn fixed(lang: Lang, value: f64, decimals: usize) -> String {
    let (point, between) = match lang {
        Lang::Lv => (',', '\u{a0}'),
        Lang::En => ('.', ','),
    };
    let text = format!("{:.decimals$}", value.abs());
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut said = String::new();
    if value < 0.0 && text.chars().any(|c| ('1'..='9').contains(&c)) {
        said.push('\u{2212}');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            said.push(between);
        }
        said.push(digit);
    }
    if !part.is_empty() {
        said.push(point);
        said.push_str(part);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_each_language_writes_them() {
        assert_eq!(fixed(Lang::Lv, 1_234_567.891, 2), "1\u{a0}234\u{a0}567,89");
        assert_eq!(fixed(Lang::En, 1_234_567.891, 2), "1,234,567.89");
        assert_eq!(fixed(Lang::En, -0.004, 2), "0.00");
        assert_eq!(fixed(Lang::Lv, -12.5, 1), "\u{2212}12,5");
    }

    #[test]
    fn a_number_in_a_message_has_no_needless_decimals() {
        for (value, said) in [
            (3.0, "3"),
            (0.5, "0,5"),
            (12.25, "12,25"),
            (1.0 / 3.0, "0,33"),
            (0.999, "1"),
        ] {
            assert_eq!(
                of_value(Lang::Lv, &FluentValue::from(value)).as_deref(),
                Some(said),
                "{value}"
            );
        }
    }
}
