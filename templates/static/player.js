/* The player of an interview with recordings. Without it the browser's own controls play, and every time is a link. */
(() => {
  "use strict";
  const bar = document.querySelector(".player"), media = [...document.querySelectorAll("[data-offset]")];
  const [play, extra, range, shown, speed, follow] =
    [".play", ".extra", "[type=range]", "output", "select", "[type=checkbox]"].map((one) => bar.querySelector(one));
  const name = `goftogu:${location.pathname.split("/").pop()}`;
  const turns = [...document.querySelectorAll(":is(.turn, .pair) [data-at]")];
  const offset = (one) => +one.dataset.offset;
  let current = media[0], spoken, kept = 0;
  const now = () => current.currentTime + offset(current);

  const clock = (seconds) => {
    const text = new Date(seconds * 1e3).toISOString().slice(11, 19).replace(/^0/, "");
    return document.dir === "rtl" ? text.replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[digit]) : text;
  };
  const stored = (act) => { try { return act(localStorage); } catch { return ""; } };
  const keep = () => {
    kept = current.currentTime;
    stored((store) => store.setItem(name, `${now()} ${speed.value}`));
  };
  const mark = (time) => {
    const turn = turns.findLast((link) => link.dataset.at <= time)?.closest(".turn, .pair");
    if (turn === spoken) return;
    spoken?.toggleAttribute("data-spoken");
    (spoken = turn)?.toggleAttribute("data-spoken");
    if (follow.checked) turn?.scrollIntoView({ block: "center" });
  };
  const show = () => {
    const place = current.currentTime, length = current.duration || current.dataset.seconds;
    range.max = length;
    range.value = place;
    range.ariaValueText = clock(place);
    shown.value = current.error ? bar.dataset.failed : clock(place) + (isFinite(length) && length > 0 ? ` / ${clock(length)}` : "");
    play.dataset.on = !current.paused;
    if (place || !current.paused) mark(now());
  };
  const start = () => current.play().catch(show);
  const toggle = () => current.paused ? start() : current.pause();
  const at = (time) => {
    const from = offset(media.findLast((one) => offset(one) <= time) ?? media[0]);
    if (from !== offset(current)) current.pause(), current = media.find((one) => offset(one) === from);
    current.currentTime = Math.max(0, time - from);
    show();
  };
  const by = (seconds) => at(now() + seconds);

  const plain = (event) => !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  const on = (thing, act, ...events) => events.forEach((event) => thing.addEventListener(event, act));
  for (const one of media) {
    one.hidden = one.matches("audio");
    on(one, () => {
      media.forEach((other) => other === one || other.pause());
      current = one;
    }, "play");
    on(one, () => {
      if (one !== current) return;
      show();
      if (one.paused || Math.abs(one.currentTime - kept) > 5) keep();
    }, "play", "pause", "durationchange", "timeupdate", "error");
    on(one, () => {
      const next = media.find((other) => offset(other) > offset(one));
      if (next) at(offset(next)), start();
    }, "ended");
  }
  on(document, (event) => {
    const thing = event.target.closest("[data-at], [data-by]"), say = thing?.dataset;
    if (!thing || !plain(event)) return;
    event.preventDefault();
    if (say.by) return by(+say.by);
    at(+say.at);
    start();
  }, "click");
  on(document, (event) => {
    const act = { KeyK: toggle, KeyJ: () => by(-10), KeyL: () => by(10) }[event.code];
    if (plain(event) && event.target.closest(".player, .recordings, .time")) act?.();
  }, "keydown");
  on(play, toggle, "click");
  on(extra, () => { extra.ariaExpanded = extra.ariaExpanded !== "true"; }, "click");
  on(range, () => at(+range.value + offset(current)), "input");
  const quicken = () => media.forEach((one) => { one.playbackRate = one.defaultPlaybackRate = speed.value; });
  on(speed, () => { quicken(); keep(); }, "change");

  bar.hidden = false;
  const [time, rate] = stored((store) => store.getItem(name))?.split(" ") ?? [];
  speed.value = rate || 1;
  quicken();
  at(+time || offset(media[0]));
})();
