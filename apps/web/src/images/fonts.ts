/** In the writing of canvases. */
export function fontOf(style: CSSStyleDeclaration): string {
  return `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
}

export function fontAttributes(style: CSSStyleDeclaration): Record<string, string> {
  return {
    'font-family': style.fontFamily,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
  };
}

let context: CanvasRenderingContext2D | null = null;

function measuring(font: string): CanvasRenderingContext2D {
  context ??= document.createElement('canvas').getContext('2d')!;
  context.font = font;
  return context;
}

/** Pixels above and below the line that a font's letters stand on. */
export function measureFont(font: string): { ascent: number; descent: number } {
  const metrics = measuring(font).measureText('x');
  return { ascent: metrics.fontBoundingBoxAscent, descent: metrics.fontBoundingBoxDescent };
}

/** Breaks a text between its words, and long words such as addresses anywhere. */
export function breakLines(text: string, font: string, width: number): string[] {
  const canvas = measuring(font);
  const fits = (line: string) => canvas.measureText(line).width <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = line === '' ? word : ` ${word}`;
    if (!fits(line + rest) && line !== '' && fits(word)) {
      lines.push(line);
      [line, rest] = ['', word];
    }
    for (const letter of rest) {
      if (line !== '' && !fits(line + letter)) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += line === '' ? letter.trimStart() : letter;
    }
  }
  return [...lines, line];
}
