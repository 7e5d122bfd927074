//! One cold visit, watched from inside the page. Knows Chromium's protocol, not what is measured.

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;

use crate::browser::Browser;

/// What one visit took.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Sample {
    /// Milliseconds from navigation until it could be used.
    pub ms: f64,
    /// Milliseconds for which tasks kept the page from answering, beyond the 50 that each may take.
    pub blocked: f64,
    /// Bytes of everything that was loaded, compressed.
    pub bytes: f64,
}

/// Fast 3G, as browsers' own tools have it.
const ROUND_TRIP_MS: u32 = 150;
const BYTES_A_SECOND: u32 = 1_600_000 / 8;
const BYTES_UP_A_SECOND: u32 = 750_000 / 8;
/// A cheap phone beside a computer that builds software.
const SLOWER: u32 = 4;

/// Installed before any script of the page. Looks once a frame, as a person would notice.
const WATCH: &str = "
    window.__tasks = [];
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) __tasks.push(task.duration);
    }).observe({ type: 'longtask', buffered: true });
    (function look() {
      const hosts = document.querySelectorAll('swan-pay, swan-meetings, swan-counter');
      for (const host of hosts) {
        const root = host.shadowRoot;
        if (root && (USABLE)) {
          window.__usable = performance.now();
          return;
        }
      }
      requestAnimationFrame(look);
    })();";

/// Opens the page cold and measures it. `usable` is JavaScript over a shadow `root`.
pub async fn once(browser: &Browser, address: &str, usable: &str) -> Result<Sample> {
    browser.open("about:blank").await?;
    slow_down(browser).await?;
    let watch = WATCH.replace("USABLE", usable);
    let watch = browser.before_each_page(&watch).await?;
    browser.open(address).await?;
    browser
        .wait("it to be usable", "return window.__usable;", Vec::new())
        .await?;
    let sample = browser
        .run_async(
            "// Long tasks are told of a little after they end.
             setTimeout(() => done({
               ms: __usable,
               blocked: __tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0),
               bytes: performance.getEntriesByType('resource')
                 .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
             }), 300);",
            Vec::new(),
        )
        .await?;
    browser.no_longer_before_each_page(&watch).await?;
    Ok(serde_json::from_value(sample)?)
}

pub(super) async fn slow_down(browser: &Browser) -> Result<()> {
    let phone = json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true });
    let network = json!({
        "offline": false,
        "latency": ROUND_TRIP_MS,
        "downloadThroughput": BYTES_A_SECOND,
        "uploadThroughput": BYTES_UP_A_SECOND,
    });
    for (command, params) in [
        ("Emulation.setDeviceMetricsOverride", phone),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })),
        ("Network.enable", json!({})),
        ("Network.clearBrowserCache", json!({})),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        ("Network.emulateNetworkConditions", network),
    ] {
        browser.cdp(command, params).await?;
    }
    Ok(())
}

/// As fast as the machine is.
pub(super) async fn at_full_speed(browser: &Browser) -> Result<()> {
    for (command, params) in [
        ("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })),
        (
            "Network.emulateNetworkConditions",
            json!({
                "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
            }),
        ),
    ] {
        browser.cdp(command, params).await?;
    }
    Ok(())
}
