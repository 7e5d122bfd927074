//! Pictures of whole pages, for people to look at, and whether two of them show the same.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{browser::Browser, engine::Engine};

/// The highest picture in CSS pixels: engines draw no surface of any height, and a viewer makes a
/// higher one too small to read.
const HIGHEST: u64 = 1600;

/// Lengths in CSS pixels. `around` is what the window has above and below the page; around a frame
/// there is a page too.
const MEASURES: &str = "
    return {
      width: innerWidth, height: innerHeight, page: document.documentElement.scrollHeight,
      outer_width: outerWidth, outer_height: outerHeight,
      around: frameElement ? 200 : Math.max(0, outerHeight - innerHeight),
    };";

#[derive(Debug, serde::Deserialize)]
struct Measures {
    width: u64,
    height: u64,
    page: u64,
    outer_width: u64,
    outer_height: u64,
    around: u64,
}

/// A page in a frame is as high as the frame is made.
const MAKE_FRAME: &str = "if (frameElement) frameElement.style.height = args[0] + 'px';";

/// Scrolls there, and waits until that is drawn.
const SCROLL: &str = "
    scrollTo({ top: args[0], behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(() => done(innerHeight)));";

/// How high the element is.
const HEIGHT: &str = "
    const [one] = [...kit.elements()].filter((one) => one.classList.contains(args[0]) && kit.visible(one)).slice(args[1]);
    return one && Math.ceil(one.getBoundingClientRect().height);";

/// Brings it to the top of the window, and waits until that is drawn.
const SHOW: &str = "
    const [one] = [...kit.elements()].filter((one) => one.classList.contains(args[0]) && kit.visible(one)).slice(args[1]);
    one.scrollIntoView({ behavior: 'instant', block: 'start' });
    requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";

impl Browser {
    /// Takes a picture of all that there is of the page. One where the window can be made as high,
    /// else one for each windowful: `name.png`, `name-2.png` and so on. Gives their places.
    pub async fn whole_picture(&self, file: &Path) -> Result<Vec<PathBuf>> {
        let before = self.stretch_to(None).await?;
        let mut top = 0;
        let mut files = Vec::new();
        while top < before.page {
            let shown = self.run_async(SCROLL, vec![json!(top)]).await?;
            let shown = shown.as_u64().filter(|&height| height > 0);
            let place = numbered(file, files.len() + 1);
            self.picture(&place).await?;
            files.push(place);
            top += shown.context("a window has a height")?;
        }
        self.back_to(&before).await?;
        Ok(files)
    }

    /// Takes a picture of one element of a class, counted from 0, wherever it is on the page: in a
    /// window as high as the element. WebKit's own pictures of elements in a shadow root are empty.
    pub async fn picture_of(&self, class: &str, at: usize, file: &Path) -> Result<()> {
        let which = vec![json!(class), json!(at)];
        let height = self
            .wait(&format!(".{class} number {at}"), HEIGHT, which.clone())
            .await?;
        let height = height.as_u64().context("an element has a height")?;
        let before = self.stretch_to(Some(height)).await?;
        self.run_async(SHOW, which).await?;
        self.picture(file).await?;
        self.back_to(&before).await
    }

    /// Makes the window that high, or as high as its page; gives what it was before.
    async fn stretch_to(&self, height: Option<u64>) -> Result<Measures> {
        let before = self.run(MEASURES, Vec::new()).await?;
        let before: Measures = serde_json::from_value(before)?;
        let height = height.unwrap_or(before.page).min(HIGHEST);
        let outer = height + before.around;
        self.make_window(before.width, height, [before.outer_width, outer])
            .await?;
        Ok(before)
    }

    async fn back_to(&self, before: &Measures) -> Result<()> {
        let outer = [before.outer_width, before.outer_height];
        self.make_window(before.width, before.height, outer).await
    }

    /// Makes the page this wide and high. `outer` is the window with all that is around the page.
    async fn make_window(&self, width: u64, height: u64, outer: [u64; 2]) -> Result<()> {
        self.run(MAKE_FRAME, vec![json!(height)]).await?;
        let [width, height] = if self.engine == Engine::Chromium {
            [width, height]
        } else {
            outer
        };
        self.resize(u32::try_from(width)?, u32::try_from(height)?)
            .await
            .map(drop)
    }
}

/// `name.png` is the first, `name-2.png` the second.
fn numbered(file: &Path, number: usize) -> PathBuf {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    match number {
        1 => file.to_owned(),
        _ => file.with_file_name(format!("{name}-{number}.png")),
    }
}

/// Fails if a picture in the same folder, of another name and no older than `since`, is the very
/// same: one of the two names then claims what it does not show.
pub fn is_the_only_one(file: &Path, since: SystemTime) -> Result<()> {
    let folder = file.parent().context("a picture is in a folder")?;
    let picture = fs::read(file)?;
    for entry in fs::read_dir(folder)? {
        let (entry, other) = entry.map(|entry| (entry.metadata(), entry.path()))?;
        let entry = entry?;
        let may_be = other != file && entry.len() == picture.len() as u64;
        if may_be && entry.modified()? >= since {
            ensure!(
                fs::read(&other)? != picture,
                "{} and {} are the same picture",
                file.display(),
                other.display()
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_picture_under_two_names_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["result.png", "charts.png"].map(|name| folder.path().join(name));
        let now = SystemTime::now();
        fs::write(&one, "the same").unwrap();
        is_the_only_one(&one, SystemTime::UNIX_EPOCH).unwrap();
        fs::write(&other, "not that").unwrap();
        is_the_only_one(&other, SystemTime::UNIX_EPOCH).unwrap();
        fs::write(&other, "the same").unwrap();
        let told = is_the_only_one(&other, SystemTime::UNIX_EPOCH).unwrap_err();
        assert!(told.to_string().contains("result.png"), "{told}");
        // What an earlier run left is no twin.
        is_the_only_one(&other, now + Duration::from_secs(3600)).unwrap();
    }

    #[test]
    fn windowfuls_are_numbered() {
        let file = Path::new("a/b.png");
        assert_eq!(numbered(file, 1), Path::new("a/b.png"));
        assert_eq!(numbered(file, 2), Path::new("a/b-2.png"));
    }
}
