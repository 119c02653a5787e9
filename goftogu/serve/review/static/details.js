/* What is known of the paragraph in hand, beside it: faults, terms, what has changed, where it comes from. */

import { byId, make, spoken } from "./dom.js";
import { shown } from "./difference.js";
import { flag, say } from "./words.js";

const part = (name, ...children) => make("section", {}, make("h3", {}, say(name)), ...children);

const flags = (unit, text) => {
  if (!text) return "";
  if (!unit.flags.length) return part("flags", make("p", { className: "quiet" }, say("no-flags")));
  return part("flags", make("ul", {}, unit.flags.map((found) =>
    make("li", { className: found.sure ? "sure" : "doubtful" }, `${found.sure ? "!" : "?"} ${flag(found.name)}`))));
};

const terms = (unit, about) => {
  if (!unit.terms.length) return "";
  return part("terms", make("ul", { className: "terms" }, unit.terms.map((term) =>
    make("li", { className: term.there ? "" : "sure" },
      spoken("b", about.source, term.source), " ", spoken("span", about.target, term.forms.join(" / ")), " ",
      make("i", {}, say(term.there ? "term-there" : "term-lacking"))))));
};

const changed = (unit, about) => {
  if (unit.was) return part("changed", shown(unit.was, unit.source, about.source));
  return unit.state === "stale" ? part("changed", make("p", {}, say("moved"))) : "";
};

const edited = (unit, about, text) =>
  (text !== unit.text && unit.text ? part("edited", shown(unit.text, text, about.target)) : "");

const made = ({ origin, by, day }) => [origin, by ? say("origin-by", { name: by }) : "", day].filter(Boolean);

const origin = (unit) => {
  const words = made(unit);
  return words.length ? part("origin", ...words.map((text) => make("p", { dir: "auto" }, text))) : "";
};

const earlier = (unit, about, text, putBack) => {
  if (!unit.earlier.length) return "";
  return part("earlier", make("ol", { className: "earlier" }, unit.earlier.map((version) =>
    make("li", {}, shown(version.text, text, about.target), make("p", { className: "quiet", dir: "auto" }, made(version).join(" · ")),
      make("button", { type: "button", onclick: () => putBack(version.text) }, say("put-back"))))));
};

/* Tell whether most letters of a text are those of a language. */
const isOf = (text, language) => {
  const [persian, latin] = [/[\u0600-\u06ff]/g, /[a-z]/gi].map((letters) => text.match(letters)?.length ?? 0);
  return language === "fa" ? persian > latin : latin > persian;
};

export const letter = (held) => make("blockquote", {},
  make("p", { className: "quiet", dir: "auto" }, [held.sender, held.day].filter(Boolean).join(" · ")),
  make("p", { className: "written", dir: "auto" }, held.text));

const written = (unit, about, letters, take) => {
  if (!letters.length) return "";
  const now = { fa: about.source === "fa" ? unit.source : unit.text, en: about.source === "fa" ? unit.text : unit.source };
  const seen = (held) => [["fa", held.persian], ["en", held.english]]
    .filter(([language, text]) => text && !text.includes(now[language]) && !now[language].includes(text))
    .map(([language, text]) => shown(text, now[language], language));
  return part("corrections", letters.map((held) => make("div", {}, letter(held),
    seen(held).length ? make("p", { className: "quiet" }, say("seen")) : "", seen(held),
    isOf(held.text, about.target) ? make("button", { type: "button", onclick: () => take(held.text) }, say("take-correction")) : "")));
};

export const show = (unit, about, text, putBack, letters) => {
  byId("details").replaceChildren(
    ...[written(unit, about, letters, putBack), changed(unit, about), edited(unit, about, text), flags(unit, text), terms(unit, about),
      origin(unit), earlier(unit, about, text, putBack)].filter(Boolean));
};
