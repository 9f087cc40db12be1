import { createHash } from 'node:crypto';
import { addToDate, instantOf } from '../../shared/local-date.js';
import {
  CREDENTIALS,
  OPEN_BADGES,
  OPEN_BADGES_CONTEXT,
  written,
  type Publication,
} from './publication.rules.js';
import { statusOf } from './status-list.rules.js';

/** What a badge says: what stands on the certificate, and nothing more. Dates are local. */
export interface BadgeContent {
  readonly id: string;
  /** Of the person, in this badge only: badges of one person are not to be put side by side by it. */
  readonly subjectId: string;
  readonly email: string;
  /** Mixed with the address, so that its hash cannot be looked up in a list. */
  readonly salt: string;
  /** The name and what leads to it, as whoever has the number finds the name; null for who does not want that. */
  readonly shown: { readonly name: string; readonly number: string; readonly checkUrl: string } | null;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly description: string;
  readonly criteria: string;
  readonly locale: string;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly statusIndex: number;
}

const SCHEMA = `${OPEN_BADGES}/schema/json/ob_v3p0_achievementcredential_schema.json`;

/** An Open Badge 3.0 that is still to be signed. */
export function unsignedBadge(badge: BadgeContent, publication: Publication) {
  const { issuer, issuerName, homepage } = publication;
  return {
    '@context': [CREDENTIALS, OPEN_BADGES_CONTEXT, `${OPEN_BADGES}/extensions.json`],
    id: `urn:uuid:${badge.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: badge.courseTitle,
    issuer: { id: issuer, type: ['Profile'], name: issuerName, url: homepage },
    validFrom: written(startOf(badge.issuedOn)),
    ...(badge.validUntil === null ? {} : { validUntil: written(endOf(badge.validUntil)) }),
    credentialSubject: subjectOf(badge),
    ...(badge.shown && { evidence: [{ id: badge.shown.checkUrl, type: ['Evidence'] }] }),
    credentialStatus: statusOf(badge.statusIndex, publication),
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
  };
}

function subjectOf(badge: BadgeContent) {
  const identity = { type: 'IdentityObject' };
  const { email, salt, shown } = badge;
  return {
    id: `urn:uuid:${badge.subjectId}`,
    type: ['AchievementSubject'],
    identifier: [
      {
        ...identity,
        hashed: true,
        identityHash: `sha256$${createHash('sha256')
          .update(email + salt)
          .digest('hex')}`,
        identityType: 'emailAddress',
        salt,
      },
      ...(shown ? [{ ...identity, hashed: false, identityHash: shown.name, identityType: 'name' }] : []),
    ],
    ...(shown && { licenseNumber: shown.number }),
    achievement: {
      id: `urn:uuid:${badge.courseId}`,
      type: ['Achievement'],
      achievementType: 'Certificate',
      name: badge.courseTitle,
      description: badge.description,
      criteria: { narrative: badge.criteria },
      inLanguage: badge.locale,
    },
  };
}

/** The claims of the same badge as a JWT (Open Badges 3.0, 8.2): its own words and those that every JWT has. */
export function claimsOf(badge: ReturnType<typeof unsignedBadge>) {
  const { id, issuer, credentialSubject, validFrom, validUntil } = badge;
  return {
    ...badge,
    ...{ iss: issuer.id, jti: id, sub: credentialSubject.id, nbf: seconds(validFrom) },
    ...(validUntil === undefined ? {} : { exp: seconds(validUntil) }),
  };
}

const startOf = (date: string) => instantOf(date, '00:00');
const endOf = (date: string) => new Date(startOf(addToDate(date, { days: 1 })).getTime() - 1000);
const seconds = (moment: string) => Date.parse(moment) / 1000;
