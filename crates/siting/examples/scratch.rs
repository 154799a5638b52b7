use siting::formats::*;
use siting::solver::*;
#[path = "../tests/common/region.rs"]
#[allow(dead_code, missing_docs)]
mod region;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let env = |n: &str, d: f64| {
        std::env::var(n)
            .ok()
            .and_then(|x| x.parse().ok())
            .unwrap_or(d)
    };
    let opt = |n: &str| std::env::var(n).ok().and_then(|x| x.parse::<f64>().ok());
    let known: f64 = a.get(3).and_then(|x| x.parse().ok()).unwrap_or(0.0);
    let t = std::time::Instant::now();
    let file = std::fs::read(if a[2].starts_with("/") {
        a[2].clone()
    } else {
        format!("/work/shared/data/instances/{}", a[2])
    })
    .unwrap();
    let options = Options {
        capacity: opt("CAP"),
        splittable: std::env::var("SPLIT").is_ok(),
        radius: opt("R"),
        p: opt("P").map(|p| p as u32),
        ..Options::default()
    };
    let s = read(Format::named(&a[1]).unwrap(), &file, &options).unwrap();
    let read_s = t.elapsed().as_secs_f64();
    let t = std::time::Instant::now();
    let mut last = 0.0;
    let o = SolveOptions {
        gap: env("GAP", 0.0),
        time_limit_s: Some(env("TL", 20.0)),
        work_limit: None,
    };
    let r = siting::engine::Engine.solve(&s.instance, &o, None, &mut |p| {
        if p.seconds > last + 2.0 {
            last = p.seconds;
            eprintln!(
                "  {:.1}s best {:.3} bound {:.3} gap {:.3}% nodes {}",
                p.seconds,
                s.objective(p.best.unwrap_or(0)),
                s.objective(p.bound.unwrap_or(0)),
                p.gap().unwrap_or(1.0) * 100.0,
                p.nodes
            );
        }
        Control::Continue
    });
    match r {
        Ok(o) => println!(
            "{} {} {:?} obj {:.3} bound {:.3} gap {:.4}% nodes {} read {:.2} solve {:.2}s known {:.3} ({:.3}%) faults {}",
            a[1],
            a[2],
            o.stop,
            s.objective(o.objective),
            s.objective(o.bound),
            relative_gap(o.objective, o.bound) * 100.0,
            o.nodes,
            read_s,
            t.elapsed().as_secs_f64(),
            known,
            (s.objective(o.objective) / known - 1.0) * 100.0,
            o.solution.faults(&s.instance).len()
        ),
        Err(e) => println!("{e}"),
    }
}
