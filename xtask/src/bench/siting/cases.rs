//! Which instances are measured, from where, and with which aims.

use super::aim::{Aim, Reach};
use super::known::{self, Known};
use std::path::{Path, PathBuf};

/// An instance that is measured.
#[derive(Debug, Clone)]
pub struct Case {
    /// `group/file`, by which it is asked for.
    pub name: String,
    /// What its seconds are added up with.
    pub group: &'static str,
    /// Words by which the measuring program finds it.
    pub source: Vec<String>,
    /// Aims.
    pub aims: Vec<Aim>,
    /// The published value.
    pub known: Option<Known>,
    /// Threads of ours.
    pub threads: usize,
    /// Measured only when asked for by name.
    pub besides: bool,
    /// Whether a quick run measures it.
    pub quick: bool,
    /// What `spopt` calls the problem, if it can state it.
    pub spopt: Option<&'static str>,
    /// Why HiGHS is not run on it.
    pub no_highs: Option<&'static str>,
}

impl Case {
    fn new(group: &'static str, name: &str, source: &[&str]) -> Self {
        Self {
            name: format!("{group}/{name}"),
            group,
            source: source.iter().map(|&word| word.to_owned()).collect(),
            aims: Vec::new(),
            known: None,
            threads: 1,
            besides: false,
            quick: false,
            spopt: None,
            no_highs: None,
        }
    }

    /// A case of which only what is known matters.
    #[cfg(test)]
    pub fn for_tests(known: Known) -> Self {
        Self {
            known: Some(known),
            ..Self::new("", "", &[])
        }
    }

    fn aim(mut self, aim: Aim) -> Self {
        self.aims.push(aim);
        self
    }

    /// The gap with which a run ends: the smallest that is aimed at, the optimum without one.
    pub fn gap(&self) -> f64 {
        let gap = |aim: &Aim| match aim.reach {
            Reach::Gap(gap) => gap,
            Reach::Proof | Reach::NearBest(_) => 0.0,
        };
        self.aims.iter().map(gap).reduce(f64::min).unwrap_or(0.0)
    }

    /// The most seconds that an aim gives.
    pub fn seconds(&self) -> f64 {
        self.aims.iter().map(|aim| aim.seconds).fold(0.0, f64::max)
    }
}

/// All instances.
pub struct Cases;

