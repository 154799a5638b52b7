//! What the conventions of `docs/public-transport.md` mean, one at a time.

mod common;

use common::{Files, Journey, MONDAY, answer, no_slack, walk};
use jiff::civil::date;
use transit::{Error, Feeds, Options, Query, Summary, Window, travel_times};

/// Minutes of the first departure of a window, from A to C.
fn minutes(files: &Files, window: &str) -> Option<u32> {
    Journey::new(&files.timetable(), "A", "C", window).minutes()
}

#[test]
fn waiting_at_the_first_stop_counts() {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:10 B 7:20 C 7:30");
    assert_eq!(minutes(&files, "07:00-07:01"), Some(30));
    assert_eq!(minutes(&files, "07:10-07:11"), Some(20));
    assert_eq!(minutes(&files, "07:11-07:12"), None);
}

#[test]
fn a_faster_vehicle_that_leaves_later_is_taken() {
    let mut files = Files::new();
    files.trip("slow", "daily", "A 7:00 B 7:30 C 8:00");
    files.trip("fast", "daily", "A 7:05 B 7:10 C 7:15");
    assert_eq!(files.timetable().pattern_count(), 2);
    assert_eq!(minutes(&files, "07:00-07:01"), Some(15));
}

#[test]
fn vehicles_that_do_not_overtake_share_a_pattern() {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:00 B 7:10");
    files.trip("2", "daily", "A 7:00 B 7:10");
    files.trip("3", "daily", "A 8:00 B 8:10");
    assert_eq!(files.timetable().pattern_count(), 1);
    assert_eq!(files.timetable().run_count(), 3);
}

#[test]
fn the_slack_is_kept_before_boarding() {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:00 C 7:10");
    files.trip("2", "daily", "A 7:20 C 7:30");
    let timetable = files.timetable();
    let mut journey = Journey::new(&timetable, "A", "C", "07:00-07:01");
    assert_eq!(journey.minutes(), Some(10));
    journey.options.board_slack_s = 1;
    assert_eq!(journey.minutes(), Some(30));
}

#[test]
fn rides_are_limited() {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:00 B 7:10");
    files.trip("2", "daily", "B 7:10 C 7:20");
    let timetable = files.timetable();
    let mut journey = Journey::new(&timetable, "A", "C", "07:00-07:01");
    assert_eq!(journey.minutes(), Some(20));
    journey.options.max_rides = 1;
    assert_eq!(journey.minutes(), None);
}

#[test]
fn too_long_a_journey_is_none() {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:10 C 8:00");
    let timetable = files.timetable();
    let mut journey = Journey::new(&timetable, "A", "C", "07:00-07:20");
    journey.options.longest_s = 55 * 60;
    let summary = journey.summary();
    assert_eq!(summary.minutes, 6, "7:05 to 7:10");
    assert_eq!(summary.best_s, Some(50 * 60));
    assert_eq!(summary.median_s, None);
}

#[test]
fn walking_all_the_way_wins_where_it_is_faster() {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:05 C 7:10");
    let timetable = files.timetable();
    let mut journey = Journey::new(&timetable, "A", "C", "07:00-07:10");
    journey.direct = Some(8 * 60);
    let summary = journey.summary();
    assert_eq!(summary.best_s, Some(5 * 60));
    assert_eq!(summary.median_s, Some(8 * 60));
    assert_eq!(
        (summary.rides, summary.departures, summary.minutes),
        (0, 1, 10)
    );
}

#[test]
fn half_of_the_minutes_make_a_median() {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:04 C 7:10");
    let of = |files: &Files| Journey::new(&files.timetable(), "A", "C", "07:00-07:10").summary();
    let summary = of(&files);
    assert_eq!((summary.minutes, summary.median_s), (5, Some(10 * 60)));
    let mut earlier = Files::new();
    earlier.trip("1", "daily", "A 7:03 C 7:10");
    let summary = of(&earlier);
    assert_eq!((summary.minutes, summary.median_s), (4, None));
    assert_eq!(summary.best_s, Some(7 * 60));
}

