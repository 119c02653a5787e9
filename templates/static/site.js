/* Everything works without this file. With it, the switch of languages keeps the turn that is being read. */
(() => {
  "use strict";
  const turns = [...document.querySelectorAll("h3[id]")].reverse();
  const reading = () => turns.find((turn) => turn.getBoundingClientRect().top < innerHeight / 3);
  for (const link of document.querySelectorAll("a[data-keep]")) {
    for (const event of ["pointerdown", "focus"]) {
      link.addEventListener(event, () => { link.hash = reading()?.id ?? ""; });
    }
  }
})();
