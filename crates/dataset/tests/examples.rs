//! The example packages have no faults and read back equal.

mod package;

use package::Folder;
use std::path::Path;

#[test]
fn the_examples_have_no_faults_and_read_back_equal() {
    for example in ["tiny", "kurzeme"] {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../examples")
            .join(example);
        let checked = dataset::check(&dir);
        assert!(
            checked.faults.is_empty(),
            "{example}: {:#?}",
            checked.faults
        );
        let region = checked.region.expect("no faults, so there is a region");
        let folder = Folder::new();
        dataset::write(&region, folder.path()).unwrap();
        let mut again = dataset::check(folder.path())
            .region
            .expect("what was written has no faults");
        again.fingerprint.clone_from(&region.fingerprint);
        assert!(again == region, "{example} does not read back equal");
    }
}
