import { bibtex } from './citation.js';

it('names the data, the day and the address, and what TeX would take for a command is escaped', () => {
  const cited = {
    title: 'Ancoats & Beswick: 50 % {C} firms',
    address: 'https://atlas.example/?date=2025-12-31&hub=ancoats_1',
    date: '2025-12-31',
    basis: 'Group: Digital · On 31 December 2025',
    retrieved: '2026-03-01',
  };

  expect(bibtex('ancoats', cited)).toBe(
    `@misc{ancoats,
  title = {Ancoats \\& Beswick: 50 \\% C firms},
  author = {{Cluster Atlas}},
  year = {2025},
  note = {Group: Digital · On 31 December 2025},
  url = {https://atlas.example/?date=2025-12-31&hub=ancoats_1},
  urldate = {2026-03-01}
}`,
  );
});
