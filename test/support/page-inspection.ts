import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** In CSS pixels: the narrowest that WCAG asks for, a phone, a desk. */
const WIDTHS = [320, 360, 1280];

interface Seen {
  readonly url: string;
  readonly html: string;
  readonly width: number;
}

/**
 * Looks at the pages that people without scripts have before them, exactly as they stand there, in a second
 * window that does have scripts, because the checks need them. It does so while the people go on.
 */
export class PageInspection {
  private readonly known = new Set<string>();
  private readonly faults: string[] = [];
  private current: Seen | null = null;
  private work = Promise.resolve();

  private constructor(private readonly window: Page) {}

  static async open(browser: Browser): Promise<PageInspection> {
    const context = await browser.newContext({ locale: 'nl-NL' });
    const inspection = new PageInspection(await context.newPage());
    await context.route('**', (route) =>
      route.request().isNavigationRequest()
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: inspection.current?.html ?? '' })
        : route.continue(),
    );
    return inspection;
  }

  /** Takes in a page as it is now; it is looked at when its turn comes. */
  async take(page: Page): Promise<void> {
    // A mail in a frame is looked at in a test of its own; no script comes into that frame, also not one that checks it.
    const html = (await page.content()).replaceAll(/<iframe [^>]*><\/iframe>/g, '');
    const seen = { url: page.url(), html, width: page.viewportSize()?.width ?? 1280 };
    // The same page with only another key in it, such as that of a sign-in link, need not be looked at again.
    const key = `${seen.width} ${seen.html.replaceAll(/[\w-]{36,}/g, '')}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    this.work = this.work.then(() => this.look(seen));
  }

  /** Every fault of the pages taken in by now: not accessible (axe), or wider than the window. */
  async found(): Promise<readonly string[]> {
    await this.work;
    return this.faults;
  }

  private async look(seen: Seen): Promise<void> {
    this.current = seen;
    await this.window.goto(seen.url);
    const faults = [...(await this.tooWide()), ...(await this.inaccessible(seen.width))];
    const page = `${await this.window.title()} (${new URL(seen.url).pathname}, ${seen.width} px)`;
    this.faults.push(...faults.map((fault) => `${page}: ${fault}`));
  }

  private async tooWide(): Promise<string[]> {
    const faults: string[] = [];
    for (const width of WIDTHS) {
      await this.window.setViewportSize({ width, height: 800 });
      const needed = await this.window.evaluate('document.scrollingElement.scrollWidth');
      if (Number(needed) > width) faults.push(`is ${String(needed)} px wide in a window of ${width} px`);
    }
    return faults;
  }

  private async inaccessible(width: number): Promise<string[]> {
    await this.window.setViewportSize({ width, height: 800 });
    // There are no frames, and without looking for them it takes half the time.
    const axe = new AxeBuilder({ page: this.window }).withTags(STANDARDS).setLegacyMode();
    const { violations } = await axe.analyze();
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }
}
