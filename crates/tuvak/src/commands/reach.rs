//! `tuvak reach DIR`: who reaches which service, today or with a plan.

use super::{End, read_package, read_plan};
use crate::say::Voice;
use crate::table::table;
use domain::{Message, Region, ServiceId};
use reach::{Access, Equity, GeneralReach, GravityDecay, Opportunities, Reach, ServiceReach};
use serde_json::json;
use std::path::Path;

/// What stands where there is no number.
const NOTHING: &str = "–";

/// Tells access by service and target group and of the residents to general
/// services, the measures and their equity, places with none, and duplicates.
pub fn run(voice: &Voice, dir: &Path, plan: Option<&Path>) -> Result<End, End> {
    let region = read_package(voice, dir)?;
    let plan = plan.map(|file| read_plan(voice, file)).transpose()?;
    let points = demand::demand(&region).points;
    let reach = match &plan {
        Some(plan) => reach::reach_after(&region, &points, plan),
        None => reach::reach(&region, &points),
    };
    if !reach.measured {
        voice.text(&voice.texts.get("cli-fallback"));
    }
    let told = Told {
        voice,
        region: &region,
        reach: &reach,
    };
    told.access();
    told.measures();
    told.equity();
    told.places_without();
    told.duplicates();
    voice.object(&json!(reach));
    Ok(End::Done)
}

/// The answer, and in which words it is told.
struct Told<'a> {
    voice: &'a Voice,
    region: &'a Region,
    reach: &'a Reach,
}

