//! The command line as data: commands, options, and what each is for, in both
//! languages (`cli-help-…` in the message files).

mod explore;
mod shares;
mod siting;
mod travel;

pub use self::explore::{ExploreTask, Question};
pub use self::shares::SharesTask;
pub use self::siting::{SitingFile, SitingTask};
pub use self::travel::{MatrixTask, Origin, Roads, TransitOptions, TravelTask};

use crate::say::{self, End};
use clap::builder::{PossibleValuesParser, ValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use domain::plan::Explain;
use domain::{Lang, Message};
use std::path::PathBuf;
use texts::Texts;

/// What was asked for.
pub struct Request {
    /// Language of everything that is said and written.
    pub lang: Lang,
    /// Print one object on stdout.
    pub json: bool,
    /// Tell seconds and memory of each stage.
    pub verbose: bool,
    /// The command.
    pub task: Task,
}

/// A command with its options.
pub enum Task {
    /// `tuvak check DIR`
    Check {
        /// The package.
        dir: PathBuf,
    },
    /// `tuvak plan DIR`
    Plan(PlanTask),
    /// `tuvak verify PLAN.json DIR`
    Verify {
        /// The plan; without a package a location problem.
        plan: SitingFile,
        /// The package.
        dir: Option<PathBuf>,
        /// Solve the counterfactuals again.
        deep: bool,
        /// A certificate of the bound.
        certificate: Option<PathBuf>,
    },
    /// `tuvak reach DIR`
    Reach {
        /// The package.
        dir: PathBuf,
        /// Count this plan's measures as supply.
        plan: Option<PathBuf>,
    },
    /// `tuvak demand DIR`
    Demand {
        /// The package.
        dir: PathBuf,
    },
    /// `tuvak explore …`
    Explore(ExploreTask),
    /// `tuvak shares PLAN.json DIR`
    Shares(SharesTask),
    /// `tuvak siting solve`
    Siting(SitingTask),
    /// `tuvak travel …`
    Travel(TravelTask),
    /// `tuvak import KIND FILE --into DIR`
    Import {
        /// `demand`, `population` or `supply`.
        kind: String,
        /// The workbook; absent with `--show-mapping`.
        file: Option<PathBuf>,
        /// The package.
        into: Option<PathBuf>,
        /// The user's mapping file.
        mapping: Option<PathBuf>,
        /// Print the default mapping file instead.
        show_mapping: bool,
    },
    /// `tuvak reference PAGE` (hidden): a generated page of the documentation.
    Reference {
        /// `cli` or `data`.
        page: String,
    },
}

/// The options of `tuvak plan`.
pub struct PlanTask {
    /// The package.
    pub dir: PathBuf,
    /// Where the plan goes.
    pub out: PathBuf,
    /// `internal`, `public`, or both when absent.
    pub edition: Option<String>,
    /// Ceiling on all building money, EUR.
    pub budget: Option<f64>,
    /// Relative gap.
    pub gap: f64,
    /// Seconds.
    pub time_limit: Option<f64>,
    /// Branch-and-bound nodes.
    pub work_limit: Option<u64>,
    /// Threads for what can be done side by side.
    pub threads: usize,
    /// How far the explanation goes.
    pub explain: Explain,
    /// Where the certificate of the bound goes.
    pub certificate: Option<PathBuf>,
    /// The approved plan, for rule R07.
    pub approved: Option<PathBuf>,
}

/// Reads the command line; wrong usage is told here.
pub fn parse(args: &[String]) -> Result<Request, End> {
    let lang = language(args);
    let texts = Texts::new(lang);
    let command = command(&texts);
    match command.clone().try_get_matches_from(args) {
        Ok(matches) => Ok(request(lang, &matches)),
        Err(error) => Err(tell(&texts, &error)),
    }
}

/// `--lang`, else `TUVAK_LANG`, else Latvian: needed before anything is said.
fn language(args: &[String]) -> Lang {
    let asked = args
        .iter()
        .zip(args.iter().skip(1))
        .find_map(|(name, value)| (name == "--lang").then(|| value.clone()))
        .or_else(|| {
            args.iter()
                .find_map(|arg| arg.strip_prefix("--lang=").map(str::to_owned))
        })
        .or_else(|| std::env::var("TUVAK_LANG").ok());
    match asked.as_deref() {
        Some("en") => Lang::En,
        _ => Lang::Lv,
    }
}

/// The whole command line.
pub fn command(texts: &Texts) -> Command {
    let help = |key: &str| texts.get(&format!("cli-help-{key}"));
    let dir = || {
        Arg::new("dir")
            .value_name("DIR")
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help(help("dir"))
    };
    let file = |name: &'static str| {
        Arg::new(name)
            .value_parser(value_parser!(PathBuf))
            .help(help(name))
    };
    let option = |name: &'static str, value: &'static str, parser: ValueParser| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .value_parser(parser)
            .help(help(name))
    };
    let switch = |name: &'static str| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(help(name))
    };
    let sub = |name: &'static str| {
        Command::new(name)
            .about(help(name))
            .disable_help_flag(true)
            .arg(help_flag(texts))
            .help_template(template(texts))
    };
    let root = Command::new("tuvak")
        .version(env!("CARGO_PKG_VERSION"))
        .about(help("about"))
        .help_template(root_template(texts))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(help_flag(texts))
        .arg(
            Arg::new("version")
                .long("version")
                .action(ArgAction::Version)
                .help(help("version")),
        )
        .arg(
            option(
                "lang",
                "LANG",
                PossibleValuesParser::new(["lv", "en"]).into(),
            )
            .global(true)
            .hide_possible_values(true),
        )
        .arg(switch("json").global(true))
        .arg(switch("verbose").global(true))
        .subcommand_required(true)
        .subcommand(sub("check").arg(dir()))
        .subcommand(
            sub("plan")
                .arg(dir())
                .arg(
                    option("out", "DIR", value_parser!(PathBuf))
                        .default_value("tuvak-plan")
                        .hide_default_value(true),
                )
                .arg(
                    option(
                        "edition",
                        "EDITION",
                        PossibleValuesParser::new(["internal", "public"]).into(),
                    )
                    .hide_possible_values(true),
                )
                .arg(option("budget", "EUR", ValueParser::new(not_negative)))
                .arg(
                    option("gap", "G", ValueParser::new(share))
                        .default_value("0.001")
                        .hide_default_value(true),
                )
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
                .arg(
                    option(
                        "explain",
                        "HOW",
                        PossibleValuesParser::new(["none", "sites", "full"]).into(),
                    )
                    .default_value("full")
                    .hide_default_value(true)
                    .hide_possible_values(true),
                )
                .arg(option("plan-certificate", "FILE", value_parser!(PathBuf)).long("certificate"))
                .arg(option("approved", "PLAN.json", value_parser!(PathBuf))),
        )
        .subcommand(
            sub("verify")
                .arg(file("plan-file").value_name("PLAN.json").required(true))
                .arg(dir().required(false).required_unless_present("certificate"))
                .arg(switch("deep").requires("dir"))
                .arg(option("certificate", "FILE", value_parser!(PathBuf)))
                .args(siting::file_options(texts).map(|arg| arg.conflicts_with("dir"))),
        )
        .subcommand(sub("reach").arg(dir()).arg(option(
            "with-plan",
            "PLAN.json",
            value_parser!(PathBuf),
        )))
        .subcommand(sub("demand").arg(dir()))
        .subcommand(explore::command(texts))
        .subcommand(shares::command(texts))
        .subcommand(travel::command(texts))
        .subcommand(siting::command(texts))
        .subcommand(
            sub("import")
                .arg(
                    Arg::new("kind")
                        .value_name("KIND")
                        .required(true)
                        .hide_possible_values(true)
                        .value_parser(["demand", "population", "supply"])
                        .help(help("kind")),
                )
                .arg(
                    file("file")
                        .value_name("FILE.xlsx")
                        .required_unless_present("show-mapping"),
                )
                .arg(
                    option("into", "DIR", value_parser!(PathBuf))
                        .required_unless_present("show-mapping"),
                )
                .arg(option("mapping", "FILE.toml", value_parser!(PathBuf)))
                .arg(switch("show-mapping")),
        )
        .subcommand(
            sub("reference").hide(true).arg(
                Arg::new("page")
                    .required(true)
                    .value_parser(["cli", "data"]),
            ),
        );
    with_negative_values(root)
}

