// The yardstick: what a web developer would write by hand for the same page. Reads the same feed,
// works out the next date of each meeting, shows the list, and filters it by text. Knows only the
// rules that the invented feed has, in London time, and mends no spelling: it does less than the
// widget, so it is a hard thing to be measured by.
"use strict";

(() => {
  const DAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
  const SHOWN = 50;
  const DAY = 86400000;
  // Wall times are reckoned as if they were UTC; only when they are shown does that matter.
  const wall = (text) => Date.parse(text.length === 16 ? text + ":00Z" : text + "Z");
  const format = new Intl.DateTimeFormat("en-GB", {
    weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit", timeZone: "UTC",
  });

  const parts = (rule) => Object.fromEntries(rule.split(";").map((part) => part.split("=")));

  // The dates of a meeting in order, from the first: enough of them to pass `now`.
  function* dates(meeting) {
    const start = wall(meeting.start);
    if (!meeting.rule) {
      yield start;
      return;
    }
    const rule = parts(meeting.rule);
    const step = Number(rule.INTERVAL || 1);
    let left = rule.COUNT ? Number(rule.COUNT) : Infinity;
    if (rule.FREQ === "WEEKLY") {
      const days = rule.BYDAY.split(",").map((name) => DAYS.indexOf(name));
      const sorted = days.map((day) => (day + 6) % 7).sort((a, b) => a - b);
      const first = new Date(start);
      const monday = start - ((first.getUTCDay() + 6) % 7) * DAY;
      for (let week = 0; left > 0; week += step) {
        for (const day of sorted) {
          const at = monday + (week * 7 + day) * DAY;
          if (at < start || left-- <= 0) continue;
          yield at;
        }
      }
      return;
    }
    const [, nth, name] = /^(-?\d)([A-Z]{2})$/.exec(rule.BYDAY);
    const day = DAYS.indexOf(name);
    const first = new Date(start);
    const time = start % DAY;
    for (let month = first.getUTCMonth(); left > 0; month += step) {
      let at;
      if (Number(nth) > 0) {
        const begin = new Date(Date.UTC(first.getUTCFullYear(), month, 1));
        at = begin.getTime() + (((day - begin.getUTCDay() + 7) % 7) + (Number(nth) - 1) * 7) * DAY;
      } else {
        const end = new Date(Date.UTC(first.getUTCFullYear(), month + 1, 0));
        at = end.getTime() - ((end.getUTCDay() - day + 7) % 7) * DAY;
      }
      at += time;
      if (at < start) continue;
      left -= 1;
      yield at;
    }
  }

  function next(meeting, now) {
    const gone = new Set((meeting.except || []).map(wall));
    const moved = new Map();
    for (const change of meeting.changed || []) {
      gone.add(wall(change.on));
      if (change.start) moved.set(wall(change.on), wall(change.start));
    }
    let best = Infinity;
    for (const at of moved.values()) if (at >= now) best = Math.min(best, at);
    for (const at of dates(meeting)) {
      if (at >= now && !gone.has(at)) return Math.min(best, at);
      if (at > now + 366 * DAY) break;
    }
    return best;
  }

  const list = document.querySelector("#list");
  const count = document.querySelector("#count");
  const field = document.querySelector("#text");
  let meetings = [];

  function show(found) {
    count.textContent = `${found.length} meetings`;
    list.replaceChildren(...found.slice(0, SHOWN).map(({ meeting, at }) => {
      const item = document.createElement("li");
      const title = document.createElement("h3");
      title.textContent = meeting.title;
      const when = document.createElement("p");
      when.textContent = `${format.format(at)}, ${meeting.minutes} minutes`;
      const where = document.createElement("p");
      where.textContent = meeting.venue ? `${meeting.venue.name}, ${meeting.venue.address}` : "Online";
      const who = document.createElement("p");
      who.textContent = meeting.organiser.name;
      item.append(title, when, where, who);
      return item;
    }));
  }

  // Each returns how many meetings it found, so that nothing can be left out unseen.
  globalThis.plain = {
    load(text, now) {
      meetings = JSON.parse(text).meetings
        .filter((meeting) => meeting.status !== "cancelled")
        .map((meeting) => ({
          meeting,
          at: next(meeting, now),
          words: [
            meeting.title, meeting.about, meeting.organiser.name,
            meeting.venue ? `${meeting.venue.name} ${meeting.venue.address}` : "",
          ].join(" ").toLowerCase(),
        }))
        .filter((entry) => entry.at < Infinity)
        .sort((a, b) => a.at - b.at);
      show(meetings);
      return meetings.length;
    },
    filter(text) {
      const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
      const found = meetings.filter(({ words }) => wanted.every((word) => words.includes(word)));
      show(found);
      return found.length;
    },
  };
  field.addEventListener("input", () => globalThis.plain.filter(field.value));

  // `data-feed` as on the widget's tag; `plain-shown` tells that the first list is there.
  const feed = document.documentElement.dataset.feed;
  if (feed) {
    fetch(feed).then((answer) => answer.text()).then((text) => {
      globalThis.plain.load(text, Date.now());
      document.dispatchEvent(new Event("plain-shown"));
    });
  }
})();
