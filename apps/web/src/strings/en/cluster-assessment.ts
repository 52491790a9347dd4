/** Of how clusters stand beside others, and what speaks for them. */
export const clusterAssessmentStrings = {
  tiers: {
    title: 'Beside the other clusters',
    names: {
      none: 'No tier',
      qualifying: 'Qualifying',
      significant: 'Significant',
      strong: 'Strong',
      strong10: 'Strong, among the top tenth',
    },
    unknown: 'None of its businesses states jobs, by which clusters are compared here.',
    notCompared:
      'Not compared: that needs a choice of sector and at least four clusters in the list.',
    how: 'How tiers are told',
    rule: 'Beside the {{compared}} clusters of the list. Every tier needs more {{amount}} than {{least}} and more establishments than {{establishments}}, the lower quartiles, and a location quotient:',
    above: 'above {{lq}}',
    from: '{{lq}} or more',
    amounts: { jobs: 'jobs', businesses: 'businesses' },
    coverage:
      'Amounts are {{amount}}: {{share}} of the businesses of the clusters state jobs, and jobs are compared from half on. Rule of Delgado, Porter and Stern (2014).',
  },
  evidence: {
    title: 'Evidence',
    criteria: {
      coLocated: 'Co-located',
      related: 'Related',
      linked: 'Linked',
      active: 'Active',
    },
    verdicts: { met: 'Met', notMet: 'Not met', noEvidence: 'No evidence' },
    before: 'three years before',
    against: 'In the whole selection: {{figure}}.',
    figures: {
      coLocated: 'p = {{p}}.',
      related: '{{figure}} of its pairs of businesses.',
      active: 'Change: {{figure}}.',
    },
    rules: {
      coLocated: 'Met where the significance test gives p below 0.05.',
      related:
        'Met where more pairs of its businesses are of one division than in the whole selection. No evidence where the selection is one division.',
      linked: 'Would need data of who supplies whom, and none are loaded.',
      active:
        'Met where more of the selected businesses are inside the outline than {{date}}. No evidence where that was before the first data loaded, which holds survivors only.',
    },
  },
};