#[test]
fn getting_on_or_off_may_be_forbidden() {
    let mut files = Files::new();
    files.trip("1", "daily", "A! 7:00 C 7:10");
    files.trip("2", "daily", "A 7:01 C^ 7:11");
    files.trip("3", "daily", "A 7:02 C 7:12");
    assert_eq!(minutes(&files, "07:00-07:01"), Some(12));
}

#[test]
fn a_vehicle_of_the_day_before_still_runs_after_midnight() {
    let mut files = Files::new();
    files.trip("late", "daily", "A 24:10 C 24:30");
    assert_eq!(minutes(&files, "00:05-00:06"), Some(25));
    // On Monday nothing is left of Sunday's service, which `week` does not have.
    let mut files = Files::new();
    files.trip("late", "week", "A 24:10 C 24:30");
    assert_eq!(minutes(&files, "00:05-00:06"), None);
    assert_eq!(minutes(&files, "23:55-23:56"), Some(35));
}

#[test]
fn a_vehicle_of_the_day_after_can_be_caught_before_it_is_day() {
    let mut files = Files::new();
    files.trip("early", "week", "A 00:10 C 00:30");
    assert_eq!(minutes(&files, "23:55-23:56"), Some(35));
    let feeds = files.feeds().unwrap();
    let friday = feeds.timetable(date(2025, 6, 6)).unwrap();
    let journey = Journey::new(&friday, "A", "C", "23:55-23:56");
    assert_eq!(journey.minutes(), None, "there is no service on Saturday");
}

#[test]
fn exceptions_overrule_the_week() {
    let mut files = Files::new();
    files.trip("1", "week", "A 7:00 C 7:10");
    files.trip("2", "extra", "A 7:30 C 7:40");
    files.put(
        "calendar_dates.txt",
        "service_id,date,exception_type\nweek,20250602,2\nextra,20250602,1\n",
    );
    assert_eq!(minutes(&files, "07:00-07:01"), Some(40));
}

#[test]
fn a_service_may_have_exceptions_only() {
    let mut files = Files::new();
    files.remove("calendar.txt");
    files.put(
        "calendar_dates.txt",
        "service_id,date,exception_type\nextra,20250602,1\n",
    );
    files.trip("1", "extra", "A 7:00 C 7:10");
    assert_eq!(minutes(&files, "07:00-07:01"), Some(10));
}

const FREQUENCIES: &str = "trip_id,start_time,end_time,headway_secs,exact_times\n";

#[test]
fn exact_frequencies_are_a_timetable() {
    let mut files = Files::new();
    files.trip("1", "daily", "A 0:00 C 0:10");
    files.put("frequencies.txt", FREQUENCIES);
    files.line("frequencies.txt", "1,07:00:00,08:00:00,1200,1");
    assert_eq!(files.timetable().run_count(), 3);
    assert_eq!(minutes(&files, "07:21-07:22"), Some(29));
    assert_eq!(minutes(&files, "07:41-07:42"), None);
}

#[test]
fn inexact_frequencies_make_wait_half_a_headway() {
    let mut files = Files::new();
    files.trip("1", "daily", "A 5:00 B 5:10 C 5:20");
    files.put("frequencies.txt", FREQUENCIES);
    files.line("frequencies.txt", "1,07:00:00,08:00:00,1200,0");
    assert_eq!(
        minutes(&files, "06:55-06:56"),
        Some(25),
        "the first vehicle"
    );
    assert_eq!(minutes(&files, "07:21-07:22"), Some(30));
    assert_eq!(
        minutes(&files, "07:35-07:36"),
        Some(25),
        "the last vehicle, at 7:40"
    );
    assert_eq!(minutes(&files, "07:41-07:42"), None);
    let timetable = files.timetable();
    let further_on = Journey::new(&timetable, "B", "C", "07:31-07:32");
    assert_eq!(
        further_on.minutes(),
        Some(20),
        "a headway is the same everywhere"
    );
}

