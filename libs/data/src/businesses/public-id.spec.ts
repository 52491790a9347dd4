import { isPublicId, newPublicIds } from './public-id.js';

it('makes ids that it recognises, also in groups and lower case', () => {
  const [id, other] = newPublicIds(2) as [string, string];

  expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}.$/);
  expect(isPublicId(id)).toBe(true);
  expect(other).not.toBe(id);
  expect(isPublicId(`${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`.toLowerCase())).toBe(true);
});

it('uses the number modulo 37 as its check character', () => {
  // python3 -c "print((16 * 32**11 + 5) % 37)" gives 10, which is A; G is 16
  expect(isPublicId('G00000000005A')).toBe(true);
  expect(isPublicId('G00000000005B')).toBe(false);
});

it('notices two characters changed over', () => {
  // python3 -c "print((1 * 32 + 2) % 37, (2 * 32 + 1) % 37)" gives 34 and 28
  expect(isPublicId('000000000012$')).toBe(true);
  expect(isPublicId('000000000021$')).toBe(false);
});
