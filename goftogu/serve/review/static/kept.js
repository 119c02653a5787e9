/* What is typed and decided and not yet saved: kept in this browser, so that neither a closed window nor a server that is
   gone loses it. */

let prefix = "";

export const begin = (archive) => { prefix = `goftogu-${archive}-`; };

const read = (name, usual) => {
  try {
    return JSON.parse(localStorage.getItem(prefix + name)) ?? usual;
  } catch {
    return usual;
  }
};

const write = (name, value) => localStorage.setItem(prefix + name, JSON.stringify(value));

const place = (interview, unit) => `typed-${interview}:${unit}`;

/* What was typed into a paragraph, and the version, the original and the translation that were there then. */
export const typed = (interview, unit) => read(place(interview, unit), null);
export const keep = (interview, unit, value) => write(place(interview, unit), value);
export const drop = (interview, unit) => localStorage.removeItem(prefix + place(interview, unit));

/* Decisions on their way to the server. Each has a key of its own, so that windows do not overwrite each other's. */
const SENT = "sent-";
export const decisions = () =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix + SENT))
    .sort()
    .map((key) => read(key.slice(prefix.length), null))
    .filter(Boolean);
export const decide = (decision) => write(SENT + decision.id, decision);
export const decided = (decision) => localStorage.removeItem(prefix + SENT + decision.id);

export const name = () => read("by", "");
export const call = (value) => write("by", value);
