import { lazy, type ComponentType } from 'react';

/**
 * A chart whose code comes when it is first shown: Observable Plot is larger than all the rest.
 *
 * `lazy` alone keeps a failure for ever; here the next attempt to show the chart asks again.
 */
export function lateChart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const late = { Chart: ask() };
  function ask() {
    return lazy(() =>
      load().catch((error: unknown) => {
        late.Chart = ask();
        throw error;
      }),
    );
  }
  return function LateChart(props: Props) {
    const { Chart } = late;
    return <Chart {...props} />;
  };
}