impl Told<'_> {
    /// Minutes, shares and the ratio by service and target group.
    fn access(&self) {
        let texts = &self.voice.texts;
        let mut rows = Vec::new();
        for service in &self.reach.services {
            for group in &service.target_groups {
                let (name, access) = (self.service(&service.service), &group.access);
                rows.push(self.access_row(name, group.target_group.to_string(), access));
            }
        }
        for general in &self.reach.general.kinds {
            let all = &general.all;
            let nearest = all.nearest;
            rows.push(vec![
                self.general(general),
                texts.get("cli-reach-residents"),
                texts.number(f64::from(all.residents), 0),
                self.number(nearest.map(|nearest| nearest.mean), 1),
                self.number(nearest.map(|nearest| nearest.worst), 1),
                texts.number(all.within_standard * 100.0, 0),
                texts.number(all.within_limit * 100.0, 0),
                NOTHING.to_owned(),
            ]);
        }
        let columns = [
            "service", "group", "persons", "nearest", "worst", "standard", "limit", "ratio",
        ];
        self.voice.text(&table(&self.head(&columns), &rows));
        let general = &self.reach.general;
        if general.kinds.is_empty() {
            return;
        }
        let assumed = Message::new("cli-reach-general")
            .with("profile", general.profile.as_str())
            .with("standard", general.standard_min)
            .with("limit", general.limit_min);
        self.voice.text(&texts.say(&assumed));
        if self.reach.measured && !general.measured {
            self.voice.text(&texts.get("cli-reach-general-fallback"));
        }
        if general.places_unknown > 0 {
            let unknown = Message::new("cli-reach-unknown").with("places", general.places_unknown);
            self.voice.text(&texts.say(&unknown));
        }
    }

    fn access_row(&self, service: String, group: String, access: &Access) -> Vec<String> {
        let texts = &self.voice.texts;
        vec![
            service,
            group,
            access.persons.to_string(),
            self.number(access.nearest.map(|nearest| nearest.mean), 1),
            self.number(access.nearest.map(|nearest| nearest.worst), 1),
            texts.number(access.within_standard * 100.0, 0),
            texts.number(access.within_limit * 100.0, 0),
            texts.number(access.ratio, 3),
        ]
    }

    /// How free capacity is shared, and what is within reach.
    fn measures(&self) {
        let texts = &self.voice.texts;
        let shared = |service: &ServiceReach| {
            let by = &service.sharing;
            let mut cells: Vec<String> = [
                service.all.ratio,
                by.modified_two_step,
                by.three_step,
                by.balanced,
            ]
            .iter()
            .map(|ratio| texts.number(*ratio, 3))
            .collect();
            cells.push(texts.number(by.covered * 100.0, 0));
            cells
        };
        let services = self.given().map(|service| {
            let reached = self.reached(&service.opportunities, &service.decay);
            [
                vec![self.service(&service.service)],
                shared(service),
                reached,
            ]
            .concat()
        });
        let general = self.general_given().map(|general| {
            let reached = self.reached(&general.opportunities, &general.decay);
            let shared = vec![NOTHING.to_owned(); 5];
            [vec![self.general(general)], shared, reached].concat()
        });
        let rows: Vec<_> = services.chain(general).collect();
        let columns = [
            "service",
            "ratio",
            "modified",
            "three-step",
            "balanced",
            "covered",
            "second",
            "reachable",
            "interval",
            "gravity",
            "decay",
        ];
        self.section(
            "cli-reach-measures",
            &columns,
            &rows,
            "cli-reach-measures-note",
        );
    }

    fn reached(&self, reached: &Opportunities, decay: &GravityDecay) -> Vec<String> {
        let texts = &self.voice.texts;
        // The minute at which a site counts half; a fitted decay has six decimals.
        let half = (0..=24 * 60).find(|minutes| decay.decay.weight(60 * minutes) < 0.5001);
        let half = self.number(half.map(f64::from), 0);
        vec![
            self.number(reached.second_nearest, 1),
            texts.number(reached.cumulative, 1),
            texts.number(reached.cumulative_interval, 1),
            texts.number(reached.gravity, 1),
            match decay.fit {
                Some(_) => half,
                None => format!("({half})"),
            },
        ]
    }

    /// How evenly access is spread over municipalities.
    fn equity(&self) {
        let row = |name: String, equity: &Equity, decimals: usize| {
            let mut cells = vec![
                name,
                equity.municipalities.to_string(),
                self.number(equity.lowest, decimals),
                self.number(equity.highest, decimals),
            ];
            let indices = [
                equity.gini,
                equity.palma,
                equity.concentration,
                equity.theil,
            ];
            cells.extend(indices.map(|index| self.number(index, 3)));
            cells
        };
        let services = self
            .given()
            .map(|service| row(self.service(&service.service), &service.equity, 3));
        let general = self
            .general_given()
            .map(|general| row(self.general(general), &general.equity, 1));
        let rows: Vec<_> = services.chain(general).collect();
        let columns = [
            "service",
            "municipalities",
            "lowest",
            "highest",
            "gini",
            "palma",
            "concentration",
            "theil",
        ];
        self.section("cli-reach-equity", &columns, &rows, "cli-reach-equity-note");
    }

    fn places_without(&self) {
        let services = self.reach.services.iter();
        let with_none = services.filter(|service| !service.places_without.is_empty());
        let lines = with_none.map(|service| {
            let name = |id| {
                let place = self.region.place(id);
                place.map_or(id.as_str(), |place| place.name.as_str())
            };
            let places: Vec<&str> = service.places_without.iter().map(name).collect();
            format!(
                "  {} ({}): {}",
                self.service(&service.service),
                places.len(),
                places.join(", ")
            )
        });
        self.list("cli-places-with-none", &lines.collect::<Vec<_>>());
    }

    fn duplicates(&self) {
        let duplicates = self.reach.services.iter().flat_map(|service| {
            service.duplicates.iter().map(|pair| {
                self.voice.texts.say(
                    &Message::new("cli-duplicate")
                        .with("service", self.service(&service.service))
                        .with("first", self.region.site_name(&pair.sites[0]))
                        .with("second", self.region.site_name(&pair.sites[1]))
                        .with("minutes", pair.minutes)
                        .with("need", pair.need)
                        .with("larger", pair.larger),
                )
            })
        });
        self.list("cli-duplicates", &duplicates.collect::<Vec<_>>());
    }

    /// Services that somebody needs and some site gives: of the others there is
    /// nothing to measure.
    fn given(&self) -> impl Iterator<Item = &ServiceReach> {
        let services = self.reach.services.iter();
        services.filter(|service| service.all.persons > 0 && !service.sites.is_empty())
    }

    /// Kinds of general services of which there is one.
    fn general_given(&self) -> impl Iterator<Item = &GeneralReach> {
        let kinds = self.reach.general.kinds.iter();
        kinds.filter(|general| general.services > 0)
    }

    fn service(&self, id: &ServiceId) -> String {
        let lang = self.voice.texts.lang();
        let service = self.region.service(id);
        service.map_or_else(|| id.to_string(), |service| service.name(lang).to_owned())
    }

    fn general(&self, general: &GeneralReach) -> String {
        self.voice
            .texts
            .get(&format!("report-general-{}", general.kind))
    }

    fn number(&self, value: Option<f64>, decimals: usize) -> String {
        let said = |value| self.voice.texts.number(value, decimals);
        value.map_or_else(|| NOTHING.to_owned(), said)
    }

    fn head(&self, columns: &[&str]) -> Vec<String> {
        let key = |column: &&str| format!("cli-column-{column}");
        columns
            .iter()
            .map(|column| self.voice.texts.get(&key(column)))
            .collect()
    }

    fn section(&self, heading: &str, columns: &[&str], rows: &[Vec<String>], note: &str) {
        if rows.is_empty() {
            return;
        }
        let texts = &self.voice.texts;
        self.voice.text(&format!("\n{}", texts.get(heading)));
        self.voice.text(&table(&self.head(columns), rows));
        self.voice.text(&texts.get(note));
    }

    fn list(&self, heading: &str, lines: &[String]) {
        if !lines.is_empty() {
            self.voice
                .text(&format!("\n{}", self.voice.texts.get(heading)));
            for line in lines {
                self.voice.text(line);
            }
        }
    }
}
