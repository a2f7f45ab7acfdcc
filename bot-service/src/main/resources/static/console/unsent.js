// Replies on their way. Each is kept in this browser under an id of its own until the server has it, so that it survives a reload or a
// lost session and can be sent again without being said twice.
import { say } from "./page.js";

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16)); // randomUUID is missing on plain http
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Unsent {
  onEdit = () => {};
  #key;
  #send;
  #box = document.getElementById("unsent");
  #chain = Promise.resolve();

  /** @param send called with {id, text}, resolves to what went wrong, empty when it was taken */
  constructor(staff, chat, send) {
    this.#key = `guanjia.unsent.${staff}.${chat}`;
    this.#send = send;
    this.#all().forEach((message) => this.#show(message, say("unsure")));
  }

  add(text) {
    const message = { id: newId(), text };
    this.#store([...this.#all(), message]);
    this.#show(message, "");
    this.#go(message);
  }

  /** In the order written: one that waits for its answer holds the next up. */
  #go(message) {
    this.#chain = this.#chain.then(async () => {
      this.#show(message, "");
      const problem = await this.#send(message);
      if (problem) {
        this.#show(message, problem);
      } else {
        this.#drop(message);
      }
    });
  }

  #show(message, problem) {
    const line = document.createElement("li");
    line.className = "line staff unsent";
    line.id = "unsent-" + message.id;
    const bubble = document.createElement("div");
    bubble.className = "bubble";
    bubble.textContent = message.text;
    const fate = document.createElement("p");
    fate.className = "when";
    const words = document.createElement("span");
    words.className = "fate";
    words.dataset.fate = problem ? "failed" : "queued";
    words.textContent = problem ? say("unsent", { why: problem }) : say("sending");
    fate.append(words);
    if (problem) {
      fate.append(
        this.#button(say("again"), () => this.#go(message)),
        this.#button(say("edit"), () => {
          this.#drop(message);
          this.onEdit(message.text);
        }),
      );
    }
    line.append(bubble, fate);
    const old = document.getElementById(line.id);
    old ? old.replaceWith(line) : this.#box.append(line);
  }

  #button(label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm";
    button.textContent = label;
    button.addEventListener("click", act);
    return button;
  }

  #drop(message) {
    this.#store(this.#all().filter((other) => other.id !== message.id));
    document.getElementById("unsent-" + message.id)?.remove();
  }

  #all() {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? "[]");
    } catch {
      return [];
    }
  }

  #store(all) {
    all.length > 0 ? localStorage.setItem(this.#key, JSON.stringify(all)) : localStorage.removeItem(this.#key);
  }
}
