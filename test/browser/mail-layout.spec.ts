import { AxeBuilder } from '@axe-core/playwright';
import { renderLetter, type Letter } from '../../src/platform/mail/letter.js';
import { locales } from '../../src/shared/locale.js';
import { startBrowser, type TestBrowser } from '../support/browser.js';

const letter: Letter = {
  subject: 'U bent ingeschreven: Basistraining op donderdag 12 november 2026',
  greeting: 'Beste Noor Voorbeeld,',
  paragraphs: ['U hebt een plaats in de training ‘Basistraining’.', 'Neem uw legitimatiebewijs mee.'],
  details: [
    { label: 'Plaats', value: 'Stadhuis, zaal 1, Stadhuisplein 1, Almere' },
    { label: 'Online meedoen', value: `https://meet.example.nl/${'training-'.repeat(12)}` },
  ],
  action: {
    label: 'Bekijk mijn trainingen',
    url: `https://leerlijn.example.nl/enrolments/${'x'.repeat(90)}`,
  },
  closing: ['Kunt u niet komen? Meld u dan op tijd af in Leerlijn.'],
};

let started: TestBrowser;

beforeAll(async () => {
  started = await startBrowser();
});
afterAll(() => started.stop());

describe.each(['light', 'dark'] as const)('a mail to who reads with %s colours', (colorScheme) => {
  test.each([320, 360, 1280])('reads well at %d pixels', async (width) => {
    const context = await started.browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const { html } = await renderLetter(letter, 'nl', 'Flevoland');
    await page.setContent(html);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: at }) => at).join(' ')}`);
    const background = await page.evaluate(
      'getComputedStyle(document.querySelector(".ll-sheet")).backgroundColor',
    );
    const tooWide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    await context.close();
    expect(faults).toEqual([]);
    expect(tooWide).toBeLessThanOrEqual(0);
    expect(background).toBe(colorScheme === 'dark' ? 'rgb(28, 38, 47)' : 'rgb(255, 255, 255)');
  });
});

test.each(locales)(
  'a mail in %s fetches nothing, says its language and has no text that only an image tells',
  async (locale) => {
    const { html } = await renderLetter(letter, locale, 'Flevoland');
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).not.toMatch(/<img|<link|<script|@import|@font-face|url\(/i);
    expect(html.match(/<table(?![^>]*role="presentation")/g)).toBeNull();
  },
);

test('the list of mail shows the first words behind the subject, and the mail itself does not repeat them', async () => {
  const { html } = await renderLetter(letter, 'nl', null);
  expect(html).toContain('overflow:hidden;">U hebt een plaats in de training ‘Basistraining’.</div>');
  expect(html).toMatch(/<div style="display:none;/);
});

test('the head of a mail says on whose behalf it is sent', async () => {
  expect((await renderLetter(letter, 'nl', 'Regio <Zuid>')).html).toContain('· Regio &lt;Zuid&gt;</span>');
  expect((await renderLetter(letter, 'nl', null)).html).not.toContain('·');
});
