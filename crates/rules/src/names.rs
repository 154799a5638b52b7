//! Names in both languages as arguments: `service` becomes `service-lv` and
//! `service-en`, and the message files choose.

use domain::{LocalText, Message, Region, ServiceId, TerritoryId};

/// A message with names in both languages.
pub(crate) trait Named: Sized {
    /// Adds one name.
    fn named(self, arg: &str, name: LocalText) -> Self;

    /// Adds names, separated by commas, the [`first`] ones.
    fn named_all(self, arg: &str, names: impl IntoIterator<Item = LocalText>) -> Self {
        let (lv, en): (Vec<_>, Vec<_>) = names.into_iter().map(|name| (name.lv, name.en)).unzip();
        self.named(
            arg,
            LocalText {
                lv: first(&lv),
                en: first(&en),
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

/// So many names make a sentence that can be read.
const SHOWN: usize = 4;

/// The first names, separated by commas, and a sign that there are more; how
/// many there are in all is for the message to say, which they are for the
/// finding's rows.
pub(crate) fn first<N: AsRef<str>>(names: &[N]) -> String {
    let shown: Vec<&str> = names.iter().take(SHOWN).map(AsRef::as_ref).collect();
    let more = if names.len() > SHOWN { " …" } else { "" };
    format!("{}{more}", shown.join(", "))
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

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn a_long_list_ends_where_a_reader_would_stop() {
        assert_eq!(first(&["a", "b", "c", "d"]), "a, b, c, d");
        assert_eq!(first(&["a", "b", "c", "d", "e"]), "a, b, c, d …");
        assert_eq!(first::<&str>(&[]), "");
    }
}
