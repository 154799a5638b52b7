//! Tiny feeds, written in the test.
#![allow(dead_code, reason = "each test file uses a part")]

use std::io::{Cursor, Write};
use transit::{Error, Fault, Feeds, Matrix, Options, Query, Summary, Timetable, Walk, Window};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A Monday on which the service `daily` and `week` run.
pub const MONDAY: transit::Date = jiff::civil::date(2025, 6, 2);

/// The files of a feed; the first line of each is its header.
#[derive(Clone)]
pub struct Files(Vec<(String, String)>);

impl Files {
    /// Stops A to F on one place, services `daily` (every day of June 2025) and
    /// `week` (Monday to Friday), no trips yet.
    pub fn new() -> Files {
        let mut files = Files(Vec::new());
        files.put(
            "agency.txt",
            "agency_name,agency_url,agency_timezone\nBuses,http://b.lv,Europe/Riga\n",
        );
        files.put("routes.txt", "route_id,route_type\nR,3\n");
        files.put(
            "calendar.txt",
            "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n\
             daily,1,1,1,1,1,1,1,20250601,20250630\n\
             week,1,1,1,1,1,0,0,20250601,20250630\n",
        );
        files.put("stops.txt", "stop_id,stop_name,stop_lat,stop_lon\n");
        for stop in "ABCDEF".chars() {
            files.line("stops.txt", &format!("{stop},Stop {stop},57.0,24.0"));
        }
        files.put("trips.txt", "route_id,service_id,trip_id\n");
        files.put(
            "stop_times.txt",
            "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n",
        );
        files
    }

    /// Replaces a file.
    pub fn put(&mut self, file: &str, text: &str) -> &mut Files {
        self.remove(file);
        self.0.push((file.to_owned(), text.to_owned()));
        self
    }

    /// Puts a byte order mark before every file.
    pub fn mark(&mut self) -> &mut Files {
        for (_, text) in &mut self.0 {
            text.insert(0, '\u{feff}');
        }
        self
    }

    /// Ends every line in two characters.
    pub fn carriage_returns(&mut self) -> &mut Files {
        for (_, text) in &mut self.0 {
            *text = text.replace('\n', "\r\n");
        }
        self
    }

    pub fn remove(&mut self, file: &str) -> &mut Files {
        self.0.retain(|(name, _)| name != file);
        self
    }

    pub fn line(&mut self, file: &str, line: &str) -> &mut Files {
        let (_, text) = self.0.iter_mut().find(|(name, _)| name == file).unwrap();
        text.push_str(line);
        text.push('\n');
        self
    }

    /// A trip of a service: `A 7:00 B 7:10 C 7:20`; a time `-` is left empty,
    /// `7:10/7:12` is arrival and departure, `!` after the stop is no boarding,
    /// `^` no getting off.
    pub fn trip(&mut self, id: &str, service: &str, calls: &str) -> &mut Files {
        self.line("trips.txt", &format!("R,{service},{id}"));
        let words: Vec<&str> = calls.split_whitespace().collect();
        for (sequence, call) in words.chunks(2).enumerate() {
            let (stop, time) = (call[0], call[1]);
            let (arrival, departure) = time.split_once('/').unwrap_or((time, time));
            let pickup = if stop.contains('!') { "1" } else { "" };
            let drop_off = if stop.contains('^') { "1" } else { "" };
            let name = stop.trim_end_matches(['!', '^']);
            let (arrival, departure) = (seconds(arrival), seconds(departure));
            let line = format!("{id},{arrival},{departure},{name},{sequence},{pickup},{drop_off}");
            self.line("stop_times.txt", &line);
        }
        self
    }

    /// Puts junk into a field of a file.
    pub fn spoil(
        &mut self,
        file: proptest::sample::Index,
        field: proptest::sample::Index,
        junk: &str,
    ) {
        let count = self.0.len();
        let (_, text) = &mut self.0[file.index(count)];
        let mut lines: Vec<Vec<String>> = text
            .lines()
            .map(|line| line.split(',').map(str::to_owned).collect())
            .collect();
        let fields: usize = lines.iter().map(Vec::len).sum();
        let spoilt = lines.iter_mut().flatten().nth(field.index(fields));
        *spoilt.unwrap() = junk.to_owned();
        let lines: Vec<String> = lines.iter().map(|line| line.join(",")).collect();
        *text = lines.join("\n");
    }

