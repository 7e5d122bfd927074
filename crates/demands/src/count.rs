//! Which counts may be public.
//!
//! A table that says "Shetland: 1" names somebody. So cells under five are hidden, and so is
//! whatever would give them away: the total is public, and a single hidden cell is the total less
//! the others.
//!
//! Hiding one more cell is not enough if that cell is chosen by its size: whoever knows the rule
//! (it stands here) can work back from the cells that were *not* chosen. So the companion is chosen
//! by its place in the list alone. What follows, and what the tests try on every small table: **each
//! hidden cell under five may, for all that an outsider can tell, be empty.**
//!
//! Two limits. Tables of two dimensions (role by region) are not offered: no choice of this kind is
//! safe there. And a reader who keeps every version of a table sees it change: hand
//! [`partition`] what was hidden before, and publish breakdowns by the hour, not by the second.
//!
//! Refuses to know what is counted.

/// Counts under this are hidden.
pub const SMALLEST: u32 = 5;

/// How many the hidden cells of a table must hold together, where there are enough to hide.
const TOGETHER: u32 = 2 * SMALLEST - 1;

/// A cell of a public table.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// This many.
    Count(u32),
    /// Under five, or hidden to keep another cell that is: nobody is told which.
    Hidden,
}

/// The public form of a table in which everybody is counted once (by region, by role, by day) and
/// whose total is public.
///
/// `hidden_before` tells which cells were hidden when the table was last published; empty if it
/// never was. They stay hidden while any cell is under five: a companion that reappears would give
/// away what it hid. The order of the cells must stay the same.
#[must_use]
pub fn partition(cells: &[u32], hidden_before: &[bool]) -> Vec<Cell> {
    let small = |at: usize| cells[at] < SMALLEST;
    let Some(first) = (0..cells.len()).find(|at| small(*at)) else {
        return cells.iter().copied().map(Cell::Count).collect();
    };
    let was_hidden = |at: usize| hidden_before.get(at).copied().unwrap_or(false);
    let mut hidden: Vec<bool> = (0..cells.len())
        .map(|at| small(at) || was_hidden(at))
        .collect();
    // Companions: the next cells after the first small one, round the end of the list.
    for step in 1..cells.len() {
        let companions = (0..cells.len())
            .filter(|at| hidden[*at] && !small(*at))
            .count();
        if companions > 0 && together(cells, &hidden) >= TOGETHER {
            break;
        }
        hidden[(first + step) % cells.len()] = true;
    }
    published(cells, &hidden)
}

/// The public form of a table in which everybody may be counted in several cells or none (the
/// demands that matter most), out of a public total: a cell is hidden if under five are in it, or
/// under five are not.
#[must_use]
pub fn marks(cells: &[u32], total: u32) -> Vec<Cell> {
    let hide = |cell: &u32| *cell < SMALLEST || total.saturating_sub(*cell) < SMALLEST;
    let hidden: Vec<bool> = cells.iter().map(hide).collect();
    published(cells, &hidden)
}

fn together(cells: &[u32], hidden: &[bool]) -> u32 {
    let kept = cells.iter().zip(hidden).filter(|(_, hidden)| **hidden);
    kept.fold(0, |sum, (cell, _)| sum.saturating_add(*cell))
}

