//! What is wrong with a feed is told, all at once; what is left out is counted.

mod common;

use common::{Files, MONDAY, faults, shared};
use jiff::civil::date;
use transit::{Error, FaultKind, Feeds, NoteKind};

fn good() -> Files {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:00 B 7:10 C 7:20");
    files
}

/// File, line and key of each fault.
fn told(files: &Files) -> Vec<(&'static str, Option<u64>, &'static str)> {
    let faults = files.faults();
    faults
        .iter()
        .map(|fault| (fault.file, fault.line, fault.kind.key()))
        .collect()
}

fn noted(files: &Files) -> Vec<(NoteKind, usize, String)> {
    let feeds = files.feeds().unwrap();
    let notes = feeds.notes().iter();
    notes
        .map(|note| (note.kind, note.count, note.example.clone()))
        .collect()
}

#[test]
fn a_good_feed_has_no_faults_and_no_notes() {
    assert_eq!(told(&good()), []);
    assert_eq!(noted(&good()), []);
}

#[test]
fn what_is_not_a_zip_is_refused() {
    let feeds = Feeds::from_bytes(&[("page".to_owned(), b"<html>not found</html>".to_vec())]);
    let faults = faults(feeds);
    assert!(matches!(faults[0].kind, FaultKind::NotAZip(_)));
    assert!(
        faults[0].to_string().starts_with("page: not a zip archive"),
        "{}",
        faults[0]
    );
}

#[test]
fn a_path_that_is_not_there_is_refused() {
    let faults = faults(Feeds::read(&["no/such/feed.zip", "neither/this.zip"]));
    assert_eq!(faults.len(), 2);
    assert!(matches!(faults[1].kind, FaultKind::Unreadable(_)));
    let none: [&str; 0] = [];
    assert_eq!(
        common::faults(Feeds::read(&none))[0].kind,
        FaultKind::NoFeed
    );
}

#[test]
fn every_missing_file_is_named() {
    let mut files = good();
    for file in ["agency.txt", "calendar.txt", "stop_times.txt", "stops.txt"] {
        files.remove(file);
    }
    let missing = ["agency.txt", "stops.txt", "calendar.txt", "stop_times.txt"];
    assert_eq!(
        told(&files),
        missing.map(|file| (file, None, "feed-missing-file"))
    );
}

#[test]
fn a_missing_column_is_named() {
    let mut files = good();
    files.put(
        "stop_times.txt",
        "trip_id,arrival_time,stop_id,stop_sequence\n1,7:00:00,A,1\n",
    );
    let faults = files.faults();
    assert_eq!(faults[0].kind, FaultKind::MissingColumn("departure_time"));
}

#[test]
fn rows_at_fault_are_listed_with_their_lines() {
    let mut files = good();
    files.line("stop_times.txt", "1,7:30,07:30:00,A,7,,");
    files.line("stop_times.txt", "1,07:40:00,07:40:00,B,x,,");
    files.line("stop_times.txt", "1,99999999:40:00,07:40:00,B,9,,");
    files.line("stop_times.txt", "1,07:50:00,07:50:00,B,10,8,");
    files.line("stops.txt", "A,Again,57,24");
    let lines = [5, 6, 7, 8].map(|line| ("stop_times.txt", Some(line), "feed-row"));
    let told = told(&files);
    assert_eq!(told[0], ("stops.txt", Some(8), "feed-twice"));
    assert_eq!(told[1..], lines);
    let shown = files.faults()[4].to_string();
    assert!(
        shown.contains("buses: stop_times.txt:8: pickup_type: 8 is not"),
        "{shown}"
    );
}

#[test]
fn an_unknown_station_is_told_with_the_line_of_its_stop() {
    let mut files = good();
    files.put(
        "stops.txt",
        "stop_id,stop_name,stop_lat,stop_lon,parent_station\n\
         A,\"Old\nmarket\",57,24,\nB,,57,24.1,\nC,,57,24.2,S\nD,,57,24.3,\n",
    );
    assert_eq!(told(&files), [("stops.txt", Some(5), "feed-unknown")]);
}

