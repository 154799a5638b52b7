//! Maps as SVG: outlines, needs as dots, sites by shape and colour, flows as
//! lines, with legend and scale bar.

mod legend;
mod projection;
mod spread;
mod symbol;

use crate::context::Context;
use crate::model::Picture;
use crate::svg::{QUIET, Svg, escape, width_of};
use domain::{Boundary, Institution, Lang, LatLon, Message, PlaceId, ServiceId, Site, SiteRef};
use projection::Projection;
use spread::Spread;
use std::collections::BTreeMap;
use symbol::{Symbol, symbols};

/// Width of a map in its own units.
pub const WIDTH: f64 = 900.0;

/// Size of the names: 6.9 points where the map is as wide as the text of a page.
const NAMES: f64 = 13.0;

/// What a map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What exists.
    Today,
    /// What exists and what the plan adds.
    Proposed,
}

impl Kind {
    /// Name of the file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Today => "map-today.svg",
            Self::Proposed => "map.svg",
        }
    }

    /// What a page has room for, with legend and caption: the proposal has a page
    /// of its own.
    fn most_height(self) -> f64 {
        match self {
            Self::Today => 700.0,
            Self::Proposed => 980.0,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Today => "report-map-today",
            Self::Proposed => "report-map-proposed",
        }
    }
}

/// The map as a picture of the document.
pub fn picture(c: &Context, kind: Kind) -> Picture {
    Picture {
        file: kind.file().to_owned(),
        caption: c.get(kind.key()),
        alt: alt(c, kind),
    }
}

fn alt(c: &Context, kind: Kind) -> String {
    let told = Message::new("report-map-alt")
        .with("map", c.get(kind.key()))
        .with("existing", c.region.sites.len());
    match kind {
        Kind::Today => c.say(told.with("new", 0_u32)),
        Kind::Proposed => c.say(told.with("new", c.sites_opened())),
    }
}

/// Whether there is anything of today to show.
pub fn shows_today(c: &Context) -> bool {
    let region = c.region;
    !(region.offers.is_empty() && region.sites.is_empty() && region.institutions.is_empty())
}

/// Sites of today of which no service is known.
fn bare_sites<'a>(c: &Context<'a>, kind: Kind) -> impl Iterator<Item = &'a Site> {
    let region = c.region;
    let offers = |site: &Site| region.offers.iter().any(|row| row.site == site.id);
    region
        .sites
        .iter()
        .filter(move |site| kind == Kind::Today && !offers(site))
}

/// The map.
pub fn svg(c: &Context, kind: Kind) -> String {
    let outlines = outlines(c);
    let projection = Projection::new(c, &outlines, kind.most_height());
    let symbols = symbols(c, kind);
    let mut svg = Svg::new();
    draw_outlines(&mut svg, &projection, &outlines);
    let needs = if c.is_internal() {
        needs(c)
    } else {
        BTreeMap::new()
    };
    let has_flows = kind == Kind::Proposed && draw_flows(c, &mut svg, &projection);
    for (place, persons) in &needs {
        if let Some(place) = c.region.place(place) {
            let (x, y) = projection.point(place.at);
            let radius = dot_radius(*persons);
            svg.add(format_args!(
                r##"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}" fill="#8a7f6a" fill-opacity="0.42"><title>{}</title></circle>"##,
                escape(&format!("{}: {persons}", place.name))
            ));
        }
    }
    let mut spread = Spread::new(projection.size());
    let mut markers = Vec::new();
    if kind == Kind::Proposed {
        for (number, measure) in c.measures() {
            let at = c
                .region
                .position(&SiteRef::Candidate(measure.candidate.clone()));
            if let (Some(at), Some(symbol)) = (at, symbols.get(&measure.service)) {
                let told = format!(
                    "{number}. {}, {}",
                    c.service(&measure.service),
                    measure.name
                );
                markers.push((projection.point(at), 12.0, *symbol, Some(number), told));
            }
        }
    }
    for offer in &c.region.offers {
        let at = c.region.position(&SiteRef::Site(offer.site.clone()));
        if let (Some(at), Some(symbol)) = (at, symbols.get(&offer.service)) {
            let name = c
                .region
                .site(&offer.site)
                .map_or(offer.site.as_str(), |site| site.name.as_str());
            let told = format!("{}, {name}", c.service(&offer.service));
            markers.push((projection.point(at), 6.5, *symbol, None, told));
        }
    }
    let bare: Vec<&Site> = bare_sites(c, kind).collect();
    for site in &bare {
        if let Some(at) = c.region.position(&SiteRef::Site(site.id.clone())) {
            let told = site.name.clone();
            markers.push((projection.point(at), 6.0, symbol::SITE, None, told));
        }
    }
    let institutions: &[Institution] = match kind {
        Kind::Today => &c.region.institutions,
        Kind::Proposed => &[],
    };
    for row in institutions {
        let told = row.name.clone();
        markers.push((
            projection.point(row.at),
            7.0,
            symbol::INSTITUTION,
            Some(0),
            told,
        ));
    }
    // Places first, so that no leader crosses a symbol that was drawn before it.
    let placed: Vec<(f64, f64)> = markers
        .iter()
        .map(|(at, radius, ..)| spread.place(*at, *radius))
        .collect();
    for ((at, radius, symbol, ..), to) in markers.iter().zip(&placed) {
        if (at.0 - to.0).hypot(at.1 - to.1) > *radius {
            svg.add(format_args!(
                r#"<path d="M{:.1} {:.1}L{:.1} {:.1}" stroke="{}" stroke-width="1"/>"#,
                at.0, at.1, to.0, to.1, symbol.colour
            ));
            svg.add(format_args!(
                r#"<circle cx="{:.1}" cy="{:.1}" r="2" fill="{}"/>"#,
                at.0, at.1, symbol.colour
            ));
        }
    }
    draw_names(c, &mut svg, &projection, &mut spread, &outlines);
    for ((_, radius, symbol, number, told), at) in markers.iter().zip(&placed) {
        svg.add(format_args!("<g><title>{}</title>", escape(told)));
        symbol.draw(&mut svg, *at, *radius, *number);
        svg.add(format_args!("</g>"));
    }
    projection.scale_bar(c, &mut svg);
    let shown = legend::Shown {
        symbols: &symbols,
        new: kind == Kind::Proposed && !c.plan.measures.is_empty(),
        existing: !c.region.offers.is_empty(),
        sites: !bare.is_empty(),
        institutions: !institutions.is_empty(),
        needs: !needs.is_empty(),
        flows: has_flows,
    };
    let height = legend::draw(c, &mut svg, projection.size().1, &shown);
    let lang = if c.lang() == Lang::Lv { "lv" } else { "en" };
    svg.finish((WIDTH, height), lang, &c.get(kind.key()), &alt(c, kind))
}

