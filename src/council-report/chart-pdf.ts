import { type PdfPage, writeDecoration } from '../platform/files/pdf-page.js';
import type { Chart } from './chart.pages.js';

const INK = '#1c262d';
const STRIPE = 4;
const TEXT_SIZE = 8;

type Bar = Chart['legend'][number];
type Box = readonly [number, number, number, number];

/**
 * Draws a chart where a screen reader passes over it: the table beside it says the same. Gives the y of its lower edge;
 * what does not fit on the page goes on at the next.
 */
export function writeChart(
  page: PdfPage,
  chart: Chart,
  {
    x,
    y: top,
    width,
    bottom,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly bottom: number },
): number {
  const scale = width / chart.width;
  const drawing = new Drawing(page, x, scale, chart.barHeight);
  let offset = top;
  for (const bar of chart.legend) drawing.bar(bar, offset);
  for (const { label, y, bars } of chart.groups) {
    const last = bars.at(-1)!;
    if (offset + (last.y + chart.barHeight) * scale > bottom) {
      page.addPage();
      offset = x - (y - 16) * scale;
    }
    drawing.text(label, 0, offset + (y - 11) * scale);
    for (const bar of bars) drawing.bar(bar, offset);
  }
  return offset + chart.height * scale;
}

class Drawing {
  constructor(
    private readonly page: PdfPage,
    private readonly left: number,
    private readonly scale: number,
    private readonly barHeight: number,
  ) {}

  text(text: string, x: number, y: number): void {
    this.page.markContent('Artifact', { type: 'Layout' });
    this.page
      .font('regular', TEXT_SIZE)
      .fillColor(INK)
      .text(text, this.left + x * this.scale, y, { lineBreak: false });
    this.page.endMarkedContent();
  }

  bar({ y, width, text, textX, fill }: Bar, offset: number): void {
    const box: Box = [this.left, offset + y * this.scale, width * this.scale, this.barHeight * this.scale];
    if (width > 0)
      writeDecoration(this.page, INK, fill === 'solid' ? [box] : outlineOf(box, fill === 'striped'));
    this.text(text, textX, offset + (y - 1) * this.scale);
  }
}

/** The edges of a box, and stripes in it. */
function outlineOf([x, y, width, height]: Box, isStriped: boolean): Box[] {
  const edge = 0.75;
  const stripes = isStriped ? Math.floor(width / STRIPE) : 0;
  return [
    [x, y, width, edge],
    [x, y + height - edge, width, edge],
    [x, y, edge, height],
    [x + width - edge, y, edge, height],
    ...Array.from({ length: stripes }, (_, index): Box => [x + index * STRIPE, y, STRIPE / 2, height]),
  ];
}
