//! Which messages may be repeated in public.

use domain::{Arg, Message};

/// Numbers in messages that are public facts: sizes, limits, years, distances
/// between places and sites, building money. Any other number may count people.
const PUBLIC_NUMBERS: &[&str] = &[
    "ceiling",
    "detour",
    "eur",
    "factor",
    "limit",
    "line",
    "metres",
    "minutes",
    "money",
    "places",
    "questions",
    "services",
    "sites",
    "standard",
    "threshold",
    "year",
    "years",
];

/// Whether nothing in a message can count people. Text passes unless it is
/// a small number written as text.
pub fn is_public(message: &Message) -> bool {
    message.args.iter().all(|(name, value)| match value {
        Arg::Number(_) => PUBLIC_NUMBERS.contains(&name.as_str()),
        Arg::Text(text) => PUBLIC_NUMBERS.contains(&name.as_str()) || !is_number(text),
    })
}

/// Codes of territories are digits too, seven or more of them.
fn is_number(text: &str) -> bool {
    text.len() < 7 && text.replace(',', ".").parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_that_counts_people_is_not_repeated() {
        let said = Message::new("finding-r09")
            .with("site", "Dzintari")
            .with("places", 12_u32);
        assert!(is_public(&said));
        assert!(!is_public(&said.clone().with("persons", 3_u32)));
        assert!(!is_public(&said.clone().with("waiting", "3")));
        assert!(is_public(&said.with("municipality", "0641000")));
    }
}
