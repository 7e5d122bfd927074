// What the scripts do that needs no browser. `node --test crates/embed/js/tests/`
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const vm = require("node:vm");

const source = (name) => fs.readFileSync(path.join(__dirname, "..", name), "utf8");

// Runs a script as a page would, with `globals` for the page, and gives one of its functions.
function taken(name, wanted, globals = {}) {
  globals.Uint8Array = Uint8Array;
  return vm.runInNewContext(`${source(name)};${wanted}`, globals);
}

function element(attributes) {
  const all = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return { attributes: all, getAttribute: (name) => attributes[name] ?? null };
}

// One instance put up by shell.js over a core that only takes notes.
function started(attributes, times = 1) {
  const told = [];
  const given = [];
  const root = { dir: "ltr", setAttribute() {} };
  const w = {
    name: "pay",
    tables: {},
    options: { "demand-rate": "decimal", nation: "england|wales" },
    module: (_root, start) => given.push(start),
  };
  const core = { tell: (_name, what) => told.push(what), dress() {}, emit() {} };
  const page = { Swansfeet: { _core: core }, setTimeout() {} };
  taken("shell.js", "", page);
  while (times--) page.Swansfeet._shell.up({ w, root, lang: "en", el: element(attributes) });
  return { told, start: given[0], all: given };
}

test("attributes are taken where they make sense, and the owner is told of the rest", () => {
  const rows = [
    [{ "data-demand-rate": "15" }, { "demand-rate": "15" }, []],
    [{ "data-demand-rate": " 12.50 " }, { "demand-rate": "12.50" }, []],
    [{ "data-demand-rate": "£15" }, {}, [/a number such as 12\.50/]],
    [{ "data-nation": "wales" }, { nation: "wales" }, []],
    [{ "data-nation": "narnia" }, {}, [/england, wales/]],
    [{ "data-nation": "england|wales" }, {}, [/england, wales/]],
    [{ "data-theme": "drak" }, {}, [/auto, light, dark/]],
    [{ "data-src": "https://hub.example/feed.json" }, { src: "https://hub.example/feed.json" }, []],
    [{ "data-src": "javascript:alert(1)" }, {}, [/a web address/]],
    [{ "data-colour": "red" }, {}, [/data-colour is not known.*demand-rate/]],
    [{ theme: "dark", id: "a", class: "b", lang: "cy" }, {}, [/must be written data-theme/]],
  ];
  for (const [attributes, options, warnings] of rows) {
    const { told, start } = started(attributes);
    assert.deepEqual({ ...start.options }, options, JSON.stringify(attributes));
    assert.equal(told.length, warnings.length, told.join("\n"));
    warnings.forEach((warning, n) => assert.match(told[n], warning));
  }
});

test("two instances never share a name", () => {
  const { all } = started({}, 3);
  all.forEach((start) => assert.match(start.instance, /^pay-/));
  assert.equal(new Set(all.map((start) => start.instance)).size, 3);
});

// A function that gives 70000, sorted by hand as crates/xtask/src/dist/streams.rs does it: which
// kinds there are, how many numbers of each, and the numbers.
function sorted() {
  const before = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0];
  const head = [6, 2, 91, before.length, 23, 1, 139, 5, 0, 2, 2];
  const numbers = [...head, 0xd004, 140000 & 0x7fff, ...before, 0, before.length, 0, 1, 0, 0, 65, 11];
  // Zero and "]" have changed places; four more pairs that do not occur here.
  const pairs = [0, 93, 10, 94, 13, 38, 34, 81, 92, 37];
  return [...pairs, ...numbers.map((number) => ({ 0: 93, 93: 0 })[number] ?? number)];
}

test("pairs of characters change places, and sorted code is a module again", () => {
  const decode = taken("module.js", "decode", { Uint16Array });
  const bytes = decode(String.fromCharCode(0xd7ff, ...sorted()));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes)));
  assert.deepEqual(Object.keys(instance.exports), []);
  assert.match(Buffer.from(bytes).toString("hex"), /41f0a2040b$/);
});

test("a script that was read in another encoding is refused, for the plain build to take over", () => {
  const decode = taken("module.js", "decode", { Uint16Array });
  const text = String.fromCharCode(0xd7ff, ...sorted());
  assert.throws(() => decode(Buffer.from(text).toString("latin1")), /not UTF-8/);
});

// A program whose one export fails, started by payload.js.
function program(events) {
  const payload = taken("payload.js", "payload");
  const glueOf = () => {
    let wasm;
    return { __wbg_set_wasm: (exports) => (wasm = exports), mount: () => wasm.mount() };
  };
  const asm = (imports) => {
    events.push(`imports ${Object.keys(imports)}`);
    return {
      memory: { buffer: 1 },
      mount() {
        events.push("called");
        throw new Error("unreachable");
      },
    };
  };
  return payload(glueOf, asm, "./pay_bg.js");
}

test("a program that falls over is told of once and never called again", () => {
  const events = [];
  program(events)(
    (mount) => {
      mount();
      mount();
    },
    () => events.push("failed"),
    (error) => events.push(`crash ${error.message}`),
  );
  assert.deepEqual(events, ["imports ./pay_bg.js", "called", "crash unreachable"]);
});

test("the next start is a new program", () => {
  const events = [];
  const start = program(events);
  const mount = (mount) => mount();
  start(mount, assert.fail, () => {});
  start(mount, assert.fail, () => {});
  assert.equal(events.filter((event) => event === "called").length, 2);
});

test("without WebAssembly the start fails and nothing is thrown", () => {
  const payload = taken("payload.js", "delete globalThis.WebAssembly; payload");
  const failed = [];
  payload(() => ({}), "\0asm", "./pay_bg.js")(assert.fail, (error) => failed.push(error.name), assert.fail);
  assert.deepEqual(failed, ["ReferenceError"]);
});
