/* The index of one language in the reader's browser: looks words up in its files, and says which documents answer a query and
   in which of their parts. goftogu/search/index.py and goftogu/search/pairs.py tell how the files are written. They are scripts
   that hand their data over, so that the search also works from a memory stick. What is said here of the functions is not sent
   to readers.

   stems, forms, posts, terms: the files of words: each stem with its forms, and each form with its stem; terms with other forms.
   gather: where a form is: documents, and their parts as letters that are read when they are needed.
   meeting: those numbers that are in each of some lists.
   word: all forms of a word or, in quotation marks, this one, and where they are. For two words that are tried as one (only), no
   further file is fetched.
   slot: a slot of a query is filled in one of some ways. A way is a row of words that follow each other; whether they do shows
   only in the text, so until then it is one that may be.
   waysOf: a form as it is in the vocabulary: its words follow each other, also those between its half-spaces.
   following: where two words follow each other: document, part and place in one number. Two lines may have the name of a pair.
   along: where a row of words is; every second pair is enough, for each knows its place.
   phrase: a phrase in its spellings: as it is typed, its half-spaces as blanks, its endings joined.
   says: whether one of some texts has a phrase, since two pairs of words may have the same name.
   expect: fetches what a query needs, while somebody types; a phrase when its quotation marks are closed.
   answers: the documents that fill all slots, those first in which one part may do so.
   differing: how many letters of the longer one of two words are left between those in which both begin and end alike.
   alike: what looks like a word of which the archive has no form: it differs by a letter, or begins alike. */
