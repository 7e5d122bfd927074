//! Sorts the numbers of a module's code by what they are, so that they compress better.
//!
//! Instructions, local numbers, constants and offsets follow patterns of their own; mixed
//! together they hide each other's from brotli. Apart, and each as the number that says most
//! about it, a widget is a sixth smaller on the wire. `module.js` puts them together again
//! before the module starts. Knows the instructions of the first version of wasm and refuses
//! all others; expects functions in the order of `order.rs`.
//!
//! What is not carried over: the sizes of functions, longer forms of numbers than need be, and
//! the hints of how memory is aligned, which change nothing that a program can see.

use super::module::{self, Function, Instruction, Section, signed, unsigned};
use anyhow::{Context, Result, ensure};

/// The kinds, as `module.js` numbers them. Neighbours share what brotli has learnt.
mod kind {
    /// By the instruction after, in twos: constants for which `CONST` has a zero, by how much
    /// they differ from the last.
    pub(super) const LONG: usize = 1;
    /// Constants that are copied byte by byte.
    pub(super) const RAW: usize = 97;
    /// Sections before the code, from the magic number on.
    pub(super) const BEFORE: usize = 98;
    /// One for each of the three instructions.
    pub(super) const BRANCH: usize = 99;
    pub(super) const CALL: usize = 102;
    pub(super) const INDIRECT: usize = 103;
    /// By the instruction itself, in twos, from 0x28 on.
    pub(super) const OFFSET: usize = 104;
    pub(super) const GLOBAL: usize = 116;
    /// By the instruction after, in twos.
    pub(super) const CONST: usize = 117;
    pub(super) const GET: usize = 213;
    /// By the instruction before, in eights.
    pub(super) const SET: usize = 214;
    pub(super) const TEE: usize = 238;
    /// How much there is of what follows: sections, functions, their locals.
    pub(super) const META: usize = 262;
    pub(super) const OP: usize = 263;
    pub(super) const BLOCK: usize = 264;
    pub(super) const AFTER: usize = 265;
    pub(super) const COUNT: usize = 266;
}

const CODE: u8 = 10;
/// More locals than any function has; `module.js` has as many ready.
const LOCALS: usize = 1000;
/// A number from here on takes two characters: surrogates cannot be in UTF-8.
const WIDE: usize = 0xd000;
const WIDEST: usize = (0xd800 - WIDE) << 15;
/// Constants of `CONST`: the smallest, and how many there are.
const SMALLEST: i64 = -64;
const SHORT: i64 = 0x2000;

/// A module as numbers, each to be one character.
pub(crate) struct Split {
    pub(crate) numbers: Vec<u16>,
    /// Where what follows is of another nature than what came before: the numbers of locals, the
    /// instructions, and the data.
    pub(crate) borders: [usize; 3],
}

/// The module's numbers, kind after kind.
pub(crate) fn split(bytes: &[u8]) -> Result<Split> {
    let sections = module::sections(bytes)?;
    let imports = module::imports(&sections)?.len();
    let functions = module::functions(&sections)?;
    let mut sorter = Sorter::new(imports);
    let whole = |wanted: fn(&Section<'_>) -> bool| {
        let sections = sections.iter().filter(move |section| wanted(section));
        sections.flat_map(|section| section.whole).copied()
    };
    // So the number of a section says whether it stands before the code.
    ensure!(
        sections.is_sorted_by_key(|section| section.id),
        "the sections are not in order"
    );
    let head = bytes.iter().take(8).copied();
    sorter.bytes(
        kind::BEFORE,
        head.chain(whole(|section| section.id < CODE)).collect(),
    )?;
    sorter.put(kind::META, imports)?;
    sorter.put(kind::META, functions.len())?;
    for (number, function) in functions.iter().enumerate() {
        sorter.function(imports + number, function)?;
    }
    sorter.bytes(kind::AFTER, whole(|section| section.id > CODE).collect())?;
    sorter.container()
}

struct Sorter {
    kinds: Vec<Vec<u16>>,
    /// Functions that were called, and imports: what was called last stands at the end.
    called: Vec<usize>,
    /// The first function that was not called yet.
    callee: usize,
    /// The last constant of `kind::LONG`.
    address: i64,
    /// The instruction before, be it of another function.
    last: u8,
}

