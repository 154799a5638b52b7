//! The same numbers as PySAL access and the R package accessibility, on the
//! input of `recorded/`; its README says how their answers were recorded.

use reach::*;
use serde_json::Value;

const TOLERANCE: f64 = 1e-9;
const LIMIT_MIN: f64 = 60.0;

struct Input {
    need: Vec<f64>,
    supply: Vec<f64>,
    seconds: Seconds,
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    let numbers = value.as_array().unwrap().iter();
    numbers.map(|number| number.as_f64().unwrap()).collect()
}

fn input() -> (Value, Input) {
    let file = read(include_str!("recorded/input.json"));
    let minutes = file["minutes"].clone();
    let (need, supply) = (numbers(&file["need"]), numbers(&file["supply"]));
    let seconds = Seconds::new(need.len(), supply.len(), |place, site| {
        Some(60 * minutes[place][site].as_u64()? as u32)
    });
    let input = Input {
        need,
        supply,
        seconds,
    };
    (file, input)
}

impl Input {
    fn weights(&self, decay: Decay) -> Weights {
        Weights::new(&self.seconds, &decay)
    }

    fn two_step(&self, decay: Decay) -> Vec<f64> {
        two_step(&self.need, &self.supply, &self.weights(decay)).place_ratios
    }

    fn three_step(&self, decay: Decay) -> Vec<f64> {
        three_step(&self.need, &self.supply, &self.weights(decay)).place_ratios
    }

    fn balanced(&self, decay: Decay) -> Vec<f64> {
        balanced(&self.need, &self.supply, &self.weights(decay)).place_ratios
    }

    fn gravity(&self, decay: Decay) -> Vec<f64> {
        gravity(&self.supply, &self.weights(decay))
    }
}

/// Compares every recorded measure with ours, and sees that none is left out.
fn compare(recorded: &Value, ours: &[(&str, Vec<f64>)]) {
    let recorded = recorded["measures"].as_object().unwrap();
    let told: Vec<&str> = recorded.keys().map(String::as_str).collect();
    let compared: Vec<&str> = ours.iter().map(|(name, _)| *name).collect();
    assert_eq!(compared, told);
    for (name, ours) in ours {
        let theirs = numbers(&recorded[*name]);
        assert_eq!(ours.len(), theirs.len(), "{name}");
        for (place, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
            let apart = (ours - theirs).abs();
            assert!(
                apart < TOLERANCE,
                "{name}, place {place}: {ours}, recorded {theirs}"
            );
        }
    }
}

const GAUSSIAN: Decay = Decay::Gaussian { sigma_min: 20.0 };
const EXPONENTIAL: Decay = Decay::Exponential { per_min: 0.05 };

fn binary(limit_min: f64) -> Decay {
    Decay::Binary { limit_min }
}

/// The default weights of PySAL's 3SFCA.
fn four_zones() -> Decay {
    let zones = [(10.0, 0.962), (20.0, 0.704), (30.0, 0.377), (60.0, 0.042)];
    Decay::Step {
        zones: zones
            .map(|(to_min, weight)| Zone { to_min, weight })
            .to_vec(),
    }
}

#[test]
fn floating_catchments_are_those_of_pysal_access() {
    let (_, input) = input();
    let zones = || Decay::zones(LIMIT_MIN);
    compare(
        &read(include_str!("recorded/pysal-access.json")),
        &[
            ("2sfca, 60 minutes", input.two_step(binary(LIMIT_MIN))),
            (
                "e2sfca, zones 20 40 60, weights 1 0.68 0.22",
                e2sfca(&input.need, &input.supply, &input.seconds, LIMIT_MIN).place_ratios,
            ),
            ("e2sfca, gaussian sigma 20", input.two_step(GAUSSIAN)),
            (
                "3sfca, zones 20 40 60, weights 1 0.68 0.22",
                input.three_step(zones()),
            ),
            (
                "3sfca, zones 10 20 30 60, weights 0.962 0.704 0.377 0.042",
                input.three_step(four_zones()),
            ),
            ("3sfca, gaussian sigma 20", input.three_step(GAUSSIAN)),
            (
                "weighted catchment, gaussian sigma 20",
                input.gravity(GAUSSIAN),
            ),
            (
                "weighted catchment, 40 minutes",
                cumulative(&input.supply, &input.seconds, 40.0),
            ),
            (
                "weighted catchment, zones 20 40 60, weights 1 0.68 0.22",
                input.gravity(zones()),
            ),
        ],
    );
}

