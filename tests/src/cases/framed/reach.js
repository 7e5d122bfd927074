// What the host's page reaches of the frame when it goes there itself: the names of what could be
// read, with what stood there.
const { loot } = window;
const frame = loot.root.querySelector("iframe");
const got = {};
const attempt = (name, read) => {
  try {
    const found = read();
    if (found !== null && found !== undefined) got[name] = String(found).slice(0, 2000);
  } catch (_) {
    // Refused, as it should be.
  }
};
for (const [name, inside] of Object.entries({ contentWindow: frame.contentWindow, frames: window.frames[0], source: loot.source })) {
  for (const property of ["document", "name", "localStorage", "sessionStorage", "innerHeight", "scrollY", "Swansfeet",
    "history", "performance", "navigator", "getSelection", "find", "customElements", "onkeydown", "event"]) {
    attempt(`${name}.${property}`, () => inside[property]);
  }
  attempt(`${name}.location.href`, () => inside.location.href);
  attempt(`${name}.length`, () => inside.length || undefined);
  attempt(`${name}.addEventListener`, () => inside.addEventListener("keydown", () => {}));
}
attempt("contentDocument", () => frame.contentDocument);
attempt("getSVGDocument", () => frame.getSVGDocument());
attempt("srcdoc", () => frame.srcdoc || undefined);
attempt("cookie", () => document.cookie || undefined);
attempt("localStorage", () => localStorage.length || undefined);
attempt("sessionStorage", () => sessionStorage.length || undefined);
attempt("history", () => (history.length === loot.history ? undefined : history.length));
// Every question that a page might put to the frame.
const before = loot.series.length;
for (const asked of ["answers", "get", "state", "ready", "resize", "height", "top", "export", "debug"]) {
  for (const message of [asked, { swansfeet: asked }, { type: asked }, { swansfeet: "theme", theme: asked }]) {
    frame.contentWindow.postMessage(message, "*");
  }
}
setTimeout(() => {
  attempt("an answer to a message", () => loot.series.slice(before).join() || undefined);
  const entries = performance.getEntries().map((one) => `${one.entryType} ${one.name}`);
  const { news, inputs, asked, made, series } = loot;
  const bar = loot.root.textContent;
  done({ got, news, inputs, asked, made, series, entries, bar, address: frame.src, sandbox: frame.getAttribute("sandbox") });
}, 700);
