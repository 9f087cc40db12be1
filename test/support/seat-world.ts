import { newId } from '../../src/shared/ids.js';
import type { TestApp } from './app.js';
import { apiClient, type Answer, type ApiClient } from './client.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
} from './region.js';
import { DATES, PEOPLE, type Plan, type Request } from './seat-stories.js';

const TOWNS: MunicipalityName[] = ['Almere', 'Dronten', 'Urk'];

interface Person extends TestProfessional {
  readonly town: MunicipalityName;
  /** For whom seats can be held that this person may take. */
  readonly labels: readonly string[];
  readonly client: ApiClient;
  readonly contact: ApiClient;
}
type Holders = Readonly<
  Record<string, { municipalityId: string } | { functionId: string } | { organisationId: string }>
>;

/** Who acts in the stories about seats: participants, the contacts of their municipalities, and a coordinator. */
export interface SeatWorld {
  readonly app: TestApp;
  readonly region: TestRegion;
  readonly coordinator: ApiClient;
  readonly people: readonly Person[];
  readonly holders: Holders;
}

export async function seatWorld(app: TestApp): Promise<SeatWorld> {
  const region = await createRegion(app.database);
  const { owner } = app.database;
  const clientOf = async (role: 'coordinator' | 'contact', municipalityId?: string) => {
    const account = await createAccount(app.database, region, role, municipalityId ? { municipalityId } : {});
    return apiClient(app, region.id, account.id);
  };
  const coordinator = await clientOf('coordinator');
  const contacts = await Promise.all(TOWNS.map((town) => clientOf('contact', region.municipalities[town])));
  const [functionId, organisationId] = [newId(), newId()];
  await owner.query(
    "insert into professional_function (id, region_id, code, name_nl, name_en) values ($1, $2, 'docent', 'docent', 'teacher')",
    [functionId, region.id],
  );
  await owner.query(
    `insert into organisation (id, region_id, municipality_id, name, contact_name, contact_email, review_on)
     values ($1, $2, $3, 'Voorbeeldschool', 'Contact Voorbeeld', 'contact@example.nl', '2027-01-01')`,
    [organisationId, region.id, region.municipalities.Almere],
  );
  const ofTown = (town: MunicipalityName) => ({ municipalityId: region.municipalities[town] });
  const holders: Holders = {
    ...{ Dronten: ofTown('Dronten'), Urk: ofTown('Urk') },
    ...{ teacher: { functionId }, school: { organisationId } },
  };
  const people: Person[] = [];
  for (let i = 0; i < PEOPLE; i++) {
    const town = TOWNS[i % TOWNS.length]!;
    const person = await createProfessional(app.database, region, town, `Voorbeeld ${i}`);
    const client = await apiClient(app, region.id, person.accountId);
    const isTeacher = i % 2 === 0;
    const isOfSchool = i % 4 === 0;
    const labels = [town, ...(isTeacher ? ['teacher'] : []), ...(isOfSchool ? ['school'] : [])];
    people.push({ ...person, town, labels, client, contact: contacts[i % TOWNS.length]! });
    const { id } = person;
    if (isTeacher)
      await owner.query('update professional set function_id = $2 where id = $1', [id, functionId]);
    if (isOfSchool)
      await owner.query('update professional set organisation_id = $2 where id = $1', [id, organisationId]);
  }
  return { app, region, coordinator, people, holders };
}

/** The body of the request for other seats. */
export function seatsOf({ capacity, labelled, enrolUntil, cancelUntil, asksFirst }: Plan, holders: Holders) {
  const quotas = Object.entries(labelled).map(([label, seats]) => ({ ...holders[label]!, seats }));
  return {
    ...{ capacity, minimum: 1, overbookingPercentage: 0, releaseOn: DATES.release, offerHours: 8 },
    ...{ enrolUntil, cancelUntil, waitingListMode: asksFirst ? 'offer' : 'automatic' },
    quotas: quotas.filter((quota) => 'municipalityId' in quota),
    functionQuotas: quotas.filter((quota) => 'functionId' in quota),
    organisationQuotas: quotas.filter((quota) => 'organisationId' in quota),
  };
}

