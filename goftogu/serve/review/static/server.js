/* Speaks with the server. The token comes behind the # of the address and is kept for all windows of this browser. */

const KEY = "goftogu-token";

const take = () => {
  const given = location.hash.slice(1);
  if (!/^[\w-]{20,}$/.test(given)) return false;
  localStorage.setItem(KEY, given);
  history.replaceState(null, "", location.pathname + location.search);
  return true;
};
take();
addEventListener("hashchange", () => { if (take()) location.reload(); });

const token = () => localStorage.getItem(KEY) ?? "";

/* Return status and value of an answer; the status is 0 when the server does not answer. */
const ask = async (path, options = {}) => {
  try {
    const answer = await fetch(path, { ...options, headers: { ...options.headers, "X-Goftogu-Token": token() } });
    const isJson = answer.headers.get("Content-Type") === "application/json";
    return { status: answer.status, value: isJson ? await answer.json() : null };
  } catch {
    return { status: 0, value: null };
  }
};

export const get = (name, query = {}) => ask(`/api/${name}?${new URLSearchParams(query)}`);

export const post = (name, value) =>
  ask(`/api/${name}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });

export const recording = (interview, file) => `/media?${new URLSearchParams({ interview, file, token: token() })}`;

export const sleep = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

/* Hand over what happens, for ever; `reach` hears the status of every answer. */
export const listen = async (from, hear, reach) => {
  let after = from;
  for (;;) {
    const { status, value } = await get("news", { after });
    reach(status);
    if (status === 200) after = value.number;
    if (status === 200 && !value.events.some((event) => event.kind === "end")) hear(value.events);
    else await sleep(500);
  }
};
