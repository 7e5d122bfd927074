//! A backup holds all of one moment, and comes back in either database.

use std::sync::Arc;

use sha2::{Digest, Sha256};
use swansfeet_hub::store::{
    AnyStore, Store,
    backup::{BackupError, read, write},
    model::{Dimension, LogRow, NewSignature, Pattern, Whose},
};

use crate::{
    meetings,
    place::{FIFTEEN, Place, day, mark, signature, signature_by},
    wellbeing,
};

async fn written(store: &AnyStore) -> Vec<u8> {
    let mut file = Vec::new();
    write(store, &mut file).await.unwrap();
    file
}

async fn fill(place: &Place) {
    let code = mark(9, 1);
    place
        .one
        .add_codes(FIFTEEN, &[code, mark(9, 2)])
        .await
        .unwrap();
    let copies = vec![("north".to_owned(), vec![0, 255])];
    let with_copy = NewSignature {
        copies,
        held: true,
        ..signature()
    };
    place.count(&[signature(), with_copy]).await;
    place.keep(&[signature(), signature_by(code)]).await;
    let held = Pattern {
        held: true,
        ..Pattern::default()
    };
    place.one.quarantine(FIFTEEN, &held).await.unwrap();
    place
        .one
        .set_hidden(FIFTEEN, Dimension::Day, &["2026-04-06".to_owned()])
        .await
        .unwrap();
    assert!(
        place
            .one
            .replace_file(FIFTEEN, "name = \"Sixteen\"")
            .await
            .unwrap()
    );
    for at in [2, 1] {
        let line = LogRow {
            at,
            campaign: FIFTEEN.to_owned(),
            actor: "hub".to_owned(),
            action: "open".to_owned(),
            detail: "\"quoted\"\nand broken".to_owned(),
        };
        place.one.log(&line).await.unwrap();
    }
    meetings::fill(place).await;
    wellbeing::fill(place).await;
}

pub(crate) async fn a_backup_restores_into_the_other_database(place: Arc<Place>) {
    fill(&place).await;
    let file = written(&place.one).await;
    for postgres in [false, true] {
        if postgres && place.cluster.is_none() {
            continue;
        }
        let other = Place::empty(postgres, place.cluster.clone()).await;
        let rows = read(&other.one, &mut file.as_slice()).await.unwrap();
        assert_eq!((rows["signature"], rows["copy"], rows["log"]), (4, 1, 2));
        let of_meetings = ["feed", "source", "meeting", "public_id", "organiser_link"];
        assert_eq!(of_meetings.map(|table| rows[table]), [1, 2, 2, 1, 1]);
        let of_check_ins = ["wellbeing", "wellbeing_card", "wellbeing_picture"];
        assert_eq!(of_check_ins.map(|table| rows[table]), [1, 1, 1]);
        assert_eq!(rows["wording"], 2);
        // Byte by byte the same, when it is backed up again.
        assert_eq!(written(&other.one).await, file);
        let (there, here) = (&other.two, &place.one);
        assert_eq!(
            there.totals(FIFTEEN).await.unwrap(),
            here.totals(FIFTEEN).await.unwrap()
        );
        assert_eq!(
            there.log_of(FIFTEEN).await.unwrap(),
            here.log_of(FIFTEEN).await.unwrap()
        );
        let all = Whose::Organisers;
        assert_eq!(
            there.records(FIFTEEN, all, None, 9).await.unwrap(),
            here.records(FIFTEEN, all, None, 9).await.unwrap()
        );
        // Numbers of quarantine go on where they were.
        let by_day = Pattern {
            day: Some(day(6)),
            ..Pattern::default()
        };
        assert_eq!(there.quarantine(FIFTEEN, &by_day).await.unwrap().0, 2);
    }
}

pub(crate) async fn a_backup_beside_a_writer_is_of_one_moment(place: Arc<Place>) {
    fill(&place).await;
    let writer = async {
        for _ in 0..20 {
            let copies = vec![("north".to_owned(), vec![1])];
            place
                .keep(&[
                    NewSignature {
                        copies,
                        ..signature()
                    },
                    signature(),
                ])
                .await;
        }
    };
    let backups = async {
        let mut files = Vec::new();
        for _ in 0..5 {
            files.push(written(&place.two).await);
        }
        files
    };
    let ((), files) = tokio::join!(writer, backups);
    for file in files {
        // Every copy has its signature, or the restore would fail.
        let other = Place::empty(false, None).await;
        let rows = read(&other.one, &mut file.as_slice()).await.unwrap();
        assert_eq!(
            rows["signature"] - 4,
            2 * (rows["copy"] - 1),
            "whole batches"
        );
    }
}

type Wanted = fn(&BackupError) -> bool;

