//! What the machine gives: bandwidth of its memory, and how free its processors are.

use super::measure::cost;
use std::time::Instant;

/// Bytes that one thread copies in a second, memory to memory (read and
/// written bytes both count): the median of some copies far larger than any cache.
pub fn copy_bandwidth() -> f64 {
    let from = vec![1_u8; 256 << 20];
    let mut to = vec![0_u8; from.len()];
    let mut rates: Vec<f64> = (0..7)
        .map(|_| {
            let ((), cost) = cost(|| to.copy_from_slice(std::hint::black_box(&from)));
            std::hint::black_box(&mut to);
            2.0 * from.len() as f64 / cost.cpu
        })
        .collect();
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

/// Seconds of processor that two busy threads get in a second by the clock: 2
/// on two idle processors, less where other work goes on.
pub fn free_processors() -> f64 {
    let (_, spent) = cost(|| {
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let begun = Instant::now();
                    while begun.elapsed().as_millis() < 500 {
                        std::hint::spin_loop();
                    }
                });
            }
        });
    });
    spent.cpu / spent.wall
}
