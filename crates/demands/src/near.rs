//! How alike two words are: for typing slips in addresses and in campaign files.

/// The number of letters put in, left out, swapped for another or swapped with their neighbour
/// (optimal string alignment). Words longer than 64 letters are as far apart as can be.
pub(crate) fn slips(a: &str, b: &str) -> usize {
    const LONGEST: usize = 64;
    let a: Vec<char> = a.chars().take(LONGEST + 1).collect();
    let b: Vec<char> = b.chars().take(LONGEST + 1).collect();
    if a.len() > LONGEST || b.len() > LONGEST {
        return usize::MAX;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before_last[j - 2] + 1);
            }
        }
        before_last = core::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// The known word that was probably meant: at most a third of it mistyped.
#[cfg(feature = "file")]
pub(crate) fn nearest<'k>(typed: &str, known: &[&'k str]) -> Option<&'k str> {
    let with_slips = known.iter().map(|word| (slips(typed, word), *word));
    let (slips, word) = with_slips.min_by_key(|(slips, _)| *slips)?;
    (slips <= word.chars().count().div_ceil(3)).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_as_people_make_them() {
        let rows = [
            ("", "", 0),
            ("", "abc", 3),
            ("gmail", "gmail", 0),
            ("gmial", "gmail", 1),
            ("gmai", "gmail", 1),
            ("ggmail", "gmail", 1),
            ("gnail", "gmail", 1),
            ("hotmial", "hotmail", 1),
            ("titel", "title", 1),
            ("yaho", "outlook", 6),
            ("été", "ete", 2),
        ];
        for (a, b, wanted) in rows {
            assert_eq!(slips(a, b), wanted, "{a} {b}");
            assert_eq!(slips(b, a), wanted, "{b} {a}");
        }
        assert_eq!(slips(&"a".repeat(65), "a"), usize::MAX);
    }

    #[test]
    fn the_nearest_word_is_near() {
        let known = ["title", "text", "why"];
        for (typed, wanted) in [
            ("titel", Some("title")),
            ("txt", Some("text")),
            ("colour", None),
            ("wy", Some("why")),
        ] {
            assert_eq!(nearest(typed, &known), wanted, "{typed}");
        }
    }
}
