// Everything by keyboard. No shortcut fires while somebody writes or composes Chinese.
import { isWriting, showHelp } from "./page.js";

const rows = () => [...document.querySelectorAll(".row-link")];

function move(step) {
  const all = rows();
  const here = all.indexOf(document.activeElement?.closest(".row-link"));
  const open = all.findIndex((row) => row.getAttribute("aria-current") === "true");
  const from = here >= 0 ? here : open >= 0 ? open : step > 0 ? -1 : all.length;
  const next = all[Math.min(all.length - 1, Math.max(0, from + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const press = (id) => document.getElementById(id)?.click();

const shortcuts = {
  j: () => move(1),
  ArrowDown: () => move(1),
  k: () => move(-1),
  ArrowUp: () => move(-1),
  t: () => press("take"),
  r: () => document.getElementById("reply")?.focus(),
  h: () => press("hand-back"),
  "?": showHelp,
  Escape: () => (document.activeElement?.closest(".row-link") ? undefined : document.getElementById("list").focus()),
};

/** Arrows scroll where something scrolls. */
function scrolls(event) {
  return event.key.startsWith("Arrow") && event.target.closest("#scroll") !== null;
}

export function listen() {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
      return;
    }
    if (isWriting(event)) {
      if (event.key === "Escape") {
        event.target.blur();
        document.getElementById("list").focus();
      }
      return;
    }
    const act = shortcuts[event.key];
    if (act && !scrolls(event)) {
      event.preventDefault();
      act();
    }
  });
}
