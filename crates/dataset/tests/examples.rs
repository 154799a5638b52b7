//! The example packages have no faults and read back equal.

mod package;

use package::Folder;
use std::path::{Path, PathBuf};

fn folder_of(example: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(example)
}

#[test]
fn the_examples_have_no_faults_and_read_back_equal() {
    for example in ["tiny", "kurzeme"] {
        let checked = dataset::check(&folder_of(example));
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

#[test]
fn the_checked_in_data_packages_describe_the_examples() {
    for example in ["tiny", "kurzeme"] {
        let dir = folder_of(example);
        let region = dataset::check(&dir).region.expect("no faults");
        let stored = std::fs::read_to_string(dir.join("datapackage.json")).unwrap();
        assert!(
            stored == dataset::datapackage(&region),
            "{example}/datapackage.json is not what the package holds"
        );
    }
}

#[test]
fn every_file_of_the_examples_is_read() {
    for example in ["tiny", "kurzeme"] {
        let notes = dataset::check(&folder_of(example)).notes;
        let unread = notes
            .iter()
            .filter(|note| note.what.key == "fault-file-not-read");
        assert_eq!(unread.count(), 0, "{example}");
    }
}
