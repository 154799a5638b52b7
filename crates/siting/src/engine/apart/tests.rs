use super::terms::Terms;
use super::*;
use crate::engine::Engine;
use crate::engine::search::search;
use crate::instance::{Ceiling, Demand, Opening, Window};
use crate::solver::{Control, SolveOptions, Solver};
use proptest::prelude::*;

const PROOF: SolveOptions = SolveOptions {
    gap: 0.0,
    time_limit_s: None,
    work_limit: None,
};

/// One site for two services of four people each: there is room for one of them.
fn one_roof() -> Instance {
    let mut instance = Instance {
        sites: vec![Site {
            openings: vec![Opening {
                fixed_cost: 100,
                payments: Vec::new(),
            }],
            max_places: Some(4),
        }],
        ..Instance::default()
    };
    for service in 0..2 {
        add_service(&mut instance, service, &[4], &[0], 50);
    }
    instance
}

/// People of a service, a facility at each of `sites` with four places for 10 cents, and arcs of no cost.
fn add_service(
    instance: &mut Instance,
    service: usize,
    people: &[u32],
    sites: &[usize],
    unmet: i64,
) {
    let first = instance.facilities.len();
    for &site in sites {
        let level = Level {
            places: 4,
            phase: 0,
            fixed_cost: 10 + service as i64,
            payments: vec![Payment {
                draws: instance
                    .ceilings
                    .iter()
                    .enumerate()
                    .map(|(at, _)| (at, 7))
                    .collect(),
                ..Payment::default()
            }],
            windows: vec![Window {
                min_load: 0,
                capacity: 4,
            }],
        };
        let levels = vec![level];
        instance.facilities.push(Facility {
            kind: FacilityKind::New { site, levels },
        });
    }
    for (at, &persons) in people.iter().enumerate() {
        let demand = instance.demands.len();
        instance.demands.push(Demand {
            persons,
            unmet_cost: Some(unmet),
            ..Demand::default()
        });
        for facility in first..instance.facilities.len() {
            instance.arcs.push(Arc {
                demand,
                facility,
                cost: ((at * 7 + facility * 5) % 11) as i64 * i64::from(sites.len() > 1),
                load: 1,
            });
        }
    }
}

fn bound(instance: &Instance, terms: &dyn Fn(&Problem<'_>) -> Terms) -> f64 {
    let problem = Problem::new(instance);
    let domain = problem.domain().expect("a domain");
    let apart = Apart::new(&problem, &domain).expect("several markets");
    let terms = terms(&problem);
    let mut bound = apart.unreached;
    for (most, price) in problem.ceilings.iter().zip(&terms.mu) {
        bound -= most * price;
    }
    for site in 0..problem.sites.len() {
        bound += apart.roof(site, &terms).0;
    }
    for market in 0..apart.markets.len() {
        let instance = apart.on_terms(market, &terms);
        let options = PROOF;
        let outcome = search(&instance, &options, None, &mut |_| Control::Continue);
        bound += outcome.expect("an answer").objective as f64;
    }
    bound
}

fn optimum(instance: &Instance) -> f64 {
    let outcome = Engine.solve(instance, &PROOF, None, &mut |_| Control::Continue);
    outcome.expect("an answer").objective as f64
}

/// By hand: on shares of 100 each both would open (110 + 111); if each pays 189 neither would by
/// itself (199 against 200, 200), and the roof that one of them may have is 89 too dear.
#[test]
fn terms_hold_apart_what_one_roof_cannot_hold() {
    let instance = one_roof();
    let paying = |cents: f64| {
        bound(&instance, &move |problem| Terms {
            opening: vec![cents; problem.facilities.len()],
            place: vec![0.0; problem.facilities.len()],
            mu: Vec::new(),
        })
    };
    assert_eq!(paying(100.0), 221.0);
    assert_eq!(paying(189.0), 199.0 + 200.0 - 89.0);
    assert_eq!(optimum(&instance), 310.0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_terms_promise_more_than_the_best_answer(
        people in prop::collection::vec(prop::collection::vec(1u32..6, 1..4), 2..4),
        openings in prop::collection::vec(0i64..60, 3),
        most in prop::collection::vec(prop::option::of(3u32..10), 3),
        ceiling in 5i64..40,
        unmet in 5i64..40,
        pays in prop::collection::vec(0.0f64..70.0, 18),
        mu in 0.0f64..3.0,
    ) {
        let mut instance = Instance { ceilings: vec![Ceiling { cents: ceiling }], ..Instance::default() };
        for (fixed_cost, max_places) in openings.into_iter().zip(most) {
            let openings = vec![Opening { fixed_cost, payments: Vec::new() }];
            instance.sites.push(Site { openings, max_places });
        }
        for (service, people) in people.iter().enumerate() {
            add_service(&mut instance, service, people, &[0, 1, 2], unmet);
        }
        instance.apart.push((0, 3));
        let on_terms = bound(&instance, &|problem| {
            let count = problem.facilities.len();
            Terms {
                opening: pays[..count].to_vec(),
                place: pays[count..2 * count].iter().map(|cents| cents / 20.0).collect(),
                mu: vec![mu],
            }
        });
        prop_assert!(on_terms <= optimum(&instance) + 1e-6);
    }
}
