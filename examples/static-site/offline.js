// Opens this page without a signal, for people who have ticked “Keep this list on this device”.
//
// Put this file beside your page, and this line into it, above the one with the finder:
//
//   <script async src="offline.js"></script>
//
// In the page it listens for that tick. Then it starts itself once more as the page's service worker,
// which keeps a copy of the page, its styles and its scripts. Nothing is kept, and no worker starts,
// before somebody ticks it; both are gone when the tick is taken off. The meetings are kept by the
// finder itself, which says how old they are.

"use strict";

if (self.document) inPage();
else inWorker();

function inPage() {
  const own = document.currentScript.src;
  const workers = navigator.serviceWorker;
  // None in an old browser, in some private windows, and on a page without https.
  if (!workers) return;

  addEventListener("swan:kept", async (event) => {
    try {
      const { kept } = event.detail;
      if (kept) await workers.register(own);
      else if (!(await workers.getRegistration(own))) return;
      const { active } = await workers.ready;
      active.postMessage({ page: bare(location.href), files: kept ? files() : null });
    } catch (error) {
      console.warn("This page cannot be kept for times without a signal: " + error);
    }
  });

  // The page's own styles and scripts, and the hub's scripts. Those of anybody else are not kept.
  function files() {
    const used = performance.getEntriesByType("resource");
    return used
      .filter((file) => /^(link|css|script)$/.test(file.initiatorType))
      .map((file) => file.name)
      .filter((url) => new URL(url).origin === location.origin || /\/v1\/[^/]+\.js$/.test(url));
  }
}

function inWorker() {
  // For how long a server may take before the copy is shown, in milliseconds.
  const PATIENCE = 5000;
  const FOR_PAGES = "page ";
  // Pages that were last opened as the copy.
  const copied = new Set();

  addEventListener("install", () => skipWaiting());

  addEventListener("message", (event) => {
    const { page, files } = event.data;
    event.waitUntil(files ? keep(page, files) : forget(page));
  });

  addEventListener("fetch", (event) => {
    const { method, mode, destination } = event.request;
    const isPart = mode === "navigate" || /^(script|style|font)$/.test(destination);
    if (method === "GET" && isPart) event.respondWith(answer(event));
  });

  async function keep(page, files) {
    const cache = await caches.open(FOR_PAGES + page);
    const wanted = [page, ...files];
    await Promise.all(wanted.map(async (url) => {
      // What does not come now stays as it was kept before.
      const answer = await fetch(url).catch(() => null);
      if (answer && answer.ok && !answer.redirected) await cache.put(url, answer);
    }));
    const kept = await cache.keys();
    await Promise.all(kept.filter(({ url }) => !wanted.includes(url)).map((old) => cache.delete(old)));
  }

  async function forget(page) {
    await caches.delete(FOR_PAGES + page);
    const left = (await caches.keys()).filter((name) => name.startsWith(FOR_PAGES));
    if (!left.length) await registration.unregister();
  }

  // From the server where it answers in time; else the copy, if somebody asked for one on this page. Of
  // a page that was the copy, nothing else is waited for.
  async function answer({ request, clientId }) {
    const client = request.mode !== "navigate" && (await clients.get(clientId));
    const page = bare(client ? client.url : request.url);
    const copy = await kept(page, bare(request.url));
    if (!copy) return fetch(request);
    if (client && copied.has(page)) return copy;
    const fresh = fetch(request).then((answer) => (answer.status < 500 ? answer : copy), () => copy);
    const first = await Promise.race([fresh, new Promise((done) => setTimeout(done, PATIENCE, copy))]);
    if (client) return first;
    if (first === copy) copied.add(page);
    else copied.delete(page);
    return first;
  }

  async function kept(page, url) {
    const name = FOR_PAGES + page;
    return (await caches.has(name)) && (await caches.open(name)).match(url, { ignoreVary: true });
  }
}

function bare(url) {
  return url.replace(/#.*/, "");
}
