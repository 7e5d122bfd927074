//! A postcode directory with invented positions and areas, as large as the real one if need be: the
//! same columns, the same kinds of rows, and on demand the slips that files have. Made from numbers
//! alone, so that each run has the same.

use std::fmt::Write as _;
use std::io::{self, Write};

use swansfeet_places::{Area, Nation};

/// As in editions of 2026, as far as they are read; the rest stands for the other columns.
pub(crate) const HEADER: &str = "pcd7,pcd8,pcds,dointr,doterm,cty26cd,ced25cd,lad26cd,wd26cd,\
parncp26cd,usrtypind,east1m,north1m,gridind,hlth26cd,nhser24cd,ctry26cd,rgn26cd,ssr95cd,pcon24cd,\
eer20cd,educ23cd,ttwa15cd,pco19cd,itl25cd,wdstl05cd,oa01cd,wdcas03cd,npark16cd,lsoa01cd,msoa01cd,\
ruc01ind,oac01ind,oa11cd,lsoa11cd,msoa11cd,wz11cd,sicbl26cd,bua24cd,ruc11ind,oac11ind,lat,long,\
lep21cd1,lep21cd2,pfa23cd,imd25ind,icb26cd,oa21cd,lsoa21cd,msoa21cd";

/// Rows that are slips, each with a line end.
pub(crate) const SLIPS: &str = "\
ZZ9 9ZZ,ZZ9  9ZZ,ZZ9 9ZZ,202001,,,,E06999999,,,0,1,1,1,,,E92000001,E12000003,,E14999999,,,,,,,,,,,,,,,,,,,,,,53.8,-1.5,,,,1,,,,\n\
LS1 4DY,LS1  4DY,LS1 4DY,202001\n\
LS1 4DY,LS1  4DY,LS1 4DY,202001,,,,E06999999,,,0,1,1,1,,,E92000001,E12000003,,E14999999,,,,,,,,,,,,,,,,,,,,,,fifty,-1.5,,,,1,,,,\n\
LS1 4DY,LS1  4DY,LS1 4DY,202001,,,,E06999999,,,0,1,1,1,,,E92000001,E12000003,,E14999999,,,,,,,,,,,,,,,,,,,,,,-1.5,53.8,,,,1,,,,\n\
LS1 4DY,LS1  4DY,LS1 4DY,202001,,,,E06999999,,,0,1,1,1,,,,,,E14999999,,,,,,,,,,,,,,,,,,,,,,53.8,-1.5,,,,1,,,,\n\
\n\
\"an unclosed cell,\n";

/// Numbers that look like chance (Marsaglia's xorshift) and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: i32) -> i32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i32::try_from(self.0 >> 33).unwrap_or(0) % end.max(1)
    }

    fn around(&mut self, middle: i32, reach: i32) -> i32 {
        middle - reach + self.below(2 * reach + 1)
    }
}

/// Writes about so many rows; how many it was.
pub(crate) fn write(out: &mut impl Write, rows: u64) -> io::Result<u64> {
    writeln!(out, "{HEADER}")?;
    let mut numbers = Numbers(0x5eed_f00d);
    let areas = Area::all().len() as u64;
    let mut written = 0;
    for (at, area) in Area::all().iter().enumerate() {
        let until = rows * (at as u64 + 1) / areas;
        let mut district = 1;
        while written < until {
            // As crowded as real ones, as far as is known: a few hundred to three thousand.
            let wanted = 100 + numbers.below(1700).min(numbers.below(3500)) as u64;
            let wanted = wanted.min(until - written);
            written += outcode(out, area, district, wanted, &mut numbers)?;
            district += 1;
        }
    }
    Ok(written)
}

/// Codes and names of all councils and constituencies that rows may have.
pub(crate) fn names(councils: bool) -> String {
    let (code, name) = if councils {
        ("LAD26", "Council")
    } else {
        ("PCON24", "Constituency")
    };
    let mut text = format!("{code}CD,{code}NM\n");
    for at in 0..Area::all().len() {
        for number in 0..5 {
            let letter = &AREA_LETTERS[usize::from(!councils)];
            let _ = writeln!(
                text,
                "{letter}{:08},\"{name} {at}, {number}\"",
                at * 10 + number
            );
        }
    }
    text
}

/// First letters of invented codes, which no real ones have.
const AREA_LETTERS: [char; 2] = ['Y', 'Z'];

