//! The browser edge: custom elements, attributes, events, storage.
