/* Quotations with their citations. The page of an interview and the list of chosen passages make them by the same functions, from
   what the page says in its attributes. Nothing leaves the browser: chosen passages are in its storage and in the address of
   their list. Where a browser keeps nothing, the name of the window holds them. */
globalThis.quoting = (() => {
  "use strict";
  const root = new URL("..", document.currentScript.src);
  const PLACE = `goftogu:${root.pathname}`, DIGITS = "۰۱۲۳۴۵۶۷۸۹";
  const digits = (text, language) => text.replace(/[0-9۰-۹]/g, (sign) => {
    const value = DIGITS.includes(sign) ? DIGITS.indexOf(sign) : Number(sign);
    return language.startsWith("fa") ? DIGITS[value] : value;
  });

  const kept = (name) => {
    try { return localStorage.getItem(PLACE + name); } catch { /* nothing is kept */ }
    try { return JSON.parse(window.name)[PLACE + name]; } catch { return null; }
  };
  const keep = (name, value) => {
    try { return localStorage.setItem(PLACE + name, value); } catch { /* nothing is kept */ }
    let all = {};
    try { all = JSON.parse(window.name) ?? {}; } catch { /* not ours */ }
    window.name = JSON.stringify({ ...all, [PLACE + name]: value });
  };
  const list = () => {
    try { return JSON.parse(kept("")) ?? []; } catch { return []; }
  };
  /* fa/river/t7.2:en/well/t3; an id has neither sign. */
  const written = (items) => items.map(({ at }) => at.split("/").map(encodeURIComponent).join("/")).join(":");
  const decoded = (text) => {
    try { return decodeURIComponent(text); } catch { return ""; }
  };
  const read = (hash) => hash.replace(/^#/, "").split(":").map(decoded).filter((at) => /^(fa|en)\/[^/]+\/[a-z][\w-]*(\.\d+)?$/.test(at))
    .map((at) => ({ at }));

  const american = (day, month) => new Intl.DateTimeFormat("en", { month, day: "numeric", year: "numeric" }).format(day);
  const mla = (day) => {
    const name = new Intl.DateTimeFormat("en", { month: "long" }).format(day);
    const month = name.length <= 4 ? name : name === "September" ? "Sept." : `${name.slice(0, 3)}.`;
    return `${day.getDate()} ${month} ${day.getFullYear()}`;
  };
  const british = (day) => new Intl.DateTimeFormat("en-GB", { month: "long", day: "numeric", year: "numeric" }).format(day);
  const persian = (day, language) =>
    new Intl.DateTimeFormat(`${language}-u-ca-persian-nu-arabext`, { month: "long", day: "numeric", year: "numeric" }).format(day);
  const accessed = (style, day) => {
    if (style.lang.startsWith("fa")) return persian(day, style.lang);
    return { mla, note: british }[style.dataset.style]?.(day) ?? american(day, "long");
  };
  const today = () => new Date().toLocaleDateString("sv");
  const midday = (iso) => new Date(`${iso}T12:00`);

  const AROUND = ".state, .standing, .noteref, .time, .unseen, aside, figure";
  const words = (node) => {
    const copy = node.cloneNode(true);
    for (const extra of copy.querySelectorAll(AROUND)) extra.remove();
    return copy;
  };
  const flat = (node) => node.textContent.replace(/[ \t\n\r]+/g, " ").trim();
  const lines = (node) => {
    const copy = words(node);
    const apart = [...copy.querySelectorAll("li, .verse, p")].filter((line) => !line.querySelector("li, .verse, p"));
    for (const half of copy.querySelectorAll(".verse > span:not(:first-child)")) half.prepend(" / ");
    return (apart.length ? apart : [copy]).map(flat).filter(Boolean);
  };

  /* The texts of a turn: one on the page of a language, two on the parallel page. */
  const speech = (turn, edition) =>
    [...turn.children].find((part) => part.matches(".speech") || (part.matches("div") && part.lang.startsWith(edition)));
  const paragraphs = (text) => [...text.children].filter((part) => !part.matches(AROUND) && lines(part).length);
  const edition = (page, language) => page.querySelector(`.styles[data-edition="${language}"]`);
  const heading = (target) => target?.closest(".turn, .pair")?.querySelector(":scope > h3[id]");

  const filled = (style, values) => {
    const copy = style.cloneNode(true);
    for (const extra of copy.querySelectorAll("button")) extra.remove();
    for (const slot of copy.querySelectorAll("[data-slot]")) {
      const { slot: name, before, after } = slot.dataset;
      if (name in values) slot.textContent = values[name] ? before + values[name] + after : "";
    }
    return flat(copy);
  };
  const full = (known) => (/^https?:/.test(known) || !/^http/.test(root.protocol) ? known : new URL(known, root).href);
  const whole = (cited, style) => filled(style, { address: full(cited.dataset.address), day: accessed(style, new Date()) });

  const printed = (cited, style) => `\u2066${full(cited.dataset.address)}\u2069 · ${accessed(style, new Date())}`;

  /* The citations of a place in a turn, by their styles. */
  const citations = (page, cited, turn, address, day) => {
    const place = [...page.querySelectorAll("h3[id]")].indexOf(turn.querySelector("h3")) + 1;
    const time = turn.querySelector(".menu .time")?.textContent ?? "";
    const kind = Number(turn.querySelector(".actions")?.dataset[`kind${cited.dataset.edition === "fa" ? "Fa" : "En"}`] ?? 0);
    const made = (style) => {
      const language = style.lang.slice(0, 2);
      const number = style.dataset.turn.replace("{}", digits(String(place), language));
      const values = {
        turn: [number, digits(time, language)].filter(Boolean).join(language === "fa" ? "، " : ", "),
        state: cited.dataset[language === "fa" ? "kindsFa" : "kindsEn"].split("\n")[kind],
        day: accessed(style, midday(day)),
        address,
      };
      return [style.dataset.style, { textContent: filled(style, values), lang: style.lang, dir: style.dir }];
    };
    return Object.fromEntries([...cited.querySelectorAll("[data-style]")].map(made));
  };

  /* What reference managers are told, from the head of the page. */
  const reference = (page, text, who, cites, address, day) => {
    const all = (name) => [...page.querySelectorAll(`meta[name="${name}"]`)].map((meta) => meta.content);
    const date = all("DC.date")[0] ?? "";
    const fields = [
      ["TY", "ELEC"], ...all("citation_author").map((name) => ["AU", name]), ...all("DC.contributor").map((name) => ["A2", name]),
      ["TI", all("citation_title")[0] ?? page.querySelector("h1").textContent],
      ["T2", page.querySelector('meta[property="og:site_name"]')?.content], ["PB", all("DC.publisher")[0]],
      ["PY", date.slice(0, 4)], ["DA", date && `${[...date.split("-"), "", ""].slice(0, 3).join("/")}/`], ["LA", all("DC.language")[0]],
      ["Y2", `${day.replaceAll("-", "/")}/`], ["N1", `${text.join(" ")} (${who})`], ["N1", cites], ["UR", address], ["ER", ""],
    ];
    return fields.filter(([tag, value]) => value || tag === "ER").map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, " ")}\r\n`).join("");
  };

  /* A passage of a page: its text, who says it, and how it is cited. */
  const passage = (page, at, day = today(), chosen = null) => {
    const [language, , id] = at.split("/");
    const [turnId, place] = id.split("."), title = heading(page.getElementById(turnId)), turn = title?.parentElement;
    const cited = edition(page, language), text = turn && speech(turn, language), all = text && paragraphs(text);
    const named = page.getElementById(id), own = place ? (text?.contains(named) ? named : all?.[place - 1]) : null;
    if (!cited || !all || (place && !own)) return null;
    const address = `${full(cited.dataset.address)}#${id}`;
    const said = chosen ?? (own ? [own] : all).flatMap(lines);
    const name = title.querySelector(`:scope > [lang|="${language}"]`) ?? title;
    const who = flat(words(name)), cites = citations(page, cited, turn, address, day);
    return { at, day, part: Boolean(chosen), text: said, who, cites, ris: reference(page, said, who, cites.note.textContent, address, day) };
  };
  /* The citation of a passage in the chosen style, with its language and direction. */
  const citation = ({ cites }) => cites[kept(" style")] ?? cites.note;
  const quotation = (item) => {
    const [before, after] = item.at.startsWith("fa") ? ["«", "»"] : ["“", "”"];
    return `${before}${item.text.join("\n")}${after}\n— ${item.who}\n\n${citation(item).textContent}`;
  };

  const button = (label, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    made.addEventListener("click", () => act(made));
    return made;
  };
  const copier = (label, done, text) => navigator.clipboard
    && button(label, (own) => navigator.clipboard.writeText(text()).then(() => { own.textContent = done; }));
  /* The choice of a style; every choice on the page is the same. */
  const chooser = (label, styles) => {
    const select = Object.assign(document.createElement("select"), { className: "chooser", ariaLabel: label });
    for (const [value, name] of styles) select.append(new Option(name, value));
    const last = kept(" style");
    select.value = styles.some(([value]) => value === last) ? last : "note";
    select.addEventListener("change", () => {
      keep(" style", select.value);
      for (const each of document.querySelectorAll(".chooser")) each.value = select.value;
      document.dispatchEvent(new Event("restyled"));
    });
    return select;
  };
  const save = (items) => keep("", JSON.stringify(items));

  return { root, list, save, written, read, whole, printed, passage, citation, quotation, lines, speech, heading, button, copier, chooser, today };
})();

