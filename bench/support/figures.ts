/** A figure of this run beside its floor of this run, both in the same unit. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly floor: { readonly what: string; readonly measured: number };
  readonly unit: string;
  /** What the figure divided by its floor should be; null where it is only told. */
  readonly target: { readonly atLeast: number } | { readonly atMost: number } | null;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Prints each figure beside its floor: on a machine that others use too, only the ratio means something. */
export function printFigures(figures: readonly Figure[]): void {
  for (const { what, measured, floor, unit, target } of figures) {
    const ratio = measured / floor.measured;
    console.log(`\n${what}\n  ${shown(measured)} ${unit}`);
    console.log(`  floor: ${shown(floor.measured)} ${unit}, ${floor.what}`);
    console.log(`  ratio: ${ratio.toFixed(2)}${target ? `, ${verdict(ratio, target)}` : ''}`);
  }
}

function verdict(ratio: number, target: NonNullable<Figure['target']>): string {
  const [wanted, met] =
    'atLeast' in target
      ? [`at least ${target.atLeast}`, ratio >= target.atLeast]
      : [`at most ${target.atMost}`, ratio <= target.atMost];
  return `target: ${wanted}, ${met ? 'met' : 'NOT met'}`;
}

const shown = (value: number) => Math.round(value).toLocaleString('en');
