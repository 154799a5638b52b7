//! `tuvak shares PLAN.json DIR` as data.

use super::{cores, help_flag, positive, share, template};
use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use planning::shares::{Alone, Rule, SharesOptions};
use std::path::PathBuf;
use texts::Texts;

/// The options of `tuvak shares`.
pub struct SharesTask {
    /// The plan.
    pub plan: PathBuf,
    /// The package.
    pub dir: PathBuf,
    /// What is asked for.
    pub options: SharesOptions,
}

/// Rules as they are written on the command line.
const RULES: [(&str, Rule); 7] = [
    ("residents", Rule::Residents),
    ("uses", Rule::Uses),
    ("equal", Rule::Equal),
    ("stand-alone", Rule::StandAlone),
    ("remaining-benefits", Rule::RemainingBenefits),
    ("shapley", Rule::Shapley),
    ("nucleolus", Rule::Nucleolus),
];

/// The command with its options.
pub fn command(texts: &Texts) -> Command {
    let help = |key: &str| texts.get(&format!("cli-help-{key}"));
    let file = |name: &'static str, value: &'static str, key: &str| {
        Arg::new(name)
            .value_name(value)
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help(help(key))
    };
    let option = |name: &'static str, value: &'static str, parser: ValueParser| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .value_parser(parser)
            .hide_possible_values(true)
            .help(help(&format!("shares-{name}")))
    };
    let names = PossibleValuesParser::new(RULES.map(|(name, _)| name));
    Command::new("shares")
        .about(help("shares"))
        .disable_help_flag(true)
        .arg(help_flag(texts))
        .help_template(template(texts))
        .arg(file("plan-file", "PLAN.json", "shares-plan-file"))
        .arg(file("dir", "DIR", "dir"))
        .arg(option("rule", "RULE", names.into()).action(ArgAction::Append))
        .arg(option(
            "alone",
            "HOW",
            PossibleValuesParser::new(["own-money", "all-money", "decided"]).into(),
        ))
        .arg(option("gap", "G", ValueParser::new(share)))
        .arg(option("time-limit", "S", ValueParser::new(positive)))
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
        .arg(option("seed", "N", value_parser!(u64).into()))
        .arg(option("circles", "N", value_parser!(u16).range(2..).into()))
}

/// What was asked for.
pub fn task(sub: &ArgMatches) -> SharesTask {
    let path = |name: &str| sub.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let number = |name: &str| sub.get_one::<u16>(name).map(|number| usize::from(*number));
    let rules = sub.get_many::<String>("rule").into_iter().flatten();
    let unless_told = SharesOptions::default();
    SharesTask {
        plan: path("plan-file"),
        dir: path("dir"),
        options: SharesOptions {
            alone: match sub.get_one::<String>("alone").map(String::as_str) {
                Some("decided") => Alone::Decided,
                Some("all-money") => Alone::AllMoney,
                _ => Alone::OwnMoney,
            },
            rules: RULES
                .into_iter()
                .filter(|(name, _)| rules.clone().any(|asked| asked == name))
                .map(|(_, rule)| rule)
                .collect(),
            gap: sub.get_one("gap").copied().unwrap_or(unless_told.gap),
            time_limit_s: sub.get_one("time-limit").copied(),
            work_limit: sub
                .get_one("work-limit")
                .copied()
                .or(unless_told.work_limit),
            threads: number("threads").unwrap_or_else(cores),
            seed: sub.get_one("seed").copied().unwrap_or(unless_told.seed),
            circles: number("circles").unwrap_or(unless_told.circles),
        },
    }
}
