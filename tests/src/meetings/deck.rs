//! Numbers that look like chance and are the same in every run.

/// A pack of cards that is always shuffled alike (Marsaglia's xorshift).
#[derive(Debug)]
pub struct Deck(u64);

impl Deck {
    /// Any number but 0 begins another order.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.max(1))
    }

    /// Below `end`, which is at least 1.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The upper half is the better one.
        usize::try_from(self.0 >> 33).unwrap_or_default() % end.max(1)
    }

    /// True in so many of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several, which must not be empty.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// One of several, each as often as its weight says.
    pub fn weighted<T: Copy>(&mut self, of: &[(T, usize)]) -> T {
        let all = of.iter().map(|(_, weight)| weight).sum();
        let mut at = self.below(all);
        for (item, weight) in of {
            if at < *weight {
                return *item;
            }
            at -= weight;
        }
        of[0].0
    }

    /// One to `most` neighbours of the list, the last and the first being neighbours too.
    pub fn some<T: Copy>(&mut self, of: &[T], most: usize) -> Vec<T> {
        let wanted = (1 + self.below(most)).min(of.len());
        let first = self.below(of.len());
        (first..first + wanted)
            .map(|at| of[at % of.len()])
            .collect()
    }
}