#[test]
fn missing_times_are_spread_by_distance() {
    let mut files = Files::new();
    files.put(
        "stops.txt",
        "stop_id,stop_name,stop_lat,stop_lon\nA,,57.00,24\nB,,57.01,24\nC,,57.04,24\n",
    );
    files.trip("1", "daily", "A 7:00 B - C 7:40");
    let timetable = files.timetable();
    assert_eq!(
        Journey::new(&timetable, "A", "B", "07:00-07:01").minutes(),
        Some(10)
    );
    assert_eq!(
        Journey::new(&timetable, "B", "C", "07:10-07:11").minutes(),
        Some(30)
    );
}

const TRANSFERS: &str = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n";

/// A to B at 7:10; on from B at 7:12 and 7:20, and from D at 7:14 and 7:24.
fn change(rules: &[&str]) -> Files {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:00 B 7:10");
    files.trip("2", "daily", "B 7:12 C 7:22");
    files.trip("3", "daily", "B 7:20 C 7:30");
    files.trip("4", "daily", "D 7:14 E 7:24");
    files.trip("5", "daily", "D 7:24 E 7:34");
    files.put("transfers.txt", TRANSFERS);
    for rule in rules {
        files.line("transfers.txt", rule);
    }
    files
}

/// Minutes from A at 7:00 to E, with a walk of so many minutes from B to D.
fn over_to_e(files: &Files, walked: Option<u32>, slack: u32) -> Option<u32> {
    let timetable = files.timetable();
    let mut journey = Journey::new(&timetable, "A", "E", "07:00-07:01");
    journey.options.board_slack_s = slack;
    journey.transfers = vec![Vec::new(); timetable.stops().len()];
    if let Some(minutes) = walked {
        let from = common::stop(&timetable, "B") as usize;
        journey.transfers[from].push(walk(&timetable, "D", minutes * 60));
    }
    // The first vehicle leaves at 7:00: leave home a slack earlier.
    journey.from = "A";
    let access = [vec![walk(&timetable, "A", 0)]];
    let egress = [vec![walk(&timetable, "E", 0)]];
    let from_s = 7 * 3600 - slack;
    let query = Query {
        access: &access,
        egress: &egress,
        transfers: &journey.transfers,
        direct: &|_, _| None,
        window: Window {
            from_s,
            until_s: from_s + 1,
            step_s: 1,
        },
        options: journey.options,
    };
    let best = answer(&timetable, &query).get(0, 0).best_s;
    best.map(|seconds| (seconds - slack) / 60)
}

#[test]
fn a_rule_for_one_stop_sets_the_time_to_change_there() {
    assert_eq!(minutes(&change(&[]), "07:00-07:01"), Some(22));
    assert_eq!(minutes(&change(&["B,B,2,180"]), "07:00-07:01"), Some(30));
    assert_eq!(minutes(&change(&["B,B,2,120"]), "07:00-07:01"), Some(22));
    assert_eq!(minutes(&change(&["B,B,3,"]), "07:00-07:01"), None);
}

#[test]
fn stops_are_changed_on_foot_or_by_a_rule_only() {
    assert_eq!(over_to_e(&change(&[]), None, 0), None);
    assert_eq!(over_to_e(&change(&[]), Some(4), 0), Some(24));
    assert_eq!(over_to_e(&change(&[]), Some(5), 0), Some(34));
    assert_eq!(over_to_e(&change(&["B,D,0,"]), None, 0), Some(24));
    assert_eq!(over_to_e(&change(&["B,D,1,"]), None, 0), Some(24));
}

#[test]
fn the_longer_of_walk_and_rule_holds() {
    assert_eq!(over_to_e(&change(&["B,D,2,300"]), Some(3), 0), Some(34));
    assert_eq!(over_to_e(&change(&["B,D,2,60"]), Some(5), 0), Some(34));
    assert_eq!(over_to_e(&change(&["B,D,2,240"]), None, 0), Some(24));
}

#[test]
fn the_slack_is_part_of_the_minimum_transfer_time() {
    assert_eq!(over_to_e(&change(&["B,D,2,240"]), None, 60), Some(24));
    assert_eq!(over_to_e(&change(&["B,D,2,240"]), Some(4), 60), Some(34));
}

