import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import type { Choice } from './demand.queries.js';
import type { PollPlan, PollSetting } from './needs-poll.rules.js';

/** A poll with how many organisations it asked and how many answered, as far as the reader may see them. */
export interface PollRow {
  readonly id: string;
  readonly title: string;
  readonly closesOn: string;
  readonly countsUntil: string;
  readonly remindAt: Date | null;
  readonly sentAt: Date;
  readonly courses: readonly Choice[];
  readonly asked: number;
  readonly answered: number;
}

/** An organisation that was asked. */
export interface PolledRow {
  readonly organisationId: string;
  readonly organisation: string;
  readonly municipalityId: string;
  readonly municipality: string;
  readonly contactName: string;
  readonly remindedAt: Date | null;
  readonly answeredAt: Date | null;
  /** All people of its answer together; null while it has not answered. */
  readonly people: number | null;
}

/** How many letters go to the organisations of a municipality. */
export interface LettersRow {
  readonly municipalityId: string;
  readonly municipality: string;
  readonly letters: number;
}

/** What a poll can ask about, and whom. */
export interface PollChoices {
  readonly courses: readonly Choice[];
  readonly municipalities: readonly Choice[];
  readonly organisations: readonly (Choice & { readonly municipality: string })[];
}

interface Page {
  readonly page: number;
  readonly pageSize: number;
}

/** The organisations that are asked: those of the municipalities $2, and $3 besides. */
const RECIPIENTS = `
  from organisation o join municipality m on m.id = o.municipality_id
  where o.region_id = $1 and (o.municipality_id = any($2) or o.id = any($3))`;

const POLL = `p.id, p.title, p.closes_on::text "closesOn", p.counts_until::text "countsUntil", p.remind_at "remindAt", p.sent_at "sentAt",
  (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.title) order by c.title), '[]')
    from needs_poll_course k join course c on c.id = k.course_id where k.poll_id = p.id) courses,
  (select count(*)::int from needs_poll_organisation o where o.poll_id = p.id) asked,
  (select count(*)::int from needs_poll_organisation o where o.poll_id = p.id and o.answered_at is not null) answered`;

