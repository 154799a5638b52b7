//! What the product says, in Latvian and English.
//!
//! Prose lives in `locales/<language>/<area>.ftl` (Project Fluent); pure crates
//! hand over a [`Message`]: a key and its arguments. Numbers are written as the
//! language writes them, and plural forms follow its categories.
//!
//! ```
//! use domain::{Lang, Message};
//! use texts::Texts;
//!
//! let said = Texts::new(Lang::Lv).number(7_300_000.5, 1);
//! assert_eq!(said, "7\u{a0}300\u{a0}000,5");
//! ```

mod files;
mod number;

use domain::{Arg, Cents, Lang, Message};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use files::FILES;

/// The texts of one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The texts of a language. A fault in a message file is found by this
    /// crate's tests; at run time such a message shows its key.
    pub fn new(lang: Lang) -> Self {
        let id = match lang {
            Lang::Lv => "lv",
            Lang::En => "en",
        };
        let id: LanguageIdentifier = id.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        // The marks around arguments are for mixed writing directions; both
        // languages run left to right, and terminals show the marks as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Lv => |value, _| number::of_value(Lang::Lv, value),
            Lang::En => |value, _| number::of_value(Lang::En, value),
        }));
        for (_, lv, en) in FILES {
            let text = match lang {
                Lang::Lv => lv,
                Lang::En => en,
            };
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(parsed, _)| parsed);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of a key without arguments.
    pub fn get(&self, key: &str) -> String {
        self.render(key, None)
    }

    /// The text of a message.
    pub fn say(&self, message: &Message) -> String {
        let mut args = FluentArgs::with_capacity(message.args.len());
        for (name, value) in &message.args {
            let value = match value {
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Text(text) => FluentValue::from(text.clone()),
            };
            args.set(name.clone(), value);
        }
        self.render(&message.key, Some(&args))
    }

    /// Whether a key has a text.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A number as the language writes it, with exactly `decimals` decimals.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        number::fixed(self.lang, value, decimals)
    }

    /// Whole euro without the sign, rounded.
    pub fn eur(&self, amount: Cents) -> String {
        self.number((amount.eur()).round(), 0)
    }

    fn render(&self, key: &str, args: Option<&FluentArgs>) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, args, &mut errors)
            .into_owned()
    }
}
