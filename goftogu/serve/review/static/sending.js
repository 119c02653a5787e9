/* Decisions on their way to the server: one after the other, kept in this browser until each has its answer. */

import * as kept from "./kept.js";
import { post, sleep } from "./server.js";

let queue = [];
let running = null;
let heard = {};
let reach = () => {};
let told = () => {};

const tell = () => told(queue.length);

const leave = (decision) => {
  kept.decided(decision);
  queue = queue.filter((held) => held !== decision);
  tell();
};

/* What was decided later about the same paragraph was decided with this answer in view. */
const rebase = (decision, version) => {
  for (const later of queue) {
    if (later.interview === decision.interview && later.unit === decision.unit) {
      later.version = version;
      kept.decide(later);
    }
  }
};

/* Send one decision; return whether to go on with the next. */
const send = async (decision) => {
  const { interview, unit, version, text, by, approved } = decision;
  const { status, value } = await post("save", { interview, unit, version, text, by, approved });
  if (status === 503) {
    reach(status);
    await sleep(500);
    return true;
  }
  if (status === 0 || status === 401) {
    reach(status);
    return false;
  }
  leave(decision);
  if (status === 200) {
    rebase(decision, value.unit.version);
    heard.saved(decision, value);
  } else if (status === 409) heard.clash(decision, value);
  else heard.refused(decision, value?.reason ?? (status === 410 ? "" : String(status)));
  return true;
};

const run = async () => {
  while (queue.length && await send(queue[0]));
};

export const go = () => {
  running ??= run().finally(() => { running = null; });
  return running;
};

export const pending = (interview, unit) =>
  queue.some((held) => held.interview === interview && held.unit === unit);

export const add = (decision) => {
  const id = `${String(Date.now()).padStart(15, "0")}-${Math.random().toString(36).slice(2)}`;
  const held = { ...decision, id };
  kept.decide(held);
  queue.push(held);
  tell();
  go();
};

/* Begin with what an earlier window has left. */
export const begin = (hears, reaches, tells) => {
  [heard, reach, told, queue] = [hears, reaches, tells, kept.decisions()];
  tell();
  go();
};
