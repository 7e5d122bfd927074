// What a frame tells the page around it, and how somebody leaves. `node --test crates/embed/js/tests/`
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const vm = require("node:vm");

const read = (name) => fs.readFileSync(path.join(__dirname, "..", name), "utf8");

// Something that events can be sent to, as windows and documents are.
function target(more) {
  const heard = {};
  return {
    addEventListener: (name, f) => (heard[name] = heard[name] || []).push(f),
    send: (name, event = {}) => (heard[name] || []).forEach((f) => f(event)),
    ...more,
  };
}

// The hub's framed page with a widget that is so high.
function framed(quiet) {
  const told = [];
  const size = { height: 300 };
  const document = target({
    body: { hasAttribute: () => quiet, children: [] },
    documentElement: { getBoundingClientRect: () => size },
  });
  let observed;
  const window = target({
    parent: { postMessage: (news) => told.push(JSON.parse(JSON.stringify(news))) },
    innerHeight: 880,
    pageYOffset: 0,
    scrollTo() {},
  });
  function ResizeObserver(f) {
    observed = f;
    this.observe = () => {};
  }
  vm.runInNewContext(read("../../hub/static/frame.js"), { window, document, ResizeObserver });
  const grow = (height) => {
    size.height = height;
    observed();
  };
  return { told, grow, document, window };
}

test("an ordinary frame is as high as what is in it", () => {
  const { told, grow, document } = framed(false);
  grow(1234);
  document.send("click");
  grow(700);
  assert.deepEqual(told.map((news) => news.height), [300, 1234, 700]);
});

test("a quiet frame's height follows steps, never shrinks and never follows an answer", () => {
  for (const touch of ["pointerdown", "keydown", "click", "input", "touchstart", "mousedown"]) {
    const { told, grow, document } = framed(true);
    // A sign of life: what fits needs no more room.
    assert.deepEqual(told, [{ swansfeet: "resize", height: 880 }]);
    grow(700);
    grow(1000);
    grow(1119);
    grow(300);
    grow(1121);
    const before = [880, 1120, 1280];
    assert.deepEqual(told.map((news) => news.height), before);
    document.send(touch);
    grow(2000);
    grow(100);
    assert.deepEqual(told.map((news) => news.height), before, touch);
  }
});

test("a quiet frame passes on no news of the widget", () => {
  for (const [quiet, wanted] of [[true, 0], [false, 3]]) {
    const { told, document } = framed(quiet);
    told.length = 0;
    for (const name of ["ready", "error", "signed"]) document.send(`swan:${name}`, { detail: { reason: "x" } });
    assert.equal(told.length, wanted);
  }
});

test("a new screen asks for its top to be in view, and says nothing else", () => {
  const at = (tabIndex, top) => {
    const { told, document } = framed(true);
    told.length = 0;
    const root = target();
    const one = (tabIndex, top) => {
      const element = { tabIndex, getRootNode: () => root, getBoundingClientRect: () => ({ top }) };
      return { composedPath: () => [element] };
    };
    // Somebody goes into the widget, which alone is told to the document; then focus moves inside.
    document.send("focusin", one(0, 200));
    const event = one(tabIndex, top);
    root.send("focusin", event);
    // A browser that tells the document too says no more by it.
    document.send("focusin", event);
    return told;
  };
  assert.deepEqual(at(-1, 60), [{ swansfeet: "top" }]);
  // What a person has gone to, and what is further down.
  assert.deepEqual(at(0, 60), []);
  assert.deepEqual(at(-1, 900), []);
});

// How often the exit is taken after these keys: [name, milliseconds, whether it is held].
function exits(keys) {
  let left = 0;
  const window = target();
  vm.runInNewContext(`${read("thrice.js")};thrice(go)`, { window, go: () => left++ });
  for (const [key, timeStamp, repeat = false] of keys) window.send("keydown", { key, timeStamp, repeat });
  return left;
}

test("Shift three times within two seconds leaves, and nothing like it does", () => {
  const rows = [
    [[["Shift", 0], ["Shift", 900], ["Shift", 1999]], 1],
    [[["Shift", 0], ["Shift", 900], ["Shift", 2001]], 0],
    [[["Shift", 0], ["Shift", 1500], ["Shift", 2500], ["Shift", 3000]], 1],
    [[["Shift", 0], ["Shift", 100]], 0],
    // One that is held.
    [[["Shift", 0], ["Shift", 500, true], ["Shift", 530, true], ["Shift", 560, true]], 0],
    // Three capitals.
    [[["Shift", 0], ["N", 50], ["Shift", 300], ["H", 350], ["Shift", 600], ["S", 650]], 0],
    [[["N", 0], ["Shift", 50], ["Shift", 300], ["Shift", 600]], 1],
  ];
  for (const [keys, wanted] of rows) assert.equal(exits(keys), wanted, JSON.stringify(keys));
});
