// What ical.js makes of series.ics: a reader that shares no code with ours. Run with
// `node --test crates/meetings/tests/written/`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import ICAL from "ical.js";

const beside = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

/** The rows' ids and dates; the only two of its keys that are needed here are plain enough. */
const expected = beside("meetings.toml")
  .split("[[meeting]]")
  .slice(1)
  .map((row) => ({
    id: /^id = "(.*)"$/m.exec(row)[1],
    dates: JSON.parse(/^dates = (\[.*\])$/m.exec(row)[1]),
  }));

const calendar = new ICAL.Component(ICAL.parse(beside("series.ics")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  // Its own rules from the file, not those of a library.
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
}
const events = calendar.getAllSubcomponents("vevent").map((found) => new ICAL.Event(found));

/** Every date of a meeting as `2026-03-17T19:30:00 60`, with a mark where it is off. */
function dates(id) {
  const own = events.filter((event) => event.uid === `${id}@hub.example`);
  const series = own.find((event) => !event.isRecurrenceException());
  for (const change of own.filter((event) => event.isRecurrenceException())) {
    series.relateException(change);
  }
  const found = [];
  const steps = series.iterator();
  for (let next = steps.next(); next && found.length < 20; next = steps.next()) {
    const { item, startDate } = series.getOccurrenceDetails(next);
    const off = item.component.getFirstPropertyValue("status") === "CANCELLED";
    const floats = startDate.zone === ICAL.Timezone.localTimezone;
    const utc = floats ? startDate : startDate.convertToZone(ICAL.Timezone.utcTimezone);
    const time = `${utc.toString().replace("Z", "").slice(0, 10)}T${startDate.isDate ? "00:00:00" : utc.toString().slice(11, 19)}`;
    found.push(`${off ? "!" : ""}${time} ${item.duration.toSeconds() / 60}`);
  }
  return found.sort((a, b) => (a.replace("!", "") < b.replace("!", "") ? -1 : 1));
}

for (const row of expected) {
  test(`ical.js shows the dates of ${row.id}`, () => {
    assert.deepEqual(dates(row.id), row.dates);
  });
}

test("texts come out as they went in", () => {
  const words = events.find((event) => event.uid === "words@hub.example");
  assert.equal(words.summary, "Tea, talk; “quiet” \\ end");
  assert.match(words.description, /🫖🫖🫖 and a line .* may have\.\nBEGIN:VEVENT/);
  assert.equal(events.length, expected.length + 2);
});
