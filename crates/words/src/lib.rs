//! Messages, plurals, numbers and dates by locale; typed numbers read as people type them.
