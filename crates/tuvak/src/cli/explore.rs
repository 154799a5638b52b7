//! `tuvak explore …` as data.

use super::{cores, help_flag};
use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::path::PathBuf;
use texts::Texts;

/// The options of `tuvak explore …`.
pub struct ExploreTask {
    /// The package.
    pub dir: PathBuf,
    /// What is asked.
    pub question: Question,
    /// Relative gap of each plan.
    pub gap: f64,
    /// Seconds for each plan.
    pub time_limit: Option<f64>,
    /// Threads.
    pub threads: usize,
    /// Where tables and the chart go.
    pub out: Option<PathBuf>,
}

/// What is asked beyond one plan.
pub enum Question {
    /// Money against what people bear, in so many steps.
    Frontier {
        /// Budgets besides none.
        steps: usize,
    },
    /// Other plans that are nearly as good.
    Alternatives {
        /// How many, with the best one.
        count: usize,
        /// How much more they may cost, as a share.
        within: f64,
        /// How many measures of each earlier one they lack.
        differ: usize,
    },
    /// What money and standards are worth.
    Prices,
    /// A plan without one of its sites.
    Repair {
        /// The candidate or site that falls away.
        without: String,
        /// The approved plan.
        plan: PathBuf,
    },
    /// One set of sites for all demand scenarios.
    Scenarios,
}

/// The command with its commands.
pub fn command(texts: &Texts) -> Command {
    let help = |key: &str| texts.get(&format!("cli-help-explore-{key}"));
    let option = |name: &'static str, value: &'static str, parser: ValueParser| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .value_parser(parser)
            .help(help(name))
    };
    let count = |name: &'static str| option(name, "N", value_parser!(u16).range(1..=1000).into());
    let sub = |name: &'static str| {
        Command::new(name)
            .about(help(name))
            .disable_help_flag(true)
            .arg(help_flag(texts))
            .help_template(super::template(texts))
            .arg(
                Arg::new("dir")
                    .value_name("DIR")
                    .required(true)
                    .value_parser(value_parser!(PathBuf))
                    .help(texts.get("cli-help-dir")),
            )
            .arg(option("gap", "G", ValueParser::new(super::share)))
            .arg(option("time-limit", "S", ValueParser::new(super::positive)))
            .arg(option(
                "threads",
                "N",
                value_parser!(u16).range(1..=256).into(),
            ))
            .arg(option("out", "DIR", value_parser!(PathBuf)))
    };
    Command::new("explore")
        .about(texts.get("cli-help-explore"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help_flag(texts))
        .help_template(super::group_template(texts))
        .subcommand_required(true)
        .subcommand(sub("frontier").arg(count("steps")))
        .subcommand(
            sub("alternatives")
                .arg(count("count"))
                .arg(option("within", "SHARE", ValueParser::new(super::share)))
                .arg(count("differ")),
        )
        .subcommand(sub("prices"))
        .subcommand(
            sub("repair")
                .arg(option("without", "SITE", value_parser!(String)).required(true))
                .arg(option("plan", "PLAN.json", value_parser!(PathBuf)).required(true)),
        )
        .subcommand(sub("scenarios"))
}

/// Reads the options.
pub fn task(matches: &ArgMatches) -> ExploreTask {
    let (name, sub) = matches.subcommand().unwrap_or(("", matches));
    let path = |name: &str| sub.get_one::<PathBuf>(name).cloned();
    let number = |name: &str, otherwise: usize| {
        let number = sub.get_one::<u16>(name);
        number.map_or(otherwise, |number| usize::from(*number))
    };
    let question = match name {
        "frontier" => Question::Frontier {
            steps: number("steps", 5),
        },
        "alternatives" => Question::Alternatives {
            count: number("count", 3),
            within: sub.get_one("within").copied().unwrap_or(0.05),
            differ: number("differ", 1),
        },
        "repair" => Question::Repair {
            without: sub
                .get_one::<String>("without")
                .cloned()
                .unwrap_or_default(),
            plan: path("plan").unwrap_or_default(),
        },
        "scenarios" => Question::Scenarios,
        _ => Question::Prices,
    };
    ExploreTask {
        dir: path("dir").unwrap_or_default(),
        question,
        gap: sub.get_one("gap").copied().unwrap_or(0.001),
        time_limit: sub.get_one("time-limit").copied(),
        threads: number("threads", cores()),
        out: path("out"),
    }
}
