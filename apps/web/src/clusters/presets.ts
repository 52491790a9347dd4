import { USUAL_CLUSTERS, type ClusterChoices } from '../location-state/cluster-choices.js';

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
  const same = (name: PresetName) =>
    Object.entries(PRESETS[name]).every(
      ([key, value]) => choices[key as keyof ClusterChoices] === value,
    );
  return PRESET_NAMES.find(same) ?? null;
}
