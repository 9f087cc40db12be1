import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatCents } from '../platform/i18n/format.js';
import { SessionService, type SessionRow } from '../sessions/session.service.js';
import { CommitmentQueries, type CommitmentStanding } from './commitment.queries.js';
import { Commitment } from './ledger.entity.js';
import { LedgerService } from './ledger.service.js';
import { ShareQueries } from './share.queries.js';
import {
  bearersOf,
  isSameSharing,
  movesBetween,
  share,
  shortBudget,
  totalBurden,
  type Burden,
  type SharingKey,
  type Unit,
} from './share.rules.js';
import { StandingQueries } from './standing.queries.js';

/** A time that a session's cost is shared. */
export interface NewSharing {
  readonly sharingId: string;
  readonly sessionId: string;
  readonly regionId: string;
  readonly key: SharingKey;
  /** What weighs for each; nothing for the payer who bears all because nothing does. */
  readonly counted: readonly Unit[];
  /** What each bears from then on; also who bears nothing any more. */
  readonly burdens: readonly Burden[];
  readonly isDemo: boolean;
}

/** Shares the cost of a session over municipalities, again whenever what it is shared by changes. */
@Injectable()
export class ShareService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
    @Inject(ShareQueries) private readonly queries: ShareQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
  ) {}

  /**
   * Shares the cost of a session again when what it is shared by has changed. What a municipality bears then is a fact:
   * it is booked also where its budget is short, and shows there as less than nothing free until finance decides.
   */
  async followSession(sessionId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      if (!(await this.queries.hasKey(tx, sessionId))) return;
      const session = await this.sessions.lockRow(tx, sessionId);
      await this.shareAgain(tx, { ...systemActor, regionId: session.regionId }, session);
    });
  }

  /** The same for the session that an enrolment is for. */
  async followEnrolment(enrolmentId: string): Promise<void> {
    // Enrolments of every municipality weigh.
    const sessionId = await this.db.read(systemActor, (tx) => this.queries.keyedSession(tx, enrolmentId));
    if (sessionId) await this.followSession(sessionId);
  }

  /** Writes down how a cost is shared from now on. */
  async write(
    tx: Tx,
    actor: Actor,
    { sharingId, sessionId, regionId, ...sharing }: NewSharing,
  ): Promise<void> {
    const number = await this.queries.nextNumber(tx, sessionId);
    await insertRows(
      tx,
      'cost_share',
      sharing.burdens.map(({ municipalityId, reservedCents, spentCents }) => ({
        ...{
          sharing_id: sharingId,
          number,
          session_id: sessionId,
          municipality_id: municipalityId,
          region_id: regionId,
          key: sharing.key,
        },
        units: sharing.counted.find((unit) => unit.municipalityId === municipalityId)?.units ?? 0,
        ...{
          amount_cents: String(reservedCents + spentCents),
          is_demo: sharing.isDemo && reservedCents !== 0n,
        },
        ...{ shared_at: this.clock.now(), account_id: actor.accountId },
      })),
    );
  }

  /** @throws DomainError 'share-over-budget' that names the municipality whose budget does not hold its part */
  async refuseUnlessFree(tx: Tx, actor: Actor, lineId: string, moves: readonly Burden[]): Promise<void> {
    const short = shortBudget(moves, await this.standings.freeOnLine(tx, lineId));
    if (!short) return;
    const names = await this.queries.namesOf(tx, [short]);
    throw new DomainError('share-over-budget', {
      municipality: names.get(short.municipalityId)!,
      needed: formatCents(short.neededCents, actor.locale),
      free: formatCents(short.freeCents > 0n ? short.freeCents : 0n, actor.locale),
    });
  }

  /**
   * Shares a cost again that was committed, when it is to be shared in another way. The caller holds the lock of the
   * session. What was called off stays as it was shared.
   * @param check refuses what is to be booked on a line
   */
  async shareAgain(
    tx: Tx,
    actor: Actor,
    session: SessionRow,
    check?: (lineId: string, moves: readonly Burden[]) => Promise<void>,
  ): Promise<void> {
    const committed = await tx.findOneBy(Commitment, { sessionId: session.id });
    if (!committed || session.status === 'cancelled') return;
    await this.ledger.lock(tx, committed);
    const commitment = await this.commitments.find(tx, committed.id);
    const before = await this.queries.now(tx, commitment);
    const { key } = await this.queries.findChosen(tx, session.id);
    const counted = await this.queries.count(tx, session.id);
    const units = bearersOf(counted, commitment.municipalityId);
    if (before.key === key && isSameSharing(before.units, units)) return;
    const burdens = share(totalBurden(before.burdens), units);
    const moves = movesBetween(before.burdens, burdens);
    await check?.(commitment.grantLineId, moves);
    await this.bookAgain(
      tx,
      actor,
      { ...commitment, sessionId: session.id },
      { key, counted, moves, burdens, formerly: before.units },
    );
  }

  private async bookAgain(
    tx: Tx,
    actor: Actor,
    commitment: CommitmentStanding & { readonly sessionId: string },
    { key, counted, moves, burdens, formerly }: Resharing,
  ): Promise<void> {
    const { id: commitmentId, regionId, grantLineId, isDemo, costDate } = commitment;
    const { sessionId } = commitment;
    const sharingId = newId(this.clock.now());
    const gone = formerly.filter(
      (unit) => !burdens.some(({ municipalityId }) => municipalityId === unit.municipalityId),
    );
    const nothing = gone.map(({ municipalityId }) => ({ municipalityId, reservedCents: 0n, spentCents: 0n }));
    await this.makeBudgets(tx, commitment, moves);
    await this.write(tx, actor, {
      ...{ sharingId, sessionId, regionId, key, counted, isDemo },
      burdens: [...burdens, ...nothing],
    });
    await this.ledger.bookShared(tx, actor, {
      ...{ regionId, sessionId, commitmentId, grantLineId, moves, costDate },
      bookedOn: localDateOf(this.clock.now()),
      ...{ sourceType: 'share', sourceId: sharingId, description: commitment.subject },
    });
    await this.audit.record(tx, {
      ...({ actor, action: 'shareCost', subjectType: 'session', subjectId: sessionId } as const),
      before: { shares: formerly },
      after: { sharingKey: key, shares: counted },
    });
  }

  /** A municipality can come to bear something on a line on which it has no budget: it has nothing free there then. */
  private async makeBudgets(
    tx: Tx,
    { regionId, grantLineId, subject }: CommitmentStanding,
    moves: readonly Burden[],
  ): Promise<void> {
    await insertRows(
      tx,
      'grant_line_budget',
      moves.map(({ municipalityId }) => ({
        ...{ grant_line_id: grantLineId, municipality_id: municipalityId, region_id: regionId },
        ...{ amount_cents: 0, is_demo: false, source: subject },
      })),
      'on conflict do nothing',
    );
  }
}

interface Resharing {
  readonly key: SharingKey;
  readonly counted: readonly Unit[];
  readonly moves: readonly Burden[];
  readonly burdens: readonly Burden[];
  /** Who bore it until now, by which units. */
  readonly formerly: readonly Unit[];
}