@Injectable()
export class NeedsPollQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** One page of the polls, the newest first; a contact gets those that asked the own municipality's organisations. */
  list(actor: Actor, page: Page): Promise<Paged<PollRow>> {
    const query = {
      select: POLL,
      from: 'from needs_poll p where p.region_id = $1',
      orderBy: 'p.sent_at desc, p.id desc',
      params: [actor.regionId],
    };
    return this.db.read(actor, (tx) => pageOf<PollRow>(tx, query, page));
  }

  /** @throws DomainError 'not-found' */
  async get(actor: Actor, id: string): Promise<PollRow> {
    const [poll] = await this.db.read(actor, (tx) =>
      tx.query<PollRow[]>(`select ${POLL} from needs_poll p where p.id = $1 and p.region_id = $2`, [
        id,
        actor.regionId,
      ]),
    );
    if (!poll) throw new DomainError('not-found');
    return poll;
  }

  /** One page of the organisations that a poll asked: all, or only those that did or did not answer. */
  organisations(
    actor: Actor,
    pollId: string,
    answered: boolean | null,
    page: Page,
  ): Promise<Paged<PolledRow>> {
    const own = actor.role === 'contact' ? actor.municipalityId : null;
    const query = {
      select: `o.organisation_id "organisationId", g.name organisation, o.municipality_id "municipalityId", m.name municipality,
        g.contact_name "contactName", o.reminded_at "remindedAt", o.answered_at "answeredAt",
        case when o.answered_at is not null then (select coalesce(sum(w.people), 0)::int from needs_poll_answer w
          where w.poll_id = o.poll_id and w.organisation_id = o.organisation_id) end people`,
      from: `from needs_poll_organisation o join organisation g on g.id = o.organisation_id
        join municipality m on m.id = o.municipality_id
        where o.poll_id = $1 and ($2::boolean is null or (o.answered_at is not null) = $2)
          and ($3::uuid is null or o.municipality_id = $3)`,
      orderBy: 'lower(g.name), m.name, o.organisation_id',
      params: [pollId, answered, own],
    };
    return this.db.read(actor, (tx) => pageOf<PolledRow>(tx, query, page));
  }

  choices(actor: Actor): Promise<PollChoices> {
    const ofRegion = [actor.regionId];
    return this.db.read(actor, async (tx) => ({
      courses: await tx.query<Choice[]>(
        'select id, title "name" from course where region_id = $1 and is_active order by title, id',
        ofRegion,
      ),
      municipalities: await tx.query<Choice[]>(
        'select id, name from municipality where region_id = $1 order by name',
        ofRegion,
      ),
      organisations: await tx.query<PollChoices['organisations'][number][]>(
        `select o.id, o.name, m.name municipality from organisation o join municipality m on m.id = o.municipality_id
         where o.region_id = $1 order by lower(o.name), m.name, o.id`,
        ofRegion,
      ),
    }));
  }

  /** Everything that a poll may name, so that ids of another region are unknown. */
  async setting(actor: Actor, today: string): Promise<PollSetting> {
    const { courses, municipalities, organisations } = await this.choices(actor);
    const ids = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id));
    return {
      today,
      courseIds: ids(courses),
      municipalityIds: ids(municipalities),
      organisationIds: ids(organisations),
    };
  }

  /** How many letters would go where: one for each organisation. */
  letters(actor: Actor, { municipalityIds, organisationIds }: PollPlan): Promise<LettersRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<LettersRow[]>(
        `select m.id "municipalityId", m.name municipality, count(*)::int letters ${RECIPIENTS} group by m.id order by m.name`,
        [actor.regionId, municipalityIds, organisationIds],
      ),
    );
  }
}

/** Writes down whom a poll asks, and answers how many they are. */
export const INSERT_RECIPIENTS = `
  with asked as (
    insert into needs_poll_organisation (poll_id, organisation_id, region_id, municipality_id)
    select $4, o.id, o.region_id, o.municipality_id ${RECIPIENTS} returning 1)
  select count(*)::int asked from asked`;

/** A letter to write, with whom it is for. */
export interface DueLetter {
  readonly pollId: string;
  readonly regionId: string;
  readonly title: string;
  readonly closesOn: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly municipalityId: string;
  readonly contactName: string;
  readonly contactEmail: string;
}

const DUE = `
  select o.poll_id "pollId", o.region_id "regionId", p.title, p.closes_on::text "closesOn", o.organisation_id "organisationId",
    g.name organisation, o.municipality_id "municipalityId", g.contact_name "contactName", g.contact_email "contactEmail"
  from needs_poll_organisation o join needs_poll p on p.id = o.poll_id join organisation g on g.id = o.organisation_id`;

/** The next letters of a poll that nobody holds; of a poll that is closed on the day `today` there are none. */
export function lettersToSend(tx: Tx, pollId: string, today: string, limit: number): Promise<DueLetter[]> {
  return tx.query<DueLetter[]>(
    `${DUE} where o.poll_id = $1 and o.mailed_at is null and p.closes_on >= $2
     order by o.organisation_id limit $3 for no key update of o skip locked`,
    [pollId, today, limit],
  );
}

/** The next reminders that are due and that nobody holds: of polls that are open, to who did not answer. */
export function remindersToSend(tx: Tx, now: Date, today: string, limit: number): Promise<DueLetter[]> {
  return tx.query<DueLetter[]>(
    `${DUE} where p.remind_at <= $1 and p.closes_on >= $2 and o.mailed_at is not null and o.reminded_at is null
       and o.answered_at is null
     order by p.remind_at, o.organisation_id limit $3 for no key update of o skip locked`,
    [now, today, limit],
  );
}
