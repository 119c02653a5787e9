/* The passages that a reader has chosen. Their texts and citations are made from the pages of the interviews; where these cannot
   be read, as from a memory stick, they are those that the browser has kept. */
(async () => {
  "use strict";
  const { root, list, save, written, read, passage, citation, quotation, button, copier, chooser, today } = quoting;
  const main = document.querySelector("[data-passages]"), say = main.dataset;
  const shown = main.querySelector("ol"), status = main.querySelector("[role=status]"), tools = main.querySelector(".buttons");
  const none = main.querySelector("[data-none]"), given = main.querySelector("[data-given]");
  const language = document.documentElement.lang;

  /* A list from an address is not the reader's own until the reader takes it over; a page of the history knows whose it was. Only
     differences are kept: another window may have kept more meanwhile. */
  const asked = read(location.hash), own = list();
  let mine = history.state?.mine ?? (!asked.length || written(asked) === written(own));
  let items = mine ? own : asked.map(({ at }) => own.find((item) => item.at === at) ?? { at });
  const key = ({ at, text }) => `${at}\n${text}`;

  const pages = {};
  const page = (path) => pages[path] ??= fetch(new URL(path, root)).then(async (answer) => {
    if (!answer.ok) throw new Error(path);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });
  const renewed = async (item) => {
    if (!/^http/.test(root.protocol)) return item;
    const [edition, id] = item.at.split("/"), day = item.day ?? today();
    const held = await page(`${edition}/${encodeURIComponent(id)}.html`).catch(() => null), found = held && passage(held, item.at, day);
    if (!found) return { ...item, gone: true };
    const within = item.part && item.text.every((line) => found.text.join("\n").includes(line));
    if (within) return passage(held, item.at, day, item.text);
    return { ...found, changed: Boolean(item.text) && `${item.text}` !== `${found.text}` };
  };

  const href = (at) => {
    const [edition, id, turn] = at.split("/");
    return `../../${edition}/${encodeURIComponent(id)}.html#${turn}`;
  };
  const element = (name, values, ...inner) => {
    const made = Object.assign(document.createElement(name), values);
    made.append(...inner);
    return made;
  };
  /* Shows the list. What is changed in the reader's own is changed as it is now; what only looks again writes nothing. */
  const draw = (change) => {
    if (mine && change) save(change(list()));
    items = mine ? list() : change?.(items) ?? items;
    history.replaceState({ mine }, "", items.length ? `#${written(items)}` : location.pathname);
    show();
  };
  const drop = (gone) => {
    const keys = new Set(gone.map(key));
    draw((all) => all.filter((item) => !keys.has(key(item))));
    status.focus();
  };
  const entry = (item) => {
    const [edition] = item.at.split("/"), known = Boolean(item.text);
    const text = { lang: edition, dir: edition === "fa" ? "rtl" : "ltr" };
    const quote = known
      ? element("blockquote", text, ...item.text.map((line) => element("p", { textContent: line })))
      : element("p", { textContent: say.unread });
    const where = element("a", { href: href(item.at), textContent: known ? item.who : item.at });
    const caption = element("figcaption", {}, element("p", { className: "who" }, where),
      ...(known ? [element("p", { className: "citation", ...citation(item) })] : []),
      ...(item.gone ? [element("p", { className: "state", textContent: say.gone })] : []),
      ...(item.changed ? [element("p", { className: "state", textContent: say.changed })] : []));
    const copy = known && copier(say.copy, say.copied, () => quotation(item));
    const remove = button(say.remove, () => drop([item]));
    return element("li", {}, element("figure", {}, quote, caption), element("p", { className: "buttons" }, ...[copy, remove].filter(Boolean)));
  };
  const show = () => {
    shown.replaceChildren(...items.map(entry));
    none.hidden = items.length > 0;
    tools.hidden = !items.length;
    given.hidden = mine;
    status.textContent = items.length ? (items.length === 1 ? say.one : say.many).replace("{}", items.length.toLocaleString(language)) : "";
  };

  const known = () => items.filter((item) => item.text);
  const download = () => {
    const file = new Blob([known().map((item) => item.ris).join("\r\n")], { type: "application/x-research-info-systems" });
    const link = element("a", { href: URL.createObjectURL(file), download: "passages.ris" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const styles = [...main.querySelector("select").options].map(({ value, text }) => [value, text]);
  tools.append(...[
    chooser(say.style, styles),
    copier(say.all, say.copied, () => known().map((item) => quotation(item)).join("\n\n\n")),
    copier(say.address, say.copied, () => location.href),
    button(say.ris, download),
    button(say.print, () => print()),
    button(say.empty, () => drop(items)),
  ].filter(Boolean));
  given.querySelector("p").after(button(say.take, () => {
    const taken = items;
    mine = true;
    draw((all) => taken.reduce((joined, item) => (joined.some(({ at }) => at === item.at) ? joined : [...joined, item]), all));
  }));
  document.addEventListener("restyled", show);
  addEventListener("hashchange", () => { if (location.hash === "#main") draw(); else location.reload(); });
  addEventListener("storage", () => draw());
  addEventListener("pageshow", ({ persisted }) => { if (persisted) draw(); });

  draw();
  const fresh = new Map(await Promise.all(items.map(async (item) => [key(item), await renewed(item)])));
  draw((all) => all.map((item) => fresh.get(key(item)) ?? item));
})();
