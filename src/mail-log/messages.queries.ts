import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import type { ReturnedKind, ShownStatus, WithdrawnReason } from '../shared/message-status.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { withoutOutsideLinks } from './outside-links.rules.js';
import { resendingOf, type Resending } from './resending.queries.js';
import { SHOWN_STATUS } from './shown-status.queries.js';

export interface MessageRow {
  readonly id: string;
  readonly reason: string;
  readonly locale: Locale;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly status: ShownStatus;
  readonly withdrawnReason: WithdrawnReason | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly providerAnswer: string | null;
  readonly sentAt: Date | null;
  readonly createdAt: Date;
  readonly sessionId: string | null;
  readonly professionalId: string | null;
  /** The enrolment that it is about. */
  readonly enrolmentId: string | null;
  /** The mail that this one sends again. */
  readonly repeatsMessageId: string | null;
  /** Whether it holds a link that signs someone in or decides something. */
  readonly holdsSecret: boolean;
  readonly calendarMethod: 'REQUEST' | 'CANCEL' | null;
  /** Which versions of the region's and the municipality's own words are in it; null for none of theirs. */
  readonly regionWordingVersion: number | null;
  readonly municipalityWordingVersion: number | null;
}

/** A mail in full. Its text is null where it is nobody's to read but who got it. */
export interface MessageDetail extends MessageRow {
  readonly text: string | null;
  readonly html: string | null;
  /** Whether links are left out of the text for this reader. */
  readonly linksLeftOut: boolean;
  /** Whether the text was not kept. */
  readonly isWiped: boolean;
  /** Null where there is none, and for who may not join. */
  readonly calendarFile: string | null;
  readonly session: SessionName | null;
  readonly professionalName: string | null;
  readonly resending: Resending;
  /** What came back for it, the first first. */
  readonly returns: readonly Return[];
}

export interface Return {
  readonly kind: ReturnedKind;
  /** What the mail server said; null for an automatic answer, of which the text is not kept. */
  readonly answer: string | null;
  readonly returnedAt: Date;
}

export interface SessionName {
  readonly course: string;
  /** 'YYYY-MM-DD', of its first part. */
  readonly date: string;
}

export interface MessageFilter {
  readonly q: string | null;
  readonly status?: ShownStatus | undefined;
  readonly session?: string | undefined;
  readonly professional?: string | undefined;
}

const COLUMNS = `m.id, m.reason, m.locale, m.to_name "toName", m.to_address "toAddress", m.subject, ${SHOWN_STATUS} status,
  m.withdrawn_reason "withdrawnReason", m.attempts, m.next_attempt_at "nextAttemptAt",
  m.provider_answer "providerAnswer", m.sent_at "sentAt", m.created_at "createdAt", m.session_id "sessionId",
  m.professional_id "professionalId", m.enrolment_id "enrolmentId", m.holds_secret "holdsSecret", m.repeats_message_id "repeatsMessageId", m.calendar_method "calendarMethod",
  m.region_wording_version "regionWordingVersion", m.municipality_wording_version "municipalityWordingVersion"`;
/** $1 and $2 say who reads: the region, and the municipality of a contact. */
const SEEN = 'm.region_id = $1 and ($2::uuid is null or m.municipality_id = $2)';
const SESSION_NAME = `(select json_build_object('course', c.title, 'date', min(p.local_date)::text)
  from session s join course c on c.id = s.course_id join session_part p on p.session_id = s.id
  where s.id = SESSION group by c.title)`;

const RETURNS = `select kind, answer, returned_at "returnedAt" from returned_mail where message_id = $1
  order by returned_at, kind`;

/** Mail, as far as the actor may see it: a contact sees that of the own municipality. */
@Injectable()
export class MessagesQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The newest first; `q` looks in name, address and subject. */
  list(
    actor: Actor,
    { q, status, session, professional }: MessageFilter,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<MessageRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<MessageRow>(
        tx,
        {
          select: COLUMNS,
          from: `from message m where ${SEEN}
            and ($3::text is null or strpos(lower(m.to_name || ' ' || m.to_address || ' ' || m.subject), lower($3)) > 0)
            and ($4::text is null or ${SHOWN_STATUS} = $4) and ($5::uuid is null or m.session_id = $5)
            and ($6::uuid is null or m.professional_id = $6)`,
          orderBy: 'm.created_at desc, m.id desc',
          params: [...wallOf(actor), q, status, session, professional],
        },
        slice,
      ),
    );
  }

  /** What the session and the professional of a filter are called; null for what the actor may not see. */
  async named(
    actor: Actor,
    { session, professional }: Pick<MessageFilter, 'session' | 'professional'>,
  ): Promise<{ readonly session: SessionName | null; readonly professional: string | null }> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<{ session: SessionName | null; professional: string | null }[]>(
        `select ${SESSION_NAME.replace('SESSION', '$1')} session, (select name from professional where id = $2) professional`,
        [session, professional],
      ),
    );
    return found!;
  }

  /** @throws DomainError 'not-found' */
  async message(actor: Actor, id: string): Promise<MessageDetail> {
    const found = await this.db.read(actor, async (tx) => {
      const [row] = await tx.query<Omit<MessageDetail, 'linksLeftOut' | 'resending' | 'returns'>[]>(
        `select ${COLUMNS}, case when m.holds_secret then null else m.text_body end "text",
           case when m.holds_secret then null else m.html_body end html, m.text_body = '' "isWiped",
           m.calendar_file "calendarFile", ${SESSION_NAME.replace('SESSION', 'm.session_id')} session,
           (select name from professional where id = m.professional_id) "professionalName"
         from message m where ${SEEN} and m.id = $3`,
        [...wallOf(actor), id],
      );
      if (!row) return undefined;
      const returns = await tx.query<Return[]>(RETURNS, [id]);
      return { ...row, linksLeftOut: false, resending: await resendingOf(tx, id), returns };
    });
    if (!found) throw new DomainError('not-found');
    return actor.role === 'coordinator' ? found : this.forContact(found);
  }

  private forContact(found: MessageDetail): MessageDetail {
    const shown = (text: string | null) => text && withoutOutsideLinks(text, this.config.publicUrl);
    const text = shown(found.text);
    return { ...found, text, html: shown(found.html), linksLeftOut: text !== found.text, calendarFile: null };
  }
}

/** The region, and the municipality when the actor is of one. */
function wallOf(actor: Actor): [string | null, string | null] {
  return [actor.regionId, actor.role === 'contact' ? actor.municipalityId : null];
}
