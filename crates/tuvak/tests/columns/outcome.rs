//! What comes of a package.

use crate::case::{Edit, package};
use calamine::{Data, Reader, Xlsx};
use domain::plan::{Explain, PlanOptions};
use domain::{Cents, Lang, Plan, Region};
use report::Edition;
use serde_json::Value;
use siting::solver::Control;
use std::io::Cursor;
use std::sync::OnceLock;

/// What comes of a package.
pub struct Outcome {
    /// Keys of the faults of the package, or why it has no plan.
    pub faults: Vec<String>,
    /// Keys of the notes of the package.
    pub notes: Vec<String>,
    /// The plan as JSON.
    pub plan: Value,
    /// The document's text, its workbook, maps and layers, in both languages.
    pub document: String,
}

impl Outcome {
    /// Cost a year, cents.
    pub fn objective(&self) -> i64 {
        let eur = self.plan["objective"].as_f64().unwrap();
        Cents::from_eur(eur).0
    }
}

/// Checks, plans and reports on the tiny region with some changes.
pub fn look(edits: &[Edit]) -> Outcome {
    let folder = package(edits);
    let checked = dataset::check(folder.path());
    let keys = |of: &[dataset::Fault]| of.iter().map(|fault| fault.what.key.clone()).collect();
    let mut outcome = Outcome {
        faults: keys(&checked.faults),
        notes: keys(&checked.notes),
        plan: Value::Null,
        document: String::new(),
    };
    let Some(mut region) = checked.region else {
        return outcome;
    };
    region.fingerprint.clear();
    match planned(&region) {
        Ok(plan) => {
            let plan = with_findings(plan, &region);
            outcome.document = document(&plan, &region);
            outcome.plan = serde_json::to_value(&plan).unwrap();
        }
        Err(why) => outcome.faults.push(why),
    }
    outcome
}

fn planned(region: &Region) -> Result<Plan, String> {
    let demand = demand::demand(region);
    let options = PlanOptions {
        gap: 0.0,
        time_limit_s: None,
        // Two phases are not proven in any time that a test may take; the plan is found at once.
        work_limit: Some(2_000),
        budget: None,
        explain: Explain::None,
    };
    let go_on = &mut |_, _| Control::Continue;
    let solver = siting::engine::Engine;
    planning::plan(
        region,
        &demand.points,
        &demand.notes,
        &options,
        1,
        &solver,
        go_on,
    )
    .map_err(|error| error.to_string())
}

fn with_findings(mut plan: Plan, region: &Region) -> Plan {
    plan.findings = rules::check(region, &plan, Some(approved()));
    plan
}

/// A plan approved earlier: the tiny region's, when everything cost twice as much.
fn approved() -> &'static Plan {
    static APPROVED: OnceLock<Plan> = OnceLock::new();
    APPROVED.get_or_init(|| {
        let region = dataset::check(package(&[]).path()).region.unwrap();
        let mut plan = planned(&region).unwrap();
        for measure in &mut plan.measures {
            measure.eligible = measure.eligible * 2;
        }
        plan
    })
}

fn document(plan: &Plan, region: &Region) -> String {
    let mut text = String::new();
    for lang in [Lang::Lv, Lang::En] {
        let files = report::typst(plan, region, lang, Edition::Internal).unwrap();
        for (_, content) in files.files {
            text.push_str(&String::from_utf8_lossy(&content));
        }
        text.push_str(&report::sites_geojson(
            plan,
            region,
            lang,
            Edition::Internal,
        ));
        text.push_str(&report::flows_geojson(plan, region, lang));
        let workbook = report::xlsx(plan, region, lang, Edition::Internal).unwrap();
        text.push_str(&cells(workbook));
    }
    text
}

/// The texts of a workbook, a line each.
fn cells(workbook: Vec<u8>) -> String {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    for (_, sheet) in workbook.worksheets() {
        for (_, _, cell) in sheet.used_cells() {
            if let Data::String(cell) = cell {
                text.push_str(cell);
                text.push('\n');
            }
        }
    }
    text
}
