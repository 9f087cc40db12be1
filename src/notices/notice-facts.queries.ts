import { HAS_ENTRY_LEVEL } from '../demand/asked.queries.js';
import { approversWhere } from '../enrolment/decision.queries.js';
import { TAKES_SEAT } from '../enrolment/session-seats.queries.js';
import { PLANNED } from '../grants/forecast.queries.js';
import { LEFT_PERCENTAGE } from '../grants/forecast.rules.js';
import { TO_INVOICE } from '../home/finance-home.queries.js';
import { ENROLMENT_ENDS_AT } from '../sessions/session-terms.queries.js';
import type { Locale } from '../shared/locale.js';
import { ZONE } from '../shared/local-date.js';
import type { Tx } from '../platform/database/database.js';
import { NEARLY_SPENT_PERCENTAGE, type Delivery, type NoticeKind } from './notices.rules.js';

/** Something that is to be told to someone who has not heard of it. Dates are local. */
export interface NoticeFact {
  /** What it is about and the moment that makes it new: it is told once to everyone. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  /** Of a contact. */
  readonly municipalityId: string | null;
  /** What is to be done about it is done there. */
  readonly subjectId: string;
  readonly moment: string;
  /** What it is about, as people call it: a course, a grant or a grant line. */
  readonly title: string;
  /** Of a session. */
  readonly dates: readonly string[];
  /** About whom it is, if it is about a person. */
  readonly person: string | null;
  /** What its text says in numbers. */
  readonly figures: Readonly<Record<string, number>>;
}

interface Asked {
  readonly regionId: string;
  readonly delivery: Delivery;
  readonly moments: { readonly from: string | null; readonly until: string };
  readonly now: Date;
}

/** The parts of session `s`, in one row. */
const PARTS = `lateral (
  select min(p.starts_at) starts_at, min(p.local_date) first_date, ${ENROLMENT_ENDS_AT} enrolment_ends_at, array_agg(p.local_date::text order by p.ordinal) dates
  from session_part p where p.session_id = s.id)`;
const LIVE = "s.status in ('open', 'confirmed')";
const COORDINATORS = "a.role = 'coordinator'";
const FINANCE = "a.role = 'finance'";
const CONTACTS = "a.role = 'contact' and a.municipality_id = f.municipality_id";
const RETURNED_IS_NEWS_DAYS = 14;
const localDay = (instant: string) => `(${instant} at time zone '${ZONE}')::date`;

/** Sessions that are over and not closed, with this as the moment. */
const UNCLOSED = (moment: string) => `
  select s.id subject_id, s.id about_id, ${moment} moment, c.title, p.dates, null person, json_build_object() figures
  from session s join course c on c.id = s.course_id join ${PARTS} p on true
  join lateral (select max(x.local_date) last_date, max(x.ends_at) ends_at from session_part x where x.session_id = s.id) d on true
  where s.region_id = round.region_id and s.status = 'confirmed' and d.ends_at <= round.now and d.last_date <= round.last`;

/**
 * Of each kind what is the case in the region of the round at its instant `now`, with a moment from the date `first`,
 * which is null where only `last` counts; and which accounts `a` of the region are to hear of it.
 */