pub(crate) async fn what_cannot_be_restored_is_refused_and_leaves_nothing(place: Arc<Place>) {
    fill(&place).await;
    let file = String::from_utf8(written(&place.one).await).unwrap();
    let without = |line: usize| {
        let mut lines: Vec<&str> = file.split_inclusive('\n').collect();
        lines.remove(line);
        lines.concat()
    };
    let last = file.lines().count() - 1;
    let rows: [(&str, String, Wanted); 8] = [
        ("empty", String::new(), |e| matches!(e, BackupError::CutOff)),
        ("cut in a line", file[..file.len() - 9].to_owned(), |e| {
            matches!(e, BackupError::CutOff)
        }),
        ("without its last line", without(last), |e| {
            matches!(e, BackupError::CutOff)
        }),
        ("a row lost", without(last - 1), |e| {
            matches!(e, BackupError::Damaged(_))
        }),
        ("a row changed", file.replacen("open", "shut", 1), |e| {
            matches!(e, BackupError::Damaged(_))
        }),
        ("something after it", format!("{file}[]\n"), |e| {
            matches!(e, BackupError::Damaged(_))
        }),
        (
            "newer",
            file.replacen("\"format\":6", "\"format\":7", 1),
            |e| matches!(e, BackupError::Newer(7)),
        ),
        ("something else", "PK\n".to_owned(), |e| {
            matches!(e, BackupError::Other)
        }),
    ];
    let postgres = place.database != swansfeet_hub::store::Database::Sqlite;
    let other = Place::empty(postgres, place.cluster.clone()).await;
    for (what, changed, wanted) in rows {
        let refused = read(&other.one, &mut changed.as_bytes()).await.unwrap_err();
        assert!(wanted(&refused), "{what}: {refused}");
        assert_eq!(other.two.campaigns().await.unwrap(), [], "{what}");
    }
    let full = read(&place.one, &mut file.as_bytes()).await.unwrap_err();
    assert!(matches!(full, BackupError::NotEmpty("campaign")), "{full}");
    read(&other.one, &mut file.as_bytes()).await.unwrap();
}

/// As the version before meetings wrote it: another number, no word of later tables, and an id of
/// its own for each mail that is owed.
pub(crate) async fn a_backup_of_an_earlier_format_is_read(place: Arc<Place>) {
    let new = signature();
    place.keep(std::slice::from_ref(&new)).await;
    let file = String::from_utf8(written(&place.one).await).unwrap();
    let lines: Vec<&str> = file.lines().collect();
    let (last, rows) = lines.split_last().unwrap();
    let rows: Vec<&str> = rows
        .iter()
        .filter(|row| !row.starts_with("[\"wording\""))
        .copied()
        .collect();
    let rows = rows
        .join("\n")
        .replacen("\"format\":6", "\"format\":1", 1)
        .replacen(
            "[\"outbox\",",
            "[\"outbox\",\"AAECAwQFBgcICQoLDA0ODw==\",",
            1,
        )
        + "\n";
    let mut footer: serde_json::Value = serde_json::from_str(last).unwrap();
    let tables = footer["rows"].as_object_mut().unwrap();
    tables.retain(|name, _| {
        ![
            "wording",
            "feed",
            "source",
            "meeting",
            "public_id",
            "organiser_link",
        ]
        .contains(&&**name)
            && !name.starts_with("wellbeing")
    });
    let digest = Sha256::digest(&rows);
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    footer["sha256"] = hex.into();
    let file = format!("{rows}{footer}\n");
    let other = Place::empty(false, None).await;
    let read = read(&other.one, &mut file.as_bytes()).await.unwrap();
    assert_eq!((read["campaign"], read["feed"]), (1, 0));
    // The newest file is all that it has of the words.
    assert_eq!(read["wording"], 1);
    assert_eq!(
        other.two.wordings(FIFTEEN).await.unwrap(),
        place.one.wordings(FIFTEEN).await.unwrap()
    );
    assert_eq!((read["signature"], read["outbox"]), (1, 1));
    // By the id that it has now.
    other.one.mail_done(&[new.id]).await.unwrap();
    assert_eq!(other.two.mail_owed().await.unwrap(), 0);
}

/// As the version before public ids wrote it: meetings have a column less.
pub(crate) async fn a_backup_from_before_public_ids_is_read(place: Arc<Place>) {
    fill(&place).await;
    let file = String::from_utf8(written(&place.one).await).unwrap();
    let lines: Vec<&str> = file.lines().collect();
    let (last, rows) = lines.split_last().unwrap();
    let rows = rows.iter().filter(|row| !row.starts_with("[\"public_id\""));
    let rows = rows.map(|row| match row.starts_with("[\"meeting\"") {
        true => row.strip_suffix(",null]").unwrap().to_owned() + "]\n",
        false => row.replacen("\"format\":6", "\"format\":5", 1) + "\n",
    });
    let rows: String = rows.collect();
    let mut footer: serde_json::Value = serde_json::from_str(last).unwrap();
    footer["rows"].as_object_mut().unwrap().remove("public_id");
    let digest = Sha256::digest(&rows);
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    footer["sha256"] = hex.into();
    let file = format!("{rows}{footer}\n");
    let other = Place::empty(false, None).await;
    let read = read(&other.one, &mut file.as_bytes()).await.unwrap();
    assert_eq!((read["meeting"], read["public_id"]), (2, 0));
    let (there, here) = (&other.two, &place.one);
    assert_eq!(
        swansfeet_hub::store::meetings::MeetingStore::meetings(there, "fifteen")
            .await
            .unwrap(),
        swansfeet_hub::store::meetings::MeetingStore::meetings(here, "fifteen")
            .await
            .unwrap()
    );
}
