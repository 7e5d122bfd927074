// What partners are promised in embedding.md is in the types too, and in the scripts' own list.
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");

const root = path.join(__dirname, "../../../..");
const read = (name) => fs.readFileSync(path.join(root, name), "utf8");
const types = read("www/types/swansfeet.d.ts");
const manual = read("www/docs/embedding.md");

// The first cells of the table below a heading, without what they are marked up with.
function cells(heading, column = 1) {
  const section = manual.split(`\n## ${heading}\n`)[1].split("\n## ")[0];
  const rows = section.split("\n").filter((line) => /^\| `/.test(line));
  return rows.map((line) => line.split(" | ")[column - 1].replace(/^\| /, ""));
}

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

// The body of an interface or type.
function body(name) {
  const found = types.match(new RegExp(`(?:interface|type) ${name}\\b([\\s\\S]*?)\\n}`));
  assert.ok(found, `${name} is in the types`);
  return found[1];
}

test("every attribute of the manual is an option of the types", () => {
  const attributes = cells("Options").map((cell) => cell.match(/`data-([a-z-]+)`/)[1]);
  assert.ok(attributes.length >= 13, attributes.join());
  const known = body("SwansfeetOptions") + body("SwansfeetPayOptions") + body("SwansfeetDemandsOptions") + body("SwansfeetMeetingsOptions") + body("SwansfeetWellbeingOptions") + body("Swansfeet");
  for (const name of attributes) assert.match(known, new RegExp(`\\b${camel(name)}\\??:`), `data-${name}`);
});

test("every option of the scripts and of the pay check is in manual and types", () => {
  const common = read("crates/embed/js/options.js").match(/var COMMON = {([\s\S]*?)}/)[1];
  const own = read("crates/widget-pay/Cargo.toml").match(/^options = {(.*)}/m)[1];
  const names = [...common.matchAll(/^\s+(\w+):/gm), ...own.matchAll(/"([a-z-]+)" =/g)].map((one) => one[1]);
  assert.ok(names.length >= 13, names.join());
  for (const name of names) {
    assert.match(manual, new RegExp(`\\| \`data-${name}\` \\|`), `data-${name} is in the manual`);
    assert.match(types, new RegExp(`\\b${camel(name)}\\??:`), `${camel(name)} is in the types`);
  }
});

test("every event, reason and method of the manual is in the types", () => {
  const events = cells("Events").map((cell) => cell.match(/`(.*)`/)[1]);
  assert.deepEqual(events, ["swan:ready", "swan:resize", "swan:error", "swan:signed", "swan:kept"]);
  for (const event of events) assert.match(body("SwansfeetEvents"), new RegExp(`"${event}": CustomEvent<`));
  const reasons = cells("When something is wrong").map((cell) => cell.match(/`(.*)`/)[1]).filter((word) => !word.includes("."));
  const union = body("SwansfeetError").match(/reason: (.*);/)[1];
  assert.deepEqual(union.split(" | ").map((one) => JSON.parse(one)).sort(), reasons.sort());
  const methods = cells("Methods").flatMap((cell) => [...cell.matchAll(/Swansfeet\.(\w+)/g)].map((one) => one[1]));
  assert.deepEqual(methods, ["mount", "unmount", "ready", "push", "version"]);
  for (const name of methods) assert.match(body("Swansfeet"), new RegExp(`\\b${name}[(:]`), name);
});
