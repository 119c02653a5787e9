/* The passages that a reader has chosen. Their texts and citations are made from the pages of the interviews; where these cannot
   be read, as from a memory stick, they are those that the browser has kept. */
(async () => {
  "use strict";
  const { root, list, save, written, read, passage, quotation, button, copier, chooser, style, today } = quoting;
  const main = document.querySelector("[data-passages]"), say = main.dataset;
  const shown = main.querySelector("ol"), status = main.querySelector("[role=status]"), tools = main.querySelector(".buttons");
  const none = main.querySelector("[data-none]"), given = main.querySelector("[data-given]");
  const language = document.documentElement.lang;

  const asked = read(location.hash), own = list();
  const same = written(asked) === written(own);
  /* A list from an address is not the reader's own until the reader takes it over. */
  let mine = !asked.length || same;
  let items = mine && !asked.length ? own : asked.map(({ at }) => own.find((item) => item.at === at) ?? { at });
  if (same) items = own;

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
  const remember = () => {
    if (mine) save(items);
    history.replaceState(null, "", items.length ? `#${written(items)}` : location.pathname);
  };
  const entry = (item) => {
    const [edition] = item.at.split("/"), known = Boolean(item.text);
    const text = { lang: edition, dir: edition === "fa" ? "rtl" : "ltr" };
    const quote = known
      ? element("blockquote", text, ...item.text.map((line) => element("p", { textContent: line })))
      : element("p", { textContent: say.unread });
    const cites = known ? item.cites[style()] ?? item.cites.note : "";
    const english = !/[\u0600-\u06ff]/.test(cites.slice(0, 40));
    const where = element("a", { href: href(item.at), textContent: known ? item.who : item.at });
    const caption = element("figcaption", {}, element("p", { className: "who" }, where),
      ...(cites ? [element("p", { className: "citation", textContent: cites, lang: english ? "en" : "fa", dir: english ? "ltr" : "rtl" })] : []),
      ...(item.gone ? [element("p", { className: "state", textContent: say.gone })] : []),
      ...(item.changed ? [element("p", { className: "state", textContent: say.changed })] : []));
    const copy = known && copier(say.copy, say.copied, () => quotation(item, style()));
    const remove = button(say.remove, () => { items = items.filter((other) => other !== item); remember(); show(); status.focus(); });
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
    copier(say.all, say.copied, () => known().map((item) => quotation(item, style())).join("\n\n\n")),
    copier(say.address, say.copied, () => location.href),
    button(say.ris, download),
    button(say.print, () => print()),
    button(say.empty, () => { items = []; remember(); show(); status.focus(); }),
  ].filter(Boolean));
  given.querySelector("p").after(button(say.take, () => {
    const before = list().filter(({ at }) => !items.some((item) => item.at === at));
    items = [...before, ...items];
    mine = true;
    remember();
    show();
  }));
  document.addEventListener("restyled", show);
  addEventListener("hashchange", () => location.reload());

  show();
  items = await Promise.all(items.map(renewed));
  remember();
  show();
})();
