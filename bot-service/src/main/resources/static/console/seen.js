// What this person has seen in this browser: the newest line of each chat that was open in front of them. The list marks what came since.
const KEY = "guanjia.seen." + document.body.dataset.staff;

function all() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}

/** The open chat was shown up to a line; nothing is seen while the page lies behind others. */
export function see(chat, seq) {
  const seen = all();
  if (!document.hidden && seq > (seen[chat] ?? 0)) {
    localStorage.setItem(KEY, JSON.stringify({ ...seen, [chat]: seq }));
  }
}

/** Marks the rows whose resident wrote since; chats that left the list are forgotten. @returns the ids of mine among them */
export function markUnread(rows) {
  const seen = all();
  const listed = new Set(rows.map((row) => row.dataset.id).concat(document.body.dataset.chat));
  const kept = Object.entries(seen).filter(([chat]) => listed.has(chat));
  if (kept.length < Object.keys(seen).length) {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  }
  const unread = rows.filter((row) => Number(row.dataset.heard) > (seen[row.dataset.id] ?? 0));
  rows.forEach((row) => (row.querySelector(".unread").hidden = !unread.includes(row)));
  return unread.filter((row) => row.closest('[data-kind="mine"]')).map((row) => row.dataset.id);
}
