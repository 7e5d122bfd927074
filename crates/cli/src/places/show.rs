//! `swansfeet places show`: what a widget would make of one postcode.

use std::fs;
use std::io;
use std::path::PathBuf;

use clap::Args;
use swansfeet_places::shard::{self, Named};
use swansfeet_places::{Place, Point, Postcode};

use super::Trouble;

/// Options of `swansfeet places show`.
#[derive(Args, Debug)]
pub(crate) struct Show {
    /// The postcode, as people type it
    #[arg(value_name = "POSTCODE", num_args = 1..=2, required = true)]
    postcode: Vec<String>,

    /// The folder that `swansfeet places import` wrote
    #[arg(long, value_name = "FOLDER", default_value = "data/places")]
    data: PathBuf,
}

impl Show {
    pub(super) fn run(&self) -> Result<(), Trouble> {
        let typed = self.postcode.join(" ");
        let reading = Postcode::read(&typed).map_err(Trouble::Postcode)?;
        let postcode = reading.postcode;
        let file = self.data.join(shard::file_name(postcode.outcode()));
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(why) if why.kind() == io::ErrorKind::NotFound => String::new(),
            Err(why) => return Err(Trouble::file(&file)(why)),
        };
        println!("{postcode}");
        let Some(exact) = shard::find(&text, &postcode) else {
            println!("Not in {}", self.data.display());
            rough(&postcode);
            return Ok(());
        };
        println!("Position      {}", written(exact.point));
        println!("Nation        {}", exact.nation().name());
        println!("Region        {}", exact.region.name());
        println!("Council       {}", named(exact.council));
        println!("Constituency  {}", named(exact.constituency));
        if let Some(head) = shard::head(&text) {
            println!("Edition       {}", head.edition);
            println!("{}", head.attribution);
        }
        Ok(())
    }
}

/// What is known without the directory.
fn rough(postcode: &Postcode) {
    if let Place::Area(area) = postcode.place() {
        let nations: Vec<&str> = area.nations().map(|nation| nation.name()).collect();
        println!("Area          {} ({})", area.name(), area.code());
        println!("Nation        {}", nations.join(" or "));
        println!("Position      roughly {}", written(area.rough_centre()));
    }
}

fn written(point: Point) -> String {
    format!("{:.4}, {:.4}", point.latitude, point.longitude)
}

fn named(named: Option<Named<'_>>) -> String {
    named.map_or_else(
        || "not known".to_owned(),
        |named| match named.name {
            "" => named.code.to_owned(),
            name => format!("{name} ({})", named.code),
        },
    )
}
