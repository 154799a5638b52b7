//! Prepares an extract and prints the seconds of each stage: `network EXTRACT PROFILE`.

use roads::{Changes, Network, Profile, Stage};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(extract), Some(profile)) = (args.next(), args.next()) else {
        return Err("network EXTRACT PROFILE".into());
    };
    let profile = Profile::named(&profile)?;
    let begun = Instant::now();
    let mut say = |stage: Stage, share: f64| {
        println!("{:.2} s: {stage:?} {share}", begun.elapsed().as_secs_f64());
        true
    };
    let network = Network::prepare(extract.as_ref(), &profile, 0, &mut say)?;
    println!("{:.2} s: prepared", begun.elapsed().as_secs_f64());
    let file = std::env::temp_dir().join(format!("tuvak-network-{}", std::process::id()));
    network.save(&file)?;
    let begun = Instant::now();
    let network = Network::load(&file)?;
    println!(
        "loaded {} MB in {:.2} s",
        std::fs::metadata(&file)?.len() >> 20,
        begun.elapsed().as_secs_f64()
    );
    std::fs::remove_file(&file)?;
    let begun = Instant::now();
    let network = network.with_metric(&profile, &Changes::default(), 0)?;
    println!("new prices in {:.2} s", begun.elapsed().as_secs_f64());
    let begun = Instant::now();
    network.with_metric(&profile, &Changes::default(), 0)?;
    println!("new prices again in {:.2} s", begun.elapsed().as_secs_f64());
    Ok(())
}
