import { type PdfPage, writeDecoration, writeUnread } from '../platform/files/pdf-page.js';
import type { Chart } from './chart.pages.js';

const INK = '#1c262d';
const STRIPE = 4;
const TEXT_SIZE = 8;
const WIDEST_TEXT = 220;
/** How far above its base line the text of a label begins, in units of the chart. */
const LABEL = 11;

type Bar = Chart['legend'][number];
type Box = readonly [number, number, number, number];

/**
 * Draws a chart where a screen reader passes over it: the table beside it says the same. Gives the y of its lower edge;
 * what does not fit on the page goes on at the next.
 */
export function writeChart(
  page: PdfPage,
  chart: Chart,
  { left, top, bottom, y: start, width }: Readonly<Record<'left' | 'top' | 'bottom' | 'y' | 'width', number>>,
): number {
  const scale = width / chart.width;
  const drawing = new Drawing(page, left, scale, chart.barHeight);
  let offset = start;
  for (const bar of chart.legend) drawing.bar(bar, offset);
  for (const { label, y, bars } of chart.groups) {
    const last = bars.at(-1)!;
    if (offset + (last.y + chart.barHeight) * scale > bottom) {
      page.addPage();
      offset = top - (y - LABEL) * scale;
    }
    drawing.text(label, 0, offset + (y - LABEL) * scale);
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
    const size = TEXT_SIZE;
    const place = { x: this.left + x * this.scale, y, width: WIDEST_TEXT, height: 2 * size };
    writeUnread(this.page, { text, font: 'regular', size, colour: INK, ...place });
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
