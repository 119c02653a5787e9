/* Makes elements. Texts of the archive only ever become text, never markup. */

export const byId = (id) => document.getElementById(id);

export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "data") Object.assign(element.dataset, value);
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};

export const direction = (language) => (language === "fa" ? "rtl" : "ltr");

/* A text of the archive in its language. */
export const spoken = (tag, language, text, properties = {}) =>
  make(tag, { ...properties, lang: language, dir: direction(language) }, text);
