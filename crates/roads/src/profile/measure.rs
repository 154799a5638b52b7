//! Values of tags with units.

/// Kilometres per mile, as OSRM's profiles have it.
const MILE_KM: f64 = 1.609;

fn leading_digits(text: &str) -> Option<f64> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text.get(..end)?.parse().ok()
}

/// The first number in a text, a comma counting as a decimal point, and what follows it.
fn first_number(text: &str) -> Option<(f64, String)> {
    let text = text.replace(',', ".");
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let tail = text.get(start..)?;
    let mut dotted = false;
    let end = tail
        .find(|c: char| {
            let more = c.is_ascii_digit() || (c == '.' && !dotted);
            dotted |= c == '.';
            !more
        })
        .unwrap_or(tail.len());
    let number = tail.get(..end)?.trim_end_matches('.').parse().ok()?;
    Some((number, tail.get(end..).unwrap_or("").to_owned()))
}

/// A speed in km/h: `50`, `30 mph`. `None` for words such as `RO:urban`.
pub(crate) fn kmh(text: &str) -> Option<f64> {
    let n = leading_digits(text)?;
    let miles = text.contains("mph") || text.contains("mp/h");
    Some(if miles { n * MILE_KM } else { n })
}

/// A length in metres: `2.1`, `2,1 m`, `6'7"`.
pub(crate) fn metres(text: &str) -> Option<f64> {
    let (n, rest) = first_number(text)?;
    Some(match rest.split_once('\'') {
        Some((_, inches)) => {
            let inches = first_number(inches).map_or(0.0, |(n, _)| n);
            (n * 12.0 + inches) * 0.0254
        }
        None => n,
    })
}

/// A height in metres; words that mean "nothing low here" are 4.5 m, as the wiki's default has it.
pub(crate) fn height(text: &str) -> Option<f64> {
    match text {
        "default" | "none" | "no-sign" | "unsigned" => Some(4.5),
        _ => metres(text),
    }
}

/// A weight in kilograms; tonnes unless the unit is written.
pub(crate) fn kilograms(text: &str) -> Option<f64> {
    let (n, _) = first_number(text)?;
    Some(if text.contains("lbs") {
        n * 0.453_592_37
    } else if text.contains("kg") {
        n
    } else {
        n * 1000.0
    })
}

/// A duration in seconds: `25` (minutes), `1:30` (hours), `1:30:00`, `PT25M`, `P1DT2H`.
pub(crate) fn seconds(text: &str) -> Option<f64> {
    let text = text.trim();
    let total = if let Some(iso) = text.strip_prefix('P') {
        iso_seconds(iso)?
    } else {
        let parts = text
            .split(':')
            .map(|p| p.trim().parse::<u32>().ok().map(f64::from))
            .collect::<Option<Vec<_>>>()?;
        match parts[..] {
            [minutes] => minutes * 60.0,
            [hours, minutes] => hours * 3600.0 + minutes * 60.0,
            [hours, minutes, seconds] => hours * 3600.0 + minutes * 60.0 + seconds,
            _ => return None,
        }
    };
    (total > 0.0).then_some(total)
}

fn iso_seconds(text: &str) -> Option<f64> {
    let (days, time) = text.split_once('T').unwrap_or((text, ""));
    let mut total = 0.0;
    for (part, units) in [
        (days, [('W', 604_800.0), ('D', 86_400.0), ('D', 86_400.0)]),
        (time, [('H', 3600.0), ('M', 60.0), ('S', 1.0)]),
    ] {
        let mut rest = part;
        while !rest.is_empty() {
            let end = rest.find(|c: char| !c.is_ascii_digit())?;
            let n: f64 = rest.get(..end)?.parse().ok()?;
            let unit = rest.get(end..)?.chars().next()?;
            total += n * units.iter().find(|(u, _)| *u == unit)?.1;
            rest = rest.get(end + unit.len_utf8()..)?;
        }
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_are_read_with_their_unit() {
        assert_eq!(kmh("50"), Some(50.0));
        assert_eq!(kmh("30 mph"), Some(30.0 * 1.609));
        assert_eq!(kmh("30mph"), Some(30.0 * 1.609));
        assert_eq!(kmh("RO:urban"), None);
        assert_eq!(kmh(""), None);
    }

    #[test]
    fn lengths_and_weights_are_read_with_their_unit() {
        assert_eq!(metres("2.1"), Some(2.1));
        assert_eq!(metres("2,1 m"), Some(2.1));
        assert!((metres("6'7\"").unwrap_or(0.0) - 2.0066).abs() < 1e-9);
        assert_eq!(height("none"), Some(4.5));
        assert_eq!(metres("narrow"), None);
        assert_eq!(kilograms("3.5"), Some(3500.0));
        assert_eq!(kilograms("1500 kg"), Some(1500.0));
    }

    #[test]
    fn durations_are_read_in_every_spelling() {
        assert_eq!(seconds("25"), Some(1500.0));
        assert_eq!(seconds("00:25"), Some(1500.0));
        assert_eq!(seconds("1:02:03"), Some(3723.0));
        assert_eq!(seconds("PT1H5M"), Some(3900.0));
        assert_eq!(seconds("P1DT2H"), Some(93_600.0));
        for wrong in ["", "ferry", "0", "1:2:3:4", "PT", "P1X", "PT5", "-5"] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }
}
