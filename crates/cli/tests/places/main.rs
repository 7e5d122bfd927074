//! `swansfeet places`, the real program, on directories with invented positions.
#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "../support/directory.rs"]
mod directory;
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod support;

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Output;

use swansfeet_places::{Point, Postcode, shard};
use tempfile::TempDir;
use zip::{ZipWriter, write::SimpleFileOptions};

const FILE: &str = "ONSPD_AUG_2026_UK.csv";

fn rows(count: u64) -> String {
    let mut out = Vec::new();
    directory::write(&mut out, count).unwrap();
    String::from_utf8(out).unwrap()
}

fn run(folder: &Path, command: &str) -> Output {
    let mut program = support::swansfeet();
    program.current_dir(folder).args(command.split(' '));
    support::run(program, b"")
}

fn works(folder: &Path, command: &str) -> String {
    let output = run(folder, command);
    let (said, complaint) = (support::text(&output.stdout), support::text(&output.stderr));
    assert!(output.status.success(), "{command}: {said}{complaint}");
    said + &complaint
}

fn refused(folder: &Path, command: &str) -> String {
    let output = run(folder, command);
    let complaint = support::text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{command}: {complaint}");
    complaint
}

/// Names in the folder, sorted.
fn names(folder: PathBuf) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn with_names(folder: &Path) {
    fs::create_dir(folder.join("Documents")).unwrap();
    for (councils, file) in [
        (true, "LAD names and codes.csv"),
        (false, "PCON names and codes.csv"),
    ] {
        fs::write(
            folder.join("Documents").join(file),
            directory::names(councils),
        )
        .unwrap();
    }
}

#[test]
fn each_postcode_in_use_is_told_what_the_directory_says() {
    let folder = TempDir::new().unwrap();
    let text = rows(6_000) + directory::SLIPS;
    fs::write(folder.path().join(FILE), &text).unwrap();
    with_names(folder.path());
    let said = works(
        folder.path(),
        &format!("places import {FILE} --names Documents --out places"),
    );
    let places = folder.path().join("places");

    let (mut live, mut ended) = (0, 0);
    for line in text.lines().skip(1).take(6_000) {
        let cells: Vec<&str> = line.split(',').map(|cell| cell.trim_matches('"')).collect();
        let at = |name: &str| {
            let place = directory::HEADER.split(',').position(|known| known == name);
            cells[place.unwrap()]
        };
        let postcode: Postcode = at("pcds").parse().unwrap();
        let file = places.join(shard::file_name(postcode.outcode()));
        let text = fs::read_to_string(file).unwrap_or_default();
        let found = shard::find(&text, &postcode);
        let is_bt = at("pcds").starts_with("BT");
        if !at("doterm").is_empty() || is_bt || at("lat").starts_with("99") {
            assert_eq!(found, None, "{postcode}");
            ended += 1;
            continue;
        }
        let found = found.unwrap_or_else(|| panic!("{postcode} is in use"));
        let truth = Point {
            latitude: at("lat").parse().unwrap(),
            longitude: at("long").parse().unwrap(),
        };
        assert!(found.point.distance(truth).km() < 0.011, "{postcode}");
        let council = found.council.unwrap();
        assert_eq!(council.code, at("lad26cd"));
        assert!(council.name.starts_with("Council "), "{}", council.name);
        let constituency = found.constituency.unwrap();
        assert_eq!(constituency.code, at("pcon24cd"));
        assert!(constituency.name.starts_with("Constituency "));
        live += 1;
    }
    assert!(live > 3_000 && ended > 1_000, "{live} {ended}");
    assert!(
        said.contains(&format!("{live} postcodes in use of ")),
        "{said}"
    );

    let left_out = fs::read_to_string(places.join("LEFT-OUT.txt")).unwrap();
    for (line, why) in [
        (6_002, "the postcode is not one"),
        (6_003, "the line is cut off"),
        (6_004, "latitude or longitude is not a number"),
        (6_005, "the position is far from the postcode area"),
        (6_006, "nation and region are not known"),
        // An empty line in front counts as part of it.
        (6_007, "the line is cut off"),
    ] {
        let expected = format!("{FILE}:{line}: {why}");
        assert!(left_out.contains(&expected), "no {expected} in {left_out}");
        assert!(said.contains(&expected), "no {expected} in {said}");
    }
    assert_eq!(left_out.lines().count(), 6);
}

