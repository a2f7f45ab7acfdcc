// Title count, sound and desktop alerts for chats that begin to wait and for answers to me. The last two only when somebody asked for them
// in this browser.
import { announce, say } from "./page.js";
import { markUnread } from "./seen.js";

const list = document.getElementById("list");
const on = (kind) => localStorage.getItem("guanjia.alert." + kind) === "on";
let known;
let answered;
let audio;

function waitingIds() {
  return [...list.querySelectorAll('[data-kind="waiting"] .row-link')].map((row) => row.dataset.id);
}

/** To be called whenever the list was read. */
export function look() {
  const waiting = waitingIds();
  const fresh = known === undefined ? [] : waiting.filter((id) => !known.has(id));
  known = new Set(waiting);
  const unread = markUnread([...list.querySelectorAll('[data-kind="waiting"] .row-link, [data-kind="mine"] .row-link')]);
  const replies = answered === undefined ? [] : unread.filter((id) => heard(id) > (answered.get(id) ?? 0));
  answered = new Map(unread.map((id) => [id, heard(id)]));
  const open = waiting.length + unread.length;
  document.title = (open > 0 ? `(${open}) ` : "") + say("title");
  if (fresh.length > 0) {
    alarm("waiting", fresh[0]);
  } else if (replies.length > 0) {
    alarm("answered", replies[0]);
  }
}

const heard = (id) => Number(document.getElementById("row-" + id).dataset.heard);

function alarm(what, id) {
  announce(say(what));
  beep();
  notify(say(what), id);
}

function beep() {
  if (!on("sound")) {
    return;
  }
  audio ??= new AudioContext();
  audio.resume();
  [0, 0.18].forEach((at, i) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = i === 0 ? 660 : 880;
    volume.gain.setValueAtTime(0.15, audio.currentTime + at);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + at + 0.16);
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + at + 0.17);
  });
}

/** Without a name or a word of the chat: others may see the screen. */
function notify(text, id) {
  if (on("desktop") && globalThis.Notification?.permission === "granted" && document.hidden) {
    const shown = new Notification(text, { body: say("title"), tag: "guanjia-" + id, icon: "/favicon.svg" });
    shown.addEventListener("click", () => {
      window.focus();
      location.href = "/console/chats/" + id;
    });
  }
}

function show(button) {
  button.setAttribute("aria-pressed", String(on(button.dataset.alert)));
}

async function toggle(button) {
  const kind = button.dataset.alert;
  const wanted = !on(kind);
  if (wanted && kind === "desktop" && (await globalThis.Notification?.requestPermission()) !== "granted") {
    announce(say("blocked"));
    button.title = say("blocked");
    return;
  }
  localStorage.setItem("guanjia.alert." + kind, wanted ? "on" : "off");
  show(button);
  if (wanted && kind === "sound") {
    beep();
  }
}

document.querySelectorAll("[data-alert]").forEach((button) => {
  show(button);
  button.addEventListener("click", () => toggle(button));
});
