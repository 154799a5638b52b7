//! `tuvak travel prepare | matrix | isochrone | route` as data.

use super::{cores, help_flag, options_template};
use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};
use domain::LatLon;
use std::path::PathBuf;
use texts::Texts;

/// A command of `tuvak travel` with its options.
pub enum TravelTask {
    /// `tuvak travel prepare`
    Prepare {
        /// The roads.
        roads: Roads,
        /// Where the prepared graph goes.
        out: PathBuf,
    },
    /// `tuvak travel matrix`
    Matrix(MatrixTask),
    /// `tuvak travel isochrone`
    Isochrone {
        /// The roads.
        roads: Roads,
        /// From where: a file of points or one point.
        from: Origin,
        /// Minutes of each area, ascending.
        minutes: Vec<u32>,
        /// The GeoJSON file; absent: stdout.
        out: Option<PathBuf>,
    },
    /// `tuvak travel route`
    Route {
        /// The roads.
        roads: Roads,
        /// From where.
        from: LatLon,
        /// To where.
        to: LatLon,
        /// The GeoJSON file; absent: none is written.
        out: Option<PathBuf>,
    },
}

/// On which roads, as whom.
pub struct Roads {
    /// An extract.
    pub osm: Option<PathBuf>,
    /// Or a prepared graph.
    pub graph: Option<PathBuf>,
    /// A profile's name or file, or `transit`.
    pub profile: Option<String>,
    /// Closures and other changes of roads.
    pub changes: Option<PathBuf>,
    /// Threads.
    pub threads: usize,
    /// Metres from a road beyond which a point is named.
    pub far: f64,
}

/// From where isochrones start.
pub enum Origin {
    /// Every point of a file.
    File(PathBuf),
    /// One point.
    At(LatLon),
}

/// The options of `tuvak travel matrix`.
pub struct MatrixTask {
    /// The roads.
    pub roads: Roads,
    /// Origins.
    pub from: PathBuf,
    /// Destinations; absent: the origins.
    pub to: Option<PathBuf>,
    /// The file; absent: CSV on stdout.
    pub out: Option<PathBuf>,
    /// The name in the column `profile`; absent: no such column.
    pub name: Option<String>,
    /// Timetables and how they are used.
    pub transit: TransitOptions,
}

/// How public transport is used.
pub struct TransitOptions {
    /// Timetables.
    pub gtfs: Vec<PathBuf>,
    /// When people set out.
    pub depart: Option<String>,
    /// On which day.
    pub date: Option<String>,
    /// The profile on foot.
    pub walk: Option<String>,
    /// Longest walk, minutes.
    pub walk_minutes: Option<f64>,
}

/// The command with its four commands.
pub fn command(texts: &Texts) -> Command {
    let help = |key: &str| texts.get(&format!("cli-help-travel-{key}"));
    let sub = |name: &'static str| {
        Command::new(name)
            .about(help(name))
            .disable_help_flag(true)
            .arg(help_flag(texts))
            .help_template(options_template(texts))
    };
    let value = |name: &'static str, value: &'static str, parser: ValueParser| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .value_parser(parser)
            .help(help(name))
    };
    // South of the equator a position begins with a minus.
    let place = |name: &'static str| {
        value(name, "LAT,LON", ValueParser::new(position)).allow_hyphen_values(true)
    };
    let path = |name: &'static str, of: &'static str| value(name, of, value_parser!(PathBuf));
    let text = |name: &'static str, of: &'static str| value(name, of, value_parser!(String));
    let threads = || value("threads", "N", value_parser!(u16).range(1..=256).into());
    let on_roads = |command: Command| {
        command
            .arg(path("osm", "FILE.osm.pbf"))
            .arg(path("graph", "GRAPH"))
            .group(
                ArgGroup::new("network")
                    .args(["osm", "graph"])
                    .required(true),
            )
            .arg(text("profile", "P"))
    };
    let with_changes = |command: Command| {
        command
            .arg(path("changes", "FILE.csv"))
            .arg(value("far", "METRES", ValueParser::new(super::positive)))
            .arg(threads())
    };
    Command::new("travel")
        .about(texts.get("cli-help-travel"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help_flag(texts))
        .help_template(super::group_template(texts))
        .subcommand_required(true)
        .subcommand(
            sub("prepare")
                .arg(path("osm", "FILE.osm.pbf").required(true))
                .arg(text("profile", "P"))
                .arg(path("out", "GRAPH").required(true).help(help("out-graph")))
                .arg(threads()),
        )
        .subcommand(with_changes(
            on_roads(sub("matrix"))
                .arg(path("from", "POINTS.csv").required(true))
                .arg(path("to", "POINTS.csv"))
                .arg(path("out", "FILE"))
                .arg(text("name", "NAME"))
                .arg(path("gtfs", "FEED.zip").action(ArgAction::Append))
                .arg(value("depart", "HH:MM-HH:MM", ValueParser::new(window)))
                .arg(value("date", "YYYY-MM-DD", ValueParser::new(day)))
                .arg(text("walk", "P"))
                .arg(value(
                    "walk-minutes",
                    "MIN",
                    ValueParser::new(super::positive),
                )),
        ))
        .subcommand(with_changes(
            on_roads(sub("isochrone"))
                .arg(path("from", "POINTS.csv"))
                .arg(place("at"))
                .group(ArgGroup::new("origin").args(["from", "at"]).required(true))
                .arg(value("minutes", "M,M,…", ValueParser::new(minutes)).required(true))
                .arg(path("out", "FILE.geojson").help(help("out-areas"))),
        ))
        .subcommand(with_changes(
            on_roads(sub("route"))
                .arg(place("from").required(true).help(help("from-point")))
                .arg(place("to").required(true).help(help("to-point")))
                .arg(path("out", "FILE.geojson").help(help("out-route"))),
        ))
}

