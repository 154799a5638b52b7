//! Ten thousand changes of certificates: none is accepted with a claim above the optimum.

mod common;
#[path = "../../siting/tests/common/enumerate.rs"]
mod enumerate;

use certificate::check;
use common::Case;
use common::random::dice::Dice;
use common::random::{Variant, random_instance};
use enumerate::optimum;
use serde_json::json;

const CASES: u64 = 40;
const CHANGES: usize = 250;

/// A certificate with one thing changed: a number, a line, a word.
fn changed(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let (one, other) = (
        dice.count(0, lines.len() - 1),
        dice.count(0, lines.len() - 1),
    );
    match dice.count(0, 9) {
        0 => drop(lines.remove(one)),
        1 => lines.insert(other, lines[one].clone()),
        2 => lines.swap(one, other),
        3 => lines[one] = "{}".to_owned(),
        _ => {
            let line = &mut lines[one];
            let digits: Vec<usize> = line
                .char_indices()
                .filter(|(_, letter)| letter.is_ascii_digit())
                .map(|(at, _)| at)
                .collect();
            if digits.is_empty() {
                return changed(text, dice);
            }
            let at = digits[dice.count(0, digits.len() - 1)];
            let digit = dice.pick(0, 9).to_string();
            match dice.count(0, 3) {
                0 => line.insert_str(at, &digit),
                1 => drop(line.remove(at)),
                2 => line.insert(at, '-'),
                _ => line.replace_range(at..=at, &digit),
            }
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn no_change_makes_a_claim_above_the_optimum_accepted() {
    let (mut accepted, mut refused) = (0, 0);
    for seed in 0..CASES {
        let variant = Variant::ALL[seed as usize % Variant::ALL.len()];
        let case = Case::new(random_instance(seed, variant));
        let best = optimum(&case.instance);
        let mut dice = Dice(seed ^ 0x7a);
        let mut tree = case.tree(&mut dice, 2);
        case.improve(&mut tree, &mut dice, 100);
        // As much as it proves, so that less is too little.
        tree.header["bound"] = json!(case.check(&tree).unwrap().proven);
        let text = tree.text();
        for _ in 0..CHANGES {
            let text = changed(&text, &mut dice);
            match check(case.json.as_bytes(), text.as_bytes()) {
                Err(_) => refused += 1,
                Ok(verdict) => {
                    accepted += 1;
                    let most = best;
                    assert!(
                        most.is_none_or(|most| verdict.bound.is_some_and(|bound| bound <= most)),
                        "{variant:?} {seed}: {:?} > {most:?}\n{}{text}",
                        verdict.bound,
                        case.json
                    );
                }
            }
        }
    }
    assert_eq!(accepted + refused, 10_000);
    assert!(refused > 6_000, "{refused} of 10000 refused");
}

#[test]
fn any_other_instance_is_refused() {
    for seed in 0..50 {
        let case = Case::new(random_instance(seed, Variant::Everything));
        let mut dice = Dice(seed);
        let text = case.tree(&mut dice, 1).text();
        let json = changed(&case.json, &mut dice);
        if json != case.json {
            assert!(check(json.as_bytes(), text.as_bytes()).is_err());
        }
    }
}
