//! Ceilings on building money: funds by payer and territory, and the budget.

use super::measures::Built;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::rates;
use crate::states::years;
use domain::{Cents, Message, Payer, Plan, TerritoryId};

pub fn check<'a>(facts: &Facts<'a>, plan: &Plan, built: &[Built<'a>]) -> Faults {
    let mut faults = Faults::default();
    for fund in in_force(facts) {
        let within = |one: &&Built<'a>| {
            let mut around = facts.around(&one.candidate.owner);
            fund.territory.is_none_or(|of| around.any(|id| id == of))
        };
        // What opens in a year is paid in that year.
        let drawn: i128 = built
            .iter()
            .filter(within)
            .map(|one| {
                let of_site = one.site_bill.capital(fund.payer);
                let of_places = one.bill.capital(fund.payer) - of_site;
                let in_year = |year: i32| fund.year.is_none_or(|of| of == year);
                let counts = |sum: i128, year: i32| if in_year(year) { sum } else { 0 };
                counts(of_places, one.year) + counts(of_site, one.site_year)
            })
            .sum();
        let territory = fund.territory.map_or("", TerritoryId::as_str);
        let whose = format!("{} {territory}", fund.payer.as_str());
        hold(&mut faults, whose.trim(), drawn, fund.ceiling);
    }
    let asked = plan.options.budget;
    let budget = asked.or(facts
        .region
        .scenario
        .budget_eur
        .map(|eur| Cents(rates::from_eur(eur))));
    let all: i128 = built.iter().map(|one| one.bill.capital_of_all()).sum();
    if let Some(budget) = budget {
        hold(&mut faults, "budget", all, budget);
    }
    faults.demand(budget == asked, "verify-budget-not-named", "options.budget");
    faults
}

fn hold(faults: &mut Faults, whose: &str, drawn: i128, ceiling: Cents) {
    if drawn > i128::from(ceiling.0) {
        faults.add(
            Message::new("verify-ceiling")
                .with("whose", whose)
                .with("stated", rates::cents(drawn).eur())
                .with("computed", ceiling.eur()),
        );
    }
}

struct Ceiling<'r> {
    payer: &'r Payer,
    territory: Option<&'r TerritoryId>,
    year: Option<i32>,
    ceiling: Cents,
}

/// The funds of the years in which measures may open, with the scenario's in their stead.
fn in_force<'r>(facts: &Facts<'r>) -> Vec<Ceiling<'r>> {
    let mut funds: Vec<Ceiling> = facts
        .region
        .funds
        .iter()
        .map(|row| Ceiling {
            payer: &row.payer,
            territory: row.territory.as_ref(),
            year: row.year,
            ceiling: row.ceiling,
        })
        .collect();
    for change in &facts.region.scenario.funds {
        let (payer, territory) = (&change.payer, change.territory.as_ref());
        let ceiling = Cents(rates::from_eur(change.ceiling_eur));
        let fund = Ceiling {
            payer,
            territory,
            year: change.year,
            ceiling,
        };
        let same = |row: &&mut Ceiling| {
            row.payer == payer && row.territory == territory && row.year == change.year
        };
        match funds.iter_mut().find(same) {
            Some(row) => *row = fund,
            None => funds.push(fund),
        }
    }
    let years = years(facts.region);
    funds.retain(|row| row.year.is_none_or(|year| years.contains(&year)));
    funds
}
