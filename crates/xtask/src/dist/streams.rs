//! Sorts the bytes of a module's code by what they are, so that they compress better.
//!
//! Instructions, local numbers, constants and offsets follow patterns of their own; mixed
//! together they hide each other's from brotli. Apart, a widget is a tenth smaller on the wire.
//! `module.js` puts them together again before the module starts. Knows the instructions of
//! the first version of wasm and refuses all others.

use anyhow::{Context, Result, bail, ensure};

/// The kinds, in the order in which they stand in the container and in `module.js`.
#[derive(Clone, Copy)]
enum Kind {
    /// Sections before the code, from the magic number on.
    Before,
    /// Sections after the code.
    After,
    /// Instructions.
    Op,
    /// Counts of functions and of their locals.
    Meta,
    LocalGet,
    LocalSet,
    LocalTee,
    Global,
    /// `i32.const` of one or two bytes, or 0x80 for one in `Long`.
    Const,
    /// Longer `i32.const`: mostly addresses.
    Long,
    Const64,
    /// Four or eight bytes each.
    Float,
    Align,
    Offset,
    Call,
    CallIndirect,
    Branch,
    Block,
}

const KINDS: usize = Kind::Block as usize + 1;
const CODE: u8 = 10;
const END: u8 = 0x0b;
/// Stands in `Const` for a constant that stands in `Long`; no number begins so on its own.
const IN_LONG: u8 = 0x80;

/// The module's bytes, by kind: a zero byte, the length of each kind, then the kinds.
pub(crate) fn split(module: &[u8]) -> Result<Vec<u8>> {
    let mut streams = Streams::default();
    let mut reader = Reader {
        bytes: module,
        at: 0,
    };
    streams.put(Kind::Before, reader.take(8)?);
    let mut seen = false;
    while reader.at < module.len() {
        let start = reader.at;
        let id = reader.byte()?;
        let size = reader.number()?;
        if id == CODE {
            let end = reader.at + size;
            code(&mut reader, &mut streams)?;
            ensure!(
                reader.at == end,
                "the code section has another length than it says"
            );
            seen = true;
        } else {
            reader.take(size)?;
            let section = module
                .get(start..reader.at)
                .context("a section is cut off")?;
            streams.put(if seen { Kind::After } else { Kind::Before }, section);
        }
    }
    ensure!(seen, "the module has no code");
    Ok(streams.container())
}

fn code(reader: &mut Reader<'_>, streams: &mut Streams) -> Result<()> {
    for _ in 0..streams.copied(Kind::Meta, reader)? {
        let size = reader.number()?;
        let end = reader.at + size;
        for _ in 0..streams.copied(Kind::Meta, reader)? {
            streams.copied(Kind::Meta, reader)?;
            streams.put(Kind::Meta, reader.take(1)?);
        }
        while reader.at < end {
            instruction(reader, streams)?;
        }
    }
    Ok(())
}

fn instruction(reader: &mut Reader<'_>, streams: &mut Streams) -> Result<()> {
    let op = reader.byte()?;
    streams.put(Kind::Op, &[op]);
    match op {
        0x02..=0x04 => streams.put(Kind::Block, reader.take(1)?),
        0x0c | 0x0d => drop(streams.copied(Kind::Branch, reader)?),
        0x0e => {
            for _ in 0..=streams.copied(Kind::Branch, reader)? {
                streams.copied(Kind::Branch, reader)?;
            }
        }
        0x10 => drop(streams.copied(Kind::Call, reader)?),
        0x11 => {
            streams.copied(Kind::CallIndirect, reader)?;
            ensure!(
                reader.byte()? == 0,
                "the first version of wasm has one table"
            );
        }
        0x20 => drop(streams.copied(Kind::LocalGet, reader)?),
        0x21 => drop(streams.copied(Kind::LocalSet, reader)?),
        0x22 => drop(streams.copied(Kind::LocalTee, reader)?),
        0x23 | 0x24 => drop(streams.copied(Kind::Global, reader)?),
        0x28..=0x3e => {
            streams.copied(Kind::Align, reader)?;
            streams.copied(Kind::Offset, reader)?;
        }
        0x3f | 0x40 => ensure!(
            reader.byte()? == 0,
            "the first version of wasm has one memory"
        ),
        0x41 => constant(reader, streams)?,
        0x42 => drop(streams.copied(Kind::Const64, reader)?),
        0x43 => streams.put(Kind::Float, reader.take(4)?),
        0x44 => streams.put(Kind::Float, reader.take(8)?),
        0x00 | 0x01 | 0x05 | END | 0x0f | 0x1a | 0x1b | 0x45..=0xbf => {}
        _ => bail!("instruction {op:#x} is not of the first version of wasm"),
    }
    Ok(())
}

