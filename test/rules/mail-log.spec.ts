import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { withoutOutsideLinks } from '../../src/mail-log/outside-links.rules.js';
import { messages } from '../../src/messages.js';
import { viewsFolder } from '../../src/platform/web/views.js';

const OWN = 'https://leerlijn.example';

describe('the reasons for which mail is posted', () => {
  const sources = readdirSync(join(viewsFolder, '../src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(service|jobs)\.ts$/.test(file))
    .map((file) => readFileSync(join(viewsFolder, '../src', file), 'utf8'))
    .filter((source) => source.includes('ostbox.post('));
  const posted = sources.flatMap((source) =>
    [...source.matchAll(/\breason: '([a-z-]+\.[A-Za-z-]+)'/g)].map(([, reason]) => reason!),
  );

  test('all have a name in both languages', () => {
    expect(posted.length).toBeGreaterThan(15);
    for (const reason of posted)
      for (const texts of [messages.nl, messages.en]) expect(texts).toHaveProperty([`mail.reason.${reason}`]);
  });

  test('have names that differ', () => {
    for (const texts of [messages.nl, messages.en]) {
      const names = Object.entries(texts).flatMap(([key, name]) =>
        key.startsWith('mail.reason.') ? [name] : [],
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('the text of a mail for who did not get it', () => {
  const path = fc.webPath();

  test('keeps every address of our own', () => {
    fc.assert(
      fc.property(path, fc.string(), (where, text) => {
        const said = text.replaceAll(/https?:/g, '');
        expect(withoutOutsideLinks(`${said} ${OWN}${where || '/'}`, OWN)).toBe(
          `${said} ${OWN}${where || '/'}`,
        );
      }),
    );
  });

  test('keeps no other address, not even one that begins like ours', () => {
    const outside = fc.oneof(
      fc.webUrl(),
      path.map((where) => `${OWN}.kwaad.example${where}`),
      path.map((where) => `${OWN}@kwaad.example${where}`),
    );
    fc.assert(
      fc.property(outside, fc.constantFrom('', ' ', '"', '<br>'), (address, after) => {
        const left = withoutOutsideLinks(`Deelnemen: ${address}${after}`, OWN);
        expect(left).not.toMatch(/https?:/);
        expect(left.startsWith('Deelnemen: […]')).toBe(true);
      }),
    );
  });
});
