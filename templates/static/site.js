/* Everything works without this file. With it, the old address of an interview leads to the same turn under the new one. */
(() => {
  "use strict";
  const moved = document.querySelector("a[data-moved]");
  if (moved) {
    moved.hash = location.hash;
    location.replace(moved.href);
  }
})();
