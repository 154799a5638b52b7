//! Mean minutes before and after, a pair of bars for each service.

use crate::context::Context;
use crate::svg::{INK, QUIET, Svg, wrap};
use domain::{Lang, Message};

/// Name of the file.
pub const FILE: &str = "travel.svg";

const WIDTH: f64 = 900.0;
const LABELS: f64 = 330.0;
const BEFORE: &str = "#b7b1a3";
const AFTER: &str = "#1b5e6b";

struct Bars {
    service: String,
    before: Option<f64>,
    after: Option<f64>,
}

fn bars(c: &Context) -> Vec<Bars> {
    c.plan
        .services
        .iter()
        .map(|row| Bars {
            service: c.service(&row.service).to_owned(),
            before: row
                .minutes_before
                .map(|minutes| minutes.mean)
                .filter(|mean| *mean > 0.0),
            after: (row.served_existing + row.served_new > 0).then_some(row.minutes.mean),
        })
        .filter(|row| row.before.is_some() || row.after.is_some())
        .collect()
}

/// Whether there is anything to draw.
pub fn is_empty(c: &Context) -> bool {
    bars(c).is_empty()
}

fn minutes(c: &Context, value: Option<f64>) -> String {
    match value {
        Some(value) => c.say(Message::new("report-minutes").with("minutes", c.number(value, 0))),
        None => c.get("report-no-site"),
    }
}

/// The chart in words.
pub fn alt(c: &Context) -> String {
    let rows: Vec<String> = bars(c)
        .iter()
        .map(|row| {
            c.say(
                Message::new("report-chart-row")
                    .with("service", row.service.as_str())
                    .with("before", minutes(c, row.before))
                    .with("after", minutes(c, row.after)),
            )
        })
        .collect();
    format!("{}: {}", c.get("report-chart-travel"), rows.join("; "))
}

/// The chart.
pub fn svg(c: &Context) -> String {
    let bars = bars(c);
    let longest = bars
        .iter()
        .flat_map(|row| [row.before, row.after])
        .flatten()
        .fold(1.0, f64::max);
    let scale = (WIDTH - LABELS - 110.0) / longest;
    let mut svg = Svg::new();
    for (index, (colour, key)) in [(BEFORE, "report-before"), (AFTER, "report-after")]
        .iter()
        .enumerate()
    {
        let x = LABELS + 160.0 * index as f64;
        svg.add(format_args!(
            r#"<rect x="{x}" y="6" width="14" height="12" fill="{colour}"/>"#
        ));
        svg.text((x + 20.0, 17.0), 13.0, INK, "start", &c.get(key));
    }
    let mut y = 36.0;
    for row in &bars {
        let lines = wrap(&row.service, 13.0, LABELS - 14.0);
        let height = 40.0_f64.max(lines.len() as f64 * 16.0 + 6.0);
        for (index, line) in lines.iter().enumerate() {
            let middle = y + 18.0 - (lines.len() as f64 - 1.0) * 8.0 + 5.0;
            svg.text(
                (LABELS - 14.0, middle + index as f64 * 16.0),
                13.0,
                INK,
                "end",
                line,
            );
        }
        for (index, (value, colour)) in [(row.before, BEFORE), (row.after, AFTER)]
            .into_iter()
            .enumerate()
        {
            let top = y + 2.0 + 17.0 * index as f64;
            let width = value.map_or(0.0, |value| (value * scale).max(1.0));
            svg.add(format_args!(
                r#"<rect x="{LABELS}" y="{top:.1}" width="{width:.1}" height="14" fill="{colour}"/>"#
            ));
            let colour = if value.is_some() { INK } else { QUIET };
            svg.text(
                (LABELS + width + 7.0, top + 11.5),
                12.0,
                colour,
                "start",
                &minutes(c, value),
            );
        }
        y += height + 8.0;
    }
    svg.add(format_args!(
        r##"<line x1="{LABELS}" y1="30" x2="{LABELS}" y2="{:.1}" stroke="#6d6a62" stroke-width="1"/>"##,
        y - 4.0
    ));
    let lang = if c.lang() == Lang::Lv { "lv" } else { "en" };
    svg.finish((WIDTH, y), lang, &c.get("report-chart-travel"), &alt(c))
}
