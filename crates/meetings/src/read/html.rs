//! HTML in a description, as plain text. Takes tags away; understands none but those that break
//! lines.

use crate::seek::around;

/// Whether a text has tags or entities in it.
pub(crate) fn looks_like(text: &str) -> bool {
    let bytes = text.as_bytes();
    let tag = |at: usize| {
        bytes
            .get(at + 1)
            .is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!'))
    };
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'<' => tag(at),
        b'&' => entity(&text[at..]).is_some(),
        _ => false,
    })
}

/// The text between the tags.
pub(crate) fn text(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        // White space of the source says nothing; in plain texts with a few tags it does.
        out.push_str(before);
        rest = match (entity(from), from.strip_prefix('&')) {
            (Some((c, used)), _) => {
                out.push(c);
                &from[used..]
            }
            (None, Some(after)) => {
                out.push('&');
                after
            }
            (None, None) => tag(from, &mut out),
        };
    }
    out.push_str(rest);
    out
}

/// Takes one tag off, with what is in it where that is no text; gives back what follows.
fn tag<'a>(from: &'a str, out: &mut String) -> &'a str {
    let inner = &from[1..];
    if let Some(comment) = inner.strip_prefix("!--") {
        return around(comment, "-->").map_or("", |(_, rest)| rest);
    }
    let name_at = usize::from(inner.starts_with('/'));
    let name_end = inner[name_at..]
        .find(|c: char| !c.is_ascii_alphanumeric())
        .map_or(inner.len(), |end| end + name_at);
    let name = &inner[name_at..name_end];
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) && !inner.starts_with('!') {
        out.push('<');
        return inner;
    }
    let Some(end) = inner.find('>') else {
        return "";
    };
    let rest = &inner[end + 1..];
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    if name_at == 0 && (is("script") || is("style")) {
        return after_end(rest, name);
    }
    if is("br") || is("tr") || is("div") {
        out.push('\n');
    } else if is("li") && name_at == 0 {
        out.push_str("\n• ");
    } else if ["p", "h1", "h2", "h3", "h4", "ul", "ol", "table"]
        .iter()
        .any(|block| is(block))
    {
        out.push_str("\n\n");
    } else if is("td") {
        out.push(' ');
    }
    rest
}

/// What follows the end tag of that name; nothing where there is none.
fn after_end<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some((_, from)) = around(rest, "</") {
        if from
            .get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name))
        {
            return from.split_once('>').map_or("", |(_, rest)| rest);
        }
        rest = from;
    }
    ""
}

/// The character that an entity stands for, and its length.
fn entity(from: &str) -> Option<(char, usize)> {
    if !from.starts_with('&') {
        return None;
    }
    let end = from.bytes().take(12).position(|b| b == b';')?;
    let name = &from[1..end];
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "rsquo" => '’',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "pound" => '£',
        "bull" => '•',
        "lsquo" => '‘',
        "ldquo" => '“',
        "rdquo" => '”',
        "eacute" => 'é',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((c, end + 1))
}
