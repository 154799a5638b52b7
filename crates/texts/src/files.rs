//! The message files, built into the program.

macro_rules! areas {
    ($($area:literal),+ $(,)?) => {
        /// Area, Latvian text, English text.
        pub const FILES: &[(&str, &str, &str)] = &[$((
            $area,
            include_str!(concat!("../locales/lv/", $area, ".ftl")),
            include_str!(concat!("../locales/en/", $area, ".ftl")),
        )),+];
    };
}

areas! {
    "cli", "dataset", "demand", "disclosure", "explore", "format", "reach", "report", "rules",
    "shares", "siting", "travel", "verify",
}
