//! Who pays: a sum split by a scheme, and rows of payers compared.

use crate::faults::Faults;
use crate::rates;
use domain::plan::Payment;
use domain::{Payer, Scheme, TerritoryId};
use std::collections::BTreeMap;

/// Building and running money by payer, cents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bill(BTreeMap<Payer, [i128; 2]>);

const CAPITAL: usize = 0;
const RUNNING: usize = 1;

impl Bill {
    /// Adds building money and returns its eligible part.
    pub fn build(&mut self, cents: i64, scheme: Option<&Scheme>, owner: &TerritoryId) -> i64 {
        self.split(CAPITAL, cents, scheme, owner)
    }

    /// Adds a year's running money, shared while the scheme lasts.
    pub fn run(&mut self, cents: i64, scheme: Option<&Scheme>, owner: &TerritoryId, year: i32) {
        let lasts = |scheme: &&Scheme| scheme.running_until_year.is_some_and(|last| year <= last);
        self.split(RUNNING, cents, scheme.filter(lasts), owner);
    }

    /// Adds running money that one payer pays.
    pub fn run_by(&mut self, payer: &Payer, cents: i64) {
        self.0.entry(payer.clone()).or_default()[RUNNING] += i128::from(cents);
    }

    /// Adds another bill.
    pub fn add(&mut self, other: &Self) {
        for (payer, sums) in &other.0 {
            let row = self.0.entry(payer.clone()).or_default();
            row[CAPITAL] += sums[CAPITAL];
            row[RUNNING] += sums[RUNNING];
        }
    }

    /// Building money of a payer.
    pub fn capital(&self, payer: &Payer) -> i128 {
        self.0.get(payer).map_or(0, |row| row[CAPITAL])
    }

    /// Running money of a payer.
    pub fn running(&self, payer: &Payer) -> i128 {
        self.0.get(payer).map_or(0, |row| row[RUNNING])
    }

    /// Building money of all payers.
    pub fn capital_of_all(&self) -> i128 {
        self.0.values().map(|row| row[CAPITAL]).sum()
    }

    /// Whether the rows of a plan say the same.
    pub fn is(&self, stated: &[Payment]) -> bool {
        let mut faults = Faults::default();
        self.compare(&mut faults, "", stated);
        faults.0.is_empty()
    }

    /// Compares the rows of a plan, in which each payer who pays something
    /// stands once.
    pub fn compare(&self, faults: &mut Faults, whose: &str, stated: &[Payment]) {
        let mut seen = BTreeMap::new();
        for row in stated {
            let payer = row.payer.as_str();
            let twice = seen.insert(&row.payer, ()).is_some();
            let idle = row.capital.0 == 0 && row.running.0 == 0;
            faults.demand(
                !twice && !idle,
                "verify-payer-twice-or-idle",
                &format!("{whose} {payer}"),
            );
        }
        let empty = Payment {
            payer: Payer::Eu,
            capital: rates::cents(0),
            running: rates::cents(0),
        };
        let payers = self
            .0
            .keys()
            .chain(seen.into_keys().filter(|payer| !self.0.contains_key(payer)));
        for payer in payers {
            let row = stated
                .iter()
                .find(|row| row.payer == *payer)
                .unwrap_or(&empty);
            let whose = format!("{whose} {}", payer.as_str());
            faults.same(
                &whose,
                "payments.capital",
                row.capital,
                rates::cents(self.capital(payer)),
            );
            faults.same(
                &whose,
                "payments.running",
                row.running,
                rates::cents(self.running(payer)),
            );
        }
    }

    fn split(
        &mut self,
        of: usize,
        cents: i64,
        scheme: Option<&Scheme>,
        owner: &TerritoryId,
    ) -> i64 {
        let part = |sum: i64, share: f64| (sum as f64 * share).round() as i64;
        let (eligible, eu, state) = scheme.map_or((0, 0, 0), |scheme| {
            let eligible = part(cents, scheme.eligible_share);
            let eu = part(eligible, scheme.eu);
            let state = part(eligible, scheme.state);
            (eligible, eu, state.min(eligible - eu))
        });
        let owner = Payer::Municipality(owner.clone());
        for (payer, sum) in [
            (Payer::Eu, eu),
            (Payer::State, state),
            (owner, cents - eu - state),
        ] {
            if sum != 0 {
                self.0.entry(payer).or_default()[of] += i128::from(sum);
            }
        }
        eligible
    }
}
