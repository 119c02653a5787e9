/* The workbench: joins the list, the passage, the keys and what is on its way to the server. */

import * as details from "./details.js";
import { byId, make } from "./dom.js";
import * as kept from "./kept.js";
import * as keys from "./keys.js";
import * as list from "./list.js";
import * as passages from "./passage.js";
import * as player from "./player.js";
import { get, listen, post } from "./server.js";
import * as sending from "./sending.js";
import { label, learn, number, say, tongue } from "./words.js";

let passage = null;
let unit = null;
let approved = 0;
const extent = { before: 4, after: 12 };
const undone = [];

const status = (words) => { byId("status").textContent = words; };

const typed = () => {
  const found = kept.typed(passage.interview.id, unit.id);
  if (found && found.text === unit.text) {
    kept.drop(passage.interview.id, unit.id);
    return null;
  }
  return found && { ...found, clash: found.version !== unit.version };
};

const text = () => passages.field()?.value ?? "";

const tell = (restored = false) => {
  const found = typed();
  passages.notice(passage, unit, found && { ...found, restored });
  details.show(unit, passage.interview, text(), write, letters());
  clearTimeout(resting);
  if (text() !== unit.text) check();
};

/* Let the checks look at what is typed, as soon as the hands rest. */
let resting = 0;
const check = () => {
  resting = setTimeout(async () => {
    const [interview, id, words] = [passage.interview.id, unit.id, text()];
    const { status: code, value } = await post("check", { interview, unit: id, text: words });
    if (code === 200 && unit.id === id && text() === words) details.show({ ...unit, ...value }, passage.interview, words, write, letters());
  }, 400);
};

/* What readers have written about the turn in hand. */
const letters = () => passage.letters.filter((held) => held.turn === (unit.turn || unit.id));

/* Put a text into the hand of the reviewer, as if it had been typed. */
const write = (words) => {
  passages.refresh(passage, unit, words);
  keep(words);
  tell();
  passages.field().focus();
};

const locked = () => {
  byId("alerts").replaceChildren(make("p", { role: "alert" }, say("locked")));
};

const load = (interview, name) => get("passage", { interview, unit: name, ...extent });

/* Open a paragraph; the focus goes to it, and the text stays closed until somebody wants to write. If it does not come, the one
   before stays open, and what was asked of it meanwhile is not done. */
let asked = 0, missed = 0, stamp = 0;
const open = async (interview, name) => {
  asked += 1;
  stamp += 1;
  const mine = asked;
  const { status: code, value } = await load(interview, name);
  if (mine !== asked) return;
  if (code !== 200 || !value.units.length) {
    missed += 1;
    if (passage) list.follow(passage.interview.id, unit.id);
    if ([0, 401, 503].includes(code)) reach(code);
    else status(say("status-missing", { id: name }));
    return;
  }
  passage = value;
  unit = value.units.find((held) => held.id === value.at);
  const found = typed();
  passages.show(passage, unit, found ? found.text : unit.text);
  tell(true);
  passages.focus();
  list.follow(interview, unit.id);
};

const opened = (more) => {
  Object.assign(extent, { before: extent.before + (more.before ?? 0), after: extent.after + (more.after ?? 0) });
  return open(passage.interview.id, unit.id);
};

const keep = (words) => {
  const before = kept.typed(passage.interview.id, unit.id);
  const { version, source, base } = before ?? { version: unit.version, source: unit.source, base: unit.text };
  if (words === unit.text && version === unit.version) kept.drop(passage.interview.id, unit.id);
  else kept.keep(passage.interview.id, unit.id, { text: words, version, source, base });
};

/* Take a decision: it is kept here, sent to the server, and the next paragraph need not wait for the answer. */
const decide = (isApproved) => {
  if (!unit) return false;
  if (!byId("by").value.trim()) {
    status(say("unnamed"));
    byId("by").focus();
    return false;
  }
  if (isApproved && !text().trim()) {
    status(say("status-empty"));
    return false;
  }
  if (typed()?.clash) {
    status(say("status-clash", { id: unit.id }));
    return false;
  }
  kept.drop(passage.interview.id, unit.id);
  sending.add({
    interview: passage.interview.id, unit: unit.id, version: unit.version, text: text(), by: byId("by").value.trim(),
    approved: isApproved, source: unit.source, base: unit.text,
  });
  return true;
};

