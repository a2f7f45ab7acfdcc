// One chat: its lines, kept up to date; taking and handing back; the reply with its draft.
import { look } from "./alerts.js";
import { announce, post, say } from "./page.js";
import { on, out } from "./live.js";
import { see } from "./seen.js";
import { Unsent } from "./unsent.js";

/** Without a hint the lines are read again so often; deliveries made by another process are only seen then. */
const REREAD = 5_000;
/** So many of the last lines may still change their state. */
const CHANGING = 40;

const id = document.body.dataset.chat;
const path = "/console/chats/" + id;
const element = (name) => document.getElementById(name);
let readList = () => {};
let shownHead = "";
let reading = null;
let following = null;

export function openChat(readListAgain) {
  readList = readListAgain;
  const unsent = new Unsent(document.body.dataset.staff, id, send);
  see(id, lastSeq());
  toEnd();
  showHead();
  listenToHead();
  listenToReply(unsent);
  on("chat", readNews);
  document.addEventListener("visibilitychange", seeAll);
  setInterval(readNews, REREAD);
  if (element("chat-head").dataset.mine === "true") {
    element("reply").focus();
  }
}

/** The list is marked before it is read again. */
function seeAll() {
  see(id, lastSeq());
  look();
}

function lastSeq() {
  return Number(element("lines").lastElementChild?.dataset.seq ?? 0);
}

/** From the first line whose fate may still change. */
function after() {
  const open = [...element("lines").children].slice(-CHANGING).find((line) => line.dataset.open);
  return open ? Number(open.dataset.seq) - 1 : lastSeq();
}

/** One reading at a time; whoever asks meanwhile gets the one after it, since that which runs may show what was before. */
function readNews() {
  if (reading) {
    following ??= reading.then(() => {
      following = null;
      return readNews();
    });
    return following;
  }
  reading = readOnce().finally(() => (reading = null));
  return reading;
}

async function readOnce() {
  try {
    const answer = await fetch(path + "/news?after=" + after(), { headers: { "HX-Request": "true" } });
    if (answer.status === 401) {
      out();
    } else if (answer.ok) {
      show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    }
  } catch {
    // The banner tells that the connection is lost; the next reading comes by itself.
  }
}

function show(news) {
  const atEnd = isAtEnd();
  const before = lastSeq();
  news.querySelectorAll(".line").forEach((line) => {
    const old = element(line.id);
    if (!old) {
      element("lines").append(line);
    } else if (old.outerHTML !== line.outerHTML) {
      old.replaceWith(line);
    }
  });
  const head = news.getElementById("chat-head");
  if (head.outerHTML !== shownHead) {
    const focused = document.activeElement?.id;
    element("chat-head").replaceWith(head);
    showHead();
    element(focused)?.focus();
  }
  const fresh = lastSeq() > before;
  if (fresh) {
    seeAll();
  }
  if (atEnd) {
    toEnd();
  } else if (fresh) {
    element("latest").hidden = false;
  }
}

function isAtEnd() {
  const scroll = element("scroll");
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
}

function toEnd() {
  element("scroll").scrollTop = element("scroll").scrollHeight;
  element("latest").hidden = true;
}

/** What can be pressed waits for this script, so that no press is lost while it loads. */
function showHead() {
  shownHead = element("chat-head").outerHTML;
  document.querySelectorAll("#take, #hand-back").forEach((button) => (button.disabled = false));
  const mine = element("chat-head").dataset.mine === "true";
  element("send").disabled = !mine;
  const why = element("chat-head").dataset.free === "true" ? "take-first" : "held";
  element("composer-hint").textContent = mine ? element("composer-hint").dataset.keys : say(why);
}

function refuse(message) {
  element("refusal").textContent = message;
  element("refusal").hidden = message === "";
}

async function act(what, body) {
  const answer = await post(path + what, body);
  if (answer.status === 401) {
    out();
  }
  refuse(answer.status === 200 ? "" : problem(answer));
  await readNews();
  readList();
  return answer.status === 200;
}

function problem(answer) {
  switch (answer.status) {
    case 0:
      return say("network");
    case 401:
      return say("out");
    case 403:
      return say("stale");
    default:
      return answer.message || say("server");
  }
}

function listenToHead() {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("#take, #hand-back");
    if (!button || button.disabled) {
      return;
    }
    if (button.id === "hand-back" && button.dataset.ask === "true") {
      element("closing").showModal();
      return;
    }
    button.disabled = true;
    const done = await act(button.id === "take" ? "/takeover" : "/handback", {});
    button.disabled = false;
    if (done && button.id === "take") {
      element("reply").focus();
    }
  });
  element("closing-cancel").addEventListener("click", () => element("closing").close());
  element("closing-line").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      element("closing-form").requestSubmit();
    }
  });
  element("closing-form").addEventListener("submit", async () => {
    if (await act("/handback", { closing: element("closing-line").value })) {
      element("closing-line").value = "";
      element("list").focus();
    }
  });
  element("latest").addEventListener("click", toEnd);
  element("scroll").addEventListener("scroll", () => isAtEnd() && (element("latest").hidden = true));
}

/** @returns what went wrong, empty when it was taken */
async function send(message) {
  const answer = await post(path + "/messages", { text: message.text, once: message.id });
  if (answer.status === 200) {
    refuse("");
    await readNews();
    return "";
  }
  if (answer.status === 401) {
    out();
  }
  if (answer.status === 409 || answer.status === 404) {
    await readNews();
  }
  return problem(answer);
}

function listenToReply(unsent) {
  const reply = element("reply");
  const draft = `guanjia.draft.${document.body.dataset.staff}.${id}`;
  const keep = () => (reply.value ? localStorage.setItem(draft, reply.value) : localStorage.removeItem(draft));
  const fit = () => {
    reply.style.height = "auto";
    reply.style.height = Math.min(reply.scrollHeight + 2, 220) + "px";
  };
  if (reply.value) {
    keep(); // typed while this script was loading
  } else {
    reply.value = localStorage.getItem(draft) ?? "";
  }
  reply.addEventListener("input", () => {
    keep();
    fit();
  });
  reply.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      element("composer").requestSubmit();
    }
  });
  unsent.onEdit = (text) => {
    reply.value = reply.value ? reply.value + "\n" + text : text;
    keep();
    fit();
    reply.focus();
  };
  element("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = reply.value.trim();
    if (!text || element("send").disabled) {
      announce(text ? element("composer-hint").textContent : "");
      return;
    }
    unsent.add(text);
    reply.value = "";
    keep();
    fit();
    toEnd();
  });
  fit();
}
