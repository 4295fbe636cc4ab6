// Measures the page it stands in: the lowest contrast of a text with what it
// stands on (WCAG 2), and how wide the page is. What it found is written into
// the page outside of its frame.
(() => {
  const rgba = (css) => {
    const n = (css.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
    return { r: n[0], g: n[1], b: n[2], a: n.length > 3 ? n[3] : 1 };
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a), b: top.b * top.a + below.b * (1 - top.a), a: 1,
  });
  const light = (c) => [c.r, c.g, c.b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const page = matchMedia('(prefers-color-scheme: dark)').matches ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 };
  // What a text stands on: the colours of all that holds it; in a picture, the
  // shape it is written on.
  const ground = (e) => {
    const layers = [];
    for (let at = e; at; at = at.parentElement) {
      if (at.tagName === 'g') {
        const shape = at.querySelector(':scope > circle, :scope > .outline, :scope > a > .outline');
        if (shape) layers.push(rgba(getComputedStyle(shape).fill));
      }
      layers.push(rgba(getComputedStyle(at).backgroundColor));
    }
    return layers.reverse().reduce((below, top) => over(top, below), page);
  };
  let least = 21, worst = '', texts = 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const e = text.parentElement, style = getComputedStyle(e);
    if (!text.data.trim() || !e.getClientRects().length || style.visibility === 'hidden' || e.closest('script, style, title, .unseen')) continue;
    const on = ground(e);
    const found = contrast(over(rgba(e.closest('svg') ? style.fill : style.color), on), on);
    texts++;
    if (found < least) [least, worst] = [found, text.data.trim().slice(0, 60)];
  }
  const said = top.document.createElement('pre');
  said.className = 'measured';
  const root = document.documentElement;
  const measured = { Dark: matchMedia('(prefers-color-scheme: dark)').matches, Scroll: root.scrollWidth, Client: root.clientWidth, Contrast: least, Text: worst, Texts: texts };
  said.textContent = JSON.stringify(measured);
  top.document.body.append(said);
})();