const update = (interview, fresh) => {
  if (passage?.interview.id !== interview) return;
  const index = passage.units.findIndex((held) => held.id === fresh.id);
  if (index >= 0) passage.units[index] = fresh;
  if (unit.id !== fresh.id) {
    passages.replace(passage, fresh);
    return;
  }
  const pending = sending.pending(interview, fresh.id);
  const isTyped = !pending && text() !== unit.text;
  unit = fresh;
  passages.refresh(passage, unit, isTyped || pending ? text() : unit.text);
  tell();
};

const heard = {
  saved: (decision, value) => {
    if (value.undo) undone.push({ undo: value.undo, decision });
    approved += decision.approved && value.undo ? 1 : 0;
    byId("count").textContent = say("count", { count: approved });
    stamp += 1;
    status(say(decision.approved ? "status-approved" : "status-saved", { id: decision.unit }));
    update(value.interview, value.unit);
    list.settle(value.interview, value.unit, decision.approved);
    list.changed();
  },
  clash: (decision, value) => {
    const { text: words, version, source, base } = decision;
    kept.keep(decision.interview, decision.unit, { text: words, version, source, base });
    status(say("status-clash", { id: decision.unit }));
    const go = make("button", { type: "button", onclick: atOnce(() => { note.remove(); return open(decision.interview, decision.unit); }) },
      make("bdi", {}, `${decision.interview}:${decision.unit}`));
    const note = make("p", { role: "alert", className: "clash" }, say("status-clash", { id: decision.unit }), " ", go);
    byId("alerts").append(note);
    update(value.interview, value.unit);
  },
  refused: (decision, reason) => {
    const { text: words, version, source, base } = decision;
    kept.keep(decision.interview, decision.unit, { text: words, version, source, base });
    status(say(reason ? "status-refused" : "status-gone", { id: decision.unit, reason }));
  },
};

const reach = (code) => {
  const told = byId("alerts").querySelector("[data-reach]");
  const name = { 0: "offline", 401: "locked", 503: "busy" }[code];
  if (told?.dataset.reach === name) return;
  told?.remove();
  if (name) byId("alerts").prepend(make("p", { role: "alert", data: { reach: name } }, say(name)));
  else sending.go();
};

/* Look again at what is open. An answer that was on its way while another one came may be the older one: it is asked for once more. */
let looking = false;
const look = async () => {
  let at, answer;
  do {
    at = stamp;
    answer = await load(passage.interview.id, unit.id);
  } while (at !== stamp);
  return answer;
};
const again = async () => {
  stamp += 1;
  if (looking || !passage) return;
  looking = true;
  const { status: code, value } = await look().finally(() => { looking = false; });
  if (code !== 200) return;
  const known = new Map(passage.units.map((held) => [held.id, held.version]));
  const changed = value.units.filter((held) => known.has(held.id) && known.get(held.id) !== held.version);
  for (const fresh of changed) {
    if (fresh.id === unit.id && text() !== unit.text && !sending.pending(passage.interview.id, unit.id)) keep(text());
    update(value.interview.id, fresh);
    status(say("status-changed", { id: fresh.id }));
  }
};

const hear = (events) => {
  for (const { kind, done, total } of events.filter((event) => event.kind === "progress")) {
    byId("progress").textContent = done < total ? say("progress", { done, total }) : "";
  }
  if (events.some(({ kind, interview }) => kind === "all" || (kind !== "progress" && interview === passage?.interview.id))) again();
  list.changed();
};

const move = async (by) => {
  if (!await list.step(by)) status(say("status-end"));
};

/* Keep what could not be taken back for another try; what has changed since lets earlier decisions go first. */
const refuse = (code, last, reason) => {
  const id = last.decision.unit;
  if (code === 410) status(say("status-nothing"));
  else if (code === 409) {
    undone.unshift(last);
    status(say("status-clash", { id }));
  } else {
    undone.push(last);
    if (code === 422) status(say("status-refused", { id, reason }));
    else reach(code);
  }
};