(() => {
  "use strict";
  const article = document.querySelector("article[data-cited]");
  if (!article) return;
  const { passage, citation, quotation, lines, heading, button, copier, chooser, list, save, written } = quoting;
  /* Marks and numbers say in words what they mean, for those who hear the page. Under a mouse they show the same words. */
  for (const thing of article.querySelectorAll(".menu > a, .standing:not([aria-hidden])")) {
    thing.title = thing.getAttribute("aria-label") ?? thing.textContent;
  }

  const say = article.dataset, language = say.cited;
  const styles = () => [...article.querySelectorAll(".styles")[0].querySelectorAll("[data-style]")].map((each) => [each.dataset.style, each.dataset.label]);

  /* What a reader reports: both texts as they are now, and a line below which to write. The command “corrections” reads the labels
     again (goftogu/translation/corrections.py). Programs of mail take short addresses only. */
  const LABELS = { fa: ["فارسی", "انگلیسی", "پیشنهاد شما"], en: ["Persian", "English", "Your correction"] };
  const SHORT = 200, LONG = 600;
  const said = (node) => (node && !node.querySelector(".missing") ? lines(node).join("\n") : "");
  const letter = (turn, twin, most) => {
    const own = said(quoting.speech(turn, language)), other = said(turn.querySelector(".original > div") ?? twin);
    const alone = language === "fa" ? [own, other] : [other, own];
    const texts = turn.matches(".pair") ? ["fa", "en"].map((tag) => said(quoting.speech(turn, tag))) : alone;
    const [persian, english, correction] = LABELS[document.documentElement.lang.startsWith("en") ? "en" : "fa"];
    const quoted = [[persian, texts[0]], [english, texts[1]]].filter(([, text]) => text)
      .map(([label, text]) => `${label}:\n${text.length > most ? `${text.slice(0, most)}…` : text}\n\n`);
    return `${quoted.join("")}${correction}:\n`.replaceAll("\n", "\r\n");
  };
  /* The same turn on the page of the other language. */
  const twinOf = async (turn) => {
    try {
      const answer = await fetch(turn.querySelector(".menu a[href*='.html#']").href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return page.getElementById(turn.querySelector("h3[id]").id).parentElement.querySelector(".speech");
    } catch { return null; }
  };
  const prefill = (link, turn) => {
    if (link.dataset.mend) return;
    link.dataset.mend = "ready";
    let coming;
    const ask = () => { coming ??= turn.matches(".pair") || turn.querySelector(".original") ? Promise.resolve(null) : twinOf(turn); return coming; };
    for (const event of ["pointerenter", "focus"]) link.addEventListener(event, ask, { once: true });
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      link.href += encodeURIComponent(letter(turn, await ask(), link.protocol === "mailto:" ? SHORT : LONG));
      link.click();
    }, { once: true });
  };

  /* The button that keeps a passage, and the way to the list, which other windows change, too. */
  const tell = (...links) => {
    const items = list(), href = `${say.list}#${written(items)}`, hidden = !items.length;
    const textContent = say.mine.replace("{}", items.length.toLocaleString(document.documentElement.lang));
    for (const link of links) Object.assign(link, { textContent, href, hidden });
  };
  const retell = () => tell(...article.querySelectorAll(".chosen"));
  for (const event of ["storage", "pageshow"]) addEventListener(event, retell);
  const keeper = (made) => {
    const link = Object.assign(document.createElement("a"), { className: "chosen" });
    const keep = button(say.keep, (own) => {
      const found = made();
      if (!list().some(({ at, text }) => at === found.at && `${text}` === `${found.text}`)) save([...list(), found]);
      own.textContent = say.kept;
      retell();
    });
    tell(link);
    return [keep, link];
  };
  const sharer = (made) => navigator.share
    && button(say.share, () => navigator.share({ title: document.title, text: citation(made()).textContent }).catch(() => {}));
  const tools = (made) => [
    copier(say.quote, say.copied, () => quotation(made())),
    copier(say.copy, say.copied, () => citation(made()).textContent),
    ...keeper(made), sharer(made), chooser(say.style, styles()),
  ].filter(Boolean);

  const serve = (target) => {
    const title = heading(target), turn = title?.parentElement;
    if (!title || turn.dataset.served === target.id) return;
    turn.dataset.served = target.id;
    const place = turn.querySelector(":scope > .actions") ?? Object.assign(document.createElement("p"), { className: "actions" });
    turn.append(place);
    for (const old of place.querySelectorAll(":scope > :not([data-mend])")) old.remove();
    const id = /\.\d+$/.test(target.id) ? target.id : title.id;
    const spoken = [language, language === "fa" ? "en" : "fa"].find((tongue) => quoting.lines(quoting.speech(turn, tongue)).length);
    place.append(...tools(() => passage(document, `${spoken}/${say.id}/${id}`)));
    for (const link of place.querySelectorAll("[data-mend]")) prefill(link, turn);
  };
  const linked = () => {
    const id = decodeURIComponent(location.hash.slice(1)), found = document.getElementById(id);
    const target = found?.getClientRects().length ? found : document.getElementById(id.split(".")[0]);
    if (target && target !== found) target.scrollIntoView();
    serve(target);
  };
  addEventListener("hashchange", linked);
  linked();

  /* The words that a reader has marked, within one text of one turn. */
  const bar = Object.assign(document.createElement("div"), { className: "marked", hidden: true, role: "group", ariaLabel: say.quote });
  const side = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
  const marked = () => {
    const selection = getSelection(), range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    if (!range || bar.contains(selection.focusNode)) return null;
    const [start, end] = [side(range.startContainer), side(range.endContainer)];
    const text = start.closest(".speech, .pair > div"), title = heading(text);
    if (!title || start.closest("aside") || !text.contains(end) || !selection.toString().trim()) return null;
    const own = start.closest("[id]"), id = own?.contains(end) && text.contains(own) ? own.id : title.id;
    const at = `${text.matches(".speech") ? language : text.lang.slice(0, 2)}/${say.id}/${id}`, chosen = lines(range.cloneContents());
    return { place: range.getBoundingClientRect(), made: () => passage(document, at, undefined, chosen) };
  };
  const offer = () => {
    const found = marked();
    bar.hidden = !found;
    if (!found) return;
    bar.replaceChildren(...[copier(say.quote, say.copied, () => quotation(found.made())), ...keeper(found.made)].filter(Boolean));
    article.append(bar);
    bar.style.top = `${found.place.bottom + scrollY + 8}px`;
    bar.style.left = `${Math.max(8, Math.min(found.place.left, document.documentElement.clientWidth - bar.offsetWidth - 8))}px`;
  };
  let waiting;
  const settle = () => { clearTimeout(waiting); waiting = setTimeout(offer, 300); };
  document.addEventListener("selectionchange", settle);
  settle();
  bar.addEventListener("pointerdown", (event) => event.preventDefault());

  /* What paper says on every page, where the browser can. */
  const paper = document.documentElement.style, first = article.querySelector(".styles"), shown = first.querySelector("[data-style]");
  paper.setProperty("--running", JSON.stringify(article.querySelector("h1").textContent.trim()));
  paper.setProperty("--printed", JSON.stringify(quoting.printed(first, shown)));

  for (const each of article.querySelectorAll(".styles")) {
    for (const cited of each.querySelectorAll("[data-style]")) {
      const copy = copier(say.copy, say.copied, () => quoting.whole(each, cited));
      if (copy) cited.append(" ", copy);
    }
  }
})();
