/* Everything works without this file. With it, the old address of an interview leads to the same turn under the new one, and
   citations are copied and shared where the browser can. */
(() => {
  "use strict";
  const moved = document.querySelector("a[data-moved]");
  if (moved) {
    moved.hash = location.hash;
    location.replace(moved.href);
  }
  const article = document.querySelector("article[data-before]");
  if (!article) return;
  const say = article.dataset;
  const address = (document.querySelector("link[rel=canonical]")?.href ?? location.href).split("#")[0];
  const button = (words, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    made.addEventListener("click", () => act(made));
    return made;
  };
  const buttons = (place, citation, title, url) => {
    if (navigator.clipboard) {
      place.append(button(say.copy, (own) => navigator.clipboard.writeText(citation).then(() => { own.textContent = say.copied; })));
    }
    if (navigator.share) place.append(button(say.share, () => navigator.share({ title, text: citation, url }).catch(() => {})));
  };
  const prefill = (link, turn) => link.addEventListener("click", () => {
    link.href += encodeURIComponent(`> ${turn.innerText.trim().slice(0, 500)}`);
  }, { once: true });
  const serve = (heading) => {
    const turn = heading?.parentElement;
    if (!turn?.matches(".turn, .pair") || turn.dataset.served) return;
    turn.dataset.served = "yes";
    const place = turn.querySelector(".actions") ?? Object.assign(document.createElement("p"), { className: "actions" });
    turn.append(place);
    const number = say.turn.replace("{}", turn.querySelector(".tools a").textContent);
    const words = [say.before, number, turn.querySelector(".tools .time")?.textContent, place.dataset.quoted ?? say.quoted, say.after].filter(Boolean).join(say.comma);
    const url = `${address}#${heading.id}`;
    for (const link of place.querySelectorAll("[data-mend]")) prefill(link, turn.querySelector(".speech, div"));
    buttons(place, `${words}. ${url}`, document.title, url);
  };
  const linked = () => serve(document.getElementById(decodeURIComponent(location.hash.slice(1))));
  addEventListener("hashchange", linked);
  linked();
  const whole = document.querySelector(".citation");
  const place = document.createElement("p");
  buttons(place, whole.textContent.includes(address) ? whole.textContent : `${whole.textContent} ${address}`, document.title, address);
  whole.after(place);
})();
