//! The same input gives the same hierarchy on one thread and on many.

use hierarchy::{
    Arcs, Cost, Ends, Layout, Progress, Topology, nested_dissection, nested_dissection_watched,
};

/// A grid of two-way streets, large enough that work is shared out.
struct Grid {
    at: Vec<[i32; 2]>,
    tail: Vec<u32>,
    head: Vec<u32>,
    arcs: Arcs,
    costs: Vec<Cost>,
}

fn grid(side: u32) -> Grid {
    let at = (0..side * side).map(|at| [(at / side) as i32, (at % side) as i32]);
    let at: Vec<_> = at.collect();
    let (mut tail, mut head) = (Vec::new(), Vec::new());
    for junction in 0..side * side {
        let mut road = |other| {
            tail.extend([junction, other]);
            head.extend([other, junction]);
        };
        if junction % side + 1 < side {
            road(junction + 1);
        }
        if junction / side + 1 < side {
            road(junction + side);
        }
    }
    let mut leaving = vec![Vec::new(); at.len()];
    for (edge, &junction) in (0..).zip(&tail) {
        leaving[junction as usize].push(edge);
    }
    let (mut first, mut heads, mut costs) = (vec![0], Vec::new(), Vec::new());
    for (edge, &junction) in (0_u32..).zip(&head) {
        for &next in &leaving[junction as usize] {
            heads.push(next);
            costs.push(Cost {
                time: (edge * 7 + next * 13) % 29 + 1,
                length: edge % 5,
            });
        }
        first.push(heads.len() as u32);
    }
    Grid {
        at,
        tail,
        head,
        arcs: Arcs::new(first, heads).unwrap(),
        costs,
    }
}

#[test]
fn order_topology_and_costs_do_not_depend_on_threads() {
    let grid = grid(60);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.unwrap().install(|| {
            let layout = Layout {
                at: &grid.at,
                tail: &grid.tail,
                head: &grid.head,
            };
            let topology = Topology::new(&grid.arcs, &nested_dissection(&layout)).unwrap();
            let hierarchy = topology.customise(&grid.costs);
            let ends = Ends::single(&(0..grid.tail.len() as u32).step_by(97).collect::<Vec<_>>());
            let matrix = hierarchy.matrix(&ends, &ends);
            (topology, hierarchy, matrix)
        })
    };
    assert_eq!(on(1), on(4));
}

#[test]
fn an_order_tells_how_far_it_has_come_and_stops_when_asked() {
    let grid = grid(40);
    let layout = Layout {
        at: &grid.at,
        tail: &grid.tail,
        head: &grid.head,
    };
    let progress = Progress::default();
    assert_eq!(progress.share(), 0.0);
    let order = nested_dissection_watched(&layout, &progress);
    assert_eq!(order, Some(nested_dissection(&layout)));
    assert_eq!(progress.share(), 1.0);
    progress.stop();
    assert_eq!(nested_dissection_watched(&layout, &progress), None);
}

#[test]
fn separators_keep_shortcuts_few() {
    let grid = grid(60);
    let layout = Layout {
        at: &grid.at,
        tail: &grid.tail,
        head: &grid.head,
    };
    let shortcuts = |order: &[u32]| -> usize {
        let topology = Topology::new(&grid.arcs, order).unwrap();
        topology.shortcuts().iter().sum()
    };
    let by_cuts = shortcuts(&nested_dissection(&layout));
    let as_numbered = shortcuts(&(0..grid.tail.len() as u32).collect::<Vec<_>>());
    assert!(5 * by_cuts < as_numbered, "{by_cuts} against {as_numbered}");
}
