//! Documents become accessible PDFs, or an error that says where.

use typeset::{TypesetError, pdf};

const HEAD: &str = r#"#set document(title: "Plāns")
#set text(lang: "lv", font: "Open Sans")
"#;

#[test]
fn the_same_source_gives_the_same_bytes() {
    let source =
        format!("{HEAD}= Ģimenei draudzīga vide\nŠķūņa jumts, ņemšana, čaukstēšana: āēīūģķļņčšž.");
    let first = pdf(&source, &[], "plan").unwrap();
    assert!(first.starts_with(b"%PDF-1.7"));
    assert_eq!(first, pdf(&source, &[], "plan").unwrap());
}

#[test]
fn an_image_without_alternative_text_is_refused() {
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>"#;
    let files = [("map.svg".to_owned(), svg.to_vec())];
    let with = format!("{HEAD}#image(\"map.svg\", alt: \"Karte\")");
    let without = format!("{HEAD}#image(\"map.svg\")");
    assert!(pdf(&with, &files, "plan").is_ok());
    assert!(matches!(
        pdf(&without, &files, "plan"),
        Err(TypesetError::Source(_))
    ));
}

#[test]
fn a_document_without_a_title_is_refused() {
    assert!(matches!(
        pdf("= Plāns", &[], "plan"),
        Err(TypesetError::Source(_))
    ));
}

#[test]
fn a_fault_names_its_line() {
    let error = pdf(&format!("{HEAD}\n#unknown"), &[], "plan").unwrap_err();
    assert!(error.to_string().contains("line 4"), "{error}");
}

#[test]
fn nothing_outside_the_document_can_be_read() {
    assert!(pdf(&format!("{HEAD}#read(\"/etc/hostname\")"), &[], "plan").is_err());
    assert!(matches!(
        pdf(HEAD, &[("../x".to_owned(), Vec::new())], "plan"),
        Err(TypesetError::FileName(_))
    ));
}

#[test]
fn a_sign_that_no_font_has_does_not_cost_the_document() {
    let files = [(
        "data.json".to_owned(),
        "[\"Nams 🏠 家\"]".as_bytes().to_vec(),
    )];
    let source = format!("{HEAD}= Plāns\n#json(\"data.json\").first()");
    assert!(pdf(&source, &files, "plan").is_ok());
}

#[test]
fn an_svg_becomes_pixels_as_wide_as_asked() {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#ffffff"/><text x="10" y="60" font-size="40" font-family="Open Sans">Tuvāk</text></svg>"##;
    let picture = typeset::png(svg, 400).unwrap();
    assert_eq!((picture.width, picture.height), (400, 200));
    assert!(picture.bytes.starts_with(b"\x89PNG"));
    let blank = svg.replace("Tuvāk", "");
    let blank = typeset::png(&blank, 400).unwrap();
    assert!(picture.bytes != blank.bytes, "the text is painted");
    assert!(typeset::png("no picture", 400).is_none());
}
