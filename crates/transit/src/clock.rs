//! Times of day in seconds.

/// Seconds of a day. Changes of the clock are not modelled.
pub const DAY: u32 = 86_400;

/// Reads `7:05` or `24:00` as seconds after midnight.
pub fn minutes(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let digits = |part: &str, least: usize| {
        let fits = (least..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (hours, minutes) = (digits(hours, 1)?, digits(minutes, 2)?);
    (minutes < 60 && hours <= 48).then_some(hours * 3600 + minutes * 60)
}
