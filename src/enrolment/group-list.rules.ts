/** How many people are enrolled in one go at most. */
export const LARGEST_GROUP = 500;

/** A line of a list with its number, counted from 1 as a spreadsheet numbers its rows. */
export interface ListLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Whom a line means: by work address, else by name and organisation; or why that cannot be told. */
export type Named =
  | {
      readonly by: 'email';
      readonly email: string;
      /** What they seem to be called; null where the line does not say so. */
      readonly name: string | null;
    }
  | { readonly by: 'name'; readonly name: string; readonly organisation: string }
  | { readonly by: 'nothing'; readonly reason: 'several-addresses' | 'nothing-to-go-by' };

export type ListedPerson = Named & {
  readonly line: number;
  /** What stands on the line, to show it again. */
  readonly written: string;
};

type ColumnName = 'email' | 'name' | 'firstName' | 'prefix' | 'lastName' | 'organisation';
interface Columns {
  readonly places: ReadonlyMap<ColumnName, number>;
  /** Where the address of someone else may stand, whom nobody means to enrol. */
  readonly ofOthers: ReadonlySet<number>;
}

/** What people write above these columns, in small letters and letters only. */
const COLUMN_WORDS: Readonly<Record<ColumnName, readonly string[]>> = {
  email: [
    ...['email', 'emailadres', 'mail', 'mailadres', 'werkmail', 'werkemail', 'zakelijkemail'],
    ...['zakelijkemailadres', 'emailadreszakelijk', 'emailaddress', 'workemail', 'workemailaddress'],
  ],
  name: ['naam', 'volledigenaam', 'deelnemer', 'medewerker', 'name', 'fullname', 'participant', 'employee'],
  firstName: ['voornaam', 'roepnaam', 'firstname'],
  prefix: ['tussenvoegsel', 'tussenvoegsels', 'voorvoegsel', 'voorvoegsels'],
  lastName: ['achternaam', 'lastname', 'surname'],
  organisation: [
    'organisatie',
    'organisatienaam',
    'werkgever',
    'school',
    'organisation',
    'organization',
    'employer',
  ],
};
const OF_SOMEONE_ELSE = /leidinggevende|teamleider|manager|contactpersoon|supervisor/;
/** Above the names of the columns there may be a title and a date. */
const TITLE_LINES = 10;

/** Whom a list means, line by line; the lines down to the one that names the columns are left out where there is one. */
export function peopleOf(lines: readonly ListLine[]): ListedPerson[] {
  const headers = lines.slice(0, TITLE_LINES).map(({ cells }) => columnsOf(cells));
  const header = headers.findIndex((columns) => columns !== null);
  const columns = headers[header] ?? null;
  const below = lines.slice(header + 1);
  const alone = below.length === 1;
  return below.flatMap(({ line, cells }) =>
    (columns === null ? recipientsOf(cells, alone) : [cells]).map((part) => ({
      ...whomOf(part.map(plain), columns),
      ...{ line, written: part.map(plain).filter(Boolean).join(' · ') },
    })),
  );
}

/**
 * The recipients of a mail stand on one line: 'Jip Jansen <jip@school.example.nl>; Janneke <janneke@school.example.nl>'.
 * Each is someone apart. Bare addresses alone are so only where there is no other line: they may be columns, one of them
 * of somebody's boss.
 */
function recipientsOf(cells: readonly string[], alone: boolean): (readonly string[])[] {
  const parts = cells.flatMap((cell) => cell.split(';')).filter((part) => plain(part) !== '');
  const areRecipients =
    parts.every((part) => addressesIn([part]).length === 1) &&
    (alone || parts.some((part) => part.includes('<')));
  return areRecipients && addressesIn(parts).length > 1 ? parts.map((part) => [part]) : [cells];
}

/** The places of the columns that we know, when this line names them: never where an address stands. */
function columnsOf(cells: readonly string[]): Columns | null {
  if (cells.some((cell) => cell.includes('@'))) return null;
  const words = cells.map((cell) =>
    plain(cell)
      .toLowerCase()
      .replaceAll(/[^a-z]/g, ''),
  );
  const places = new Map<ColumnName, number>();
  for (const [name, known] of Object.entries(COLUMN_WORDS)) {
    const place = words.findIndex((word) => known.includes(word));
    if (place !== -1) places.set(name as ColumnName, place);
  }
  if (!places.has('email') && !places.has('name') && !places.has('lastName')) return null;
  const ofOthers = new Set(words.flatMap((word, place) => (OF_SOMEONE_ELSE.test(word) ? [place] : [])));
  return { places, ofOthers };
}

function whomOf(cells: readonly string[], columns: Columns | null): Named {
  const column = (name: ColumnName) => cells[columns?.places.get(name) ?? -1] ?? '';
  const [first = '', second = ''] = cells.filter(Boolean);
  const parts = [column('firstName'), column('prefix'), column('lastName')].filter(Boolean).join(' ');
  const name = firstNameFirst(columns ? column('name') || parts : first);
  const organisation = columns ? column('organisation') : second;
  const [address, another] = addressesOf(cells, columns);
  if (another !== undefined) return { by: 'nothing', reason: 'several-addresses' };
  if (address !== undefined)
    return { by: 'email', email: address, name: name === '' || name.includes('@') ? null : name };
  if (name === '' || organisation === '') return { by: 'nothing', reason: 'nothing-to-go-by' };
  return { by: 'name', name, organisation };
}

/** Those in the column of addresses; where that holds none, those that stand elsewhere on the line. */
function addressesOf(cells: readonly string[], columns: Columns | null): string[] {
  const named = addressesIn([cells[columns?.places.get('email') ?? -1] ?? '']);
  return named.length > 0 ? named : addressesIn(cells.filter((_, place) => !columns?.ofOthers.has(place)));
}

/** 'Jip Jansen <JIP@School.example.nl>' and 'mailto:jip@school.example.nl' both hold 'jip@school.example.nl'. */
function addressesIn(cells: readonly string[]): string[] {
  const found = cells.flatMap(
    (cell) => cell.match(/[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+\.[^\s<>()[\]\\,;:"@.]+/g) ?? [],
  );
  return [...new Set(found.map((address) => address.toLowerCase()))];
}

/** 'Vries, Jan de' is Jan de Vries. */
function firstNameFirst(name: string): string {
  const [, last, first] = /^([^,]+),([^,]+)$/.exec(name) ?? [];
  return first === undefined ? name : `${first.trim()} ${last!.trim()}`;
}

/** A cell without what one does not see: spaces of any kind around it and twice within, and marks of no width. */
function plain(cell: string): string {
  return cell
    .normalize('NFC')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