fn constant(reader: &mut Reader<'_>, streams: &mut Streams) -> Result<()> {
    let number = reader.leb()?;
    // A first byte of 0x80 would read as the sign that the number stands elsewhere.
    if number.len() > 2 || number.first() == Some(&IN_LONG) {
        streams.put(Kind::Const, &[IN_LONG]);
        streams.put(Kind::Long, number);
    } else {
        streams.put(Kind::Const, number);
    }
    Ok(())
}

#[derive(Default)]
struct Streams([Vec<u8>; KINDS]);

impl Streams {
    fn put(&mut self, kind: Kind, bytes: &[u8]) {
        if let Some(stream) = self.0.get_mut(kind as usize) {
            stream.extend_from_slice(bytes);
        }
    }

    /// Moves one number into a stream and gives it as unsigned.
    fn copied(&mut self, kind: Kind, reader: &mut Reader<'_>) -> Result<usize> {
        let bytes = reader.leb()?;
        self.put(kind, bytes);
        Ok(unsigned(bytes))
    }

    fn container(&self) -> Vec<u8> {
        let mut out = vec![0];
        for stream in &self.0 {
            let mut rest = stream.len();
            while rest > 0x7f {
                out.push((rest & 0x7f) as u8 | 0x80);
                rest >>= 7;
            }
            out.push((rest & 0x7f) as u8);
        }
        for stream in &self.0 {
            out.extend_from_slice(stream);
        }
        out
    }
}

/// Reads a module from its start.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let taken = self
            .bytes
            .get(self.at..self.at + count)
            .context("the module is cut off")?;
        self.at += count;
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

fn unsigned(leb: &[u8]) -> usize {
    leb.iter()
        .rev()
        .fold(0, |number, byte| number << 7 | usize::from(byte & 0x7f))
}

#[cfg(test)]
mod tests {
    use super::split;

    /// `(module (func (result i32) i32.const 70000 local…))` by hand: magic, type, func, code.
    const MODULE: [u8; 29] = [
        0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, // magic and version
        1, 5, 1, 0x60, 0, 1, 0x7f, // () -> i32
        3, 2, 1, 0, // one function of that type
        10, 8, 1, 6, 0, 0x41, 0xf0, 0xa2, 0x04, 0x0b, // i32.const 70000, end
    ];

    #[test]
    fn code_is_sorted_by_kind() {
        let split = split(&MODULE).expect("a module of the first version");
        assert_eq!(split.first(), Some(&0));
        let tail = split.get(19 + 19..).expect("the kinds after the head");
        // Op, Meta, Const, Long.
        assert_eq!(tail, [0x41, 0x0b, 1, 0, 0x80, 0xf0, 0xa2, 0x04]);
    }

    #[test]
    fn newer_instructions_and_cut_modules_are_refused() {
        let mut newer = MODULE;
        newer[24] = 0xc0; // i32.extend8_s
        assert!(split(&newer).is_err());
        assert!(split(MODULE.get(..25).expect("a part")).is_err());
    }
}
