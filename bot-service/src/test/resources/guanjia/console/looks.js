// Run in a page: what somebody can't see, press or reach there, one sentence each. axe is loaded before.
async () => {
  const complaints = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const dialog = document.querySelector("dialog[open]");
  const all = (selector) => [...(dialog ?? document).querySelectorAll(selector)].filter(shown);
  const name = (element) => element.tagName.toLowerCase() + (element.id ? "#" + element.id : "." + element.className);

  const found = await axe.run(dialog ?? document, { resultTypes: ["violations"] });
  for (const rule of found.violations) {
    for (const node of rule.nodes) complaints.push(`${rule.id}: ${node.target} ${node.failureSummary}`);
  }

  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    return [...pixel.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, below) => top.slice(0, 3).map((part, i) => (part * top[3] + below[i] * (255 - top[3])) / 255);
  const ground = (element) => {
    if (!element) return rgba(matchMedia("(prefers-color-scheme: dark)").matches ? "#000" : "#fff");
    const own = rgba(getComputedStyle(element).backgroundColor);
    return own[3] === 255 ? own : [...over(own, ground(element.parentElement)), 255];
  };
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  for (const control of all("input:not([type=hidden]), textarea, .btn:not(.btn-ghost-danger), .key:is(button), .source, .send")) {
    if (control.disabled) continue;
    const around = ground(control.parentElement);
    const style = getComputedStyle(control);
    const edge = parseFloat(style.borderTopWidth) > 0 ? over(rgba(style.borderTopColor), around) : around;
    const best = Math.max(contrast(edge, around), contrast(ground(control), around));
    if (best < 3) complaints.push(`edge: ${name(control)} has ${best.toFixed(2)} to 1`);
  }

  for (const target of all("a[href], button, input:not([type=hidden]), textarea, summary")) {
    const box = target.getBoundingClientRect();
    const inText = getComputedStyle(target).display === "inline" || target.matches(".phone, .skip");
    if (!inText && (box.height < 43.5 || box.width < 43.5)) {
      complaints.push(`target: ${name(target)} ${Math.round(box.width)} x ${Math.round(box.height)}`);
    }
  }

  const wider = document.documentElement.scrollWidth - innerWidth;
  if (wider > 0) complaints.push(`wider than the window by ${wider}`);
  return complaints;
}
