import type { CourseLevel } from '../courses/course-level.rules.js';

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
  readonly paidBy: 'grant' | 'own';
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

/** An amount that a municipality is asked for so many trainings, or the amount itself. */
export function amountOfShare(line: Pick<AskedLine, 'course'>, asked: number | bigint): bigint {
  return line.course ? line.course.priceCents * BigInt(asked) : BigInt(asked);
}

/** A line of the grant: what a level of training or something else gets in one year. */
export interface GrantedLine {
  readonly year: number;
  /** The level whose trainings it pays; null for something else, which goes by its title. */
  readonly level: CourseLevel | null;
  readonly title: string;
  readonly paidBy: 'grant' | 'own';
  readonly budgets: readonly {
    readonly municipalityId: string;
    readonly amountCents: bigint;
    readonly isDemo: boolean;
  }[];
}

export interface GrantedTrainings {
  readonly year: number;
  readonly municipalityId: string;
  readonly courseId: string;
  readonly trainings: number;
  readonly isDemo: boolean;
}

/** How an award is divided from its first day. */
export interface Division {
  readonly lines: readonly GrantedLine[];
  readonly trainings: readonly GrantedTrainings[];
  /** What the lines give out of the grant, in cents; what municipalities put in themselves is apart. */
  readonly dividedCents: bigint;
}

/**
 * How a grant is divided by what was granted of its application: courses of one level share a line, as a session is paid
 * from the line of its level, and every training that was granted is allotted to its municipality.
 */
export function divisionOf(granted: readonly AskedLine[]): Division {
  const lines = new Map<string, AskedLine[]>();
  for (const line of granted) {
    const key = `${line.year}/${line.course ? line.course.level : `${line.paidBy}/${line.title.toLowerCase()}`}`;
    lines.set(key, [...(lines.get(key) ?? []), line]);
  }
  return {
    lines: [...lines.values()].flatMap((same) => {
      const budgets = budgetsOf(same);
      const { year, title, course, paidBy } = same[0]!;
      return budgets.length === 0 ? [] : [{ year, title, paidBy, level: course?.level ?? null, budgets }];
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

function budgetsOf(lines: readonly AskedLine[]): GrantedLine['budgets'] {
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
