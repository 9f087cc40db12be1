import { z } from 'zod';
import { formatInstant } from '../platform/i18n/format.js';
import { optionalLines, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { FinalRow, KeptReport, TextRow, VersionRow } from './kept.queries.js';
import { boundsOf, type HalfYear } from './half-year.rules.js';
import type { Place } from './place.queries.js';
import { halfYearName, shownChapters, type Reader } from './report.pages.js';
import { LONGEST_TEXT, type Chapter } from './report.rules.js';

/** What the form of a chapter's text sends. */
export const textForm = z.object({
  version: wholeNumber(0, 999_999_999),
  text: optionalLines(LONGEST_TEXT).transform((text) => text ?? ''),
});

/** Where a report stands. */
export const reportAddress = (halfYear: HalfYear, { code }: Pick<Place, 'code'>): string =>
  `/council-reports/${halfYear}/${code}`;

/** The model of `council-report/list`. */
export function listPage(
  halfYears: readonly HalfYear[],
  places: readonly Place[],
  finals: readonly FinalRow[],
  { t }: Reader,
) {
  const versionsOf = (halfYear: HalfYear, { municipalityId }: Place): number =>
    finals.find((row) => row.halfYear === halfYear && row.municipalityId === municipalityId)?.versions ?? 0;
  return {
    rows: halfYears.map((halfYear) => ({
      name: halfYearName(halfYear, t),
      reports: places.map((place) => {
        const versions = versionsOf(halfYear, place);
        const href = reportAddress(halfYear, place);
        return {
          ...{ label: place.name, href: versions === 0 ? href : `${href}/versions/${versions}` },
          state:
            versions === 0
              ? t('council-report.draft')
              : t('council-report.finalVersion', { version: versions }),
        };
      }),
    })),
  };
}

/** The model of `council-report/report` for a report as it stands now. */
export function draftPage(
  report: KeptReport,
  place: Place,
  versions: readonly VersionRow[],
  {
    reader,
    mayWrite,
    today,
  }: { readonly reader: Reader; readonly mayWrite: boolean; readonly today: string },
) {
  const { t } = reader;
  const { halfYear } = report.figures;
  const address = reportAddress(halfYear, place);
  const isOver = today > boundsOf(halfYear).until;
  return {
    ...commonOf(report, reader, (chapter) => (mayWrite ? `${address}/texts/${chapter}` : null)),
    status: { kind: 'neutral', label: t('council-report.draft') },
    made: isOver ? t('council-report.isDraft') : t('council-report.isRunning'),
    pdfHref: `${address}/pdf`,
    finalAction: mayWrite && isOver ? `${address}/versions` : null,
    draftHref: null,
    checksum: null,
    versions: versionLinks(versions, address, reader),
  };
}

/** The model of `council-report/report` for a report as it was made final. */
export function keptPage(
  report: KeptReport,
  place: Place,
  { version, madeAt, madeByName, pdfSha256 }: VersionRow,
  versions: readonly VersionRow[],
  reader: Reader,
) {
  const { t, locale } = reader;
  const address = reportAddress(report.figures.halfYear, place);
  return {
    ...commonOf(report, reader, () => null),
    status: { kind: 'success', label: t('council-report.finalVersion', { version }) },
    made: t('council-report.madeFinal', {
      moment: formatInstant(madeAt, locale),
      name: madeByName ?? t('council-report.someone'),
    }),
    pdfHref: `${address}/versions/${version}/pdf`,
    finalAction: null,
    draftHref: address,
    checksum: pdfSha256,
    versions: versionLinks(versions, address, reader),
  };
}

/** The model of `council-report/text`. */
export function textPage(
  { action, back }: { readonly action: string; readonly back: string },
  { values, issues }: SentForm,
  { t }: Reader,
) {
  const specs: FieldSpec[] = [
    { name: 'version', kind: 'hidden', label: 'council-report.text' },
    { name: 'text', kind: 'textarea', label: 'council-report.text', description: 'council-report.text.note' },
  ];
  return { form: buildForm(specs, values, issues, t), action, back };
}

/** A text as its form shows it. */
export const textValues = ({ text, version }: TextRow) => ({ text, version });

function commonOf(report: KeptReport, reader: Reader, editOf: (chapter: Chapter) => string | null) {
  return {
    chapters: shownChapters(report, reader).map((chapter) => {
      const editHref = editOf(chapter.chapter);
      const name = chapter.text.length === 0 ? 'council-report.text.add' : 'council-report.text.change';
      return { ...chapter, editHref, editLabel: reader.t(name, { chapter: chapter.title }) };
    }),
  };
}

function versionLinks(versions: readonly VersionRow[], address: string, { t, locale }: Reader) {
  return versions.map(({ version, madeAt }) => ({
    href: `${address}/versions/${version}`,
    label: t('council-report.finalVersion', { version }),
    moment: formatInstant(madeAt, locale),
  }));
}
