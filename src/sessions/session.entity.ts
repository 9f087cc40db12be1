import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { SessionStatus } from './session-life.rules.js';

/** One run of a course. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'course_id' }) courseId!: string;
  /** The municipality whose allotment and budget the session is charged to. */
  /** When it was called off; null also for who did so before this was kept. */
  @Column('timestamptz', { name: 'called_off_at', nullable: true }) calledOffAt!: Date | null;
  @Column('uuid', { name: 'payer_municipality_id' }) payerMunicipalityId!: string;
  @Column('text') status!: SessionStatus;
  @Column('integer') capacity!: number;
  @Column('integer') minimum!: number;
  /** From this local date on, reserved seats that are unused are open to all. */
  @Column('date', { name: 'release_on' }) releaseOn!: string;
  /** The local date on which it is decided whether the session goes ahead. */
  @Column('date', { name: 'decide_on' }) decideOn!: string;
  @Column('integer', { name: 'seats_taken' }) seatsTaken!: number;
  /** Of the seats taken, those given out by a coordinator although there was none. */
  @Column('integer', { name: 'seats_above_capacity' }) seatsAboveCapacity!: number;
  /** Seats given out beyond the capacity, because some people do not come. */
  @Column('integer', { name: 'overbooking_percentage' }) overbookingPercentage!: number;
  /** Whether who moves up has the seat at once, or is asked first. */
  @Column('text', { name: 'waiting_list_mode' }) waitingListMode!: 'automatic' | 'offer';
  /** Working hours in which an offered seat can be accepted. */
  @Column('integer', { name: 'offer_hours' }) offerHours!: number;
  /** The last local day on which people can enrol; null until the first part begins. */
  @Column('date', { name: 'enrol_until', nullable: true }) enrolUntil!: string | null;
  /** The last local day on which a seat can be given up without a reason; null until the first part begins. */
  @Column('date', { name: 'cancel_until', nullable: true }) cancelUntil!: string | null;
  /** Whether the municipality still pays for a seat that is given up later than that. */
  @Column('boolean', { name: 'charges_late_cancellation' }) chargesLateCancellation!: boolean;
  /** For which organisation an in-company session is. */
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('integer', { name: 'waiting_count' }) waitingCount!: number;
  /** Whether those who enrol are asked what they may not eat, and what they need to take part. */
  @Column('boolean', { name: 'asks_dietary' }) asksDietary!: boolean;
  @Column('boolean', { name: 'asks_accessibility' }) asksAccessibility!: boolean;
  @Column('integer', { name: 'last_waiting_number' }) lastWaitingNumber!: number;
  /** Rises with each change that calendars must hear of (RFC 5545, SEQUENCE). */
  @Column('integer', { name: 'calendar_sequence' }) calendarSequence!: number;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** A part of a session: one stretch of time in one room, or on line. The local date and times are what was meant; the instants follow. */
@Entity('session_part')
export class SessionPart {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('integer') ordinal!: number;
  @Column('date', { name: 'local_date' }) localDate!: string;
  @Column('time', { name: 'start_time' }) startTime!: string;
  @Column('time', { name: 'end_time' }) endTime!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  /** Null for a part that is on line. */
  @Column('uuid', { name: 'room_id' }) roomId!: string | null;
  /** Then the part keeps its room, and is in nobody's way. */
  @Column('boolean', { name: 'called_off' }) calledOff!: boolean;
}

/** Where those who come follow a part that is on line; nobody else may see it. */
@Entity('joining_link')
export class JoiningLink {
  @PrimaryColumn('uuid', { name: 'part_id' }) partId!: string;
  @Column('text') url!: string;
}

/** Who trains a part; the database keeps a trainer from being in two places at once. */
@Entity('session_part_trainer')
export class SessionPartTrainer {
  @PrimaryColumn('uuid', { name: 'part_id' }) partId!: string;
  @PrimaryColumn('uuid', { name: 'trainer_id' }) trainerId!: string;
  @Column('tstzrange') during!: string;
}

/** Seats that are held until the release date, for a municipality, a function or an organisation. */
@Entity('seat_quota')
export class SeatQuota {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('uuid', { name: 'function_id', nullable: true }) functionId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('integer') seats!: number;
}
