//! Answers as tables and sentences.

use super::sheet::{Cell, PLAN, Sheet, ends, in_words, plan};
use super::{Answer, chart};
use domain::plan::Opening;
use domain::{Cents, Message};
use planning::explore::*;
use serde_json::{Value, json};
use siting::answers::alternatives::Wanted;
use siting::solver::relative_gap;
use texts::Texts;

fn object<T: serde::Serialize>(answer: &T) -> Value {
    serde_json::to_value(answer).unwrap_or_else(|error| json!({ "error": error.to_string() }))
}

fn columns(first: &[&'static str]) -> Vec<&'static str> {
    [first, &PLAN].concat()
}

fn widest(gaps: impl Iterator<Item = f64>) -> f64 {
    gaps.fold(0.0, f64::max)
}

pub(super) fn frontier(texts: &Texts, answer: &Frontier) -> Answer {
    let row = |first: Cell, told: &Told| -> Vec<Cell> {
        std::iter::once(first)
            .chain(plan(told, &told.opens))
            .collect()
    };
    let by_budget = answer.by_budget.iter();
    let by_weight = answer.by_weight.iter();
    let mut sentences = vec![Message::new("explore-say-frontier")];
    if !answer.infeasible.is_empty() {
        let budgets = answer.infeasible.iter().map(|budget| texts.eur(*budget));
        let budgets: Vec<String> = budgets.collect();
        let message = Message::new("explore-say-infeasible");
        sentences.push(message.with("budgets", budgets.join("; ")));
    }
    let points = || answer.by_budget.iter().chain(&answer.by_weight);
    Answer {
        sheets: vec![
            Sheet {
                name: "frontier",
                columns: columns(&["budget"]),
                rows: by_budget
                    .map(|point| row(Cell::eur(point.budget), &point.plan))
                    .collect(),
            },
            Sheet {
                name: "weights",
                columns: columns(&["percent"]),
                rows: by_weight
                    .map(|point| row(point.percent.map_or(Cell::None, Cell::Count), &point.plan))
                    .collect(),
            },
        ],
        sentences,
        chart: chart::svg(texts, &answer.by_budget),
        object: object(answer),
        gap: widest(points().map(|point| point.plan.gap)),
        is_partial: answer.unanswered > 0,
    }
}

pub(super) fn alternatives(texts: &Texts, answer: &Alternatives, wanted: Wanted) -> Answer {
    let row = |(at, row): (usize, &Alternative)| -> Vec<Cell> {
        let cells = plan(&row.plan, &row.plan.opens);
        let first = std::iter::once(Cell::Count(at as i64 + 1));
        let besides = [&row.closes, &row.opens].map(|list| Cell::Text(in_words(list)));
        first.chain(cells).chain(besides).collect()
    };
    let end = Message::new(match answer.end {
        "count" => "explore-say-count",
        "no_more" => "explore-say-no-more",
        "too_costly" => "explore-say-too-costly",
        _ => "explore-say-stopped",
    });
    let differ = Message::new("explore-say-differ").with("differ", wanted.differ);
    let within = texts.number(wanted.within * 100.0, 1);
    Answer {
        sheets: vec![Sheet {
            name: "alternatives",
            columns: [&["number"][..], &PLAN, &["closes", "adds"]].concat(),
            rows: answer.plans.iter().enumerate().map(row).collect(),
        }],
        sentences: vec![differ, end.with("within", within)],
        chart: None,
        object: object(answer),
        gap: widest(answer.plans.iter().map(|row| row.plan.gap)),
        is_partial: answer.end == "stopped",
    }
}

pub(super) fn prices(texts: &Texts, answer: &Prices) -> Answer {
    let money = answer.money.iter().map(|row| -> Vec<Cell> {
        let whose = match (&row.payer, &row.territory) {
            (None, _) => texts.get("explore-budget"),
            (Some(payer), None) => payer.clone(),
            (Some(payer), Some(territory)) => format!("{payer} ({territory})"),
        };
        let first = [
            Cell::Text(whose),
            Cell::Eur(row.ceiling),
            Cell::Eur(row.drawn),
            Cell::Eur(row.up),
        ];
        let saved = ends(row.saved).into_iter();
        let lost = std::iter::once(Cell::Eur(row.down)).chain(ends(row.lost));
        first.into_iter().chain(saved).chain(lost).collect()
    });
    let standards = answer.standards.iter().flat_map(|row| {
        let steps = [(true, &row.tighter), (false, &row.looser)];
        steps.into_iter().filter_map(move |(is_tighter, step)| {
            let step = step.as_ref()?;
            let which = match row.standard {
                Standard::Standard => "explore-standard",
                Standard::Limit => "explore-limit",
            };
            let (least, most) = (step.difference.least, step.difference.most);
            let (low, high) = match is_tighter {
                true => (least, most),
                false => (Cents(-most.0), Cents(-least.0)),
            };
            let fewer = step.plan.unmet as i64 - answer.plan.unmet as i64;
            Some(vec![
                Cell::Text(row.service.as_str().to_owned()),
                Cell::Text(texts.get(which)),
                Cell::Number(row.minutes, 0),
                Cell::Number(step.minutes, 0),
                Cell::Eur(low),
                Cell::Eur(high),
                Cell::Count(fewer),
                Cell::Number(step.plan.gap * 100.0, 3),
            ])
        })
    });
    let mut sentences = vec![Message::new("explore-say-prices")];
    let short = answer
        .money
        .iter()
        .filter(|row| row.no_plan_with_less)
        .count();
    if short > 0 {
        sentences.push(Message::new("explore-say-no-plan-with-less").with("ceilings", short));
    }
    let steps = || {
        let rows = answer.standards.iter();
        rows.flat_map(|row| row.tighter.iter().chain(&row.looser))
    };
    Answer {
        sheets: vec![
            Sheet {
                name: "money",
                columns: vec![
                    "ceiling-of",
                    "ceiling",
                    "drawn",
                    "up",
                    "saved-least",
                    "saved-most",
                    "down",
                    "lost-least",
                    "lost-most",
                ],
                rows: money.collect(),
            },
            Sheet {
                name: "standards",
                columns: vec![
                    "service",
                    "standard",
                    "minutes-now",
                    "minutes-then",
                    "more-least",
                    "more-most",
                    "unmet-more",
                    "gap",
                ],
                rows: standards.collect(),
            },
        ],
        sentences,
        chart: None,
        object: object(answer),
        gap: widest(steps().map(|step| step.plan.gap)).max(answer.plan.gap),
        is_partial: answer.unanswered > 0,
    }
}

pub(super) fn repair(texts: &Texts, answer: &Repair, without: &str) -> Answer {
    let rows = [
        ("lost", &answer.lost),
        ("closed", &answer.closes),
        ("opened", &answer.opens),
    ];
    let row = |(what, list): (&str, &Vec<Opening>)| {
        let what = texts.get(&format!("explore-{what}"));
        let list = list.iter();
        list.map(move |row| {
            vec![
                Cell::Text(what.clone()),
                Cell::Text(in_words(std::slice::from_ref(row))),
            ]
        })
        .collect::<Vec<_>>()
    };
    let is_proven = answer.changes == answer.changes_least;
    let changes = Message::new(match is_proven {
        true => "explore-say-changes-proven",
        false => "explore-say-changes",
    });
    let told = Message::new("explore-say-repair")
        .with("site", without)
        .with("before", texts.eur(answer.before))
        .with("cost", texts.eur(answer.plan.cost))
        .with("gap", texts.number(answer.plan.gap * 100.0, 3))
        .with("unmet", answer.plan.unmet);
    let changes = changes
        .with("changes", answer.changes)
        .with("least", answer.changes_least);
    Answer {
        sheets: vec![Sheet {
            name: "repair",
            columns: vec!["what", "measure"],
            rows: rows.into_iter().flat_map(row).collect(),
        }],
        sentences: vec![told, changes],
        chart: None,
        object: object(answer),
        gap: answer.plan.gap,
        is_partial: !is_proven,
    }
}

pub(super) fn scenarios(texts: &Texts, answer: &Scenarios) -> Answer {
    let row = |row: &InScenario| {
        vec![
            Cell::Text(row.name.clone()),
            Cell::Number(row.share * 100.0, 1),
            Cell::Eur(row.cost),
            Cell::Count(row.people as i64),
            Cell::Count(row.unmet as i64),
        ]
    };
    let range = |key: &str, range: Range| {
        Message::new(key)
            .with("least", texts.eur(range.least))
            .with("most", texts.eur(range.most))
    };
    let mut sentences = vec![
        Message::new("explore-say-opens").with("opens", in_words(&answer.opens)),
        range("explore-say-expected", answer.expected).with("worst", texts.eur(answer.worst_tenth)),
    ];
    if let Some(value) = answer.value_of_planning {
        sentences.push(range("explore-say-planning", value));
    } else if answer.mean_breaks {
        sentences.push(Message::new("explore-say-mean-breaks"));
    }
    if let Some(value) = answer.value_of_knowing {
        sentences.push(range("explore-say-knowing", value));
    }
    let is_told = answer.value_of_planning.is_some() || answer.mean_breaks;
    Answer {
        sheets: vec![Sheet {
            name: "scenarios",
            columns: vec!["scenario", "share", "cost", "people", "unmet"],
            rows: answer.scenarios.iter().map(row).collect(),
        }],
        sentences,
        chart: None,
        object: object(answer),
        gap: relative_gap(answer.expected.most.0, answer.expected.least.0),
        is_partial: !is_told || answer.value_of_knowing.is_none(),
    }
}
