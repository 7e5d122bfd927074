// What the scripts do that needs no browser. `node --test crates/embed/js/tests/`
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const vm = require("node:vm");

const read = (name) => fs.readFileSync(path.join(__dirname, "..", name), "utf8");
// What stands ahead of another in one scope, as the build has it.
const source = (name) => (name === "shell.js" ? read("options.js") : "") + read(name);

// Runs a script as a page would, with `globals` for the page, and gives one of its functions.
function taken(name, wanted, globals = {}) {
  globals.Uint8Array = Uint8Array;
  globals.TextDecoder = globals.TextDecoder || TextDecoder;
  return vm.runInNewContext(`${source(name)};${wanted}`, globals);
}

// The bytes of an answer.
const bytes = (text) => async () => new TextEncoder().encode(text).buffer;

function element(attributes) {
  const all = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return { attributes: all, getAttribute: (name) => attributes[name] ?? null };
}

// One instance put up by shell.js over a core that only takes notes.
function started(attributes, times = 1, facts = {}, more = {}) {
  const told = [];
  const given = [];
  const root = { dir: "ltr", lang: more.lang || "en", setAttribute() {} };
  const w = {
    name: "pay",
    tables: {},
    options: { "demand-rate": "decimal", nation: "england|wales" },
    module: (_root, start) => given.push(start),
    ...facts,
  };
  const core = {
    tell: (_name, what) => told.push(what),
    dress() {},
    emit() {},
    load: (...what) => more.load(...what),
    page: (i) => `${i.el.getAttribute("data-hub") || "https://hub.example"}/w/pay`,
  };
  const page = { Swansfeet: { _core: core }, setTimeout() {}, clearTimeout() {}, ...more };
  page.window = page;
  taken("shell.js", "", page);
  while (times--) page.Swansfeet._shell.up({ w, root, lang: more.lang || "en", el: element(attributes) });
  return { told, start: given[0], all: given, widget: w };
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
    [{ "data-mode": "popup" }, {}, [/inline, frame, dialog, button/]],
  ];
  for (const [attributes, options, warnings] of rows) {
    const { told, start } = started(attributes);
    assert.deepEqual({ ...start.options }, options, JSON.stringify(attributes));
    assert.equal(told.length, warnings.length, told.join("\n"));
    warnings.forEach((warning, n) => assert.match(told[n], warning));
  }
});

test("a widget with data has it asked for once for each start", async () => {
  const facts = { data: "/api/demands/{campaign}", campaign: "fifteen" };
  const rows = [
    [{}, "https://hub.example/api/demands/fifteen"],
    [{ "data-campaign": "north" }, "https://hub.example/api/demands/north"],
    [{ "data-campaign": "a/../b?c" }, "https://hub.example/api/demands/a%2F..%2Fb%3Fc"],
    [{ "data-hub": "https://other.example" }, "https://other.example/api/demands/fifteen"],
    [{ "data-src": "/demands.json", "data-campaign": "x" }, "/demands.json"],
    [{ "data-src": "demands.json" }, "demands.json"],
    [{ "data-src": " https://a.example/1.json b.csv " }, "https://a.example/1.json"],
    [{ "data-src": "javascript:alert(1)" }, "https://hub.example/api/demands/fifteen"],
    [{ "data-src": "a.json data:text/csv,x" }, "https://hub.example/api/demands/fifteen"],
  ];
  for (const [attributes, wanted] of rows) {
    const asked = [];
    const fetch = async (url, how) => {
      asked.push(url);
      assert.equal(how.credentials, "omit");
      assert.equal(how.referrerPolicy, "strict-origin");
      return { ok: true, status: 200, arrayBuffer: bytes('{"slug":"fifteen"}') };
    };
    const { start } = started(attributes, 1, facts, { fetch });
    assert.equal((await start.data).json.slug, "fifteen");
    assert.deepEqual(asked, [wanted], JSON.stringify(attributes));
  }
});

test("words that come later are asked for when the page is idle, and again when they did not come", () => {
  const files = [];
  let arrives = false;
  const facts = { later: { url: "pay.later.1.js" } };
  const w = { tables: {} };
  const { start } = started({}, 1, { ...facts, ...w }, {
    requestIdleCallback: (go) => go(),
    load: (name, file, done) => {
      files.push([name, file.url]);
      if (arrives) w.tables.later = "table";
      done(arrives ? undefined : "load");
    },
  });
  const came = [];
  start.later((table) => came.push(table));
  arrives = true;
  start.later((table) => came.push(table));
  start.later((table) => came.push(table));
  assert.deepEqual(came, [undefined, "table", "table"]);
  assert.deepEqual(files, [["pay", "pay.later.1.js"], ["pay", "pay.later.1.js"]]);
});

