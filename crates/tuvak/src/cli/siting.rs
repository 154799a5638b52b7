//! `tuvak siting solve` as data.

use super::{cores, help_flag};
use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use siting::formats::{Format, Options};
use std::path::PathBuf;
use texts::Texts;

/// A location problem in a file.
pub struct SitingFile {
    /// The file.
    pub path: PathBuf,
    /// Its format.
    pub format: Format,
    /// What the file leaves open.
    pub options: Options,
}

/// The options of `tuvak siting solve`.
pub struct SitingTask {
    /// The problem.
    pub file: SitingFile,
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
                .args(file_options(texts))
                .mut_arg("format", |format| format.required(true))
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

/// The options that say how a file is to be read.
pub fn file_options(texts: &Texts) -> [Arg; 5] {
    let option = |name: &'static str, value: &'static str, parser: ValueParser| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .value_parser(parser)
            .help(texts.get(&format!("cli-help-siting-{name}")))
    };
    let formats = PossibleValuesParser::new(Format::ALL.map(Format::name));
    [
        option("format", "FORMAT", formats.into()).hide_possible_values(true),
        option("capacity", "N", ValueParser::new(super::not_negative)),
        Arg::new("splittable")
            .long("splittable")
            .action(ArgAction::SetTrue)
            .help(texts.get("cli-help-siting-splittable")),
        option("radius", "R", ValueParser::new(super::not_negative)),
        option("p", "P", value_parser!(u32).range(1..).into()),
    ]
}

/// Reads [`file_options`] for a file.
pub fn file(matches: &ArgMatches, path: PathBuf) -> SitingFile {
    let format = matches.get_one::<String>("format");
    let format = format.and_then(|name| Format::named(name));
    SitingFile {
        path,
        format: format.unwrap_or(Format::Instance),
        options: Options {
            capacity: matches.get_one("capacity").copied(),
            splittable: matches.get_flag("splittable"),
            radius: matches.get_one("radius").copied(),
            p: matches.get_one("p").copied(),
        },
    }
}

/// Reads the options.
pub fn task(matches: &ArgMatches) -> SitingTask {
    let (_, solve) = matches.subcommand().unwrap_or(("", matches));
    let path = |name: &str| solve.get_one::<PathBuf>(name).cloned();
    let threads = solve.get_one::<u16>("threads");
    SitingTask {
        file: file(solve, path("file").unwrap_or_default()),
        gap: solve.get_one("gap").copied().unwrap_or(0.0),
        time_limit: solve.get_one("time-limit").copied(),
        work_limit: solve.get_one("work-limit").copied(),
        threads: threads.map_or_else(cores, |threads| usize::from(*threads)),
        certificate: path("certificate"),
        out: path("out"),
    }
}
