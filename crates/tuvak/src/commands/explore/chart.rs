//! The frontier as a picture: building money against what the plan costs a year.

use domain::{Cents, Lang, Message};
use planning::explore::Point;
use texts::Texts;

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 460.0;
const LEFT: f64 = 130.0;
const RIGHT: f64 = 40.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 70.0;
const TICKS: i64 = 4;
const INK: &str = "#26302f";
const LINE: &str = "#1b5e6b";
const QUIET: &str = "#d5d1c6";

/// The chart as SVG; `None` where there is no point.
pub fn svg(texts: &Texts, points: &[Point]) -> Option<String> {
    let money = |point: &Point| point.plan.building.0;
    let most_money = points.iter().map(money).max()?.max(1);
    let most_cost = points.iter().map(|point| point.plan.cost.0).max()?.max(1);
    let x = |cents: i64| LEFT + (WIDTH - LEFT - RIGHT) * cents as f64 / most_money as f64;
    let y =
        |cents: i64| HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * cents as f64 / most_cost as f64;
    let mut body = Vec::new();
    for tick in 0..=TICKS {
        let (across, up) = (most_money * tick / TICKS, most_cost * tick / TICKS);
        let height = y(up);
        body.push(format!(
            r#"<line x1="{LEFT}" y1="{height:.1}" x2="{:.1}" y2="{height:.1}" stroke="{QUIET}"/>"#,
            WIDTH - RIGHT
        ));
        body.push(text(LEFT - 8.0, height + 4.0, "end", &round(texts, up)));
        let base = HEIGHT - BOTTOM + 20.0;
        body.push(text(x(across), base, "middle", &round(texts, across)));
    }
    let path: Vec<String> = points
        .iter()
        .map(|point| format!("{:.1},{:.1}", x(money(point)), y(point.plan.cost.0)))
        .collect();
    body.push(format!(
        r#"<polyline points="{}" fill="none" stroke="{LINE}" stroke-width="2"/>"#,
        path.join(" ")
    ));
    for point in points {
        let (across, up) = (x(money(point)), y(point.plan.cost.0));
        let low = y(point.plan.bound.0);
        body.push(format!(
            r#"<line x1="{across:.1}" y1="{up:.1}" x2="{across:.1}" y2="{low:.1}" stroke="{LINE}"/><circle cx="{across:.1}" cy="{up:.1}" r="5" fill="{LINE}"/>"#
        ));
        let unmet = Message::new("explore-chart-unmet").with("persons", point.plan.unmet);
        body.push(text(across, up - 11.0, "middle", &texts.say(&unmet)));
    }
    let across = texts.get("explore-chart-money");
    body.push(text((WIDTH + LEFT) / 2.0, HEIGHT - 20.0, "middle", &across));
    body.push(text(12.0, 20.0, "start", &texts.get("explore-chart-cost")));
    let lang = match texts.lang() {
        Lang::Lv => "lv",
        Lang::En => "en",
    };
    let title = escape(&texts.get("explore-sheet-frontier"));
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" xml:lang=\"{lang}\" font-family=\"Open Sans, Noto Sans, Arial, sans-serif\" font-size=\"12\">\n<title>{title}</title>\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#ffffff\"/>\n{}\n</svg>\n",
        body.join("\n")
    ))
}

fn text(x: f64, y: f64, anchor: &str, words: &str) -> String {
    format!(
        r#"<text x="{x:.1}" y="{y:.1}" fill="{INK}" text-anchor="{anchor}">{}</text>"#,
        escape(words)
    )
}

/// Whole euros.
fn round(texts: &Texts, cents: i64) -> String {
    texts.number(Cents(cents).eur().round(), 0)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
