//! One or several feeds, joined.

use crate::calendar;
use crate::error::{Error, Fault, FaultKind};
use crate::feed::{self, Feed};
use crate::note::{Note, NoteKind};
use crate::source::Source;
use crate::timetable::Timetable;
use jiff::civil::Date;
use std::path::Path;

/// One or several GTFS feeds, read and checked, of all their dates.
pub struct Feeds {
    feeds: Vec<Feed>,
    notes: Vec<Note>,
}

impl Feeds {
    /// Reads feeds, each a zip archive or a folder.
    ///
    /// # Errors
    /// [`Error::Faults`] with every fault of every feed.
    pub fn read<P: AsRef<Path>>(paths: &[P]) -> Result<Feeds, Error> {
        let sources = paths.iter().map(|path| Source::open(path.as_ref()));
        join(sources)
    }

    /// Reads zipped feeds that are in memory: the name and the bytes of each.
    ///
    /// # Errors
    /// [`Error::Faults`] with every fault of every feed.
    pub fn from_bytes(zips: &[(String, Vec<u8>)]) -> Result<Feeds, Error> {
        let open =
            |(name, bytes): &(String, Vec<u8>)| Source::from_bytes(name.clone(), bytes.clone());
        join(zips.iter().map(open))
    }

    /// The weekday (Monday to Friday) with the most vehicle runs among the
    /// dates that all feeds cover; the earliest of several.
    ///
    /// # Errors
    /// [`Error::NoCommonDate`] if there is none.
    pub fn typical_weekday(&self) -> Result<Date, Error> {
        let span = self.span();
        let covered =
            |date: &Date| span.is_some_and(|(first, last)| first <= *date && *date <= last);
        let dates = self.feeds.iter().flat_map(|feed| feed.days.dates());
        let dates = dates.filter(covered);
        calendar::fullest_weekday(dates, |date| self.runs_on(date))
            .ok_or_else(|| Error::NoCommonDate(self.spans()))
    }

    /// Vehicle runs of a service date, of all feeds.
    pub fn runs_on(&self, date: Date) -> usize {
        self.feeds.iter().map(|feed| feed.days.runs(date)).sum()
    }

    /// The first and the last date that all feeds cover.
    pub fn span(&self) -> Option<(Date, Date)> {
        let spans = || self.feeds.iter().filter_map(|feed| feed.days.span());
        let first = spans().map(|(first, _)| first).max()?;
        let last = spans().map(|(_, last)| last).min()?;
        (first <= last).then_some((first, last))
    }

    /// What was left out or assumed while reading.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The timetable of a service date, with what still runs from the day
    /// before and what runs on the day after.
    ///
    /// # Errors
    /// [`Error::NoService`] if a feed does not cover the date or nothing runs on it.
    pub fn timetable(&self, date: Date) -> Result<Timetable, Error> {
        let mut notes = self.notes.clone();
        for feed in &self.feeds {
            let covered = feed
                .days
                .span()
                .is_some_and(|(first, last)| first <= date && date <= last);
            if !covered || self.runs_on(date) == 0 {
                return Err(no_service(feed, date));
            }
            if feed.days.runs(date) == 0 {
                notes.push(Note {
                    feed: feed.name.clone(),
                    kind: NoteKind::QuietOnDate,
                    count: 1,
                    example: date.to_string(),
                });
            }
        }
        Ok(Timetable::new(&self.feeds, date, notes))
    }

    fn spans(&self) -> Vec<(String, Date, Date)> {
        let span = |feed: &Feed| {
            let (first, last) = feed.days.span()?;
            Some((feed.name.clone(), first, last))
        };
        self.feeds.iter().filter_map(span).collect()
    }
}

fn no_service(feed: &Feed, date: Date) -> Error {
    let (first, last) = feed.days.span().unwrap_or((date, date));
    let best = calendar::fullest_weekday(feed.days.dates(), |date| feed.days.runs(date));
    Error::NoService {
        feed: feed.name.clone(),
        date,
        first,
        last,
        best: best.unwrap_or(first),
    }
}

fn join(sources: impl Iterator<Item = Result<Source, Fault>>) -> Result<Feeds, Error> {
    let mut faults = Vec::new();
    let mut feeds: Vec<Feed> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for source in sources {
        let mut source = match source {
            Ok(source) => source,
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        source.name = free(&names, &source.name);
        names.push(source.name.clone());
        feeds.extend(feed::read(source, &mut faults));
    }
    if feeds.is_empty() && faults.is_empty() {
        faults.push(fault("", "", FaultKind::NoFeed));
    }
    if let Some((first, others)) = feeds.split_first() {
        for other in others
            .iter()
            .filter(|other| other.timezone != first.timezone)
        {
            let kind = FaultKind::OtherClock(other.timezone.clone(), first.timezone.clone());
            faults.push(fault(&other.name, "agency.txt", kind));
        }
    }
    if !faults.is_empty() {
        return Err(Error::Faults(faults));
    }
    let notes = feeds.iter().flat_map(|feed| feed.notes.clone()).collect();
    Ok(Feeds { feeds, notes })
}

/// A name that no feed has yet.
fn free(names: &[String], name: &str) -> String {
    let taken = |name: &String| names.contains(name);
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.to_owned())
        .chain(numbered)
        .find(|name| !taken(name))
        .unwrap_or_default()
}

fn fault(feed: &str, file: &'static str, kind: FaultKind) -> Fault {
    Fault {
        feed: feed.to_owned(),
        file,
        line: None,
        kind,
    }
}