#[test]
fn measures_are_those_of_r_accessibility() {
    let (_, input) = input();
    let zones = || Decay::zones(LIMIT_MIN);
    let interval =
        |from, to, step| cumulative_interval(&input.supply, &input.seconds, from, to, step);
    let power = Decay::Power { exponent: 1.5 };
    let logistic = Decay::Logistic {
        median_min: 30.0,
        deviation_min: 10.0,
    };
    let minutes_to = |amount| {
        let ways = seconds_to(&input.supply, &input.seconds, amount);
        // The recording has no number where the amount is out of reach.
        let minutes = ways
            .iter()
            .map(|way| way.map_or(-1.0, |way| f64::from(way) / 60.0));
        minutes.collect::<Vec<_>>()
    };
    let mut recorded = read(include_str!("recorded/r-accessibility.json"));
    for measure in recorded["measures"].as_object_mut().unwrap().values_mut() {
        let places = measure.as_array_mut().unwrap().iter_mut();
        for place in places.filter(|place| place.is_null()) {
            *place = Value::from(-1);
        }
    }
    let by_minute = interval(30.0, 60.0, 1.0);
    compare(
        &recorded,
        &[
            (
                "cumulative cutoff, 40 minutes",
                cumulative(&input.supply, &input.seconds, 40.0),
            ),
            (
                "cumulative cutoff, 60 minutes",
                cumulative(&input.supply, &input.seconds, 60.0),
            ),
            ("cumulative interval 30 to 60 by 1, mean", by_minute.clone()),
            (
                "cumulative interval 30 to 60 by 1, mean, as integer",
                by_minute.iter().map(|mean| mean.trunc()).collect(),
            ),
            (
                "cumulative interval 15 to 45 by 5, mean",
                interval(15.0, 45.0, 5.0),
            ),
            ("gravity, exponential 0.05", input.gravity(EXPONENTIAL)),
            ("gravity, power 1.5", input.gravity(power)),
            ("gravity, binary 50", input.gravity(binary(50.0))),
            ("gravity, logistic 30 10", input.gravity(logistic)),
            (
                "gravity, zones 20 40 60, weights 1 0.68 0.22",
                input.gravity(zones()),
            ),
            ("2sfca, binary 60", input.two_step(binary(LIMIT_MIN))),
            ("2sfca, exponential 0.05", input.two_step(EXPONENTIAL)),
            ("bfca, binary 60", input.balanced(binary(LIMIT_MIN))),
            ("bfca, exponential 0.05", input.balanced(EXPONENTIAL)),
            (
                "bfca, zones 20 40 60, weights 1 0.68 0.22",
                input.balanced(zones()),
            ),
            ("cost to closest 1", minutes_to(1.0)),
            ("cost to closest 30", minutes_to(30.0)),
            ("cost to closest 70", minutes_to(70.0)),
        ],
    );
}

#[test]
fn inequality_is_that_of_r_accessibility() {
    let (file, _) = input();
    let [access, persons, income] = ["access", "persons", "income"].map(|key| numbers(&file[key]));
    let recorded = read(include_str!("recorded/r-accessibility.json"));
    let ours = [
        ("gini index", gini(&access, &persons)),
        ("palma ratio by income", palma(&access, &persons, &income)),
        (
            "concentration index, standard",
            concentration(&access, &persons, &income),
        ),
        ("theil t, total", theil(&access, &persons)),
    ];
    let recorded = recorded["inequality"].as_object().unwrap();
    assert_eq!(recorded.len(), ours.len());
    for (name, ours) in ours {
        let theirs = recorded[name].as_f64().unwrap();
        let ours = ours.unwrap();
        assert!(
            (ours - theirs).abs() < TOLERANCE,
            "{name}: {ours}, recorded {theirs}"
        );
    }
}

/// Where 40 % of the people do not end with a group, R takes whole groups (by
/// access it gives 2.745 here); we cut the group: 3.5, 10 and 6 of 19.5 over 40.
#[test]
fn the_palma_ratio_cuts_a_group_where_r_takes_it_whole() {
    let (file, _) = input();
    let [access, persons] = ["access", "persons"].map(|key| numbers(&file[key]));
    let palma = palma(&access, &persons, &access).unwrap();
    assert!((palma - 1.4 / (19.5 / 40.0)).abs() < TOLERANCE, "{palma}");
}
