//! The small self-hostable hub behind the widgets.
