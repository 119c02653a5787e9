/* The keys. Letters are those of the place on the keyboard, so they work with a Persian layout, too. */

import { byId, make } from "./dom.js";
import { say } from "./words.js";

const READING = [
  ["Enter", "Enter", "approve-next"], ["KeyA", "A", "approve"], ["KeyE", "E", "edit"], ["KeyS", "S", "skip"],
  ["KeyB", "B", "back"], ["KeyU", "U", "undo"], ["KeyD", "D", "save"], ["KeyP", "P", "play"], ["KeyM", "M", "mine"],
  ["KeyT", "T", "theirs"],
];
const WRITING = [["Enter", "Ctrl+Enter", "approve-next"], ["KeyS", "Ctrl+S", "save"], ["KeyP", "Ctrl+P", "play"]];

const holds = (id, element) => byId(id).contains(element);

const isHelp = (event) => event.key === "?" || event.key === "؟" || event.key === "F1";

const found = (table, event) => table.find(([code]) => event.code === code || (code === "Enter" && event.key === "Enter"))?.[2];

/* Return what a key asks for; nothing when it belongs to what has the focus. */
const wanted = (event) => {
  const target = event.target;
  const plain = !(event.ctrlKey || event.metaKey || event.altKey);
  if (target.tagName === "TEXTAREA") {
    if (event.key === "Escape") return "leave";
    return (event.ctrlKey || event.metaKey) && !event.altKey ? found(WRITING, event) : undefined;
  }
  if (target.matches("input, select") || !(target === document.body || holds("passage", target) || holds("rows", target))) return undefined;
  if (event.key === "Enter" && target.closest("button, a, summary")) return undefined;
  return plain ? found(READING, event) : undefined;
};

export const begin = (acts) => {
  const help = byId("help");
  help.querySelector("dl").replaceChildren(...[...READING, ...WRITING, ["", "Esc", "leave"], ["", "?", "help"]].map(([, key, name]) =>
    make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(name)))));
  byId("keys").addEventListener("click", () => help.showModal());
  document.addEventListener("keydown", (event) => {
    if (help.open || event.isComposing) return;
    const name = wanted(event);
    if (name) {
      event.preventDefault();
      acts[name]();
    } else if (isHelp(event) && !event.target.matches("textarea, input")) {
      event.preventDefault();
      help.showModal();
    }
  });
};
