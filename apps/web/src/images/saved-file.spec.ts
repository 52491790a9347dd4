import { fileName } from './saved-file.js';
import { tableCsv } from './table-csv.js';

it.each([
  ['MediaCityUK: Density by distance', /^cluster-atlas-mediacityuk-density-by-distance-DAY\.png$/],
  ['Café & Co. / Städte', /^cluster-atlas-cafe-co-stadte-DAY\.png$/],
])('calls the file of “%s” after what is in it, and the day', (what, name) => {
  expect(fileName(what, 'png').replace(/\d{4}-\d\d-\d\d/, 'DAY')).toMatch(name);
});

it('writes a column for each key, and nothing where there is no figure', () => {
  const rings = [{ radius: 250, lq: null, name: 'a, b' }];

  expect(tableCsv(rings, ['name', 'radius', 'lq'])).toBe('name,radius,lq\n"a, b",250,\n');
});
