//! Numbers as people write them. What can be read in one way only is accepted;
//! what might mean two numbers is not.

/// Why a text is not taken for a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotANumber {
    /// It is none.
    Malformed,
    /// A comma or a point may be a decimal sign or part thousands.
    Ambiguous,
}

/// How a number was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Habits {
    /// With a decimal comma.
    pub comma: bool,
    /// With spaces between thousands.
    pub grouped: bool,
}

/// The plain form (`-1234.5`) of a number, and how it was written.
///
/// `comma_file` says that the file shows elsewhere that its decimal sign is the
/// comma. `fits` says whether a value is possible here: a reading that is not
/// possible does not make a text ambiguous.
pub fn plain(
    text: &str,
    comma_file: bool,
    fits: impl Fn(f64) -> bool,
) -> Result<(String, Habits), NotANumber> {
    let (sign, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let (digits, grouped) = without_groups(digits).ok_or(NotANumber::Malformed)?;
    if !digits
        .chars()
        .all(|c| c.is_ascii_digit() || c == ',' || c == '.')
    {
        return Err(NotANumber::Malformed);
    }
    let comma = digits.contains(',');
    let mut parts = digits.split([',', '.']);
    let (whole, fraction, more) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    if more.is_some() {
        return Err(NotANumber::Ambiguous);
    }
    if whole.is_empty() || fraction.is_some_and(str::is_empty) {
        return Err(NotANumber::Malformed);
    }
    if let Some(fraction) = fraction
        && may_part_thousands(whole, fraction)
        && !grouped
        && comma != comma_file
        && (comma || comma_file)
        && value(&format!("{sign}{whole}{fraction}")).is_some_and(fits)
    {
        return Err(NotANumber::Ambiguous);
    }
    let plain = match fraction {
        Some(fraction) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{whole}"),
    };
    Ok((plain, Habits { comma, grouped }))
}

/// Whether a text can only be a number with a decimal comma.
pub fn shows_decimal_comma(text: &str) -> bool {
    let digits = text.trim_start_matches(['-', '−']);
    let Some((digits, _)) = without_groups(digits) else {
        return false;
    };
    let Some((whole, fraction)) = digits.split_once(',') else {
        return false;
    };
    let all_digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    all_digits(whole) && all_digits(fraction) && !may_part_thousands(whole, fraction)
}

/// The value of a plain form.
pub fn value(plain: &str) -> Option<f64> {
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

fn may_part_thousands(whole: &str, fraction: &str) -> bool {
    fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
}

/// Takes out the spaces between thousands; `None` where they stand elsewhere.
fn without_groups(digits: &str) -> Option<(String, bool)> {
    const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];
    if !digits.contains(SPACES) {
        return Some((digits.to_owned(), false));
    }
    let end = digits.find([',', '.']).unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(end);
    let mut groups = whole.split(SPACES);
    let first = groups.next()?;
    let sound = (1..=3).contains(&first.len())
        && groups.all(|group| group.len() == 3)
        && !rest.contains(SPACES);
    sound.then(|| (digits.replace(SPACES, ""), true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, comma_file: bool) -> Result<String, NotANumber> {
        plain(text, comma_file, |_| true).map(|(plain, _)| plain)
    }

    #[test]
    fn what_can_be_read_in_one_way_is_read() {
        for (text, comma_file, expected) in [
            ("12", false, "12"),
            ("1.234", false, "1.234"),
            ("1,5", false, "1.5"),
            ("0,125", false, "0.125"),
            ("1234,567", false, "1234.567"),
            ("1,234", true, "1.234"),
            ("1 234 567,5", false, "1234567.5"),
            ("12\u{a0}345", false, "12345"),
            ("1 234,500", false, "1234.500"),
            ("-3,5", false, "-3.5"),
        ] {
            assert_eq!(read(text, comma_file).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_might_be_two_numbers_is_ambiguous() {
        for (text, comma_file) in [
            ("1,234", false),
            ("1.234", true),
            ("1,234,567", false),
            ("1.234,5", false),
        ] {
            assert_eq!(read(text, comma_file), Err(NotANumber::Ambiguous), "{text}");
        }
        // A latitude of 56,968 cannot be fifty-six thousand.
        assert!(plain("56,968", false, |degrees| degrees <= 90.0).is_ok());
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "", "-", "abc", "1 2", "12 34", "5 %", "1e5", "NaN", "inf", ".5", "5.", "1 2345",
        ] {
            assert_eq!(read(text, false), Err(NotANumber::Malformed), "{text}");
        }
    }
}
