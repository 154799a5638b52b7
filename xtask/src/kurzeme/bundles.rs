//! `bundles.csv`: who needs what together.

use super::needs::Needs;
use super::table::line;
use std::collections::BTreeMap;

/// Pairs of services, and why who needs the first needs the second too.
const PAIRS: [(&str, [&str; 2], &str); 3] = [
    (
        "GRT",
        ["GROUP_HOME_CARE", "DAC_GRT"],
        "who lives in a group home has occupation by day",
    ),
    (
        "GRT",
        ["GROUP_HOME", "WORKSHOP"],
        "who lives in a group home has occupation by day",
    ),
    (
        "FT",
        ["CHILD_CARE", "RESPITE_FT"],
        "both have the same entry condition",
    ),
];

/// The text of the file: at each place as many people need both services of a
/// pair as need the rarer one.
pub fn to_csv(needs: &Needs) -> String {
    let mut persons: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for need in needs.iter().filter(|need| !need.place.is_empty()) {
        *persons.entry((&need.service, &need.place)).or_default() += need.persons;
    }
    let mut text = "place,target_group,services,persons,source\n".to_owned();
    for (group, [first, second], reason) in PAIRS {
        for ((_, place), one) in persons.iter().filter(|((service, _), _)| *service == first) {
            let both = persons
                .get(&(second, *place))
                .map_or(0, |other| *one.min(other));
            if both > 0 {
                let services = format!("{first}|{second}");
                text += &line(&[
                    place,
                    group,
                    &services,
                    &both.to_string(),
                    &format!("derived: {reason}"),
                ]);
            }
        }
    }
    text
}
