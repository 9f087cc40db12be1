import { Inject, Injectable } from '@nestjs/common';
import { appointments, type Appointment } from '../enrolment/appointment.queries.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox } from '../platform/mail/postbox.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { invitationLetter } from './invitation.letters.js';
import {
  countInvitees,
  sessionsToInvite,
  takeToMail,
  writeInvitations,
  type InviteeOutcome,
  type SessionToInvite,
  type ToMail,
} from './invitees.queries.js';
import type { CoverageFilter } from './standing.queries.js';

const BATCH = 50;
const MOST_SHOWN = 20;

/** What inviting would do. */
export interface InvitationPreview {
  readonly counts: Readonly<Record<InviteeOutcome, number>>;
  /** The first of the sessions. */
  readonly sessions: readonly SessionToInvite[];
}

/**
 * Invites who lacks what the curriculum asks to the sessions that give it. Whether someone has a place or was invited
 * already follows from everyone's rows, which only the system sees; the actor's own municipality is in every statement.
 */
@Injectable()
export class CurriculumInvitations {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  preview(actor: Actor, filter: CoverageFilter): Promise<InvitationPreview> {
    const now = this.clock.now();
    return this.db.read(systemActor, async (tx) => ({
      counts: await countInvitees(tx, actor, filter, now),
      sessions: await sessionsToInvite(tx, actor, filter, now, MOST_SHOWN),
    }));
  }

  /**
   * Invites everyone whom the preview would invite now; returns how many people that were.
   * @throws DomainError 'curriculum-invites-nobody'
   */
  async invite(actor: Actor, filter: CoverageFilter): Promise<number> {
    const regionId = actor.regionId!;
    return this.db.transaction(systemActor, async (tx) => {
      const invited = await writeInvitations(tx, actor, filter, this.clock.now());
      if (invited === 0) throw new DomainError('curriculum-invites-nobody');
      await this.outbox.publish(tx, 'curriculum.invited', { regionId });
      await this.audit.record(tx, {
        ...{ actor, action: 'inviteForCurriculum', subjectType: 'curriculum' },
        subjectId: actor.role === 'contact' ? actor.municipalityId! : regionId,
        after: { invited },
      });
      return invited;
    });
  }

  /** Mails everyone in a region who was invited and has had no mail of it; several workers may run this at once. */
  async mail(regionId: string): Promise<void> {
    while ((await this.db.transaction(systemActor, (tx) => this.mailSome(tx, regionId))) === BATCH);
  }

  private async mailSome(tx: Tx, regionId: string): Promise<number> {
    const now = this.clock.now();
    const people = await takeToMail(tx, regionId, BATCH);
    const found = await appointments(tx, [...new Set(people.flatMap(({ sessionIds }) => sessionIds))]);
    for (const person of people) {
      const sessions = person.sessionIds
        .map((id) => found.get(id)!)
        // Of a session that was called off or filled in meanwhile there is nothing to say.
        .filter((session) => takesEnrolments(session, now))
        .sort((one, other) => one.firstStartsAt.getTime() - other.firstStartsAt.getTime());
      if (sessions.length > 0) await this.post(tx, person, sessions);
      await tx.query(
        'update curriculum_invitation set mailed_at = $3 where professional_id = $1 and invited_at = $2',
        [person.professionalId, person.invitedAt, now],
      );
    }
    return people.length;
  }

  private async post(tx: Tx, person: ToMail, sessions: readonly Appointment[]): Promise<void> {
    const { professionalId, invitedAt, regionId, municipalityId, name, email, locale } = person;
    await this.postbox.post(tx, {
      ...{ regionId, municipalityId, professionalId, locale, sessionId: null },
      key: `curriculum.invited:${professionalId}:${invitedAt.toISOString()}`,
      ...{ reason: 'curriculum.invited', template: 'curriculum-invitation' },
      to: { name, address: email },
      letter: invitationLetter(person, sessions, this.config.publicUrl, this.translator(locale)),
      calendar: null,
    });
  }
}
