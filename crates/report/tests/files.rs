//! Every file of an edition can be opened by what people open it with.

mod common;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use common::{plan, published, region};
use domain::Lang;
use report::{Edition, MapKind, no_pictures};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

fn internal(lang: Lang) -> BTreeMap<String, Vec<u8>> {
    let region = region();
    report::files(
        &plan(&region),
        &region,
        lang,
        Edition::Internal,
        &no_pictures,
    )
    .unwrap()
    .into_iter()
    .collect()
}

fn public(lang: Lang) -> BTreeMap<String, Vec<u8>> {
    let region = region();
    let (plan, region) = published(plan(&region), region);
    report::files(&plan, &region, lang, Edition::Public, &no_pictures)
        .unwrap()
        .into_iter()
        .collect()
}

/// The text of a file within a zip archive.
fn part(archive: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn well_formed(xml: &str) {
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{error} at {}", reader.error_position()),
        }
    }
}

/// What a text document says.
fn texts(xml: &str) -> Vec<&str> {
    xml.split("<w:t ")
        .skip(1)
        .filter_map(|rest| rest.split_once('>')?.1.split("</w:t>").next())
        .collect()
}

#[test]
fn a_spreadsheet_has_numbers_as_numbers_and_money_as_money() {
    let files = internal(Lang::Lv);
    let mut book: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(files["tables.xlsx"].clone())).unwrap();
    let sheet = book.worksheet_range("Pasākumi").unwrap();
    assert_eq!(sheet.get((0, 4)), Some(&Data::String("Vietas".to_owned())));
    assert_eq!(sheet.get((1, 4)), Some(&Data::Float(8.0)));
    assert_eq!(sheet.height(), 13, "a heading and twelve measures");
    let money = book.worksheet_range("Nauda pa pasākumiem").unwrap();
    assert_eq!(money.get((1, 4)), Some(&Data::Float(412_345.67)));
    assert_eq!(
        money.get((13, 4)),
        Some(&Data::Float(4_948_148.04)),
        "the sum of twelve"
    );
    let xml = part(&files["tables.xlsx"], "xl/styles.xml");
    assert!(xml.contains("€"), "money has a money format");
}

