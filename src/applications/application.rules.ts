import type { CourseLevel } from '../courses/course-level.rules.js';
import type { AwardedBudget, AwardedLine, AwardedTrainings, LinePayer } from '../grants/award.rules.js';

/** What one municipality is asked or granted on a line: so many trainings, or an amount of whole cents. */
export interface Share {
  readonly municipalityId: string;
  readonly trainings: number | null;
  readonly amountCents: bigint;
  readonly isDemo: boolean;
}

/** A line of an application with what it asks for each municipality. */
export interface AskedLine {
  readonly year: number;
  readonly title: string;
  readonly paidBy: LinePayer;
  /** The course and what one training costs (cents); null for amounts. */
  readonly course: {
    readonly id: string;
    readonly level: CourseLevel;
    readonly priceCents: bigint;
    readonly priceIsDemo: boolean;
  } | null;
  readonly shares: readonly Share[];
}

export type ApplicationStatus = 'draft' | 'submitted' | 'awarded' | 'refused';

/** Where an application stands. */
export function statusOf(application: {
  readonly submittedOn: string | null;
  readonly refusedOn: string | null;
  readonly grantId: string | null;
}): ApplicationStatus {
  if (application.grantId !== null) return 'awarded';
  if (application.refusedOn !== null) return 'refused';
  return application.submittedOn === null ? 'draft' : 'submitted';
}

/** What lines ask, in cents: of the state, and of the municipalities themselves. */
export interface Asked {
  readonly grantCents: bigint;
  readonly ownCents: bigint;
}

/** What these lines ask together. */
export function askedOf(lines: readonly AskedLine[]): Asked {
  return { grantCents: sumOf(lines, 'grant'), ownCents: sumOf(lines, 'own') };
}

/** What these lines ask for each municipality that they ask something for. */
export function askedPerMunicipality(lines: readonly AskedLine[]): ReadonlyMap<string, Asked> {
  const municipalities = new Set(lines.flatMap(({ shares }) => shares.map((share) => share.municipalityId)));
  const own = (id: string) =>
    lines.map((line) => ({ ...line, shares: line.shares.filter((share) => share.municipalityId === id) }));
  return new Map([...municipalities].map((id) => [id, askedOf(own(id))]));
}

/** A line of the division, which has no code yet. */
export type GrantedLine = Omit<AwardedLine, 'code'>;

/** How an award is divided from its first day. */
export interface Division {
  readonly lines: readonly GrantedLine[];
  readonly trainings: readonly AwardedTrainings[];
  /** What the lines give out of the grant, in cents; what municipalities put in themselves is apart. */
  readonly dividedCents: bigint;
}

/**
 * How a grant is divided by what was granted of its application: courses of one level share a line, as a session is paid
 * from the line of its level, and every training that was granted is allotted to its municipality.
 * @param titleOf what the line of a level is called
 */
export function divisionOf(granted: readonly AskedLine[], titleOf: (level: CourseLevel) => string): Division {
  const lines = new Map<string, AskedLine[]>();
  for (const line of granted) {
    const key = `${line.year}/${line.course ? line.course.level : `${line.paidBy}/${line.title.toLowerCase()}`}`;
    lines.set(key, [...(lines.get(key) ?? []), line]);
  }
  return {
    lines: [...lines.values()].flatMap((same): GrantedLine[] => {
      const budgets = budgetsOf(same);
      const { year, title, course, paidBy } = same[0]!;
      if (budgets.length === 0) return [];
      if (course) return [{ year, title: titleOf(course.level), paidBy, level: course.level, budgets }];
      return [{ year, title, paidBy, level: null, budgets }];
    }),
    trainings: granted.flatMap(({ year, course, shares }) =>
      shares.flatMap(({ municipalityId, trainings, isDemo }) =>
        course && trainings ? [{ year, municipalityId, courseId: course.id, trainings, isDemo }] : [],
      ),
    ),
    dividedCents: sumOf(granted, 'grant'),
  };
}

