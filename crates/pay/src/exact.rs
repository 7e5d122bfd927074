//! What is reckoned with decimals, each operation once and in few bytes: those of `rust_decimal` are
//! made for speed, and four kilobytes of a widget. The numbers stay its own, with at most 28 places
//! and 96 bits, and come out as there: what needs more is rounded, the even one of two that are as
//! near. Beyond that size they are the largest that there is.
//!
//! Works in limbs of 16 bits, since their products fit the 32 that plain JavaScript has.

use rust_decimal::Decimal;

/// How a number is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// To the nearest; of two that are as near, to the even one.
    Even,
    /// To the nearest; of two that are as near, away from nought.
    Away,
    /// Upwards: to no less than it is.
    Up,
    /// Towards nought: what is too much is cut off.
    Cut,
}

/// Room for the product of two numbers, and for one beside another's places.
const LIMBS: usize = 12;
/// The limbs of a number by itself.
const OWN: usize = 6;
/// The most places.
const PLACES: u32 = Decimal::MAX_SCALE;

/// A number without sign and mark, the lowest limb first.
type Digits = [u16; LIMBS];

/// Both together.
#[must_use]
pub fn sum(a: &Decimal, b: &Decimal) -> Decimal {
    let places = a.scale().max(b.scale());
    let aligned = |n: &Decimal| {
        let mut digits = digits(n);
        for _ in n.scale()..places {
            grow(&mut digits, 10, 0);
        }
        digits
    };
    let (a_digits, b_digits) = (aligned(a), aligned(b));
    let is_negative = a.is_sign_negative();
    if is_negative == b.is_sign_negative() {
        let mut carry = 0;
        let mut both = a_digits;
        for (limb, other) in both.iter_mut().zip(b_digits) {
            carry += u32::from(*limb) + u32::from(other);
            *limb = low(carry);
            carry >>= 16;
        }
        return made(both, places, is_negative);
    }
    match less(&a_digits, &b_digits) {
        Some(rest) => made(rest, places, is_negative),
        None => {
            let rest = less(&b_digits, &a_digits).unwrap_or_default();
            made(rest, places, !is_negative)
        }
    }
}

/// The first without the second.
#[must_use]
pub fn difference(a: &Decimal, b: &Decimal) -> Decimal {
    sum(a, &-b)
}

/// The one times the other.
#[must_use]
pub fn product(a: &Decimal, b: &Decimal) -> Decimal {
    let (left, right) = (digits(a), digits(b));
    let mut product = Digits::default();
    for (at, limb) in left.iter().take(OWN).enumerate() {
        let mut carry = 0;
        let (_, above) = product.split_at_mut(at);
        for (out, other) in above.iter_mut().zip(right) {
            carry += u32::from(*out) + u32::from(*limb) * u32::from(other);
            *out = low(carry);
            carry >>= 16;
        }
    }
    let is_negative = a.is_sign_negative() != b.is_sign_negative();
    made(product, a.scale() + b.scale(), is_negative)
}

/// The first by the second, to 28 digits; `None` for nothing to divide by.
#[must_use]
pub fn quotient(a: &Decimal, b: &Decimal) -> Option<Decimal> {
    if b.is_zero() {
        return None;
    }
    let by = digits(b);
    let mut whole = digits(a);
    // By hand, as at school: figure by figure, what is left over moved one place to the left.
    let mut figures = Vec::with_capacity(32);
    while whole != Digits::default() {
        figures.push(shrink(&mut whole));
    }
    let (mut rest, mut quotient) = (Digits::default(), Digits::default());
    let step = |rest: &Digits, figure| {
        let (mut rest, mut times) = (*rest, 0);
        grow(&mut rest, 10, figure);
        while let Some(left) = less(&rest, &by) {
            rest = left;
            times += 1;
        }
        (rest, times)
    };
    for figure in figures.into_iter().rev() {
        let (left, times) = step(&rest, figure);
        rest = left;
        grow(&mut quotient, 10, times);
    }
    let is_negative = a.is_sign_negative() != b.is_sign_negative();
    let (mut places, behind) = (a.scale(), b.scale());
    // One figure more than are kept, and whether anything comes after it, say how to round.
    while places < behind
        || rest != Digits::default() && places <= behind + PLACES && fits(&quotient)
    {
        let (left, times) = step(&rest, 0);
        rest = left;
        grow(&mut quotient, 10, times);
        places += 1;
    }
    if rest != Digits::default() {
        grow(&mut quotient, 10, 1);
        places += 1;
    }
    Some(made(quotient, places - behind, is_negative))
}

/// With so many places at most.
#[must_use]
pub fn rounded(n: &Decimal, places: u32, how: Round) -> Decimal {
    let places = places.min(n.scale());
    let mut digits = digits(n);
    let is_negative = n.is_sign_negative();
    drop_places(&mut digits, n.scale() - places, is_negative, how);
    made(digits, places, is_negative)
}

/// The nearest whole number; nought for one below nought or beyond 32 bits.
#[must_use]
pub fn whole(n: &Decimal) -> u32 {
    let parts = rounded(n, 0, Round::Even).unpack();
    match (parts.negative, parts.hi, parts.mid) {
        (false, 0, 0) => parts.lo,
        _ => 0,
    }
}

fn digits(n: &Decimal) -> Digits {
    let parts = n.unpack();
    let mut digits = Digits::default();
    let limbs = [parts.lo, parts.mid, parts.hi];
    for (two, limb) in digits.chunks_exact_mut(2).zip(limbs) {
        two.copy_from_slice(&[low(limb), low(limb >> 16)]);
    }
    digits
}

