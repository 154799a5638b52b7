//! The enhanced two-step floating catchment area method (E2SFCA).

use crate::weight;

/// What E2SFCA answers, unrounded.
#[derive(Debug, Clone, PartialEq)]
pub struct FloatingCatchment {
    /// Weighted need in the catchment of each site.
    pub weighted_need: Vec<f64>,
    /// Supply for each unit of weighted need at each site; absent where nobody
    /// in need is within the limit.
    pub site_ratios: Vec<Option<f64>>,
    /// Supply within reach for each unit of need at each place.
    pub place_ratios: Vec<f64>,
}

/// Step 1: each site's supply over the weighted need around it,
/// `R_j = S_j / Σ_k W(t_kj) D_k`. Step 2: what each place reaches,
/// `A_i = Σ_j W(t_ij) R_j` (Luo and Qi 2009, see [`crate::WEIGHTS`]).
///
/// `seconds[i][j]` is the way from place `i` to site `j`, absent where there is
/// none. The need times the ratios adds up to the supply of the sites that
/// anybody in need reaches: `Σ_i D_i A_i = Σ_j S_j`.
pub fn e2sfca(
    need: &[f64],
    supply: &[f64],
    seconds: &[Vec<Option<u32>>],
    limit_min: f64,
) -> FloatingCatchment {
    let nearness = |place: usize, site: usize| {
        seconds[place][site].map_or(0.0, |seconds| weight(seconds, limit_min))
    };
    let (places, sites) = (0..need.len(), 0..supply.len());
    let weighted_need: Vec<f64> = sites
        .clone()
        .map(|site| {
            places
                .clone()
                .map(|place| nearness(place, site) * need[place])
                .sum()
        })
        .collect();
    let site_ratios: Vec<Option<f64>> = weighted_need
        .iter()
        .zip(supply)
        .map(|(need, supply)| (*need > 0.0).then(|| supply / need))
        .collect();
    let place_ratios = places
        .map(|place| {
            let reached = sites
                .clone()
                .filter_map(|site| Some(nearness(place, site) * site_ratios[site]?));
            reached.sum()
        })
        .collect();
    FloatingCatchment {
        weighted_need,
        site_ratios,
        place_ratios,
    }
}
