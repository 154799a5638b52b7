//! `candidates.csv`: one building in each unit, in which anything may open. All
//! of it is invented.

use super::line;
use super::units::{Country, Unit};

/// The text of the file.
pub fn to_csv(country: &Country) -> String {
    let mut text =
        "id,name,place,host,owner,site_capital_eur,capital_factor,max_places,source\n".to_owned();
    for unit in &country.units {
        let municipality = country.municipality(unit);
        let name = format!("{}: ēka", unit.name);
        let (factor, places) = (capital_factor(unit), max_places(unit).to_string());
        text += &line(&[
            &format!("B-{}", unit.id),
            &name,
            &unit.id,
            &municipality.id,
            &municipality.id,
            "25120.00",
            &factor,
            &places,
            "invented: a building in this unit, its state (capital_factor) drawn, its room by the unit's residents; site money as in the example Kurzeme",
        ]);
    }
    text
}

/// Room for a large day centre in a city, for two services in a town, for one elsewhere.
fn max_places(unit: &Unit) -> u32 {
    match unit.residents {
        20_000.. => 60,
        1_000.. => 32,
        _ => 16,
    }
}

/// From 0.80 to 1.24: cheaper where a building needs little, dearer where much.
/// Drawn from the unit's code by the generator SplitMix64 (Steele, Lea, Flood 2014).
fn capital_factor(unit: &Unit) -> String {
    let seed = unit.id.bytes().fold(2020_u64, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add(u64::from(byte))
    });
    let mut mixed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    let hundredths = 80 + (mixed ^ (mixed >> 31)) % 45;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
