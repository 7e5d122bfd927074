//! Columns that line up in a terminal.

/// Rows with their columns lined up, two spaces apart.
pub(super) fn lined_up<const N: usize>(rows: &[[String; N]]) -> Vec<String> {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(widths);
        let cells = cells.map(|(cell, width)| format!("{cell:<width$}  "));
        cells.collect::<String>().trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned);
        let lines = lined_up(&[row(["a", "b"]), row(["càn", ""]), row(["ab", "c d"])]);
        assert_eq!(lines, ["a    b", "càn", "ab   c d"]);
    }
}