const FACTS: Readonly<Record<NoticeKind, { readonly facts: string; readonly heardBy: string }>> = {
  sessionUndecided: {
    facts: `
      select s.id subject_id, s.id about_id, s.decide_on moment, c.title, p.dates, null person,
        json_build_object('taken', s.seats_taken, 'minimum', s.minimum) figures
      from session s join course c on c.id = s.course_id join ${PARTS} p on true
      where s.region_id = round.region_id and s.status = 'open' and s.seats_taken < s.minimum and p.starts_at > round.now
        and s.decide_on between round.first and round.last`,
    heardBy: COORDINATORS,
  },
  approvalWaiting: {
    facts: `
      select e.session_id subject_id, e.id about_id, r.moment, c.title, p.dates, who.name person,
        json_build_object() figures, asked."accountId" account_id
      from (${approversWhere("e.region_id = round.region_id and e.status = 'requested'")}) asked
      join enrolment e on e.id = asked."enrolmentId"
      join lateral (select ${localDay('e.enrolled_at')} moment) r on true
      join professional who on who.id = e.professional_id
      join session s on s.id = e.session_id and ${LIVE}
      join course c on c.id = s.course_id join ${PARTS} p on p.enrolment_ends_at > round.now
      where r.moment <= round.last`,
    heardBy: 'a.id = f.account_id',
  },
  offerUntaken: {
    // Of an offer that is open the link in the mail tells when it was made; one that has lapsed matters while its seat is free.
    facts: `
      select e.session_id subject_id, e.id about_id, o.moment, c.title, p.dates, who.name person, json_build_object() figures
      from enrolment e
      join lateral (select case when e.status = 'offered' then (
          select ${localDay('max(l.created_at)')} from decision_link l 
            where l.enrolment_id = e.id and l.account_id is null and not l.asks_organisation)
        else ${localDay('e.cancelled_at')} end moment) o on true
      join professional who on who.id = e.professional_id
      join session s on s.id = e.session_id and ${LIVE}
      join course c on c.id = s.course_id join ${PARTS} p on p.enrolment_ends_at > round.now
      where e.region_id = round.region_id and o.moment <= round.last
        and (e.status = 'offered' or e.end_reason = 'offer-expired' and s.seats_taken < s.capacity)`,
    heardBy: COORDINATORS,
  },
  sessionUnclosed: { facts: UNCLOSED('d.last_date'), heardBy: COORDINATORS },
  // Seven days are five working days, so the moment moves on once in as many.
  sessionToClose: {
    facts: UNCLOSED('d.last_date + 7 * ((round.last - d.last_date) / 7)'),
    heardBy: `a.role = 'trainer' and exists (select from session_part x join session_part_trainer t on t.part_id = x.id
      where x.session_id = f.subject_id and t.trainer_id = a.trainer_id)`,
  },
  mailReturned: {
    // All of one day is one notice. What came back longer ago is no news to a coordinator who is new.
    facts: `
      select b.region_id subject_id, b.message_id about_id, r.moment, '' title, '{}'::text[] dates, m.to_name person,
        json_build_object() figures
      from returned_mail b join message m on m.id = b.message_id
      join lateral (select ${localDay('b.returned_at')} moment) r on true
      where b.region_id = round.region_id and b.kind = 'undelivered' and r.moment <= round.last
        and r.moment > round.last - ${RETURNED_IS_NEWS_DAYS}`,
    heardBy: COORDINATORS,
  },
  reservedUnused: {
    facts: `
      select s.id subject_id, s.id about_id, s.release_on moment, c.title, p.dates, null person,
        json_build_object('count', q.seats - used.seats, 'reserved', q.seats) figures, q.municipality_id
      from session s join seat_quota q on q.session_id = s.id
      join lateral (select count(*)::int seats from enrolment e
        where e.session_id = s.id and e.municipality_id = q.municipality_id and ${TAKES_SEAT}) used on used.seats < q.seats
      join course c on c.id = s.course_id join ${PARTS} p on p.enrolment_ends_at > round.now
      where s.region_id = round.region_id and ${LIVE} and s.release_on > round.first and s.release_on <= round.last`,
    heardBy: CONTACTS,
  },
  entryLevelMissing: {
    facts: `
      select s.id subject_id, e.id about_id, d.first_date moment, c.title, d.dates, p.name person,
        json_build_object() figures, e.municipality_id
      from enrolment e join session s on s.id = e.session_id and ${LIVE} join course c on c.id = s.course_id
      join professional p on p.id = e.professional_id
      join ${PARTS} d on d.first_date between round.first and round.last
      where s.region_id = round.region_id and e.status <> 'cancelled' and e.entry_override_reason is null
        and d.starts_at > round.now and not ${HAS_ENTRY_LEVEL('d.first_date')}`,
    heardBy: CONTACTS,
  },
  invoiceMissing: {
    facts: `
      select k.id subject_id, k.id about_id, d.last_date moment, coalesce(c.title, k.description) title, d.dates, null person, json_build_object() figures
      ${TO_INVOICE('round.now')} and k.region_id = round.region_id and d.last_date <= round.last`,
    heardBy: FINANCE,
  },
  budgetNearlySpent: {
    // The moment is the last day on which the line went from below the share to it or beyond.
    facts: `
      select l.id subject_id, l.id about_id, spent.moment, l.title, '{}'::text[] dates, null person,
        json_build_object('year', l.year, 'percentage', (100 * spent.used / l.granted)::int) figures
      from (
        select l.id, l.title, l.year, sum(b.amount_cents) granted, sum(b.amount_cents) * ${NEARLY_SPENT_PERCENTAGE} / 100 share
        from grant_line l join grant_line_budget b on b.grant_line_id = l.id
        where l.region_id = round.region_id and l.year = extract(year from ${localDay('round.now')}) group by l.id
      ) l
      join lateral (
        select max(u.day) filter (where u.used >= l.share and u.used - u.added < l.share) moment, sum(u.added) used
        from (
          select ${localDay('recorded_at')} "day", sum(amount_cents) added,
            sum(sum(amount_cents)) over (order by ${localDay('recorded_at')}) used
          from ledger_entry where grant_line_id = l.id group by 1
        ) u
      ) spent on spent.used >= l.share and spent.moment <= round.last
      where l.granted > 0`,
    heardBy: FINANCE,
  },
  budgetLeftOver: {
    // The moment is the last day on which a session can still be planned (`useBy`). Demand that nobody planned for uses nothing.
    facts: `
      select l.id subject_id, l.id about_id, l.use_by moment, l.title, '{}'::text[] dates, null person,
        json_build_object('year', l.year, 'percentage', (100 * l."left" / l.granted)::int) figures
      from (
        select l.id, l.title, l.year, sum(b.amount_cents) granted,
          sum(b.amount_cents) - (select coalesce(sum(e.amount_cents), 0) from ledger_entry e where e.grant_line_id = l.id)
            - (select coalesce(sum(p.cents), 0) from (${PLANNED('round.region_id', localDay('round.now'))}) p
              where p.line_id = l.id) "left",
          make_date(l.year, 12, 31) - coalesce((select max(c.decide_days) from course c
            where c.region_id = l.region_id and c.level = l.course_level and c.is_active), 0) use_by
        from grant_line l join grant_line_budget b on b.grant_line_id = l.id
        where l.region_id = round.region_id group by l.id
      ) l
      where l.granted > 0 and l."left" > 0 and l."left" * 100 >= l.granted * ${LEFT_PERCENTAGE}
        and l.use_by between round.first and round.last`,
    heardBy: FINANCE,
  },
  accountabilityDue: {
    // The yearly statement is due on 15 July after each year of the grant; a year that was closed has it.
    facts: `
      select g.id subject_id, g.id about_id, y.moment, g.title, '{}'::text[] dates, null person,
        json_build_object('year', y.year) figures
      from grant_award g cross join lateral (
        select year, make_date(year + 1, 7, 15) moment from generate_series(g.first_year, g.last_year) year) y
      where g.region_id = round.region_id and y.moment between round.first and round.last
        and not exists (select from accounting_year c where c.region_id = g.region_id and c.year >= y.year and c.closed_at is not null)`,
    heardBy: FINANCE,
  },
};

/** What is to be told today of one kind, to those who get it this way: one statement, whatever the number of sessions. */
export function factsDue(tx: Tx, kind: NoticeKind, asked: Asked): Promise<NoticeFact[]> {
  const { facts, heardBy } = FACTS[kind];
  return tx.query<NoticeFact[]>(
    `select k.key, '${kind}' kind, a.id "accountId", a.name, a.email, a.locale, a.municipality_id "municipalityId",
       f.subject_id "subjectId", f.moment::text moment, f.title, f.dates, f.person, f.figures
     from (values ($1::uuid, $2::timestamptz, $3::date, $4::date)) round (region_id, now, first, last)
     cross join lateral (${facts}) f
     join account a on a.region_id = round.region_id and a.closed_at is null and ${heardBy}
     left join notice_choice choice on choice.account_id = a.id
     cross join lateral (select concat_ws(':', '${kind}', f.about_id, f.moment) key) k
     where coalesce(choice.delivery, 'at-once') = $5
       and not exists (select from notice n where n.account_id = a.id and n.key = k.key)
     order by a.email, f.moment, f.dates, f.subject_id, f.person`,
    [asked.regionId, asked.now, asked.moments.from, asked.moments.until, asked.delivery],
  );
}
