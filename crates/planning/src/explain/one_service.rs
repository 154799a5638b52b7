//! One service of the plan by itself, with those that can only be decided together with
//! it: what other services have opened is given, and so is what they leave of the money
//! and of each site.

use crate::adapter::{FacilityOf, Problem};
use crate::restrict::{Keep, Restricted};
use domain::ServiceId;
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

    /// The part of a service, by its row in `services.csv`, and of those decided with it.
    pub fn new(problem: &'p Problem<'r>, solution: &'p Solution, service: usize) -> Self {
        let mut part = Self {
            problem,
            solution,
            service: problem.together[service],
            instance: problem.instance.clone(),
            shared: vec![false; problem.instance.sites.len()],
        };
        part.leave_out_other_demand();
        part.leave_out_other_measures();
        part.leave_out_other_locks();
        part
    }

    /// Unmet needs and cost of the plan's own answer to the part.
    pub fn as_it_is(&self) -> Option<(i64, i64)> {
        let now = self.restricted(&self.instance, |_| false)?;
        let solution = now.start(self.solution)?;
        let cost = solution.cost(&now.instance);
        Some((self.unmet(&now, &solution), cost))
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
                _ if !self.is_its(at) => Keep::Out,
                Some(opened) => Keep::May(opened.level),
                None if is_offer || at == facility => Keep::All,
                None => Keep::Out,
            }
        })
    }

    /// Needs of the service in the main state that a solution of one of its parts leaves unmet.
    pub fn unmet(&self, part: &Restricted, solution: &Solution) -> i64 {
        let is_its = |demand: &usize| {
            let point = self.problem.points.get(*demand);
            point.is_some_and(|point| {
                point.state == self.problem.main && self.is_of_service(&point.of.service)
            })
        };
        let left = solution.unmet.iter().enumerate();
        let left = left.filter(|(demand, _)| is_its(demand));
        let left: i64 = left.map(|(_, &persons)| i64::from(persons)).sum();
        let stays = |arc: usize| {
            self.problem.facilities[part.facility(arc)] == FacilityOf::StayingHome
                && is_its(&part.instance.arcs[arc].demand)
        };
        let at_home = solution.flow.iter().enumerate();
        let at_home = at_home.filter(|&(arc, &persons)| persons > 0 && stays(arc));
        left + at_home.map(|(_, &persons)| i64::from(persons)).sum::<i64>()
    }

    fn is_its(&self, facility: usize) -> bool {
        self.problem.together[self.problem.services[facility]] == self.service
    }

    fn is_of_service(&self, id: &ServiceId) -> bool {
        let services = &self.problem.region.services;
        let at = services.iter().position(|row| row.id == *id);
        at.is_some_and(|at| self.problem.together[at] == self.service)
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
        !self.is_its(facility) || self.is_kept_apart(facility)
    }

    /// Whether another service from which it must be apart has opened beside it.
    fn is_kept_apart(&self, facility: usize) -> bool {
        self.instance.apart.iter().any(|&(one, other)| {
            (one == facility && self.solution.open[other].is_some())
                || (other == facility && self.solution.open[one].is_some())
        })
    }

    fn leave_out_other_demand(&mut self) {
        for demand in 0..self.problem.points.len() {
            if !self.is_of_service(&self.problem.points[demand].of.service) {
                self.instance.demands[demand].unmet_cost = Some(0);
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
            if self.is_its(facility) {
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
        let phase = self.solution.phases(&self.problem.instance)[site];
        let opening = phase.and_then(|phase| openings.get(phase)).cloned();
        let payments = opening.unwrap_or_default().payments;
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
        let mut locks = std::mem::take(&mut self.instance.locks);
        locks.retain(|lock| match *lock {
            Lock::Site { site, open } => !(open && self.shared[site]),
            Lock::Facility { facility, .. } => self.is_its(facility),
        });
        self.instance.locks = locks;
    }
}