fn help_flag(texts: &Texts) -> Arg {
    Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help(texts.get("cli-help-help"))
}

fn template(texts: &Texts) -> String {
    format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}\n",
        texts.get("cli-help-usage")
    )
    .replace(
        "{all-args}",
        &format!(
            "{}\n{{positionals}}\n\n{}\n{{options}}",
            texts.get("cli-help-arguments"),
            texts.get("cli-help-options")
        ),
    )
}

fn root_template(texts: &Texts) -> String {
    format!(
        "{{about}}\n\n{}: {{usage}}\n\n{}\n{{subcommands}}\n\n{}\n{{options}}\n\n{}\n",
        texts.get("cli-help-usage"),
        texts.get("cli-help-commands"),
        texts.get("cli-help-options"),
        texts.get("cli-help-after"),
    )
}

/// The help of a command that has options only.
fn options_template(texts: &Texts) -> String {
    format!(
        "{{about}}\n\n{}: {{usage}}\n\n{}\n{{options}}\n",
        texts.get("cli-help-usage"),
        texts.get("cli-help-options"),
    )
}

/// The help of a command that has commands.
fn group_template(texts: &Texts) -> String {
    format!(
        "{{about}}\n\n{}: {{usage}}\n\n{}\n{{subcommands}}\n\n{}\n{{options}}\n",
        texts.get("cli-help-usage"),
        texts.get("cli-help-commands"),
        texts.get("cli-help-options"),
    )
}

