//! Which compiler turns the widgets into wasm.
//!
//! Best is one that has the standard library's source: built anew for the first version of
//! wasm it runs in every browser that ever had wasm, and without panic texts it is a fifth
//! smaller. The ready-made target is the last resort: its library already holds newer
//! instructions, which `wasm-opt` then lowers.

use crate::run;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
// SHA-256 in its short form: 1.6 kB less of each widget that seals, and fast enough for what is
// sealed there. What Rust prints for programmers is printed nowhere here: 2.1 kB of the check-in.
const FLAGS: &str = "-Zunstable-options -Zfmt-debug=none -Cpanic=immediate-abort -Ctarget-cpu=mvp \
    --cfg sha2_backend=\"soft\" --cfg sha2_backend_soft=\"compact\"";
/// With the ready-made library.
const LOWER_FLAGS: &str = "-Ctarget-cpu=mvp \
    --cfg sha2_backend=\"soft\" --cfg sha2_backend_soft=\"compact\"";
const PATIENCE: Duration = Duration::from_secs(30);

/// A way to compile for wasm.
pub(crate) struct Toolchain {
    /// What to tell people.
    pub(crate) name: &'static str,
    /// Whether newer instructions of the ready-made library must be lowered.
    pub(crate) lower: bool,
    cargo: PathBuf,
    rustc: Option<PathBuf>,
    linker: Option<PathBuf>,
}

/// What is here already comes first; then what can be fetched.
pub(crate) fn find_or_install(root: &Path) -> Result<Toolchain> {
    if let Some(found) = present(root) {
        return Ok(found);
    }
    println!("      no compiler for wasm here yet");
    if run::find("rustup").is_some() {
        println!("      asking rustup for the standard library's source (rust-src)");
        super::within(
            PATIENCE,
            Command::new("rustup").args(["component", "add", "rust-src"]),
        );
        if let Some(found) = present(root) {
            return Ok(found);
        }
    }
    if run::find("apt-get").is_some() {
        println!(
            "      rustup could not fetch it: trying Debian's own Rust, which brings the source"
        );
        match super::apt(&DEBIAN, "compiling to wasm") {
            Ok(()) => {}
            Err(error) => println!("      {error:#}"),
        }
        if let Some(found) = present(root) {
            return Ok(found);
        }
    }
    if run::find("rustup").is_some() {
        println!("      asking rustup for the ready-made target (a larger result)");
        super::within(
            PATIENCE,
            Command::new("rustup").args(["target", "add", TARGET]),
        );
    }
    present(root).ok_or_else(|| {
        anyhow::anyhow!(
            "no way to compile to wasm was found. One of these is needed:\n\
             \x20 rustup component add rust-src            (best; needs the network)\n\
             \x20 apt-get install {}    (Debian 12 or newer)\n\
             \x20 rustup target add {TARGET}   (larger files)",
            DEBIAN.join(" ")
        )
    })
}

impl Toolchain {
    /// One that names this cargo.
    #[cfg(test)]
    pub(crate) fn for_tests(cargo: &str) -> Self {
        Self {
            name: "",
            lower: false,
            cargo: cargo.into(),
            rustc: None,
            linker: None,
        }
    }

    /// A cargo command for this toolchain, with its own target folder: flags differ from native.
    pub(crate) fn cargo(&self, root: &Path) -> Command {
        let mut command = Command::new(&self.cargo);
        command
            .current_dir(root)
            .env("CARGO_TARGET_DIR", root.join("target/wasm"))
            .env_remove("RUSTC")
            .env_remove("RUSTDOC")
            .env_remove("CARGO")
            .arg("rustc")
            .args(["--target", TARGET, "--profile", "wasm"]);
        if let Some(rustc) = &self.rustc {
            // Not for the installed Rust: `cargo +name xtask` names one, and both ask it.
            command.env("RUSTC", rustc).env_remove("RUSTUP_TOOLCHAIN");
        }
        if let Some(linker) = &self.linker {
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        }
        if self.lower {
            command
                .env("CARGO_PROFILE_WASM_PANIC", "abort")
                .env("RUSTFLAGS", LOWER_FLAGS);
        } else {
            command
                .env("RUSTC_BOOTSTRAP", "1")
                .env("RUSTFLAGS", FLAGS)
                .args(["-Z", "build-std=std,panic_abort"])
                // Sorting, printing and counting by small code: our lists are short.
                .args(["-Z", "build-std-features=optimize_for_size"]);
        }
        command
    }
}

fn present(root: &Path) -> Option<Toolchain> {
    with_rust_src(root)
        .or_else(debian)
        .or_else(|| ready_made(root))
}

fn with_rust_src(root: &Path) -> Option<Toolchain> {
    let source = sysroot(root)?.join("lib/rustlib/src/rust/library/std/Cargo.toml");
    source.exists().then(|| Toolchain {
        name: "the installed Rust with the standard library's source",
        lower: false,
        cargo: own_cargo(),
        rustc: None,
        linker: None,
    })
}

fn debian() -> Option<Toolchain> {
    let cargo = PathBuf::from("/usr/bin/cargo");
    let rustc = PathBuf::from("/usr/bin/rustc");
    let source = Path::new("/usr/lib/rustlib/src/rust/library/std/Cargo.toml");
    let linker = ["wasm-ld-22", "wasm-ld"]
        .iter()
        .find_map(|name| run::find(name))?;
    (cargo.exists() && rustc.exists() && source.exists()).then_some(Toolchain {
        name: "Debian's Rust with the standard library's source",
        lower: false,
        cargo,
        rustc: Some(rustc),
        linker: Some(linker),
    })
}

fn ready_made(root: &Path) -> Option<Toolchain> {
    let library = sysroot(root)?.join("lib/rustlib").join(TARGET).join("lib");
    library.exists().then(|| Toolchain {
        name: "the installed Rust with the ready-made wasm target (larger files)",
        lower: true,
        cargo: own_cargo(),
        rustc: None,
        linker: None,
    })
}

fn own_cargo() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}

fn sysroot(root: &Path) -> Option<PathBuf> {
    let out = run::captured(
        Command::new("rustc")
            .args(["--print", "sysroot"])
            .current_dir(root),
    )
    .ok()?;
    Some(PathBuf::from(out.trim()))
}

/// Where Rust is too old for edition 2024, the compiler's own message is unclear: say it first.
pub(crate) fn ensure_rust(root: &Path) -> Result<()> {
    let version = run::captured(Command::new("rustc").arg("--version").current_dir(root))?;
    let minor = version
        .split('.')
        .nth(1)
        .and_then(|n| n.parse::<u32>().ok())
        .unwrap_or(0);
    if minor < 95 {
        bail!(
            "Rust 1.95 or newer is needed (here: {}); `rustup update` brings it",
            version.trim()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Toolchain;
    use std::path::Path;

    #[test]
    fn the_toolchain_that_was_named_compiles_the_widgets_too() {
        // (a compiler of Debian's, whether rustup's choice is taken away)
        for (rustc, forgets) in [(None, false), (Some("/usr/bin/rustc".into()), true)] {
            let tools = Toolchain {
                rustc,
                ..Toolchain::for_tests("cargo")
            };
            let command = tools.cargo(Path::new("."));
            let is_forgotten = command
                .get_envs()
                .any(|(name, value)| name == "RUSTUP_TOOLCHAIN" && value.is_none());
            assert_eq!(is_forgotten, forgets);
        }
    }
}
