//! On which dates services run.

use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashMap;

/// The services of a feed.
#[derive(Default)]
pub struct Calendar {
    index: HashMap<String, u32>,
    services: Vec<Service>,
}

/// One service: days of the week within a span, and exceptions.
#[derive(Default)]
struct Service {
    week: Option<Week>,
    exceptions: HashMap<Date, bool>,
}

/// What became of a row of `calendar.txt`.
pub enum Added {
    /// The first of its service.
    First,
    /// The same as before.
    Again,
    /// Another than before.
    Otherwise,
}

/// Days of the week, Monday first, from one date to another, both included.
#[derive(PartialEq)]
struct Week {
    days: [bool; 7],
    first: Date,
    last: Date,
}

impl Calendar {
    /// The index of a service, if a calendar file has it.
    pub fn find(&self, id: &str) -> Option<u32> {
        self.index.get(id).copied()
    }

    /// Takes a row of `calendar.txt`.
    pub fn add_week(&mut self, row: &gtfs_structures::Calendar) -> Added {
        let week = Week {
            days: [
                row.monday,
                row.tuesday,
                row.wednesday,
                row.thursday,
                row.friday,
                row.saturday,
                row.sunday,
            ],
            first: row.start_date,
            last: row.end_date,
        };
        let known = &mut self.service(&row.id).week;
        match known {
            None => {
                *known = Some(week);
                Added::First
            }
            Some(known) if *known == week => Added::Again,
            Some(_) => Added::Otherwise,
        }
    }

    /// Takes a row of `calendar_dates.txt`.
    pub fn add_exception(&mut self, id: &str, date: Date, runs: bool) {
        self.service(id).exceptions.insert(date, runs);
    }

    /// Whether a service runs on a date.
    pub fn runs(&self, service: u32, date: Date) -> bool {
        self.services
            .get(service as usize)
            .is_some_and(|service| service.runs(date))
    }

    /// Vehicle runs of every date that has any, given those of one day of each service.
    pub fn days(&self, runs: &[usize]) -> Days {
        let mut days = Days::default();
        for (service, &runs) in self.services.iter().zip(runs) {
            if runs == 0 {
                continue;
            }
            let dates = service.week.iter().flat_map(Week::dates);
            let planned = dates.filter(|date| !service.exceptions.contains_key(date));
            let added = service.exceptions.iter().filter(|(_, runs)| **runs);
            for date in planned.chain(added.map(|(date, _)| *date)) {
                *days.0.entry(date).or_default() += runs;
            }
        }
        days
    }

    fn service(&mut self, id: &str) -> &mut Service {
        let next = self.services.len();
        let place = match self.index.get(id) {
            Some(&place) => place as usize,
            None => {
                self.index.insert(id.to_owned(), next as u32);
                self.services.push(Service::default());
                next
            }
        };
        &mut self.services[place]
    }

    /// How many services there are.
    pub fn len(&self) -> usize {
        self.services.len()
    }
}

impl Service {
    fn runs(&self, date: Date) -> bool {
        let exception = self.exceptions.get(&date).copied();
        exception.unwrap_or_else(|| self.week.as_ref().is_some_and(|week| week.has(date)))
    }
}

impl Week {
    fn has(&self, date: Date) -> bool {
        self.first <= date && date <= self.last && self.days[weekday(date)]
    }

    fn dates(&self) -> impl Iterator<Item = Date> + '_ {
        self.first
            .series(1.day())
            .take_while(|date| *date <= self.last)
            .filter(|date| self.days[weekday(*date)])
    }
}

/// Vehicle runs of each date.
#[derive(Default)]
pub struct Days(std::collections::BTreeMap<Date, usize>);

impl Days {
    /// The first and the last date with a vehicle.
    pub fn span(&self) -> Option<(Date, Date)> {
        let (first, _) = self.0.first_key_value()?;
        let (last, _) = self.0.last_key_value()?;
        Some((*first, *last))
    }

    /// Vehicle runs of a date.
    pub fn runs(&self, date: Date) -> usize {
        self.0.get(&date).copied().unwrap_or(0)
    }

    /// The dates with a vehicle, in order.
    pub fn dates(&self) -> impl Iterator<Item = Date> + '_ {
        self.0.keys().copied()
    }
}

/// The date from Monday to Friday with the most runs, the earliest of several.
pub fn fullest_weekday(
    dates: impl Iterator<Item = Date>,
    runs: impl Fn(Date) -> usize,
) -> Option<Date> {
    dates
        .filter(|date| weekday(*date) < 5)
        .map(|date| (runs(date), date))
        .filter(|(runs, _)| *runs > 0)
        .max_by_key(|(runs, date)| (*runs, std::cmp::Reverse(*date)))
        .map(|(_, date)| date)
}

/// 0 is Monday.
fn weekday(date: Date) -> usize {
    date.weekday().to_monday_zero_offset() as usize
}
