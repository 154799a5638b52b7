//! How many people of the region need each service.
//!
//! The plan's counts by service are not published, so they follow from what is:
//!
//! * services that need no building: who was served in Zemgale, of all who were
//!   served there, times the people whom Kurzeme is to reach;
//! * services that need one: those served first were those near a building that
//!   existed, so the share is of all who were *assessed*; this is the least. Where
//!   a plan or a rule tells how many would use it, the mean of both is taken;
//! * children in out-of-family care: the national number of new places by
//!   population.

use super::published::Published;

/// People of the region who need a service.
pub struct Total {
    /// Who.
    pub target_group: &'static str,
    /// What.
    pub service: &'static str,
    /// How many.
    pub persons: u32,
    /// Mobile: hours a person and week.
    pub hours_per_week: &'static str,
    /// How the number came about.
    pub reason: String,
}

/// Hours a week of an adult's home care; no figure is published.
const HOME_CARE_HOURS: &str = "5";
/// Hours a week of care at home: the ceiling for children of 5 to 17.
const CHILD_CARE_HOURS: &str = "10";
/// The municipality whose needs by service are published.
const SKRUNDA: &str = "0621200";

/// The totals of the region by service.
///
/// # Errors
/// Says which published figure is missing.
pub fn of_region(published: &Published, residents: u64) -> Result<Vec<Total>, String> {
    let share_of_served = |group, service| -> Result<Total, String> {
        let reach = published.get("to_reach", "KPR", group, "")?;
        let users = published.get("served", "ZPR", group, service)?;
        let served = published.get("served", "ZPR", group, "")?;
        let reason = format!("{reach} to be reached × {users} of {served} served in Zemgale");
        Ok(total(group, service, round(reach * users, served), reason))
    };
    let share_of_assessed = |group, service| -> Result<Total, String> {
        let ours = published.get("assessed", "KPR", group, "")?;
        let users = published.get("served", "ZPR", group, service)?;
        let theirs = published.get("assessed", "ZPR", group, "")?;
        let reason = format!("{ours} assessed × {users} of {theirs} assessed in Zemgale");
        Ok(total(group, service, round(ours * users, theirs), reason))
    };
    let skrunda = |service| published.get("need", SKRUNDA, "GRT", service);

    let day_centre = share_of_assessed("GRT", "DAC_GRT")?;
    let in_day_centres = u64::from(day_centre.persons);
    let (centre, workshop, with_care, without_care) = (
        skrunda("DAC_GRT")?,
        skrunda("WORKSHOP")?,
        skrunda("GROUP_HOME_CARE")?,
        skrunda("GROUP_HOME")?,
    );

    let workshops = share_of_assessed("GRT", "WORKSHOP")?.and_at_most(
        round(in_day_centres * workshop, centre),
        &format!("{workshop} to {centre} in a day centre in Skrunda"),
    );
    let homes = share_of_assessed("GRT", "GROUP_HOME")?.and_at_most(
        round(in_day_centres * (with_care + without_care), centre),
        &format!(
            "{} to {centre} in a day centre in Skrunda",
            with_care + without_care
        ),
    );
    let in_homes = homes.persons;
    let with_care_persons = round(u64::from(in_homes) * with_care, with_care + without_care);
    let homes_with_care = total(
        "GRT",
        "GROUP_HOME_CARE",
        with_care_persons,
        format!(
            "{with_care} of {} in group homes with care as in Skrunda; group homes: {}",
            with_care + without_care,
            homes.reason
        ),
    );
    let homes_without_care = total(
        "GRT",
        "GROUP_HOME",
        in_homes - with_care_persons,
        format!(
            "{without_care} of {} in group homes without care as in Skrunda; group homes: {}",
            with_care + without_care,
            homes.reason
        ),
    );

    let child_care = share_of_served("FT", "CHILD_CARE")?;
    let respite = share_of_assessed("FT", "RESPITE_FT")?.and_at_most(
        child_care.persons,
        "all with care at home, which has the same entry condition",
    );
    let (children, adults) = (
        published.get("places", "Valmiera", "FT", "DAC_FT")?,
        published.get("places", "Valmiera", "GRT", "DAC_GRT")?,
    );
    let day_centre_children = share_of_assessed("FT", "DAC_FT")?.and_at_most(
        round(in_day_centres * children, adults),
        &format!("{children} to {adults} places for adults in Valmiera"),
    );

    let (places, nation) = (
        published.get("planned", "LV", "BSAC", "FAMILY_LIKE")?,
        published.get("residents", "LV", "", "")?,
    );
    let family_like = total(
        "BSAC",
        "FAMILY_LIKE",
        round(places * residents, nation),
        format!("{places} new places in the country × {residents} of {nation} residents"),
    );

    Ok(vec![
        day_centre,
        workshops,
        homes_with_care,
        homes_without_care,
        share_of_served("GRT", "HOME_CARE")?.with_hours(HOME_CARE_HOURS),
        share_of_served("FT", "REHAB_FT")?,
        child_care.with_hours(CHILD_CARE_HOURS),
        respite,
        day_centre_children,
        family_like,
    ])
}

fn total(target_group: &'static str, service: &'static str, persons: u32, reason: String) -> Total {
    Total {
        target_group,
        service,
        persons,
        hours_per_week: "",
        reason,
    }
}

impl Total {
    fn with_hours(self, hours_per_week: &'static str) -> Self {
        Self {
            hours_per_week,
            ..self
        }
    }

    /// The mean of this number, the least, and the most that is plausible.
    fn and_at_most(self, most: u32, reason: &str) -> Self {
        Self {
            persons: round(u64::from(self.persons) + u64::from(most), 2),
            reason: format!(
                "mean of {} ({}) and {most} ({reason})",
                self.persons, self.reason
            ),
            ..self
        }
    }
}

/// The quotient to the nearest whole person, half up.
fn round(numerator: u64, denominator: u64) -> u32 {
    ((2 * numerator + denominator) / (2 * denominator.max(1))) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_person_counts_as_one() {
        assert_eq!(
            [round(5, 2), round(4, 3), round(5, 3), round(0, 7)],
            [3, 1, 2, 0]
        );
    }

    #[test]
    fn a_service_that_waited_for_its_building_lies_between_least_and_most() {
        let between = total("GRT", "WORKSHOP", 24, "least".into()).and_at_most(151, "most");
        assert_eq!(
            (between.persons, between.reason.as_str()),
            (88, "mean of 24 (least) and 151 (most)")
        );
    }
}
