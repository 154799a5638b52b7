//! How long it takes to read feeds and to answer: `measure HEXGRID.csv 13:00-15:00 FEED...`
//!
//! Points are the cells of a grid (`id,lon,lat,…`); people walk straight lines.

use std::time::Instant;
use transit::{Feeds, Options, Query, Stop, Walk, Window, travel_times};

const PACE_M_S: f64 = 4.8 / 3.6;
const FARTHEST_WALK_S: u32 = 900;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "name a grid, a window and feeds";
    let grid = arguments.next().ok_or(usage)?;
    let window: Window = arguments.next().ok_or(usage)?.parse()?;
    let paths: Vec<String> = arguments.collect();

    let start = Instant::now();
    let feeds = Feeds::read(&paths)?;
    println!("read {:.2} s", start.elapsed().as_secs_f64());
    for note in feeds.notes() {
        println!("  {note}");
    }
    let start = Instant::now();
    let date = feeds.typical_weekday()?;
    let timetable = feeds.timetable(date)?;
    println!(
        "timetable {:.2} s: {date}, {} stops, {} patterns, {} runs",
        start.elapsed().as_secs_f64(),
        timetable.stops().len(),
        timetable.pattern_count(),
        timetable.run_count()
    );

    let points = points(&grid)?;
    let every = |step: usize, count: usize| points.iter().step_by(step).take(count).copied();
    let origins: Vec<Point> = every((points.len() / 100).max(1), 100).collect();
    let destinations: Vec<Point> = every((points.len() / 500).max(1), 500).collect();
    let stops: Vec<Point> = timetable.stops().iter().map(place).collect();
    let access = walks(&origins, &stops);
    let egress = walks(&destinations, &stops);
    let transfers = walks(&stops, &stops);
    let direct = |from: usize, to: usize| Some(seconds(origins[from], destinations[to]));
    let query = Query {
        access: &access,
        egress: &egress,
        transfers: &transfers,
        direct: &direct,
        window,
        options: Options {
            threads: 1,
            ..Options::default()
        },
    };
    let legs = |lists: &[Vec<Walk>]| lists.iter().map(Vec::len).sum::<usize>();
    let start = Instant::now();
    let matrix = travel_times(&timetable, &query, &|_, _| true)?;
    println!(
        "{} × {} pairs, {} minutes, one thread: {:.2} s; walking legs {} + {} + {}",
        matrix.origins(),
        matrix.destinations(),
        window.departures().len(),
        start.elapsed().as_secs_f64(),
        legs(&access),
        legs(&egress),
        legs(&transfers)
    );
    let rows = || (0..matrix.origins()).flat_map(|origin| matrix.row(origin));
    let ridden = rows().filter(|summary| summary.rides > 0).count();
    let mut medians: Vec<u32> = rows().filter_map(|summary| summary.median_s).collect();
    medians.sort_unstable();
    println!(
        "{} pairs have a median, {ridden} of them by vehicle; the median of medians is {} s",
        medians.len(),
        medians.get(medians.len() / 2).copied().unwrap_or(0)
    );
    Ok(())
}

type Point = (f64, f64);

fn points(grid: &str) -> Result<Vec<Point>, Box<dyn std::error::Error>> {
    let mut points = Vec::new();
    for row in csv::Reader::from_path(grid)?.records() {
        let row = row?;
        points.push((row[2].parse()?, row[1].parse()?));
    }
    Ok(points)
}

fn place(stop: &Stop) -> Point {
    (stop.lat, stop.lon)
}

fn seconds(a: Point, b: Point) -> u32 {
    let (north, east) = (a.0 - b.0, (a.1 - b.1) * a.0.to_radians().cos());
    (north.hypot(east) * 111_195.0 / PACE_M_S).ceil() as u32
}

fn walks(from: &[Point], to: &[Point]) -> Vec<Vec<Walk>> {
    let near = |a: &Point| {
        let walk = |(index, b): (usize, &Point)| {
            let seconds = seconds(*a, *b);
            let to = index as u32;
            (seconds <= FARTHEST_WALK_S && a != b).then_some(Walk { to, seconds })
        };
        to.iter().enumerate().filter_map(walk).collect()
    };
    from.iter().map(near).collect()
}
