// What a calendar makes of a file: ical.js, which is not ours, reads it from standard input and
// lists each date between two days as `{uid, start, cancelled}`, in UTC.
import ICAL from "ical.js";
import { readFileSync } from "node:fs";

const [from, to] = process.argv.slice(2).map((day) => Date.parse(day));
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone));
}
const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
const found = [];
const add = (event, time) => {
  const start = time.toJSDate();
  if (start < from || start > to) return;
  const cancelled = event.component.getFirstPropertyValue("status") === "CANCELLED";
  found.push({ uid: event.uid, start: start.toISOString(), cancelled });
};
for (const event of events.filter((one) => !one.isRecurrenceException())) {
  for (const other of events) {
    if (other.uid === event.uid && other.isRecurrenceException()) event.relateException(other);
  }
  const dates = event.iterator();
  for (let time, steps = 0; steps < 2000 && (time = dates.next()); steps++) {
    if (time.toJSDate() > to) break;
    const details = event.getOccurrenceDetails(time);
    add(details.item, details.startDate);
  }
}
found.sort((one, other) => (one.start < other.start ? -1 : 1));
process.stdout.write(JSON.stringify(found));
