import { locales } from '../../src/shared/locale.js';
import { allSamples, bareShell, fullShell, htmlFaults, pageNames, views } from './pages.js';

const samples = await allSamples();
const names = pageNames();

it('has a sample only for pages that exist', () => {
  expect([...samples.keys()].filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(names)('the page %s', (name) => {
  it('has a sample', () => {
    expect(samples.get(name) ?? []).not.toEqual([]);
  });

  it.each(locales)('is valid HTML with every sample in language %s', (locale) => {
    const pages = (samples.get(name) ?? []).flatMap((model) => [
      views.render(name, model, fullShell(locale)),
      views.render(name, model, bareShell(locale)),
    ]);
    expect(pages.flatMap(htmlFaults)).toEqual([]);
  });
});
