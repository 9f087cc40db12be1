import type { CourseLevel } from '../courses/course-level.rules.js';
import { formatDate, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import type { CertificateWords } from './certificate-pdf.js';

/** Whose it is, and what of; `dates` are those of the training. */
interface Owner {
  readonly professionalName: string;
  readonly courseTitle: string;
  readonly level: CourseLevel;
  readonly municipalityName: string;
  readonly regionName: string;
  readonly dates: readonly string[];
  readonly locale: Locale;
  /** The last day of the follow-up day that renewed it. */
  readonly renewedOn: string | null;
}

/** What is decided at the moment of issue; dates are local. */
export interface Issue {
  readonly number: string;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly checkUrl: string;
}

/** Puts a certificate into words, in the language of whoever gets it. */
export function certificateDocument(
  candidate: Owner,
  { number, issuedOn, validUntil, checkUrl }: Issue,
  t: Translate,
): CertificateWords {
  const { professionalName, courseTitle, regionName, locale } = candidate;
  return {
    ...{ number, professionalName, courseTitle, regionName, checkUrl, locale },
    nameNote: t('certificates.document.nameNote'),
    levelLabel: t('certificates.document.level', { level: t(`courses.level.${candidate.level}`) }),
    municipalityName: t('certificates.document.municipality', { name: candidate.municipalityName }),
    partsLine: partsLineOf(candidate, t),
    issuedOn: formatDate(issuedOn, locale, 'long'),
    validUntil: validUntil === null ? null : formatDate(validUntil, locale, 'long'),
    labels: {
      title: t('certificates.document.title'),
      statement: t('certificates.document.statement'),
      number: t('certificates.document.number'),
      issuedOn: t('certificates.document.issuedOn'),
      validUntil: t('certificates.document.validUntil'),
      check: t('certificates.document.check'),
      logo: t('certificates.document.logo', { name: candidate.municipalityName }),
    },
  };
}

/** When it was, and by which follow-up day it was renewed; of a training elsewhere only the latter is known. */
function partsLineOf({ dates, renewedOn, locale }: Owner, t: Translate): string {
  const when = dates.length === 0 ? null : formatDateRange(dates, locale);
  if (renewedOn === null) return when ?? '';
  const date = formatDate(renewedOn, locale, 'long');
  return when === null
    ? t('certificates.document.onlyRenewed', { date })
    : t('certificates.document.renewed', { dates: when, date });
}
