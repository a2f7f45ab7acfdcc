// Hears the lines of the chat. Comes back by itself, with the number of the last line it has, so that none is missed and none comes twice.

const SILENT_TOO_LONG = 40_000; // the server says something at least every 16 s
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

/**
 * @param {{address: string, onLine: (line: object) => void, onDraft: (text: string) => void, onCaughtUp: () => void,
 *   onState: (state: "connecting"|"online"|"lost"|"offline"|"away") => void}} options
 */
export function openFeed({ address, onLine, onDraft, onCaughtUp, onState }) {
  let last = 0;
  let source = null;
  let failures = 0;
  let retry = 0;
  let heardAt = Date.now();

  function connect() {
    close();
    heardAt = Date.now();
    source = new EventSource(`${address}&after=${last}`);
    source.addEventListener("line", (event) => {
      heard();
      const line = JSON.parse(event.data);
      if (line.seq <= last) return;
      last = line.seq;
      onLine(line);
    });
    source.addEventListener("draft", (event) => {
      heard();
      onDraft(JSON.parse(event.data).text);
    });
    source.addEventListener("beat", () => {
      heard();
      onState("online");
      onCaughtUp();
    });
    source.addEventListener("away", () => {
      heardAt = Date.now();
      onState("away");
    });
    source.onerror = lost;
  }

  function heard() {
    heardAt = Date.now();
    failures = 0;
  }

  /** The browser's own reconnecting gives up on some answers and knows no growing pauses. */
  function lost() {
    close();
    onState(navigator.onLine ? "lost" : "offline");
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures++);
    retry = setTimeout(connect, wait * (0.5 + Math.random() / 2));
  }

  function close() {
    clearTimeout(retry);
    source?.close();
    source = null;
  }

  function again() {
    failures = 0;
    connect();
  }

  return {
    start() {
      onState("connecting");
      connect();
      setInterval(() => source && Date.now() - heardAt > SILENT_TOO_LONG && lost(), 5_000);
      addEventListener("online", again);
      addEventListener("offline", lost);
      addEventListener("pagehide", close);
      addEventListener("pageshow", (event) => event.persisted && again());
      document.addEventListener("visibilitychange", () => {
        if (!document.hidden && (!source || Date.now() - heardAt > SILENT_TOO_LONG / 2)) again();
      });
    },
  };
}
