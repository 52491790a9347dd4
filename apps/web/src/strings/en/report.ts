/** Of how what is shown is cited, shown elsewhere and printed. */
export const reportStrings = {
  sharing: {
    title: 'Cite, embed, print',
    titleWithoutMap: 'Cite, print',
    cite: 'To cite',
    bibtex: 'BibTeX',
    embed: 'To show the map on another page',
    figure: '{{title}}: {{figure}}',
    citation: 'Cluster Atlas. {{what}} ({{basis}}). Retrieved {{today}}, from {{address}}',
    keptRun: 'Kept run {{id}} · On {{date}}',
    copy: 'Copy',
    copyWhat: 'Copy: {{what}}',
    copied: 'Copied.',
    print: 'Print, or save as PDF',
  },
  report: {
    selection: 'Selection: {{selection}}',
    printed: 'Printed on {{date}}',
  },
};
