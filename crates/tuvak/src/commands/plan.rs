//! `tuvak plan DIR`: from a region's data to a plan of where services go.

use super::package::{self, Package};
use super::{End, cannot_write, read_plan, write_file};
use crate::cli::PlanTask;
use crate::memory::Stages;
use crate::progress::{self, Show};
use crate::say::Voice;
use crate::solver::{Certifying, solver};
use crate::summary;
use domain::plan::{PlanOptions, Stop};
use domain::{Cents, Message, Plan, Region};
use planning::{PlanError, Stage};
use report::Edition;
use serde_json::json;
use siting::solver::Solver;
use std::path::{Path, PathBuf};

/// Makes the plan and writes it.
pub fn run(voice: &Voice, task: &PlanTask) -> Result<End, End> {
    let mut stages = Stages::start();
    let Package { region, told } = package::read(voice, &task.dir)?;
    let approved = task
        .approved
        .as_deref()
        .map(|file| read_plan(voice, file))
        .transpose()?;
    stages.end("read");
    if task.certificate.is_some()
        && let Some(switch) = uncertified(&region)
    {
        let message = Message::new("cli-certificate-not-with").with("switch", switch);
        return Err(voice.refuse(&message, End::Usage));
    }

    // Found out before the search rather than after it.
    std::fs::create_dir_all(&task.out).map_err(|error| cannot_write(voice, &task.out, &error))?;
    let mut plan = search(voice, task, &region, &told)?;
    stages.end("solve");
    plan.findings = rules::check(&region, &plan, approved.as_ref());
    stages.end("rules");

    let mut files = Vec::new();
    if task.edition.as_deref() != Some("public") {
        files.extend(write(
            voice,
            &task.out,
            &plan,
            &region,
            Edition::Internal,
            &mut stages,
        )?);
    }
    if task.edition.as_deref() != Some("internal") {
        let out = match task.edition {
            None => task.out.join("public"),
            Some(_) => task.out.clone(),
        };
        let published = disclosure::publish(&plan, &region);
        stages.end("publish");
        files.extend(write(
            voice,
            &out,
            &published.plan,
            &published.region,
            Edition::Public,
            &mut stages,
        )?);
    }
    Ok(tell(voice, task, &region, &plan, &files, &stages))
}

/// A switch of the scenario under which a plan is the best of several searches: no one
/// certificate proves its bound.
fn uncertified(region: &Region) -> Option<&'static str> {
    let scenario = &region.scenario;
    let equity = scenario.equity.as_ref();
    if equity.is_some_and(|equity| equity.worst_share.is_some()) {
        Some("equity.worst_share")
    } else if scenario.wants_fewest_changes() {
        Some("least_change")
    } else {
        None
    }
}

fn search(voice: &Voice, task: &PlanTask, region: &Region, told: &[Message]) -> Result<Plan, End> {
    let options = PlanOptions {
        gap: task.gap,
        time_limit_s: task.time_limit,
        work_limit: task.work_limit,
        budget: task
            .budget
            .or(region.scenario.budget_eur)
            .map(Cents::from_eur),
        explain: task.explain,
    };
    let demand = demand::demand(region);
    let notes = [&demand.notes, told].concat();
    progress::listen();
    let mut show = Show::new(voice);
    let certifying = task.certificate.as_ref().map(|_| Certifying::default());
    let plain = solver();
    let solver: &dyn Solver = match &certifying {
        Some(certifying) => certifying,
        None => &plain,
    };
    let outcome = planning::plan(
        region,
        &demand.points,
        &notes,
        &options,
        task.threads,
        solver,
        &mut |stage, progress| {
            let stage = voice.texts.get(match stage {
                Stage::Search => "cli-searching",
                Stage::Sites => "cli-explaining",
                Stage::Assumptions => "cli-varying",
                Stage::MoreMoney => "cli-more-money",
            });
            show.update(&stage, &progress)
        },
    );
    drop(show);
    if let (Some(file), Some(text)) = (
        &task.certificate,
        certifying.and_then(Certifying::certificate),
    ) {
        write_file(voice, file, text.as_bytes())?;
    }
    outcome.map_err(|error| refuse(voice, error))
}

