//! Who pays ("Who pays" in `docs/planning-model.md`).

use domain::{Candidate, Cents, Fund, Payer, Region, Scheme, Service};

/// Money by payer; the parts add up to the whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Shares {
    /// The part in which the EU and the state may share.
    pub eligible: Cents,
    pub eu: Cents,
    pub state: Cents,
    /// The owner's municipality's.
    pub municipality: Cents,
}

impl Shares {
    /// Money shared by a scheme; without one it is all the municipality's.
    pub fn of(money: Cents, scheme: Option<&Scheme>) -> Self {
        let Some(scheme) = scheme else {
            return Self {
                municipality: money,
                ..Self::default()
            };
        };
        let eligible = money.share(scheme.eligible_share);
        let eu = eligible.share(scheme.eu);
        // Both rounded up may exceed what is eligible by a cent.
        let state = eligible.share(scheme.state).min(eligible - eu);
        Self {
            eligible,
            eu,
            state,
            municipality: money - eu - state,
        }
    }

    /// Running money in a year: shared while the scheme runs.
    pub fn of_running(money: Cents, scheme: Option<&Scheme>, year: i32) -> Self {
        let runs = |scheme: &&Scheme| scheme.running_until_year.is_some_and(|until| year <= until);
        Self::of(money, scheme.filter(runs))
    }
}

/// Whether a scheme may pay a service at a candidate.
pub(crate) fn may_pay(
    region: &Region,
    scheme: &Scheme,
    service: &Service,
    candidate: &Candidate,
) -> bool {
    (scheme.services.is_empty() || scheme.services.contains(&service.id))
        && (!scheme.partners_only || region.is_partner(&candidate.owner))
}

/// What a ceiling limits.
#[derive(Debug, Clone, PartialEq)]
pub enum CeilingOf {
    /// All building money together.
    Budget(Cents),
    /// One payer's building money.
    Fund(Fund),
}

impl CeilingOf {
    /// The most that may be drawn.
    pub fn cents(&self) -> Cents {
        match self {
            Self::Budget(cents) => *cents,
            Self::Fund(fund) => fund.ceiling,
        }
    }

    /// What building money at a candidate, spent in a year, draws on the ceiling.
    pub(crate) fn draw(
        &self,
        region: &Region,
        candidate: &Candidate,
        year: i32,
        money: Cents,
        shares: Shares,
    ) -> Cents {
        let fund = match self {
            Self::Budget(_) => return money,
            Self::Fund(fund) => fund,
        };
        if fund.year.is_some_and(|of| of != year) {
            return Cents::ZERO;
        }
        let inside = |territory| region.is_within(&candidate.owner, territory);
        if !fund.territory.as_ref().is_none_or(inside) {
            return Cents::ZERO;
        }
        match &fund.payer {
            Payer::Eu => shares.eu,
            Payer::State => shares.state,
            Payer::Municipality(id) if id == region.municipality_of(&candidate.owner) => {
                shares.municipality
            }
            Payer::Municipality(_) => Cents::ZERO,
        }
    }
}
