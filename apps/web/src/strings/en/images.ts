/** Of the map and charts as files. */
export const imageStrings = {
  images: {
    download: 'Download:',
    save: 'Save: {{what}}',
    saveAs: 'Save as {{format}}',
    saveWhatAs: 'Save as {{format}}: {{what}}',
    openMap: 'Save the map as an image',
    busy: 'Drawing…',
    done: 'Saved as {{file}}.',
    failed: 'The file could not be made. Try the other format, or a smaller window.',
    titleIn: '{{panel}}: {{title}}',
    everything: 'All businesses',
    source: 'Source: Cluster Atlas, {{address}}',
    saved: 'Saved on {{date}}',
    baseLeftOut:
      'The base map is left out: its server does not let other programs copy what it shows.',
    partlyLoaded: 'Part of the map had not been loaded.',
  },
};