#[test]
fn a_forbidden_transfer_is_not_walked() {
    assert_eq!(over_to_e(&change(&["B,D,3,"]), Some(1), 0), None);
    assert_eq!(over_to_e(&change(&["D,B,3,"]), Some(1), 0), Some(24));
}

#[test]
fn platforms_of_a_station_are_changed_along_the_straight_line() {
    let mut files = change(&[]);
    files.put(
        "stops.txt",
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n\
         S,Station,57,24,1,\nA,,57,23,,\nB,,57.000,24,,S\nC,,57,25,,\nD,,57.002,24,,S\nE,,57,26,,\n",
    );
    let timetable = files.timetable();
    let station = |id: &str| timetable.stops()[common::stop(&timetable, id) as usize].station;
    assert!(station("B").is_some());
    assert_eq!(station("B"), station("D"));
    // 222 m are 167 s at 4.8 km/h, so that 7:14 is caught; at 3 km/h 267 s, so that it is not.
    assert_eq!(over_to_e(&files, None, 0), Some(24));
    let mut slow = Journey::new(&timetable, "A", "E", "07:00-07:01");
    slow.options.pace_m_s = 3.0 / 3.6;
    assert_eq!(slow.minutes(), Some(34));
}

#[test]
fn a_rule_of_a_station_holds_for_its_platforms_unless_they_have_their_own() {
    let stops = "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n\
         S,Station,57,24,1,\nA,,57,23,,\nB,,57,24,,S\nC,,57,25,,\nD,,57,24,,S\nE,,57,26,,\n";
    let mut files = change(&["S,S,3,"]);
    files.put("stops.txt", stops);
    assert_eq!(over_to_e(&files, Some(1), 0), None);
    let mut files = change(&["S,S,3,", "B,D,2,60"]);
    files.put("stops.txt", stops);
    assert_eq!(over_to_e(&files, Some(1), 0), Some(24));
}

#[test]
fn a_transfer_is_one_walk_not_two() {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:00 B 7:10");
    files.trip("2", "daily", "D 7:30 E 7:40");
    files.trip("3", "daily", "C 7:11 F 8:00");
    let timetable = files.timetable();
    let mut journey = Journey::new(&timetable, "A", "E", "07:00-07:01");
    journey.transfers = vec![Vec::new(); timetable.stops().len()];
    for (from, to) in [("B", "C"), ("C", "D")] {
        let from = common::stop(&timetable, from) as usize;
        journey.transfers[from].push(walk(&timetable, to, 30));
    }
    assert_eq!(journey.minutes(), None);
}

#[test]
fn feeds_are_joined_with_prefixed_stops() {
    let mut bus = Files::new();
    bus.trip("1", "daily", "A 7:00 B 7:10");
    let mut rail = Files::new();
    rail.trip("1", "daily", "A 7:15 B 7:40");
    let zips = [
        ("bus".to_owned(), bus.zip()),
        ("rail".to_owned(), rail.zip()),
    ];
    let timetable = Feeds::from_bytes(&zips).unwrap().timetable(MONDAY).unwrap();
    let ids: Vec<&str> = timetable
        .stops()
        .iter()
        .map(|stop| stop.id.as_str())
        .collect();
    assert_eq!(ids, ["bus:A", "bus:B", "rail:A", "rail:B"]);
    let mut journey = Journey::new(&timetable, "bus:A", "rail:B", "07:00-07:01");
    assert_eq!(
        journey.minutes(),
        None,
        "nobody said that the stops are near"
    );
    journey.transfers = vec![Vec::new(), vec![walk(&timetable, "rail:A", 240)]];
    assert_eq!(journey.minutes(), Some(40));
}

