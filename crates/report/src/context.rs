//! What every chapter needs: the plan, the region, the words, the names.

use crate::Edition;
use crate::model::{Block, Cell, Column, Table};
use domain::plan::{Measure, Minutes, Opening};
use domain::{
    CandidateId, Cents, Lang, LatLon, Message, Payer, PlaceId, Plan, Region, ServiceId, SiteRef,
    TerritoryId,
};
use std::collections::BTreeSet;
use texts::Texts;

/// What every chapter needs.
pub struct Context<'a> {
    pub plan: &'a Plan,
    pub region: &'a Region,
    pub edition: Edition,
    texts: Texts,
}

impl<'a> Context<'a> {
    pub fn new(plan: &'a Plan, region: &'a Region, lang: Lang, edition: Edition) -> Self {
        Self {
            plan,
            region,
            edition,
            texts: Texts::new(lang),
        }
    }

    pub fn lang(&self) -> Lang {
        self.texts.lang()
    }

    pub fn is_internal(&self) -> bool {
        self.edition == Edition::Internal
    }

    /// The text of a key.
    pub fn get(&self, key: &str) -> String {
        self.texts.get(key)
    }

    /// The key of what the editions say in different words: `KEY`, and
    /// `KEY-public` where the public one knows less.
    pub fn by_edition(&self, key: &str) -> String {
        match self.edition {
            Edition::Internal => key.to_owned(),
            Edition::Public => format!("{key}-public"),
        }
    }

    /// The name of a figure of `services.csv` or the scenario, in words.
    pub fn figure(&self, figure: &str) -> String {
        let key = format!("report-assumed-{}", figure.replace(['.', '_'], "-"));
        if self.texts.has(&key) {
            self.get(&key)
        } else {
            figure.to_owned()
        }
    }

    /// The name of a table of the package, in words.
    pub fn data(&self, table: &str) -> String {
        let key = format!("report-data-{}", table.replace('_', "-"));
        if self.texts.has(&key) {
            self.get(&key)
        } else {
            table.to_owned()
        }
    }

    /// A profile of travel, in words where it is a known one.
    pub fn profile(&self, profile: &str) -> String {
        let key = format!("report-profile-{profile}");
        if self.texts.has(&key) {
            self.get(&key)
        } else {
            profile.to_owned()
        }
    }

    /// The text of a message.
    pub fn say(&self, message: Message) -> String {
        self.texts.say(&message)
    }

    /// A paragraph.
    pub fn text(&self, key: &str) -> Block {
        Block::Text(self.get(key))
    }

    pub fn number(&self, value: f64, decimals: usize) -> String {
        self.texts.number(value, decimals)
    }

    /// From where people set out: the place where they live, or the home into which they move.
    pub fn whence(&self, place: &PlaceId, home: Option<&SiteRef>) -> String {
        let name = self.region.place(place);
        let name = name.map_or(place.as_str(), |place| place.name.as_str());
        match home {
            None => name.to_owned(),
            Some(home) => self.say(
                Message::new("report-whence-home")
                    .with("place", name)
                    .with("home", self.region.site_name(home)),
            ),
        }
    }

    /// The coordinates from which people set out.
    pub fn whence_at(&self, place: &PlaceId, home: Option<&SiteRef>) -> Option<LatLon> {
        match home {
            None => Some(self.region.place(place)?.at),
            Some(home) => self.region.position(home),
        }
    }

    /// What an amount of the plan is without the price of changes, where nobody named it and
    /// it stands for no money.
    pub fn without_price(&self, amount: Cents) -> Cents {
        match self.region.scenario.wants_fewest_changes() {
            true => amount - self.plan.costs.change,
            false => amount,
        }
    }

    /// Whole euro with the sign, as it stands in a sentence.
    pub fn euro(&self, amount: Cents) -> String {
        format!("{}\u{a0}EUR", self.texts.eur(amount))
    }

    pub fn percent(&self, share: f64) -> String {
        let sign = if self.lang() == Lang::Lv {
            "\u{a0}%"
        } else {
            "%"
        };
        let percent = self.number((share * 100.0).round(), 0);
        format!("{percent}{sign}")
    }

