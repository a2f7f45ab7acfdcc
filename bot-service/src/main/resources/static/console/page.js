// What every page of staff has: theme switch, help sheet, words for scripts.

/** Sentences of the page's language; fields in braces are filled. */
const sentences = JSON.parse(document.body.dataset.words ?? "{}");

export function say(key, fields = {}) {
  return (sentences[key] ?? key).replace(/\{(\w+)}/g, (whole, name) => fields[name] ?? whole);
}

/** Where a person is writing, keys are words. */
export function isWriting(event) {
  return event.isComposing || event.target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** The newest token that posts must carry: a page that lay open gets it with the list. */
export function csrf() {
  return (
    document.querySelector("#list [data-csrf]")?.dataset.csrf ?? document.querySelector("meta[name=csrf]").content
  );
}

/** Posts JSON. Resolves to {status, message}; status 0 means that nobody knows whether it arrived. */
export async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-TOKEN": csrf() },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    const json = answer.headers.get("Content-Type")?.includes("json") && text ? JSON.parse(text) : {};
    return { status: answer.status, message: json.message ?? "" };
  } catch {
    return { status: 0, message: "" };
  }
}

export function announce(text) {
  const told = document.getElementById("told");
  if (told) {
    told.textContent = text;
  }
}

const help = document.getElementById("help");

export function showHelp() {
  help?.showModal();
}

document.querySelector("[data-help]")?.addEventListener("click", showHelp);
document.querySelector("[data-theme]")?.addEventListener("click", () => {
  const next = document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark";
  localStorage.setItem("guanjia.theme", next);
  document.documentElement.dataset.bsTheme = next;
});
document.addEventListener("click", (event) => {
  const menu = document.querySelector("details.account[open]");
  if (menu && !menu.contains(event.target)) {
    menu.open = false;
  }
});
