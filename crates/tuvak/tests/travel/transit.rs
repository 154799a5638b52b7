//! `--profile transit`.

use crate::common::{Folder, arg};
use crate::feed::Files;
use crate::{attempt, rows, seconds, travel, with_roads};
use serde_json::Value;
use std::fs;

/// Stop A at a1, B at a2; from 7:00 to 9:30 a bus every half hour, a quarter of
/// an hour on the way; on weekdays of June 2025.
pub fn buses() -> Files {
    let mut files = Files::new();
    files.put("stops.txt", "stop_id,stop_name,stop_lat,stop_lon\n");
    files.line("stops.txt", "A,Alkšņi,57.00,22.00");
    files.line("stops.txt", "B,Avoti,57.08,22.06");
    for minutes in (0..=150).step_by(30) {
        let clock = |minutes: u32| format!("{:02}:{:02}", 7 + minutes / 60, minutes % 60);
        let calls = format!("A {} B {}", clock(minutes), clock(minutes + 15));
        files.trip(&format!("T{minutes}"), "week", &calls);
    }
    files
}

/// The same and back.
pub fn buses_both_ways() -> Files {
    let mut files = buses();
    for minutes in (0..=150).step_by(30) {
        let clock = |minutes: u32| format!("{:02}:{:02}", 7 + minutes / 60, minutes % 60);
        let calls = format!("B {} A {}", clock(minutes), clock(minutes + 15));
        files.trip(&format!("B{minutes}"), "week", &calls);
    }
    files
}

fn with_buses() -> Folder {
    let folder = with_roads();
    fs::write(folder.join("town.zip"), buses().zip()).unwrap();
    folder
}

fn matrix(folder: &Folder, more: &[&str]) -> String {
    let (points, feed) = (folder.join("points.csv"), folder.join("town.zip"));
    let args = [
        "--from",
        arg(&points),
        "--profile",
        "transit",
        "--gtfs",
        arg(&feed),
    ];
    travel(folder, "matrix", &[&args, more].concat()).out
}

#[test]
fn the_median_over_departures_counts_waiting() {
    // A minute before boarding; so one waits 1 to 30 minutes, four departures
    // each; the 60th of 120 waits 15 minutes and rides another 15.
    let folder = with_buses();
    let text = matrix(&folder, &[]);
    assert_eq!(seconds(&text, "a1", "a2"), Some(30 * 60));
    // No bus goes back, and it is more than half an hour on foot.
    assert_eq!(seconds(&text, "a2", "a1"), None);
    let [_, metres] = &rows(&text)[&("a1".into(), "a2".into())];
    assert_eq!(metres, "9608", "the great circle's");
}

#[test]
fn the_window_and_the_day_are_heeded() {
    let folder = with_buses();
    // The 15th of 29 minutes, for the bus at 9:30.
    let late = matrix(&folder, &["--depart", "09:00-09:29"]);
    assert_eq!(seconds(&late, "a1", "a2"), Some(31 * 60));
    let (points, feed) = (folder.join("points.csv"), folder.join("town.zip"));
    let args = [
        "--from",
        arg(&points),
        "--profile",
        "transit",
        "--gtfs",
        arg(&feed),
    ];
    let after = ["--depart", "10:00-11:00"];
    let after = travel(&folder, "matrix", &[&args[..], &after].concat());
    assert_eq!(seconds(&after.out, "a1", "a2"), None);
    assert!(
        after.err.contains("No vehicle of these hours"),
        "{}",
        after.err
    );
    let sunday = attempt(
        &folder,
        "matrix",
        &[&args[..], &["--date", "2025-06-08"]].concat(),
    );
    assert_eq!(sunday.code, 1);
    for words in ["nothing runs on 2025-06-08", "2025-06-02"] {
        assert!(sunday.err.contains(words), "{}", sunday.err);
    }
    let out = folder.join("m.csv");
    let more = ["--out", arg(&out), "--json"];
    let said = travel(&folder, "matrix", &[&args[..], &more].concat());
    let told: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (&told["date"], &told["profile"]),
        (&"2025-06-02".into(), &"transit".into())
    );
    assert!(said.err.contains("runs of 2025-06-02"), "{}", said.err);
    assert!(!said.err.contains("No vehicle"), "{}", said.err);
}

#[test]
fn walking_may_be_longer_slower_or_all_the_way() {
    let folder = with_buses();
    let points = folder.join("points.csv");
    // 1.6 km along the side road, some twenty minutes from the stop.
    fs::write(
        &points,
        "id,lat,lon\nSA,57.01,22.02\na1,57.0,22.0\na2,57.08,22.06\n",
    )
    .unwrap();
    let usual = matrix(&folder, &[]);
    let on_foot = seconds(&usual, "SA", "a1").unwrap();
    assert!((1000..1500).contains(&on_foot), "{on_foot}");
    assert!(seconds(&usual, "SA", "a2").unwrap() > 30 * 60);
    let frail = matrix(&folder, &["--walk", "foot-frail", "--walk-minutes", "60"]);
    assert!(seconds(&frail, "SA", "a1").unwrap() > on_foot);
    let short = matrix(&folder, &["--walk-minutes", "10"]);
    assert_eq!(seconds(&short, "SA", "a1"), None);
    assert_eq!(seconds(&short, "SA", "a2"), None);
}

#[test]
fn a_feed_with_faults_is_refused_with_all_of_them() {
    let folder = with_buses();
    let mut faulty = buses();
    faulty.line("stops.txt", "A,Alkšņi,57.00,22.00");
    faulty.line("stop_times.txt", "T0,08:00:00,08:00:00,Z,9,,");
    fs::write(folder.join("town.zip"), faulty.zip()).unwrap();
    let (points, feed) = (folder.join("points.csv"), folder.join("town.zip"));
    let args = [
        "--from",
        arg(&points),
        "--profile",
        "transit",
        "--gtfs",
        arg(&feed),
    ];
    let said = attempt(&folder, "matrix", &args);
    assert_eq!(said.code, 1, "{}", said.err);
    for words in ["town/stop_times.txt:14: stop_id “Z”", "town/stops.txt"] {
        assert!(said.err.contains(words), "{words}: {}", said.err);
    }
}
