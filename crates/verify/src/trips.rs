//! The assignments of a plan with the ways that they take.

use crate::facts::Facts;
use crate::faults::Faults;
use crate::people::Point;
use crate::rates;
use crate::travel::Way;
use domain::plan::{Assignment, EquityOutcome, Minutes, Plan};
use domain::*;

/// People of one point who go to one site (or to whom staff of the site come).
#[derive(Clone, Copy)]
pub struct Trip<'a> {
    /// The row of the plan.
    pub row: &'a Assignment,
    /// What they get.
    pub service: &'a Service,
    /// The council of the place where they live.
    pub home: &'a TerritoryId,
    /// The way there.
    pub way: Way,
}

impl Trip<'_> {
    /// The point of the row.
    pub fn point(row: &Assignment) -> Point<'_> {
        let (place, group) = (row.place.as_str(), row.target_group.as_str());
        Point::new(place, group, row.service.as_str(), row.hours_per_week)
    }

    /// Their load at the facility.
    pub fn load(&self) -> i128 {
        self.times(rates::load(self.service, self.row.hours_per_week, self.way))
    }

    /// Running cost of the places that they use.
    pub fn places(&self) -> i128 {
        self.times(rates::place(self.service, self.row.hours_per_week))
    }

    /// What one of them costs: place, travel, surcharge.
    pub fn each(&self, scenario: &Scenario) -> [i64; 3] {
        let hours = self.row.hours_per_week;
        [
            rates::place(self.service, hours),
            rates::travel(self.service, scenario, hours, self.way),
            rates::surcharge(self.service, scenario, self.way),
        ]
    }

    fn times(&self, each: i64) -> i128 {
        i128::from(each) * i128::from(self.row.persons)
    }
}

/// The trips of a state of a plan; assignments that cannot be are left out, their faults told.
pub fn read<'a>(
    facts: &Facts<'a>,
    plan: &'a Plan,
    assignments: &'a [Assignment],
) -> (Vec<Trip<'a>>, Faults) {
    let mut faults = Faults::default();
    let mut trips = Vec::new();
    for row in assignments {
        let whose = label(row);
        let (place, service) = (
            facts.place(row.place.as_str()),
            facts.service(row.service.as_str()),
        );
        let (Some(place), Some(service)) = (place, service) else {
            faults.demand(false, "verify-unknown-point", &whose);
            continue;
        };
        let way = way(
            facts,
            row.place.as_str(),
            row.from.as_ref(),
            &row.site,
            service,
        );
        let Some(way) = way else {
            faults.demand(false, "verify-no-way", &whose);
            continue;
        };
        let (minutes, gives) = (way.minutes(), is_given(facts, plan, row));
        faults.printed(&whose, "assignments.minutes", row.minutes, minutes, 2);
        faults.demand(
            rates::within_limit(service, &facts.region.scenario, way),
            "verify-beyond-limit",
            &whose,
        );
        faults.demand(gives, "verify-not-open", &whose);
        faults.demand(row.persons > 0, "verify-nobody", &whose);
        let entitled = service.target_groups.contains(&row.target_group);
        faults.demand(entitled, "verify-not-entitled", &whose);
        trips.push(Trip {
            row,
            service,
            home: facts.council(&place.territory),
            way,
        });
    }
    (trips, faults)
}

/// An assignment as a fault names it.
pub fn label(row: &Assignment) -> String {
    let point = Trip::point(row).label();
    match &row.from {
        Some(home) => format!("{point} ({}) → {}", home.id(), row.site.id()),
        None => format!("{point} → {}", row.site.id()),
    }
}

/// The way to a site from a place, or from the home into which people move.
pub fn way(
    facts: &Facts,
    place: &str,
    home: Option<&SiteRef>,
    to: &SiteRef,
    service: &Service,
) -> Option<Way> {
    match home {
        Some(home) => facts
            .travel
            .way_from_home(facts, home, to, &service.profile),
        None => facts.travel.way(facts, place, to, &service.profile),
    }
}

/// Whether the service is open at the site.
fn is_given(facts: &Facts, plan: &Plan, row: &Assignment) -> bool {
    match &row.site {
        SiteRef::Site(id) => {
            facts.region.offers.iter().any(|offer| {
                offer.site == *id && offer.service == row.service && facts.gives(offer)
            })
        }
        SiteRef::Candidate(id) => plan.measures.iter().any(|measure| {
            measure.candidate == *id && measure.service == row.service && facts.is_open(measure)
        }),
    }
}

/// Minutes of many people, summed up.
#[derive(Default)]
pub struct Spread {
    people: u64,
    seconds: u128,
    longest: u32,
    near: u64,
}

impl Spread {
    /// Of trips.
    pub fn of<'t, 'a: 't>(trips: impl IntoIterator<Item = &'t Trip<'a>>) -> Self {
        let mut spread = Self::default();
        for trip in trips {
            spread.add(trip.row.persons, trip.way, trip.service);
        }
        spread
    }

    /// Adds people who take a way to a service.
    pub fn add(&mut self, persons: u32, way: Way, service: &Service) {
        self.people += u64::from(persons);
        self.seconds += u128::from(way.seconds) * u128::from(persons);
        self.longest = self.longest.max(way.seconds);
        if f64::from(way.seconds) <= 60.0 * service.standard_min {
            self.near += u64::from(persons);
        }
    }

    /// How many people they are.
    pub fn people(&self) -> u32 {
        rates::persons(self.people)
    }

    /// Compares what a plan tells of who travels farthest.
    pub fn compare_equity(&self, faults: &mut Faults, stated: &EquityOutcome) {
        let all = self.people.max(1) as f64;
        let mean = self.seconds as f64 / all / 60.0;
        let longest = f64::from(self.longest) / 60.0;
        let beyond = (self.people - self.near) as f64 / all;
        faults.printed("equity", "mean", stated.mean, mean, 2);
        faults.printed("equity", "max", stated.max, longest, 2);
        faults.printed(
            "equity",
            "beyond_standard",
            stated.beyond_standard,
            beyond,
            4,
        );
    }

    /// Compares the minutes of a plan.
    pub fn compare(&self, faults: &mut Faults, whose: &str, figure: &str, stated: Minutes) {
        let per_person = |sum: f64| {
            if self.people == 0 {
                0.0
            } else {
                sum / self.people as f64
            }
        };
        let mean = per_person(self.seconds as f64) / 60.0;
        let longest = f64::from(self.longest) / 60.0;
        let near = per_person(self.near as f64);
        faults.printed(whose, &format!("{figure}.mean"), stated.mean, mean, 2);
        faults.printed(whose, &format!("{figure}.max"), stated.max, longest, 2);
        faults.printed(
            whose,
            &format!("{figure}.within_standard"),
            stated.within_standard,
            near,
            4,
        );
    }
}
