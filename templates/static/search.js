/* The page of the search: asks the index, shows what it answers, and keeps all of it in the address. Links to the turns come
   from the index, the text of a hit when it comes into view. What is said here of the functions is not sent to readers.

   own, other: the languages that can be searched: that of the page, and the other one, whose index is beside its own page.
   tokens: the words of a text with their places; a word that is written apart is a longer one, too.
   judged: what a document has for a query: the parts that are shown, the best first, and whether all words meet in one.
   turnOf: which turn a part is, as far as the index tells: «1.4.1» is a part that is no turn, four turns, another part.
   EDGE: a result that begins below this edge of the screen is not yet seen, and its text not fetched; that of the first one is.
   fill: shows the text of a hit; whether it has what the index promised.
   offerFilters: fetches the filters, when they are used.
   asked: what is searched for, and by what it is narrowed, as it is in the address.
   offer: when nothing is found: the query without what is missing, words that look alike, and what the other language has. */
(() => {
  "use strict";
  const main = document.querySelector("[data-search]");
  const { language, ...say } = main.dataset;
  const find = (selector) => main.querySelector(selector);
  const form = find("form"), status = find("[role=status]"), list = find(".found"), also = find("[data-also]");
  const more = find("[data-more]"), filters = find("details");
  const { q, person, topic, from, to, within } = form.elements;
  const counted = (count) => count.toLocaleString(language);
  const digits = (count) => language === "fa" ? `${count}`.replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[digit]) : `${count}`;
  const AT_ONCE = 6, TURNS = 3, AROUND = 14, MOST = 12, WAIT = 250, EDGE = 96;
  const element = (name, given, ...inner) => {
    const made = Object.assign(document.createElement(name), given);
    made.append(...inner);
    return made;
  };
  const link = (href, text) => element("a", { href, textContent: text });

  const own = { ...lookup(""), base: "", spoken: {} };
  const other = say.other ? { ...lookup(say.other), base: say.other, spoken: { lang: say.tag, dir: say.direction } } : null;
  const chosen = () => within?.value ? other : own;

  const keyed = new Map(), PLAIN = /^(?:[a-z0-9]+|[ابپتثجچحخدذرزسشصضطظعغفقلمنهژکگی]+)$/;
  const keysOf = (text) => {
    if (PLAIN.test(text)) return [text];
    if (!keyed.has(text)) keyed.set(text, own.split(own.fold(text)));
    return keyed.get(text);
  };
  const tokens = (text) => {
    const raw = [...text.matchAll(/[\p{L}\p{N}\p{M}\u200c]+/gu)];
    const said = raw.map((one) => keysOf(one[0]));
    return raw.map((one, at) => {
      const readings = said[at].map((key) => [key, 1]);
      const next = said[at + 1]?.[0], [first] = said[at];
      if (next && own.isPrefix(first)) readings.push([first + next, 2]);
      for (const size of [2, 3]) {
        if (!raw[at + size - 1] || !(size === 3 ? next === "و" : first?.endsWith("و") || next?.startsWith("و"))) continue;
        const last = raw[at + size - 1], whole = keysOf(text.slice(one.index, last.index + last[0].length));
        if (whole.length === 1) readings.push([whole[0], size]);
      }
      return { start: one.index, end: one.index + one[0].length, readings };
    });
  };
  const ends = (words, at, way, step = 0) => {
    if (step === way.length) return at;
    for (const [key, size] of words[at]?.readings ?? []) {
      const end = way[step].has(key) ? ends(words, at + size, way, step + 1) : 0;
      if (end) return end;
    }
    return 0;
  };
  const hits = (words, slots) => slots.map((slot) => words.flatMap((_, at) => {
    const end = Math.max(0, ...slot.ways.map((way) => ends(words, at, way)));
    return end ? [[at, end]] : [];
  }));

  const judged = ({ number }, slots, text) => {
    const texts = (part) => part ? text.parts[part - 1].slice(2) : [text.title, text.about];
    const held = slots.map((slot) => {
      const { sure, maybe } = chosen().places(slot, number);
      const proved = text ? maybe.filter((part) => hits(tokens(texts(part).join("\n")), [slot])[0].length) : [];
      const known = text && slot.rows ? sure.filter((part) => chosen().says(slot, texts(part))) : sure;
      return [...new Set([...known, ...proved])].sort((one, another) => one - another);
    });
    if (!slots.length) return { filled: true, near: true, parts: [] };
    const together = chosen().meeting(held).sort((one, another) => one - another), near = together.length > 0;
    const parts = near ? together : [...held.map(([first]) => first), ...held.flat()];
    return { filled: held.every((some) => some.length), near, parts: [...new Set(parts)].filter((part) => part > 0) };
  };

  const marked = (line, text, words, marks, start = 0, end = text.length) => {
    let at = start;
    for (const [first, last] of marks) {
      const [opens, closes] = [words[first].start, words[last - 1].end];
      if (opens < at || closes > end) continue;
      line.append(text.slice(at, opens), element("mark", { textContent: text.slice(opens, closes) }));
      at = closes;
    }
    line.append(text.slice(at, end));
    return line;
  };
  const ordered = (found) => found.flat().sort((one, another) => one[0] - another[0] || another[1] - one[1]);
  const excerpt = (text, slots) => {
    const words = tokens(text), found = hits(words, slots), marks = ordered(found);
    const close = ([at]) => found.every((some) => some.some(([place]) => place >= at && place < at + AROUND));
    const [first] = marks.find(close) ?? marks[0] ?? [0];
    const [from, to] = [Math.max(0, first - AROUND / 2), first + AROUND * 2];
    const start = from ? words[from].start : 0, end = words[to]?.start ?? text.length;
    const line = element("p", chosen().spoken, start ? "… " : "");
    marked(line, text, words, marks, start, end);
    if (end < text.length) line.append("…");
    return line;
  };

  const turnOf = (runs, part) => {
    let before = 0, turns = 0;
    for (const [at, length] of (runs ? runs.split(".") : []).map(Number).entries()) {
      if (part <= before + length) return at % 2 ? turns + part - before : 0;
      before += length;
      turns += at % 2 ? length : 0;
    }
    return 0;
  };
  const hit = (href, [id, number, who], line) => {
    const where = link(id ? `${href}#${id}` : href, number ? say.turn.replace("{}", digits(number)) : say.open);
    return element("li", {}, line ?? element("p", { className: "coming" }), element("p", { className: "where" }, who, " ", where));
  };
  const hitList = (items) => element("ol", { className: "hits" }, ...items);
  const inOwn = (href) => chosen().base ? new URL(href, new URL(chosen().base, location)).href : href;

  const shell = (one, slots, headings) => {
    const [href, title, runs] = headings[one.number] ?? ["", "…", ""], item = element("li", { className: "pending" });
    const heading = element("h2", chosen().spoken, href ? element("a", { href: inOwn(href), textContent: title, className: "title" }) : title);
    const turns = judged(one, slots).parts.map((part) => turnOf(runs, part)).filter(Boolean).slice(0, TURNS);
    item.append(heading);
    if (turns.length) item.append(hitList(turns.map((number) => hit(inOwn(href), [`t${number}`, number, ""]))));
    return item;
  };

  const fill = async (item, one, slots) => {
    const text = one.text ?? await chosen().fetched(`d${one.number}`), href = inOwn(text.href);
    const { filled, near, parts } = judged(one, slots, text), words = tokens(text.title);
    if (!filled) {
      item.remove();
      return false;
    }
    const title = element("a", { href, className: "title" });
    marked(title, text.title, words, ordered(hits(words, slots)));
    const inner = [element("h2", chosen().spoken, title)];
    if (text.about) inner.push(element("p", { className: "meta", textContent: text.about, ...chosen().spoken }));
    if (!near) inner.push(element("p", { className: "meta", textContent: say.apart }));
    const passage = (part) => hit(href, text.parts[part - 1], excerpt(text.parts[part - 1][3], slots)), shown = [];
    for (const part of parts.slice(0, TURNS)) {
      await own.pause();
      shown.push(passage(part));
    }
    if (shown.length) inner.push(hitList(shown));
    const further = parts.slice(TURNS);
    if (further.length) {
      const rest = element("details", {}, element("summary", { textContent: say.further.replace("{}", digits(further.length)) }));
      rest.addEventListener("toggle", () => {
        rest.append(hitList(further.map(passage)));
      }, { once: true });
      inner.push(rest);
    }
    item.replaceChildren(...inner);
    item.classList.remove("pending");
    return true;
  };

  const narrowing = () => [person, topic, from, to].filter((field) => field.value.trim()).length;
  const narrowed = () => narrowing() + (within?.value ? 1 : 0);
  let left;
  const offerFilters = async () => {
    const [make, facets] = await Promise.all([own.fetched(say.filters), own.fetched("facets"), own.prepare()]);
    left ??= make(own.fold, facets, form.elements);
  };
  const allowed = async () => {
    if (!narrowing()) return null;
    await offerFilters();
    return left();
  };

  const given = () => Object.fromEntries(new URLSearchParams(location.search));
  const asked = () => {
    const fields = [q, person, topic, from, to, within].filter((field) => field?.value.trim());
    return new URLSearchParams(fields.map((field) => [field.name, field.value.trim()]));
  };
  const address = (query) => {
    const words = asked();
    words.set("q", query);
    return `?${words}`;
  };
  const switches = [...document.querySelectorAll("a[hreflang][href]")].filter((one) => one.pathname.endsWith("/search/index.html"))
    .map((one) => [one, one.getAttribute("href")]);
  const keep = () => {
    const words = new URLSearchParams([["q", q.value.trim()], ["topic", topic.value]].filter(([, value]) => value));
    for (const [one, href] of switches) one.href = `${words}` ? `${href}?${words}` : href;
  };

  const line = (label, links) => {
    const made = element("p", {}, `${label} `);
    links.forEach((one, at) => made.append(at ? " · " : "", one));
    return made;
  };
  const offer = async (slots, query, mine) => {
    const lost = slots.filter((slot) => !slot.weights.size), rest = slots.filter((slot) => slot.weights.size), lines = [];
    const near = [...new Set((await Promise.all(lost.map((slot) => chosen().alike(slot.key)))).flat())];
    if (lost.length && rest.length) {
      const words = rest.map((slot) => slot.key).join(" ");
      lines.push(line(say.without, [link(address(words), words)]));
    }
    if (near.length) lines.push(line(say.alike, near.map((one) => link(address(one), one))));
    if (narrowed()) lines.push(line(say.unfiltered, [link(`?${new URLSearchParams({ q: query })}`, query)]));
    if (mine === current) also.append(...lines);
    const elsewhere = chosen() === own ? other : own;
    const found = elsewhere && !narrowed() ? await elsewhere.answers(await elsewhere.ask(query)) : [];
    const count = found.filter((one) => one.sure).length;
    if (!count || mine !== current) return;
    const words = new URLSearchParams({ q: query, within: "other" });
    also.append(line(say.elsewhere.replace("{}", counted(count)), [link(`?${words}`, query)]));
  };

  let current = 0;
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) target.dispatchEvent(new Event("seen"));
  }, { rootMargin: `0px 0px -${EDGE}px` });
  const search = async () => {
    const mine = current += 1, query = q.value.trim(), asking = query || narrowing();
    keep();
    list.replaceChildren();
    also.replaceChildren();
    observer.disconnect();
    more.hidden = true;
    filters.querySelector("output").textContent = narrowed() ? digits(narrowed()) : "";
    status.textContent = asking ? say.busy : "";
    main.ariaBusy = Boolean(asking);
    if (!asking) return;
    try {
      await own.pause();
      const [slots, only, { headings }] = await Promise.all([chosen().ask(query), allowed(), chosen().prepare(), own.prepare()]);
      const found = await chosen().answers(slots, only);
      if (mine !== current) return;
      const near = found.filter((one) => one.near), apart = found.filter((one) => !one.near);
      let total = found.filter((one) => one.sure).length, open = found.length - total;
      const added = [...new Set(slots.flatMap((slot) => slot.also))];
      const tell = () => {
        const said = open ? say.least : total === 1 ? say.one : say.count;
        status.textContent = total || open ? said.replace("{}", counted(total)) : say.none;
      };
      const proved = async (one) => {
        if (!one.open) return [one];
        one.text = await chosen().fetched(`d${one.number}`);
        const { filled, near: meets } = judged(one, slots, one.text);
        open -= one.sure ? 0 : 1;
        total += filled && !one.sure ? 1 : 0;
        one.open = false;
        if (filled && !meets && one.near) apart.push({ ...one, near: false });
        return filled && meets === one.near ? [one] : [];
      };
      const put = (one) => {
        const item = shell(one, slots, headings);
        item.addEventListener("seen", () => {
          observer.unobserve(item);
          item.filled = fill(item, one, slots).then((found) => {
            if (found || mine !== current) return;
            total -= 1;
            tell();
          });
        }, { once: true });
        list.append(item);
        return item;
      };
      const show = async () => {
        const items = [];
        let looked = 0;
        more.hidden = true;
        while (items.length < AT_ONCE && near.length + apart.length && (looked < MOST || !items.length)) {
          const queue = near.length ? near : apart, some = queue.splice(0, AT_ONCE - items.length);
          looked += some.length;
          const sure = (await Promise.all(some.map(proved))).flat();
          if (mine !== current) return;
          items.push(...sure.map(put));
        }
        tell();
        more.hidden = !near.length && !apart.length;
        await own.pause();
        const inView = items.filter((item, at) => !at || item.getBoundingClientRect().top < innerHeight - EDGE);
        for (const item of inView) {
          await own.pause();
          item.dispatchEvent(new Event("seen"));
        }
        for (const item of items.filter((one) => !one.filled)) observer.observe(item);
        await Promise.all(inView.map((item) => item.filled));
        return items[0];
      };
      more.onclick = async () => (await show())?.querySelector("a")?.focus();
      if (added.length) also.append(line(say.added, added.map((one) => element("q", { textContent: one }))));
      await show();
      if (!total && !open) await offer(slots, query, mine);
    } catch {
      if (mine === current) status.textContent = say.failed;
    }
    if (mine === current) main.ariaBusy = false;
  };
  const restore = async () => {
    const values = given();
    for (const field of [q, person, from, to, within]) if (field) field.value = values[field.name] ?? "";
    topic.value = "";
    if (values.person || values.topic || values.from || values.to || values.within) {
      filters.open = true;
      await offerFilters().catch(() => {});
      topic.value = values.topic ?? "";
    }
    return search();
  };
  const submit = () => {
    const words = `${asked()}`;
    if (words !== location.search.slice(1)) history.pushState(null, "", words ? `?${words}` : location.pathname);
    return search();
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  filters.addEventListener("change", submit);
  filters.addEventListener("toggle", () => { if (filters.open) offerFilters().catch(() => {}); });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const field of [person, topic, from, to, within]) if (field) field.value = "";
    submit();
  });
  main.addEventListener("click", (event) => {
    const target = event.target.closest("[data-also] a");
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", target.search);
    restore();
  });
  let waiting;
  q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => chosen().expect(q.value).catch(() => {}), WAIT);
  });
  addEventListener("popstate", restore);
  own.prepare().then(() => own.fold("آ")).catch(() => {});
  restore();
})();
