//! Names in both languages as arguments: `service` becomes `service-lv` and
//! `service-en`, and the message files choose.

use domain::{LocalText, Message, Region, ServiceId, TerritoryId};

/// A message with names in both languages.
pub(crate) trait Named: Sized {
    /// Adds one name.
    fn named(self, arg: &str, name: LocalText) -> Self;

    /// Adds names, separated by commas.
    fn named_all(self, arg: &str, names: impl IntoIterator<Item = LocalText>) -> Self {
        let (lv, en): (Vec<_>, Vec<_>) = names.into_iter().map(|name| (name.lv, name.en)).unzip();
        self.named(
            arg,
            LocalText {
                lv: lv.join(", "),
                en: en.join(", "),
            },
        )
    }
}

impl Named for Message {
    fn named(self, arg: &str, name: LocalText) -> Self {
        self.with(&format!("{arg}-lv"), name.lv)
            .with(&format!("{arg}-en"), name.en)
    }
}

pub(crate) fn service(region: &Region, id: &ServiceId) -> LocalText {
    region.service(id).map_or_else(
        || as_it_is(id.as_str()),
        |row| LocalText {
            lv: row.name_lv.clone(),
            en: row.name_en.clone(),
        },
    )
}

pub(crate) fn territory(region: &Region, id: &TerritoryId) -> LocalText {
    region.territory(id).map_or_else(
        || as_it_is(id.as_str()),
        |row| LocalText {
            lv: row.name_lv.clone(),
            en: row.name_en.clone(),
        },
    )
}

fn as_it_is(text: &str) -> LocalText {
    LocalText {
        lv: text.to_owned(),
        en: text.to_owned(),
    }
}
