/** Of the finer parameters by which clusters are found. */
export const advancedStrings = {
  advanced: {
    title: 'Advanced',
    labels: 'A border business joins',
    labelsBy: {
      nearest: 'the cluster of its nearest core',
      sklearn: 'as in scikit-learn and R',
      postgis: 'as in PostGIS',
      star: 'no cluster (DBSCAN*)',
    },
    labelsMeaning:
      'A border business is in reach of a core but has too few neighbours itself. Cores and the number of clusters are the same either way; choose another program’s rule to compare with it.',
    selection: 'Which clusters are taken',
    selections: {
      eom: 'those that last longest (excess of mass)',
      leaf: 'the smallest ones (leaves)',
    },
    selectionMeaning: 'Leaves split large clusters into their densest parts.',
    minSamples: 'Neighbours for the core distance',
    minSamplesMeaning:
      'Empty: as many as the smallest cluster has, {{usual}}. More leave more businesses outside of clusters.',
    minScale: 'Least distance told apart, in metres',
    minScaleMeaning:
      'Empty: 0 for businesses, 100 for jobs. Keeps a single address from being a cluster of limitless density.',
    selectionEpsilon: 'Clusters closer than so many metres are one',
    selectionEpsilonMeaning: '0: clusters are kept apart at any distance.',
    reset: 'Back to the usual parameters',
  },
};
