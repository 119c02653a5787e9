/* The search. It folds what is searched for as goftogu/persian/folding.py folds the texts, takes endings off as
   goftogu/persian/endings.py does, with the tables of the index, and fetches only the files of words and the documents that
   it needs. They are scripts that hand their data over, so that the search also works from a memory stick. */
(() => {
  "use strict";
  const main = document.querySelector("[data-search]");
  const { language, ...say } = main.dataset;
  const form = main.querySelector("form"), status = main.querySelector("[role=status]"), list = main.querySelector("ol");
  const more = main.querySelector("button[type=button]"), also = main.querySelector("[data-also]");
  const digits = (count) => Number(count).toLocaleString(language);
  const AT_ONCE = 6, TURNS = 3, AROUND = 14, NEAR = 20, LOOKED = 18, MOST = 96, OFFERS = 8;

  const held = {}, asked = {};
  globalThis.goftogu = (name, value) => { held[name] = value; };
  const fetched = (name) => asked[name] ??= new Promise((done, fail) => {
    const script = Object.assign(document.createElement("script"), { src: `${name}.js`, onload: () => done(held[name]) });
    script.onerror = () => { delete asked[name]; script.remove(); fail(new Error(name)); };
    document.head.append(script);
  });
  const element = (name, given, ...inner) => {
    const made = Object.assign(document.createElement(name), given);
    made.append(...inner);
    return made;
  };

  let index, fold, candidates;
  const split = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const prepare = async () => {
    if (index) return;
    const found = await fetched("index");
    [fold, candidates] = [folding(found), stemming(found)];
    index = found;
  };

  /* The files of words: each stem with its forms, and each form with its stem. */
  const stems = new Map(), forms = new Map(), posts = new Map(), read = {};
  const shard = (word) => {
    for (let end = word.length; end >= 0; end -= 1) {
      const name = index.shards[word.slice(0, end)];
      if (name) return name;
    }
    return null;
  };
  const load = (words) => Promise.all([...new Set(words.map(shard))].filter(Boolean).map((name) => read[name] ??= (async () => {
    for (const line of (await fetched(name)).split("\n")) {
      const at = line.indexOf(" "), stem = line.slice(0, at), where = line.slice(at + 1);
      if (where.startsWith("=")) posts.set(stem, where.slice(1));
      else {
        stems.set(stem, where);
        for (const part of where.split(";").slice(1)) forms.set(part.slice(0, part.indexOf(" ")), stem);
      }
    }
  })()));
  const known = (word) => stems.has(word) ? word : forms.get(word) ?? posts.get(word);
  const stemOf = async (word) => {
    await load([word]);
    if (known(word) !== undefined) return known(word);
    for (const some of candidates(word)) {
      await load(some);
      if (forms.has(word)) return forms.get(word);
      for (const one of some) {
        if (known(one) !== undefined) return known(one);
      }
    }
    return "";
  };
  const places = (where, into = new Map()) => {
    for (const place of where.split(" ").filter(Boolean)) {
      const [document, count = "1"] = place.split("*"), number = parseInt(document, 36);
      into.set(number, (into.get(number) ?? 0) + 1 + Math.log(parseInt(count, 36)));
    }
    return into;
  };

  /* A word as a set of forms with their documents: all forms of it, or, in quotation marks, this one. */
  const word = async (key, exact) => {
    const stem = await stemOf(key), found = { forms: new Set(), documents: new Map() };
    if (!stem) return found;
    await load([stem]);
    const [own, ...others] = stems.get(stem).split(";");
    for (const [form, where] of [[stem, own], ...others.map((part) => part.split(/ (.*)/s))]) {
      if (!where || (exact && form !== key)) continue;
      found.forms.add(form);
      places(where, found.documents);
      if (form === key) places(where, found.documents);
    }
    return found;
  };
  const both = (one, other) => new Map([...one].filter(([number]) => other.has(number)).map(([number, value]) => [number, value + other.get(number)]));
  const either = (one, other) => {
    const found = new Map(one);
    for (const [number, value] of other) found.set(number, (found.get(number) ?? 0) + value);
    return found;
  };
  /* A slot of a query is filled in one of some ways; a way is a row of words that follow each other. */
  const row = (words) => ({
    ways: words.length ? [words.map((one) => one.forms)] : [],
    documents: words.map((one) => one.documents).reduce(both, words[0]?.documents ?? new Map()),
    sure: words.length < 2,
  });
  const merged = (one, other) => {
    if (!other.documents.size) return one;
    if (!one.documents.size) return other;
    return { ways: [...one.ways, ...other.ways], documents: either(one.documents, other.documents), sure: one.sure && other.sure };
  };
  const prefixed = (words) => words.reduce((found, one) => {
    if (index.prefixes.includes(found.at(-1))) found.push(found.pop() + one);
    else found.push(one);
    return found;
  }, []);
  const single = async (key, parts) => {
    const found = row([await word(key)]);
    if (parts.length < 2) return found;
    return merged(found, row(await Promise.all(parts.map((part) => word(part)))));
  };
  const loose = async (text) => {
    const parts = new Map(text.split(/\s+/).filter((piece) => piece.includes("\u200c")).map((piece) => [fold(piece), prefixed(split(fold(piece, " ")))]));
    const all = prefixed(split(fold(text)));
    const keys = all.filter((key, at) => !at || !index.loose.includes(key));
    const slots = await Promise.all(keys.map(async (key) => ({ key, ...await single(key, parts.get(key) ?? []) })));
    for (let at = 0; at + 1 < keys.length; at += 1) {
      const whole = row([await word(keys[at] + keys[at + 1])]);
      [slots[at], slots[at + 1]] = [slots[at], slots[at + 1]].map((slot) => ({ ...slot, ...merged(slot, whole) }));
    }
    return slots;
  };
  const phrase = async (text) => {
    const keys = prefixed(split(fold(text)));
    const words = await Promise.all(keys.map((key) => word(key, true)));
    return keys.length ? [{ key: text, ...row(words) }] : [];
  };
  const slotsOf = async (query) => {
    const parts = query.split(/["«»“”„]+/);
    const found = await Promise.all(parts.map((part, at) => at % 2 && at + 1 < parts.length ? phrase(part) : loose(part)));
    return found.flat();
  };

  /* The words of a text with their places; a word that is written apart is a longer one too. */
  const keyed = new Map();
  const keysOf = (text) => {
    if (!keyed.has(text)) keyed.set(text, split(fold(text)));
    return keyed.get(text);
  };
  const tokens = (text) => {
    const raw = [...text.matchAll(/[\p{L}\p{N}\p{M}\u200c]+/gu)];
    const said = raw.map((one) => keysOf(one[0]));
    return raw.map((one, at) => {
      const readings = said[at].map((key) => [key, 1]);
      const next = said[at + 1]?.[0], [own] = said[at];
      if (next && index.prefixes.includes(own)) readings.push([own + next, 2]);
      for (const size of [2, 3]) {
        if (!raw[at + size - 1] || !(size === 3 ? next === "و" : own?.endsWith("و") || next?.startsWith("و"))) continue;
        const last = raw[at + size - 1], whole = keysOf(text.slice(one.index, last.index + last[0].length));
        if (whole.length === 1) readings.push([whole[0], size]);
      }
      return { start: one.index, readings };
    }).map((one, at) => ({ ...one, end: raw[at].index + raw[at][0].length }));
  };
  const ends = (words, at, way, from = 0) => {
    if (from === way.length) return at;
    for (const [key, size] of words[at]?.readings ?? []) {
      const end = way[from].has(key) ? ends(words, at + size, way, from + 1) : 0;
      if (end) return end;
    }
    return 0;
  };
  const hits = (words, slots) => slots.map((slot) => words.flatMap((_, at) => {
    const end = Math.max(0, ...slot.ways.map((way) => ends(words, at, way)));
    return end ? [[at, end]] : [];
  }));
  /* How well a text answers: the slots that it fills, and whether all are near each other. */
  const weighed = (part, slots) => {
    const words = tokens(part[3]), found = hits(words, slots);
    const who = slots.length && part[2] ? hits(tokens(part[2]), slots) : [];
    const value = slots.filter((_, at) => found[at].length || who[at]?.length).length;
    const near = found.every((some) => some.length)
      && found[0].some(([at]) => found.every((some) => some.some(([other]) => Math.abs(other - at) <= NEAR)));
    return { part, words, found, value, near };
  };
  const judged = (document, slots) => {
    const heading = weighed(["", 0, "", `${document.title}\n${document.about}`], slots);
    const parts = document.parts.map((part) => weighed(part, slots));
    const filled = slots.every((_, at) => [heading, ...parts].some((one) => one.found[at].length)
      || parts.some((one) => hits(tokens(one.part[2]), [slots[at]])[0].length));
    return { document, parts, filled, near: slots.length < 2 || [heading, ...parts].some((one) => one.near) };
  };

  const excerpt = ({ part: [, , , text], words, found }) => {
    const line = element("p"), merged = [];
    for (const [from, to] of found.flat().sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
      if (!merged.length || from >= merged.at(-1)[1]) merged.push([from, to]);
    }
    const marks = merged.map(([from, to]) => [words[from].start, words[to - 1].end]), [first] = marks;
    const spaces = [...text.matchAll(/\s+/g)].map((space) => space.index);
    const start = spaces.filter((space) => space < (first?.[0] ?? 0)).at(-AROUND) ?? 0;
    const end = spaces.filter((space) => space > (first?.[1] ?? 0))[AROUND] ?? text.length;
    let at = start;
    line.append(start ? "… " : "");
    for (const [from, to] of marks.filter((mark) => mark[1] <= end)) {
      line.append(text.slice(at, from), element("mark", { textContent: text.slice(from, to) }));
      at = to;
    }
    line.append(text.slice(at, end), end < text.length ? " …" : "");
    return line;
  };
  const link = (href, text) => element("a", { href, textContent: text });
  const turn = (href, one) => {
    const [id, number, who] = one.part;
    const where = element("p", { className: "where" }, who, " ", link(id ? `${href}#${id}` : href, number ? say.turn.replace("{}", digits(number)) : say.open));
    return element("li", {}, excerpt(one), where);
  };
  const result = ({ document: { href, title, about }, parts, near }) => {
    const item = element("li", {}, element("h2", {}, Object.assign(link(href, title), { className: "title" })));
    if (about) item.append(element("p", { className: "meta", textContent: about }));
    if (!near) item.append(element("p", { className: "meta", textContent: say.apart }));
    const close = parts.filter((one) => one.near), best = Math.max(0, ...parts.map(({ value }) => value));
    const chosen = close.length ? close : near ? parts.filter(({ value }) => value && value === best) : parts.filter(({ value }) => value);
    const shown = chosen.map((one) => turn(href, one));
    const hitList = (items) => element("ol", { className: "hits" }, ...items);
    if (shown.length) item.append(hitList(shown.slice(0, TURNS)));
    if (shown.length > TURNS) {
      const summary = element("summary", { textContent: say.further.replace("{}", digits(shown.length - TURNS)) });
      item.append(element("details", {}, summary, hitList(shown.slice(TURNS))));
    }
    return item;
  };

  /* What looks like a word of which the archive has no form: it differs by a letter, or begins alike. */
  const distance = (one, other) => {
    let above = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let at = 1; at <= one.length; at += 1) {
      const row = [at];
      for (let to = 1; to <= other.length; to += 1) {
        row.push(Math.min(above[to] + 1, row[to - 1] + 1, above[to - 1] + (one[at - 1] === other[to - 1] ? 0 : 1)));
      }
      above = row;
    }
    return above.at(-1);
  };
  const alike = async (key) => {
    await load([key]);
    const own = [...stems].map(([stem, where]) => [stem, /^ *;/.test(where) ? where.split(";")[1].split(" ")[0] : stem]);
    const far = ([stem]) => distance(stem, key);
    const near = own.filter((one) => Math.abs(one[0].length - key.length) < 4
      && (far(one) < 2 || (key.length > 3 && one[0].slice(0, 4) === key.slice(0, 4))));
    return near.sort((one, other) => far(one) - far(other)).slice(0, OFFERS).map(([, form]) => form);
  };
  const ask = (query) => `?${new URLSearchParams({ q: query })}`;
  const offer = async (slots) => {
    const lost = slots.filter((slot) => !slot.documents.size), rest = slots.filter((slot) => slot.documents.size);
    const near = (await Promise.all(lost.map((slot) => alike(split(fold(slot.key)).join(""))))).flat();
    const line = (label, queries) => {
      const made = element("p", {}, `${label} `);
      queries.forEach((one, at) => made.append(at ? " · " : "", link(ask(one), one)));
      return made;
    };
    if (lost.length && rest.length) also.append(line(say.without, [rest.map((slot) => slot.key).join(" ")]));
    if (near.length) also.append(line(say.alike, near));
  };

  const switches = [...document.querySelectorAll("a[hreflang][href]")].map((one) => [one, one.getAttribute("href")]);
  const keep = (query) => {
    const others = switches.filter(([one]) => one.pathname.endsWith("/search/index.html"));
    for (const [one, href] of others) one.href = query ? href.replace(/[?#].*|$/, ask(query)) : href;
    return others.map(([one]) => one).filter((one) => one.hreflang !== document.documentElement.lang);
  };
  const elsewhere = (others, query) => {
    for (const one of others) also.append(element("p", {}, Object.assign(link(one.href, `${say.other} ${query}`), { lang: language })));
  };

  let current = 0;
  const search = async (query) => {
    const mine = current += 1, others = keep(query);
    list.replaceChildren();
    also.replaceChildren();
    more.hidden = true;
    status.textContent = query ? say.busy : "";
    main.ariaBusy = Boolean(query);
    if (!query) return;
    try {
      await prepare();
      const slots = await slotsOf(query);
      const rare = slots.map((slot) => Math.log(1 + index.count / (slot.documents.size || 1)));
      const value = (number) => slots.reduce((sum, slot, at) => sum + slot.documents.get(number) * rare[at], 0);
      const all = slots.map((slot) => slot.documents).reduce(both, slots[0]?.documents ?? new Map());
      const numbers = [...all.keys()].sort((one, other) => value(other) - value(one) || one - other);
      const sure = slots.every((slot) => slot.sure);
      const judge = (some) => Promise.all(some.map(async (number) => judged(await fetched(`d${number}`), slots)));
      const looked = slots.length > 1 ? LOOKED : AT_ONCE;
      const ahead = await judge(numbers.slice(0, sure ? looked : MOST));
      let found = sure ? ahead : ahead.filter((one) => one.filled);
      found = [...found.filter((one) => one.near), ...found.filter((one) => !one.near)];
      const rest = numbers.slice(ahead.length), count = sure ? numbers.length : found.length;
      const open = !sure && rest.length > 0;
      let next = 0;
      const show = async () => {
        while (found.length < next + AT_ONCE && rest.length) {
          found.push(...(await judge(rest.splice(0, AT_ONCE))).filter((one) => sure || one.filled));
        }
        if (mine !== current) return;
        const items = found.slice(next, next + AT_ONCE).map(result);
        list.append(...items);
        if (next) items[0]?.querySelector("a").focus();
        next += AT_ONCE;
        more.hidden = next >= found.length && !rest.length;
      };
      await show();
      if (!found.length) await offer(slots);
      if (mine !== current) return;
      if (!found.length) elsewhere(others, query);
      more.onclick = show;
      const said = open ? say.least : count === 1 ? say.one : say.count;
      status.textContent = found.length ? said.replace("{}", digits(count)) : say.none;
    } catch {
      if (mine === current) status.textContent = say.failed;
    }
    if (mine === current) main.ariaBusy = false;
  };
  const asks = () => new URLSearchParams(location.search).get("q")?.trim() ?? "";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", ask(form.q.value.trim()));
    search(form.q.value.trim());
  });
  addEventListener("popstate", () => { form.q.value = asks(); search(asks()); });
  form.q.value = asks();
  prepare().catch(() => {});
  search(asks());
})();
