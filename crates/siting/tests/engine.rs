//! The engine finds, of random instances of every variant, what trying everything
//! finds, and answers as an exact solver must when the same is asked otherwise.

#[path = "common/change.rs"]
mod change;
#[path = "common/enumerate.rs"]
mod enumerate;
#[path = "common/harness.rs"]
mod harness;
#[path = "common/questions.rs"]
#[macro_use]
mod questions;
#[path = "common/random.rs"]
mod random;

use siting::engine::Engine;

questions!(Engine, 30, 1);
