//! The hub's own page of a meeting, as a search engine's browser sees it: the data is there, under the
//! hub's own strict policy, and the policy has nothing to say about it.

use anyhow::ensure;
use serde_json::{Value, json};

use crate::{
    cases::cases,
    runner::{Case, Outcome, Verdict, World},
};

pub(super) fn cases() -> Vec<Case> {
    cases!("meetings": search_engines_find_the_meeting_s_data_under_the_hub_s_policy)
}

/// All data blocks of the page, parsed by the browser; the days are told by its own clock.
const DATA: &str = "
    const blocks = document.querySelectorAll('script[type=\"application/ld+json\"]');
    return [].map.call(blocks, (block) => {
      const data = JSON.parse(block.textContent);
      const [first] = data['@graph'];
      const ahead = Date.parse(first.startDate) > Date.now() - 36e5;
      const day = new Date(first.startDate.slice(0, 10) + 'T12:00:00Z').getUTCDay();
      return { context: data['@context'], first, ahead, day };
    });";

/// Puts the data block into the page once more, then a script that the policy must refuse: gives what
/// the policy said of each. The second one shows that it would have been heard.
const AGAIN: &str = "
    const heard = [];
    document.addEventListener('securitypolicyviolation', (event) => heard.push(event.effectiveDirective));
    const put = (type, text) => {
      const script = document.createElement('script');
      script.type = type;
      script.textContent = text;
      document.head.appendChild(script);
      return new Promise((go) => setTimeout(go, 200));
    };
    const block = document.querySelector('script[type=\"application/ld+json\"]');
    put(block.type, block.textContent).then(() => {
      const first = heard.splice(0);
      put('text/javascript', 'document.title = \"it ran\"').then(() =>
        done({ first, then: heard.length > 0, title: document.title }));
    });";

async fn search_engines_find_the_meeting_s_data_under_the_hub_s_policy(world: &World) -> Outcome {
    let browser = &world.browser;
    let page = format!("{}/m/fifteen/cardiff-women", world.hub);
    browser.open(&page).await?;
    let blocks = browser.run(DATA, Vec::new()).await?;
    let Some([block]) = blocks.as_array().map(Vec::as_slice) else {
        anyhow::bail!("one block of data, not {blocks}");
    };
    for (part, wanted) in [
        ("/context", json!("https://schema.org")),
        ("/first/@type", json!("Event")),
        ("/first/name", json!("Women in care, Cardiff")),
        (
            "/first/eventStatus",
            json!("https://schema.org/EventScheduled"),
        ),
        ("/ahead", json!(true)),
        // A Wednesday, whichever this runs before.
        ("/day", json!(3)),
    ] {
        ensure!(
            block.pointer(part) == Some(&wanted),
            "{part} is no {wanted} in {block}"
        );
    }
    let start = block.pointer("/first/startDate").and_then(Value::as_str);
    let start = start.unwrap_or_default();
    ensure!(
        start.contains("T18:30:00+0"),
        "half past six on the clocks of Wales: {start}"
    );
    let console = browser.console().await?;
    let said = |line: &&String| {
        let line = line.to_lowercase();
        line.contains("content security policy") || line.contains("content-security-policy")
    };
    let said: Vec<_> = console.iter().filter(said).collect();
    ensure!(said.is_empty(), "the policy says {said:?}");
    // WebKit has no console while it is driven.
    let again = browser.run_async(AGAIN, Vec::new()).await?;
    ensure!(again["first"] == json!([]), "the policy says {again}");
    ensure!(
        again["then"] == true && again["title"] != "it ran",
        "the policy would not have been heard: {again}"
    );
    Ok(Verdict::Passed)
}
