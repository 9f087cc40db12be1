import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { ListedPerson } from './group-list.rules.js';
import type { Known } from './group-matching.rules.js';
import type { GroupOutcome, Member } from './group-outcome.rules.js';
import type { Slice } from './roster.queries.js';

/** A group as it was enrolled, with some of its people. */
export interface EnrolledGroup {
  readonly together: boolean;
  readonly counts: Readonly<Record<GroupOutcome, number>>;
  readonly rows: readonly GroupRow[];
}

/** What became of someone of a group, with what the list said beforehand where someone looked. */
export interface GroupRow extends Member, Known {
  /** In the order in which they were enrolled; the first is 1. */
  readonly place: number;
  readonly expected: GroupOutcome | null;
}

const KNOWN = 'p.id, p.name, p.email, o.name organisation';
const LIKENED = (text: string) => `regexp_replace(lower(${text}), '\\s+', ' ', 'g')`;

/** People of the register for a group, and what became of them; row-level security leaves each actor their own. */
@Injectable()
export class GroupQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Everyone whom a list may mean, by address or by name within an organisation. */
  named(actor: Actor, list: readonly ListedPerson[]): Promise<Known[]> {
    const emails = list.flatMap((listed) => (listed.by === 'email' ? [listed.email] : []));
    const names = list.flatMap((listed) => (listed.by === 'name' ? [listed] : []));
    return this.db.read(actor, (tx) =>
      tx.query<Known[]>(
        `select ${KNOWN} from professional p join organisation o on o.id = p.organisation_id
         where p.region_id = $1 and p.email = any($2)
         union
         select ${KNOWN} from professional p join organisation o on o.id = p.organisation_id
         join unnest($3::text[], $4::text[]) named (name, organisation)
           on ${LIKENED('p.name')} = ${LIKENED('named.name')} and ${LIKENED('o.name')} = ${LIKENED('named.organisation')}
         where p.region_id = $1`,
        [
          actor.regionId,
          emails,
          names.map(({ name }) => name),
          names.map(({ organisation }) => organisation),
        ],
      ),
    );
  }

  /** These people in this order; those whom the actor may not see are left out. */
  people(actor: Actor, ids: readonly string[]): Promise<Known[]> {
    return this.db.read(actor, (tx) =>
      tx.query<Known[]>(
        `select ${KNOWN} from unnest($1::uuid[]) with ordinality asked (id, place)
         join professional p on p.id = asked.id join organisation o on o.id = p.organisation_id
         where p.region_id = $2 order by asked.place`,
        [ids, actor.regionId],
      ),
    );
  }

  /**
   * What became of a group, and of the people in this slice of its list.
   * @throws DomainError 'not-found'
   */
  enrolled(
    actor: Actor,
    { sessionId, groupId }: { sessionId: string; groupId: string },
    sliceOf: (total: number) => Slice,
  ): Promise<EnrolledGroup> {
    return this.db.read(actor, async (tx) => {
      const [group] = await tx.query<
        { together: boolean; total: number; counts: Partial<EnrolledGroup['counts']> }[]
      >(
        `select g.together, coalesce(sum(m.people), 0)::int total, coalesce(json_object_agg(m.outcome, m.people), '{}') counts
         from group_enrolment g left join (
           select group_enrolment_id, outcome, count(*)::int people from group_enrolment_member group by 1, 2) m
           on m.group_enrolment_id = g.id
         where g.id = $1 and g.session_id = $2 group by g.id`,
        [groupId, sessionId],
      );
      if (!group) throw new DomainError('not-found');
      const { limit, offset } = sliceOf(group.total);
      const rows = await tx.query<GroupRow[]>(
        `select ${KNOWN}, p.id "professionalId", g.place, g.outcome, g.expected, g.enrolment_id "enrolmentId",
           g.waiting_position "waitingPosition", g.refusal, g.held
         from group_enrolment_member g join professional p on p.id = g.professional_id
         join organisation o on o.id = p.organisation_id where g.group_enrolment_id = $1 order by g.place limit $2 offset $3`,
        [groupId, limit, offset],
      );
      const none = { confirmed: 0, waitlisted: 0, requested: 0, refused: 0 };
      return { together: group.together, counts: { ...none, ...group.counts }, rows };
    });
  }
}
