//! Builds packages for tests: a small one without faults, changed in words.
#![allow(dead_code)] // each test file uses its part

use dataset::{Checked, Fault};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A package's files, by name.
pub struct Package {
    files: BTreeMap<String, Vec<u8>>,
}

const REGION: &str = r#"
id = "tests"
name_lv = "Testu reģions"
name_en = "Test region"
currency = "EUR"
plan_years = [2018, 2020]
extent = [56.0, 20.8, 57.8, 23.0]
"#;

const SCENARIO: &str = r#"
year = 2020
discount_rate = 0.04
building_life_years = 30
client_eur_per_hour = 5.0
family_eur_per_hour = 5.0
staff_eur_per_hour = 9.0
eur_per_km = 0.2
surcharge_eur_per_minute = 2.0
"#;

/// A package of two municipalities, two places, three services, one site and
/// one candidate, without faults.
pub fn package() -> Package {
    let mut package = Package {
        files: BTreeMap::new(),
    };
    let files = [
        ("region.toml", REGION),
        ("scenario.toml", SCENARIO),
        (
            "territories.csv",
            "id,name_lv,name_en,kind,parent,valid_from,valid_to,successors\n\
             R,Reģions,Region,region,,,,\n\
             A,A novads,A,municipality,R,,,\n\
             B,B novads,B,municipality,R,,,\n\
             OLD,Vecais novads,Old,municipality,R,2009-07-01,2018-12-31,A|B\n",
        ),
        (
            "places.csv",
            "id,name,territory,lat,lon,population,source\n\
             P1,Kuldīga,A,56.9687,21.9738,11000,census\n\
             P2,Saldus,B,56.6667,22.4936,10000,census\n",
        ),
        (
            "services.csv",
            "id,name_lv,name_en,target_groups,delivery,profile,visits_per_year,standard_min,limit_min,sizes,persons_per_place,\
             hours_per_worker_week,visit_hours,capital_eur_per_place,site_eur_per_year,place_eur_per_year,staff_per_place,\
             min_occupancy,max_per_site,unmet_eur,source\n\
             DAC_GRT,Dienas centrs,Day centre,GRT,centre,car,200,30,60,8|16,1,,,15000,20000,4000.50,0.3,0.6,24,9000,catalogue\n\
             HOME,Grupu dzīvoklis,Group home,GRT,residential,car,12,45,90,8|16,1,,,25000,15000,8000,0.5,0.8,16,20000,catalogue\n\
             CARE,Aprūpe mājās,Home care,GRT|FT,mobile,car,,30,60,1|2|4,,36,2,0,1000,16000,1,0.5,,6000,catalogue\n",
        ),
        (
            "needs.csv",
            "place,territory,target_group,service,persons,hours_per_week,year,scenario,source\n\
             P1,,GRT,DAC_GRT,9,,,,ISP\n\
             P2,,GRT,HOME,7,,,,ISP\n\
             ,B,FT,CARE,3,5,2020,,ISP\n",
        ),
        (
            "bundles.csv",
            "place,target_group,services,persons,source\nP1,GRT,DAC_GRT|HOME,0,ISP\n",
        ),
        (
            "institutions.csv",
            "id,name,kind,lat,lon,residents,admissions_per_year,waiting,planned,source\n\
             I1,Institūcija,VSAC,57.0,22.0,120,10,5,closes,ministry\n",
        ),
        (
            "moves.csv",
            "institution,destination,target_group,services,persons,year\nI1,P1,GRT,HOME,4,2020\n",
        ),
        (
            "sites.csv",
            "id,name,place,lat,lon,host,owner,accessible,source\n\
             S1,Esošais centrs,P1,,,A,A,true,survey\n",
        ),
        (
            "offers.csv",
            "site,service,places,places_taken,payer,funded_by,until_year,source\n\
             S1,DAC_GRT,10,6,A,,,survey\n",
        ),
        (
            "candidates.csv",
            "id,name,place,lat,lon,host,owner,expands,services,site_capital_eur,capital_factor,max_places,flags,source\n\
             C1,Bijusī skola,,56.67,22.5,B,B,,,50000,0.8,40,,survey\n\
             C2,Piebūve,P1,,,A,A,S1,HOME,,,,institution_grounds|not_accessible,survey\n",
        ),
        (
            "schemes.csv",
            "id,services,partners_only,eligible_share,eu,state,municipality,running_until_year\n\
             ERDF,,true,0.9,0.85,0.0375,0.1125,\n\
             OWN,,false,1,0,0,1,\n",
        ),
        (
            "partners.csv",
            "territory,status,date,source\nA,agreement,2016-05-01,region\nB,intent,,region\n",
        ),
        (
            "wishes.csv",
            "territory,service,stance,own_money_eur,note,source\nA,HOME,wants,1000,,letter\n",
        ),
        (
            "funds.csv",
            "payer,territory,year,ceiling_eur\neu,,,1000000\nA,,2020,200000\n",
        ),
        (
            "obstacles.csv",
            "territory,target_group,service,kind,text_lv,text_en,severity,source\n\
             A,GRT,DAC_GRT,,Nav pandusa,No ramp,high,survey\nB,,,transport,Nav autobusa,No bus,medium,survey\n",
        ),
        (
            "population.csv",
            "territory,year,sex,age_from,age_to,persons,source\nA,2020,,0,17,2000,CSP\n",
        ),
        (
            "general_services.csv",
            "id,kind,name,lat,lon,source\nG1,health,Slimnīca,56.97,21.97,registry\n",
        ),
    ];
    for (name, text) in files {
        package
            .files
            .insert(name.to_owned(), text.as_bytes().to_vec());
    }
    package
}