/** What is wrong with an award of this amount (cents), or null: it holds what is divided of it, and something is. */
export function awardFault(
  amountCents: bigint,
  { dividedCents }: Pick<Division, 'dividedCents'>,
): 'award-of-nothing' | 'award-below-divided' | null {
  if (amountCents === 0n) return 'award-of-nothing';
  return amountCents < dividedCents ? 'award-below-divided' : null;
}

/** What of an application was granted to a municipality on a line: a number of trainings, or whole cents. */
export interface Granted {
  readonly lineId: string;
  readonly municipalityId: string;
  readonly granted: bigint;
}

type LineWithId = AskedLine & { readonly id: string };

/** What is wrong with what was granted, or null: only what was asked can be granted, and no more of it. */
export function grantedFault(
  lines: readonly LineWithId[],
  granted: readonly Granted[],
): {
  readonly code: 'application-unknown-choice' | 'granted-over-asked';
  readonly line: AskedLine | null;
} | null {
  for (const row of granted) {
    const line = lines.find(({ id }) => id === row.lineId) ?? null;
    const share = line?.shares.find(({ municipalityId }) => municipalityId === row.municipalityId);
    if (!share) return { code: 'application-unknown-choice', line };
    if (row.granted > (share.trainings === null ? share.amountCents : BigInt(share.trainings)))
      return { code: 'granted-over-asked', line };
  }
  return null;
}

/** The lines with what was granted of them in the place of what was asked; what is not told was not granted. */
export function grantedOf(lines: readonly LineWithId[], granted: readonly Granted[]): AskedLine[] {
  const of = (lineId: string, municipalityId: string) =>
    granted.find((row) => row.lineId === lineId && row.municipalityId === municipalityId)?.granted ?? 0n;
  return lines.map((line) => ({
    ...line,
    shares: line.shares.map((share) => {
      const count = of(line.id, share.municipalityId);
      const { course } = line;
      return course
        ? { ...share, trainings: Number(count), amountCents: course.priceCents * count }
        : { ...share, amountCents: count };
    }),
  }));
}

/** The lines with codes by which lists name them, made of their titles and each once in a year. */
export function withCodes(lines: readonly GrantedLine[]): AwardedLine[] {
  const used = new Set<string>();
  return lines.map((line) => {
    const slug = slugOf(line.title);
    let code = slug;
    for (let next = 2; used.has(`${line.year}/${code}`); next++) code = `${slug}-${next}`;
    used.add(`${line.year}/${code}`);
    return { ...line, code };
  });
}

const LONGEST_SLUG = 50;

function slugOf(title: string): string {
  const letters = title.normalize('NFD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const slug = letters.replaceAll(/[^a-z0-9]+/g, '-').slice(0, LONGEST_SLUG);
  return slug.replaceAll(/^-|-$/g, '') || 'post';
}

function budgetsOf(lines: readonly AskedLine[]): AwardedBudget[] {
  const budgets = new Map<string, { amountCents: bigint; isDemo: boolean }>();
  for (const { course, shares } of lines)
    for (const { municipalityId, amountCents, isDemo } of shares) {
      const before = budgets.get(municipalityId) ?? { amountCents: 0n, isDemo: false };
      budgets.set(municipalityId, {
        amountCents: before.amountCents + amountCents,
        isDemo: before.isDemo || isDemo || (course?.priceIsDemo ?? false),
      });
    }
  return [...budgets].flatMap(([municipalityId, budget]) =>
    budget.amountCents > 0n ? [{ municipalityId, ...budget }] : [],
  );
}

function sumOf(lines: readonly AskedLine[], paidBy: AskedLine['paidBy']): bigint {
  return lines
    .filter((line) => line.paidBy === paidBy)
    .flatMap(({ shares }) => shares)
    .reduce((sum, { amountCents }) => sum + amountCents, 0n);
}
