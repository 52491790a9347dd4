import { RandomStream } from './random.js';

it('gives the numbers of SplitMix with the finaliser of MurmurHash3', () => {
  const random = new RandomStream(2013, 'demo');

  // python3, with m(v) the finaliser: s = m(2013); for c in 'demo': s = m(s ^ ord(c));
  // then three times s = (s + 0x9e3779b9) & 0xffffffff; print(m(s))
  expect([random.bits(), random.bits(), random.bits()]).toEqual([
    468556937, 1418330221, 2745520260,
  ]);
});

it('gives each stream numbers of its own', () => {
  expect(new RandomStream(1, 'a').bits()).not.toBe(new RandomStream(1, 'b').bits());
  expect(new RandomStream(1, 'a').bits()).not.toBe(new RandomStream(2, 'a').bits());
});
