//! Wishes: met or not, and the money asked for.

use super::measures::Built;
use super::same_rows;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::rates;
use domain::{Payer, Plan, Stance};

pub fn check(facts: &Facts, plan: &Plan, built: &[Built]) -> Faults {
    let mut faults = Faults::default();
    let wishes = &facts.region.wishes;
    same_rows(&mut faults, "wishes", plan.wishes.len(), wishes.len());
    for (row, wish) in plan.wishes.iter().zip(wishes) {
        let whose = format!("{} {}", wish.territory, wish.service);
        let council = facts.council(&wish.territory);
        let measures = || built.iter().filter(|one| one.row.service == wish.service);
        let opens = measures().any(|one| {
            let candidate = one.candidate;
            facts.council(&candidate.host) == council || facts.council(&candidate.owner) == council
        });
        let met = match wish.stance {
            Stance::Wants => opens,
            Stance::Refuses => !opens,
            Stance::Accepts => true,
        };
        let payer = Payer::Municipality(council.clone());
        let asked: i128 = measures().map(|one| one.bill.capital(&payer)).sum();
        faults.same(
            &whose,
            "wishes.territory",
            row.territory.as_str(),
            wish.territory.as_str(),
        );
        faults.same(
            &whose,
            "wishes.service",
            row.service.as_str(),
            wish.service.as_str(),
        );
        faults.same(
            &whose,
            "wishes.stance",
            row.stance.as_str(),
            wish.stance.as_str(),
        );
        faults.same(&whose, "wishes.met", row.met, met);
        faults.same(&whose, "wishes.own_money", row.own_money, wish.own_money);
        faults.same(&whose, "wishes.asked", row.asked, rates::cents(asked));
    }
    faults
}
