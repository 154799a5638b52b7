//! What an import has to know of the package into which it goes.

use crate::fault::Log;
use crate::read::rows::{self, Cells, typed};
use crate::read::sheet::{Sheet, State};
use crate::read::{decode, sheet};
use crate::schema;
use domain::{Message, Need, Offer, Population, Service, Site, Territory, TerritoryId};
use std::fs;
use std::path::Path;

/// The tables that imports read. They must be without faults in their cells;
/// the package as a whole need not be finished.
pub struct Package {
    pub territories: Vec<Territory>,
    pub services: Vec<Service>,
    pub needs: Vec<Need>,
    pub population: Vec<Population>,
    sites: Vec<Site>,
    offers: Vec<Offer>,
}

impl Package {
    pub fn read(dir: &Path) -> Result<Self, Message> {
        Ok(Self {
            territories: table(dir, "territories", rows::territory)?,
            services: table(dir, "services", rows::service)?,
            needs: table(dir, "needs", rows::need)?,
            population: table(dir, "population", rows::population)?,
            sites: table(dir, "sites", rows::site)?,
            offers: table(dir, "offers", rows::offer)?,
        })
    }

    /// Whether a service is offered at a site in a territory.
    pub fn offers(&self, territory: &TerritoryId, service: &str) -> bool {
        self.offers
            .iter()
            .filter(|offer| offer.service.as_str() == service)
            .any(|offer| {
                self.sites
                    .iter()
                    .any(|site| site.id == offer.site && self.is_within(&site.host, territory))
            })
    }

    /// A territory's name and id.
    pub fn name(&self, id: &TerritoryId) -> String {
        match self.territories.iter().find(|row| row.id == *id) {
            Some(row) => format!("{} ({id})", row.name_lv),
            None => id.to_string(),
        }
    }

    fn is_within(&self, inner: &TerritoryId, outer: &TerritoryId) -> bool {
        let mut current = Some(inner);
        for _ in 0..=self.territories.len() {
            match current {
                Some(id) if id == outer => return true,
                Some(id) => {
                    current = self
                        .territories
                        .iter()
                        .find(|row| row.id == *id)
                        .and_then(|row| row.parent.as_ref());
                }
                None => return false,
            }
        }
        false
    }
}

/// The rows of a table; none where the file is absent.
fn table<T>(dir: &Path, name: &str, make: impl Fn(&Cells<'_>) -> T) -> Result<Vec<T>, Message> {
    let Some(table) = schema::table(name) else {
        return Ok(Vec::new());
    };
    let file = table.file();
    let path = dir.join(&file);
    if !path.exists() {
        return match name {
            "territories" | "services" => {
                Err(Message::new("import-table-missing").with("file", file))
            }
            _ => Ok(Vec::new()),
        };
    }
    let faulty = || Message::new("import-table-faulty").with("file", file.as_str());
    let bytes = fs::read(&path).map_err(|_| faulty())?;
    let mut log = Log::default();
    let text = decode::decode(&file, &bytes, &mut log).ok_or_else(faulty)?;
    let sheet: Sheet = sheet::read(table, text, &mut log);
    if sheet.state != State::Read || !log.faults.is_empty() {
        return Err(faulty());
    }
    // Rows are written back as they were understood, so they must be unambiguous.
    let areas = |row| {
        ["place", "territory"]
            .iter()
            .filter(|column| !sheet.is_empty(row, column))
            .count()
    };
    if name == "needs" && sheet.rows.iter().any(|row| areas(row) != 1) {
        return Err(faulty());
    }
    Ok(typed(&sheet, make))
}
