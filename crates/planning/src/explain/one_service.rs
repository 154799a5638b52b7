//! One service of the plan by itself: what other services have opened is
//! given, and so is what they leave of the money and of each site.

use crate::adapter::Problem;
use crate::restrict::{Keep, Restricted};
use siting::instance::{FacilityKind, Instance, Lock, Payment, Solution};

/// A service's part of the problem. Demand of other services costs nothing.
pub(super) struct OneService<'p, 'r> {
    problem: &'p Problem<'r>,
    solution: &'p Solution,
    service: usize,
    instance: Instance,
    /// Per site: whether another service has opened there.
    shared: Vec<bool>,
}

impl<'p, 'r> OneService<'p, 'r> {
    /// The part of a facility's service.
    pub fn of(problem: &'p Problem<'r>, solution: &'p Solution, facility: usize) -> Self {
        Self::new(problem, solution, problem.services[facility])
    }

    /// The part of a service, by its row in `services.csv`.
    pub fn new(problem: &'p Problem<'r>, solution: &'p Solution, service: usize) -> Self {
        let mut part = Self {
            problem,
            solution,
            service,
            instance: problem.instance.clone(),
            shared: vec![false; problem.instance.sites.len()],
        };
        part.leave_out_other_demand();
        part.leave_out_other_measures();
        part.leave_out_other_locks();
        part
    }

    /// The plan's own answer to the part, and its cost.
    pub fn as_it_is(&self) -> Option<(Solution, i64)> {
        let now = self.restricted(&self.instance, |_| false)?;
        let solution = now.start(self.solution)?;
        let cost = solution.cost(&now.instance);
        Some((solution, cost))
    }

    /// The part decided anew: whatever is open may close, and the other way round.
    pub fn anew(&self) -> Option<Restricted> {
        Restricted::new(&self.instance, |at| {
            if self.is_left_out(at) {
                Keep::Out
            } else {
                Keep::All
            }
        })
    }

    /// The part without a measure; locks that hold it, or its site, open are void.
    pub fn without(&self, facility: usize) -> Option<Restricted> {
        let its_site = self.site(facility);
        let mut freed = self.instance.clone();
        freed.locks.retain(|lock| match *lock {
            Lock::Site { site, open } => !(open && Some(site) == its_site),
            Lock::Facility {
                facility: locked,
                open,
                ..
            } => !(open && locked == facility),
        });
        self.restricted(&freed, |at| at == facility)
    }

    /// The part with a facility opened that is closed; of the service's
    /// measures each stays as it is or closes, and nothing else opens.
    pub fn with(&self, facility: usize) -> Option<Restricted> {
        let mut forced = self.instance.clone();
        forced.locks.push(Lock::Facility {
            facility,
            level: None,
            open: true,
        });
        Restricted::new(&forced, |at| {
            let is_offer = self.site(at).is_none();
            match self.solution.open[at] {
                _ if self.problem.services[at] != self.service => Keep::Out,
                Some(opened) => Keep::May(opened.level),
                None if is_offer || at == facility => Keep::All,
                None => Keep::Out,
            }
        })
    }

    /// People of the service who are left without.
    pub fn unmet(&self, solution: &Solution) -> i64 {
        let points = self.problem.points.iter().zip(&solution.unmet);
        let id = &self.problem.region.services[self.service].id;
        points
            .filter(|(point, _)| point.service == *id)
            .map(|(_, &left)| i64::from(left))
            .sum()
    }

    fn restricted(&self, instance: &Instance, out: impl Fn(usize) -> bool) -> Option<Restricted> {
        Restricted::new(instance, |at| {
            if out(at) || self.is_left_out(at) {
                return Keep::Out;
            }
            self.solution.open[at].map_or(Keep::All, |opened| Keep::Must(opened.level))
        })
    }

    fn site(&self, facility: usize) -> Option<usize> {
        match self.instance.facilities[facility].kind {
            FacilityKind::New { site, .. } => Some(site),
            FacilityKind::Existing { .. } => None,
        }
    }

    fn is_left_out(&self, facility: usize) -> bool {
        self.problem.services[facility] != self.service || self.is_kept_apart(facility)
    }

    /// Whether another service from which it must be apart has opened beside it.
    fn is_kept_apart(&self, facility: usize) -> bool {
        self.instance.apart.iter().any(|&(one, other)| {
            (one == facility && self.solution.open[other].is_some())
                || (other == facility && self.solution.open[one].is_some())
        })
    }

    fn leave_out_other_demand(&mut self) {
        let id = &self.problem.region.services[self.service].id;
        for (demand, point) in self.instance.demands.iter_mut().zip(self.problem.points) {
            if point.service != *id {
                demand.unmet_cost = Some(0);
            }
        }
    }

    /// Takes what other services' measures use from the ceilings and sites.
    fn leave_out_other_measures(&mut self) {
        let mut schemes: Vec<Vec<usize>> = vec![Vec::new(); self.shared.len()];
        for (facility, opened) in self.solution.open.iter().enumerate() {
            let (Some(opened), Some(site)) = (opened, self.site(facility)) else {
                continue;
            };
            if self.problem.services[facility] == self.service {
                continue;
            }
            let level = &self.problem.levels(facility)[opened.level];
            let payment = &level.payments[opened.payment];
            self.draw(payment);
            self.shared[site] = true;
            schemes[site].push(payment.scheme);
            let places = &mut self.instance.sites[site].max_places;
            *places = places.map(|most| most.saturating_sub(level.places));
        }
        for (site, schemes) in schemes.iter().enumerate() {
            if self.shared[site] {
                self.pay_site(site, schemes);
            }
        }
    }

    /// A site that others use is there anyhow; one of their schemes pays it.
    fn pay_site(&mut self, site: usize, schemes: &[usize]) {
        let openings = std::mem::take(&mut self.instance.sites[site].openings);
        let payments = openings.into_iter().next().unwrap_or_default().payments;
        let chosen = self.solution.site_payment[site].and_then(|payment| payments.get(payment));
        let theirs = |payment: &&Payment| schemes.contains(&payment.scheme);
        if let Some(payment) = chosen
            .filter(theirs)
            .or_else(|| payments.iter().find(theirs))
        {
            self.draw(payment);
        }
    }

    fn draw(&mut self, payment: &Payment) {
        for &(ceiling, cents) in &payment.draws {
            let left = &mut self.instance.ceilings[ceiling].cents;
            *left = (*left - cents).max(0);
        }
    }

    fn leave_out_other_locks(&mut self) {
        let (problem, shared, service) = (self.problem, &self.shared, self.service);
        self.instance.locks.retain(|lock| match *lock {
            Lock::Site { site, open } => !(open && shared[site]),
            Lock::Facility { facility, .. } => problem.services[facility] == service,
        });
    }
}