impl Sorter {
    fn new(imports: usize) -> Self {
        Self {
            kinds: vec![Vec::new(); kind::COUNT],
            called: (0..imports).rev().collect(),
            callee: imports,
            address: 0,
            last: 0,
        }
    }

    fn put(&mut self, kind: usize, number: usize) -> Result<()> {
        let stream = self.kinds.get_mut(kind).context("no such kind")?;
        stream.extend(characters(number)?);
        Ok(())
    }

    fn bytes(&mut self, kind: usize, bytes: Vec<u8>) -> Result<()> {
        self.put(kind::META, bytes.len())?;
        self.copy(kind, &bytes)
    }

    fn copy(&mut self, kind: usize, bytes: &[u8]) -> Result<()> {
        bytes
            .iter()
            .try_for_each(|byte| self.put(kind, usize::from(*byte)))
    }

    fn function(&mut self, number: usize, function: &Function<'_>) -> Result<()> {
        if self.callee == number {
            self.called.push(number);
            self.callee += 1;
        }
        self.put(kind::META, function.locals.len())?;
        for (count, of) in &function.locals {
            self.put(kind::META, *count)?;
            self.put(kind::META, usize::from(*of))?;
        }
        let mut locals: Vec<usize> = (0..LOCALS).rev().collect();
        let after = function.code.iter().skip(1).map(|next| next.op).chain([0]);
        for (instruction, next) in function.code.iter().zip(after) {
            self.instruction(instruction, next, &mut locals)?;
            self.last = instruction.op;
        }
        Ok(())
    }

    fn instruction(
        &mut self,
        instruction: &Instruction<'_>,
        next: u8,
        locals: &mut Vec<usize>,
    ) -> Result<()> {
        let Instruction { op, operands } = *instruction;
        let code = usize::from(op);
        let before = usize::from(self.last >> 3);
        self.put(kind::OP, code)?;
        let kind = match op {
            0x02..=0x04 => return self.copy(kind::BLOCK, operands),
            0x0c..=0x0e => kind::BRANCH + code - 0x0c,
            0x10 => return self.call(unsigned(operands)),
            0x11 => return self.put(kind::INDIRECT, unsigned(operands)),
            0x20..=0x22 => {
                let kind = match op {
                    0x20 => kind::GET,
                    0x21 => kind::SET + before,
                    _ => kind::TEE + before,
                };
                let place = recent(locals, unsigned(operands)).context("too many locals")?;
                return self.put(kind, place);
            }
            0x23 | 0x24 => kind::GLOBAL,
            0x28..=0x3e => {
                let numbers = instruction.numbers()?;
                let offset = numbers.get(1).context("an offset is missing")?;
                return self.put(kind::OFFSET + (code - 0x28) / 2, *offset);
            }
            0x41 => return self.constant(operands, usize::from(next / 2)),
            0x42..=0x44 => return self.copy(kind::RAW, operands),
            _ => return Ok(()),
        };
        instruction
            .numbers()?
            .into_iter()
            .try_for_each(|number| self.put(kind, number))
    }

    fn call(&mut self, callee: usize) -> Result<()> {
        if callee == self.callee {
            self.called.push(callee);
            self.callee += 1;
            return self.put(kind::CALL, 0);
        }
        let place = recent(&mut self.called, callee)
            .context("the functions are not in the order of their first call")?;
        // Zero is the next one.
        self.put(kind::CALL, place + 1)
    }

    fn constant(&mut self, operands: &[u8], next: usize) -> Result<()> {
        let value = signed(operands);
        // Zero says that the number stands elsewhere.
        if (SMALLEST..SHORT).contains(&value) {
            return self.put(kind::CONST + next, usize::try_from(value - SMALLEST + 1)?);
        }
        self.put(kind::CONST + next, 0)?;
        let step = value - self.address;
        // The sign in the lowest bit; the same as the last would be the zero of others.
        let folded = usize::try_from(step << 1 ^ step >> 63)?;
        if folded > 0 && folded < WIDEST && value > 0 {
            self.address = value;
            return self.put(kind::LONG + next, folded);
        }
        self.put(kind::LONG + next, 0)?;
        self.copy(kind::RAW, operands)
    }

