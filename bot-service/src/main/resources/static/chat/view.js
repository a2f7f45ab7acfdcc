// Draws the chat. Texts are set as text, never as markup.
import { isWarning, links } from "./links.js";

const TOGETHER = 3 * 60_000; // lines of one person within three minutes look like one
const NEAR_END = 140;
const TYPING_AT_MOST = 20_000;

/** Everything that is seen; see chat.js for who calls what. */
export function openView({ say, page, language, onPress, onSuggest }) {
  const byId = (id) => document.getElementById(id);
  const [lines, pendings, typing, scroll, hello, latest, told] = ["lines", "pending", "typing", "scroll", "hello", "latest", "told"].map(byId);
  const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = new Intl.DateTimeFormat(language, { month: "long", day: "numeric", weekday: "long" });
  const title = document.title;
  let before = null; // the line above
  let caughtUp = false;
  let atEnd = true;
  let unread = 0;
  let typingEnds = 0;
  let bannerEnds = 0;
  let withPerson = false;
  let again = () => {};
  let drop = () => {};

  function line(line) {
    const follow = isNearEnd();
    byId(`p-${line.clientId}`)?.remove();
    const at = new Date(line.at);
    if (!before || new Date(before.at).toDateString() !== at.toDateString()) lines.append(separator(at));
    if (line.who !== "BOT") retireKeys();
    lines.append(line.who === "NOTE" ? note(line) : bubble(line, at));
    before = line;
    if (line.who !== "RESIDENT") {
      byId("draft")?.remove();
      withPerson = line.who !== "BOT";
      showTyping(false);
      countUnread(follow);
    }
    hello.hidden = true;
    if (caughtUp && follow) toEnd();
  }

  /** How an answer begins that is still being written; the answer itself takes its place, and is what is read out. */
  function draft(text) {
    const follow = isNearEnd();
    const box = element("div", "line bot");
    box.id = "draft";
    box.ariaHidden = "true";
    const speech = element("div", "bubble");
    speech.append(links(text, [page.hotline, page.emergency], say));
    box.append(speech);
    byId("draft")?.remove();
    typing.before(box);
    showTyping(true);
    if (follow) toEnd();
  }

  function bubble(line, at) {
    const who = line.who.toLowerCase();
    const joined = before?.who === line.who && at - before.at < TOGETHER && new Date(before.at).toDateString() === at.toDateString();
    const box = element("div", `line ${who === "resident" ? "me" : who}${joined ? " joined" : ""}`);
    if (who === "bot" && isWarning(line.text)) box.classList.add("warning");
    if (who === "staff" && !joined) box.append(element("span", "name", say("staff")));
    const speech = element("div", "bubble");
    speech.append(element("span", "unseen", say("says", say(who === "resident" ? "me" : who))));
    if (line.text) speech.append(links(line.text, [page.hotline, page.emergency], say));
    box.append(speech);
    const sources = line.buttons.flat().filter((key) => key.link);
    if (sources.length) box.append(sourceList(sources));
    const rows = line.buttons.map((row) => row.filter((key) => !key.link)).filter((row) => row.length);
    const time = element("time", "time", clock.format(at));
    time.dateTime = at.toISOString();
    box.append(time);
    if (rows.length) box.append(keys(rows, (key) => onPress(key)));
    return box;
  }

  function note(line) {
    const box = element("div", "line told");
    box.append(element("p", "note", line.text));
    const rows = line.buttons.map((row) => row.filter((key) => !key.link)).filter((row) => row.length);
    if (rows.length) box.append(keys(rows, (key) => onPress(key)));
    return box;
  }

  function separator(at) {
    const today = new Date();
    const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
    const same = (other) => other.toDateString() === at.toDateString();
    const label = same(today) ? say("today") : same(yesterday) ? say("yesterday") : day.format(at);
    const box = element("p", "day");
    box.append(element("span", "", label));
    return box;
  }

  function sourceList(sources) {
    const list = element("div", "sources");
    for (const source of sources) {
      const link = element("a", "source");
      link.href = source.token;
      link.target = "_blank";
      link.rel = "noopener";
      link.append(icon("M5 4.500A2.500 2.500 0 0 1 7.500 2H19v17H7.500A2.500 2.500 0 0 0 5 21.500v-17ZM5 21.500A2.500 2.500 0 0 1 7.500 22H19"));
      link.append(element("span", "", source.label), element("span", "unseen", say("opens")));
      list.append(link);
    }
    return list;
  }

  function keys(rows, press) {
    const box = element("div", "keys");
    for (const row of rows) {
      const group = element("div", "row");
      for (const key of row) {
        const button = element("button", "key", key.label);
        button.type = "button";
        button.addEventListener("click", () => press(key));
        group.append(button);
      }
      box.append(group);
    }
    return box;
  }

  /** Choices belong to the last thing the bot said; once somebody answered, or came or went, they are history. */
  function retireKeys() {
    const focused = document.activeElement?.closest?.(".keys");
    lines.querySelectorAll(".keys").forEach((box) => box.remove());
    if (focused) (matchMedia("(pointer: fine)").matches ? byId("say") : scroll).focus({ preventScroll: true });
  }

  function pending(item) {
    retireKeys();
    hello.hidden = true;
    const box = element("div", "line me pending");
    box.id = `p-${item.clientId}`;
    const speech = element("div", "bubble");
    speech.append(element("span", "unseen", say("says", say("me"))), links(item.text ?? item.label, [], say));
    box.append(speech, element("p", "fate"));
    pendings.append(box);
    pendingChanged(item);
    toEnd();
  }

  function pendingChanged(item) {
    const fate = byId(`p-${item.clientId}`)?.querySelector(".fate");
    if (!fate) return;
    const failed = item.state === "failed";
    fate.parentElement.classList.toggle("failed", failed);
    fate.parentElement.classList.toggle("waits", item.state === "waiting");
    fate.replaceChildren(item.message || say(item.state));
    if (!failed) return;
    const choice = (label, act) => {
      const button = element("button", "small", label);
      button.type = "button";
      button.addEventListener("click", act);
      fate.append(button);
    };
    choice(say("again"), () => again(item.clientId));
    choice(say("drop"), () => {
      drop(item.clientId);
      byId(`p-${item.clientId}`)?.remove();
      byId("say").focus();
    });
  }

  function pendingTaken(item) {
    const box = byId(`p-${item.clientId}`);
    if (box) {
      box.classList.remove("waits");
      box.classList.add("taken");
      box.querySelector(".fate").replaceChildren(clock.format(new Date(item.at)));
    }
    showTyping(!withPerson);
  }

  function showTyping(on) {
    clearTimeout(typingEnds);
    typing.hidden = !on;
    if (!on) return;
    typingEnds = setTimeout(() => showTyping(false), TYPING_AT_MOST);
    if (isNearEnd()) toEnd();
  }

  function state(state) {
    document.querySelector(".state").dataset.state = state;
    byId("state").textContent = say(state === "online" ? "online" : "connecting");
    clearTimeout(bannerEnds);
    const shown = byId("banner");
    if (state === "online") {
      if (!shown.hidden) {
        banner(say("back"), true);
        bannerEnds = setTimeout(() => banner(""), 2_500);
      }
    } else if (state !== "connecting") {
      // a blink of the line is nobody's concern
      bannerEnds = setTimeout(() => banner(say(state)), shown.hidden ? 1_500 : 0);
    }
  }

  function banner(text, good = false) {
    const box = byId("banner");
    box.textContent = text;
    box.hidden = !text;
    box.classList.toggle("good", good);
  }

  /** What was already said isn't read aloud again; only what comes from now on. */
  function whenCaughtUp() {
    if (caughtUp) return;
    caughtUp = true;
    lines.setAttribute("aria-busy", "false");
    lines.setAttribute("aria-live", "polite");
    if (!before && !pendings.children.length) welcome();
    toEnd();
  }

  function welcome() {
    const name = page.name ? say("hello", page.greeting, page.name) : say("hello.nameless");
    const suggestions = [1, 2, 3, 4].map((i) => say(`suggest.${i}`)).map((label) => [{ label }]);
    hello.replaceChildren(element("h2", "", name), element("p", "", say("hello.text")), keys(suggestions, (key) => onSuggest(key.label)));
    hello.hidden = false;
  }

  function countUnread(follow) {
    if (!caughtUp || (follow && !document.hidden)) return;
    unread++;
    latest.hidden = isNearEnd();
    latest.firstElementChild.textContent = say("new", unread);
    if (document.hidden) document.title = `(${unread}) ${title}`;
  }

  function seen() {
    unread = 0;
    latest.hidden = true;
    document.title = title;
  }

  function tell(text) {
    told.textContent = "";
    told.className = "toast";
    told.textContent = text;
    setTimeout(() => (told.className = "unseen"), 6_000);
  }

  const isNearEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;
  function toEnd() {
    scroll.scrollTop = scroll.scrollHeight;
    atEnd = true;
  }

  scroll.addEventListener(
    "scroll",
    () => {
      atEnd = isNearEnd();
      if (atEnd) seen();
    },
    { passive: true },
  );
  // a banner, a growing input or a phone's keyboard must not cover the last line
  new ResizeObserver(() => atEnd && before && toEnd()).observe(scroll);
  latest.addEventListener("click", () => {
    toEnd();
    byId("say").focus({ preventScroll: true });
  });
  document.addEventListener("visibilitychange", () => !document.hidden && isNearEnd() && seen());
  typing.setAttribute("aria-label", say("typing"));

  return {
    line,
    draft,
    pending,
    pendingChanged,
    pendingTaken,
    state,
    banner,
    tell,
    caughtUp: whenCaughtUp,
    onAgain: (act) => (again = act),
    onDrop: (act) => (drop = act),
  };
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
