/** Of runs that are kept under a name. */
export const keptRunStrings = {
  kept: {
    choice: 'Which clusters',
    anew: 'Found anew, with the filters',
    option_one: '{{name}}: {{formatted}} cluster of {{date}}',
    option_other: '{{name}}: {{formatted}} clusters of {{date}}',
    meaning:
      'These clusters were kept when they were found: neither filters nor newer data change them. The dots and counts on the map still follow the filters.',
    versions: 'In the kept runs',
    permanent: 'Permanent id: {{id}}',
    run: 'Run',
    date: 'Day that is mapped',
    size: 'Businesses',
    asJson: 'The whole run as JSON, which stays the same to the byte',
  },
};
