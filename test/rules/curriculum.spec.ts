import fc from 'fast-check';
import { entryLevels } from '../../src/courses/course-level.rules.js';
import {
  adviceFor,
  changesIn,
  chosenIn,
  type Requirement,
  type Wanted,
} from '../../src/curriculum/curriculum.rules.js';

const functionId = fc.constantFrom('a', 'b', 'c', 'd');
const level = fc.constantFrom(...entryLevels);
const source = fc.option(fc.constantFrom('Handreiking', 'Besluit'), { nil: null });
const once = { selector: (row: { functionId: string }) => row.functionId };
const standing = fc.uniqueArray(fc.record({ functionId, level, source }), once);
const levels = fc.uniqueArray(fc.record({ functionId, level: fc.option(level, { nil: null }) }), once);

/** A curriculum after what was to be written. */
function after(before: readonly Requirement[], changes: readonly Wanted[]): Map<string, string> {
  const now = new Map(before.map((row) => [row.functionId, `${row.level} ${row.source}`]));
  for (const change of changes)
    if (change.level === null) now.delete(change.functionId);
    else now.set(change.functionId, `${change.level} ${change.source}`);
  return now;
}

describe('a curriculum', () => {
  it('stands after a change as it was wanted, and says nothing new about other functions', () => {
    fc.assert(
      fc.property(standing, levels, (before, wanted) => {
        const now = after(before, changesIn(before, chosenIn(before, wanted)));
        for (const { functionId: id, level: asked } of wanted)
          expect(now.get(id)?.split(' ')[0] ?? null).toBe(asked);
        for (const row of before.filter((old) => !wanted.some((one) => one.functionId === old.functionId)))
          expect(now.get(row.functionId)).toBe(`${row.level} ${row.source}`);
      }),
    );
  });

  it('has nothing left to write once it stands so', () => {
    fc.assert(
      fc.property(standing, (before) => {
        const same = before.map((row) => ({ functionId: row.functionId, level: row.level }));
        expect(changesIn(before, chosenIn(before, same))).toEqual([]);
      }),
    );
  });

  it('keeps who advised a level only as long as the level stays', () => {
    const before: Requirement[] = [{ functionId: 'a', level: 'basic', source: 'Handreiking' }];
    expect(chosenIn(before, [{ functionId: 'a', level: 'basic' }])[0]!.source).toBe('Handreiking');
    expect(chosenIn(before, [{ functionId: 'a', level: 'advanced' }])[0]!.source).toBeNull();
  });
});

describe('the advice', () => {
  const functions = [
    ...['aandachtsfunctionaris', 'beleidsmedewerker', 'baliemedewerker', 'boa'],
    ...['medewerker-sociale-zaken', 'wijkteammedewerker', 'docent', 'constructor'],
  ].map((code) => ({ id: code, code }));

  it('asks deepening of who coordinates or makes policy, and the basics of who must recognise signals', () => {
    const asked = adviceFor(functions, []).map((row) => [row.functionId, row.level]);
    expect(Object.fromEntries(asked)).toEqual({
      ...{ aandachtsfunctionaris: 'advanced', beleidsmedewerker: 'advanced' },
      ...{ baliemedewerker: 'basic', boa: 'basic' },
      ...{ 'medewerker-sociale-zaken': 'basic', wijkteammedewerker: 'basic' },
    });
  });

  it('leaves alone what is asked already', () => {
    const boa: Requirement = { functionId: 'boa', level: 'specialist', source: null };
    expect(adviceFor(functions, [boa]).map((row) => row.functionId)).not.toContain('boa');
  });
});
