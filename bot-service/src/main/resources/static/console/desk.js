// The list: reads itself again at every hint and every few seconds (htmx), keeps the place of the keyboard, counts in the title.
import { look } from "./alerts.js";
import { openChat } from "./chat.js";
import { listen } from "./keys.js";
import { on, out } from "./live.js";
import { say } from "./page.js";

const list = document.getElementById("list");
let focused;

function readList() {
  window.htmx.trigger(list, "read");
}

/** Whoever looks can tell a quiet desk from a broken one. */
function showReadAt() {
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hourCycle: "h23" });
  document.getElementById("read-at").textContent = say("read", { time });
}

list.addEventListener("htmx:beforeSwap", () => {
  focused = document.activeElement?.closest(".row-link")?.id;
});
list.addEventListener("htmx:afterSwap", () => {
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  look();
  showReadAt();
});
list.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 401) {
    out();
  }
});

on("list", readList);
showReadAt();
if (document.body.dataset.chat) {
  openChat(readList);
}
look();
listen();
list.querySelector(".row-link[aria-current]")?.scrollIntoView({ block: "nearest" });
document.body.dataset.ready = "true";
