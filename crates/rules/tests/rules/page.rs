//! The page for people tells every rule.

use std::path::Path;

#[test]
fn the_page_tells_every_rule_with_its_basis_and_level() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules.md");
    let page = std::fs::read_to_string(page).unwrap();
    for rule in rules::ALL {
        let level = format!("{:?}", rule.level).to_lowercase();
        let told = page
            .lines()
            .find(|line| line.starts_with(&format!("| {} |", rule.id)));
        let told = told.unwrap_or_else(|| panic!("no row for {}", rule.id));
        assert!(told.contains(rule.basis) && told.contains(&level), "{told}");
    }
}