#[test]
fn show_tells_one_postcode_or_what_is_known_without() {
    let folder = TempDir::new().unwrap();
    let header = "pcds,doterm,lat,long,ctry,rgn,lad25cd,pcon24cd";
    let row = "LS1 4DY,,53.797418,-1.548612,E92000001,E12000003,E08000035,E14001311";
    fs::write(folder.path().join("d.csv"), format!("{header}\n{row}\n")).unwrap();
    fs::create_dir(folder.path().join("names")).unwrap();
    fs::write(
        folder.path().join("names/councils.csv"),
        "LAD25CD,LAD25NM\nE08000035,Leeds\n",
    )
    .unwrap();
    let complaint = refused(folder.path(), "places import d.csv");
    assert!(complaint.contains("--edition"), "{complaint}");
    let said = works(
        folder.path(),
        "places import d.csv --edition 2026-08 --names names",
    );
    assert!(
        said.contains("1 councils and constituencies have a code but no name"),
        "{said}"
    );
    let said = works(folder.path(), "places show ls1 4dy");
    assert_eq!(
        said,
        "LS1 4DY\n\
         Position      53.7974, -1.5486\n\
         Nation        England\n\
         Region        Yorkshire and the Humber\n\
         Council       Leeds (E08000035)\n\
         Constituency  E14001311\n\
         Edition       2026-08\n\
         Contains OS data © Crown copyright and database right 2026. Contains Royal Mail data © \
         Royal Mail copyright and database right 2026. Source: Office for National Statistics \
         licensed under the Open Government Licence v.3.0\n"
    );
    let said = works(folder.path(), "places show CH5 3QL --data nowhere");
    assert!(
        said.contains("Chester (CH)") && said.contains("England or Wales"),
        "{said}"
    );
    assert!(refused(folder.path(), "places show LS1").contains("first half"));
}

