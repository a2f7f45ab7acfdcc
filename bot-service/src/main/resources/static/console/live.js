// The line to the server: hints when to read again, and a banner while it is broken. What is shown is always read anew, never pushed.
import { say } from "./page.js";

/** The server beats every 5 s. */
const SILENT = 15_000;
const AGAIN = 2_000;

const banner = document.getElementById("banner");
const listeners = { list: [], chat: [] };
let source;
let heardAt = Date.now();
let signedOut = false;

/** Calls back at each hint, and after every reconnection: what was missed meanwhile is read then. */
export function on(name, callback) {
  listeners[name].push(callback);
}

/** The session is over; what was written stays in this browser. */
export function out() {
  signedOut = true;
  source?.close();
  const link = document.createElement("a");
  link.href = "/console/login?next=" + encodeURIComponent(location.pathname);
  link.textContent = say("sign-in");
  banner.replaceChildren(say("out") + " ", link);
  banner.dataset.kind = "out";
  banner.hidden = false;
}

function lost() {
  if (!signedOut) {
    banner.textContent = say("lost");
    banner.dataset.kind = "lost";
    banner.hidden = false;
  }
}

function alive() {
  heardAt = Date.now();
  if (!signedOut) {
    banner.hidden = true;
  }
}

function tell(name) {
  alive();
  listeners[name].forEach((callback) => callback());
}

function connect() {
  source?.close();
  if (signedOut) {
    return;
  }
  const chat = document.body.dataset.chat;
  source = new EventSource("/console/events" + (chat ? "?chat=" + chat : ""));
  source.addEventListener("open", () => {
    tell("list");
    tell("chat");
  });
  source.addEventListener("list", () => tell("list"));
  source.addEventListener("chat", () => tell("chat"));
  source.addEventListener("beat", alive);
  source.addEventListener("out", out);
  source.addEventListener("error", () => {
    lost();
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(connect, AGAIN);
    }
  });
}

connect();
setInterval(() => {
  if (!signedOut && Date.now() - heardAt > SILENT) {
    heardAt = Date.now();
    lost();
    connect();
  }
}, 1_000);
addEventListener("offline", lost);
addEventListener("online", connect);
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", (event) => event.persisted && connect());
