//! Both languages say the same things, and everything that is said has a text.

use domain::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use texts::{FILES, Texts};

/// Key → names of its variables, read from the text itself.
fn keys(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in file.lines() {
        if let Some((key, _)) = line.split_once('=')
            && line.starts_with(|c: char| c.is_ascii_alphabetic())
        {
            let key = key.trim().to_owned();
            assert!(
                keys.insert(key.clone(), BTreeSet::new()).is_none(),
                "{key} stands twice"
            );
            current = Some(key);
        }
        if line.starts_with('#') {
            continue;
        }
        if let Some(key) = &current {
            for part in line.split('$').skip(1) {
                let name: String = part
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
                    .collect();
                keys.get_mut(key).unwrap().insert(name);
            }
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    for (area, lv, en) in FILES {
        let (lv, en) = (keys(lv), keys(en));
        let lv_keys: BTreeSet<_> = lv.keys().collect();
        let en_keys: BTreeSet<_> = en.keys().collect();
        assert_eq!(lv_keys, en_keys, "{area}: the left is Latvian");
        for (key, variables) in &lv {
            assert_eq!(
                variables, &en[key],
                "{area}: variables of {key}; the left is Latvian"
            );
        }
    }
}

#[test]
fn every_message_file_is_sound_fluent_and_no_key_stands_in_two_areas() {
    let mut seen = BTreeMap::new();
    for (area, lv, en) in FILES {
        for text in [lv, en] {
            if let Err((_, errors)) = fluent_bundle::FluentResource::try_new((*text).to_owned()) {
                panic!("{area}: {errors:?}");
            }
        }
        for key in keys(en).into_keys() {
            assert_eq!(
                seen.insert(key.clone(), area),
                None,
                "{key} stands in two areas"
            );
        }
    }
}

#[test]
fn every_key_that_the_code_uses_has_a_text() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (lv, en) = (Texts::new(Lang::Lv), Texts::new(Lang::En));
    let prefixes: Vec<String> = FILES
        .iter()
        .flat_map(|(_, _, en)| keys(en).into_keys())
        .filter_map(|key| key.split_once('-').map(|(prefix, _)| format!("{prefix}-")))
        .collect();
    let mut missing = BTreeSet::new();
    for file in rust_files(&root) {
        let code = fs::read_to_string(&file).unwrap();
        // Tests in a source file make up keys of their own.
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for call in ["Message::new(\"", ".get(\"", "say_key(\""] {
            for rest in code.split(call).skip(1) {
                let key = rest.split('"').next().unwrap_or_default();
                if prefixes
                    .iter()
                    .any(|prefix| key.starts_with(prefix.as_str()))
                    && !(lv.has(key) && en.has(key))
                {
                    missing.insert(format!("{key} ({})", file.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "no text for: {missing:#?}");
}

fn rust_files(dir: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("tests") && !path.ends_with("target") {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files
}
