/* The list of paragraphs: its filters, their counts, and its rows, page by page. */

import { byId, make } from "./dom.js";
import { get } from "./server.js";
import { number, say } from "./words.js";

const wish = { shown: "waiting", interview: "", topic: "", person: "", order: "text" };
let rows = [];
let more = false;
let at = -1;
let asked = 0;
let reading = null;
let open = () => {};
let press = () => {};

const show = (row, index) => {
  const button = make("button", { type: "button", onclick: () => press(index), data: { state: row.state } },
    make("bdi", { className: "place" }, row.unit),
    make("span", { className: "state", data: { state: row.state } }, say(row.state)),
    row.sure ? make("span", { className: "sure" }, `! ${number(row.sure)}`) : "",
    row.doubtful ? make("span", { className: "doubtful" }, `? ${number(row.doubtful)}`) : "",
    make("bdi", { className: "whose" }, row.interview),
    make("span", { className: "opening", dir: "auto" }, row.opening));
  if (row.done) button.dataset.done = "";
  return make("li", {}, button);
};

const buttons = () => byId("rows").querySelectorAll("button");

const mark = () => {
  buttons().forEach((button, index) => {
    if (index === at) {
      button.setAttribute("aria-current", "true");
      button.scrollIntoView({ block: "nearest" });
    } else button.removeAttribute("aria-current");
  });
};

/* Read a page of the list that was asked for last; what comes too late belongs to another list. */
const read = async (list) => {
  const { status, value } = await get("queue", { ...wish, after: rows.at(-1)?.place ?? "" });
  if (list !== asked) return false;
  reading = null;
  if (status !== 200) return false;
  byId("rows").append(...value.rows.map((row, index) => show(row, rows.length + index)));
  rows.push(...value.rows);
  more = value.more;
  byId("more").hidden = !more;
  byId("empty").hidden = rows.length > 0;
  return value.rows.length > 0;
};

/* Read the next page, or wait for the one on its way; return whether there was anything. */
export const further = () => {
  reading ??= read(asked);
  return reading;
};

export const count = async () => {
  const list = asked;
  const { status, value } = await get("counts", wish);
  if (status !== 200 || list !== asked) return;
  for (const button of byId("filters").children) button.querySelector(".number").textContent = number(value[button.value]);
};

const choose = async (index) => {
  at = index;
  mark();
  await open(rows[at].interview, rows[at].unit);
};

export const again = async () => {
  const list = asked + 1;
  [rows, at, asked, reading] = [[], -1, list, null];
  byId("rows").replaceChildren();
  await Promise.all([further(), count()]);
  if (rows.length && list === asked) await choose(0);
};

/* Go to the next row, or to the one before; return whether there is one. */
export const step = async (by) => {
  if (at + by >= rows.length && more) await further();
  if (at + by < 0 || at + by >= rows.length) return false;
  await choose(at + by);
  return true;
};

/* Say where the reader is, when that is a row of the list. */
export const follow = (interview, unit) => {
  const found = rows.findIndex((row) => row.interview === interview && row.unit === unit);
  if (found >= 0) at = found;
  mark();
};

/* Show the state that a paragraph has now. */
export const settle = (interview, unit, done) => {
  rows.forEach((row, index) => {
    if (row.interview !== interview || row.unit !== unit.id) return;
    Object.assign(row, { state: unit.state, done, sure: unit.flags.filter((flag) => flag.sure).length });
    buttons()[index].parentElement.replaceWith(show(row, index));
  });
  mark();
};

const set = (changes) => {
  Object.assign(wish, changes);
  for (const button of byId("filters").children) button.setAttribute("aria-pressed", String(button.value === wish.shown));
  again();
};

const select = (id, items) => {
  const field = byId(id);
  field.replaceChildren(...items.map(([value, words]) => make("option", { value }, words)));
  field.addEventListener("change", () => set({ [id]: field.value }));
};

const named = (items) => [["", say("any")], ...items.map((item) => [item.id, `${item.label} (${number(item.turns)})`])];

const typed = () => byId("interview").value.trim();

/* Suggest interviews for what is typed; return whether that names one, or any. */
const suggest = async () => {
  const words = typed();
  const { status, value } = await get("interviews", { words });
  if (status !== 200 || words !== typed()) return false;
  byId("interviews").replaceChildren(
    ...value.map((item) => make("option", { value: item.id }, `${item.title} (${number(item.waiting)})`)));
  return !words || value.some((item) => item.id === words);
};

export const begin = (start, opened, atOnce) => {
  open = opened;
  press = atOnce(choose);
  wish.shown = start.first;
  byId("filters").replaceChildren(...start.shown.map((name) =>
    make("button", { type: "button", value: name, "aria-pressed": String(name === wish.shown), onclick: () => set({ shown: name }) },
      say(name), " ", make("span", { className: "number" }))));
  select("topic", named(start.topics));
  select("person", named(start.people));
  select("order", start.orders.map((name) => [name, say(`order-${name}`)]));
  byId("interview").addEventListener("input", async () => { if (await suggest()) set({ interview: typed() }); });
  byId("interview").addEventListener("focus", () => { if (!typed()) suggest(); });
  byId("more").addEventListener("click", further);
  return again();
};

/* Hear that interviews have changed: the counts differ, and a list that was at its end may go on. */
let waiting = 0;
export const changed = () => {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    await count();
    if (!more && await further() && at < 0) await choose(0);
  }, 200);
};
