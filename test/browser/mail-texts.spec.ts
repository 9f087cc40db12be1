import { startScreens, type ExampleScreens } from '../support/example-screens.js';

const LONGEST = 3 * 60_000;
const CONTACT = 'contact.almere@flevoland.example';

let screens: ExampleScreens;

beforeAll(async () => {
  screens = await startScreens('2026-10-05T08:00:00Z');
}, LONGEST);
afterAll(() => screens.stop());

test.each([360, 1280])(
  'a contact words a mail, sees it in its frame as often as wanted, and saves it, at %d pixels and without scripts',
  async (width) => {
    const contact = await screens.signedIn(CONTACT, width);
    await contact.follow('Mailteksten');
    await contact.follow(/Standaardtekst ?: Plaats bevestigd, Nederlands/);
    const frame = contact.page.frameLocator('iframe[name=preview]');
    // The first words stand in the mail twice, once for the list of mail and not to be seen.
    const isShown = (words: string | RegExp) => frame.getByText(words).last().waitFor();
    await isShown('U hebt een plaats in de training');
    const opening = contact.page.getByLabel('Begin van de mail', { exact: true });
    await opening.fill('Welkom, {{naam}}.');
    await contact.press('Bekijk het voorbeeld');
    await isShown('Op regel 1 staat {{naam}}. Dat gegeven is er niet.');
    await opening.fill('Welkom, {{name}}.');
    await contact.press('Bekijk het voorbeeld');
    await isShown(/^Welkom, [^{]+\.$/);
    await contact.press('Bekijk het voorbeeld als gewone tekst');
    await isShown(/Bekijk mijn trainingen: http/);
    expect(await opening.inputValue()).toBe('Welkom, {{name}}.');
    await opening.fill('Welkom, {{naam}}.');
    await contact.press('Tekst opslaan');
    expect(await contact.text()).toContain('Begin van de mail: Op regel 1 staat {{naam}}.');
    await opening.fill(`Welkom, {{name}}, op ${width}.`);
    await contact.press('Stuur mij een proefmail');
    expect(await contact.text()).toContain('De proefmail is op weg naar uw eigen adres.');
    await contact.press('Tekst opslaan');
    expect(await contact.text()).toContain('is opgeslagen en geldt vanaf nu');
    await contact.follow(/Tekst van uw gemeente ?: Plaats bevestigd, Nederlands/);
    await contact.page.getByLabel('Zet ‘Begin van de mail’ terug naar de tekst zonder de uwe').check();
    await contact.press('Tekst opslaan');
    await contact.leave();
    expect(await screens.faults()).toEqual([]);
  },
  LONGEST,
);

test(
  'the frame follows what is typed, as HTML and as plain text, and going back leaves the page at once',
  async () => {
    const contact = await screens.signedIn(CONTACT, 1280);
    await contact.follow('Mailteksten');
    await contact.follow(/Standaardtekst ?: Op de wachtlijst gezet, Nederlands/);
    const context = await contact.page
      .context()
      .browser()!
      .newContext({
        storageState: await contact.page.context().storageState(),
      });
    const page = await context.newPage();
    await page.goto(contact.page.url());
    const steps = await page.evaluate(() => history.length);
    const frame = page.frameLocator('iframe:not([hidden])');
    const opening = page.getByLabel('Begin van de mail', { exact: true });
    await opening.fill('Dag ');
    await opening.pressSequentially('{{naam}}.');
    await frame.getByText('Op regel 1 staat {{naam}}.').waitFor();
    await opening.fill('Welkom, {{name}}.');
    await frame
      .getByText(/^Welkom, [^{]+\.$/)
      .last()
      .waitFor();
    await page.getByRole('button', { name: 'Bekijk het voorbeeld als gewone tekst' }).click();
    await opening.fill('Hallo, {{name}}.');
    await frame
      .locator('pre')
      .getByText(/Hallo, [^{]+\./)
      .waitFor();
    expect(await page.locator('iframe').count()).toBe(1);
    expect(await page.evaluate(() => history.length)).toBe(steps);
    await page.reload();
    expect(await opening.inputValue()).not.toContain('Hallo');
    await context.close();
    await contact.leave();
    expect(await screens.faults()).toEqual([]);
  },
  LONGEST,
);
