// The list: reads itself again at every hint and every few seconds (htmx), keeps the place of the keyboard, counts in the title.
import { look } from "./alerts.js";
import { openChat } from "./chat.js";
import { listen } from "./keys.js";
import { on, out } from "./live.js";

const list = document.getElementById("list");
let focused;

function readList() {
  window.htmx.trigger(list, "read");
}

list.addEventListener("htmx:beforeSwap", () => {
  focused = document.activeElement?.closest(".row-link")?.id;
});
list.addEventListener("htmx:afterSwap", () => {
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  look();
});
list.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 401) {
    out();
  }
});

on("list", readList);
look();
listen();
if (document.body.dataset.chat) {
  openChat(readList);
}
document.body.dataset.ready = "true";
