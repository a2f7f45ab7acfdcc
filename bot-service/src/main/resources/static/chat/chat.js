// The resident's chat page: puts feed, queue and view together. No framework, no build step.
import { openFeed } from "./feed.js";
import { openQueue } from "./queue.js";
import { openView } from "./view.js";

const LONGEST = 2000;
const COUNTED_FROM = 1800;

const page = document.body.dataset;
const words = JSON.parse(page.words);
const estate = page.estate ?? ""; // none: the bot asks for it
const language = document.documentElement.lang;
const say = (key, ...parts) => parts.reduce((text, part, i) => text.replaceAll(`{${i}}`, part), words[key] ?? key);
const byId = (id) => document.getElementById(id);
const length = (text) => [...text].length;

const input = byId("say");
const address = (path) => `${path}?estate=${encodeURIComponent(estate)}`;
const view = openView({ say, page, language, onPress: (key) => queue.add({ press: key.token, label: key.label }), onSuggest: send });

const queue = openQueue({
  name: `guanjia.chat.${estate}`,
  post,
  onAdded: view.pending,
  onChanged: view.pendingChanged,
  onTaken: view.pendingTaken,
  onRefused: view.tell,
});
view.onAgain(queue.again);
view.onDrop(queue.drop);

const feed = openFeed({
  address: address("/chat/events"),
  onLine: (line) => {
    if (line.clientId) queue.taken(line.clientId);
    view.line(line);
  },
  onDraft: view.draft,
  onCaughtUp: view.caughtUp,
  onState: (state) => {
    view.state(state);
    if (state === "online") queue.poke();
  },
});

/** @returns {Promise<{status: number, message: string}>} status 0: nobody answered */
async function post(item) {
  try {
    const response = await fetch(address("/chat/messages"), {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Guanjia-Chat": "1" },
      body: JSON.stringify({ clientId: item.clientId, text: item.text, press: item.press, lang: language }),
    });
    if (response.status === 401) return renewSession();
    const answer = await response.json().catch(() => ({}));
    return { status: response.status, message: answer.message ?? "" };
  } catch {
    return { status: 0, message: "" };
  }
}

/** The cookie is gone: the page brings a new one. Where cookies are forbidden a reload would change nothing. */
function renewSession() {
  if (sessionStorage.getItem("guanjia.chat.reloaded")) {
    view.banner(say("cookies"));
    return { status: 503, message: "" };
  }
  sessionStorage.setItem("guanjia.chat.reloaded", "1");
  location.reload();
  return { status: 0, message: "" };
}

function send(text) {
  const trimmed = text.trim();
  if (trimmed && length(trimmed) <= LONGEST) queue.add({ text: trimmed });
}

function submit() {
  const text = input.value;
  if (!text.trim()) return;
  if (length(text.trim()) > LONGEST) {
    view.tell(say("toolong"));
    input.setAttribute("aria-invalid", "true");
    return;
  }
  send(text);
  input.value = "";
  changed();
  input.focus();
}

/** Grows with the text, keeps the draft and counts what is left. */
function changed() {
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight, 160)}px`;
  const count = length(input.value.trim());
  const counter = byId("count");
  counter.hidden = count < COUNTED_FROM;
  counter.textContent = count > LONGEST ? say("toolong") : say("count", LONGEST - count);
  counter.classList.toggle("over", count > LONGEST);
  byId("send").disabled = count === 0;
  if (count <= LONGEST) input.removeAttribute("aria-invalid");
  keepDraft(input.value);
}

function keepDraft(text) {
  try {
    sessionStorage.setItem(`guanjia.draft.${estate}`, text);
  } catch {
    // a browser without storage only loses the draft
  }
}

function readDraft() {
  try {
    return sessionStorage.getItem(`guanjia.draft.${estate}`) ?? "";
  } catch {
    return "";
  }
}

byId("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
input.addEventListener("input", changed);
input.addEventListener("keydown", (event) => {
  // 229: an input method is still composing; Enter then chooses a word
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  submit();
});
const refusePicture = (event, files) => {
  if (![...(files ?? [])].length) return;
  event.preventDefault();
  view.tell(say("picture"));
};
document.addEventListener("paste", (event) => refusePicture(event, event.clipboardData?.files));
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => refusePicture(event, event.dataTransfer?.files));

input.value = readDraft();
changed();
queue.start();
feed.start();
if (matchMedia("(pointer: fine)").matches) input.focus({ preventScroll: true });