test("a page that is never idle is not waited for, and what it has asked for comes once", () => {
  for (const [idle, clock] of [[1, 0], [0, 1], [1, 1]]) {
    const files = [];
    const { start } = started({}, 1, { later: { url: "pay.later.1.js" }, tables: {} }, {
      requestIdleCallback: (go) => idle && go(),
      setTimeout: (go, after) => clock && after === 2000 && go(),
      load: (name, file) => files.push(file.url),
    });
    start.later(() => {});
    assert.deepEqual(files, ["pay.later.1.js"]);
  }
});

test("what is late of a plain program comes with the words, or alone where there are none", () => {
  for (const [table, words] of [[undefined, "table"], ["Cymraeg", ""]]) {
    const files = [];
    let arrives = false, w;
    const facts = {
      isPlain: 1,
      later: { url: "pay.later.1.js" },
      late: { url: "pay.late.1.js" },
      tables: { cy: table },
    };
    const { start, widget } = started({}, 1, facts, {
      lang: table && "cy",
      requestIdleCallback: (go) => go(),
      load: (name, file, done) => {
        files.push(file.url);
        if (/later/.test(file.url)) w.tables.later = "table";
        else if (arrives) w.more = () => [];
        done(arrives ? undefined : "load");
      },
    });
    w = widget;
    const came = [];
    assert.equal(!!start.lacks, true);
    start.later((table) => came.push(table));
    arrives = true;
    start.later((table) => came.push(table));
    assert.equal(!!start.lacks, false);
    start.later((table) => came.push(table));
    assert.deepEqual(came, [undefined, words, words]);
    const later = table ? [] : ["pay.later.1.js"];
    assert.deepEqual(files, ["pay.late.1.js", ...later, "pay.late.1.js"]);
  }
});

test("a question is always answered", async () => {
  const arrayBuffer = bytes('{"a":1}');
  const page = bytes("<html>");
  const cut = async () => { throw new TypeError("the connection was lost"); };
  const rows = [
    [async () => ({ ok: true, status: 202, arrayBuffer }), { status: 202, json: { a: 1 } }],
    [async () => ({ ok: false, status: 409, arrayBuffer }), { status: 409, json: { a: 1 } }],
    [async () => ({ ok: false, status: 502, arrayBuffer: page }), { status: 502, json: "<html>" }],
    [async () => ({ ok: true, status: 200, arrayBuffer: page }), { status: 0, json: "<html>" }],
    [async () => ({ ok: true, status: 204, arrayBuffer: bytes("") }), { status: 204, json: "" }],
    [async () => ({ ok: true, status: 200, arrayBuffer: cut }), { status: 0, json: undefined }],
    [async () => { throw new TypeError("no network"); }, { status: 0, json: undefined }],
    [undefined, { status: 0, json: undefined }],
  ];
  for (const [fetch, wanted] of rows) {
    const { start } = started({}, 1, {}, { fetch });
    assert.equal(start.data, undefined);
    const answer = await start.ask("/x", "{}");
    // What is no JSON shows in the status when it has been read.
    const { json } = answer;
    assert.deepEqual({ status: answer.status, json }, wanted);
  }
  // Whoever reads the bytes itself has them as they came, with the answer's own status, and nothing else.
  const fetch = async () => ({ status: 200, arrayBuffer: page });
  const raw = { fetch, JSON: { parse: () => assert.fail() }, TextDecoder: assert.fail };
  const came = await started({}, 1, {}, raw).start.ask("/x");
  assert.deepEqual([came.status, Buffer.from(came.bytes).toString()], [200, "<html>"]);
  // One that never answers ends with the patience.
  const { start } = started({}, 1, {}, { fetch: () => new Promise(() => {}), setTimeout: (f) => setImmediate(f) });
  assert.equal((await start.ask("/x")).status, 0);
});

test("a start that fails says what would mend it, and only what would", () => {
  const rows = [
    [{ WebAssembly: {} }, /'wasm-unsafe-eval' in script-src/, /has none/],
    [{ WebAssembly: undefined }, /This browser has none/, /wasm-unsafe-eval/],
  ];
  for (const [page, wanted, unwanted] of rows) {
    const told = [];
    const core = { tell: (_name, what) => told.push(what), load() {} };
    Object.assign(page, { Swansfeet: { _core: core } });
    vm.runInNewContext(`${page.WebAssembly ? "" : "delete globalThis.WebAssembly;"}${source("shell.js")}`, page);
    page.Swansfeet._shell.run({ name: "pay", plain: {}, start: (_ok, fail) => fail("CompileError") });
    assert.equal(told.length, 1);
    assert.match(told[0], wanted);
    assert.doesNotMatch(told[0], unwanted);
  }
});