const acts = {
  open: (name) => open(passage.interview.id, name),
  typed: (words) => { keep(words); tell(); },
  /* The keys that follow are commands, not letters of the text, however late the next paragraph comes. */
  approve: async (isNext) => {
    if (!decide(true)) return;
    passages.focus();
    if (isNext) await move(1);
  },
  save: () => { decide(false); },
  step: move,
  play: () => player.toggle(passage.interview.id, unit),
  undo: async () => {
    await sending.go();
    const last = undone.pop();
    if (!last) {
      status(say("status-nothing"));
      return;
    }
    const { status: code, value } = await post("undo", { undo: last.undo });
    if (code !== 200) {
      refuse(code, last, value?.reason);
      return;
    }
    const { interview, unit: name, text: words, approved: was } = last.decision;
    approved -= was ? 1 : 0;
    byId("count").textContent = say("count", { count: approved });
    if (words !== value.unit.text) {
      kept.keep(interview, name, { text: words, version: value.unit.version, source: value.unit.source, base: value.unit.text });
    }
    update(interview, value.unit);
    list.settle(interview, value.unit, false);
    list.changed();
    status(say("status-undone", { id: name }));
    await open(interview, name);
  },
  mine: () => {
    const found = typed();
    if (!found?.clash) return;
    kept.keep(passage.interview.id, unit.id, { text: text(), version: unit.version, source: unit.source, base: unit.text });
    tell();
    passages.focus();
  },
  theirs: () => {
    kept.drop(passage.interview.id, unit.id);
    passages.refresh(passage, unit, unit.text);
    tell();
    passages.focus();
  },
};

/* Let what keys and buttons ask for happen one after the other, however fast the hands are. What was asked for before a paragraph
   did not come, or before another one was chosen from the list, was meant for the one before: it is not done. */
let turn = Promise.resolve();
const inTurn = (act) => (...given) => {
  const then = missed;
  turn = turn.then(() => (then === missed ? act(...given) : undefined)).catch((error) => { reportError(error); });
  return turn;
};
const atOnce = (act) => (...given) => {
  missed += 1;
  turn = act(...given).catch((error) => { reportError(error); });
  return turn;
};
const ordered = (all) => Object.fromEntries(Object.entries(all).map(([name, act]) => [name, name === "typed" ? act : inTurn(act)]));

const begin = async () => {
  const { status: code, value } = await get("start", { lang: new URLSearchParams(location.search).get("lang") ?? "" });
  if (code !== 200) {
    if (value === null && code === 401) {
      const { words } = await (await fetch(`/words.json?lang=${document.documentElement.lang}`)).json();
      learn({ words, flags: {}, language: document.documentElement.lang });
    }
    locked();
    return;
  }
  learn(value);
  kept.begin(value.key);
  label();
  document.title = `${say("title")} · ${value.archive}`;
  byId("archive").textContent = value.archive;
  byId("by").value = value.by || kept.name();
  byId("by").readOnly = Boolean(value.by);
  byId("by").addEventListener("change", () => kept.call(byId("by").value.trim()));
  const other = tongue() === "fa" ? "en" : "fa";
  Object.assign(byId("language"), { href: `/?lang=${other}`, lang: other, textContent: other === "fa" ? "فارسی" : "English" });
  byId("faults").hidden = !value.faults.length;
  byId("faults").querySelector("ul").replaceChildren(...value.faults.map((line) => make("li", { dir: "auto" }, line)));
  byId("letters").hidden = !value.letters.length;
  byId("letters").querySelector("div").replaceChildren(...value.letters.map(details.letter));
  byId("choose").open = matchMedia("(min-width: 48rem)").matches;
  Object.assign(passages.acts, ordered(acts));
  keys.begin(ordered({
    ...acts, "approve-next": () => acts.approve(true), approve: () => acts.approve(false), skip: () => move(1), back: () => move(-1),
    edit: () => passages.field()?.focus(), leave: () => passages.focus(),
  }));
  byId("above").addEventListener("click", inTurn(() => opened({ before: 20 })));
  byId("below").addEventListener("click", inTurn(() => opened({ after: 20 })));
  sending.begin(heard, reach, (count) => { byId("unsaved").textContent = count ? say("status-waiting", { count }) : ""; });
  listen(value.news, hear, reach);
  await list.begin(value, open, atOnce);
};

begin();