/// Says why there is no plan.
pub(super) fn refuse(voice: &Voice, error: PlanError) -> End {
    match error {
        PlanError::Infeasible { conditions } => {
            voice.say(&Message::new("cli-infeasible"));
            for condition in &conditions {
                voice.text(&format!("  – {}", voice.texts.say(condition)));
            }
            let said: Vec<String> = conditions
                .iter()
                .map(|condition| voice.texts.say(condition))
                .collect();
            voice
                .object(&json!({ "error": voice.texts.get("cli-infeasible"), "conditions": said }));
            End::Infeasible
        }
        PlanError::NothingFound { bound } => {
            let nothing = Message::new("cli-nothing-found");
            voice.say(&nothing);
            if let Some(bound) = bound {
                voice.say(&Message::new("cli-bound-known").with("bound", bound.eur()));
            }
            voice.object(&json!({
                "error": voice.texts.say(&nothing),
                "bound": bound.map(|bound| bound.eur()),
            }));
            End::NothingFound
        }
        PlanError::Faulty(message) => voice.refuse(&message, End::Faults),
        PlanError::Failed(why) => voice.refuse(
            &Message::new("cli-solver-failed").with("why", why),
            End::Faults,
        ),
    }
}

/// Writes one edition into a folder and names its files.
fn write(
    voice: &Voice,
    out: &Path,
    plan: &Plan,
    region: &Region,
    edition: Edition,
    stages: &mut Stages,
) -> Result<Vec<PathBuf>, End> {
    let lang = voice.texts.lang();
    let mut files = Vec::new();
    let mut put = |name: &str, content: &[u8]| {
        let file = out.join(name);
        files.push(file.clone());
        write_file(voice, &file, content)
    };
    let json = match edition {
        Edition::Internal => serde_json::to_string_pretty(plan),
        Edition::Public => {
            disclosure::to_json(plan).and_then(|json| serde_json::to_string_pretty(&json))
        }
    };
    let mut json = json.map_err(|error| failed(voice, &error))?;
    json.push('\n');
    put("plan.json", json.as_bytes())?;
    let written = report::files(plan, region, lang, edition, &paint)
        .map_err(|error| failed(voice, &error))?;
    for (name, content) in written {
        put(&name, &content)?;
    }
    stages.end("documents");
    let source =
        report::typst(plan, region, lang, edition).map_err(|error| failed(voice, &error))?;
    let pdf = typeset::pdf(&source.source, &source.files, &source.ident)
        .map_err(|error| failed(voice, &error))?;
    put("plan.pdf", &pdf)?;
    stages.end("pdf");
    Ok(files)
}

/// Pixels of a picture: 200 to the inch where it is as wide as the text of a page.
fn paint(svg: &str) -> Option<report::Png> {
    let typeset::Raster {
        bytes,
        width,
        height,
    } = typeset::png(svg, 1340)?;
    Some(report::Png {
        bytes,
        width,
        height,
    })
}

fn failed(voice: &Voice, error: &dyn std::fmt::Display) -> End {
    let message = Message::new("cli-typeset-failed").with("why", error.to_string());
    voice.refuse(&message, End::Faults)
}

fn tell(
    voice: &Voice,
    task: &PlanTask,
    region: &Region,
    plan: &Plan,
    files: &[PathBuf],
    stages: &Stages,
) -> End {
    for line in summary::figures(plan, region) {
        voice.say(&line);
    }
    let stop = match plan.stop {
        Stop::Gap => "cli-stop-gap",
        Stop::WorkLimit => "cli-stop-work_limit",
        Stop::TimeLimit => "cli-stop-time_limit",
        Stop::Interrupted => "cli-stop-interrupted",
        Stop::Exhausted => "cli-stop-exhausted",
    };
    voice.say(&Message::new(stop));
    let reached = plan.gap <= task.gap;
    if !reached {
        voice.say(
            &Message::new("cli-gap-open")
                .with("gap", voice.texts.number(plan.gap * 100.0, 3))
                .with("asked", voice.texts.number(task.gap * 100.0, 3)),
        );
    }
    let names: Vec<String> = files
        .iter()
        .map(|file| {
            file.strip_prefix(&task.out)
                .unwrap_or(file)
                .display()
                .to_string()
        })
        .collect();
    voice.say(
        &Message::new("cli-written")
            .with("dir", task.out.display().to_string())
            .with("files", names.join(", ")),
    );
    stages.tell(voice);
    voice.object(&json!({
        "objective": plan.objective,
        "bound": plan.bound,
        "gap": plan.gap,
        "stop": plan.stop,
        "measures": plan.measures.len(),
        "unmet": plan.unmet.iter().map(|row| row.persons).sum::<u32>(),
        "findings": plan.findings.len(),
        "fingerprint": plan.fingerprint,
        "files": files,
        "stages": stages.as_json(),
    }));
    if reached { End::Done } else { End::GapOpen }
}
