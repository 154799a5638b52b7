//! What the scenario demands is about things that exist.

use crate::check::Draft;
use crate::fault::{At, Fault, Log};
use crate::read::references::unknown_id;
use crate::read::sheet::State;
use crate::read::toml_file::Lines;
use domain::{Lock, LockState, Payer};

pub(super) const FILE: &str = "scenario.toml";

pub fn check(draft: &Draft, log: &mut Log) {
    let Some(lines) = &draft.scenario else { return };
    ids(draft, lines, log);
    for (i, lock) in draft.region.scenario.locks.iter().enumerate() {
        locked(draft, lines, &format!("locks[{i}]"), lock, log);
    }
    demand_scenario(draft, lines, log);
}

pub(super) fn line(lines: &Lines, path: &str) -> u32 {
    lines.get(path).copied().unwrap_or_default()
}

/// Every id that the scenario names.
fn ids(draft: &Draft, lines: &Lines, log: &mut Log) {
    let scenario = &draft.region.scenario;
    let mut named: Vec<(String, &str, &str)> = Vec::new();
    for service in scenario.apart.iter().flatten() {
        named.push(("apart".to_owned(), "services", service.as_str()));
    }
    for service in scenario
        .size_penalty
        .iter()
        .flat_map(|penalty| &penalty.services)
    {
        named.push((
            "size_penalty.services".to_owned(),
            "services",
            service.as_str(),
        ));
    }
    let equity = scenario.equity.iter().flat_map(|equity| &equity.services);
    let switches = [("equity.services", equity.collect::<Vec<_>>())]
        .into_iter()
        .chain([("single_source", scenario.single_source.iter().collect())]);
    for (key, services) in switches {
        named.extend(
            services
                .into_iter()
                .map(|service| (key.to_owned(), "services", service.as_str())),
        );
    }
    for (i, lock) in scenario.locks.iter().enumerate() {
        named.push((
            format!("locks[{i}].candidate"),
            "candidates",
            lock.candidate.as_str(),
        ));
        if let Some(service) = &lock.service {
            named.push((format!("locks[{i}].service"), "services", service.as_str()));
        }
    }
    for (i, fund) in scenario.funds.iter().enumerate() {
        if let Payer::Municipality(id) = &fund.payer {
            named.push((format!("funds[{i}].payer"), "territories", id.as_str()));
        }
        if let Some(id) = &fund.territory {
            named.push((format!("funds[{i}].territory"), "territories", id.as_str()));
        }
    }
    let rules = &scenario.rules;
    for (key, services) in [
        ("group_home_services", &rules.group_home_services),
        ("family_like_services", &rules.family_like_services),
        ("day_services", &rules.day_services),
        ("prevention_services", &rules.prevention_services),
    ] {
        named.extend(
            services
                .iter()
                .map(|service| (format!("rules.{key}"), "services", service.as_str())),
        );
    }
    for (path, table, id) in named {
        let Some(sheet) = draft
            .sheets
            .get(table)
            .filter(|sheet| sheet.state != State::Broken)
        else {
            continue;
        };
        let known: Vec<&str> = sheet.ids().collect();
        let at = At::file(FILE).line(line(lines, &path)).column(&path);
        if !known.contains(&id) {
            log.fault(unknown_id(at, id, &known, &sheet.table.file()));
        } else if path.ends_with(".payer")
            && draft
                .region
                .territory(&id.into())
                .is_some_and(|row| !row.kind.is_municipal())
        {
            log.fault(Fault::new("not-a-municipality", at).with("value", id));
        }
    }
}

fn locked(draft: &Draft, lines: &Lines, path: &str, lock: &Lock, log: &mut Log) {
    let at = |path: &str| line(lines, path);
    if let Some(places) = lock.places {
        let path = format!("{path}.places");
        let at = At::file(FILE).line(at(&path)).column(&path);
        match &lock.service {
            Some(service) if lock.must == LockState::Open => {
                if let Some(row) = draft
                    .region
                    .service(service)
                    .filter(|row| !row.sizes.contains(&places))
                {
                    let sizes: Vec<String> = row.sizes.iter().map(u32::to_string).collect();
                    log.fault(
                        Fault::new("lock-size", at)
                            .with("value", places)
                            .with("service", service.as_str())
                            .with("sizes", sizes.join(", ")),
                    );
                }
            }
            _ => log.fault(Fault::new("lock-places", at)),
        }
    }
    if let (Some(service), Some(candidate), LockState::Open) = (
        &lock.service,
        draft.region.candidate(&lock.candidate),
        lock.must,
    ) && !candidate.services.is_empty()
        && !candidate.services.contains(service)
    {
        let path = format!("{path}.service");
        log.fault(
            Fault::new("lock-service", At::file(FILE).line(at(&path)).column(&path))
                .with("service", service.as_str())
                .with("value", candidate.id.as_str()),
        );
    }
}

/// A demand scenario that no row of `needs.csv` has would silently leave rows out.
fn demand_scenario(draft: &Draft, lines: &Lines, log: &mut Log) {
    let region = &draft.region;
    let name = region.scenario.demand_scenario.as_str();
    let known = || {
        region
            .needs
            .iter()
            .map(|row| row.scenario.as_str())
            .filter(|name| !name.is_empty())
    };
    let is_listed = !region.scenario.demand_scenarios.is_empty();
    if name.is_empty()
        || is_listed
        || !draft.is_whole(&["needs"])
        || known().any(|other| other == name)
    {
        return;
    }
    let at = At::file(FILE)
        .line(line(lines, "demand_scenario"))
        .column("demand_scenario");
    log.fault(Fault::unknown("unknown-scenario", at, name, known()));
}
