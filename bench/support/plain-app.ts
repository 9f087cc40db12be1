import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import fastify from 'fastify';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';

@Entity('session')
class Session {
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') capacity!: number;
}

@Entity('enrolment')
class Enrolment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('uuid', { name: 'professional_id' }) professionalId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('text') status!: string;
  @Column('integer', { name: 'waiting_number', nullable: true }) waitingNumber!: number | null;
  @Column('timestamptz', { name: 'enrolled_at' }) enrolledAt!: Date;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
}

type Wish = Pick<Enrolment, 'professionalId' | 'regionId' | 'municipalityId'>;

const source = await new DataSource({
  type: 'postgres',
  url: process.env['DATABASE_URL'],
  entities: [Session, Enrolment],
  poolSize: 20,
}).initialize();

/** What a first version of any enrolment does: a transaction per request that locks, counts and inserts. */
function enrol(sessionId: string, wish: Wish): Promise<Enrolment> {
  return source.transaction(async (tx) => {
    const session = await tx.findOneOrFail(Session, {
      where: { id: sessionId },
      lock: { mode: 'pessimistic_write' },
    });
    const taken = await tx.countBy(Enrolment, { sessionId, status: 'confirmed' });
    const seated = taken < session.capacity;
    const waiting = seated ? 0 : await tx.countBy(Enrolment, { sessionId, status: 'waitlisted' });
    const now = new Date();
    const enrolment: Enrolment = {
      ...wish,
      id: randomUUID(),
      sessionId,
      status: seated ? 'confirmed' : 'waitlisted',
      waitingNumber: seated ? null : waiting + 1,
      enrolledAt: now,
      confirmedAt: seated ? now : null,
    };
    await tx.insert(Enrolment, enrolment);
    return enrolment;
  });
}

const app = fastify();
app.post<{ Params: { id: string }; Body: Wish }>('/sessions/:id/enrolments', async (request, reply) => {
  const { id, status, waitingNumber } = await enrol(request.params.id, request.body);
  return reply.status(201).send({ id, status, waitingPosition: waitingNumber });
});
writeSync(3, `${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