fn number(text: &str) -> Result<f64, String> {
    text.parse::<f64>()
        .ok()
        .filter(|value| value.is_finite())
        .ok_or_else(|| text.to_owned())
}

fn not_negative(text: &str) -> Result<f64, String> {
    number(text).and_then(|value| {
        if value >= 0.0 {
            Ok(value)
        } else {
            Err(text.to_owned())
        }
    })
}

fn positive(text: &str) -> Result<f64, String> {
    number(text).and_then(|value| {
        if value > 0.0 {
            Ok(value)
        } else {
            Err(text.to_owned())
        }
    })
}

fn share(text: &str) -> Result<f64, String> {
    number(text).and_then(|value| {
        if (0.0..=1.0).contains(&value) {
            Ok(value)
        } else {
            Err(text.to_owned())
        }
    })
}

fn request(lang: Lang, matches: &ArgMatches) -> Request {
    let (name, sub) = matches.subcommand().unwrap_or(("", matches));
    let path = |name: &str| sub.get_one::<PathBuf>(name).cloned();
    let dir = || path("dir").unwrap_or_default();
    let text = |name: &str| sub.get_one::<String>(name).cloned();
    let task = match name {
        "check" => Task::Check { dir: dir() },
        "plan" => Task::Plan(PlanTask {
            dir: dir(),
            out: path("out").unwrap_or_default(),
            edition: text("edition"),
            budget: sub.get_one("budget").copied(),
            gap: sub.get_one("gap").copied().unwrap_or(0.001),
            time_limit: sub.get_one("time-limit").copied(),
            work_limit: sub.get_one("work-limit").copied(),
            threads: sub
                .get_one::<u16>("threads")
                .map_or_else(cores, |threads| usize::from(*threads)),
            explain: match text("explain").as_deref() {
                Some("none") => Explain::None,
                Some("sites") => Explain::Sites,
                _ => Explain::Full,
            },
            certificate: path("plan-certificate"),
            approved: path("approved"),
        }),
        "verify" => Task::Verify {
            plan: siting::file(sub, path("plan-file").unwrap_or_default()),
            dir: path("dir"),
            deep: sub.get_flag("deep"),
            certificate: path("certificate"),
        },
        "reach" => Task::Reach {
            dir: dir(),
            plan: path("with-plan"),
        },
        "demand" => Task::Demand { dir: dir() },
        "explore" => Task::Explore(explore::task(sub)),
        "shares" => Task::Shares(shares::task(sub)),
        "travel" => Task::Travel(travel::task(sub)),
        "siting" => Task::Siting(siting::task(sub)),
        "import" => Task::Import {
            kind: text("kind").unwrap_or_default(),
            file: path("file"),
            into: path("into"),
            mapping: path("mapping"),
            show_mapping: sub.get_flag("show-mapping"),
        },
        _ => Task::Reference {
            page: text("page").unwrap_or_default(),
        },
    };
    Request {
        lang,
        json: matches.get_flag("json"),
        verbose: matches.get_flag("verbose"),
        task,
    }
}

