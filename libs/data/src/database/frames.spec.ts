import { frame, FrameReader, splitReady } from './frames.js';

describe('FrameReader', () => {
  it('gives each message whole, however the bytes arrive', () => {
    const bytes = Buffer.concat([frame('Q', 'SELECT 1'), frame('S'), frame('Q', 'SELECT 2')]);
    const reader = new FrameReader();
    const messages: string[] = [];

    for (const byte of bytes) {
      reader.push(Buffer.from([byte]));
      const message = reader.next(true);
      if (message) messages.push(message.toString('latin1', 5));
    }

    expect(messages).toEqual(['SELECT 1\0', '', 'SELECT 2\0']);
  });

  it('gives several messages of one chunk one after the other', () => {
    const reader = new FrameReader();

    reader.push(Buffer.concat([frame('P'), frame('S')]));

    expect(reader.next(true)).toEqual(frame('P'));
    expect(reader.next(true)).toEqual(frame('S'));
    expect(reader.next(true)).toBeUndefined();
  });

  it.each([0, 3, -1, 0x7fffffff])('refuses a message that says it has %i bytes', (length) => {
    const message = frame('Q');
    message.writeInt32BE(length, 1);
    const reader = new FrameReader();

    reader.push(message);

    expect(() => reader.next(true)).toThrow(RangeError);
  });
});

describe('splitReady', () => {
  it('takes out every ReadyForQuery and tells the last status', () => {
    const error = frame('E', 'Mdivision by zero', Buffer.alloc(1));
    const ready = (status: string) => frame('Z', Buffer.from(status));

    const { body, status } = splitReady(Buffer.concat([error, ready('I'), ready('E')]));

    expect(body).toEqual(error);
    expect(status).toBe('E');
  });

  it('tells no status where the backend was not ready', () => {
    expect(splitReady(frame('1'))).toEqual({ body: frame('1'), status: undefined });
    expect(splitReady(Buffer.alloc(0))).toEqual({ body: Buffer.alloc(0), status: undefined });
  });
});
