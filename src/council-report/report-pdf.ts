import {
  PdfPage,
  type PdfStructure,
  type TextBox,
  writeDecoration,
  writeText,
} from '../platform/files/pdf-page.js';
import { writeChart } from './chart-pdf.js';
import { headerText, type ShownChapter, type ShownTable } from './report.pages.js';

/** A report on paper, in words. */
export interface ReportPaper {
  readonly title: string;
  readonly regionName: string;
  readonly madeAt: Date;
  /** Whether it is a draft, and what holds for all chapters. */
  readonly lines: readonly string[];
  readonly chapters: readonly ShownChapter[];
}

const INK = '#1c262d';
const LINE = '#8a979f';
// A4 in points.
const PAGE = { left: 40, right: 555, top: 40, bottom: 802 };
const WIDTH = PAGE.right - PAGE.left;
const LABEL_WIDTH = 125;
const CHART_WIDTH = 360;
/** What a chart needs at least on the page on which it begins. */
const FIRST_BARS = 110;
const SIZE = { title: 20, heading: 15, caption: 11, text: 10, cell: 8 };

type Font = TextBox['font'];

/** Writes a report in Dutch as a tagged PDF (PDF/A-2a), on as many pages as it takes; a stream of bytes. */
export function writeReport(paper: ReportPaper): PdfPage {
  const { title, regionName: author, madeAt: createdAt } = paper;
  const page = new PdfPage({ title, author, locale: 'nl', createdAt });
  const root = page.struct('Document');
  page.addStructure(root);
  const sheet = new Sheet(page, root);
  sheet.write('H1', title, 'semibold', SIZE.title);
  for (const line of paper.lines) sheet.write('P', line, 'regular', SIZE.text);
  for (const chapter of paper.chapters) writeChapter(sheet, chapter);
  root.end();
  page.end();
  return page;
}

function writeChapter(sheet: Sheet, { title, definition, text, tables, empty }: ShownChapter): void {
  sheet.skip(14);
  sheet.keep(120);
  sheet.write('H2', title, 'semibold', SIZE.heading);
  for (const paragraph of text) sheet.write('P', paragraph, 'regular', SIZE.text);
  sheet.write('P', definition, 'regular', SIZE.text);
  if (empty !== null) sheet.write('P', empty, 'regular', SIZE.text);
  for (const table of tables) writeTable(sheet, table);
}

function writeTable(sheet: Sheet, table: ShownTable): void {
  sheet.skip(8);
  sheet.keep(110);
  sheet.write('P', table.caption, 'semibold', SIZE.caption);
  sheet.table((row) => {
    row([table.lineHeader, ...table.headers.map(headerText)], 'header');
    for (const { label, cells } of table.lines) row([label, ...cells], 'line');
    if (table.total) row([table.totalLabel, ...table.total], 'total');
  });
  if (table.chart === null) return;
  const { chart } = table;
  sheet.skip(8);
  sheet.keep(FIRST_BARS);
  sheet.draw((page, y) => writeChart(page, chart, { ...PAGE, y, width: CHART_WIDTH }));
}

/** Where on which page the next thing comes. */
class Sheet {
  private y = PAGE.top;

  constructor(
    private readonly page: PdfPage,
    private readonly root: PdfStructure,
  ) {}

  skip(height: number): void {
    this.y += height;
  }

  /** Goes on at the next page where there is less room than this. */
  keep(height: number): void {
    if (this.y + height <= PAGE.bottom || this.y === PAGE.top) return;
    this.page.addPage();
    this.y = PAGE.top;
  }

  write(tag: 'H1' | 'H2' | 'P', text: string, font: Font, size: number): void {
    const height = this.heightOf(text, font, size, WIDTH);
    this.keep(height);
    const box = { text, font, size, y: this.y, height: height + 1, colour: INK, x: PAGE.left, width: WIDTH };
    this.y = writeText(this.page, this.root, tag, box) + 4;
  }

  draw(work: (page: PdfPage, y: number) => number): void {
    this.y = work(this.page, this.y);
  }

  table(fill: (row: (texts: readonly string[], kind: 'header' | 'line' | 'total') => void) => void): void {
    const table = this.page.struct('Table');
    this.root.add(table);
    fill((texts, kind) => this.row(table, texts, kind));
    table.end();
  }

  private row(table: PdfStructure, texts: readonly string[], kind: 'header' | 'line' | 'total'): void {
    const font: Font = kind === 'line' ? 'regular' : 'semibold';
    const width = (WIDTH - LABEL_WIDTH) / (texts.length - 1);
    const widthOf = (index: number): number => (index === 0 ? LABEL_WIDTH : width) - 6;
    const height =
      Math.max(...texts.map((text, index) => this.heightOf(text, font, SIZE.cell, widthOf(index)))) + 6;
    this.keep(height);
    const row = this.page.struct('TR');
    table.add(row);
    texts.forEach((text, index) => {
      const x = PAGE.left + (index === 0 ? 0 : LABEL_WIDTH + (index - 1) * width) + 3;
      const box = {
        text,
        font,
        size: SIZE.cell,
        colour: INK,
        x,
        y: this.y + 3,
        width: widthOf(index),
        height,
      };
      writeText(this.page, row, kind === 'header' || index === 0 ? 'TH' : 'TD', box);
    });
    row.end();
    this.y += height;
    writeDecoration(this.page, LINE, [[PAGE.left, this.y, WIDTH, 0.5]]);
  }

  private heightOf(text: string, font: Font, size: number, width: number): number {
    return this.page.font(font, size).heightOfString(text, { width });
  }
}
