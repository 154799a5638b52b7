//! What is said to people: a key and its arguments. The words, in Latvian and
//! English, live in the `texts` crate, so that pure crates never hold prose.

use serde::{Deserialize, Serialize};

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Latvian, the default.
    #[default]
    Lv,
    /// English.
    En,
}

/// An argument of a [`Message`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// A number; the language decides on its plural forms and its decimal sign.
    Number(f64),
    /// Text that stands as it is (an id, a name, a cell of a table).
    Text(String),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! arg_from_number {
    ($($number:ty),+) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                Self::Number(number as f64)
            }
        }
    )+};
}
arg_from_number!(f64, u32, i32, u64, i64, usize);

/// Something to be said: a key of the message files and its named arguments.
///
/// ```
/// use domain::Message;
/// let fault = Message::new("fault-unknown-id").with("value", "DAC_X").with("table", "services.csv");
/// assert_eq!(fault.key, "fault-unknown-id");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// The key in the message files (`kebab-case`).
    pub key: String,
    /// Named arguments, in the order in which they were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, Arg)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            args: Vec::new(),
        }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }
}
