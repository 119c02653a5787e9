/* For the old address of an interview: it leads to the same turn under the new one. Without this it leads to the interview. */
(() => {
  "use strict";
  const moved = document.querySelector("a[data-moved]");
  if (moved) {
    moved.hash = location.hash;
    location.replace(moved.href);
  }
})();
