//! The floating catchment area methods (FCA): a site is shared by all who live
//! around it.
//!
//! `need` has a number for each place, `supply` for each site; `f_ij` are the
//! weights. All four are one recipe: a claim `a_ij` that a place makes on a
//! site, and a share `b_ij` that a place gets of what the site has for each
//! unit claimed,
//! `R_j = S_j ÷ Σ_i a_ij·D_i` and `A_i = Σ_j b_ij·R_j`.

use crate::{Decay, Seconds, Weights};

/// What a floating catchment method answers, unrounded.
#[derive(Debug, Clone, PartialEq)]
pub struct FloatingCatchment {
    /// Need that claims each site, in the unit of need.
    pub weighted_need: Vec<f64>,
    /// Supply for each unit of need that claims the site; absent where nobody
    /// in need is in its catchment.
    pub site_ratios: Vec<Option<f64>>,
    /// Supply within reach for each unit of need at each place.
    pub place_ratios: Vec<f64>,
}

/// The two-step floating catchment area method: `a = b = f`.
///
/// With [`Decay::Binary`] it is 2SFCA (W. Luo and F. Wang, "Measures of spatial
/// accessibility to health care in a GIS environment", Environment and Planning
/// B 30 (2003) 865–884), with [`Decay::zones`] E2SFCA (Luo and Qi 2009).
/// Conserves what there is: `Σ_i D_i·A_i = Σ_j S_j` over the sites that anybody
/// in need reaches.
pub fn two_step(need: &[f64], supply: &[f64], weights: &Weights) -> FloatingCatchment {
    catchment(need, supply, weights, |at| at.weight, |at| at.weight)
}

/// E2SFCA in a catchment of `limit_min` minutes (Luo and Qi 2009): [`two_step`]
/// with the weights of [`Decay::zones`].
pub fn e2sfca(
    need: &[f64],
    supply: &[f64],
    seconds: &Seconds,
    limit_min: f64,
) -> FloatingCatchment {
    two_step(
        need,
        supply,
        &Weights::new(seconds, &Decay::zones(limit_min)),
    )
}

/// The modified two-step method (M2SFCA): `a = f`, `b = f²`.
///
/// P. L. Delamater, "Spatial accessibility in suboptimally configured health
/// care systems", Health & Place 24 (2013) 30–43. Where everybody lives at the
/// door it equals [`two_step`]; what is missing from `Σ_j S_j` is lost to
/// distance.
pub fn modified_two_step(need: &[f64], supply: &[f64], weights: &Weights) -> FloatingCatchment {
    catchment(
        need,
        supply,
        weights,
        |at| at.weight,
        |at| at.weight * at.weight,
    )
}

/// The three-step method (3SFCA): people spread over the sites they reach,
/// `G_ij = f_ij ÷ Σ_k f_ik`, and `a = b = G·f`.
///
/// N. Wan, B. Zou and T. Sternberg, "A three-step floating catchment area method
/// for analyzing spatial access to health services", International Journal of
/// Geographical Information Science 26 (2012) 1073–1089. Conserves what there
/// is as [`two_step`] does.
pub fn three_step(need: &[f64], supply: &[f64], weights: &Weights) -> FloatingCatchment {
    let selected = |at: Pair| at.of_place * at.weight * at.weight;
    catchment(need, supply, weights, selected, selected)
}

/// The balanced method (BFCA): each person is counted once and each site's
/// level of service is given out once, `a_ij = f_ij ÷ Σ_k f_ik` and
/// `b_ij = f_ij ÷ Σ_k f_kj`.
///
/// A. Paez, C. D. Higgins and S. F. Vivona, "Demand and level of service
/// inflation in Floating Catchment Area (FCA) methods", PLOS ONE 14 (2019)
/// e0218773. Conserves two totals: `Σ_j claims = Σ_i D_i` over the places that
/// reach a site, and `Σ_i A_i = Σ_j R_j`. As the second one counts places, not
/// people, a place cut in two halves has half the ratio at each.
pub fn balanced(need: &[f64], supply: &[f64], weights: &Weights) -> FloatingCatchment {
    catchment(
        need,
        supply,
        weights,
        |at| at.of_place * at.weight,
        |at| at.of_site * at.weight,
    )
}

/// A place and a site.
#[derive(Clone, Copy)]
struct Pair {
    weight: f64,
    /// 1 ÷ the place's weights in all; 0 where it reaches nothing.
    of_place: f64,
    /// 1 ÷ the site's weights in all; 0 where nobody reaches it.
    of_site: f64,
}

fn catchment(
    need: &[f64],
    supply: &[f64],
    weights: &Weights,
    claim: impl Fn(Pair) -> f64,
    share: impl Fn(Pair) -> f64,
) -> FloatingCatchment {
    let mut weighted_need = vec![0.0; weights.sites()];
    let mut of_sites = vec![0.0; weights.sites()];
    let mut of_places = Vec::with_capacity(need.len());
    for (need, row) in need.iter().zip(weights.rows()) {
        let of_place = inverse(row.iter().sum());
        of_places.push(of_place);
        let sites = weighted_need.iter_mut().zip(&mut of_sites).zip(row);
        for ((claimed, of_site), weight) in sites {
            let pair = Pair {
                weight: *weight,
                of_place,
                of_site: 0.0,
            };
            *claimed += claim(pair) * need;
            *of_site += weight;
        }
    }
    let site_ratios: Vec<Option<f64>> = weighted_need
        .iter()
        .zip(supply)
        .map(|(need, supply)| (*need > 0.0).then(|| supply / need))
        .collect();
    // What a pair gets, with the ratio of its site; 0 where nobody claims it.
    let given: Vec<(f64, f64)> = site_ratios
        .iter()
        .zip(&of_sites)
        .map(|(ratio, of_site)| (ratio.unwrap_or(0.0), inverse(*of_site)))
        .collect();
    let place_ratios = weights
        .rows()
        .zip(&of_places)
        .map(|(row, of_place)| {
            let shares = row.iter().zip(&given).map(|(weight, (ratio, of_site))| {
                let pair = Pair {
                    weight: *weight,
                    of_place: *of_place,
                    of_site: *of_site,
                };
                ratio * share(pair)
            });
            shares.sum()
        })
        .collect();
    FloatingCatchment {
        weighted_need,
        site_ratios,
        place_ratios,
    }
}

fn inverse(total: f64) -> f64 {
    if total > 0.0 { 1.0 / total } else { 0.0 }
}