/// Reads the options.
pub fn task(matches: &ArgMatches) -> TravelTask {
    let (name, sub) = matches.subcommand().unwrap_or(("", matches));
    let path = |name: &str| sub.get_one::<PathBuf>(name).cloned();
    let text = |name: &str| sub.get_one::<String>(name).cloned();
    let place = |name: &str| {
        let none = LatLon { lat: 0.0, lon: 0.0 };
        sub.get_one::<LatLon>(name).copied().unwrap_or(none)
    };
    let is_prepare = name == "prepare";
    let roads = Roads {
        osm: path("osm"),
        graph: if is_prepare { None } else { path("graph") },
        profile: text("profile"),
        changes: if is_prepare { None } else { path("changes") },
        threads: sub
            .get_one::<u16>("threads")
            .map_or_else(cores, |threads| usize::from(*threads)),
        far: match is_prepare {
            true => travel::FAR_METRES,
            false => sub.get_one("far").copied().unwrap_or(travel::FAR_METRES),
        },
    };
    match name {
        "prepare" => TravelTask::Prepare {
            roads,
            out: path("out").unwrap_or_default(),
        },
        "isochrone" => TravelTask::Isochrone {
            roads,
            from: match path("from") {
                Some(file) => Origin::File(file),
                None => Origin::At(place("at")),
            },
            minutes: sub
                .get_one::<Vec<u32>>("minutes")
                .cloned()
                .unwrap_or_default(),
            out: path("out"),
        },
        "route" => TravelTask::Route {
            roads,
            from: place("from"),
            to: place("to"),
            out: path("out"),
        },
        _ => TravelTask::Matrix(MatrixTask {
            roads,
            from: path("from").unwrap_or_default(),
            to: path("to"),
            out: path("out"),
            name: text("name"),
            transit: TransitOptions {
                gtfs: sub
                    .get_many::<PathBuf>("gtfs")
                    .map(|feeds| feeds.cloned().collect())
                    .unwrap_or_default(),
                depart: text("depart"),
                date: text("date"),
                walk: text("walk"),
                walk_minutes: sub.get_one("walk-minutes").copied(),
            },
        }),
    }
}

/// `LAT,LON` in degrees. What is wrong is told by the key of its text.
fn position(text: &str) -> Result<LatLon, String> {
    let degrees = |text: &str, most: f64| {
        text.trim()
            .parse::<f64>()
            .ok()
            .filter(|value| value.abs() <= most)
    };
    text.split_once(',')
        .and_then(|(lat, lon)| {
            Some(LatLon {
                lat: degrees(lat, 90.0)?,
                lon: degrees(lon, 180.0)?,
            })
        })
        .ok_or_else(|| "cli-usage-position".to_owned())
}

/// `15,30,60`, from 1 to 1440, each once; ascending.
fn minutes(text: &str) -> Result<Vec<u32>, String> {
    let wrong = || "cli-usage-minutes".to_owned();
    let each = text.split(',').map(|part| {
        part.trim()
            .parse()
            .ok()
            .filter(|minutes| (1..=1440).contains(minutes))
    });
    let mut minutes: Vec<u32> = each.collect::<Option<_>>().ok_or_else(wrong)?;
    minutes.sort_unstable();
    if minutes.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(wrong());
    }
    Ok(minutes)
}

fn window(text: &str) -> Result<String, String> {
    match travel::is_window(text) {
        true => Ok(text.to_owned()),
        false => Err("cli-usage-window".to_owned()),
    }
}

fn day(text: &str) -> Result<String, String> {
    match travel::is_day(text) {
        true => Ok(text.to_owned()),
        false => Err("cli-usage-day".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_latitude_and_longitude_in_degrees() {
        let at = position("56.97, 21.97").unwrap();
        assert_eq!((at.lat, at.lon), (56.97, 21.97));
        for wrong in ["56.97", "91,0", "0,181", "a,b", "1,2,3", "NaN,1"] {
            assert!(position(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn minutes_are_whole_and_come_in_order() {
        assert_eq!(minutes("60,15, 30"), Ok(vec![15, 30, 60]));
        for wrong in ["", "0", "15,15", "1441", "7.5", "15,"] {
            assert!(minutes(wrong).is_err(), "{wrong}");
        }
    }
}