/// Outlines of the municipalities in force; all outlines where none is one.
fn outlines<'a>(c: &Context<'a>) -> Vec<&'a Boundary> {
    let all = &c.region.boundaries;
    let municipal: Vec<&Boundary> = all
        .iter()
        .filter(|row| {
            c.region
                .municipalities()
                .any(|territory| territory.id == row.id)
        })
        .collect();
    if municipal.is_empty() {
        all.iter().collect()
    } else {
        municipal
    }
}

fn draw_outlines(svg: &mut Svg, projection: &Projection, outlines: &[&Boundary]) {
    for outline in outlines {
        let path: String = outline
            .polygons
            .iter()
            .flatten()
            .map(|ring| projection.path(ring))
            .collect();
        svg.add(format_args!(
            r##"<path d="{path}" fill="#f5f2ea" fill-rule="evenodd" stroke="#b9b2a1" stroke-width="1" stroke-linejoin="round"/>"##
        ));
    }
}

/// People by place, from the plan.
fn needs<'a>(c: &Context<'a>) -> BTreeMap<&'a PlaceId, u32> {
    let mut needs = BTreeMap::new();
    let served = c
        .plan
        .assignments
        .iter()
        .map(|row| (&row.place, row.persons));
    for (place, persons) in served.chain(c.plan.unmet.iter().map(|row| (&row.place, row.persons))) {
        *needs.entry(place).or_default() += persons;
    }
    needs
}

/// The area of a dot is proportional to people.
fn dot_radius(persons: u32) -> f64 {
    (f64::from(persons).sqrt() * 1.9).max(1.9)
}

fn draw_flows(c: &Context, svg: &mut Svg, projection: &Projection) -> bool {
    if !c.is_internal() {
        return false;
    }
    let mut flows: BTreeMap<(&PlaceId, Option<&SiteRef>, &SiteRef), u32> = BTreeMap::new();
    for row in &c.plan.assignments {
        let flow = flows.entry((&row.place, row.from.as_ref(), &row.site));
        *flow.or_default() += row.persons;
    }
    for ((place, home, site), persons) in &flows {
        let from = c.whence_at(place, *home);
        if let (Some(from), Some(to)) = (from, c.region.position(site)) {
            let ((x1, y1), (x2, y2)) = (projection.point(from), projection.point(to));
            let width = (f64::from(*persons).sqrt() * 0.6).clamp(0.6, 4.0);
            svg.add(format_args!(
                r##"<path d="M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}" stroke="#8a7f6a" stroke-opacity="0.6" stroke-width="{width:.1}"/>"##
            ));
        }
    }
    !flows.is_empty()
}

fn draw_names(
    c: &Context,
    svg: &mut Svg,
    projection: &Projection,
    spread: &mut Spread,
    outlines: &[&Boundary],
) {
    for outline in outlines {
        let name = c.territory(&outline.id);
        let Some(at) = middle(outline) else { continue };
        let at = spread.place_text(projection.point(at), width_of(name, NAMES), NAMES);
        svg.add(format_args!(
            r##"<text x="{:.1}" y="{:.1}" font-size="{NAMES}" fill="{QUIET}" text-anchor="middle" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">{}</text>"##,
            at.0,
            at.1 + 4.0,
            escape(name)
        ));
    }
}

/// The middle of the longest outer ring, by area.
fn middle(outline: &Boundary) -> Option<LatLon> {
    let ring = outline
        .polygons
        .iter()
        .filter_map(|polygon| polygon.first())
        .max_by_key(|ring| ring.len())?;
    let (mut area, mut lat, mut lon) = (0.0, 0.0, 0.0);
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let cross = a.lon * b.lat - b.lon * a.lat;
        area += cross;
        lat += (a.lat + b.lat) * cross;
        lon += (a.lon + b.lon) * cross;
    }
    if area == 0.0 {
        return ring.first().copied();
    }
    Some(LatLon {
        lat: lat / (3.0 * area),
        lon: lon / (3.0 * area),
    })
}

/// Services that a map shows, by their symbols.
pub type Symbols<'a> = BTreeMap<&'a ServiceId, Symbol>;