impl Cases {
    /// In the order of the aims.
    pub fn all(data: &Path, packages: &[(&'static str, PathBuf)]) -> Result<Vec<Case>, String> {
        let known = known::read(data)?;
        let mut cases: Vec<Case> = known
            .iter()
            .filter(|known| data.join(&known.family).join(known.path()).is_file())
            .filter_map(|known| published(data, known))
            .collect();
        cases.push(Case {
            no_highs: Some("9,000,000 arcs: over 16 GB"),
            ..Case::new("euclid", "3000-60", &["euclid", "3000", "60", "1"])
                .aim(Aim::proof(20.0).bytes(0.5e9))
        });
        cases.push(Case {
            quick: true,
            besides: true,
            spopt: Some("p-median"),
            ..Case::new("euclid-small", "300-20", &["euclid", "300", "20", "1"])
        });
        for (name, aim) in [
            ("multi200x50", Aim::gap(0.005, 30.0)),
            ("multi600x150", Aim::gap(0.01, 120.0)),
        ] {
            cases.push(multiservice(data, name)?.aim(aim));
        }
        for (name, folder) in packages {
            cases.push(package(name, folder));
        }
        // Stable: files of a group stay in the order of the published tables.
        cases.sort_by_key(|case| GROUPS.iter().position(|group| *group == case.group));
        Ok(cases)
    }
}

/// Groups in the order of the aims, then what is measured besides.
const GROUPS: &[&str] = &[
    "pmed",
    "euclid",
    "euclid-small",
    "kcap",
    "kg",
    "cap",
    "holmberg",
    "tbed",
    "tbed-single",
    "mclp",
    "multiservice",
    "package",
    "ucap",
    "pmedcap",
    "sscflp",
    "yang",
];

/// An instance with a published value, if it is one that we state.
fn published(data: &Path, known: &Known) -> Option<Case> {
    let path = data
        .join(&known.family)
        .join(known.path())
        .display()
        .to_string();
    let name = match known.variant() {
        Some(variant) => format!("{} {variant}", known.path()),
        None => known.path().to_owned(),
    };
    let file = known.path();
    let case = |group, format: &str| Case::new(group, &name, &[format, &path]);
    let large = file.starts_with("capa") || file.starts_with("capb") || file.starts_with("capc");
    let case = match (known.family.as_str(), known.problem.as_str()) {
        ("pmed", _) => Case {
            quick: ["pmed1.txt", "pmed19.txt"].contains(&file),
            spopt: Some("p-median"),
            ..case("pmed", "orlib-pmed")
        },
        ("cap", "UFLP") => Case {
            besides: true,
            ..case("ucap", "uflp-orlib")
        },
        ("cap", _) => {
            let mut case = case("cap", "orlib-cap");
            case.source.extend(known.variant().map(str::to_owned));
            case.quick = ["cap41.txt", "cap134.txt"].contains(&file);
            case.aim(Aim::proof(if large { 30.0 } else { 0.2 }))
        }
        ("holmberg", _) => Case {
            quick: file == "p1.txt",
            ..case("holmberg", "holmberg")
        }
        .aim(Aim::proof(3.0)),
        ("uflp-kratica-m", _) => {
            let seconds = if file.starts_with("kcapmr") {
                60.0
            } else {
                5.0
            };
            Case {
                quick: file == "kcapmo1.txt",
                ..case("kcap", "uflp-orlib")
            }
            .aim(Aim::proof(seconds))
        }
        ("uflp-koerkel-ghosh", _) => {
            let case = case("kg", "uflp-simple");
            match file.contains("250c") {
                true => case.aim(Aim::proof(10.0)),
                false => Case {
                    besides: true,
                    ..case
                },
            }
        }
        ("sscflp-tbed1", problem) => {
            let small = file[1..]
                .trim_end_matches(".txt")
                .parse()
                .is_ok_and(|number: u32| number <= 20);
            let besides = !small;
            if problem.starts_with("CFLP") {
                let mut case = Case {
                    besides,
                    ..case("tbed", "tbed")
                };
                case.source.push("splittable".to_owned());
                case.aim(Aim::proof(15.0))
            } else {
                let near = Aim {
                    reach: Reach::NearBest(0.003),
                    ..Aim::proof(60.0)
                };
                Case {
                    besides,
                    ..case("tbed-single", "tbed")
                }
                .aim(near)
            }
        }
        ("mclp", _) => {
            let variant = known.options.join(" ");
            let mut case = Case::new("mclp", &format!("{file} {variant}"), &["mclp", &path]);
            case.source.extend(known.options.iter().cloned());
            case.spopt = Some("mclp");
            case.quick = file == "SJC402.txt";
            match file {
                "BDS100000A.txt" => case.aim(Aim::proof(3.0)),
                _ => case,
            }
        }
        ("pmedcap", _) => Case {
            besides: true,
            ..case("pmedcap", "orlib-pmedcap")
        },
        ("sscflp-delmaire-diaz-fernandez", _) => Case {
            besides: true,
            ..case("sscflp", "sscflp-df")
        },
        _ => return None,
    };
    Some(Case {
        known: Some(known.clone()),
        ..case
    })
}

/// The two instances of several services; their files hold the best that is known of them.
fn multiservice(data: &Path, name: &str) -> Result<Case, String> {
    let file = format!("{name}-seed11.json");
    let path = data.join("multiservice-synthetic").join(&file);
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let said: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let known = |value: f64| Known {
        family: "multiservice-synthetic".to_owned(),
        file: file.clone(),
        problem: "several services".to_owned(),
        value,
        is_optimal: false,
        is_most: false,
        bound: said["known"]["best_bound"].as_f64(),
        options: Vec::new(),
    };
    let path = path.display().to_string();
    Ok(Case {
        known: said["known"]["best_objective"].as_f64().map(known),
        quick: name == "multi200x50",
        ..Case::new("multiservice", name, &["multiservice", &path])
    })
}

fn package(name: &str, folder: &Path) -> Case {
    let folder = folder.display().to_string();
    let case = Case::new("package", name, &["package", &folder]);
    match name {
        "kurzeme" => Case {
            quick: true,
            ..case.aim(Aim::gap(0.005, 3.0)).aim(Aim::gap(0.001, 10.0))
        },
        _ => Case {
            threads: 2,
            ..case.aim(Aim::gap(0.01, 300.0).bytes(4e9))
        },
    }
}
