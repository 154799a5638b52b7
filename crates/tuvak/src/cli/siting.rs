//! `tuvak siting solve` as data.

use super::{cores, help_flag};
use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use siting::formats::{Format, Options};
use std::path::PathBuf;
use texts::Texts;

/// The options of `tuvak siting solve`.
pub struct SitingTask {
    /// The problem.
    pub file: PathBuf,
    /// Its format.
    pub format: Format,
    /// What the file leaves open.
    pub options: Options,
    /// Relative gap, in the file's objective.
    pub gap: f64,
    /// Seconds.
    pub time_limit: Option<f64>,
    /// Branch-and-bound nodes.
    pub work_limit: Option<u64>,
    /// Threads.
    pub threads: usize,
    /// Where the certificate of the bound goes.
    pub certificate: Option<PathBuf>,
    /// Where the answer goes.
    pub out: Option<PathBuf>,
}

/// The command with its command.
pub fn command(texts: &Texts) -> Command {
    let help = |key: &str| texts.get(&format!("cli-help-siting-{key}"));
    let option = |name: &'static str, value: &'static str, parser: ValueParser| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .value_parser(parser)
            .help(help(name))
    };
    let formats = PossibleValuesParser::new(Format::ALL.map(Format::name));
    let positive = || ValueParser::new(super::positive);
    Command::new("siting")
        .about(texts.get("cli-help-siting"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help_flag(texts))
        .help_template(super::group_template(texts))
        .subcommand_required(true)
        .subcommand(
            Command::new("solve")
                .about(help("solve"))
                .disable_help_flag(true)
                .arg(help_flag(texts))
                .help_template(super::template(texts))
                .arg(
                    Arg::new("file")
                        .value_name("FILE")
                        .required(true)
                        .value_parser(value_parser!(PathBuf))
                        .help(help("file")),
                )
                .arg(
                    option("format", "FORMAT", formats.into())
                        .required(true)
                        .hide_possible_values(true),
                )
                .arg(option(
                    "capacity",
                    "N",
                    ValueParser::new(super::not_negative),
                ))
                .arg(
                    Arg::new("splittable")
                        .long("splittable")
                        .action(ArgAction::SetTrue)
                        .help(help("splittable")),
                )
                .arg(option("radius", "R", ValueParser::new(super::not_negative)))
                .arg(option("p", "P", value_parser!(u32).range(1..).into()))
                .arg(option("time-limit", "S", positive()))
                .arg(option("gap", "G", ValueParser::new(super::share)))
                .arg(option(
                    "work-limit",
                    "N",
                    value_parser!(u64).range(1..).into(),
                ))
                .arg(option(
                    "threads",
                    "N",
                    value_parser!(u16).range(1..=256).into(),
                ))
                .arg(option("certificate", "OUT", value_parser!(PathBuf)))
                .arg(option("out", "SOLUTION.json", value_parser!(PathBuf))),
        )
}

/// Reads the options.
pub fn task(matches: &ArgMatches) -> SitingTask {
    let (_, solve) = matches.subcommand().unwrap_or(("", matches));
    let path = |name: &str| solve.get_one::<PathBuf>(name).cloned();
    let format = solve.get_one::<String>("format");
    let format = format.and_then(|name| Format::named(name));
    let threads = solve.get_one::<u16>("threads");
    SitingTask {
        file: path("file").unwrap_or_default(),
        format: format.unwrap_or(Format::Instance),
        options: Options {
            capacity: solve.get_one("capacity").copied(),
            splittable: solve.get_flag("splittable"),
            radius: solve.get_one("radius").copied(),
            p: solve.get_one("p").copied(),
        },
        gap: solve.get_one("gap").copied().unwrap_or(0.0),
        time_limit: solve.get_one("time-limit").copied(),
        work_limit: solve.get_one("work-limit").copied(),
        threads: threads.map_or_else(cores, |threads| usize::from(*threads)),
        certificate: path("certificate"),
        out: path("out"),
    }
}
