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

export const show = (unit, about, text, putBack) => {
  byId("details").replaceChildren(
    ...[changed(unit, about), edited(unit, about, text), flags(unit, text), terms(unit, about),
      origin(unit), earlier(unit, about, text, putBack)].filter(Boolean));
};
