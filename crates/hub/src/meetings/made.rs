//! Answers that were made of a feed, kept ready for whoever asks the same.

use std::{collections::HashMap, sync::Mutex};

/// How many of one kind are kept for one feed; others are made as they are asked for.
const MOST: usize = 64;

/// By what was asked, and for which day or minute: what is over drops out.
pub(super) struct Made<T>(Mutex<HashMap<(String, i64), T>>);

impl<T> Default for Made<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Made<T> {
    pub(super) fn get(&self, key: &(String, i64)) -> Option<T> {
        self.0.lock().ok()?.get(key).cloned()
    }

    /// What is ready, since somebody else may have waited for the same, or else what is made now.
    pub(super) fn get_or_make<E>(
        &self,
        key: (String, i64),
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        if let Some(ready) = self.get(&key) {
            return Ok(ready);
        }
        let ready = make()?;
        if let Ok(mut made) = self.0.lock() {
            if made.len() >= MOST {
                made.clear();
            }
            made.insert(key, ready.clone());
        }
        Ok(ready)
    }
}
