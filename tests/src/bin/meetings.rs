//! Writes a feed of invented meetings to standard output: `meetings 2000 > feed.json`.

use std::io::{self, Write};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count = std::env::args().nth(1).unwrap_or_else(|| "2000".to_owned());
    let count = count.parse().context("how many meetings?")?;
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &swansfeet_tests::meetings::feed(count))?;
    out.write_all(b"\n")?;
    Ok(())
}
