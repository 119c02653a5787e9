/* The recording at a paragraph: one player, which goes where it is told. */

import { byId, make } from "./dom.js";
import { recording } from "./server.js";
import { say } from "./words.js";

let player = null;
let playing = "";

const source = (interview, play) => (play.url ? play.url : recording(interview, play.file));

/* Play a paragraph from its beginning, or pause it. */
export const toggle = (interview, unit) => {
  if (!unit.play) return;
  const place = `${interview}:${unit.id}`;
  if (player && playing === place) {
    if (player.paused) player.play();
    else player.pause();
    return;
  }
  const address = source(interview, unit.play);
  if (!player || player.dataset.source !== `${interview} ${unit.play.file}${unit.play.url}`) {
    player?.remove();
    player = make(unit.play.video ? "video" : "audio", { controls: true, preload: "auto", src: address });
    player.dataset.source = `${interview} ${unit.play.file}${unit.play.url}`;
    player.setAttribute("aria-label", say("recording"));
    byId("foot").prepend(player);
  }
  playing = place;
  player.currentTime = unit.play.at;
  player.play();
};
