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
