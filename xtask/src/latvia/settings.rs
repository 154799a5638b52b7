//! What is not a table of rows by unit: services, schemes, funds, head, scenario.

use super::line;
use super::units::Country;
use std::fs;
use std::path::Path;

/// EU and state money for building in Kurzeme, EUR (`funds.csv` of the example).
const KURZEME: [(&str, u64); 2] = [("eu", 6_205_000), ("state", 273_750)];
/// Residents of Kurzeme.
const KURZEME_RESIDENTS: u64 = 237_407;

const SCHEMES: &str = "\
id,services,partners_only,eligible_share,eu,state,municipality,running_until_year
erdf_9311,DAC_GRT|WORKSHOP|GROUP_HOME_CARE|GROUP_HOME|REHAB_FT|DAC_FT|FAMILY_LIKE,true,1,0.85,0.0375,0.1125,
state_829,GROUP_HOME_CARE|GROUP_HOME,false,1,0,0.5,0.5,
own,HOME_CARE|CHILD_CARE|RESPITE_FT,false,0,0,0,1,
";

const HEAD: &str = r#"id = "latvia"
name_lv = "Latvija"
name_en = "Latvia"
currency = "EUR"
plan_years = [2018, 2020]
extent = [55.6, 20.8, 58.2, 28.4]
notice = { lv = "Ģenerēti dati mērījumiem: ēkas ir izdomātas, vajadzības atvasinātas no piemēra “Kurzeme” pēc iedzīvotāju skaita. Šis nav valsts plāns.", en = "Generated data to measure on: buildings are invented, needs derived from the example Kurzeme by population. This is not a plan for the country." }

[sources]
territories = "CSB, territorial units 2018 and 2024 (data.gov.lv, dataset robezas, CC0 1.0): units of 2024 in the municipality of 2018 that holds most of their area"
places = "derived: points and estimates by unit (GeoNames, Who's On First, Eurostat, CC BY 4.0)"
population = "Eurostat LAU list 2020 (CC BY 4.0)"
partners = "derived: 115 of 119 municipalities took part; the others as reported"
services = "examples/kurzeme/services.csv, with the sources of its rows"
needs = "derived: totals of the example Kurzeme by population"
candidates = "invented"
schemes = "erdf_9311 as in the example Kurzeme; state_829: half of what a group home costs to make (Cabinet Regulation 829)"
funds = "derived: the EU's and the state's part of Kurzeme's indicative 7.3 million EUR, by population"

"#;

/// The files: name and text.
///
/// # Errors
/// Says which file of the example cannot be read.
pub fn write(
    kurzeme: &Path,
    country: &Country,
    times: u32,
) -> Result<[(&'static str, String); 5], String> {
    let read = |name: &str| {
        let path = kurzeme.join(name);
        fs::read_to_string(&path)
            .map_err(|error| format!("cannot read {}: {error}", path.display()))
    };
    let region = read("region.toml")?;
    let assumptions = region
        .find("[[assumptions]]")
        .map_or("", |at| &region[at..]);
    Ok([
        ("services.csv", read("services.csv")?),
        ("schemes.csv", SCHEMES.to_owned()),
        ("funds.csv", funds(country, times)),
        ("region.toml", format!("{HEAD}{assumptions}")),
        ("scenario.toml", scenario(&read("scenario.toml")?)?),
    ])
}

fn funds(country: &Country, times: u32) -> String {
    let mut text = "payer,territory,year,ceiling_eur\n".to_owned();
    for (payer, eur) in KURZEME {
        let eur = eur * u64::from(times) * country.residents() / KURZEME_RESIDENTS;
        text += &line(&[payer, "", "", &format!("{eur}.00")]);
    }
    text
}

/// Kurzeme's scenario without its budget: the two funds limit the money.
fn scenario(kurzeme: &str) -> Result<String, String> {
    let mut scenario: toml::Table =
        toml::from_str(kurzeme).map_err(|error| format!("scenario.toml: {error}"))?;
    scenario.remove("budget_eur");
    toml::to_string(&scenario).map_err(|error| format!("scenario.toml: {error}"))
}
