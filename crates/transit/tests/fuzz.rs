//! Damaged feeds are refused or read, never a panic.

mod common;

use common::{Files, MONDAY};
use proptest::prelude::*;
use transit::Feeds;

fn feed() -> Files {
    let mut files = Files::new();
    files.trip("1", "daily", "A 7:00 B - C 7:20");
    files.trip("2", "week", "C 24:00 D! 24:30/24:31 E^ 25:00");
    files.put(
        "frequencies.txt",
        "trip_id,start_time,end_time,headway_secs,exact_times\n1,07:00:00,08:00:00,600,1\n2,07:00:00,08:00:00,600,0\n",
    );
    files.put(
        "transfers.txt",
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nA,B,2,60\nC,C,3,\n",
    );
    files.put(
        "calendar_dates.txt",
        "service_id,date,exception_type\nweek,20250610,2\n",
    );
    files
}

/// Reads, and if that succeeds asks; whether it was read.
fn try_out(zip: Vec<u8>) -> bool {
    let Ok(feeds) = Feeds::from_bytes(&[("damaged".to_owned(), zip)]) else {
        return false;
    };
    let Ok(timetable) = feeds.timetable(feeds.typical_weekday().unwrap_or(MONDAY)) else {
        return true;
    };
    let ends: Vec<_> = (0..timetable.stops().len() as u32)
        .map(|to| vec![transit::Walk { to, seconds: 30 }])
        .collect();
    let query = transit::Query {
        access: &ends,
        egress: &ends,
        transfers: &[],
        direct: &|_, _| None,
        window: "06:55-07:05".parse().unwrap(),
        options: common::no_slack(),
    };
    common::answer(&timetable, &query);
    true
}

/// What stands in for a piece of a row.
fn junk() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("99999999999:00:00".to_owned()),
        Just("999:59:59".to_owned()),
        Just("4294967295".to_owned()),
        Just("-1".to_owned()),
        Just("NaN".to_owned()),
        Just("1e308".to_owned()),
        Just("00010101".to_owned()),
        Just("99991231".to_owned()),
        Just("\"".to_owned()),
        Just("A".to_owned()),
        Just("ā€\u{10ffff}".to_owned()),
        "\\PC{0,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_zip_with_changed_bytes_is_no_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in proptest::option::weighted(0.3, any::<prop::sample::Index>()),
    ) {
        let mut zip = feed().zip();
        for (place, byte) in changes {
            let place = place.index(zip.len());
            zip[place] = byte;
        }
        if let Some(cut) = cut {
            zip.truncate(cut.index(zip.len()));
        }
        try_out(zip);
    }

    #[test]
    fn a_feed_with_junk_in_its_fields_is_no_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), junk()), 1..4),
    ) {
        let mut files = feed();
        for (file, field, junk) in changes {
            files.spoil(file, field, &junk);
        }
        try_out(files.zip());
    }
}

#[test]
fn the_undamaged_feed_is_read() {
    assert!(try_out(feed().zip()));
}
