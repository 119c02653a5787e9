/* The words of the interface, in the language of the page. */

let words = {};
let flags = {};
let language = "en";

export const learn = (start) => {
  ({ words, flags, language } = start);
};

export const tongue = () => language;

export const number = (value) => new Intl.NumberFormat(language === "fa" ? "fa-IR" : "en").format(value);

/* Return a word; numbers among its values get the digits of the language. */
export const say = (name, values = {}) =>
  (words[name] ?? name).replace(/\{(\w+)\}/g, (whole, key) =>
    typeof values[key] === "number" ? number(values[key]) : values[key] ?? whole);

export const flag = (name) => flags[name] ?? name;

export const label = (root = document) => {
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of root.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
};
