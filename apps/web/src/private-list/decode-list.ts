import { MOST_BYTES, UnfitList } from './read-list.js';

/**
 * The text of a file: UTF-8 where it is that, else Windows-1252, as spreadsheets write; UTF-16 by its mark.
 *
 * @throws {UnfitList} if it is too large, or cannot be read
 */
export async function decodeList(file: File): Promise<string> {
  if (file.size > MOST_BYTES) throw new UnfitList('tooLarge');
  const bytes = new Uint8Array(
    await file.arrayBuffer().catch(() => {
      throw new UnfitList('unreadable'); // it was moved or changed since it was picked
    }),
  );
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
