/* A passage in two columns; the paragraph in hand is open for writing, the others are there to be read. */

import { byId, direction, make, spoken } from "./dom.js";
import { shown } from "./difference.js";
import { say } from "./words.js";

/* What the page does when a button is pressed or a text is typed; `main.js` fills it in. */
export const acts = {};

const heading = (unit) => {
  if (!unit.begins) return "";
  const words = unit.speaker ? say("turn-of", { number: unit.number, speaker: unit.speaker }) : "";
  return make("p", { className: "speaker", dir: "auto" }, words);
};

const label = (unit) => say("paragraph", { id: unit.id, state: say(unit.state) });

const badge = (unit) => make("span", { className: "state", data: { state: unit.state } }, say(unit.state));

const source = (unit, about) => spoken("div", unit.language || about.source, unit.source, { className: "source" });

const key = (name, code, act) =>
  make("button", { type: "button", onclick: act, data: { act: name } }, say(name), " ", make("kbd", {}, code));

const actions = (unit) => make("div", { className: "actions" },
  key("approve-next", "Enter", () => acts.approve(true)),
  key("approve", "A", () => acts.approve(false)),
  key("save", "D", () => acts.save()),
  key("skip", "S", () => acts.step(1)),
  key("back", "B", () => acts.step(-1)),
  key("undo", "U", () => acts.undo()),
  unit.play ? make("button", { type: "button", onclick: () => acts.play(), data: { act: "play" } },
    say("play-at", { time: unit.time }), " ", make("kbd", {}, "P")) : "");

const reader = (unit, about) => make("article", { className: "unit", id: `unit-${unit.id}`, data: { unit: unit.id } },
  heading(unit),
  make("div", { className: "mark" }, make("button", { type: "button", className: "open", "aria-label": label(unit), onclick: () => acts.open(unit.id) },
    make("bdi", {}, unit.id)), badge(unit)),
  source(unit, about),
  spoken("div", about.target, unit.text, { className: "target" }));

const writer = (unit, about, text) => {
  const field = make("textarea", {
    value: text, id: "target", spellcheck: true, "aria-label": say("target"), lang: about.target, dir: direction(about.target),
    oninput: (event) => { grow(event.target); acts.typed(event.target.value); },
  });
  return make("article", { className: "unit current", id: `unit-${unit.id}`, tabIndex: -1, "aria-label": label(unit), data: { unit: unit.id } },
    heading(unit),
    make("div", { className: "mark" }, make("bdi", {}, unit.id), badge(unit)),
    source(unit, about),
    make("div", { className: "target" }, field, make("div", { id: "notices" }), actions(unit)));
};

const grow = (field) => {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 4}px`;
};

export const field = () => byId("target");

/* Show a passage with one paragraph in hand. */
export const show = (passage, unit, text) => {
  const about = passage.interview;
  byId("heading").replaceChildren(spoken("span", about.source, about.title));
  byId("file").textContent = about.file;
  byId("above").hidden = passage.first;
  byId("below").hidden = passage.last;
  byId("text").replaceChildren(...passage.units.map((held) =>
    (held.id === unit.id ? writer(held, about, text) : reader(held, about))));
  grow(field());
};

/* Show a paragraph that has changed in its place. */
export const replace = (passage, unit) => {
  const there = document.getElementById(`unit-${unit.id}`);
  if (there && !there.classList.contains("current")) there.replaceWith(reader(unit, passage.interview));
};

/* Show what has changed of the paragraph in hand, and leave what is typed alone. */
export const refresh = (passage, unit, text) => {
  const card = document.querySelector(".unit.current");
  card.setAttribute("aria-label", label(unit));
  card.querySelector(".mark .state").replaceWith(badge(unit));
  card.querySelector(".source").replaceWith(source(unit, passage.interview));
  if (field().value !== text) {
    field().value = text;
    grow(field());
  }
};

/* Say that the text in hand is not the one that is saved, and why. */
export const notice = (passage, unit, typed) => {
  const about = passage.interview;
  const box = byId("notices");
  if (!typed) {
    box.replaceChildren();
    return;
  }
  const buttons = make("p", {}, typed.clash ? key("mine", "M", () => acts.mine()) : "", " ", key("theirs", "T", () => acts.theirs()));
  const told = [];
  if (typed.source !== unit.source) told.push(make("p", {}, say("clash-source")), shown(typed.source, unit.source, about.source));
  if (typed.clash && (typed.base !== unit.text || !told.length)) {
    told.push(make("p", {}, say("clash")), shown(unit.text, typed.text, about.target));
  }
  if (typed.clash) box.replaceChildren(make("div", { className: "clash", role: box.querySelector(".clash") ? "group" : "alert" }, ...told, buttons));
  else if (typed.restored) box.replaceChildren(make("div", { className: "kept", role: "status" }, say("kept"), buttons));
  else box.replaceChildren();
};

export const focus = () => {
  const card = document.querySelector(".unit.current");
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
};