    pub fn zip(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, text) in &self.0 {
            zip.start_file(name.as_str(), plain).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    pub fn feeds(&self) -> Result<Feeds, Error> {
        Feeds::from_bytes(&[("buses".to_owned(), self.zip())])
    }

    pub fn timetable(&self) -> Timetable {
        self.feeds().unwrap().timetable(MONDAY).unwrap()
    }

    pub fn faults(&self) -> Vec<Fault> {
        faults(self.feeds())
    }
}

pub fn faults(feeds: Result<Feeds, Error>) -> Vec<Fault> {
    match feeds {
        Err(Error::Faults(faults)) => faults,
        Err(error) => panic!("{error}"),
        Ok(_) => Vec::new(),
    }
}

fn seconds(time: &str) -> String {
    match time.split(':').count() {
        2 => format!("{time}:00"),
        3 => time.to_owned(),
        _ => String::new(),
    }
}

/// The index of a stop.
pub fn stop(timetable: &Timetable, id: &str) -> u32 {
    let found = timetable.stops().iter().position(|stop| stop.id == id);
    found.unwrap_or_else(|| panic!("no stop {id}")) as u32
}

/// A leg on foot to a stop.
pub fn walk(timetable: &Timetable, id: &str, seconds: u32) -> Walk {
    let to = stop(timetable, id);
    Walk { to, seconds }
}

/// One pair: from stop to stop, no walking at either end, no slack.
pub struct Journey<'a> {
    pub timetable: &'a Timetable,
    pub from: &'a str,
    pub to: &'a str,
    pub window: &'a str,
    pub transfers: Vec<Vec<Walk>>,
    pub direct: Option<u32>,
    pub options: Options,
}

impl<'a> Journey<'a> {
    pub fn new(
        timetable: &'a Timetable,
        from: &'a str,
        to: &'a str,
        window: &'a str,
    ) -> Journey<'a> {
        Journey {
            timetable,
            from,
            to,
            window,
            transfers: Vec::new(),
            direct: None,
            options: no_slack(),
        }
    }

    pub fn summary(&self) -> Summary {
        let access = [vec![walk(self.timetable, self.from, 0)]];
        let egress = [vec![walk(self.timetable, self.to, 0)]];
        let query = Query {
            access: &access,
            egress: &egress,
            transfers: &self.transfers,
            direct: &|_, _| self.direct,
            window: self.window.parse().unwrap(),
            options: self.options,
        };
        answer(self.timetable, &query).get(0, 0)
    }

    /// Minutes if one leaves at the beginning of the window.
    pub fn minutes(&self) -> Option<u32> {
        let from: Window = self.window.parse().unwrap();
        let window = Window {
            until_s: from.from_s + 60,
            ..from
        };
        let access = [vec![walk(self.timetable, self.from, 0)]];
        let egress = [vec![walk(self.timetable, self.to, 0)]];
        let query = Query {
            access: &access,
            egress: &egress,
            transfers: &self.transfers,
            direct: &|_, _| self.direct,
            window,
            options: self.options,
        };
        let best = answer(self.timetable, &query).get(0, 0).best_s;
        best.map(|seconds| seconds / 60)
    }
}

pub fn no_slack() -> Options {
    Options {
        board_slack_s: 0,
        threads: 1,
        ..Options::default()
    }
}

pub fn answer(timetable: &Timetable, query: &Query) -> Matrix {
    transit::travel_times(timetable, query, &|_, _| true).unwrap()
}

/// Where the shared test data lies, if it is there.
pub fn shared(path: &str) -> Option<std::path::PathBuf> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/osm/gtfs");
    let path = std::path::Path::new(root).join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}