impl Package {
    /// With a file, whatever it was before.
    pub fn with_file(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.files
            .insert(name.to_owned(), content.as_ref().to_vec());
        self
    }

    /// Without a file.
    pub fn without(mut self, name: &str) -> Self {
        self.files.remove(name);
        self
    }

    /// With one more row at the end of a table.
    pub fn with_row(mut self, name: &str, row: &str) -> Self {
        let file = self.files.entry(name.to_owned()).or_default();
        file.extend_from_slice(row.as_bytes());
        file.push(b'\n');
        self
    }

    /// With every `from` in a file replaced; it must be there.
    pub fn replacing(mut self, name: &str, from: &str, to: &str) -> Self {
        let text = self.text(name);
        assert!(text.contains(from), "{name} has no {from:?}");
        self.files
            .insert(name.to_owned(), text.replace(from, to).into_bytes());
        self
    }

    /// The text of a file.
    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.files[name].clone()).expect("the builder writes UTF-8")
    }

    /// Writes the package into a new folder.
    pub fn folder(&self) -> Folder {
        let folder = Folder::new();
        for (name, content) in &self.files {
            fs::write(folder.path().join(name), content).expect("the folder is writable");
        }
        folder
    }

    /// Checks the package.
    pub fn check(&self) -> Checked {
        dataset::check(self.folder().path())
    }

    /// The faults as `file:line:column: key`.
    pub fn faults(&self) -> Vec<String> {
        self.check().faults.iter().map(shown).collect()
    }
}

/// A fault as `file:line:column: key`, without `fault-`.
pub fn shown(fault: &Fault) -> String {
    let key = fault.what.key.trim_start_matches("fault-");
    format!("{}:{}:{}: {key}", fault.file, fault.line, fault.column)
}

/// A folder that goes away with the test.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "tuvak-dataset-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("the temporary folder is writable");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Outlines of the two municipalities of [`package`].
pub const OUTLINES: &str = r#"{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "A"}, "geometry": {"type": "Polygon", "coordinates": [[[21.5, 56.8], [22.2, 56.8], [22.2, 57.2], [21.5, 56.8]]]}},
{"type": "Feature", "properties": {"id": "B"}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[22.2, 56.5], [22.8, 56.5], [22.8, 56.9], [22.2, 56.5]]]]}}
]}"#;