    /// Which kinds there are and how many numbers of each, then the numbers.
    fn container(&self) -> Result<Split> {
        let (mut head, mut numbers, mut next) = (Vec::new(), Vec::<u16>::new(), 0);
        for (kind, stream) in self.kinds.iter().enumerate() {
            if !stream.is_empty() {
                head.extend(characters(kind - next)?);
                head.extend(characters(stream.len())?);
                next = kind + 1;
            }
            numbers.extend(stream);
        }
        head.extend(characters(kind::COUNT - next)?);
        let before = |kind: usize| {
            let earlier = self.kinds.iter().take(kind).map(Vec::len);
            head.len() + earlier.sum::<usize>()
        };
        let borders = [kind::GET, kind::OP, kind::AFTER].map(before);
        head.extend(numbers);
        Ok(Split {
            numbers: head,
            borders,
        })
    }
}

/// One character for a number, or two.
fn characters(number: usize) -> Result<Vec<u16>> {
    ensure!(number < WIDEST, "{number} is too large for two characters");
    if number < WIDE {
        return Ok(vec![u16::try_from(number)?]);
    }
    let (high, low) = (WIDE + (number >> 15), number & 0x7fff);
    Ok(vec![u16::try_from(high)?, u16::try_from(low)?])
}

/// How far from the end something stands, and moves it there.
fn recent(list: &mut Vec<usize>, wanted: usize) -> Option<usize> {
    let at = list.iter().rposition(|one| *one == wanted)?;
    let one = list.remove(at);
    list.push(one);
    Some(list.len() - 1 - at)
}

#[cfg(test)]
mod tests {
    use super::{Split, characters, recent, split};

    /// `(module (func (result i32) i32.const 70000 drop…))` by hand: magic, type, func, code.
    const MODULE: [u8; 29] = [
        0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, // magic and version
        1, 5, 1, 0x60, 0, 1, 0x7f, // () -> i32
        3, 2, 1, 0, // one function of that type
        10, 8, 1, 6, 0, 0x41, 0xf0, 0xa2, 0x04, 0x0b, // i32.const 70000, end
    ];

    #[test]
    fn code_is_sorted_by_kind() {
        let Split { numbers, borders } = split(&MODULE).expect("a module of the first version");
        // Kinds left out and how many numbers: two of a long one, bytes before, a short one, what
        // there is, two instructions; then no more.
        let head = [6, 2, 91, 19, 23, 1, 139, 5, 0, 2, 2];
        assert_eq!(numbers.get(..head.len()), Some(&head[..]), "{numbers:?}");
        // 140000, twice the number, is four times 0x8000 and 8928.
        assert_eq!(numbers.get(11..13), Some(&[0xd004, 8928][..]));
        // One zero for the short constant, bytes before, imports, functions, locals, bytes after.
        let rest = [0, 19, 0, 1, 0, 0, 0x41, 0x0b];
        assert_eq!(numbers.get(13 + 19..), Some(&rest[..]));
        // No local is read; between that and the two instructions is how much there is.
        let end = numbers.len();
        assert_eq!(borders, [end - 7, end - 2, end]);
    }

    #[test]
    fn newer_instructions_and_cut_modules_are_refused() {
        let mut newer = MODULE;
        newer[24] = 0xc0; // i32.extend8_s
        assert!(split(&newer).is_err());
        assert!(split(MODULE.get(..25).expect("a part")).is_err());
    }

    #[test]
    fn what_was_used_last_is_nearest() {
        let mut list = vec![2, 1, 0];
        let places: Vec<_> = [0, 2, 2, 1].map(|one| recent(&mut list, one)).into();
        assert_eq!(places, [Some(0), Some(2), Some(0), Some(2)]);
        assert_eq!(recent(&mut list, 7), None);
    }

    #[test]
    fn large_numbers_are_two_characters_and_never_half_a_pair() {
        for (number, expected) in [
            (0, vec![0]),
            (0xcfff, vec![0xcfff]),
            (0xd000, vec![0xd001, 0x5000]),
        ] {
            assert_eq!(characters(number).expect("not too large"), expected);
        }
        assert!(characters(1 << 26).is_err());
    }
}
