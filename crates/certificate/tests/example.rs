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
    assert_eq!(
        refusal(",\"bound\":20", TREE),
        Refusal::Claim(Some(20), Some(19))
    );
    assert_eq!(
        refusal(",\"bound\":null", TREE),
        Refusal::Claim(None, Some(19))
    );
}
