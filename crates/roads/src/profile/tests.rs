//! Reading profiles.

use super::Profile;
use crate::error::Error;

fn fault(text: &str) -> String {
    Profile::from_toml(text, "own.toml").map_or_else(
        |e| e.to_string(),
        |p| panic!("{} is a good profile", p.name()),
    )
}

#[test]
fn every_builtin_profile_is_sound() {
    for name in Profile::builtin_names() {
        let profile = Profile::builtin(name).expect("a good profile");
        assert_eq!(profile.name(), *name);
        assert!(["car", "foot"].contains(&profile.vehicle()));
    }
}

#[test]
fn an_unknown_name_lists_the_known() {
    let error = Profile::named("bicycle")
        .expect_err("no such profile")
        .to_string();
    assert!(
        error.contains("car-lv") && error.contains("foot-frail"),
        "{error}"
    );
    assert!(matches!(
        Profile::named("no/such.toml"),
        Err(Error::Read { .. })
    ));
}

#[test]
fn unknown_keys_are_named() {
    let base = "name = \"own\"\nbase = \"car-lv\"\n";
    let text = fault(&format!("{base}speeds = 3\n"));
    assert!(
        text.starts_with("own.toml: ") && text.contains("speeds") && !text.contains('\n'),
        "{text}"
    );
    assert!(fault(&format!("{base}[turns]\nu_turn = 3\n")).contains("u_turn"));
    assert!(fault(&format!("{base}[speed]\nfactor = \"slow\"\n")).contains("factor"));
}

#[test]
fn values_that_cannot_be_are_named() {
    let base = "name = \"own\"\nbase = \"car-lv\"\n";
    assert!(fault(&format!("{base}[speed]\nfactor = 0\n")).contains("speed.factor"));
    assert!(
        fault(&format!("{base}[speed.caps.surface]\ngravel = -5\n"))
            .contains("speed.caps.surface.gravel")
    );
    assert!(
        fault(&format!("{base}[nodes]\nbarriers_closed = [\"gate\"]\n")).contains("barriers_open")
    );
    assert!(fault("name = \"own\"\nvehicle = \"car\"\n").contains("speed.kmh"));
    assert!(fault("name = \"own\"\nbase = \"bus\"\n").contains("bus"));
    assert!(fault("name = \n").contains("own.toml"));
}

#[test]
fn a_profile_takes_over_what_it_does_not_set() {
    let text = "name = \"slow\"\nbase = \"car-lv\"\n[speed]\nfactor = 0.5\n";
    let own = Profile::from_toml(text, "own.toml").expect("a good profile");
    let base = Profile::builtin("car-lv").expect("a good profile");
    assert_eq!(own.vehicle(), "car");
    assert_eq!(own.entry_kmh(), base.entry_kmh());
    assert_eq!(own.schema().turns.u_turn_s, base.schema().turns.u_turn_s);
    assert_eq!(
        Profile::builtin("car-osrm")
            .expect("a good profile")
            .entry_kmh(),
        None
    );
}

#[test]
fn the_fingerprint_is_of_the_rules_not_of_the_spelling() {
    let hash = |text: &str| {
        Profile::from_toml(text, "own.toml")
            .expect("a good profile")
            .hash()
    };
    let one = "name = \"own\"\nbase = \"car-lv\"\n[speed]\nfactor = 0.5\n[turns]\nu_turn_s = 3\n";
    let same = "# a comment\nbase = \"car-lv\"\nname = \"own\"\n\n[turns]\nu_turn_s = 3\n[speed]\nfactor = 0.5\n";
    let other = "name = \"own\"\nbase = \"car-lv\"\n[speed]\nfactor = 0.6\n[turns]\nu_turn_s = 3\n";
    assert_eq!(hash(one), hash(same));
    assert_ne!(hash(one), hash(other));
}

#[test]
fn the_way_to_the_road_is_walked_where_the_profile_says_so() {
    let ms = |name: &str| {
        Profile::builtin(name)
            .expect("a good profile")
            .entry_ms(80.0)
    };
    assert_eq!(
        [ms("car-osrm"), ms("car-lv"), ms("foot-frail")],
        [0, 60_000, 96_000]
    );
}
