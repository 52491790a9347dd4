/** What the document of every `compute` command tells beside its own figures. */
export interface Summary {
  measure: string;
  /** Rows of the input. */
  n: number;
  /** What was asked for, defaults included; null where there is none. */
  parameters: Record<string, string | number | boolean | null | readonly (string | number)[]>;
  warnings: string[];
  /** Of the computation alone, without reading and writing files. */
  seconds: number;
}

export function timed<Result>(work: () => Result): { result: Result; seconds: number } {
  const started = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - started) / 1000 };
}

/** As `timed`, of work on other threads. */
export async function timedOnThreads<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; seconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - started) / 1000 };
}

/** The text for people: the measure's own lines, then what every measure tells. */
export function describe(lines: readonly string[], summary: Summary): string {
  const parameters = Object.entries(summary.parameters)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(',') : String(value)}`);
  return [
    ...lines,
    `Parameters: ${parameters.join(', ')}`,
    ...summary.warnings.map((warning) => `Note: ${warning}`),
    `${summary.seconds.toFixed(3)} s`,
  ].join('\n');
}
