//! The document becomes an accessible PDF in both languages and editions.

mod common;

use common::{plan, published, region};
use domain::{Lang, Message, Plan, Region};
use report::{Edition, typst};

fn pdf(plan: &Plan, region: &Region, lang: Lang, edition: Edition) -> Vec<u8> {
    let document = typst(plan, region, lang, edition).unwrap();
    typeset::pdf(&document.source, &document.files, &document.ident).unwrap()
}

#[test]
fn every_language_and_edition_is_accessible_and_repeatable() {
    let region = region();
    let plan = plan(&region);
    let (public_plan, public_region) = published(plan.clone(), region.clone());
    for lang in [Lang::Lv, Lang::En] {
        for (edition, plan, region) in [
            (Edition::Internal, &plan, &region),
            (Edition::Public, &public_plan, &public_region),
        ] {
            let bytes = pdf(plan, region, lang, edition);
            assert!(bytes.starts_with(b"%PDF-1.7"));
            assert!(
                bytes == pdf(plan, region, lang, edition),
                "another run gives other bytes"
            );
            // For looking at the pages: REPORT_PDF=folder cargo test -p report --test pdf
            if let Ok(folder) = std::env::var("REPORT_PDF") {
                std::fs::write(format!("{folder}/plan-{lang:?}-{edition:?}.pdf"), bytes).unwrap();
            }
        }
    }
}

#[test]
fn hostile_text_is_text() {
    let hostile = "#panic(\"x\") $a$ *b* _c_ `d` <e> @f \\ // & ]]> \u{0} = g \"h\" 'i' {j} [k]";
    let mut region = region();
    for row in &mut region.candidates {
        row.name = hostile.to_owned();
    }
    for row in &mut region.territories {
        row.name_lv = hostile.to_owned();
    }
    region.info.about[0].lv = hostile.to_owned();
    region.info.sources[0].1 = hostile.to_owned();
    let mut plan = plan(&region);
    plan.region.name_lv = hostile.to_owned();
    plan.findings[0].message = Message::new(hostile);
    assert!(!pdf(&plan, &region, Lang::Lv, Edition::Internal).is_empty());
}

#[test]
fn a_plan_of_nothing_is_still_a_document() {
    let mut region = region();
    region.boundaries.clear();
    region.offers.clear();
    region.sites.clear();
    region.candidates.clear();
    region.institutions.clear();
    let mut empty = plan(&common::region());
    empty.measures.clear();
    empty.assignments.clear();
    empty.offers.clear();
    empty.services.clear();
    empty.municipalities.clear();
    empty.rejected.clear();
    assert!(!pdf(&empty, &region, Lang::Lv, Edition::Internal).is_empty());
}
