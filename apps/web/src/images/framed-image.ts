import { breakLines } from './fonts.js';
import { standaloneSvg } from './standalone-svg.js';
import { svgElement } from './svg-elements.js';

export interface ImageWords {
  title: string;
  /** What is shown, under the title. */
  description: readonly string[];
  /** Where it comes from, at the foot. */
  source: readonly string[];
}

interface FramedContents {
  contents: readonly Node[];
  width: number;
  height: number;
  words: ImageWords;
}

const MARGIN = 16;
/** Narrower images would break their titles into too many lines. */
const LEAST_WIDTH = 360;

const TITLE = { size: 17, weight: 700, token: '--ink' };
const DESCRIPTION = { size: 13, weight: 400, token: '--ink' };
const SOURCE = { size: 11, weight: 400, token: '--ink-soft' };

/** An image that stands by itself: on its own background, with title, description and source. */
export function frameImage({ contents, width, height, words }: FramedContents): SVGSVGElement {
  const inner = Math.max(width, LEAST_WIDTH);
  const head = [
    ...writeLines([words.title], TITLE, inner),
    ...writeLines(words.description, DESCRIPTION, inner),
  ];
  const foot = writeLines(words.source, SOURCE, inner);
  const top = MARGIN + heightOf(head) + MARGIN / 2;
  const whole = {
    width: Math.ceil(inner + 2 * MARGIN),
    height: Math.ceil(top + height + MARGIN / 2 + heightOf(foot) + MARGIN),
  };
  const svg = svgElement(
    'svg',
    { ...whole, viewBox: `0 0 ${whole.width} ${whole.height}` },
    svgElement('title', {}, words.title),
    svgElement('rect', { ...whole, fill: token('--surface') }),
    ...placeLines(head, MARGIN),
    svgElement('g', { transform: `translate(${MARGIN} ${top})` }, ...contents),
    ...placeLines(foot, top + height + MARGIN / 2),
  );
  addDefinitions(svg);
  return svg;
}

interface Line {
  text: string;
  size: number;
  weight: number;
  token: string;
}

function writeLines(texts: readonly string[], look: Omit<Line, 'text'>, width: number): Line[] {
  const font = `${look.weight} ${look.size}px ${fontFamily()}`;
  return texts.flatMap((text) => breakLines(text, font, width)).map((text) => ({ ...look, text }));
}

const LINE_HEIGHT = 1.4;

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { size }) => sum + size * LINE_HEIGHT, 0);
}

function placeLines(lines: readonly Line[], top: number): SVGTextElement[] {
  return lines.map(({ text, size, weight, token: colour }, i) => {
    const position = { x: MARGIN, y: top + heightOf(lines.slice(0, i)) + size };
    const font = { 'font-family': fontFamily(), 'font-size': size, 'font-weight': weight };
    return svgElement('text', { ...position, ...font, fill: token(colour) }, text);
  });
}

function fontFamily(): string {
  return getComputedStyle(document.documentElement).fontFamily;
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Patterns that stand elsewhere in the page. */
function addDefinitions(svg: SVGSVGElement): void {
  const used = new Set<string>();
  for (const element of svg.querySelectorAll('[fill^="url(#"]')) {
    used.add(element.getAttribute('fill')!.slice('url(#'.length, -1));
  }
  for (const id of used) {
    if (svg.querySelector(`[id="${CSS.escape(id)}"]`)) continue;
    const definition = document.getElementById(id);
    if (definition instanceof SVGElement) {
      svg.prepend(svgElement('defs', {}, standaloneSvg(definition)));
    }
  }
}