#[test]
fn a_line_is_that_of_the_row_and_not_of_an_empty_one_before_it() {
    let mut files = good();
    files.line("stop_times.txt", "");
    files.line("stop_times.txt", "\n1,7:30,07:30:00,A,7,,");
    files.line("stop_times.txt", "1,7:30,07:30:00,A,7,,");
    let lines = [7, 8].map(|line| ("stop_times.txt", Some(line), "feed-row"));
    assert_eq!(told(&files), lines);
    files.carriage_returns();
    assert_eq!(told(&files), lines);
    files.mark();
    assert_eq!(told(&files), lines);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_column() {
    let mut files = good();
    files.mark();
    assert_eq!(told(&files), []);
}

#[test]
fn many_faults_of_a_file_are_counted() {
    let mut files = good();
    for _ in 0..30 {
        files.line("stop_times.txt", "1,noon,noon,A,7,,");
    }
    let faults = files.faults();
    assert_eq!(faults.len(), 21);
    assert_eq!(faults[20].kind, FaultKind::More(10));
}

#[test]
fn stop_times_of_unknown_stops_and_trips_are_refused() {
    let mut files = good();
    files.line("stop_times.txt", "1,07:30:00,07:30:00,X,7,,");
    files.line("stop_times.txt", "1,07:40:00,07:40:00,Y,8,,");
    files.line("stop_times.txt", "9,07:40:00,07:40:00,A,8,,");
    let kinds: Vec<FaultKind> = files.faults().into_iter().map(|fault| fault.kind).collect();
    let unknown = |column, id: &str, target, count| FaultKind::Unknown {
        column,
        id: id.to_owned(),
        target,
        count,
    };
    let expected = [
        unknown("stop_id", "X", "stops.txt", 2),
        unknown("trip_id", "9", "trips.txt", 1),
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn a_stop_in_use_needs_a_place_or_a_station_with_one() {
    let mut files = good();
    files.put(
        "stops.txt",
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n\
         S,,57,24,1,\nA,,57,24,,\nB,,,,,S\nC,,57,240,,\nD,,,,,\n",
    );
    let kinds: Vec<FaultKind> = files.faults().into_iter().map(|fault| fault.kind).collect();
    assert_eq!(kinds, [FaultKind::NoPlace("C".to_owned())]);
}

#[test]
fn a_feed_in_which_nothing_ever_runs_is_refused() {
    assert_eq!(told(&Files::new()), [("trips.txt", None, "feed-no-trips")]);
}

#[test]
fn feeds_of_different_clocks_are_not_joined() {
    let mut other = good();
    let agency = "agency_name,agency_url,agency_timezone\nX,http://x.pl,Europe/Warsaw\n";
    other.put("agency.txt", agency);
    let zips = [
        ("a".to_owned(), good().zip()),
        ("b".to_owned(), other.zip()),
    ];
    let faults = faults(Feeds::from_bytes(&zips));
    assert_eq!(faults[0].kind.key(), "feed-other-clock");
    assert_eq!(faults[0].feed, "b");
}

#[test]
fn trips_that_cannot_be_used_are_counted() {
    let mut files = good();
    files.trip("short", "daily", "A 8:00");
    files.trip("open", "daily", "A 8:00 B -");
    files.trip("back", "daily", "A 8:00 B 7:50");
    files.trip("back at a stop", "daily", "A 8:00 B 8:20/8:10 C 8:30");
    files.trip("lost", "nowhere", "A 8:00 B 8:10");
    files.trip("twice", "daily", "A 8:00 B 8:10");
    files.line("stop_times.txt", "twice,08:20:00,08:20:00,C,1,,");
    files.trip("guess", "daily", "A 8:00 B - C - D 8:30");
    files.line("stop_times.txt", "guess,,,,7,,");
    files.trip("call", "daily", "A 8:00 B 8:30");
    files.line("stop_times.txt", "call,08:40:00,08:40:00,C,9,2,");
    let note = |kind, count, example: &str| (kind, count, example.to_owned());
    let expected = [
        note(NoteKind::TripTooShort, 1, "short"),
        note(NoteKind::TripWithoutEnds, 1, "open"),
        note(NoteKind::TripBackwards, 2, "back"),
        note(NoteKind::TripAmbiguous, 1, "twice"),
        note(NoteKind::TripWithoutService, 1, "lost"),
        note(NoteKind::AreaStopTime, 1, "guess"),
        note(NoteKind::Interpolated, 2, "guess"),
        note(NoteKind::Booked, 1, "call"),
    ];
    assert_eq!(noted(&files), expected);
}

#[test]
fn rows_without_effect_are_counted() {
    let mut files = good();
    files.line("calendar.txt", "daily,1,1,1,1,1,1,1,20250601,20250630");
    files.put(
        "frequencies.txt",
        "trip_id,start_time,end_time,headway_secs\n1,07:00:00,07:00:00,60\n1,07:00:00,08:00:00,600\n",
    );
    files.put(
        "transfers.txt",
        "from_stop_id,to_stop_id,transfer_type,from_trip_id\nA,B,2,1\nA,B,4,\nA,X,0,\nA,B,0,\n",
    );
    let note = |kind, count, example: &str| (kind, count, example.to_owned());
    let expected = [
        note(NoteKind::RepeatedService, 1, "daily"),
        note(NoteKind::IdleFrequency, 1, "1"),
        note(NoteKind::TransferOfTrips, 2, "A"),
        note(NoteKind::TransferOfUnknownStop, 1, "A"),
    ];
    assert_eq!(noted(&files), expected);
    files.line("calendar.txt", "daily,1,1,1,1,1,1,0,20250601,20250630");
    assert_eq!(told(&files), [("calendar.txt", Some(5), "feed-twice")]);
}

#[test]
fn a_date_without_service_is_refused_with_a_better_one() {
    let mut files = Files::new();
    files.trip("1", "week", "A 7:00 B 7:10");
    files.trip("2", "tuesday", "A 8:00 B 8:10");
    files.line("calendar.txt", "tuesday,0,1,0,0,0,0,0,20250601,20250630");
    let feeds = files.feeds().unwrap();
    let refused = |day| match feeds.timetable(day) {
        Err(Error::NoService {
            first, last, best, ..
        }) => (first, last, best),
        other => panic!("{:?}", other.map(|timetable| timetable.date())),
    };
    let june = |day| date(2025, 6, day);
    let expected = (june(2), june(30), june(3));
    assert_eq!(refused(date(2024, 6, 3)), expected, "before the feed");
    assert_eq!(refused(june(7)), expected, "a Saturday within the feed");
    assert_eq!(feeds.typical_weekday().unwrap(), june(3));
    assert_eq!(feeds.runs_on(june(3)), 2);
    assert_eq!(feeds.runs_on(june(7)), 0);
}

#[test]
fn vehicles_count_for_the_fullest_weekday_not_rows() {
    let mut files = Files::new();
    files.trip("1", "monday", "A 7:00 B 7:10");
    files.trip("2", "monday", "A 7:00 B 7:10");
    files.trip("3", "friday", "A 8:00 B 8:10");
    files.line("calendar.txt", "monday,1,0,0,0,0,0,0,20250601,20250630");
    files.line("calendar.txt", "friday,0,0,0,0,1,0,0,20250601,20250630");
    assert_eq!(
        files.feeds().unwrap().typical_weekday(),
        Ok(date(2025, 6, 2))
    );
    files.put(
        "frequencies.txt",
        "trip_id,start_time,end_time,headway_secs\n3,07:00:00,08:00:00,600\n",
    );
    assert_eq!(
        files.feeds().unwrap().typical_weekday(),
        Ok(date(2025, 6, 6))
    );
}

#[test]
fn the_typical_weekday_is_one_that_all_feeds_cover() {
    let of = |first: &str, last: &str| {
        let mut files = good();
        let header = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n";
        files.put(
            "calendar.txt",
            &format!("{header}daily,1,1,1,1,1,1,1,{first},{last}\n"),
        );
        files.zip()
    };
    let join = |second: Vec<u8>| {
        let first = ("feed".to_owned(), of("20250601", "20250630"));
        Feeds::from_bytes(&[first, ("feed".to_owned(), second)]).unwrap()
    };
    let feeds = join(of("20250620", "20250720"));
    assert_eq!(feeds.span(), Some((date(2025, 6, 20), date(2025, 6, 30))));
    assert_eq!(feeds.typical_weekday(), Ok(date(2025, 6, 20)));
    match feeds.timetable(date(2025, 6, 10)) {
        Err(Error::NoService { feed, .. }) => assert_eq!(feed, "feed-2"),
        _ => panic!("the second feed does not cover the date"),
    }
    let apart = join(of("20250801", "20250820"));
    assert!(matches!(apart.typical_weekday(), Err(Error::NoCommonDate(spans)) if spans.len() == 2));
}

#[test]
fn a_feed_that_rests_on_the_date_is_noted() {
    let mut ferry = Files::new();
    ferry.trip("1", "sunday", "A 7:00 B 7:10");
    ferry.line("calendar.txt", "sunday,0,0,0,0,0,0,1,20250601,20250630");
    let zips = [
        ("bus".to_owned(), good().zip()),
        ("ferry".to_owned(), ferry.zip()),
    ];
    let timetable = Feeds::from_bytes(&zips).unwrap().timetable(MONDAY).unwrap();
    assert_eq!(timetable.notes()[0].kind, NoteKind::QuietOnDate);
    assert_eq!(timetable.notes()[0].feed, "ferry");
}

#[test]
fn a_folder_and_a_zip_of_a_folder_are_read_too() {
    use std::io::Write;
    let folder = std::env::temp_dir().join(format!("transit-feed-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(good().zip())).unwrap();
    let mut nested = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        // A byte order mark and Windows line ends, as many publishers write them.
        let mut text = b"\xef\xbb\xbf".to_vec();
        std::io::Read::read_to_end(&mut entry, &mut text).unwrap();
        let text = String::from_utf8(text).unwrap().replace('\n', "\r\n");
        std::fs::write(folder.join(&name), &text).unwrap();
        let options = zip::write::SimpleFileOptions::default();
        nested.start_file(format!("feed/{name}"), options).unwrap();
        nested.write_all(text.as_bytes()).unwrap();
    }
    let feeds = Feeds::read(&[&folder]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(feeds.unwrap().runs_on(MONDAY), 1);
    let nested = nested.finish().unwrap().into_inner();
    let feeds = Feeds::from_bytes(&[("nested".to_owned(), nested)]).unwrap();
    assert_eq!(feeds.runs_on(MONDAY), 1);
}

#[test]
fn the_feed_of_riga_without_stop_times_is_refused() {
    let Some(path) = shared("riga-2025-06-partial") else {
        return;
    };
    let faults = faults(Feeds::read(&[path]));
    let shown: Vec<String> = faults.iter().map(|fault| fault.to_string()).collect();
    let expected = "riga-2025-06-partial: stop_times.txt: missing; the feed is not complete, download the whole feed";
    assert_eq!(shown, [expected]);
}

#[test]
fn the_feed_of_sao_paulo_is_read_with_its_headways() {
    let Some(path) = shared("spo.zip") else {
        return;
    };
    let feeds = Feeds::read(&[path]).unwrap();
    assert_eq!(feeds.typical_weekday(), Ok(date(2008, 1, 1)));
    let timetable = feeds.timetable(date(2019, 5, 13)).unwrap();
    assert!(timetable.run_count() > 5_000, "{}", timetable.run_count());
}