fn outcode(
    out: &mut impl Write,
    area: &Area,
    district: u32,
    wanted: u64,
    numbers: &mut Numbers,
) -> io::Result<u64> {
    const LETTERS: &[u8; 20] = b"ABDEFGHJLNPQRSTUWXYZ";
    let centre = area.rough_centre();
    #[expect(clippy::cast_possible_truncation, reason = "degrees of these islands")]
    let millionths = |degrees: f64| (degrees * 1_000_000.0) as i32;
    let middle = (
        numbers.around(millionths(centre.latitude), 150_000),
        numbers.around(millionths(centre.longitude), 200_000),
    );
    let place = Area::all()
        .iter()
        .position(|known| std::ptr::eq(known, area));
    let place = place.unwrap_or_default();
    let step = (4000 / (wanted + 1)).clamp(1, 40);
    let mut line = String::new();
    let (mut sector, mut around) = (u64::MAX, middle);
    for row in 0..wanted {
        let number = row * step % 4000;
        if number / 400 != sector {
            sector = number / 400;
            around = (
                numbers.around(middle.0, 40_000),
                numbers.around(middle.1, 60_000),
            );
        }
        let letter = |at: u64| char::from(LETTERS[(at % 20) as usize]);
        let inward = format!("{sector}{}{}", letter(number / 20), letter(number));
        let first = format!("{}{district}", area.code());
        // Two of three are in use, about as in the real one.
        let ended = if numbers.below(3) == 0 { "199606" } else { "" };
        let near = numbers.below(5) as usize;
        let codes = [sector as usize % 3, near.max(2)].map(|number| place * 10 + number);
        line.clear();
        row_of(
            &mut line,
            area,
            (&first, &inward, ended),
            codes,
            (
                numbers.around(around.0, 9_000),
                numbers.around(around.1, 15_000),
            ),
        );
        out.write_all(line.as_bytes())?;
    }
    Ok(wanted)
}

fn row_of(
    line: &mut String,
    area: &Area,
    (first, inward, ended): (&str, &str, &str),
    codes: [usize; 2],
    (latitude, longitude): (i32, i32),
) {
    let region = area.regions().next();
    let nation = area.nations().next().unwrap_or(Nation::England);
    let (nation, region) = match nation {
        Nation::England => ("E92000001", region.map_or(0, |region| region as u32 + 1)),
        Nation::Scotland => ("S92000003", 0),
        Nation::Wales => ("W92000004", 0),
        Nation::NorthernIreland => ("N92000002", 0),
        Nation::IsleOfMan => ("M83000003", 0),
        Nation::Guernsey | Nation::Jersey => ("L93000001", 0),
    };
    let region = match region {
        0 => format!("{}99999999", &nation[..1]),
        number => format!("E120000{number:02}"),
    };
    // The Crown dependencies have no positions in the directory.
    let is_crown = nation.starts_with(['M', 'L']);
    let degrees = |millionths: i32| {
        let sign = if millionths < 0 { "-" } else { "" };
        let size = millionths.unsigned_abs();
        format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000)
    };
    let (latitude, longitude) = if is_crown {
        ("99.999999".to_owned(), "0.000000".to_owned())
    } else {
        (degrees(latitude), degrees(longitude))
    };
    let [council, constituency] = codes;
    let [y, z] = AREA_LETTERS;
    let _ = writeln!(
        line,
        "\"{first}{inward}\",\"{first} {inward}\",\"{first} {inward}\",\"198001\",\"{ended}\",\
         \"E99999999\",\"E99999999\",\"{y}{council:08}\",\"E05001423\",\"E04000001\",\"0\",\
         \"0385386\",\"0801193\",\"1\",\"S08000020\",\"S99999999\",\"{nation}\",\"{region}\",\
         \"S99999999\",\"{z}{constituency:08}\",\"S15000001\",\"S09000001\",\"S22000047\",\
         \"S03000012\",\"S30000026\",\"99ZZ00\",\"S00001364\",\"01C30\",\"S99999999\",\"S01000011\",\
         \"S02000007\",\"6\",\"3C2\",\"S00090303\",\"S01006514\",\"S02001237\",\"S34002990\",\
         \"S03000012\",\"S99999999\",\"3\",\"1C3\",\"{latitude}\",\"{longitude}\",\"S99999999\",\
         \"S99999999\",\"S23000009\",\"6808\",\"S99999999\",\"S00090303\",\"S01006514\",\"S02001237\""
    );
}
