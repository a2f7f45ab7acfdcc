// Turns a plain text into nodes: addresses and numbers to call can be pressed, sources are set apart.

const ADDRESS = /https?:\/\/[^\s<>"'“”‘’，。；：、（）()【】《》]+/;
const SOURCE = /【[^【】]{1,120}】/;

/** Numbers for everybody; only a warning names them. */
const PUBLIC_PHONE = /(?<!\d)(?:110|112|119|120|999)(?!\d)/;

/** Whether a text tells what to do in danger. */
export const isWarning = (text) => text.startsWith("⚠");

/**
 * @param {string} text
 * @param {string[]} phones numbers that become links; empty ones are passed over
 * @param {(key: string) => string} say
 * @returns {DocumentFragment}
 */
export function links(text, phones, say) {
  const numbers = phones.filter(Boolean).map((phone) => phone.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (isWarning(text)) numbers.push(PUBLIC_PHONE.source);
  const parts = new RegExp([ADDRESS.source, SOURCE.source, `^${say("cites")}.+$`, ...numbers].join("|"), "gm");
  const nodes = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(parts)) {
    nodes.append(text.slice(end, match.index), node(match[0], say));
    end = match.index + match[0].length;
  }
  nodes.append(text.slice(end));
  return nodes;
}

function node(part, say) {
  if (part.startsWith("【") || part.startsWith(say("cites"))) {
    const cite = document.createElement("cite");
    cite.textContent = part;
    return cite;
  }
  const link = document.createElement("a");
  link.textContent = part;
  if (part.startsWith("http")) {
    link.href = part;
    link.target = "_blank";
    link.rel = "noopener";
    link.title = say("opens");
  } else {
    link.className = "phone";
    link.href = `tel:${part.replace(/\s/g, "")}`;
  }
  return link;
}