#[test]
fn the_threads_do_not_change_the_answer() {
    let mut files = Files::new();
    for minute in 0..20 {
        let calls = format!(
            "A 7:{:02} B 7:{:02} C 8:{minute:02}",
            minute * 2,
            minute * 2 + 9
        );
        files.trip(&minute.to_string(), "daily", &calls);
        let calls = format!(
            "C 7:{:02} D 7:{:02} E 9:{minute:02}",
            minute * 3,
            minute * 3
        );
        files.trip(&format!("x{minute}"), "daily", &calls);
    }
    let timetable = files.timetable();
    let ends = ["A", "B", "C", "D", "E"].map(|id| vec![walk(&timetable, id, 60)]);
    let with = |threads| {
        let query = Query {
            access: &ends,
            egress: &ends,
            transfers: &[],
            direct: &|_, _| None,
            window: "07:00-08:00".parse().unwrap(),
            options: Options {
                threads,
                ..Options::default()
            },
        };
        answer(&timetable, &query)
    };
    let one = with(1);
    assert!(one.get(0, 2).median_s.is_some());
    assert_eq!(one, with(2));
    assert_eq!(one, with(5));
}

#[test]
fn a_question_without_meaning_is_refused() {
    for window in [
        "",
        "7-9",
        "09:00-07:00",
        "07:00-07:00",
        "07:60-08:00",
        "00:00-25:00",
    ] {
        assert!(
            matches!(window.parse::<Window>(), Err(Error::Window(_))),
            "{window}"
        );
    }
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:00 B 7:10");
    let timetable = files.timetable();
    let ask = |to, options| {
        let legs = [vec![transit::Walk { to, seconds: 0 }]];
        let query = Query {
            access: &legs,
            egress: &[],
            transfers: &[],
            direct: &|_, _| None,
            window: "07:00-08:00".parse().unwrap(),
            options,
        };
        travel_times(&timetable, &query, &|_, _| true).map(|_| ())
    };
    assert!(matches!(
        ask(2, no_slack()),
        Err(Error::UnknownStop {
            stop: 2,
            stops: 2,
            ..
        })
    ));
    let none = Options {
        max_rides: 0,
        ..no_slack()
    };
    assert!(matches!(ask(0, none), Err(Error::Option("max_rides", _))));
    assert_eq!(ask(0, no_slack()), Ok(()));
}

#[test]
fn progress_is_told_and_may_stop() {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:00 B 7:10");
    let timetable = files.timetable();
    let access = vec![vec![walk(&timetable, "A", 0)]; 4];
    let query = Query {
        access: &access,
        egress: &[],
        transfers: &[],
        direct: &|_, _| None,
        window: "07:00-08:00".parse().unwrap(),
        options: no_slack(),
    };
    let seen = std::sync::Mutex::new(Vec::new());
    let stop_after_two = |done, total| {
        seen.lock().unwrap().push((done, total));
        done < 2
    };
    let result = travel_times(&timetable, &query, &stop_after_two);
    assert_eq!(result, Err(Error::Stopped));
    assert_eq!(*seen.lock().unwrap(), [(0, 4), (1, 4), (2, 4)]);
}

#[test]
fn the_worked_example_of_the_docs() {
    // docs/public-transport.md, "Worked example".
    let mut files = Files::new();
    files.trip("bus 1", "daily", "A 7:05 B 7:20");
    files.trip("bus 2", "daily", "A 7:35 B 7:50");
    files.trip("train 1", "daily", "D 7:30 E 7:50");
    files.trip("train 2", "daily", "D 8:00 E 8:15");
    let timetable = files.timetable();
    let stops = timetable.stops().len();
    let mut transfers = vec![Vec::new(); stops];
    transfers[common::stop(&timetable, "B") as usize] = vec![walk(&timetable, "D", 5 * 60)];
    let access = [vec![walk(&timetable, "A", 4 * 60)]];
    let egress = [vec![walk(&timetable, "E", 6 * 60)]];
    let query = Query {
        access: &access,
        egress: &egress,
        transfers: &transfers,
        direct: &|_, _| Some(75 * 60),
        window: "07:00-07:20".parse().unwrap(),
        options: Options::default(),
    };
    let expected = Summary {
        median_s: Some(70 * 60),
        p90_s: Some(75 * 60),
        best_s: Some(56 * 60),
        minutes: 20,
        departures: 2,
        rides: 2,
    };
    assert_eq!(answer(&timetable, &query).get(0, 0), expected);
}
