//! `sources/published.csv`: figures with the page on which they stand.

use super::table;
use std::path::Path;

/// A published figure.
pub struct Figure {
    /// What is counted: `assessed`, `served`, `need` …
    pub figure: String,
    /// Where: a territory of the package, or another region or place.
    pub territory: String,
    /// Of whom.
    pub target_group: String,
    /// Of which service; empty: of all.
    pub service: String,
    /// How many.
    pub persons: u64,
    /// The page.
    pub source: String,
}

/// All published figures.
pub struct Published(Vec<Figure>);

impl Published {
    /// Reads `sources/published.csv` of a folder.
    ///
    /// # Errors
    /// Says what cannot be read.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let rows = table::read(&folder.join("sources/published.csv"))?;
        let figures = rows.iter().map(|row| {
            let text = |column: &str| row[column].clone();
            Ok(Figure {
                figure: text("figure"),
                territory: text("territory"),
                target_group: text("target_group"),
                service: text("service"),
                persons: row
                    .number("persons")
                    .map_err(|why| format!("published.csv: {why}"))?,
                source: text("source"),
            })
        });
        figures.collect::<Result<_, _>>().map(Self)
    }

    /// The figure of a kind, territory, target group and service.
    ///
    /// # Errors
    /// Says which figure is missing.
    pub fn get(
        &self,
        figure: &str,
        territory: &str,
        target_group: &str,
        service: &str,
    ) -> Result<u64, String> {
        self.find(figure, territory, target_group, service)
            .ok_or_else(|| {
                format!("published.csv: no {figure} of {territory} {target_group} {service}")
            })
    }

    /// The same where the figure may be absent.
    pub fn find(
        &self,
        figure: &str,
        territory: &str,
        target_group: &str,
        service: &str,
    ) -> Option<u64> {
        let same = |row: &&Figure| {
            [&row.figure, &row.territory, &row.target_group, &row.service]
                == [figure, territory, target_group, service]
        };
        self.0.iter().find(same).map(|row| row.persons)
    }

    /// Needs that are published as such, in file order.
    pub fn needs(&self) -> impl Iterator<Item = &Figure> {
        self.0.iter().filter(|row| row.figure == "need")
    }
}
