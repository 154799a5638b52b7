//! Switches of the scenario are whole in themselves, and go together.

use super::scenario::{FILE, line};
use crate::check::Draft;
use crate::fault::{At, Fault, Log};
use crate::read::toml_file::Lines;
use domain::{Candidate, Delivery, Scenario, ServiceId, Site};
use std::collections::BTreeSet;

/// Probabilities are written with few digits.
const SLACK: f64 = 1e-6;

pub fn check(draft: &Draft, log: &mut Log) {
    let Some(lines) = &draft.scenario else { return };
    let mut switches = Switches { draft, lines, log };
    switches.equity();
    switches.phases();
    switches.demand_scenarios();
    switches.approved();
    switches.homes();
    switches.together();
}

struct Switches<'a> {
    draft: &'a Draft,
    lines: &'a Lines,
    log: &'a mut Log,
}

impl<'a> Switches<'a> {
    fn scenario(&self) -> &'a Scenario {
        &self.draft.region.scenario
    }

    fn fault(&mut self, path: &str, make: impl FnOnce(At<'_>) -> Fault) {
        let at = At::file(FILE).line(line(self.lines, path)).column(path);
        self.log.fault(make(at));
    }

    fn equity(&mut self) {
        let Some(equity) = &self.scenario().equity else {
            return;
        };
        if equity.worst_share.is_some() != equity.eur_per_minute.is_some() {
            let (is, missing) = match equity.worst_share {
                Some(_) => ("equity.worst_share", "equity.eur_per_minute"),
                None => ("equity.eur_per_minute", "equity.worst_share"),
            };
            self.fault(is, |at| {
                Fault::new("needs-another-key", at).with("value", missing)
            });
        }
        if equity.cap_min.is_none() && !equity.services.is_empty() {
            self.fault("equity.services", |at| {
                Fault::new("needs-another-key", at).with("value", "equity.cap_min")
            });
        }
    }

    fn phases(&mut self) {
        let scenario = self.scenario();
        if !scenario.phases.is_empty() && !scenario.phases.contains(&scenario.year) {
            let year = scenario.year.to_string();
            self.fault("phases", |at| {
                Fault::new("year-no-phase", at).with("value", year)
            });
        }
    }

    fn demand_scenarios(&mut self) {
        let scenario = self.scenario();
        let named = &scenario.demand_scenarios;
        if named.is_empty() {
            return;
        }
        let sum: f64 = named.iter().map(|row| row.probability).sum();
        if (sum - 1.0).abs() > SLACK {
            self.fault("demand_scenarios", |at| {
                Fault::new("probabilities", at).with("sum", sum)
            });
        }
        let mut seen = BTreeSet::new();
        for (at, row) in named.iter().enumerate() {
            let path = format!("demand_scenarios[{at}].name");
            let has_rows = self.draft.region.needs.iter();
            let has_rows = has_rows
                .map(|need| &need.scenario)
                .any(|it| *it == row.name);
            if !seen.insert(&row.name) {
                self.fault(&path, |at| {
                    Fault::new("scenario-twice", at).with("value", row.name.as_str())
                });
            } else if !has_rows {
                let at = At::file(FILE).line(line(self.lines, &path)).column(&path);
                let note = Fault::new("scenario-without-rows", at);
                self.log.note(note.with("value", row.name.as_str()));
            }
        }
        if !seen.contains(&scenario.demand_scenario) {
            let names: Vec<&str> = named.iter().map(|row| row.name.as_str()).collect();
            self.fault("demand_scenarios", |at| {
                Fault::new("main-scenario", at)
                    .with("value", scenario.demand_scenario.as_str())
                    .with("names", names.join(", "))
            });
        }
    }

    /// What is approved and cannot open any more counts as closed, and that is said.
    fn approved(&mut self) {
        let Some(change) = &self.scenario().least_change else {
            return;
        };
        let region = &self.draft.region;
        for row in &change.approved {
            let candidate = region.candidate(&row.candidate);
            if candidate.is_none() || region.service(&row.service).is_none() {
                let path = "least_change.plan";
                let at = At::file(FILE).line(line(self.lines, path)).column(path);
                let note = Fault::new("approved-gone", at);
                let note = note.with("candidate", row.candidate.as_str());
                self.log.note(note.with("service", row.service.as_str()));
            }
        }
    }

    /// Whoever travels from a home needs one home and one day service, and homes stand at
    /// places from which ways are known.
    fn homes(&mut self) {
        if !self.scenario().day_travel_from_home {
            return;
        }
        let region = &self.draft.region;
        let count = |services: &[ServiceId], delivery: Delivery| {
            let of = services.iter().filter_map(|id| region.service(id));
            of.filter(|row| row.delivery == delivery).count()
        };
        let bundles = region.bundles.iter().map(|row| (&row.services, row.line));
        let bundles = bundles.map(|row| ("bundles.csv", row));
        let moves = region.moves.iter().map(|row| (&row.services, row.line));
        let moves = moves.map(|row| ("moves.csv", row));
        let mut homes: BTreeSet<&ServiceId> = BTreeSet::new();
        for (file, (services, at)) in bundles.chain(moves) {
            let residential = count(services, Delivery::Residential);
            let day = count(services, Delivery::Centre);
            if residential == 0 || day == 0 {
                continue;
            }
            if residential > 1 || day > 1 {
                let at = At::file(file).line(at).column("services");
                self.log.fault(Fault::new("one-home-one-day", at));
            }
            let is_home = |id: &&ServiceId| {
                let service = region.service(id);
                service.is_some_and(|row| row.delivery == Delivery::Residential)
            };
            homes.extend(services.iter().filter(is_home));
        }
        // Great-circle ways are known from everywhere.
        if homes.is_empty() || (region.travel.is_empty() && !self.draft.has_roads) {
            return;
        }
        let gives = |site: &Site| {
            let mut offers = region.offers.iter();
            offers.any(|offer| offer.site == site.id && homes.contains(&offer.service))
        };
        let takes = |candidate: &Candidate| {
            let mut services = candidate.services.iter();
            candidate.services.is_empty() || services.any(|id| homes.contains(id))
        };
        let sites = region.sites.iter().filter(|row| row.place.is_none());
        let sites = sites.filter(|row| gives(row));
        let sites = sites.map(|row| ("sites.csv", row.line, row.id.as_str()));
        let candidates = region.candidates.iter().filter(|row| row.place.is_none());
        let candidates = candidates.filter(|row| takes(row));
        let candidates = candidates.map(|row| ("candidates.csv", row.line, row.id.as_str()));
        for (file, at, id) in sites.chain(candidates) {
            let at = At::file(file).line(at).column("place");
            self.log
                .fault(Fault::new("home-without-place", at).with("value", id));
        }
    }

    /// Pairs of switches that no formulation brings together yet.
    fn together(&mut self) {
        let scenario = self.scenario();
        let equity = scenario.equity.as_ref();
        let worst = equity.is_some_and(|equity| equity.worst().is_some());
        let change = scenario.least_change.as_ref();
        let fewest = change.is_some_and(|change| change.eur_per_change.is_none());
        let is_on = |services: &[ServiceId]| !services.is_empty();
        let clashing = [
            (
                "equity.worst_share",
                worst,
                "phases",
                !scenario.phases.is_empty(),
            ),
            (
                "equity.worst_share",
                worst,
                "demand_scenarios",
                !scenario.demand_scenarios.is_empty(),
            ),
            ("equity.worst_share", worst, "least_change.plan", fewest),
            (
                "day_travel_from_home",
                scenario.day_travel_from_home,
                "single_source",
                is_on(&scenario.single_source),
            ),
        ];
        for (one, _, other, _) in clashing.into_iter().filter(|clash| clash.1 && clash.3) {
            self.fault(one, |at| {
                Fault::new("switches-clash", at)
                    .with("one", one)
                    .with("other", other)
            });
        }
    }
}
