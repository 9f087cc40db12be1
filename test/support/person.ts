import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import type { PageInspection } from './page-inspection.js';

type Name = string | RegExp;

/**
 * Someone before a screen, without scripts. Does what a person does, by the words that stand on the screen, and
 * every page passed is inspected.
 */
export class Person {
  private constructor(
    readonly page: Page,
    private readonly inspection: PageInspection,
  ) {}

  /** The width is in CSS pixels. */
  static async at(
    base: string,
    browser: Browser,
    inspection: PageInspection,
    width: number,
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: base,
      javaScriptEnabled: false,
      locale: 'nl-NL',
      viewport: { width, height: 800 },
    });
    context.setDefaultTimeout(30_000);
    return new Person(await context.newPage(), inspection);
  }

  /** Signs in as people do: asks for a link, opens the mail, presses the button. */
  async signIn(email: string): Promise<void> {
    await this.open('/sign-in');
    await this.fill('Zakelijk e-mailadres', email);
    await this.press('Stuur mij een link');
    await this.readMail(email, 'Uw link om in te loggen bij Leerlijn');
    await this.follow(/\/sign-in\/links\//);
    await this.press('Inloggen');
  }

  /** Opens the newest mail with this subject in the mailbox of local mode. */
  async readMail(email: string, subject: Name): Promise<void> {
    await this.open(`/local/mailbox?q=${encodeURIComponent(email)}`);
    await this.goTo(this.page.getByRole('link', { name: subject }).first());
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.inspection.take(this.page);
  }

  async follow(link: Name): Promise<void> {
    if (!(await this.link(link).isVisible())) await this.openMenu();
    if (!(await this.link(link).isVisible())) await this.enterGroup(link);
    await this.goTo(this.link(link));
  }

  async press(button: Name): Promise<void> {
    await this.goTo(this.page.getByRole('button', { name: button, exact: true }));
  }

  async fill(label: Name, value: string): Promise<void> {
    await this.page.getByLabel(label).fill(value);
  }

  async choose(label: Name, option: RegExp): Promise<void> {
    const list = this.page.getByLabel(label);
    const value = await list.locator('option', { hasText: option }).getAttribute('value');
    await list.selectOption(value);
  }

  /** Chooses one answer for one of a group of fields. */
  async mark(group: Name, answer: string): Promise<void> {
    await this.page.getByRole('group', { name: group }).getByLabel(answer, { exact: true }).check();
  }

  /** What stands in the content of the page, as it reads: every run of white space is one space. */
  async text(): Promise<string> {
    return (await this.page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');
  }

  /** How the links of the navigation bar are called, also of groups one is not in. */
  async navigation(): Promise<string[]> {
    await this.openMenu();
    await this.inspection.take(this.page);
    return this.page.getByRole('navigation').first().locator('a').allTextContents();
  }

  /** Fetches a file by its link: how it is called and what is in it. */
  async download(link: Name): Promise<{ readonly name: string; readonly content: Buffer }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download', { timeout: 30_000 }),
      this.click(this.link(link)),
    ]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  /** Unfolds the navigation where it is folded, as on a phone. */
  private async openMenu(): Promise<void> {
    const menu = this.page.getByRole('navigation').locator('details:not([open]) > summary');
    if (await menu.isVisible()) await menu.click();
  }

  /** Follows the group of the navigation that has the link, where there is one. */
  private async enterGroup(name: Name): Promise<void> {
    const inside = this.page.getByRole('link', { name, exact: true, includeHidden: true });
    const group = this.page.getByRole('navigation').locator('.ll-nav-group').filter({ has: inside });
    if ((await group.count()) > 0) await this.goTo(group.first().locator('> a'));
  }

  /** The first link that is called so: lists may offer the same thing twice. */
  private link(name: Name): Locator {
    return this.page.getByRole('link', { name, exact: true }).first();
  }

  private async goTo(target: Locator): Promise<void> {
    await this.click(target);
    await this.page.waitForLoadState('load');
    await this.inspection.take(this.page);
  }

  private async click(target: Locator): Promise<void> {
    try {
      await target.click();
    } catch (cause) {
      const page = `${await this.page.title()} (${this.page.url()})`;
      throw new Error(`This is not on ${page}, which reads: ${await this.text()}`, { cause });
    }
  }
}
