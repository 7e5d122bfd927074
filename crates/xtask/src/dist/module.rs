//! Reads a module of the first version of wasm: its sections and instructions, and what each
//! instruction is followed by. Says nothing of what they mean.

use anyhow::{Context, Result, bail, ensure};

/// A section of no fixed kind: names, or what a tool has left.
pub(super) const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
/// The part of the names that is theirs.
pub(super) const NAMES_OF_FUNCTIONS: u8 = 1;

/// One section, with and without what stands before its body.
pub(super) struct Section<'a> {
    pub(super) id: u8,
    pub(super) body: &'a [u8],
    pub(super) whole: &'a [u8],
}

/// What a function consists of.
pub(super) struct Function<'a> {
    /// How many, and of which type.
    pub(super) locals: Vec<(usize, u8)>,
    pub(super) code: Vec<Instruction<'a>>,
}

/// An instruction and the bytes that belong to it.
#[derive(Clone, Copy)]
pub(super) struct Instruction<'a> {
    pub(super) op: u8,
    pub(super) operands: &'a [u8],
}

impl Instruction<'_> {
    /// Its operands, where all of them are numbers without a sign.
    pub(super) fn numbers(&self) -> Result<Vec<usize>> {
        let mut reader = Reader::new(self.operands);
        let mut numbers = Vec::new();
        while !reader.is_at_end() {
            numbers.push(reader.number()?);
        }
        Ok(numbers)
    }
}

/// All sections after the eight bytes of magic number and version.
pub(super) fn sections(module: &[u8]) -> Result<Vec<Section<'_>>> {
    let mut reader = Reader::new(module);
    reader.take(8)?;
    let mut sections = Vec::new();
    while !reader.is_at_end() {
        let start = reader.at;
        let id = reader.byte()?;
        let size = reader.number()?;
        let body = reader.take(size)?;
        let whole = module.get(start..reader.at).unwrap_or_default();
        sections.push(Section { id, body, whole });
    }
    Ok(sections)
}

/// By which names functions are imported: they have the first numbers.
pub(super) fn imports<'a>(sections: &[Section<'a>]) -> Result<Vec<&'a [u8]>> {
    let Some(section) = sections.iter().find(|section| section.id == IMPORTS) else {
        return Ok(Vec::new());
    };
    let mut reader = Reader::new(section.body);
    let text = |reader: &mut Reader<'a>| {
        let length = reader.number()?;
        reader.take(length)
    };
    (0..reader.number()?)
        .map(|_| {
            text(&mut reader)?;
            let name = text(&mut reader)?;
            ensure!(reader.byte()? == 0, "only functions are imported");
            reader.number()?;
            Ok(name)
        })
        .collect()
}

/// The names of functions, by their numbers; none where the module has no names.
pub(super) fn names(sections: &[Section<'_>]) -> Result<Vec<(usize, String)>> {
    let text = |reader: &mut Reader<'_>| -> Result<String> {
        let length = reader.number()?;
        Ok(String::from_utf8_lossy(reader.take(length)?).into_owned())
    };
    for section in sections.iter().filter(|section| section.id == CUSTOM) {
        let mut reader = Reader::new(section.body);
        if text(&mut reader)? != "name" {
            continue;
        }
        while !reader.is_at_end() {
            let kind = reader.byte()?;
            let size = reader.number()?;
            let mut part = Reader::new(reader.take(size)?);
            if kind == NAMES_OF_FUNCTIONS {
                return (0..part.number()?)
                    .map(|_| Ok((part.number()?, text(&mut part)?)))
                    .collect();
            }
        }
    }
    Ok(Vec::new())
}

/// The module without sections of no fixed kind.
pub(super) fn without_custom(module: &[u8]) -> Result<Vec<u8>> {
    let mut out = module.get(..8).context("the module is cut off")?.to_vec();
    for section in sections(module)?.iter().filter(|one| one.id != CUSTOM) {
        out.extend(section.whole);
    }
    Ok(out)
}

/// The module's own functions.
pub(super) fn functions<'a>(sections: &[Section<'a>]) -> Result<Vec<Function<'a>>> {
    let code = sections.iter().find(|section| section.id == CODE);
    let mut reader = Reader::new(code.context("the module has no code")?.body);
    let count = reader.number()?;
    let functions = (0..count)
        .map(|_| {
            let size = reader.number()?;
            function(reader.take(size)?)
        })
        .collect::<Result<_>>()?;
    ensure!(
        reader.is_at_end(),
        "the code has another length than it says"
    );
    Ok(functions)
}

fn function(bytes: &[u8]) -> Result<Function<'_>> {
    let mut reader = Reader::new(bytes);
    let locals = (0..reader.number()?)
        .map(|_| Ok((reader.number()?, reader.byte()?)))
        .collect::<Result<_>>()?;
    let mut code = Vec::new();
    while !reader.is_at_end() {
        let op = reader.byte()?;
        let start = reader.at;
        operands(op, &mut reader)?;
        let operands = bytes.get(start..reader.at).unwrap_or_default();
        code.push(Instruction { op, operands });
    }
    Ok(Function { locals, code })
}

fn operands(op: u8, reader: &mut Reader<'_>) -> Result<()> {
    match op {
        0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xbf => {}
        0x02..=0x04 => drop(reader.byte()?),
        0x0c | 0x0d | 0x10 | 0x20..=0x24 | 0x41 | 0x42 => drop(reader.leb()?),
        0x0e => {
            for _ in 0..=reader.number()? {
                reader.leb()?;
            }
        }
        0x11 => {
            reader.leb()?;
            ensure!(
                reader.byte()? == 0,
                "the first version of wasm has one table"
            );
        }
        0x28..=0x3e => {
            reader.leb()?;
            reader.leb()?;
        }
        0x3f | 0x40 => ensure!(
            reader.byte()? == 0,
            "the first version of wasm has one memory"
        ),
        0x43 => drop(reader.take(4)?),
        0x44 => drop(reader.take(8)?),
        _ => bail!("instruction {op:#x} is not of the first version of wasm"),
    }
    Ok(())
}

/// Reads bytes from their start.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let end = self.at.saturating_add(count);
        let taken = self
            .bytes
            .get(self.at..end)
            .context("the module is cut off")?;
        self.at = end;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        self.take(1)?
            .first()
            .copied()
            .context("the module is cut off")
    }

    fn number(&mut self) -> Result<usize> {
        Ok(unsigned(self.leb()?))
    }

    /// The bytes of one LEB128 number.
    fn leb(&mut self) -> Result<&'a [u8]> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|byte| *byte < 0x80)
            .context("a number is cut off")?
            + 1;
        self.take(length)
    }
}

/// The value of one LEB128 number.
pub(super) fn unsigned(leb: &[u8]) -> usize {
    leb.iter()
        .rev()
        .fold(0, |number, byte| number << 7 | usize::from(byte & 0x7f))
}

/// The value of one LEB128 number whose last byte has its sign in the sixth bit.
pub(super) fn signed(leb: &[u8]) -> i64 {
    let start = match leb.last() {
        Some(last) if last & 0x40 != 0 => -1,
        _ => 0,
    };
    leb.iter()
        .rev()
        .fold(start, |number, byte| number << 7 | i64::from(byte & 0x7f))
}

/// The bytes of an unsigned LEB128 number.
pub(super) fn leb(mut number: usize) -> Vec<u8> {
    let mut out = Vec::new();
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push((number & 0x7f) as u8);
    out
}