// What load.js tells the site's owner where a script fails and a second look finds this.
async function explained({ answer, violation, integrity, throws }) {
  const told = [];
  const script = { remove() {} };
  const url = "https://hub.example/v1/pay.js";
  const document = {
    scripts: [],
    currentScript: { src: "https://hub.example/v1/swansfeet.js", integrity },
    createElement: () => script,
    documentElement: { appendChild() { if (throws) throw new TypeError("no policy of that name"); } },
  };
  const page = {
    document,
    console: { warn: (line) => told.push(line) },
    setTimeout: (f, _after, ...args) => f(...args),
    fetch: async () => answer ?? Promise.reject(new TypeError("no network")),
  };
  page.window = page;
  const { load, violations } = taken("load.js", "({ load, violations })", page);
  const reasons = [];
  load("pay", { url: "pay.js", integrity: "sha256-x" }, (bad) => reasons.push(bad));
  if (violation) violations[url] = violation;
  if (!throws) script.onerror();
  await new Promise(setImmediate);
  return { told, reasons };
}

test("of a script that fails, one line says what to change", async () => {
  const answer = (status, type) => ({ ok: status < 400, status, headers: { get: () => type } });
  const rows = [
    [{ answer: answer(404, "text/html") }, "load", /answers 404\. Copy the tag anew\./],
    [{ answer: answer(200, "text/plain") }, "load", /comes as text\/plain, not as text\/javascript\. Its server must say so/],
    [{ answer: answer(200, "text/javascript"), integrity: "sha256-y" }, "load", /not what its integrity hash says\. Copy the tag/],
    [{ answer: answer(200, "text/javascript") }, "load", /this browser may be too old/],
    [{}, "load", /no network, a blocker, or no CORS headers\. Open it in a tab/],
    [{ violation: "script-src-elem" }, "policy", /policy\. Add https:\/\/hub\.example\/v1\/ to script-src-elem/],
    [{ throws: true }, "policy", /policy\. Add swansfeet to trusted-types/],
  ];
  for (const [what, reason, line] of rows) {
    const { told, reasons } = await explained(what);
    assert.deepEqual(reasons, [reason], JSON.stringify(what));
    assert.equal(told.length, 1, told.join("\n"));
    assert.match(told[0], line);
    assert.match(told[0], /^Swansfeet, pay: https:\/\/hub\.example\/v1\/pay\.js /);
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
  const payload = taken("payload.js", "payload", { setTimeout: (f) => f() });
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

test("where wasm may not run, no module is made of the text first", () => {
  const events = [];
  const page = {
    WebAssembly: { Module: function () { throw new Error("against the policy"); } },
    decode: () => events.push("decoded"),
  };
  taken("payload.js", "payload", page)(() => events.push("glue"), "text", "./pay_bg.js")(
    assert.fail,
    (error) => events.push(error.message),
    assert.fail,
  );
  assert.deepEqual(events, ["against the policy"]);
});

test("first formats are made once: while a program comes that has data, else after its first screen", () => {
  const both = ["NumberFormat", "DateTimeFormat"];
  const rows = [
    [{ cy: {} }, "/feed.json", both, both],
    [{ cy: {} }, undefined, [], both],
    [{}, "/feed.json", [], []],
    [undefined, undefined, [], []],
  ];
  for (const [words, data, early, all] of rows) {
    const made = [];
    const format = (name) => function () { this.format = () => made.push(name); };
    const core = { tell() {}, pump() {}, load: (_name, _file, done) => done() };
    const page = {
      Swansfeet: { _core: core },
      Intl: { NumberFormat: format("NumberFormat"), DateTimeFormat: format("DateTimeFormat") },
      setTimeout: (f) => f(),
      clearTimeout() {},
    };
    page.window = page;
    taken("shell.js", "", page);
    // Asked to start twice: as wasm, then as plain JavaScript.
    let started;
    const w = { name: "pay", words, data, plain: {}, live: [], start: (ok) => (started = ok) };
    page.Swansfeet._shell.run(w);
    page.Swansfeet._shell.run(w);
    assert.deepEqual(made, early);
    started(() => {});
    assert.deepEqual(made, all);
  }
});

// Asks a part over a core whose script comes as `load` has it; gives the answers and what was told.
function asked(given, load, beside) {
  const told = [], answers = [], files = [], clocks = [];
  const w = { parts: { reader: { url: "reader.js" }, "reader.plain": { url: "reader.plain.js" } } };
  const core = {
    widgets: { meetings: w },
    tell: (_name, what) => told.push(String(what)),
    load: (_name, file, done) => {
      files.push(file.url);
      load(w, done);
    },
  };
  const page = {
    Swansfeet: { _core: core },
    TextEncoder,
    setTimeout: (then, delay, ...more) => {
      assert.equal(delay, 20000);
      return clocks.push(() => then(...more)) - 1;
    },
    clearTimeout: (clock) => void (clocks[clock] = () => {}),
  };
  const part = taken("part.js", "partOf", page)("meetings");
  const ask = (other) => part("reader", other || given, beside, (answer) => answers.push(answer));
  return { w, ask, told, answers, files, late: () => clocks.forEach((clock) => clock()) };
}

// What a part's script leaves: it makes a program that reads bytes.
const reads = (w) => {
  w.made = 0;
  w.reader = (ok) => {
    w.made++;
    ok((bytes, beside) => `${new TextDecoder().decode(bytes)}${beside || ""}`);
  };
};
const comes = (w, done) => {
  reads(w);
  done();
};

test("a part is brought once, and each question is answered by a program of its own", () => {
  const { w, ask, answers, files, told, late } = asked("Grŵp", comes, " 2026");
  ask();
  ask();
  late();
  assert.deepEqual(answers, ["Grŵp 2026", "Grŵp 2026"]);
  assert.deepEqual(files, ["reader.js"]);
  assert.equal(w.made, 2);
  assert.deepEqual(told, []);
  const answer = { bytes: new TextEncoder().encode("of a server").buffer };
  const other = asked(answer, comes);
  other.w.isPlain = 1;
  other.ask();
  assert.deepEqual(other.answers, ["of a server"]);
  assert.deepEqual(other.files, ["reader.plain.js"], "where wasm may not run, neither does that of a part");
  // A script of some weeks ago hands on the text alone.
  const old = asked({ text: "as text" }, comes);
  old.ask();
  assert.deepEqual(old.answers, ["as text"]);
});

test("questions wait for one script, and are answered in their order", () => {
  let arrive;
  const { w, ask, answers, files } = asked("", (_w, done) => (arrive = done));
  ask("one");
  ask("two");
  assert.deepEqual(answers, []);
  reads(w);
  arrive();
  ask("three");
  assert.deepEqual(answers, ["one", "two", "three"]);
  assert.deepEqual(files, ["reader.js"]);
});

test("a part that is too slow is told, serves nobody who has given up, and everybody after", () => {
  let arrive;
  const { w, ask, answers, told, late } = asked("x", (_w, done) => (arrive = done));
  ask();
  late();
  assert.deepEqual(answers, [undefined]);
  assert.deepEqual(told, ["reader: too slow."]);
  reads(w);
  arrive();
  assert.equal(w.made, 0, "nothing is read for nobody");
  ask();
  assert.deepEqual(answers, [undefined, "x"]);
});

test("a part that does not come, does not start or falls over is an answer without a text", () => {
  const rows = [
    [(_w, done) => done("load"), []],
    [(_w, done) => done(), []],
    [(w, done) => done(void (w.reader = (_ok, fail) => fail("no memory"))), ["reader: no memory"]],
    [(w, done) => done(void (w.reader = (ok, _fail, crash) => ok(() => crash("fell over")))), ["reader: fell over"]],
  ];
  for (const [load, lines] of rows) {
    const { ask, answers, told, late } = asked("x", load);
    ask();
    late();
    assert.deepEqual(answers, [undefined]);
    assert.deepEqual(told, lines);
  }
  // It is tried again.
  let works = false;
  const again = asked("x", (w, done) => (works ? comes(w, done) : done("load")));
  again.ask();
  works = true;
  again.ask();
  assert.deepEqual(again.answers, [undefined, "x"]);
});

test("more than a cheap phone can hold is not read, be it of a server or a file", () => {
  for (const given of ["x".repeat(3000001), { bytes: new ArrayBuffer(3000001) }]) {
    const { ask, answers, files, told } = asked(given, comes);
    ask();
    assert.deepEqual([answers, files], [[undefined], []]);
    assert.match(told[0], /3 MB/);
  }
});
