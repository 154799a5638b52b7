//! Writing SVG by hand: a few elements, and text that cannot break out.

use std::fmt::Write;

/// Fonts, best first; Typst has the first, browsers one of the others.
pub const FONT: &str = "Open Sans, Noto Sans, Arial, sans-serif";
/// Colour of text.
pub const INK: &str = "#26302f";
/// Colour of what stays in the background.
pub const QUIET: &str = "#5f5d56";

/// An SVG document in the making.
pub struct Svg {
    body: String,
}

impl Svg {
    pub fn new() -> Self {
        Self {
            body: String::new(),
        }
    }

    /// Adds an element as it stands; text and names must be [`escape`]d.
    pub fn add(&mut self, element: std::fmt::Arguments) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.body, "{element}");
    }

    /// Adds text; `anchor` is `start`, `middle` or `end`.
    pub fn text(&mut self, (x, y): (f64, f64), size: f64, colour: &str, anchor: &str, text: &str) {
        self.add(format_args!(
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{size}" fill="{colour}" text-anchor="{anchor}">{}</text>"#,
            escape(text)
        ));
    }

    /// The document, with a title and a description for those who do not see it.
    pub fn finish(
        self,
        (width, height): (f64, f64),
        lang: &str,
        title: &str,
        description: &str,
    ) -> String {
        let (title, description) = (escape(title), escape(description));
        format!(
            concat!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w:.0}" height="{h:.0}" "#,
                r#"viewBox="0 0 {w:.0} {h:.0}" role="img" aria-labelledby="title desc" "#,
                r#"xml:lang="{lang}" font-family="{font}">"#,
                "\n<title id=\"title\">{title}</title>\n<desc id=\"desc\">{description}</desc>\n",
                "<rect width=\"{w:.0}\" height=\"{h:.0}\" fill=\"#ffffff\"/>\n{body}</svg>\n"
            ),
            w = width,
            h = height,
            lang = lang,
            font = FONT,
            title = title,
            description = description,
            body = self.body,
        )
    }
}

/// Text as XML has it; characters that XML 1.0 forbids are left out.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => safe.push(c),
        }
    }
    safe
}

/// About how wide a text of a size is (Open Sans: 0.55 em a letter).
pub fn width_of(text: &str, size: f64) -> f64 {
    text.chars().count() as f64 * size * 0.55
}

/// The text in lines no wider than `width`, broken between words.
pub fn wrap(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width_of(line, size) + width_of(word, size) < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
