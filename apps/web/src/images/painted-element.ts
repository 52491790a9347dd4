import { standaloneSvg } from './standalone-svg.js';
import { svgElement } from './svg-elements.js';
import { fontAttributes, fontOf, measureFont } from './fonts.js';

interface Position {
  x: number;
  y: number;
}

/** What is of use on the screen only. */
const CONTROLS = 'button, details, select, input, canvas, img, [data-screen-only]';

/**
 * An HTML element as vectors, as it stands on the screen: boxes, borders, texts and the drawings in it.
 *
 * @param origin on the screen, where the image begins
 */
export function paintElement(element: Element, origin: Position): SVGElement[] {
  const style = getComputedStyle(element);
  const isHidden = style.display === 'none' || style.visibility !== 'visible';
  if (isHidden || style.clipPath !== 'none' || element.matches(CONTROLS)) return [];
  const box = element.getBoundingClientRect();
  const [x, y] = [box.x - origin.x, box.y - origin.y];
  if (element instanceof SVGSVGElement) {
    const drawing = standaloneSvg(element);
    for (const [name, value] of Object.entries({ x, y, width: box.width, height: box.height })) {
      drawing.setAttribute(name, String(value));
    }
    return box.width * box.height > 0 ? [drawing] : [];
  }
  const contents = [...element.childNodes].flatMap((node): SVGElement[] => {
    if (node instanceof Text) return paintText(node, style, origin);
    return node instanceof Element ? paintElement(node, origin) : [];
  });
  return [...paintBox(new DOMRect(x, y, box.width, box.height), style), ...contents];
}

function paintBox({ x, y, width, height }: DOMRect, style: CSSStyleDeclaration): SVGElement[] {
  if (width * height === 0) return [];
  const painted: SVGElement[] = [];
  const fill = style.backgroundColor;
  if (!TRANSPARENT.test(fill)) {
    painted.push(svgElement('rect', { x, y, width, height, rx: radiusOf(style, width), fill }));
  }
  for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
    const thickness = parseFloat(style[`border${side}Width`]);
    if (!(thickness > 0) || style[`border${side}Style`] === 'none') continue;
    const isAcross = side === 'Top' || side === 'Bottom';
    const atX = side === 'Right' ? x + width - thickness : x;
    const atY = side === 'Bottom' ? y + height - thickness : y;
    const size = isAcross ? { width, height: thickness } : { width: thickness, height };
    painted.push(
      svgElement('rect', { x: atX, y: atY, ...size, fill: style[`border${side}Color`] }),
    );
  }
  return painted;
}

/** As browsers write a colour of which nothing is seen. */
const TRANSPARENT = /^transparent$|[,/] 0\)$/;

/** Pixels; all corners are alike here. */
function radiusOf({ borderTopLeftRadius: radius }: CSSStyleDeclaration, width: number): number {
  const number = parseFloat(radius) || 0;
  return Math.min(radius.endsWith('%') ? (number / 100) * width : number, width / 2);
}

/** A text element for each line that the text is broken into. */
function paintText(node: Text, style: CSSStyleDeclaration, origin: Position): SVGElement[] {
  const { ascent, descent } = measureFont(fontOf(style));
  return linesOf(node).map(({ text, box }) => {
    const baseline = box.y + (box.height - ascent - descent) / 2 + ascent;
    const position = { x: box.x - origin.x, y: baseline - origin.y };
    return svgElement('text', { ...position, ...fontAttributes(style), fill: style.color }, text);
  });
}

function linesOf(node: Text): { text: string; box: DOMRect }[] {
  const lines: { text: string; box: DOMRect }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getClientRects()[0];
    if (!box) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.box.y - box.y) < 1) line.text += ` ${word}`;
    else lines.push({ text: word, box });
  }
  return lines;
}
