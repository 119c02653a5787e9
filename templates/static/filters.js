/* By what the results of a search are narrowed. The page of the search fetches it when a reader opens the filters. Each choice
   knows the numbers of the interviews that have it: the first, and how far each is from the one before. */
goftogu("filters", (fold, facets, fields) => {
  "use strict";
  const { person, topic, from, to } = fields;
  const option = (given) => Object.assign(document.createElement("option"), given);
  topic.append(...facets.topics.map(([value, textContent]) => option({ value, textContent })));
  person.list.append(...facets.people.map(([, value]) => option({ value })));
  topic.closest("p").hidden = !facets.topics.length;
  person.closest("p").hidden = !facets.people.length;
  const numbersOf = (gaps) => {
    let number = 0;
    return gaps.map((gap) => (number += gap));
  };
  const taken = (choices) => new Set(choices.flatMap(([, , gaps]) => numbersOf(gaps)));
  const yearOf = (field) => parseInt(fold(field.value), 10) || 0;
  const named = (text) => {
    const whole = facets.people.filter(([, label]) => fold(label) === text);
    return taken(whole.length ? whole : facets.people.filter(([, label]) => fold(label).includes(text)));
  };
  /* The interviews that are left, by their numbers. */
  return () => {
    const sets = [], name = fold(person.value), first = yearOf(from), last = yearOf(to);
    if (name) sets.push(named(name));
    if (topic.value) sets.push(taken(facets.topics.filter(([id]) => id === topic.value)));
    const inYears = (year) => !(first || last) || (year && year >= first && year <= (last || year));
    const left = facets.years.flatMap((year, number) => inYears(year) ? [number] : []);
    return new Set(left.filter((number) => sets.every((set) => set.has(number))));
  };
});