/// Threads unless told otherwise.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Tells what is wrong with a command line, in the language asked for.
fn tell(texts: &Texts, error: &clap::Error) -> End {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        say::print(&error.to_string());
        return End::Done;
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let suggested = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(context)
    .find(|text| !text.is_empty());
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => Message::new("cli-usage-unknown-command")
            .with("value", context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Message::new("cli-usage-no-command")
        }
        ErrorKind::UnknownArgument => {
            Message::new("cli-usage-unknown-option").with("value", argument)
        }
        ErrorKind::MissingRequiredArgument => {
            Message::new("cli-usage-missing").with("value", argument)
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            Message::new("cli-usage-no-value").with("option", argument)
        }
        ErrorKind::ValueValidation if says_key(texts, error).is_some() => {
            Message::new(&says_key(texts, error).unwrap_or_default())
                .with("option", argument)
                .with("value", value)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let known = context(ContextKind::ValidValue);
            let message = if known.is_empty() {
                Message::new("cli-usage-wrong-value")
            } else {
                Message::new("cli-usage-wrong-value-known").with("known", known)
            };
            let range = texts.say(&range(&argument));
            message
                .with("option", argument)
                .with("value", value)
                .with("range", range)
        }
        ErrorKind::ArgumentConflict => Message::new("cli-usage-twice").with("option", argument),
        _ => Message::new("cli-usage-other").with("what", error.to_string()),
    };
    let mut said = vec![texts.say(&message)];
    if argument_is(error, "--gap") {
        said.push(texts.get("cli-usage-gap"));
    }
    if let Some(suggested) = suggested {
        said.push(texts.say(&Message::new("cli-usage-suggest").with("value", suggested)));
    }
    said.push(texts.get("cli-usage-help"));
    say::tell(&said.join("\n"));
    End::Usage
}

/// Which numbers an option takes.
fn range(option: &str) -> Message {
    let of = |kind: &str| Message::new(&format!("cli-usage-range-{kind}"));
    let from = |least: usize| of("whole").with("least", least);
    let between = |least: usize, most: usize| of("between").with("least", least).with("most", most);
    match option.split_whitespace().next().unwrap_or(option) {
        "--threads" => between(1, 256),
        "--count" | "--steps" | "--differ" => between(1, 1000),
        "--work-limit" | "--p" => from(1),
        "--circles" => from(2),
        "--seed" => from(0),
        "--gap" | "--within" => of("share"),
        "--budget" | "--capacity" | "--radius" => of("not-negative"),
        _ => of("positive"),
    }
}

/// The same command line, in which a value may begin with a minus, to be told that it is wrong.
fn with_negative_values(command: Command) -> Command {
    command
        .mut_args(|arg| match arg.get_action() {
            ArgAction::Set | ArgAction::Append => arg.allow_negative_numbers(true),
            _ => arg,
        })
        .mut_subcommands(with_negative_values)
}

/// The key of the text by which a value's parser says what is wrong.
fn says_key(texts: &Texts, error: &clap::Error) -> Option<String> {
    let says = std::error::Error::source(error)?.to_string();
    texts.has(&says).then_some(says)
}

/// Whether a value of this option is what is wrong.
fn argument_is(error: &clap::Error, option: &str) -> bool {
    error.kind() == ErrorKind::ValueValidation
        && matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(text)) if text.starts_with(option))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent_in_both_languages() {
        for lang in [Lang::Lv, Lang::En] {
            let texts = Texts::new(lang);
            command(&texts).debug_assert();
            assert!(
                !command(&texts)
                    .render_long_help()
                    .to_string()
                    .contains("cli-"),
                "{lang:?}"
            );
        }
    }

    #[test]
    fn every_option_has_a_text_in_both_languages() {
        for lang in [Lang::Lv, Lang::En] {
            let mut root = command(&Texts::new(lang));
            for sub in root.get_subcommands_mut().filter(|sub| !sub.is_hide_set()) {
                let help = sub.render_long_help().to_string();
                assert!(!help.contains("cli-help-"), "{help}");
            }
        }
    }
}
