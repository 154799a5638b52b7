//! `tuvak explore …`: what planners ask beyond one plan.

mod chart;
mod sheet;
mod tell;

use super::{End, package, read_plan, write_file};
use crate::cli::{ExploreTask, Question};
use crate::memory::Stages;
use crate::progress::{self, Show};
use crate::say::Voice;
use crate::solver::solver;
use domain::plan::{Explain, PlanOptions};
use domain::{Cents, Message, Region};
use planning::explore::{DemandScenario, Explore};
use serde_json::{Value, json};
use sheet::Sheet;
use siting::answers::alternatives::Wanted;
use siting::solver::Progress;
use std::collections::BTreeSet;

/// An answer as it is told, written and printed.
struct Answer {
    sheets: Vec<Sheet>,
    sentences: Vec<Message>,
    /// The chart, where there is one.
    chart: Option<String>,
    object: Value,
    /// The widest gap of its plans.
    gap: f64,
    /// Whether something was left without an answer.
    is_partial: bool,
}

/// Asks, tells and writes.
pub fn run(voice: &Voice, task: &ExploreTask) -> Result<End, End> {
    // It fails only where there is a pool already, and a program runs one command.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(task.threads)
        .build_global();
    let mut stages = Stages::start();
    let region = package::read(voice, &task.dir)?.region;
    stages.end("read");
    let answer = ask(voice, task, &region)?;
    stages.end("solve");
    for sheet in &answer.sheets {
        voice.text(&sheet.said(&voice.texts));
    }
    voice.text("");
    for sentence in &answer.sentences {
        voice.say(sentence);
    }
    if answer.is_partial {
        voice.say(&Message::new("explore-partial"));
    }
    let mut files = Vec::new();
    if let Some(out) = &task.out {
        for sheet in &answer.sheets {
            let file = out.join(format!("{}.csv", sheet.name));
            write_file(voice, &file, sheet.csv().as_bytes())?;
            files.push(file);
        }
        if let Some(chart) = &answer.chart {
            let file = out.join("frontier.svg");
            write_file(voice, &file, chart.as_bytes())?;
            files.push(file);
        }
        voice.say(&Message::new("explore-written").with("dir", out.display().to_string()));
    }
    stages.tell(voice);
    voice.object(&json!({
        "answer": answer.object,
        "gap": answer.gap,
        "partial": answer.is_partial,
        "files": files,
        "stages": stages.as_json(),
    }));
    match answer.gap <= task.gap && !answer.is_partial {
        true => Ok(End::Done),
        false => Ok(End::GapOpen),
    }
}

fn ask(voice: &Voice, task: &ExploreTask, region: &Region) -> Result<Answer, End> {
    let demand = demand::demand(region);
    let options = PlanOptions {
        gap: task.gap,
        time_limit_s: task.time_limit,
        work_limit: None,
        budget: region.scenario.budget_eur.map(Cents::from_eur),
        explain: Explain::None,
    };
    let approved = match &task.question {
        Question::Repair { plan, .. } => Some(read_plan(voice, plan)?),
        _ => None,
    };
    let scenarios = match &task.question {
        Question::Scenarios => demand_scenarios(voice, region)?,
        _ => Vec::new(),
    };
    progress::listen();
    let mut show = Show::new(voice);
    let mut progress = |number: usize, far: Progress| show.say(|| searching(voice, number, &far));
    let mut explore = Explore {
        region,
        points: &demand.points,
        options: &options,
        solver: &solver(),
        asked: 0,
        progress: &mut progress,
    };
    let texts = &voice.texts;
    let answer = match &task.question {
        Question::Frontier { steps } => explore
            .frontier(*steps)
            .map(|answer| tell::frontier(texts, &answer)),
        Question::Alternatives {
            count,
            within,
            differ,
        } => {
            let (count, within, differ) = (*count, *within, *differ);
            let wanted = Wanted {
                count,
                within,
                differ,
            };
            let answer = explore.alternatives(wanted);
            answer.map(|answer| tell::alternatives(texts, &answer, wanted))
        }
        Question::Prices => explore.prices().map(|answer| tell::prices(texts, &answer)),
        Question::Repair { without, .. } => match &approved {
            Some(plan) => {
                let answer = explore.repair(plan, without);
                answer.map(|answer| tell::repair(texts, &answer, without))
            }
            None => return Err(End::Usage),
        },
        Question::Scenarios => explore
            .scenarios(&scenarios)
            .map(|answer| tell::scenarios(texts, &answer)),
    };
    drop(show);
    answer.map_err(|error| super::plan::refuse(voice, error))
}

/// How far a search has come. What is searched for is not always money.
fn searching(voice: &Voice, number: usize, far: &Progress) -> Message {
    let message = match far.gap() {
        Some(gap) => {
            Message::new("explore-searching").with("gap", voice.texts.number(gap * 100.0, 2))
        }
        None => Message::new("explore-searching-nothing"),
    };
    message
        .with("number", number + 1)
        .with("seconds", far.seconds.round())
}

/// The demand of each scenario that `needs.csv` names, all of equal weight.
fn demand_scenarios(voice: &Voice, region: &Region) -> Result<Vec<DemandScenario>, End> {
    let named = region.needs.iter().map(|need| need.scenario.clone());
    let names: BTreeSet<String> = named.filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return Err(voice.refuse(&Message::new("explore-no-scenarios"), End::Faults));
    }
    let scenario = |name: String| {
        let mut region = region.clone();
        region.scenario.demand_scenario.clone_from(&name);
        DemandScenario {
            weight: 1,
            points: demand::demand(&region).points,
            name,
        }
    };
    Ok(names.into_iter().map(scenario).collect())
}