interface Standing {
  readonly id: string;
  readonly person: string;
  readonly status: string;
}

/** The enrolments and guests of a session as they are before a scene. */
export interface Present {
  readonly sessionId: string;
  readonly enrolments: readonly Standing[];
  readonly guests: readonly string[];
}

export async function presentIn({ database }: TestApp, sessionId: string): Promise<Present> {
  const { rows } = await database.owner.query<Omit<Present, 'sessionId'>>(
    `select coalesce((select json_agg(json_build_object('id', id, 'person', professional_id, 'status', status) order by id)
         from enrolment where session_id = $1 and status <> 'cancelled'), '[]') enrolments,
       array(select id from session_guest where session_id = $1 order by id) guests`,
    [sessionId],
  );
  return { sessionId, ...rows[0]! };
}

/** To whom a request applies; now and then it is about someone else. */
const APPLIES_TO: Partial<Record<Request['kind'], string>> = {
  ...{ approve: 'requested', reject: 'requested', acceptOffer: 'offered', declineOffer: 'offered' },
  ...{ substitute: 'confirmed', cancel: 'confirmed' },
};

/** Whom a request is about, by the place in the register or as a guest; null where nobody is there. */
export function subjectOf(world: SeatWorld, { enrolments, guests }: Present, asked: Request): string | null {
  if (asked.kind === 'resize' || asked.kind === 'addGuest') return asked.kind;
  if (asked.kind === 'enrol' || asked.kind === 'giveSeat') return world.people[asked.who]!.id;
  if (asked.kind === 'removeGuest') return guests[asked.who % guests.length] ?? null;
  const apt = APPLIES_TO[asked.kind];
  const among = !apt || asked.who % 5 === 0 ? enrolments : enrolments.filter(({ status }) => status === apt);
  return among[asked.who % among.length]?.person ?? null;
}

/** Sends a request about someone. */
export async function send(
  { coordinator, people, holders }: SeatWorld,
  sessions: readonly Present[],
  asked: Request,
  who: string,
): Promise<Answer> {
  const { sessionId, enrolments } = sessions[asked.at]!;
  const session = `/sessions/${sessionId}`;
  if (asked.kind === 'resize') {
    const { version } = (await coordinator.get(`${session}/seats`)).json();
    return coordinator.put(`${session}/seats`, { version, ...seatsOf(asked.plan, holders) });
  }
  if (asked.kind === 'addGuest')
    return coordinator.post(`${session}/guests`, { name: 'Gast', organisation: 'Elders' });
  if (asked.kind === 'removeGuest') return coordinator.post(`/guests/${who}/removal`);
  if (asked.kind === 'giveSeat')
    return coordinator.post(`${session}/enrolments`, { professionalId: who, giveSeat: true });
  const { client, contact } = people.find(({ id }) => id === who)!;
  if (asked.kind === 'enrol') return client.post(`${session}/enrolments`, { professionalId: who });
  const { id } = enrolments.find(({ person }) => person === who)!;
  const step = (by: ApiClient, verb: string, body = {}) => by.post(`/enrolments/${id}/${verb}`, body);
  switch (asked.kind) {
    case 'approve':
      return step(contact, 'approval');
    case 'reject':
      return step(contact, 'rejection');
    case 'acceptOffer':
      return step(client, 'offer-acceptance');
    case 'declineOffer':
      return step(client, 'offer-refusal');
    case 'cancel':
      return step(client, 'cancellation', asked.givesReason ? { reason: 'Verhinderd.' } : {});
    case 'transfer':
      return step(client, 'transfer', { sessionId: sessions[1 - asked.at]!.sessionId });
    case 'substitute':
      return step(coordinator, 'substitution', { email: successorOf(people, who, asked).email });
  }
}

/** A colleague of the same municipality, mostly; now and then someone who may not be one. */
export function successorOf(
  people: SeatWorld['people'],
  who: string,
  { successor }: Extract<Request, { kind: 'substitute' }>,
): Person {
  const { town } = people.find(({ id }) => id === who)!;
  const colleagues = people.filter((one) => one.town === town && one.id !== who);
  return successor % 5 === 0 ? people[successor]! : colleagues[successor % colleagues.length]!;
}