globalThis.goftogu = (_, value) => { goftogu.held[document.currentScript.src] = value; };
goftogu.held = {};
globalThis.lookup = (base) => {
  "use strict";
  const LONGEST = 6, SLICE = 800, OFFERS = 8, IN_TITLE = 3, FIRST = 35, SIGNS = 92, UNITS = 50_000;
  const asked = {};
  const fetched = (name) => asked[name] ??= new Promise((done, fail) => {
    const script = Object.assign(document.createElement("script"), { src: `${base}${name}.js` });
    script.onload = () => done(goftogu.held[script.src]);
    script.onerror = () => { delete asked[name]; script.remove(); fail(new Error(name)); };
    document.head.append(script);
  });
  const pause = () => new Promise((done) => { setTimeout(done); });

  let index, fold, candidates, shards;
  const split = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const prepare = async () => {
    if (index) return index;
    const found = await fetched("index");
    [fold, candidates, shards] = [folding(found), stemming(found), new Set(found.shards)];
    index = found;
    return index;
  };

  const stems = new Map(), forms = new Map(), posts = new Map(), terms = new Map(), read = new Set();
  const shard = (word) => {
    for (let end = word.length; end >= 0; end -= 1) {
      const prefix = word.slice(0, end);
      if (shards.has(prefix)) return ["w", ...Array.from(prefix, (letter) => letter.codePointAt().toString(16))].join("-");
    }
    return "";
  };
  const parse = (line) => {
    const at = line.indexOf(" "), word = line.slice(0, at), where = line.slice(at + 1);
    if (where.startsWith("=")) posts.set(word, where.slice(1));
    else if (where.startsWith("~")) terms.set(word, where.slice(1).split("|"));
    else {
      stems.set(word, where);
      for (const part of where.split(";").slice(1)) forms.set(part.slice(0, part.indexOf(" ")), word);
    }
  };
  const load = async (words) => {
    const names = [...new Set(words.map(shard))].filter(Boolean);
    const texts = await Promise.all(names.map(fetched));
    for (const [at, name] of names.entries()) {
      if (read.has(name)) continue;
      texts[at].split("\n").forEach(parse);
      read.add(name);
      await pause();
    }
  };
  const known = (word) => stems.has(word) ? word : forms.get(word) ?? posts.get(word);
  const stemOf = async (word, only = false) => {
    await load([word]);
    if (known(word) !== undefined) return known(word);
    for (const all of candidates(word)) {
      const some = only ? all.filter((one) => read.has(shard(one))) : all;
      await load(some);
      if (forms.has(word)) return forms.get(word);
      for (const one of some) {
        if (known(one) !== undefined) return known(one);
      }
    }
    return "";
  };

  const gather = (where, into) => {
    let number = 0;
    for (const [, gap, steps] of where.matchAll(/(\d*)([A-Z+]*[a-z])/g)) {
      number += gap ? Number(gap) : 1;
      if (into.has(number)) into.get(number).push(steps);
      else into.set(number, [steps]);
    }
  };
  const partsOf = (lists = []) => lists.flatMap((steps) => {
    const found = [];
    for (let at = 0, part = -1; at < steps.length; at += 1) {
      const code = steps.charCodeAt(at);
      if (code === 43) part += 26;
      else found.push(part += code & 31);
    }
    return found;
  });
  const marks = new Uint8Array(65_536);
  const meeting = ([first, ...others]) => {
    for (const part of first) marks[part] = 1;
    others.forEach((list, at) => { for (const part of list) if (marks[part] === at + 1) marks[part] = at + 2; });
    const found = [...new Set(first)].filter((part) => marks[part] > others.length);
    for (const part of first) marks[part] = 0;
    return found;
  };

  const word = async (key, exact, only) => {
    const stem = await stemOf(key, only), found = { forms: new Set(), where: new Map() };
    if (!stem) return found;
    await load([stem]);
    const [own, ...others] = stems.get(stem).split(";");
    for (const [form, where] of [[stem, own], ...others.map((part) => part.split(/ (.*)/s))]) {
      if (!where || (exact && form !== key)) continue;
      found.forms.add(form);
      gather(where, found.where);
      if (form === key && !exact) gather(where, found.where);
    }
    return found;
  };
  const heavy = (steps) => 1 + Math.log(steps.length) + (/^a/i.test(steps) ? IN_TITLE : 0);
  const slot = (key, ways, also = []) => {
    const sure = new Map(), maybe = new Map(), weights = new Map();
    const add = (number, weight) => weights.set(number, (weights.get(number) ?? 0) + weight);
    for (const [first, ...others] of ways) {
      for (const [number, lists] of first.where) {
        if (!others.length) {
          sure.set(number, [...sure.get(number) ?? [], ...lists]);
          for (const steps of lists) add(number, heavy(steps));
        } else if (others.every((one) => one.where.has(number))) {
          const parts = meeting([first, ...others].map((one) => partsOf(one.where.get(number))));
          if (parts.length) {
            maybe.set(number, [...maybe.get(number) ?? [], ...parts]);
            add(number, 1 + Math.log(parts.length));
          }
        }
      }
    }
    return { key, also, sure, maybe, weights, ways: ways.map((way) => way.map((one) => one.forms)) };
  };

  const together = (words, joined) => words.reduce((found, one) => {
    if (found.length && joined(found.at(-1), one)) found.push(found.pop() + one);
    else found.push(one);
    return found;
  }, []);
  const prefixed = (words) => together(words, (before) => index.prefixes.includes(before));
  const keysOf = (text) => prefixed(split(fold(text))).filter((key, at) => !at || !index.loose.includes(key));
  const row = (keys, exact, only) => Promise.all(keys.map((key) => word(key, exact, only)));
  const waysOf = async (text) => {
    const both = [keysOf(text), prefixed(split(fold(text, " ")))].filter((keys) => keys.length);
    return Promise.all(both.slice(0, `${both[0]}` === `${both[1]}` ? 1 : 2).map((keys) => row(keys)));
  };
  const spansOf = (keys) => keys.flatMap((_, from) => keys.slice(from, from + LONGEST).map((__, at) => {
    const to = from + at + 1;
    return { from, to, term: fold(keys.slice(from, to).join("")) };
  }));
  const termed = async (keys) => {
    const spans = spansOf(keys).filter((span) => terms.has(span.term)).sort((one, other) => other.to - other.from - one.to + one.from);
    const found = new Map(), taken = new Set();
    for (const { from, to, term } of spans) {
      if (keys.some((_, at) => at >= from && at < to && taken.has(at))) continue;
      const also = terms.get(term), own = await row(keys.slice(from, to));
      const one = slot(keys.slice(from, to).join(" "), [own, ...(await Promise.all(also.map(waysOf))).flat()], also);
      if (!one.weights.size) continue;
      for (let at = from; at < to; at += 1) taken.add(at);
      found.set(from, one);
    }
    return { found, taken };
  };
  const loose = async (text) => {
    const keys = keysOf(text);
    await begin(text);
    const pieces = new Map(text.split(/\s+/).filter((piece) => piece.includes("\u200c")).map((piece) => [fold(piece), prefixed(split(fold(piece, " ")))]));
    const { found, taken } = await termed(keys);
    const wholes = await row(keys.slice(1).map((key, at) => keys[at] + key), false, true);
    const slots = await Promise.all(keys.map(async (key, at) => {
      if (taken.has(at)) return found.get(at);
      const parts = pieces.get(key) ?? [], ways = [[await word(key)]];
      if (parts.length > 1) ways.push(await row(parts));
      return slot(key, [...ways, ...[wholes[at - 1], wholes[at]].filter((one) => one?.forms.size).map((one) => [one])]);
    }));
    return slots.filter(Boolean);
  };
  const crc = (text) => ~new TextEncoder().encode(text).reduce((code, byte) => {
    let rest = code ^ byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 && 0xEDB88320);
    return rest;
  }, -1) >>> 0;
  const following = async (first, second) => {
    const code = crc(`${first} ${second}`), text = await fetched(`p${code % index.pairs}`), found = [];
    const name = [3, 2, 1, 0].map((power) => String.fromCharCode(FIRST + Math.floor(code / index.pairs / SIGNS ** power) % SIGNS));
    const mark = ` ${name.join("")}`, unit = (place) => text.charCodeAt(place) - FIRST;
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      for (let number = 0, place = at + 5; unit(place) >= 0; place += 3) {
        number += unit(place);
        found.push((number * UNITS + unit(place + 1)) * UNITS + unit(place + 2));
      }
    }
    return found;
  };
  const along = async (keys) => {
    const starts = keys.flatMap((_, at) => at % 2 ? [] : Math.min(at, keys.length - 2)), where = new Map();
    const lists = await Promise.all(starts.map(async (at) => (await following(keys[at], keys[at + 1])).map((place) => place - at)));
    const found = lists.sort((one, other) => one.length - other.length).reduce((kept, list) => {
      const held = new Set(kept);
      return list.filter((place) => held.has(place));
    });
    for (const place of found) {
      const part = Math.floor(place / UNITS), number = Math.floor(part / UNITS), rest = part % UNITS;
      where.set(number, [...where.get(number) ?? [], "+".repeat(rest / 26) + String.fromCharCode(97 + rest % 26)]);
    }
    return { where };
  };
  const phrase = async (text) => {
    const typed = prefixed(split(fold(text)));
    const all = [typed, prefixed(split(fold(text, " "))), together(typed, (_, key) => index.loose.includes(key))];
    const rows = [...new Map(all.map((keys) => [`${keys}`, keys])).values()];
    const ways = await Promise.all(rows.map(async (keys) => keys.length > 1 && index.pairs ? [await along(keys)] : row(keys, true)));
    return typed.length ? [{ ...slot(text, ways), ways: rows.map((keys) => keys.map((key) => new Set([key]))), rows }] : [];
  };
  const says = ({ rows }, texts) => texts.some((text) => {
    const said = ` ${prefixed(split(fold(text))).join(" ")} `;
    return rows.some((keys) => said.includes(` ${keys.join(" ")} `));
  });

  const parted = (query, quoted, plain, open = plain) => {
    const parts = query.split(/["«»“”„]+/);
    return Promise.all(parts.map((part, at) => (at % 2 === 0 ? plain : at + 1 < parts.length ? quoted : open)(part)));
  };
  const begin = (text) => {
    const keys = keysOf(text);
    return load([...keys, ...keys.flatMap((key) => candidates(key)[0] ?? []), ...spansOf(keys).map((span) => span.term)]);
  };
  const expect = async (query) => {
    await prepare();
    await parted(query, phrase, begin, () => {});
  };
  const ask = async (query) => {
    await prepare();
    const found = await parted(query, phrase, loose);
    await pause();
    return found.flat();
  };

  const places = (one, number) => ({ sure: partsOf(one.sure.get(number)), maybe: one.maybe.get(number) ?? [] });
  const answers = async (slots, allowed) => {
    const [fewest, ...others] = [...slots].sort((one, other) => one.weights.size - other.weights.size);
    const numbers = fewest ? [...fewest.weights.keys()].filter((number) => others.every((one) => one.weights.has(number))) : [...allowed ?? []].reverse();
    const rare = slots.map((one) => Math.log(1 + index.count / (one.weights.size || 1))), found = [];
    for (let at = 0; at < numbers.length; at += 1) {
      if (at % SLICE === SLICE - 1) await pause();
      const number = numbers[at];
      if (allowed && !allowed.has(number)) continue;
      const value = slots.reduce((sum, one, which) => sum + one.weights.get(number) * rare[which], 0);
      const sure = slots.every((one) => one.sure.has(number));
      let near = true, open = !sure;
      if (slots.length > 1) {
        const held = slots.map((one) => places(one, number));
        near = sure && meeting(held.map((one) => one.sure)).length > 0;
        if (!near && held.some((one) => one.maybe.length)) {
          near = meeting(held.map((one) => [...one.sure, ...one.maybe])).length > 0;
          open ||= near;
        }
      }
      found.push({ number, value, sure, near, open });
    }
    await pause();
    return found.sort((one, other) => other.near - one.near || other.value - one.value || one.number - other.number);
  };

  const differing = (one, other) => {
    const least = Math.min(one.length, other.length);
    let from = 0, to = 0;
    while (from < least && one[from] === other[from]) from += 1;
    while (to < least - from && one.at(-1 - to) === other.at(-1 - to)) to += 1;
    return Math.max(one.length, other.length) - from - to;
  };
  const alike = async (text) => {
    const key = split(fold(text)).join("");
    await load([key]);
    const own = [...stems].map(([stem, where]) => [stem, where.startsWith(";") ? where.slice(1).split(" ")[0] : stem]);
    const near = own.filter(([stem]) => Math.abs(stem.length - key.length) < 4
      && (differing(stem, key) < 2 || (key.length > 3 && stem.slice(0, 4) === key.slice(0, 4))));
    return near.sort(([one], [other]) => differing(one, key) - differing(other, key)).slice(0, OFFERS).map(([, form]) => form);
  };

  return {
    fetched, pause, prepare, expect, ask, places, says, meeting, answers, alike,
    fold: (text) => fold(text), split, isPrefix: (key) => index.prefixes.includes(key),
  };
};
