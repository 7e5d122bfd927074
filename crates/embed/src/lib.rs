//! The browser edge: what a widget may ask of the page it lives in.
//!
//! The script in `js/` finds the elements, reads their attributes, brings the wasm to the browser
//! and hands each instance its root and a start object. This crate turns those into a [`Context`],
//! renders the widget and takes it away again. Whatever differs between a browser and a test is
//! behind [`Page`], so a widget renders the same on a server, in a native test and in a browser.
//!
//! It knows no rule, no sentence and no wire type. It sets no cookie, stores nothing, asks for
//! nothing by itself, and never changes the address of the page.

pub mod base64;
mod browser;
mod context;
pub mod device;
mod history;
mod intl;
pub mod json;
mod mount;
pub mod net;
mod options;
mod page;
pub mod parts;
mod random;
pub mod unicode;
pub mod vault;
mod window;
pub mod wish;

/// Half the size of the standard library's allocator: 1 kB of each widget.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

pub use context::{Context, WidgetProps};
pub use history::Trail;
pub use intl::BrowserLocale;
pub use json::Json;
pub use mount::{Handle, mount, mount_asking, mount_reading};
pub use options::Options;
pub use page::{Page, QuietPage};
pub use random::Random;
