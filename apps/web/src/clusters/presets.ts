import {
  USUAL_CLUSTERS,
  writeClusterChoices,
  type ClusterChoices,
} from '../location-state/cluster-choices.js';

/** Ways of finding clusters that have a name. */
export const PRESETS = {
  hub: USUAL_CLUSTERS,
  micro: { ...USUAL_CLUSTERS, eps: 500 },
  creative: { ...USUAL_CLUSTERS, eps: 500, minSize: 50 },
  hierarchical: { ...USUAL_CLUSTERS, method: 'hdbscan' },
} as const satisfies Record<string, ClusterChoices>;

export type PresetName = keyof typeof PRESETS;

export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];

/** Null if they have no name. */
export function presetOf(choices: ClusterChoices): PresetName | null {
  const written = String(writeClusterChoices(choices));
  const same = (name: PresetName) => String(writeClusterChoices(PRESETS[name])) === written;
  return PRESET_NAMES.find(same) ?? null;
}
