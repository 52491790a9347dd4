import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';

/**
 * Text from bytes: UTF-8 where the bytes are that, else Windows-1252, as councils and spreadsheets
 * still write; UTF-16 with a byte-order mark. Decided where the first byte beyond ASCII stands.
 */
export async function* decodeText(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let isFirst = true;
  for await (const chunk of bytes) {
    if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder('utf-16le');
    isFirst = false;
    if (!decoder && !isAscii(chunk)) {
      decoder = new TextDecoder(isUtf8(chunk) ? 'utf-8' : 'windows-1252', { ignoreBOM: true });
    }
    yield decoder ? decoder.decode(chunk, { stream: true }) : chunk.toString('latin1');
  }
  if (decoder) yield decoder.decode();
}

/** One damaged character does not make a UTF-8 file another one. */
function isUtf8(chunk: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(chunk, { stream: true });
  let damaged = 0;
  let sound = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) damaged++;
    else if (code > 0x7f) sound++;
  }
  return damaged === 0 || damaged < sound;
}
