/** Properties that children take over, with what the root of a file has by itself. */
const INHERITED: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  visibility: 'visible',
};

const OWN: Readonly<Record<string, string>> = { opacity: '1' };

const NAMES = [...Object.keys(INHERITED), ...Object.keys(OWN)];

/** Of what a screen needs and a file does not. */
const LEFT_OUT = ['style', 'tabindex', 'role', 'color', 'pointer-events', 'cursor'];

/** A copy of a drawing on the screen that looks the same without the page's style sheets. */
export function standaloneSvg<Drawing extends SVGElement>(drawing: Drawing): Drawing {
  const copy = drawing.cloneNode(true) as Drawing;
  inlineStyle(drawing, copy, INHERITED);
  for (const sheet of copy.querySelectorAll('style')) sheet.remove();
  return copy;
}

function inlineStyle(
  drawn: Element,
  copy: Element,
  inherited: Readonly<Record<string, string>>,
): void {
  const style = getComputedStyle(drawn);
  const values: Record<string, string> = {};
  for (const name of [...NAMES, ...LEFT_OUT]) copy.removeAttribute(name);
  for (const name of NAMES) {
    // url("#id") as some programs do not read it
    const value = style.getPropertyValue(name).replace(/^url\("(#.+?)"\)/, 'url($1)');
    if (value !== '' && value !== (inherited[name] ?? OWN[name])) copy.setAttribute(name, value);
    if (name in INHERITED) values[name] = value;
  }
  if (style.display === 'none') copy.setAttribute('display', 'none');
  for (let i = 0; i < drawn.children.length; i++) {
    inlineStyle(drawn.children[i]!, copy.children[i]!, values);
  }
}
