//! Files of earlier builds that browsers may still ask for.
//!
//! A script under a short name may come out of a cache for a day, and asks for the plain build,
//! the words or the widget that belonged to it, under names that hold their hash. A page that
//! pins a version asks for longer. So they stay, and stand in the manifest, from which the hub
//! serves them and checks them.

use super::compress;
use super::manifest::{File, Manifest};
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::Path;

/// Seconds for which a file stays after a build that no longer has it: thirty days.
const STAYS: u64 = 30 * 24 * 60 * 60;
/// And how many of one kind stay, the newest first: who builds twenty times a day fills no disk.
const OF_A_KIND: usize = 8;

/// Copies from `old` to `fresh` what partners' pages may still ask for, and lists it.
pub(crate) fn carry_over(
    old: &Path,
    fresh: &Path,
    manifest: &mut Manifest,
    now: u64,
) -> Result<()> {
    // The first build, or one of a form that we do not know, has nothing for us.
    let Ok(earlier) = Manifest::read(old) else {
        return Ok(());
    };
    let is_ours = |file: &File| {
        let bundle = file.name.split('.').next().unwrap_or_default();
        bundle == "modes" || earlier.widgets.contains_key(bundle)
    };
    let is_new = |file: &File| manifest.files.iter().any(|known| known.path == file.path);
    let mut stays: Vec<File> = earlier
        .files
        .iter()
        .filter(|file| file.immutable && is_ours(file) && !is_new(file))
        .map(|file| File {
            replaced: Some(file.replaced.unwrap_or(now)),
            ..file.clone()
        })
        .filter(|file| now.saturating_sub(file.replaced.unwrap_or(now)) <= STAYS)
        .collect();
    stays.sort_by_key(|file| std::cmp::Reverse(file.replaced));
    let mut of_a_kind: BTreeMap<String, usize> = BTreeMap::new();
    for file in stays {
        let seen = of_a_kind.entry(kind(&file)).or_default();
        *seen += 1;
        if *seen <= OF_A_KIND && copy(old, fresh, &file)? {
            manifest.files.push(file);
        }
    }
    Ok(())
}

/// `pay.cy.js` of `pay.cy.0123456789abcdef.js`.
fn kind(file: &File) -> String {
    file.name.replace(&format!(".{}", file.hash), "")
}

/// `false` for a file that is not what the list says: the hub would refuse to start with it.
fn copy(old: &Path, fresh: &Path, file: &File) -> Result<bool> {
    let Ok(bytes) = std::fs::read(old.join(&file.path)) else {
        return Ok(false);
    };
    if compress::integrity(&bytes) != file.integrity {
        return Ok(false);
    }
    let to = fresh.join(&file.path);
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(to, bytes)?;
    for twin in [".br", ".gz"] {
        let twin = format!("{}{twin}", file.path);
        if old.join(&twin).exists() {
            std::fs::copy(old.join(&twin), fresh.join(&twin))?;
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use super::*;
    use std::path::PathBuf;

    /// A `dist/` below the system's folder for such things, gone when dropped.
    struct Place(PathBuf);

    impl Place {
        fn new(test: &str) -> Self {
            let name = format!("swansfeet-earlier-{}-{test}", std::process::id());
            let place = Self(std::env::temp_dir().join(name));
            std::fs::create_dir_all(place.0.join("dist")).unwrap();
            place
        }

        /// Builds files with these `(start of the name, content)`, a `pay` among the widgets, and
        /// gives the names that then lie there.
        fn build(&self, files: &[(&str, &str)], now: u64) -> Vec<String> {
            let (old, fresh) = (self.0.join("dist"), self.0.join("fresh"));
            std::fs::create_dir_all(fresh.join("v1")).unwrap();
            let mut manifest = Manifest::default();
            manifest.widgets.insert("pay".into(), Default::default());
            for (start, content) in files {
                let file = file(start, content);
                std::fs::write(fresh.join(&file.path), content).unwrap();
                std::fs::write(fresh.join(format!("{}.br", file.path)), content).unwrap();
                manifest.files.push(file);
            }
            carry_over(&old, &fresh, &mut manifest, now).unwrap();
            let list = serde_json::to_vec(&manifest).unwrap();
            std::fs::write(fresh.join("manifest.json"), list).unwrap();
            std::fs::remove_dir_all(&old).unwrap();
            std::fs::rename(&fresh, &old).unwrap();
            for file in &manifest.files {
                assert!(old.join(&file.path).exists(), "{} is listed", file.path);
                assert!(old.join(format!("{}.br", file.path)).exists());
            }
            let mut names: Vec<String> = manifest.files.into_iter().map(|file| file.name).collect();
            names.sort();
            names
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            drop(std::fs::remove_dir_all(&self.0));
        }
    }

    fn file(start: &str, content: &str) -> File {
        let hash = compress::short_hash(content.as_bytes());
        let name = format!("{start}.{hash}.js");
        File {
            path: format!("v1/{name}"),
            name,
            hash,
            integrity: compress::integrity(content.as_bytes()),
            content_type: "text/javascript; charset=utf-8".to_owned(),
            raw: content.len(),
            gz: 0,
            br: content.len(),
            immutable: true,
            replaced: None,
        }
    }

    fn name(start: &str, content: &str) -> String {
        file(start, content).name
    }

    const DAY: u64 = 24 * 60 * 60;

    #[test]
    fn what_a_cached_script_asks_for_is_there_for_thirty_days() {
        let place = Place::new("days");
        place.build(&[("pay", "1"), ("pay.plain", "1"), ("gallery", "1")], 0);
        let mut both = vec![
            name("pay", "1"),
            name("pay.plain", "1"),
            name("pay", "2"),
            name("pay.plain", "2"),
        ];
        both.sort();
        let second: &[(&str, &str)] = &[("pay", "2"), ("pay.plain", "2")];
        // Counted from when it was replaced, however often something is built after that.
        assert_eq!(place.build(second, 40 * DAY), both, "our own pages aside");
        assert_eq!(place.build(second, 69 * DAY), both);
        assert_eq!(place.build(second, 71 * DAY).len(), 2, "and no longer");
    }

    #[test]
    fn a_build_that_comes_back_is_new_again() {
        let place = Place::new("back");
        place.build(&[("pay", "1")], 0);
        place.build(&[("pay", "2")], DAY);
        assert_eq!(place.build(&[("pay", "1")], 2 * DAY).len(), 2);
        let later = place.build(&[("pay", "3")], 31 * DAY + DAY / 2);
        assert!(later.contains(&name("pay", "1")), "replaced just now");
    }

    #[test]
    fn the_newest_of_each_kind_stay() {
        let place = Place::new("newest");
        for build in 0..20_u64 {
            let content = build.to_string();
            place.build(&[("pay", &content), ("pay.cy", "same")], build);
        }
        let names = place.build(&[("pay", "last"), ("pay.cy", "same")], 20);
        assert_eq!(names.len(), 1 + OF_A_KIND + 1);
        assert!(names.contains(&name("pay", "19")));
        assert!(!names.contains(&name("pay", "0")));
    }

    #[test]
    fn what_somebody_has_changed_is_not_carried_on() {
        let place = Place::new("changed");
        place.build(&[("pay", "1")], 0);
        let path = place.0.join("dist").join(file("pay", "1").path);
        std::fs::write(path, "something else").unwrap();
        assert_eq!(place.build(&[("pay", "2")], 1), [name("pay", "2")]);
    }
}