fn published(cells: &[u32], hidden: &[bool]) -> Vec<Cell> {
    let cells = cells.iter().zip(hidden);
    cells
        .map(|(count, hidden)| {
            if *hidden {
                Cell::Hidden
            } else {
                Cell::Count(*count)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    use proptest::prelude::*;

    use super::*;

    /// `-` for a hidden cell.
    fn shown(cells: &[Cell]) -> String {
        let text = |cell: &Cell| match cell {
            Cell::Count(count) => count.to_string(),
            Cell::Hidden => "-".to_owned(),
        };
        cells.iter().map(text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn small_cells_and_their_companions_are_hidden() {
        let rows: [(&[u32], &str); 16] = [
            (&[], ""),
            (&[7], "7"),
            (&[3], "-"),
            (&[5, 5], "5 5"),
            (&[40, 60, 4], "- 60 -"),
            (&[4, 40, 60], "- - 60"),
            (&[40, 4, 60], "40 - -"),
            (&[3, 40], "- -"),
            (&[0, 40, 60], "- - 60"),
            // Two small cells hide each other, but may all be full: a companion all the same.
            (&[4, 4, 40, 60], "- - - 60"),
            (&[4, 40, 4, 60, 70], "- - - 60 70"),
            // A companion of five to an empty cell leaves little room: one more.
            (&[0, 5, 60, 70], "- - - 70"),
            (&[1, 8, 60, 70], "- - 60 70"),
            // All small.
            (&[1, 2, 3], "- - -"),
            (&[0, 0, 1], "- - -"),
            (&[u32::MAX, 1, u32::MAX], "4294967295 - -"),
        ];
        for (cells, wanted) in rows {
            assert_eq!(shown(&partition(cells, &[])), wanted, "{cells:?}");
        }
    }

    #[test]
    fn what_was_hidden_stays_hidden_while_anything_is_small() {
        let rows: [(&[u32], &[bool], &str); 5] = [
            // The middle cell has grown past five; its neighbour was the companion before.
            (&[2, 6, 60, 70], &[true, true, true, false], "- - - 70"),
            (&[2, 6, 60, 70], &[], "- - - 70"),
            (&[2, 9, 60, 70], &[true, true, true, false], "- - - 70"),
            (&[2, 9, 60, 70], &[], "- - 60 70"),
            (&[5, 9, 60, 70], &[true, true, true, false], "5 9 60 70"),
        ];
        for (cells, before, wanted) in rows {
            assert_eq!(
                shown(&partition(cells, before)),
                wanted,
                "{cells:?} {before:?}"
            );
        }
    }

    #[test]
    fn marks_hide_the_few_and_the_few_who_did_not() {
        let rows: [(&[u32], u32, &str); 5] = [
            (&[4, 5, 50, 95, 96, 100], 100, "- 5 50 95 - -"),
            (&[0, 0], 0, "- -"),
            (&[5], 9, "-"),
            (&[5], 10, "5"),
            // More marks than people cannot be; hidden rather than wrong.
            (&[11], 10, "-"),
        ];
        for (cells, total, wanted) in rows {
            assert_eq!(shown(&marks(cells, total)), wanted, "{cells:?} of {total}");
        }
    }

    /// Every table of so many cells with counts up to `most`.
    fn all_tables(cells: u32, most: u32) -> Vec<Vec<u32>> {
        let mut tables = vec![vec![]];
        for _ in 0..cells {
            let longer = |table: &Vec<u32>| {
                (0..=most)
                    .map(|next| [&table[..], &[next]].concat())
                    .collect::<Vec<_>>()
            };
            tables = tables.iter().flat_map(longer).collect();
        }
        tables
    }

    /// An outsider who knows the rule, the total and what is shown, and tries every table that
    /// would look the same.
    fn attack(tables: &[Vec<u32>], most: u32, hidden_before: &[bool]) {
        let mut alike: HashMap<(u32, String), Vec<&Vec<u32>>> = HashMap::new();
        for table in tables {
            let view = (table.iter().sum(), shown(&partition(table, hidden_before)));
            alike.entry(view).or_default().push(table);
        }
        for ((total, view), tables) in &alike {
            for table in tables {
                // Tables near the edge of what was tried have neighbours that were not.
                let inside = table.iter().all(|count| count + SMALLEST <= most + 1);
                for (at, count) in table.iter().enumerate() {
                    let small = (1..SMALLEST).contains(count);
                    if !small || !inside {
                        continue;
                    }
                    let may_be: BTreeSet<u32> = tables.iter().map(|other| other[at]).collect();
                    assert!(
                        may_be.contains(&0) && may_be.len() > 1,
                        "{view} of {total}: cell {at} of {table:?} can only be {may_be:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_small_cell_may_be_empty_for_all_that_an_outsider_can_tell() {
        for (cells, most) in [(2, 24), (3, 18), (4, 13)] {
            attack(&all_tables(cells, most), most, &[]);
        }
    }

    #[test]
    fn knowing_what_was_hidden_before_does_not_help() {
        let tables = all_tables(3, 16);
        for before in [
            [true, false, false],
            [false, true, true],
            [true, true, true],
        ] {
            attack(&tables, 16, &before);
        }
    }

    proptest! {
        #[test]
        fn nothing_small_is_shown(
            cells in prop::collection::vec(0u32..30, 0..20),
            before in prop::collection::vec(any::<bool>(), 0..20),
        ) {
            let shown = partition(&cells, &before);
            prop_assert_eq!(shown.len(), cells.len());
            let hidden = shown.iter().filter(|cell| **cell == Cell::Hidden).count();
            prop_assert!(hidden != 1 || cells.len() == 1);
            for (cell, count) in shown.iter().zip(&cells) {
                match cell {
                    Cell::Count(shown) => prop_assert!(shown == count && *count >= SMALLEST),
                    Cell::Hidden => {}
                }
            }
        }
    }
}