#[test]
fn every_sheet_has_a_frozen_heading_and_a_filter() {
    let files = internal(Lang::En);
    let book: Xlsx<_> = open_workbook_from_rs(Cursor::new(files["tables.xlsx"].clone())).unwrap();
    let sheets = book.sheet_names().len();
    assert!(sheets > 20, "{sheets} sheets");
    for sheet in 2..=sheets {
        let xml = part(
            &files["tables.xlsx"],
            &format!("xl/worksheets/sheet{sheet}.xml"),
        );
        assert!(
            xml.contains(r#"state="frozen""#),
            "sheet {sheet} is not frozen"
        );
        assert!(xml.contains("<autoFilter"), "sheet {sheet} has no filter");
    }
}

#[test]
fn a_text_document_has_real_headings_and_tables() {
    for (lang, chapter) in [(Lang::Lv, "Kopsavilkums"), (Lang::En, "Summary")] {
        let xml = part(&internal(lang)["plan.docx"], "word/document.xml");
        well_formed(&xml);
        assert!(xml.contains(chapter));
        assert!(xml.matches(r#"w:val="Heading1""#).count() >= 15);
        assert!(xml.matches("<w:tbl>").count() > 20);
    }
}

#[test]
fn maps_are_well_formed_and_refer_to_nothing_outside() {
    for files in [internal(Lang::Lv), internal(Lang::En), public(Lang::Lv)] {
        for name in ["map-today.svg", "map.svg"] {
            let svg = String::from_utf8(files[name].clone()).unwrap();
            well_formed(&svg);
            assert!(svg.contains("<title id=") && svg.contains("<desc id="));
            assert!(
                !svg.contains("href") && !svg.contains("url("),
                "{name} refers to something"
            );
            assert!(
                !svg.contains("NaN") && !svg.contains("inf"),
                "{name} has a number that is none"
            );
        }
    }
}

#[test]
fn the_public_edition_shows_nobodys_way() {
    let files = public(Lang::Lv);
    assert!(!files.contains_key("flows.geojson"));
    let svg = String::from_utf8(files["map.svg"].clone()).unwrap();
    assert!(!svg.contains("fill-opacity"), "a map with dots of needs");
    let book: Xlsx<_> = open_workbook_from_rs(Cursor::new(files["tables.xlsx"].clone())).unwrap();
    for sheet in [
        "Kurš kur",
        "Neapmierinātās pa dzīvesvietām",
        "Vajadzības pa grupām",
    ] {
        assert!(
            !book.sheet_names().iter().any(|name| name == sheet),
            "{sheet}"
        );
    }
}

#[test]
fn the_public_edition_shows_no_one_s_way_even_if_it_is_handed_it() {
    let region = region();
    let plan = plan(&region);
    let svg = report::map_svg(&plan, &region, Lang::Lv, MapKind::Proposed, Edition::Public);
    assert!(!svg.contains("fill-opacity") && !svg.contains("stroke-opacity"));
}

#[test]
fn layers_are_geojson_with_longitude_first() {
    let files = internal(Lang::En);
    let parse = |name: &str| {
        let text = String::from_utf8(files[name].clone()).unwrap();
        text.parse::<geojson::FeatureCollection>().unwrap()
    };
    let sites = parse("sites.geojson");
    assert_eq!(sites.features.len(), 9 + 12, "offers and measures");
    let geometry = sites.features[0].geometry.as_ref().unwrap();
    let geojson::GeometryValue::Point { coordinates } = &geometry.value else {
        panic!("no point")
    };
    assert!((20.0..24.0).contains(&coordinates[0]) && (56.0..58.0).contains(&coordinates[1]));
    assert!(!parse("flows.geojson").features.is_empty());
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let first = internal(Lang::Lv);
    std::thread::sleep(std::time::Duration::from_millis(2100)); // zip archives count in two seconds
    let second = internal(Lang::Lv);
    for (name, bytes) in first {
        if name == "plan.docx" {
            // docx-rs counts bookmarks and footers through the whole life of a
            // program: a second document of one run has the same text and other ids.
            assert!(
                texts(&part(&bytes, "word/document.xml"))
                    == texts(&part(&second[&name], "word/document.xml"))
            );
        } else {
            assert!(second[&name] == bytes, "{name} differs");
        }
    }
}

#[test]
fn hostile_names_stay_text() {
    let hostile = "=1+1 <script>&amp;\"'\u{0}\u{b}]]>";
    let mut region = region();
    for row in &mut region.candidates {
        row.name = hostile.to_owned();
    }
    for row in &mut region.territories {
        row.name_en = hostile.to_owned();
    }
    let mut plan = plan(&region);
    for row in &mut plan.measures {
        row.name = hostile.to_owned();
    }
    let files: BTreeMap<_, _> =
        report::files(&plan, &region, Lang::En, Edition::Internal, &no_pictures)
            .unwrap()
            .into_iter()
            .collect();
    well_formed(&part(&files["plan.docx"], "word/document.xml"));
    let svg = String::from_utf8(files["map.svg"].clone()).unwrap();
    well_formed(&svg);
    assert!(!svg.contains("<script>"));
    let mut book: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(files["tables.xlsx"].clone())).unwrap();
    let sheet = book.worksheet_range("Measures").unwrap();
    let Some(Data::String(name)) = sheet.get((1, 2)) else {
        panic!("no text")
    };
    assert!(name.starts_with("=1+1 <script>&amp;"), "{name}");
}

#[test]
fn no_text_is_missing() {
    for files in [
        internal(Lang::Lv),
        internal(Lang::En),
        public(Lang::Lv),
        public(Lang::En),
    ] {
        let xml = part(&files["plan.docx"], "word/document.xml");
        let missing: Vec<&str> = texts(&xml)
            .into_iter()
            .filter(|text| text.contains("report-"))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn people_of_target_groups_stand_apart_from_residents_and_only_in_the_internal_edition() {
    let mut region = region();
    let row = |group: Option<&str>, age_from: u32, persons: u32| domain::Population {
        territory: region.territories[1].id.clone(),
        year: 2020,
        sex: String::new(),
        age_from: Some(age_from),
        age_to: Some(age_from + 6),
        target_group: group.map(Into::into),
        persons,
        source: String::new(),
        line: 2,
    };
    region.population = vec![row(Some("FT"), 0, 1_204), row(Some("FT"), 7, 2_107)];
    let document = |plan: &domain::Plan, region: &domain::Region, edition| {
        let files = report::files(plan, region, Lang::En, edition, &no_pictures).unwrap();
        let docx = files
            .iter()
            .find(|(name, _)| name.ends_with(".docx"))
            .unwrap();
        part(&docx.1, "word/document.xml")
    };
    let heading = "People of target groups";
    let exact = document(&plan(&region), &region, Edition::Internal);
    assert!(exact.contains(heading) && exact.contains("3,311"));
    let (plan, region) = published(plan(&region), region);
    assert!(!document(&plan, &region, Edition::Public).contains(heading));
}

#[test]
fn what_a_package_says_of_its_data_comes_first() {
    let files = internal(Lang::Lv);
    let mut book: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(files["tables.xlsx"].clone())).unwrap();
    let sheet = book.worksheet_range("Saturs").unwrap();
    assert_eq!(
        sheet.get((0, 0)),
        Some(&Data::String("Izdomāts paraugs.".to_owned()))
    );
    let docx = part(&files["plan.docx"], "word/document.xml");
    let said = docx.find("Izdomāts paraugs.").expect("the notice is there");
    assert!(said < docx.find("Kopsavilkums").unwrap());
}

#[test]
fn print_names_a_service_once_and_a_workbook_in_every_row() {
    let files = internal(Lang::En);
    let mut book: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(files["tables.xlsx"].clone())).unwrap();
    let sheet = book.worksheet_range("Measures").unwrap();
    let services: Vec<String> = (1..sheet.height() as u32)
        .map(|row| sheet.get_value((row, 1)).unwrap().to_string())
        .collect();
    let printed = report::typst(&plan(&region()), &region(), Lang::En, Edition::Internal).unwrap();
    let (_, data) = printed
        .files
        .iter()
        .find(|(name, _)| name == "data.json")
        .unwrap();
    let data: serde_json::Value = serde_json::from_slice(data).unwrap();
    let table = data["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|block| block["columns"][0]["heading"] == "No.")
        .unwrap();
    let lines = table["lines"].as_array().unwrap();
    let groups: Vec<&str> = lines
        .iter()
        .filter_map(|line| line["group"].as_str())
        .collect();
    let mut distinct = services.clone();
    distinct.dedup();
    assert_eq!(groups, distinct, "services follow each other, each once");
    assert_eq!(lines.len(), services.len() + groups.len());
}

#[test]
fn the_public_edition_does_not_say_that_nobody_is_left_without() {
    let region = region();
    let (mut plan, region) = published(plan(&region), region);
    for row in &mut plan.services {
        row.unmet = 0;
    }
    let files = report::files(&plan, &region, Lang::En, Edition::Public, &no_pictures).unwrap();
    let (_, docx) = files.iter().find(|(name, _)| name == "plan.docx").unwrap();
    let xml = part(docx, "word/document.xml");
    assert!(xml.contains("so few in each service that the number is not shown"));
    assert!(!xml.contains("needs that stay unmet"));
}

#[test]
fn a_text_document_holds_the_pictures_that_can_be_painted() {
    let region = region();
    let paint = |svg: &str| {
        let typeset::Raster {
            bytes,
            width,
            height,
        } = typeset::png(svg, 300)?;
        Some(report::Png {
            bytes,
            width,
            height,
        })
    };
    let docx = report::docx(&plan(&region), &region, Lang::Lv, Edition::Internal, &paint).unwrap();
    let xml = part(&docx, "word/document.xml");
    well_formed(&xml);
    assert_eq!(
        xml.matches("<w:drawing>").count(),
        3,
        "two maps and a chart"
    );
    let archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let names = archive.file_names().filter_map(Result::ok);
    let pictures = names.filter(|name| name.ends_with(".png"));
    assert_eq!(pictures.count(), 3);
}
