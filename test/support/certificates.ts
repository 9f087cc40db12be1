import type { CertificateDocument } from '../../src/certificates/certificate-pdf.js';
import { newId } from '../../src/shared/ids.js';
import type { TestDatabase } from './database.js';
import { createSession, type TestProfessional, type TestRegion } from './region.js';

/** What a certificate says. */
export const exampleCertificate: CertificateDocument = {
  number: 'LL-2027-000123',
  professionalName: 'S. Voorbeeld',
  nameNote: 'De hele naam vindt u op de controlepagina.',
  courseTitle: 'Verdiepingstraining: signalen duiden en bespreken',
  levelLabel: 'Niveau: verdieping',
  municipalityName: 'Gemeente Voorbeeld',
  regionName: 'Regio Voorbeeld',
  partsLine: '14 en 15 januari 2027',
  issuedOn: '20 januari 2027',
  validUntil: '20 januari 2030',
  checkUrl: 'https://leerlijn.example/certificates/LL-2027-000123',
  locale: 'nl',
  labels: {
    title: 'Certificaat',
    statement: 'heeft deelgenomen aan de training',
    number: 'Certificaatnummer',
    issuedOn: 'Afgegeven op',
    validUntil: 'Geldig tot en met',
    check: 'Controleer dit certificaat op:',
  },
  issuedAt: new Date('2027-01-20T10:00:00Z'),
  look: null,
};

/** A certificate put into the database directly, with the session and the seat it came from. */
export async function issueCertificate(
  database: TestDatabase,
  region: TestRegion,
  professional: TestProfessional,
  issuedOn: string,
): Promise<string> {
  const { owner } = database;
  const sessionId = await createSession(database, region, { date: issuedOn, status: 'confirmed' });
  await owner.query("update session set status = 'closed' where id = $1", [sessionId]);
  const enrolmentId = newId();
  await owner.query(
    `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
     select $1, region_id, $2, id, municipality_id, 'confirmed', $4::date, $4::date from professional where id = $3`,
    [enrolmentId, sessionId, professional.id, issuedOn],
  );
  const number = `TEST-${enrolmentId.slice(-12)}`;
  await owner.query(
    `insert into certificate (id, region_id, municipality_id, professional_id, enrolment_id, course_id, number,
       professional_name, course_title, level, municipality_name, region_name, dates, locale, issued_at, issued_on, document, sha256)
     select $1, p.region_id, p.municipality_id, p.id, $2, $3, $4, p.name, 'Basistraining', 'basic', 'Almere', 'Flevoland',
       array[$5::date], 'nl', $5::date, $5::date, '{}', repeat('0', 64)
     from professional p where p.id = $6`,
    [newId(), enrolmentId, region.courses.basic, number, issuedOn, professional.id],
  );
  return number;
}
