/* One key for all the spellings of a word: goftogu/persian/folding.py in the reader's browser, with the tables of the index. */
globalThis.folding = (tables) => {
  "use strict";
  const rules = (pairs) => pairs.map(([pattern, by]) => [new RegExp(pattern, "gu"), by]);
  const applied = (text, pairs) => pairs.reduce((changed, [pattern, by]) => changed.replace(pattern, by), text);
  const base = (run) => [...run.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "")];
  const changed = (table) => (sign) => table[sign] ?? sign;
  const foreign = (run) => base(run).map(changed(tables.foreign)).join("");
  const [before, after] = [rules(tables.before), rules(tables.after)];
  return (text, joint = "") => {
    const letters = text.normalize("NFKC").toLowerCase().replaceAll("ی\u0654", "ئ");
    const plain = Array.from(letters, changed(tables.letters)).join("").replace(/[^\x00-\x7f\u0600-\u06ff\u200c]+/gu, foreign);
    return applied(applied(plain, before).replaceAll("\u200c", joint).trim(), after);
  };
};
