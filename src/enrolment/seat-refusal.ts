import type { Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatDate } from '../platform/i18n/format.js';
import { doubleBooked } from './double-booking.js';
import type { SeatAnswer } from './seat-deed.rules.js';
import type { Refused } from './seat-request.js';

/** The names of the people whom refused seats would touch, by professional. */
export async function namesOf(
  tx: Tx,
  answers: readonly (SeatAnswer | Refused)[],
): Promise<ReadonlyMap<string, string>> {
  const touched = answers.flatMap((answer) => ('refused' in answer ? (answer.touched ?? []) : []));
  if (touched.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }[]>(
    'select id, name from professional where id = any($1)',
    [touched.map(({ professionalId }) => professionalId)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The refusal as its reader gets it. A date in figures reads the same in both languages. */
export function errorOf(
  { refused, touched, elsewhere, otherDate }: Refused,
  names: ReadonlyMap<string, string>,
): DomainError {
  if (elsewhere) return doubleBooked(elsewhere);
  if (otherDate) return new DomainError(refused, { date: formatDate(otherDate, 'nl', 'short') });
  if (!touched) return new DomainError(refused);
  const people = touched.map(({ professionalId }) => names.get(professionalId)!);
  return new DomainError(refused, { count: people.length, names: people.join(', ') });
}
