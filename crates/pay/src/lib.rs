//! Pay rules for care and support workers over dated, cited rates.
