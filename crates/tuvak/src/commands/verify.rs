//! `tuvak verify PLAN.json DIR`: an independent check of a plan.

use super::{End, certificate, read_package, read_plan};
use crate::memory::Stages;
use crate::say::Voice;
use domain::plan::Without;
use domain::{Arg, Cents, Message, Plan, Region};
use serde_json::json;
use std::path::Path;
use verify::Check;

/// Checks a plan against its package and tells every fault.
pub fn run(
    voice: &Voice,
    file: &Path,
    dir: &Path,
    deep: bool,
    certificate: Option<&Path>,
) -> Result<End, End> {
    let mut stages = Stages::start();
    let plan = read_plan(voice, file)?;
    let region = read_package(voice, dir)?;
    stages.end("read");
    if plan.fingerprint != region.fingerprint {
        return Err(voice.refuse(&Message::new("cli-wrong-package"), End::Faults));
    }
    let mut verdict = verify::verify(&region, &plan);
    verdict.checks.push(findings(&region, &plan));
    verdict
        .not_vouched
        .retain(|item| item.key != "verify-not-vouched-findings");
    stages.end("verify");
    if deep {
        verdict.checks.push(without(&region, &plan));
        for item in &mut verdict.not_vouched {
            if item.key == "verify-not-vouched-explanations" {
                *item = Message::new("cli-not-vouched-other-explanations");
            }
        }
        stages.end("deep");
    }
    if let Some(file) = certificate {
        let check = bound(voice, &region, &plan, file)?;
        if check.faults.is_empty() {
            verdict
                .not_vouched
                .retain(|item| item.key != "verify-not-vouched-bound");
        }
        verdict.checks.push(check);
        stages.end("certificate");
    }
    for check in &verdict.checks {
        let mark = if check.faults.is_empty() {
            '✓'
        } else {
            '✗'
        };
        voice.text(&format!("{mark} {}", voice.texts.say(&check.name)));
        for fault in &check.faults {
            voice.text(&format!("    {}", voice.texts.say(fault)));
        }
    }
    voice.text(&voice.texts.get("cli-not-vouched"));
    for item in &verdict.not_vouched {
        voice.text(&format!("  – {}", voice.texts.say(item)));
    }
    let faults: usize = verdict.checks.iter().map(|check| check.faults.len()).sum();
    voice.say(&match faults {
        0 => Message::new("cli-verified").with("checks", verdict.checks.len()),
        _ => Message::new("cli-refused").with("faults", faults),
    });
    stages.tell(voice);
    let say = |messages: &[Message]| -> Vec<String> {
        messages
            .iter()
            .map(|message| voice.texts.say(message))
            .collect()
    };
    let checks: Vec<_> = verdict
        .checks
        .iter()
        .map(|check| json!({ "name": voice.texts.say(&check.name), "key": check.name.key, "faults": say(&check.faults) }))
        .collect();
    voice.object(&json!({
        "holds": faults == 0,
        "checks": checks,
        "not_vouched": say(&verdict.not_vouched),
    }));
    Ok(if faults == 0 { End::Done } else { End::Faults })
}

/// The findings again. R07 needs the approved plan, which `verify` has not.
fn findings(region: &Region, plan: &Plan) -> Check {
    let without_r07 = |findings: Vec<domain::plan::Finding>| -> Vec<_> {
        findings
            .into_iter()
            .filter(|finding| finding.rule != "R07")
            .collect()
    };
    let again = without_r07(rules::check(region, plan, None));
    let told = without_r07(plan.findings.clone());
    Check {
        name: Message::new("cli-check-findings"),
        faults: if again == told {
            Vec::new()
        } else {
            vec![Message::new("cli-deep-findings")]
        },
    }
}

/// The bound, by its certificate, on the instance that planning makes of the package.
fn bound(voice: &Voice, region: &Region, plan: &Plan, file: &Path) -> Result<Check, End> {
    let points = demand::demand(region).points;
    let problem = planning::adapter::Problem::of_plan(region, &points, plan);
    let fault = match certificate::of_instance(voice, file, &problem.instance)? {
        Err(why) => Some(why),
        Ok(proven) if proven.bound == Some(plan.bound.0) => None,
        Ok(proven) => Some(
            Message::new("cli-certificate-other-bound")
                .with("told", plan.bound.eur())
                .with(
                    "proven",
                    proven
                        .bound
                        .map_or(Arg::from("–"), |bound| Cents(bound).eur().into()),
                ),
        ),
    };
    Ok(Check {
        name: Message::new("cli-check-bound"),
        faults: fault.into_iter().collect(),
    })
}

/// What the plan would cost without each measure, solved again. Where the time
/// had been limited the answer told may be a worse one; it must not contradict.
fn without(region: &Region, plan: &Plan) -> Check {
    let points = demand::demand(region).points;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let again = planning::without_again(region, &points, plan, threads, &crate::solver::solver());
    let again = again.unwrap_or_default();
    let mut faults = Vec::new();
    for (at, measure) in plan.measures.iter().enumerate() {
        let Some(told) = &measure.without else {
            continue;
        };
        let found = again.get(at).and_then(Option::as_ref);
        let holds = found.is_some_and(|found| match plan.options.time_limit_s {
            None => told == found,
            Some(_) => told.objective >= found.bound && told.bound <= found.objective,
        });
        if !holds {
            let amount = |without: &Without| without.objective.eur();
            faults.push(
                Message::new("cli-deep-differs")
                    .with("candidate", measure.candidate.as_str())
                    .with("service", measure.service.as_str())
                    .with("told", amount(told))
                    .with(
                        "found",
                        found.map_or(Arg::from("–"), |found| amount(found).into()),
                    ),
            );
        }
    }
    Check {
        name: Message::new("cli-check-without"),
        faults,
    }
}
