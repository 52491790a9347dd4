/** How businesses belong to a cluster. */
export const memberStrings = {
  members: {
    order: 'Order',
    orders: {
      entered: 'As they were entered',
      name: 'By name',
      distance: 'Nearest to the centre first',
      jobs: 'Most employees first',
      membership: 'Core before border, then by membership',
    },
    which: 'Which',
    kinds: { all: 'All', core: 'Core only', border: 'Border only' },
    none: 'None of them belongs so.',
    partCsv: 'Download these as CSV',
    core: 'core',
    border: 'border',
    unknown: 'how it belonged was not stored',
    gone: 'A business that is in the directory no more',
    ended: 'closed on {{date}}',
    unplaced: 'nowhere on the map now',
    kept: 'Who was in it when the run was kept, as the directory has them now.',
    probability: 'membership {{probability}}',
    dbscan:
      'Core: as many businesses, or jobs, as asked for are near it. Border: it is only within reach of a core. Of several places of a business in the cluster the strongest counts.',
    hdbscan:
      'Membership is from 0 to 1: 1 in the densest part of the cluster, near 0 where it is only just part of it. It is a density beside the greatest of the cluster, not a chance. Where many share one place, density there has no limit, and all elsewhere have 0. Of several places of a business in the cluster the strongest counts.',
  },
};
