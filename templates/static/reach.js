/* What stays in reach on the pages of an interview. Without this the bar stays, too; with it the bar says which turn is read and
   marks it in the contents, and the switch of languages leads to that turn. It also brings the script that quotes. */
(() => {
  "use strict";
  const bar = document.querySelector(".reach"), toc = bar.querySelector(".toc");
  const panel = toc.lastElementChild, at = toc.querySelector("[data-at]");
  const turns = [...document.querySelectorAll(":is(.turn, .pair) > h3[id]")];
  const places = new Map(turns.map((turn, place) => [turn.id, place]));
  const target = (link) => places.get(decodeURIComponent(link.hash.slice(1)));
  const links = [...panel.querySelectorAll("a")].filter((link) => places.has(decodeURIComponent(link.hash.slice(1))));
  const beside = matchMedia("(min-width: 64rem)"), laid = () => beside.matches && "beside" in toc.dataset;
  const inView = new Set();
  let now = -1;

  const reveal = () => {
    const marked = panel.querySelector("[aria-current]")?.getBoundingClientRect(), frame = panel.getBoundingClientRect();
    if (marked && (marked.top < frame.top || marked.bottom > frame.bottom)) panel.scrollTop += marked.top - frame.top - frame.height / 3;
  };
  const mark = () => {
    const place = Math.min(...inView);
    if (place === now || !inView.size) return;
    now = place;
    at.textContent = at.dataset.at.replace("{}", (now + 1).toLocaleString(document.documentElement.lang));
    for (const link of bar.querySelectorAll(".languages a")) link.hash = turns[now].id;
    const begun = Math.max(...links.map(target).filter((one) => one <= now));
    for (const link of links) link.ariaCurrent = target(link) === begun ? "true" : null;
    reveal();
  };
  // The turn that is read is the first one with a line below the bar: the margin is the bar, and room above a target.
  const watch = new IntersectionObserver((seen) => {
    for (const { target: turn, isIntersecting } of seen) {
      inView[isIntersecting ? "add" : "delete"](places.get(turn.querySelector("h3").id));
    }
    mark();
  }, { rootMargin: "-96px 0px 0px" });
  for (const turn of turns) watch.observe(turn.parentElement);

  const close = () => { if (!laid()) toc.open = false; };
  const lay = () => { toc.open = laid(); };
  lay();
  beside.addEventListener("change", lay);
  toc.addEventListener("toggle", reveal);
  toc.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !toc.contains(relatedTarget)) close(); });
  document.addEventListener("click", ({ target: thing }) => { if (!toc.contains(thing) || thing.closest("a")) close(); });
  toc.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || laid()) return;
    close();
    toc.firstElementChild.focus();
  });

  // What quotes and cites comes at the first sign of a hand, or at once where a turn is linked to.
  const signs = ["pointermove", "pointerdown", "keydown", "focusin", "scroll", "selectionchange", "beforeprint"];
  const quote = () => {
    for (const sign of signs) removeEventListener(sign, quote, true);
    const script = document.createElement("script");
    script.src = document.querySelector("[data-quotes]").dataset.quotes;
    document.head.append(script);
  };
  if (location.hash) quote();
  else for (const sign of signs) addEventListener(sign, quote, { capture: true, passive: true });
})();