/// The number of these digits: what is beyond its room is rounded.
fn made(mut digits: Digits, places: u32, is_negative: bool) -> Decimal {
    let (mut small, mut extra) = (digits, places.saturating_sub(PLACES));
    for _ in 0..extra {
        shrink(&mut small);
    }
    while !fits(&small) {
        shrink(&mut small);
        extra += 1;
    }
    if extra > places {
        return if is_negative {
            Decimal::MIN
        } else {
            Decimal::MAX
        };
    }
    let places = places - extra;
    if extra > 0 {
        drop_places(&mut digits, extra, is_negative, Round::Even);
        // Rounded up it may be a digit longer.
        return made(digits, places, is_negative);
    }
    let [a, b, c, d, e, f, ..] = digits.map(u32::from);
    Decimal::from_parts(a | b << 16, c | d << 16, e | f << 16, is_negative, places)
}

fn fits(digits: &Digits) -> bool {
    digits.last_chunk() == Some(&[0; LIMBS - OWN])
}

fn drop_places(digits: &mut Digits, count: u32, is_negative: bool, how: Round) {
    let (mut last, mut rest) = (0, 0);
    for _ in 0..count {
        rest |= last;
        last = shrink(digits);
    }
    let is_up = match how {
        Round::Even => {
            let is_odd = digits.first().is_some_and(|limb| limb & 1 == 1);
            last > 5 || last == 5 && (rest > 0 || is_odd)
        }
        Round::Away => last >= 5,
        Round::Up => !is_negative && last | rest > 0,
        Round::Cut => false,
    };
    if is_up {
        grow(digits, 1, 1);
    }
}

/// So many times as many, and so many more.
fn grow(digits: &mut Digits, times: u32, more: u32) {
    let mut carry = more;
    for limb in digits {
        carry += u32::from(*limb) * times;
        *limb = low(carry);
        carry >>= 16;
    }
}

/// The tenth part; the figure that is left over.
fn shrink(digits: &mut Digits) -> u32 {
    let mut rest = 0;
    for limb in digits.iter_mut().rev() {
        rest = rest << 16 | u32::from(*limb);
        *limb = low(rest / 10);
        rest %= 10;
    }
    rest
}

/// The first less the second, where it is not smaller.
fn less(a: &Digits, b: &Digits) -> Option<Digits> {
    let mut rest = *a;
    // What is borrowed of the next limb: 0 or all ones.
    let mut borrow = 0;
    for (limb, other) in rest.iter_mut().zip(b) {
        borrow = u32::from(*limb)
            .wrapping_sub(u32::from(*other))
            .wrapping_sub(borrow & 1);
        *limb = low(borrow);
        borrow >>= 16;
    }
    (borrow == 0).then_some(rest)
}

/// The lower 16 bits.
#[expect(clippy::cast_possible_truncation, reason = "that is what it is for")]
fn low(number: u32) -> u16 {
    number as u16
}

#[cfg(test)]
mod tests {
    use super::{Round, difference, product, quotient, rounded, sum, whole};
    use proptest::prelude::*;
    use rust_decimal::{Decimal, RoundingStrategy};

    /// Numbers of every size, with every number of places.
    fn decimals() -> impl Strategy<Value = Decimal> {
        let digits = (0..=96_u32, any::<u128>())
            .prop_map(|(bits, digits)| if bits == 0 { 0 } else { digits >> (128 - bits) });
        let short = prop_oneof![Just(0), Just(1), Just(25), 0..100_000_u128];
        let digits = prop_oneof![3 => digits, 1 => short];
        (digits, 0..=28_u32, any::<bool>()).prop_map(|(digits, places, is_negative)| {
            let limb = |at: u32| (digits >> (32 * at)) as u32;
            Decimal::from_parts(limb(0), limb(1), limb(2), is_negative, places)
        })
    }

    /// The library's figure, where it has one. How many noughts are at its end is all the same.
    fn same(ours: Decimal, theirs: Option<Decimal>) -> Result<(), TestCaseError> {
        if let Some(theirs) = theirs {
            prop_assert_eq!(ours, theirs);
        } else {
            prop_assert!(ours == Decimal::MAX || ours == Decimal::MIN, "{}", ours);
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn sums_are_those_of_the_library(a in decimals(), b in decimals()) {
            same(sum(&a, &b), a.checked_add(b))?;
            same(difference(&a, &b), a.checked_sub(b))?;
        }

        #[test]
        fn products_are_those_of_the_library(a in decimals(), b in decimals()) {
            same(product(&a, &b), a.checked_mul(b))?;
        }

        #[test]
        fn quotients_are_those_of_the_library(a in decimals(), b in decimals()) {
            match quotient(&a, &b) {
                Some(ours) => same(ours, a.checked_div(b))?,
                None => prop_assert!(b.is_zero()),
            }
        }

        #[test]
        fn rounding_is_that_of_the_library(n in decimals(), places in 0..=28_u32) {
            for (how, theirs) in [
                (Round::Even, RoundingStrategy::MidpointNearestEven),
                (Round::Away, RoundingStrategy::MidpointAwayFromZero),
                (Round::Up, RoundingStrategy::ToPositiveInfinity),
                (Round::Cut, RoundingStrategy::ToZero),
            ] {
                same(rounded(&n, places, how), Some(n.round_dp_with_strategy(places, theirs)))?;
            }
            prop_assert_eq!(whole(&n), u32::try_from(n.round()).unwrap_or_default());
        }
    }
}
