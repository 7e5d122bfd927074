// Opens this page without a signal, for people who have ticked “Keep this list on this device”.
//
// Put this file beside your page, and this line into it, above the one with the finder:
//
//   <script src="offline.js"></script>
//
// In the page it listens for that tick. From then on it keeps a copy of the page, its styles and its
// scripts, as anybody sees them who has not signed in, and starts itself once more as the page's service
// worker, which shows the copy where there is no signal. Nothing is kept, and no worker starts, before
// somebody ticks it; both are gone when the tick is taken off. The meetings are kept by the finder
// itself, which says how old they are.

(function () {
  "use strict";

  // What copies are called: this, and the address of their page.
  const FOR_PAGES = "swansfeet page ";
  // The hub's scripts.
  const HUB = /^(.*\/v1\/)[^/]+\.js([?#].*)?$/;

  if (self.document) inPage();
  else inWorker();

  function inPage() {
    const own = document.currentScript.src;
    const workers = navigator.serviceWorker;
    // None in an old browser, in some private windows, and on a page without https.
    if (!workers) return;

    // What each finder on the page has said last, and whether a tick was taken off.
    const said = new Map();
    let isTakenOff = false;
    // One thing after the other, so that a tick and its end never meet.
    let work = new Promise((go) => (document.readyState === "complete" ? go() : addEventListener("load", go)));

    addEventListener("swan:kept", (event) => {
      isTakenOff = isTakenOff || (said.get(event.target) && !event.detail.kept);
      said.set(event.target, event.detail.kept);
      work = work.then(settle).catch((error) => {
        console.warn("This page cannot be kept for times without a signal: " + error.message);
      });
    });

    async function settle() {
      const there = await workers.getRegistration(own);
      const worker = there && (there.active || there.waiting || there.installing);
      const isOurs = worker && new URL(worker.scriptURL).pathname === new URL(own).pathname;
      if ([...said.values()].includes(true)) {
        if (worker && !isOurs) throw new Error("it has another service worker.");
        await keep();
        isTakenOff = false;
      } else if (isOurs && [...document.querySelectorAll("swan-meetings")].every((one) => said.has(one))) {
        await forget(there);
      }
    }

    async function keep() {
      const page = bare(location.href);
      if (!page.startsWith(new URL(".", own).href)) throw new Error("it is not below the folder of offline.js.");
      const wanted = [page, ...files()];
      const answers = await Promise.all(wanted.map((url) => fetch(url, { credentials: "omit" }).catch(() => null)));
      const isGood = (answer) => answer && answer.ok && !answer.redirected;
      // Without these there is nothing to show. A worker would then stand in the page's way.
      const lacking = wanted.find((url, at) => (at === 0 || HUB.test(url)) && !isGood(answers[at]));
      if (lacking) throw new Error(lacking + " could not be read. A policy must allow it in connect-src.");
      const cache = await caches.open(FOR_PAGES + page);
      await Promise.all(wanted.map((url, at) => isGood(answers[at]) && cache.put(url, answers[at])));
      const old = (await cache.keys()).filter(({ url }) => !wanted.includes(url));
      await Promise.all(old.map((request) => cache.delete(request)));
      await workers.register(own).catch(async (error) => {
        await caches.delete(FOR_PAGES + page);
        throw error;
      });
    }

    // This page, whose list is not kept. Where a tick was taken off, every page: others may show the list
    // that is gone. One whose list is still kept keeps itself anew when it is next opened.
    async function forget(there) {
      const pages = (await caches.keys()).filter((name) => name.startsWith(FOR_PAGES));
      const gone = pages.filter((name) => isTakenOff || name === FOR_PAGES + bare(location.href));
      await Promise.all(gone.map((name) => caches.delete(name)));
      if (gone.length === pages.length) await there.unregister();
    }

    // The page's own styles and scripts, and the hub's scripts. Those of anybody else are not kept.
    function files() {
      const tags = [...document.querySelectorAll("script[src], link[rel=stylesheet]")];
      const named = tags.map((tag) => tag.src || tag.href);
      const used = performance.getEntriesByType("resource");
      const came = used.filter((file) => /^(link|script)$/.test(file.initiatorType)).map((file) => file.name);
      const hubs = named.filter((url) => /\/v1\/(meetings|swansfeet)/.test(url)).map((url) => url.match(HUB));
      const ours = [location.origin + "/", ...hubs.filter(Boolean).map((hub) => hub[1])];
      const all = [...named, ...came].map(bare).filter((url) => ours.some((start) => url.startsWith(start)));
      return [...new Set(all)];
    }
  }

  function inWorker() {
    // For how long a server may take before the copy is shown, in milliseconds.
    const PATIENCE = 5000;
    // Pages that were last opened as the copy.
    const copied = new Set();

    addEventListener("install", () => skipWaiting());

    // What can be no copy goes its own way.
    addEventListener("fetch", (event) => {
      const { method, mode, destination, url } = event.request;
      const isOurs = url.startsWith(location.origin + "/") || HUB.test(url);
      const isPart = mode === "navigate" || (/^(script|style)$/.test(destination) && isOurs);
      if (method === "GET" && isPart) event.respondWith(answer(event));
    });

    // From the server where it answers in time; else the copy, if somebody asked for one on this page. Of
    // a page that was the copy, nothing else is waited for.
    async function answer({ request, clientId }) {
      const isPage = request.mode === "navigate";
      const page = isPage ? bare(request.url) : await pageOf(clientId);
      const copy = page && (await kept(page, bare(request.url)));
      if (!copy) return fetch(request);
      if (!isPage && copied.has(page)) return copy;
      const fresh = fetch(request).then((answer) => (answer.status < 500 ? answer : copy), () => copy);
      const first = await Promise.race([fresh, new Promise((done) => setTimeout(done, PATIENCE, copy))]);
      if (!isPage) return first;
      if (first === copy) copied.add(page);
      else copied.delete(page);
      return first;
    }

    async function pageOf(clientId) {
      const client = await clients.get(clientId);
      return client && bare(client.url);
    }

    // Nothing too where a browser's storage fails: the page must open.
    async function kept(page, url) {
      try {
        const name = FOR_PAGES + page;
        return (await caches.has(name)) && (await (await caches.open(name)).match(url, { ignoreVary: true }));
      } catch (_) {
        return undefined;
      }
    }
  }

  function bare(url) {
    return url.replace(/#.*/, "");
  }
})();
