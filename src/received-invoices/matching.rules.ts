import { plainWords, supplierKey } from '../shared/supplier-name.js';

/** An open commitment, or an invoice that was booked: what a received document may belong to. Dates are local. */
export interface Candidate {
  readonly supplier: string;
  /** What of it is open, or still booked; whole cents. */
  readonly openCents: bigint;
  /** The days of the training, or the date of the cost. */
  readonly dates: readonly string[];
  /** By which a text may name it: the course, the municipality, the number of an invoice. */
  readonly names: readonly string[];
}

export interface Received {
  readonly supplier: string;
  readonly amountCents: bigint;
  /** Everything in which the document may name what it is about. */
  readonly about: string;
}

export const likenesses = ['supplier', 'amount', 'date', 'name'] as const;
/** In what a document and what it may belong to are alike. */
export type Likeness = (typeof likenesses)[number];

export interface Proposal<C> {
  readonly candidate: C;
  readonly alike: readonly Likeness[];
}

const WEIGHT: Readonly<Record<Likeness, number>> = { supplier: 8, amount: 4, date: 2, name: 1 };
const MOST_PROPOSALS = 8;

/**
 * What a document may belong to, the likeliest first and otherwise in the given order; those that are alike in nothing
 * but a name are left out.
 */
export function proposals<C extends Candidate>(received: Received, candidates: readonly C[]): Proposal<C>[] {
  return candidates
    .map((candidate) => ({ candidate, alike: likenessOf(received, candidate) }))
    .filter(({ alike }) => weightOf(alike) > WEIGHT.name)
    .sort((one, other) => weightOf(other.alike) - weightOf(one.alike))
    .slice(0, MOST_PROPOSALS);
}

/** The one that is alike in supplier and amount, and more than any other; null when people must look. */
export function likeliest<C>(found: readonly Proposal<C>[]): C | null {
  const [first, second] = found;
  if (!first?.alike.includes('supplier') || !first.alike.includes('amount')) return null;
  return second && weightOf(second.alike) === weightOf(first.alike) ? null : first.candidate;
}

function likenessOf(received: Received, candidate: Candidate): Likeness[] {
  const about = plainWords(received.about);
  const alike: Readonly<Record<Likeness, boolean>> = {
    supplier: supplierKey(received.supplier) === supplierKey(candidate.supplier),
    amount: received.amountCents === candidate.openCents,
    date: candidate.dates.some((date) => writings(date).some((written) => about.includes(written))),
    name: candidate.names.some((name) => plainWords(name) !== '' && about.includes(plainWords(name))),
  };
  return likenesses.filter((each) => alike[each]);
}

const weightOf = (alike: readonly Likeness[]) => alike.reduce((total, each) => total + WEIGHT[each], 0);

const MONTHS = [
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus'],
  ...['september', 'oktober', 'november', 'december'],
];

/** How people write a day, as `plainWords` leaves it. */
function writings(date: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  return [
    ` ${year} ${month} ${day} `,
    ` ${day} ${month} ${year} `,
    ` ${Number(day)} ${Number(month)} ${year} `,
    ` ${Number(day)} ${name} ${year} `,
  ];
}
