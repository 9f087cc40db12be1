import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/database.js';
import type { Change, RowResult } from '../platform/database/register.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import type { EntryLevel } from '../courses/course-level.rules.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Certificate } from './certificate.entity.js';
import { drawNumber } from './certificate.rules.js';

/** A certificate that was given elsewhere; dates are local. */
export interface EarlierCertificate {
  readonly professionalId: string;
  /** Of a course of the catalogue, or just of a level. */
  readonly of: { readonly courseId: string } | { readonly level: EntryLevel };
  readonly issuedOn: string;
  /** Null for always. */
  readonly validUntil: string | null;
  readonly earlierNumber: string | null;
  readonly source: string;
}

type Copied = Pick<
  Certificate,
  'professionalId' | 'municipalityId' | 'professionalName' | 'municipalityName' | 'regionName'
>;
type Told = Pick<Certificate, 'validUntil' | 'earlierNumber' | 'source'>;
const told = ['validUntil', 'earlierNumber', 'source'] as const satisfies readonly (keyof Told)[];

/** Certificates from before, brought in by a list. They get a number of ours to be checked by; nobody is mailed. */
@Injectable()
export class EarlierCertificates {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Brings them in, each known by person, course or level, and day: what a list tells otherwise than before is put
   * right, and what was taken back or renewed since is left as it is.
   */
  async register(tx: Tx, actor: Actor, rows: readonly EarlierCertificate[]): Promise<RowResult[]> {
    const owners = await this.ownersOf(tx, rows);
    const titles = await this.coursesOf(tx, actor);
    const professionalId = In(rows.map((row) => row.professionalId));
    const standing = await tx.findBy(Certificate, { professionalId, source: Not(IsNull()) });
    const known = new Map(standing.map((certificate) => [keyOf(certificate), certificate]));
    const results: RowResult[] = [];
    for (const row of rows) {
      const what = this.whatOf(row, titles);
      const before = known.get(keyOf({ ...row, ...what }));
      results.push(
        before
          ? await this.putRight(tx, actor, before, row)
          : await this.add(tx, actor, { ...row, ...what, ...owners.get(row.professionalId)! }),
      );
    }
    return results;
  }

  private async add(
    tx: Tx,
    actor: Actor,
    row: Told & Copied & Pick<Certificate, 'courseId' | 'courseTitle' | 'level' | 'issuedOn'>,
  ): Promise<RowResult> {
    const issuedAt = this.clock.now();
    const { professionalId, municipalityId, courseId, professionalName, courseTitle, level } = row;
    const { municipalityName, regionName, issuedOn, validUntil, earlierNumber, source } = row;
    const certificate: Certificate = {
      ...{ id: newId(issuedAt), number: drawNumber(Number(issuedOn.slice(0, 4))), issuedAt },
      ...{ regionId: actor.regionId!, municipalityId, professionalId, enrolmentId: null, courseId },
      ...{ professionalName, courseTitle, level, municipalityName, regionName, dates: [], locale: 'nl' },
      ...{ issuedOn, validUntil, earlierNumber, source, document: null, lookId: null },
      ...{ sha256: null, pdf: null },
      ...{ revokedAt: null, revocationReason: null, replacesId: null, renewedOn: null, renewedBy: null },
    };
    await tx.insert(Certificate, certificate);
    const after = { number: certificate.number, professionalId, issuedOn, validUntil, earlierNumber, source };
    await this.audit.record(tx, {
      ...{
        actor,
        action: 'takeOverCertificate',
        subjectType: 'certificate',
        subjectId: certificate.id,
        after,
      },
    });
    return { outcome: 'added', changes: [] };
  }

  private async putRight(tx: Tx, actor: Actor, before: Certificate, row: Told): Promise<RowResult> {
    const changes = told
      .filter((field) => before[field] !== row[field])
      .map((field): Change => ({ field, before: before[field], after: row[field] }));
    if (before.revokedAt || changes.length === 0) return { outcome: 'same', changes: [] };
    const { validUntil, earlierNumber, source } = row;
    await tx.update(Certificate, before.id, { validUntil, earlierNumber, source });
    const of = (side: 'before' | 'after') =>
      Object.fromEntries(changes.map((change) => [change.field, change[side]]));
    await this.audit.record(tx, {
      ...{ actor, action: 'change', subjectType: 'certificate', subjectId: before.id },
      ...{ before: of('before'), after: of('after') },
    });
    return { outcome: 'changed', changes };
  }

  private whatOf(
    { of }: EarlierCertificate,
    courses: ReadonlyMap<string, CourseNow>,
  ): Pick<Certificate, 'courseId' | 'courseTitle' | 'level'> {
    if ('courseId' in of) {
      const { title, level } = courses.get(of.courseId)!;
      return { courseId: of.courseId, courseTitle: title, level };
    }
    const t = this.translator('nl');
    const level = t(`courses.level.${of.level}`).toLowerCase();
    return { courseId: null, courseTitle: t('certificates.elsewhere.title', { level }), level: of.level };
  }

  private async coursesOf(tx: Tx, actor: Actor): Promise<ReadonlyMap<string, CourseNow>> {
    const rows = await tx.query<CourseNow[]>('select id, title, level from course where region_id = $1', [
      actor.regionId,
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async ownersOf(tx: Tx, rows: readonly EarlierCertificate[]): Promise<ReadonlyMap<string, Copied>> {
    const found = await tx.query<Copied[]>(
      `select p.id "professionalId", p.municipality_id "municipalityId", p.name "professionalName",
         m.name "municipalityName", r.name "regionName"
       from professional p join municipality m on m.id = p.municipality_id join region r on r.id = p.region_id
       where p.id = any($1)`,
      [rows.map(({ professionalId }) => professionalId)],
    );
    return new Map(found.map((row) => [row.professionalId, row]));
  }
}

interface CourseNow {
  readonly id: string;
  readonly title: string;
  readonly level: string;
}

/** What makes it one and the same; the database knows it by this too. */
const keyOf = ({
  professionalId,
  courseId,
  level,
  issuedOn,
}: Pick<Certificate, 'professionalId' | 'courseId' | 'level' | 'issuedOn'>) =>
  `${professionalId} ${courseId ?? level} ${issuedOn}`;
