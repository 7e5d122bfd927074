//! What goes wrong around a hub: it is killed, the disk is full, the database is gone, the clock
//! moves, another hub is beside it. In each case: what was acknowledged is there, once. And servers
//! that show a stranger's certificate, which are told nothing.

pub mod clock;
pub mod covered;
pub mod disk;
pub mod gone;
pub mod killed;
pub mod two;

use crate::{
    checking,
    ground::trial::{On, Trial},
    load, secrecy, timing,
};

/// Every trial without a browser, quick ones first.
pub const TRIALS: [Trial; 18] = [
    Trial {
        name: "load/everything-acknowledged-is-there-once-sqlite",
        run: |ground| Box::pin(load::all_is_there(ground, On::Sqlite)),
    },
    Trial {
        name: "load/everything-acknowledged-is-there-once-postgres",
        run: |ground| Box::pin(load::all_is_there(ground, On::Postgres)),
    },
    Trial {
        name: "timing/who-has-signed-gets-the-same-answer-and-page-sqlite",
        run: |ground| Box::pin(timing::same_answer(ground, On::Sqlite)),
    },
    Trial {
        name: "timing/who-has-signed-gets-the-same-answer-and-page-postgres",
        run: |ground| Box::pin(timing::same_answer(ground, On::Postgres)),
    },
    Trial {
        name: "faults/killed-in-mid-load-sqlite",
        run: |ground| Box::pin(killed::nothing_is_lost(ground, On::Sqlite)),
    },
    Trial {
        name: "faults/killed-in-mid-load-postgres",
        run: |ground| Box::pin(killed::nothing_is_lost(ground, On::Postgres)),
    },
    Trial {
        name: "faults/disk-full",
        run: |_| Box::pin(disk::full()),
    },
    Trial {
        name: "faults/file-may-not-grow",
        run: |_| Box::pin(disk::limited()),
    },
    Trial {
        name: "faults/database-gone-and-back",
        run: |ground| Box::pin(gone::and_back(ground)),
    },
    Trial {
        name: "faults/clock-moved",
        run: |_| Box::pin(clock::moved()),
    },
    Trial {
        name: "faults/mail-goes-out-covered-or-not-at-all",
        run: |_| Box::pin(covered::mail()),
    },
    Trial {
        name: "faults/the-database-is-reached-covered-or-not-at-all",
        run: |ground| Box::pin(covered::database(ground)),
    },
    Trial {
        name: "faults/two-hubs-on-one-postgres",
        run: |ground| Box::pin(two::hubs(ground)),
    },
    Trial {
        name: "secrecy/a-thief-finds-nobody-sqlite",
        run: |ground| Box::pin(secrecy::a_thief_finds_nobody(ground, On::Sqlite)),
    },
    Trial {
        name: "secrecy/a-thief-finds-nobody-postgres",
        run: |ground| Box::pin(secrecy::a_thief_finds_nobody(ground, On::Postgres)),
    },
    Trial {
        name: "secrecy/the-reader-finds-what-is-there",
        run: |_| Box::pin(async { secrecy::the_reader_reads() }),
    },
    Trial {
        name: "checking/a-steward-comes-by-late",
        run: |_| Box::pin(checking::a_steward_comes_by()),
    },
    Trial {
        name: "checking/the-disk-tells-nothing",
        run: |_| Box::pin(checking::the_disk_tells_nothing()),
    },
];
