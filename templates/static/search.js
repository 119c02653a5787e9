/* The search. It folds what is searched for as goftogu/persian/folding.py folds the texts, with the tables of the index, and
   fetches only the files of words and the documents that it needs. They are scripts that hand their data over, so that
   the search also works from a memory stick. */
(() => {
  "use strict";
  const main = document.querySelector("[data-search]");
  const { language, ...say } = main.dataset;
  const form = main.querySelector("form"), status = main.querySelector("[role=status]"), list = main.querySelector("ol");
  const more = main.querySelector("button[type=button]");
  const digits = (count) => Number(count).toLocaleString(language);
  const AT_ONCE = 6, TURNS = 3, FILES = 40, AROUND = 14;

  const held = {}, asked = {};
  globalThis.goftogu = (name, value) => { held[name] = value; };
  const fetched = (name) => asked[name] ??= new Promise((done, fail) => {
    const script = Object.assign(document.createElement("script"), { src: `${name}.js`, onload: () => done(held[name]) });
    script.onerror = () => { delete asked[name]; script.remove(); fail(new Error(name)); };
    document.head.append(script);
  });

  const letters = /[\p{L}\p{N}]+/gu;
  let index, fold, own, ends;
  const split = (text) => text.match(letters) ?? [];
  const joined = (words) => words.flatMap((word, at) => own.has(word) && words[at + 1] ? [word + words[at + 1]] : []);
  const keys = (text) => {
    const words = split(fold(text));
    return new Set([...words, ...split(fold(text, " ")), ...joined(words)]);
  };

  /* A term matches the words that begin with it, and the other forms of its stems. */
  const term = (key) => {
    const stems = index.endings.filter((end) => key.endsWith(end)).map((end) => key.slice(0, -end.length));
    if (/[او]ی$/.test(key)) stems.push(key.slice(0, -1));
    const long = stems.filter((stem) => stem.length >= 3);
    return { key, stems: long, start: long.reduce((one, other) => other.length < one.length ? other : one, key) };
  };
  const weight = ({ key, stems }, word) => {
    if (word === key) return 4;
    return word.startsWith(key) || stems.some((stem) => word.startsWith(stem) && ends.has(word.slice(stem.length))) ? 2 : 0;
  };
  const terms = (query) => {
    const words = [];
    for (const word of split(fold(query))) {
      if (own.has(words.at(-1))) words.push(words.pop() + word);
      else if (!words.length || !index.endings.includes(word)) words.push(word);
    }
    const long = words.filter((word) => word.length > 1);
    return [...new Set(long.length ? long : words)].map(term);
  };

  /* Which documents have a term, and how well. */
  const found = async (one) => {
    const names = Object.keys(index.shards).filter((prefix) => one.start.startsWith(prefix) || prefix.startsWith(one.start));
    const scores = new Map();
    for (const lines of await Promise.all(names.slice(0, FILES).map((prefix) => fetched(index.shards[prefix])))) {
      for (const line of lines.split("\n")) {
        const [word, ...places] = line.split(" ");
        const good = weight(one, word);
        if (!good) continue;
        for (const place of places) {
          const [document, count = "1"] = place.split("*");
          const number = parseInt(document, 36);
          scores.set(number, (scores.get(number) ?? 0) + good * (1 + Math.log(parseInt(count, 36))));
        }
      }
    }
    return scores;
  };

  /* What nobody wrote as searched for may be two words in the texts, or one. */
  const mended = async (wanted, scores) => {
    const lost = scores.findIndex((score) => !score.size);
    if (lost < 0) return null;
    const key = wanted[lost].key;
    for (const [from, text] of [[lost - 1, wanted[lost - 1]?.key + key], [lost, key + wanted[lost + 1]?.key]]) {
      if (!wanted[from] || !wanted[from + 1]) continue;
      const whole = term(text);
      if ((await found(whole)).size) return [...wanted.slice(0, from), whole, ...wanted.slice(from + 2)];
    }
    for (let at = key.length - 2; at > 1; at -= 1) {
      const parts = [term(key.slice(0, at)), term(key.slice(at))];
      const both = await Promise.all(parts.map(found));
      if (both.every((score) => score.size) && [...both[0].keys()].some((number) => both[1].has(number))) {
        return [...wanted.slice(0, lost), ...parts, ...wanted.slice(lost + 1)];
      }
    }
    return null;
  };
  const ranked = async (wanted, again = true) => {
    const scores = await Promise.all(wanted.map(found));
    const better = again && await mended(wanted, scores);
    if (better) return ranked(better, false);
    const rare = scores.map((score) => Math.log(1 + index.count / (score.size || 1)));
    const both = [...(scores[0]?.keys() ?? [])].filter((number) => scores.every((score) => score.has(number)));
    const value = (number) => scores.reduce((sum, score, at) => sum + score.get(number) * rare[at], 0);
    return { wanted, numbers: both.sort((one, other) => value(other) - value(one) || one - other) };
  };

  /* The words of a text with their places, and which of them are hits. */
  const hits = (text, wanted) => {
    const words = [...text.matchAll(/[\p{L}\p{N}\p{M}\u200c]+/gu)];
    const hit = (said) => [...keys(said)].some((word) => wanted.some((one) => weight(one, word)));
    const single = words.filter((word) => hit(word[0])).map((word) => [word.index, word.index + word[0].length]);
    if (single.length) return single;
    for (let at = 0; at < words.length; at += 1) {
      const last = words[Math.min(at + 2, words.length - 1)], end = last.index + last[0].length;
      if (hit(text.slice(words[at].index, end))) return [[words[at].index, end]];
    }
    return [];
  };
  const excerpt = (text, wanted) => {
    const line = document.createElement("p"), places = hits(text, wanted), [first] = places;
    const spaces = [...text.matchAll(/\s+/g)].map((space) => space.index);
    const start = spaces.filter((space) => space < (first?.[0] ?? 0)).at(-AROUND) ?? 0;
    const end = spaces.filter((space) => space > (first?.[1] ?? 0))[AROUND] ?? text.length;
    let at = start;
    line.append(start ? "… " : "");
    for (const [from, to] of places.filter((place) => place[1] <= end)) {
      line.append(text.slice(at, from), Object.assign(document.createElement("mark"), { textContent: text.slice(from, to) }));
      at = to;
    }
    line.append(text.slice(at, end), end < text.length ? " …" : "");
    return line;
  };
  const link = (href, text) => Object.assign(document.createElement("a"), { href, textContent: text });
  const turn = (href, [id, number, who, text], wanted) => {
    const item = document.createElement("li"), where = document.createElement("p");
    where.className = "where";
    where.append(who, " ", link(id ? `${href}#${id}` : href, number ? say.turn.replace("{}", digits(number)) : say.open));
    item.append(excerpt(text, wanted), where);
    return item;
  };
  const result = (held, wanted) => {
    const item = document.createElement("li"), title = document.createElement("h2");
    title.append(Object.assign(link(held.href, held.title), { className: "title" }));
    item.append(title);
    if (held.about) item.append(Object.assign(document.createElement("p"), { className: "meta", textContent: held.about }));
    const turns = held.parts.map((part) => {
      const words = [...keys(`${part[2]}\n${part[3]}`)];
      const value = wanted.filter((one) => words.some((word) => weight(one, word))).length;
      return { value, part };
    }).filter(({ value }) => value);
    const best = Math.max(0, ...turns.map(({ value }) => value));
    const shown = turns.filter(({ value }) => value === best).map((one) => turn(held.href, one.part, wanted));
    const hitList = (items) => {
      const made = Object.assign(document.createElement("ol"), { className: "hits" });
      made.append(...items);
      return made;
    };
    if (shown.length) item.append(hitList(shown.slice(0, TURNS)));
    if (shown.length > TURNS) {
      const rest = document.createElement("details"), summary = document.createElement("summary");
      summary.textContent = say.further.replace("{}", digits(shown.length - TURNS));
      rest.append(summary, hitList(shown.slice(TURNS)));
      item.append(rest);
    }
    return item;
  };

  let current = 0;
  const search = async (query) => {
    const mine = current += 1;
    list.replaceChildren();
    more.hidden = true;
    status.textContent = query ? say.busy : "";
    main.ariaBusy = Boolean(query);
    if (!query) return;
    try {
      index = await fetched("index");
      [fold, own, ends] = [folding(index), new Set(index.prefixes), new Set(["", ...index.endings, ...index.joined])];
      const { wanted, numbers } = await ranked(terms(query));
      let next = 0;
      const show = async () => {
        const documents = await Promise.all(numbers.slice(next, next + AT_ONCE).map((number) => fetched(`d${number}`)));
        if (mine !== current) return;
        const items = documents.map((held) => result(held, wanted));
        list.append(...items);
        if (next) items[0]?.querySelector("a").focus();
        next += AT_ONCE;
        more.hidden = next >= numbers.length;
      };
      await show();
      if (mine !== current) return;
      more.onclick = show;
      status.textContent = numbers.length ? say.count.replace("{}", digits(numbers.length)) : say.none;
    } catch {
      if (mine === current) status.textContent = say.failed;
    }
    if (mine === current) main.ariaBusy = false;
  };
  const asks = () => new URLSearchParams(location.search).get("q")?.trim() ?? "";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", `?${new URLSearchParams({ q: form.q.value.trim() })}`);
    search(form.q.value.trim());
  });
  addEventListener("popstate", () => { form.q.value = asks(); search(asks()); });
  form.q.value = asks();
  search(asks());
})();
