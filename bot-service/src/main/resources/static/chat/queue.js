// Keeps what was written until the server has it: in the browser's storage, in order, under an id that makes sending again harmless.

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 20_000;

/**
 * @param {{name: string, post: (item: object) => Promise<{status: number, message: string}>, onAdded: (item: object) => void,
 *   onChanged: (item: object) => void, onTaken: (item: object) => void, onRefused: (message: string) => void}} options
 */
export function openQueue({ name, post, onAdded, onChanged, onTaken, onRefused }) {
  let items = load();
  let busy = false;
  let failures = 0;
  let retry = 0;

  function load() {
    try {
      return JSON.parse(localStorage.getItem(name)) ?? [];
    } catch {
      return [];
    }
  }

  function save() {
    try {
      localStorage.setItem(name, JSON.stringify(items));
    } catch {
      // a browser without storage keeps them in memory, until the page is closed
    }
  }

  /** One at a time, so that they arrive in the order written. */
  async function pump() {
    clearTimeout(retry);
    if (busy) return;
    busy = true;
    for (let item = next(); item; item = next()) {
      show(item, "sending");
      const { status, message } = await post(item);
      if (status === 202) {
        failures = 0;
        taken(item.clientId);
      } else if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
        show(item, "failed", message);
        onRefused(message);
      } else {
        show(item, "waiting");
        if (status === 429) onRefused(message);
        retry = setTimeout(pump, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures++));
        break;
      }
    }
    busy = false;
  }

  function next() {
    return items.find((item) => item.state !== "failed");
  }

  function show(item, state, message = "") {
    if (!items.includes(item)) return;
    item.state = state;
    item.message = message;
    save();
    onChanged(item);
  }

  function taken(clientId) {
    const item = items.find((each) => each.clientId === clientId);
    if (!item) return;
    items = items.filter((each) => each !== item);
    save();
    onTaken(item);
  }

  return {
    start() {
      items.forEach(onAdded);
      pump();
    },
    add(content) {
      const item = { ...content, clientId: newId(), at: Date.now(), state: "sending" };
      items.push(item);
      save();
      onAdded(item);
      pump();
    },
    taken,
    poke() {
      if (next()) pump();
    },
    again(clientId) {
      const item = items.find((each) => each.clientId === clientId);
      if (!item) return;
      show(item, "waiting");
      pump();
    },
    drop(clientId) {
      items = items.filter((each) => each.clientId !== clientId);
      save();
    },
  };
}

/** randomUUID is missing on pages without https. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
