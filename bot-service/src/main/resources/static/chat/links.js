// Turns a plain text into nodes: addresses and the estate's own numbers can be pressed, sources in 【】 are set apart.

const ADDRESS = /https?:\/\/[^\s<>"'“”‘’，。；：、（）()【】《》]+/;
const SOURCE = /【[^【】]{1,120}】/;

/**
 * @param {string} text
 * @param {string[]} phones numbers that become links; empty ones are passed over
 * @param {(key: string) => string} say
 * @returns {DocumentFragment}
 */
export function links(text, phones, say) {
  const numbers = phones.filter(Boolean).map((phone) => phone.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const parts = new RegExp([ADDRESS.source, SOURCE.source, ...numbers].join("|"), "g");
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
  if (part.startsWith("【")) {
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
    link.href = `tel:${part.replace(/\s/g, "")}`;
  }
  return link;
}
