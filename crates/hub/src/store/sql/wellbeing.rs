//! Check-ins' holders, cards and pictures.

use super::{Row, Session, values};
use crate::store::{
    StoreError,
    wellbeing::{CardRow, PictureRow, WellbeingRow},
};

type Result<T> = std::result::Result<T, StoreError>;

pub(crate) async fn all(s: &mut Session) -> Result<Vec<WellbeingRow>> {
    let sql = "SELECT slug, pack, minimum, setting, first_name, first_key, second_name,
         second_key, places FROM wellbeing";
    let rows = s.rows(sql, values![]).await?;
    let row = |row: &Row| {
        let places: String = row.get(8)?;
        Ok(WellbeingRow {
            slug: row.get(0)?,
            pack: row.get(1)?,
            minimum: row.small(2)?,
            setting: row.get(3)?,
            first_name: row.get(4)?,
            first_key: row.bytes(5)?,
            second_name: row.get(6)?,
            second_key: row.bytes(7)?,
            places: places.split(' ').map(str::to_owned).collect(),
        })
    };
    let mut all: Vec<WellbeingRow> = rows.iter().map(row).collect::<Result<_>>()?;
    // By bytes: PostgreSQL would order by its language.
    all.sort_by(|one, other| one.slug.cmp(&other.slug));
    Ok(all)
}

pub(crate) async fn add(s: &mut Session, row: &WellbeingRow) -> Result<bool> {
    let sql = "INSERT INTO wellbeing (slug, pack, minimum, setting, first_name, first_key,
         second_name, second_key, places) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (slug) DO NOTHING";
    let values = values![
        &row.slug,
        &row.pack,
        row.minimum,
        &row.setting,
        &row.first_name,
        &row.first_key,
        &row.second_name,
        &row.second_key,
        row.places.join(" "),
    ];
    Ok(s.run(sql, values).await? > 0)
}

pub(crate) async fn cards(s: &mut Session, slug: &str) -> Result<Vec<CardRow>> {
    let sql = "SELECT slug, week, card FROM wellbeing_card WHERE slug = $1";
    let rows = s.rows(sql, values![slug]).await?;
    let row = |row: &Row| {
        Ok(CardRow {
            slug: row.get(0)?,
            week: row.get(1)?,
            card: row.get(2)?,
        })
    };
    let mut cards: Vec<CardRow> = rows.iter().map(row).collect::<Result<_>>()?;
    cards.sort_by(|one, other| one.week.cmp(&other.week));
    Ok(cards)
}

pub(crate) async fn add_card(s: &mut Session, card: &CardRow) -> Result<bool> {
    let sql = "INSERT INTO wellbeing_card (slug, week, card) VALUES ($1, $2, $3)
         ON CONFLICT (slug, week) DO NOTHING";
    let values = values![&card.slug, &card.week, &card.card];
    Ok(s.run(sql, values).await? > 0)
}

pub(crate) async fn pictures(s: &mut Session, slug: &str) -> Result<Vec<PictureRow>> {
    let sql = "SELECT slug, place, week, picture, signature FROM wellbeing_picture
         WHERE slug = $1";
    let rows = s.rows(sql, values![slug]).await?;
    let row = |row: &Row| {
        Ok(PictureRow {
            slug: row.get(0)?,
            place: row.get(1)?,
            week: row.get(2)?,
            picture: row.get(3)?,
            signature: row.bytes(4)?,
        })
    };
    let mut pictures: Vec<PictureRow> = rows.iter().map(row).collect::<Result<_>>()?;
    let key = |picture: &PictureRow| (picture.week.clone(), picture.place.clone());
    pictures.sort_by_key(key);
    Ok(pictures)
}

pub(crate) async fn add_picture(s: &mut Session, picture: &PictureRow) -> Result<bool> {
    let sql = "INSERT INTO wellbeing_picture (slug, place, week, picture, signature)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (slug, place, week) DO NOTHING";
    let values = values![
        &picture.slug,
        &picture.place,
        &picture.week,
        &picture.picture,
        &picture.signature[..],
    ];
    Ok(s.run(sql, values).await? > 0)
}
