/** Whether a sector gathers, by distance. */
export const concentrationStrings = {
  concentration: {
    title: 'Does the selection gather?',
    open: 'Does it gather, and how far?',
    close: 'Close the curve',
    meaning:
      'Around each selected business, how many times as frequent others of the selection are as among all businesses (M of Marcon and Puech, 2010). Places where business of every kind is dense do not count as gathering.',
    noSector:
      'Choose a sector or a group of sectors first: all businesses together have nothing to gather beside.',
    classifications: {
      localised: 'It gathers more than chance',
      dispersed: 'It avoids itself more than chance',
      random: 'Not distinguishable from chance',
    },
    p: 'Over all distances p = {{p}}.',
    peak: 'Most within {{distance}}: {{times}} times its share among all.',
    byDistance: 'By distance',
    chart:
      'Chart of M by distance with the band of chance. The same figures are in the table below.',
    distanceAxis: 'Within metres (logarithmic)',
    within: 'Within',
    m: 'M (1: as among all)',
    band: 'Band of chance',
    basis:
      '{{points}} places of the selection among {{all}} of all businesses; {{labellings}} random labellings of all, of which 5 % leave the band anywhere.',
  },
};
