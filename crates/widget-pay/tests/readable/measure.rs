//! How hard a sentence is to read. The tests of every widget have this file.

/// A line of the table with its blanks filled by one everyday word each, and of a choice only the
/// last variant.
pub(crate) fn plain(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (inside, after) = matching(after);
        match inside.rsplit_once('=') {
            Some((_, last)) if inside.contains('|') => out.push_str(&plain(last)),
            _ => out.push_str("five"),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What stands before the brace that closes this one, and after it.
fn matching(text: &str) -> (&str, &str) {
    let mut depth = 1;
    for (at, char) in text.char_indices() {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&text[..at], &text[at + 1..]);
        }
    }
    (text, "")
}

pub(crate) fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'')
        .filter(|w| !w.is_empty())
        .collect()
}

pub(crate) fn grade(text: &str, words: &[&str]) -> f64 {
    let ends = text
        .split(['.', '?', '!', ':'])
        .filter(|part| part.trim().len() > 1)
        .count()
        .max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len() as f64;
    0.39 * count / ends as f64 + 11.8 * syllables as f64 / count - 15.59
}

/// Groups of vowels, without a silent e at the end.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut before = false;
    for char in word.chars() {
        groups += usize::from(is_vowel(char) && !before);
        before = is_vowel(char);
    }
    let silent = word.ends_with('e') && !word.ends_with("le")
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded")
        || word.ends_with("es") && !word.ends_with("ses") && !word.ends_with("ces");
    groups
        .saturating_sub(usize::from(silent && groups > 1))
        .max(1)
}
