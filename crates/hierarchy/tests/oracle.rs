//! The crate `cch`, a port of RoutingKit, gives the same times.

mod small;

use hierarchy::INFINITE;
use proptest::prelude::*;
use small::towns;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn another_implementation_gives_the_same_times(town in towns()) {
        let hierarchy = town.topology().customise(&town.costs);
        let weight: Vec<u32> = town
            .costs
            .iter()
            .map(|cost| if cost.is_finite() { cost.time } else { cch::INF_WEIGHT })
            .collect();
        let graph = cch::graph::Graph {
            first_out: town.arcs.first().to_vec(),
            head: town.arcs.head().to_vec(),
            weight,
        };
        let other = cch::Cch::build(&graph, &cch::degree_order(&graph));
        let metric = other.customize(&graph.weight);
        let all: Vec<u32> = (0..town.edges()).collect();
        let theirs = cch::distance_matrix(&other.view(), &metric.view(), &all, &all);
        let ours = hierarchy.times(&town.everywhere(), &town.everywhere());
        for (row, theirs) in theirs.chunks(all.len()).enumerate() {
            for (ours, theirs) in ours.row(row).iter().zip(theirs) {
                prop_assert_eq!((*ours).min(INFINITE), (*theirs).min(INFINITE));
            }
        }
    }
}
