//! The legend below a map, and where its data come from.

use super::{Symbols, WIDTH, dot_radius, symbol};
use crate::context::Context;
use crate::svg::{INK, QUIET, Svg, wrap};
use domain::Message;

/// What the map shows and the legend has to explain.
pub struct Shown<'a> {
    pub symbols: &'a Symbols<'a>,
    pub new: bool,
    pub existing: bool,
    pub sites: bool,
    pub institutions: bool,
    pub needs: bool,
    pub flows: bool,
}

const SIZE: f64 = 13.0;
const COLUMN: f64 = WIDTH / 2.0;

/// Draws the legend from `top`; returns where it ends.
pub fn draw(c: &Context, svg: &mut Svg, top: f64, shown: &Shown) -> f64 {
    let mut y = top + 22.0;
    let mut left = true;
    let mut deepest = y;
    let mut entry = |svg: &mut Svg, text: &str, mark: &dyn Fn(&mut Svg, (f64, f64))| {
        let x = if left { 16.0 } else { 16.0 + COLUMN };
        mark(svg, (x + 10.0, y - 4.5));
        let lines = wrap(text, SIZE, COLUMN - 60.0);
        for (index, line) in lines.iter().enumerate() {
            svg.text(
                (x + 30.0, y + 15.0 * index as f64),
                SIZE,
                INK,
                "start",
                line,
            );
        }
        deepest = deepest.max(y + 15.0 * (lines.len().max(1) - 1) as f64);
        if !left {
            y = deepest + 22.0;
            deepest = y;
        }
        left = !left;
    };
    for row in &c.region.services {
        if let Some(symbol) = shown.symbols.get(&row.id) {
            entry(svg, c.service(&row.id), &|svg, at| {
                symbol.draw(svg, at, 6.5, shown.new.then_some(0))
            });
        }
    }
    if let Some(symbol) = shown.symbols.values().next() {
        if shown.new {
            entry(svg, &c.get("report-legend-new"), &|svg, at| {
                symbol.draw(svg, at, 8.5, Some(1))
            });
        }
        if shown.existing {
            entry(svg, &c.get("report-legend-existing"), &|svg, at| {
                symbol.draw(svg, at, 6.0, None)
            });
        }
    }
    if shown.sites {
        entry(svg, &c.get("report-legend-sites"), &|svg, at| {
            symbol::SITE.draw(svg, at, 6.0, None)
        });
    }
    if shown.institutions {
        entry(svg, &c.get("report-legend-institutions"), &|svg, at| {
            symbol::INSTITUTION.draw(svg, at, 7.0, Some(0))
        });
    }
    if shown.needs {
        entry(svg, &c.get("report-legend-needs"), &|svg, (x, y)| {
            for (persons, dx) in [(1, -8.0), (10, 4.0)] {
                let radius = dot_radius(persons);
                svg.add(format_args!(
                    r##"<circle cx="{:.1}" cy="{y:.1}" r="{radius:.1}" fill="#8a7f6a" fill-opacity="0.42"/>"##,
                    x + dx
                ));
            }
        });
    }
    if shown.flows {
        entry(svg, &c.get("report-legend-flows"), &|svg, (x, y)| {
            svg.add(format_args!(
                r##"<path d="M{:.1} {y:.1}H{:.1}" stroke="#8a7f6a" stroke-opacity="0.6" stroke-width="1.6"/>"##,
                x - 9.0,
                x + 11.0
            ));
        });
    }
    if !left {
        y = deepest + 22.0;
    }
    y += 2.0;
    for line in wrap(&attribution(c), 12.0, WIDTH - 32.0) {
        svg.text((16.0, y), 12.0, QUIET, "start", &line);
        y += 15.0;
    }
    y
}

fn attribution(c: &Context) -> String {
    let source = |table: &str| {
        c.region
            .info
            .sources
            .iter()
            .find(|(name, _)| name == table)
            .map(|(_, source)| source.as_str())
    };
    match source("boundaries").or_else(|| source("territories")) {
        Some(source) => c.say(Message::new("report-map-attribution").with("source", source)),
        None => c.get("report-map-attribution-unknown"),
    }
}