#[test]
fn the_archive_as_downloaded_and_the_folder_unpacked_from_it_give_the_same() {
    let folder = TempDir::new().unwrap();
    let text = rows(2_000);
    let (header, body) = text.split_once('\n').unwrap();
    let middle = body[..body.len() / 2].rfind('\n').unwrap() + 1;
    let pieces = [
        (
            "Data/multi_csv/ONSPD_AUG_2026_UK_A.csv",
            format!("{header}\n{}", &body[..middle]),
        ),
        (
            "Data/multi_csv/ONSPD_AUG_2026_UK_Z.csv",
            format!("{header}\n{}", &body[middle..]),
        ),
        (
            "Documents/LAD names and codes UK.csv",
            directory::names(true),
        ),
        (
            "Documents/PCON names and codes UK.csv",
            directory::names(false),
        ),
        ("User Guide/ONSPD User Guide.pdf", "not a list".to_owned()),
    ];
    let mut archive =
        ZipWriter::new(File::create(folder.path().join("ONSPD_AUG_2026.zip")).unwrap());
    let unpacked = folder.path().join("ONSPD_AUG_2026");
    for (name, content) in &pieces {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(content.as_bytes()).unwrap();
        let path = unpacked.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    archive.finish().unwrap();
    fs::write(folder.path().join(FILE), &text).unwrap();

    let index = |from: &str, more: &str| {
        let said = works(folder.path(), &format!("places import {from}{more}"));
        assert!(!said.contains("no name"), "{said}");
        fs::read_to_string(folder.path().join("data/places/index.txt")).unwrap()
    };
    let packed = index("ONSPD_AUG_2026.zip", "");
    assert_eq!(index("ONSPD_AUG_2026", ""), packed);
    assert_eq!(index(FILE, " --names ONSPD_AUG_2026/Documents"), packed);
    let empty = "swansfeet: ONSPD_AUG_2026/Documents: there is no CSV file of the directory in it";
    let complaint = refused(
        folder.path(),
        "places import ONSPD_AUG_2026/Documents --edition 2026-08",
    );
    assert!(complaint.starts_with(empty), "{complaint}");
}

/// Another licence, so another switch, and other words on each of its files.
#[test]
fn northern_ireland_is_left_out_unless_somebody_has_its_licence() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join(FILE), rows(3_000)).unwrap();
    let places = folder.path().join("data/places");
    let bt = || {
        names(places.clone())
            .into_iter()
            .filter(|name| name.starts_with("BT"))
            .count()
    };

    let said = works(folder.path(), &format!("places import {FILE}"));
    assert!(said.contains("Land & Property Services"), "{said}");
    assert_eq!(bt(), 0);
    let index = fs::read_to_string(places.join("index.txt")).unwrap();
    assert!(!index.contains("\nBT"), "{index}");

    works(
        folder.path(),
        &format!("places import {FILE} --northern-ireland=As-we-agreed"),
    );
    assert!(bt() > 0);
    let shard = fs::read_to_string(places.join("BT1.txt")).unwrap();
    assert_eq!(shard::head(&shard).unwrap().attribution, "As-we-agreed");
    let leeds = fs::read_to_string(places.join("LS1.txt")).unwrap();
    assert!(
        shard::head(&leeds)
            .unwrap()
            .attribution
            .contains("Open Government Licence")
    );
    let attribution = fs::read_to_string(places.join("ATTRIBUTION.txt")).unwrap();
    assert!(attribution.contains("As-we-agreed"), "{attribution}");

    works(
        folder.path(),
        &format!("places import {FILE} --northern-ireland"),
    );
    let shard = fs::read_to_string(places.join("BT1.txt")).unwrap();
    assert!(
        shard::head(&shard)
            .unwrap()
            .attribution
            .contains("Land & Property Services")
    );
}

#[test]
fn what_goes_wrong_leaves_the_old_places_as_they_were() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::write(path.join(FILE), rows(1_000)).unwrap();
    works(path, &format!("places import {FILE}"));
    let before = fs::read_to_string(path.join("data/places/index.txt")).unwrap();

    let header = "pcds,doterm,lat,long,ctry";
    let bad = format!("{header}\n{}", "LS1 4DY,,x,y,E92000001\n".repeat(500));
    let ended = format!("{header}\nLS1 4DY,199606,53.8,-1.5,E92000001\n");
    let files = [
        (
            "other.csv",
            "name,street\nx,y\n",
            "there is no column with the postcode",
        ),
        ("empty.csv", "", "there is no column with the postcode"),
        ("bad.csv", &bad, "lines cannot be read, which is too many"),
        (
            "ended.csv",
            &ended,
            "no postcode in use was found in 1 lines",
        ),
        ("broken.zip", "no archive", "broken.zip"),
    ];
    for (name, content, expected) in files {
        fs::write(path.join(name), content).unwrap();
        let complaint = refused(path, &format!("places import {name} --edition 2026-11"));
        assert!(complaint.contains(expected), "{name}: {complaint}");
    }
    let complaint = refused(path, "places import gone.csv --edition 2026-11");
    assert!(complaint.contains("gone.csv"), "{complaint}");
    assert_eq!(
        fs::read_to_string(path.join("data/places/index.txt")).unwrap(),
        before
    );
    assert_eq!(names(path.join("data")), ["places"]);

    // A folder with something else in it is not replaced.
    fs::create_dir(path.join("mine")).unwrap();
    fs::write(path.join("mine/letter.txt"), "keep me").unwrap();
    let complaint = refused(path, &format!("places import {FILE} --out mine"));
    assert!(complaint.contains("holds no places"), "{complaint}");
    assert_eq!(names(path.join("mine")), ["letter.txt"]);
}
