/* What differs between two texts, word by word: the longest common subsequence of their words. */

import { direction, make } from "./dom.js";

const MOST = 4e6;

const pieces = (text) => text.match(/\s+|[^\s]+/g) ?? [];

const table = (one, other) => {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = one[i] === other[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
};

/* Return the pieces of both texts as [kind, text], the kind being "same", "del" or "ins". */
export const compare = (before, after) => {
  const [one, other] = [pieces(before), pieces(after)];
  if (one.length * other.length > MOST) return [["del", before], ["ins", after]];
  const lengths = table(one, other);
  const found = [];
  const add = (kind, text) => {
    if (found.at(-1)?.[0] === kind) found.at(-1)[1] += text;
    else found.push([kind, text]);
  };
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      add("same", one[i]);
      i += 1;
      j += 1;
    } else if (j >= other.length || (i < one.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      add("del", one[i]);
      i += 1;
    } else {
      add("ins", other[j]);
      j += 1;
    }
  }
  return found;
};

export const shown = (before, after, language) =>
  make("p", { className: "difference", lang: language, dir: direction(language) },
    compare(before, after).map(([kind, text]) => (kind === "same" ? text : make(kind, {}, text))));