    /// A cell as people read it.
    pub fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => "–".to_owned(),
            Cell::Text(text) => text.clone(),
            Cell::Number(value, decimals) => self.number(*value, *decimals),
            Cell::Worded(_, words) => words.clone(),
            Cell::Money(amount) => self.texts.eur(*amount),
            Cell::Share(share) => self.percent(*share),
        }
    }

    /// A table with the caption `report-table-ID` and the tab `report-sheet-ID`.
    pub fn table<const N: usize>(
        &self,
        id: &str,
        columns: [Column; N],
        rows: Vec<[Cell; N]>,
    ) -> Table {
        Table {
            name: self.get(&format!("report-sheet-{id}")),
            caption: self.get(&format!("report-table-{id}")),
            columns: columns.into(),
            rows: rows.into_iter().map(Vec::from).collect(),
            group: None,
            total: None,
            note: None,
        }
    }

    /// A column with the heading `report-col-ID`.
    pub fn col(&self, id: &str, width: u32) -> Column {
        Column {
            heading: self.get(&format!("report-col-{id}")),
            width,
            optional: false,
        }
    }

    /// A column that the public edition may have to leave empty.
    pub fn optional(&self, id: &str, width: u32) -> Column {
        Column {
            optional: true,
            ..self.col(id, width)
        }
    }

    pub fn territory(&self, id: &'a TerritoryId) -> &str {
        self.region
            .territory(id)
            .map_or(id.as_str(), |row| row.name(self.lang()))
    }

    /// The municipality in which a territory lies.
    pub fn municipality(&self, id: &'a TerritoryId) -> &str {
        self.territory(self.region.municipality_of(id))
    }

    pub fn service(&self, id: &'a ServiceId) -> &str {
        self.region
            .service(id)
            .map_or(id.as_str(), |row| match self.lang() {
                Lang::Lv => row.name_lv.as_str(),
                Lang::En => row.name_en.as_str(),
            })
    }

    pub fn candidate(&self, id: &'a CandidateId) -> &str {
        self.region
            .candidate(id)
            .map_or(id.as_str(), |row| row.name.as_str())
    }

    pub fn payer(&self, payer: &'a Payer) -> String {
        match payer {
            Payer::Eu => self.get("report-payer-eu"),
            Payer::State => self.get("report-payer-state"),
            Payer::Municipality(id) => self.territory(id).to_owned(),
        }
    }

    pub fn region_name(&self) -> &str {
        match self.lang() {
            Lang::Lv => &self.plan.region.name_lv,
            Lang::En => &self.plan.region.name_en,
        }
    }

    /// The plan's measures with the numbers that tables and maps give them: by
    /// service in the order of the catalogue, so that numbers run through tables.
    pub fn measures(&self) -> impl Iterator<Item = (usize, &'a Measure)> {
        let services = &self.region.services;
        let mut measures: Vec<&Measure> = self.plan.measures.iter().collect();
        measures.sort_by_key(|row| {
            services
                .iter()
                .position(|service| service.id == row.service)
        });
        measures
            .into_iter()
            .enumerate()
            .map(|(index, measure)| (index + 1, measure))
    }

    /// The number of an opening that the plan has.
    pub fn number_of(&self, opening: &Opening) -> Option<usize> {
        self.measures()
            .find(|(_, row)| row.candidate == opening.candidate && row.service == opening.service)
            .map(|(number, _)| number)
    }

    /// Whether what a service has are workers, not places.
    pub fn has_workers(&self, service: &ServiceId) -> bool {
        self.region
            .service(service)
            .is_some_and(|row| row.is_mobile())
    }

    /// Places of a service; of a mobile one “n workers”.
    pub fn places(&self, service: &ServiceId, count: u32) -> Cell {
        if self.has_workers(service) {
            Cell::Worded(f64::from(count), self.size(service, count))
        } else {
            count.into()
        }
    }

    /// “n places”, of a mobile service “n workers”.
    fn size(&self, service: &ServiceId, count: u32) -> String {
        let key = if self.has_workers(service) {
            "report-size-workers"
        } else {
            "report-size-places"
        };
        self.say(Message::new(key).with("count", count))
    }

    /// “service, site (places)”.
    pub fn opening(&self, opening: &'a Opening) -> String {
        let service = self.service(&opening.service).to_owned();
        let site = self.candidate(&opening.candidate).to_owned();
        self.say(
            Message::new("report-opening")
                .with("service", service)
                .with("site", site)
                .with("size", self.size(&opening.service, opening.places)),
        )
    }

    /// “site (places)”, where it is plain which service is meant.
    pub fn opening_of_service(&self, opening: &'a Opening) -> String {
        let site = self.candidate(&opening.candidate).to_owned();
        self.say(
            Message::new("report-opening-of-service")
                .with("site", site)
                .with("size", self.size(&opening.service, opening.places)),
        )
    }

    /// Sites at which something opens.
    pub fn sites_opened(&self) -> usize {
        self.plan
            .measures
            .iter()
            .map(|row| &row.candidate)
            .collect::<BTreeSet<_>>()
            .len()
    }

    pub fn capital(&self) -> Cents {
        self.plan.measures.iter().map(|row| row.capital).sum()
    }

    /// Mean minutes over all services, weighted by people, and the share within
    /// the standard; nothing in the public edition, which withholds minutes.
    pub fn minutes(&self) -> Option<Minutes> {
        let weigh = |of: fn(&Minutes) -> f64| {
            let (mut sum, mut people) = (0.0, 0.0);
            for row in &self.plan.services {
                let served = f64::from(row.served_existing + row.served_new);
                sum += of(&row.minutes) * served;
                people += served;
            }
            (people > 0.0).then(|| sum / people)
        };
        if !self.is_internal() {
            return None;
        }
        Some(Minutes {
            mean: weigh(|minutes| minutes.mean)?,
            max: self
                .plan
                .services
                .iter()
                .map(|row| row.minutes.max)
                .fold(0.0, f64::max),
            within_standard: weigh(|minutes| minutes.within_standard)?,
        })
    }
}
