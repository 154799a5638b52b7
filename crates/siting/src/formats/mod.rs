//! Files of location problems: the package's own and those of public benchmarks.

pub mod instance;
