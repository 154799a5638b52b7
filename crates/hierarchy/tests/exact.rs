//! Every answer is that of a plain search.

mod small;

use hierarchy::{Cost, Ends, Hierarchy, INFINITE, Paths, Topology};
use proptest::prelude::*;
use small::towns;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn times_and_lengths_are_those_of_a_plain_search(town in towns()) {
        let hierarchy = town.topology().customise(&town.costs);
        let everywhere = town.everywhere();
        let times = hierarchy.times(&everywhere, &everywhere);
        let matrix = hierarchy.matrix(&everywhere, &everywhere);
        for from in 0..town.edges() {
            for (to, cost) in town.plain(from).into_iter().enumerate() {
                prop_assert_eq!(matrix.cost(from as usize, to), cost);
                prop_assert_eq!(times.time(from as usize, to), cost.map(|cost| cost.time));
            }
        }
    }

    #[test]
    fn a_path_is_made_of_arcs_and_costs_what_the_matrix_says(town in towns()) {
        let hierarchy = town.topology().customise(&town.costs);
        let paths = Paths::new(&hierarchy);
        let everywhere = town.everywhere();
        let matrix = hierarchy.matrix(&everywhere, &everywhere);
        let cost_of = |from: u32, to: u32| {
            let arcs = town.arcs.of(from).filter(|&arc| town.arcs.head()[arc] == to);
            arcs.map(|arc| town.costs[arc]).filter(|cost| cost.is_finite()).min()
        };
        for from in 0..town.edges() as usize {
            for to in 0..town.edges() as usize {
                let path = paths.find(&hierarchy, (&everywhere, from), (&everywhere, to), cost_of);
                prop_assert_eq!(path.as_ref().map(|path| path.cost), matrix.cost(from, to));
                let Some(path) = path else { continue };
                prop_assert_eq!(path.vertices.first(), Some(&(from as u32)));
                prop_assert_eq!(path.vertices.last(), Some(&(to as u32)));
                let mut sum = Cost::ZERO;
                for step in path.vertices.windows(2) {
                    let cost = cost_of(step[0], step[1]);
                    prop_assert!(cost.is_some(), "no arc {:?}", step);
                    let cost = cost.unwrap_or(Cost::ZERO);
                    sum = Cost { time: sum.time + cost.time, length: sum.length + cost.length };
                }
                prop_assert_eq!(sum, path.cost);
            }
        }
    }

    #[test]
    fn a_point_at_several_vertices_takes_the_best_of_them(
        town in towns(),
        picks in prop::collection::vec((any::<u32>(), 0..20_u32), 1..4),
    ) {
        let hierarchy = town.topology().customise(&town.costs);
        let mut point = Ends::default();
        let picks: Vec<_> = picks
            .into_iter()
            .map(|(vertex, time)| (vertex % town.edges(), Cost { time, length: 1 }))
            .collect();
        point.push(picks.clone());
        point.push([]);
        let everywhere = town.everywhere();
        let from = hierarchy.matrix(&point, &everywhere);
        let to = hierarchy.matrix(&everywhere, &point);
        let all = hierarchy.matrix(&everywhere, &everywhere);
        let add = |a: Cost, b: Cost| Cost { time: a.time + b.time, length: a.length + b.length };
        for edge in 0..town.edges() as usize {
            let out = |&(vertex, own): &(u32, Cost)| Some(add(own, all.cost(vertex as usize, edge)?));
            prop_assert_eq!(from.cost(0, edge), picks.iter().filter_map(out).min());
            let back = |&(vertex, own): &(u32, Cost)| Some(add(all.cost(edge, vertex as usize)?, own));
            prop_assert_eq!(to.cost(edge, 0), picks.iter().filter_map(back).min());
            prop_assert_eq!(from.cost(1, edge), None);
            prop_assert_eq!(to.cost(edge, 1), None);
        }
    }

    #[test]
    fn ends_without_a_way_reach_nothing(town in towns(), time in INFINITE..=u32::MAX) {
        let hierarchy = town.topology().customise(&town.costs);
        let mut closed = Ends::default();
        closed.push([(0, Cost { time, length: 1 })]);
        let everywhere = town.everywhere();
        for (from, to) in [(&closed, &everywhere), (&everywhere, &closed)] {
            let (times, matrix) = (hierarchy.times(from, to), hierarchy.matrix(from, to));
            for (row, column) in (0..from.len()).flat_map(|row| (0..to.len()).map(move |to| (row, to))) {
                prop_assert_eq!(times.time(row, column), None);
                prop_assert_eq!(matrix.cost(row, column), None);
            }
        }
    }

    #[test]
    fn another_metric_on_the_same_topology_is_exact_too(town in towns(), seed in any::<u32>()) {
        let topology = town.topology();
        topology.customise(&town.costs);
        let mut other = town.clone();
        for (arc, cost) in (0..).zip(&mut other.costs) {
            cost.time = seed.wrapping_mul(2_654_435_761).wrapping_add(arc * 40_503) % 13 + 1;
        }
        let hierarchy = topology.customise(&other.costs);
        let everywhere = town.everywhere();
        let matrix = hierarchy.matrix(&everywhere, &everywhere);
        for from in 0..town.edges() {
            for (to, cost) in other.plain(from).into_iter().enumerate() {
                prop_assert_eq!(matrix.cost(from as usize, to), cost);
            }
        }
    }

    #[test]
    fn what_is_stored_and_read_again_is_the_same(town in towns()) {
        let topology = town.topology();
        let hierarchy = topology.customise(&town.costs);
        let parts = topology.parts().map(<[u32]>::to_vec);
        prop_assert_eq!(&Topology::from_parts(&town.arcs, parts).unwrap(), &topology);
        let parts = hierarchy.parts().map(<[u32]>::to_vec);
        prop_assert_eq!(&Hierarchy::from_parts(parts).unwrap(), &hierarchy);
    }

    #[test]
    fn damaged_parts_are_refused_or_harmless(
        town in towns(),
        part in 0..6_usize,
        at in any::<prop::sample::Index>(),
        value in any::<u32>(),
    ) {
        let topology = town.topology();
        let mut parts = topology.parts().map(<[u32]>::to_vec);
        if !parts[part].is_empty() {
            let at = at.index(parts[part].len());
            parts[part][at] = value;
        }
        if let Ok(topology) = Topology::from_parts(&town.arcs, parts) {
            let hierarchy = topology.customise(&town.costs);
            let times = hierarchy.times(&town.everywhere(), &town.everywhere());
            prop_assert_eq!(times.row(0).len(), town.edges() as usize);
        }
    }
}
