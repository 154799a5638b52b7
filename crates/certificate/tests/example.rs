//! The example of `docs/certificate.md`, and what is refused.

use certificate::{Refusal, check, fingerprint};

const INSTANCE: &str = r#"{
"schema":"tuvak-siting-instance/1",
"demands":[{"persons":3,"unmet_cost":10},{"persons":2,"unmet_cost":10}],
"sites":[{},{}],
"facilities":[
{"site":0,"levels":[{"windows":[[0,4]],"fixed_cost":6}]},
{"site":1,"levels":[{"windows":[[0,5]],"fixed_cost":8}]}],
"arcs":[[0,0,1,1],[0,1,4,1],[1,0,3,1],[1,1,1,1]]}
"#;

const TREE: &str = r#"{"split":{"site":1}}
{"lambda":[[0,6],[1,6]]}
{"lambda":[[0,20],[1,20]]}
"#;

fn certificate(fields: &str, tree: &str) -> String {
    let instance = fingerprint(INSTANCE.as_bytes());
    format!(
        "{{\"schema\":\"tuvak-certificate/1\",\"instance\":\"{instance}\",\"scale\":2{fields}}}\n{tree}"
    )
}

fn refusal(fields: &str, tree: &str) -> Refusal {
    check(INSTANCE.as_bytes(), certificate(fields, tree).as_bytes()).unwrap_err()
}

#[test]
fn the_example_proves_what_it_claims() {
    let told = certificate(",\"bound\":19", TREE);
    let verdict = check(INSTANCE.as_bytes(), told.as_bytes()).unwrap();
    assert_eq!(
        (verdict.bound, verdict.proven, verdict.nodes),
        (Some(19), Some(19), 3)
    );
}

#[test]
fn a_claim_above_the_least_leaf_is_refused() {
    let refusal = refusal(",\"bound\":20", TREE);
    assert!(matches!(refusal, Refusal::Claim(Some(20), Some(19))));
}

#[test]
fn what_is_possible_is_not_shown_to_be_impossible() {
    let refusal = refusal(",\"bound\":null", TREE);
    assert!(matches!(refusal, Refusal::Claim(None, Some(19))));
}

#[test]
fn a_fixing_is_a_leaf_on_the_way() {
    // Site 1 opens, for else it costs 22: the node goes on with what opens it.
    let tree = "{\"lambda\":[[0,6],[1,6]],\"fix\":[{\"shut\":1}]}\n";
    let told = certificate(",\"bound\":15", tree);
    let verdict = check(INSTANCE.as_bytes(), told.as_bytes()).unwrap();
    assert_eq!((verdict.proven, verdict.nodes), (Some(15), 1));
}

#[test]
fn a_dropped_child_is_missed() {
    let (first, _) = TREE.trim_end().rsplit_once('\n').unwrap();
    let refusal = refusal(",\"bound\":19", &format!("{first}\n"));
    assert!(matches!(refusal, Refusal::Json(error) if error.is_eof()));
}

#[test]
fn a_node_too_many_is_refused() {
    let refusal = refusal(",\"bound\":19", &format!("{TREE}{{}}\n"));
    assert!(matches!(refusal, Refusal::Json(_)));
}

#[test]
fn another_instance_is_refused() {
    let other = INSTANCE.replace("\"fixed_cost\":8", "\"fixed_cost\":9");
    let told = certificate(",\"bound\":19", TREE);
    let refusal = check(other.as_bytes(), told.as_bytes()).unwrap_err();
    assert!(matches!(refusal, Refusal::Fingerprint(..)));
}

#[test]
fn multipliers_of_nothing_and_of_the_wrong_sign_are_refused() {
    for node in [
        "{\"lambda\":[[2,6]]}",
        "{\"mu\":[[0,1]]}",
        "{\"nu\":[[0,1]]}",
        "{\"lambda\":[[0,10000000000000000]]}",
        "{\"split\":{\"count\":[1,[0,1],[]]}}\n{\"nu\":[[0,-1]]}",
    ] {
        let refusal = refusal(",\"bound\":0", &format!("{node}\n"));
        assert!(matches!(refusal, Refusal::Node(..)), "{node}: {refusal}");
    }
}

#[test]
fn people_who_may_be_divided_are_not_split_as_one() {
    let refusal = refusal(",\"bound\":0", "{\"split\":{\"arc\":0}}\n{}\n{}\n");
    assert!(matches!(refusal, Refusal::Node(1, _)));
}

#[test]
fn a_ceiling_is_kept_only_where_sites_draw_alike() {
    let refusal = refusal(",\"bound\":0,\"kept\":0", "{}\n");
    assert!(matches!(refusal, Refusal::Header(_)));
}
