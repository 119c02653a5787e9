/* What the forms of an English word have in common, by the English stemmer of Snowball 3.1 (snowballstem.org), as the
   program has it from its Python package. A test compares the two.

   stemming: what may be left of a word without what its language puts to it, in the order of goftogu/search/stemming.py: first
   what its kind of ending suggests. The tables are those of goftogu/persian/endings.py. */
globalThis.stemmed = (() => {
  "use strict";
  const EXCEPTIONS = {
    andes: "andes", atlas: "atlas", bias: "bias", cosmos: "cosmos", early: "earli", gently: "gentl", howe: "howe",
    idly: "idl", news: "news", only: "onli", singly: "singl", skies: "sky", skis: "ski", sky: "sky", ugly: "ugli",
  };
  const SECOND = {
    anci: "ance", enci: "ence", ogi: "og", li: "", bli: "ble", abli: "able", alli: "al", fulli: "ful", lessli: "less",
    ousli: "ous", entli: "ent", aliti: "al", biliti: "ble", iviti: "ive", tional: "tion", ational: "ate", alism: "al",
    ation: "ate", ization: "ize", izer: "ize", ator: "ate", iveness: "ive", fulness: "ful", ousness: "ous", ogist: "og",
  };
  const THIRD = {
    icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", tional: "tion", ational: "ate", ful: "", ness: "",
  };
  const FOURTH = /(?:ic|[ae]nce|[ai]ble|ate|ive|ize|iti|al|ism|ion|er|ous|ant|e?ment|ent)$/;
  const pattern = (table) => new RegExp(`(?:${Object.keys(table).join("|")})$`);
  const [second, third] = [pattern(SECOND), pattern(THIRD)];
  const VOWEL = /[aeiouy]/;
  const short = (word) => /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/.test(word);
  const after = (word, from) => {
    const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return found ? from + found.index + 2 : word.length;
  };

  const plural = (word) => {
    if (word.endsWith("sses")) return word.slice(0, -2);
    if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
    return /[^us]s$/.test(word) && VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
  };
  const past = (word, first) => {
    const [ending] = /(?:eedly|ingly|edly|eed|ing|ed)$/.exec(word) ?? [];
    if (!ending) return word;
    const rest = word.slice(0, -ending.length);
    if (ending.startsWith("ee")) return rest.length < first || /^(?:succ|proc|exc)$/.test(rest) ? word : `${rest}ee`;
    if (ending === "ing" && /^[^aeiouy]y$/.test(rest)) return `${rest[0]}ie`;
    if (ending === "ing" && /^(?:even|cann|inn|earr|herr|out)$/.test(rest)) return word;
    if (!VOWEL.test(rest)) return word;
    if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
    if (/([bdfgmnprt])\1$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
    return rest.length === first && short(rest) ? `${rest}e` : rest;
  };
  const replaced = (word, ending, table, first, next) => {
    const [found] = ending.exec(word) ?? [], rest = found && word.slice(0, -found.length);
    if (!found || rest.length < first) return word;
    if (found === "li" && !/[cdeghkmnrt]$/.test(rest)) return word;
    if ((found === "ogi" && !rest.endsWith("l")) || (found === "ative" && rest.length < next)) return word;
    return rest + table[found];
  };
  const last = (word, first, next) => {
    const rest = word.slice(0, -1);
    if (word.endsWith("e")) return rest.length >= next || (rest.length >= first && !short(rest)) ? rest : word;
    return word.endsWith("ll") && rest.length >= next ? rest : word;
  };

  return (given) => {
    if (Object.hasOwn(EXCEPTIONS, given)) return EXCEPTIONS[given];
    if (given.length < 3) return given;
    let word = given.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
    const [start] = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/.exec(word) ?? [];
    const first = start ? start.length : after(word, 0), next = after(word, first);
    word = past(plural(word), first).replace(/(.[^aeiouy])[yY]$/, "$1i");
    word = replaced(word, second, SECOND, first, next);
    word = replaced(word, third, THIRD, first, next);
    const [ending] = FOURTH.exec(word) ?? [];
    const rest = ending && word.slice(0, -ending.length);
    if (ending && rest.length >= next && (ending !== "ion" || /[st]$/.test(rest))) word = rest;
    return last(word, first, next).replaceAll("Y", "y");
  };
})();

globalThis.stemming = (tables) => {
  "use strict";
  const inner = new RegExp(tables.inner, "u"), lasts = {};
  for (const ending of tables.endings) (lasts[ending[0].at(-1)] ??= []).push(ending);
  const nouns = (word) => (lasts[word.at(-1)] ?? [])
    .filter(([ending, least]) => word.length >= least + ending.length && word.endsWith(ending))
    .map(([ending, , instead]) => word.slice(0, -ending.length) + instead);
  const cut = (text, endings, least, mark) => endings
    .filter((ending) => text.endsWith(ending) && text.length >= ending.length + least)
    .map((ending) => text.slice(0, text.length - ending.length) + mark);
  const verbs = (given) => {
    const word = given.replace(inner, "می$1");
    const prefixes = [...tables.prefixes, "ن", "ب", ""].filter((prefix) => word.startsWith(prefix));
    return prefixes.flatMap((prefix) => {
      const rest = word.slice(prefix.length), one = prefix.length === 1, rests = [rest];
      if (!one && rest.startsWith("ا")) rests.push(`آ${rest.slice(1)}`);
      if (one && rest.startsWith("یا")) rests.push(`آ${rest.slice(2)}`);
      if (one && rest.startsWith("ی")) rests.push(`ا${rest.slice(1).replace(/^ا/, "")}`);
      return rests.flatMap((text) => [
        ...(prefix === "ب" ? [] : cut(text, tables.past, 2, "<")),
        ...cut(text, one ? [...tables.present, ""] : tables.present, 1, ">"),
      ]);
    });
  };
  return (word) => {
    if (/^[\x00-\x7f]*$/.test(word)) return [[stemmed(word)]];
    const both = [nouns(word), verbs(word)];
    return tables.prefixes.some((prefix) => word.startsWith(prefix)) ? both.reverse() : both;
  };
};
