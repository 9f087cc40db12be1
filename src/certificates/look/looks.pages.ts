import { z } from 'zod';
import type { MessageKey } from '../../messages.js';
import type { Translate } from '../../platform/i18n/translator.js';
import type { PictureFault } from '../../platform/files/picture-limits.js';
import { checkbox, optionalText, wholeNumber } from '../../platform/web/fields.js';
import { buildForm, type FieldIssue, type SentForm } from '../../platform/web/forms.js';
import { listAddress } from '../../platform/web/list-address.js';
import { pagination } from '../../platform/web/pagination.js';
import { isReadable, readColour } from './colour.rules.js';
import type { ListedLook, LookRow } from './looks.queries.js';

export const PAGE_SIZE = 50;

/** A colour that can be read on paper; null when left empty. */
export const accentField = optionalText(20).transform((written, context) => {
  if (written === null) return null;
  const colour = readColour(written);
  if (colour !== null && isReadable(colour)) return colour;
  const fault = colour === null ? 'colour' : 'faint';
  const key = `certificates.look.fault.${fault}` satisfies MessageKey;
  context.addIssue({ code: 'custom', params: { key } });
  return z.NEVER;
});

/** What the form sends beside the file. */
export const lookForm = z.object({
  version: wholeNumber(0, 999_999_999),
  accent: accentField,
  removeLogo: checkbox,
});

export const logoIssue = (fault: PictureFault, t: Translate): FieldIssue => ({
  path: 'newLogo',
  message: t(`certificates.look.fault.${fault}`),
});

/** The municipalities for which the reader may choose. */
export function looksPage(
  { rows, total }: { readonly rows: readonly ListedLook[]; readonly total: number },
  page: number,
  t: Translate,
) {
  return {
    looks: rows.map((look) => ({
      municipality: look.municipality,
      href: addressOf(look),
      ...wordsOf(look, t),
      writtenAt: look.writtenAt,
    })),
    pagination: pagination(total, page, PAGE_SIZE, (number) =>
      listAddress('/certificate-looks', { page: number }),
    ),
  };
}

const addressOf = ({ municipalityId }: { readonly municipalityId: string }) =>
  `/certificate-looks/${municipalityId}`;

function wordsOf({ accent, hasLogo }: Pick<ListedLook, 'accent' | 'hasLogo'>, t: Translate) {
  return {
    colour: accent ?? t('certificates.look.standardColour'),
    logo: t(hasLogo ? 'certificates.look.hasLogo' : 'certificates.look.noLogoYet'),
  };
}

/** The form of one municipality; `isConflict` when someone else saved since the reader opened it. */
export function lookPage(look: LookRow, sent: SentForm | null, isConflict: boolean, t: Translate) {
  const hasLogo = look.logo !== null;
  const { fields, errorSummary } = buildForm(
    [
      { name: 'version', kind: 'hidden', label: 'certificates.look.title' },
      {
        ...{ name: 'accent', kind: 'text', label: 'certificates.look.accent' },
        description: 'certificates.look.accentHint',
      },
      {
        ...{ name: 'newLogo', kind: 'file', label: 'certificates.look.newLogo' },
        description: 'certificates.look.newLogoHint',
      },
      {
        ...{ name: 'removeLogo', kind: 'checkbox', label: 'certificates.look.removeLogo' },
        description: 'certificates.look.removeLogoHint',
      },
    ],
    // Who has been told what came meanwhile may write over it.
    {
      ...{ accent: look.accent ?? '', version: look.version },
      ...sent?.values,
      ...(isConflict && { version: look.version }),
    },
    sent?.issues ?? [],
    t,
  );
  const [version, accent, newLogo, removeLogo] = fields;
  return {
    ...{ errorSummary, version: version!, accent: accent!, newLogo: newLogo! },
    removeLogo: hasLogo ? removeLogo! : null,
    warning: isConflict
      ? t('certificates.look.changedMeanwhile', wordsOf({ ...look, hasLogo }, t))
      : sent && t('certificates.look.chooseAgain'),
    action: addressOf(look),
    logo: hasLogo
      ? {
          src: `${addressOf(look)}/logo`,
          alt: t('certificates.look.logoNowOf', { municipality: look.municipality }),
        }
      : null,
  };
}

/** Why there is no example, for the tab in which it would have been. */
export function refusedPreviewPage(issues: readonly FieldIssue[], t: Translate) {
  const labels: Readonly<Record<string, MessageKey>> = {
    accent: 'certificates.look.accent',
    newLogo: 'certificates.look.newLogo',
  };
  return {
    lines: issues.map(({ path, message }) => {
      const label = labels[path];
      return label ? t('web.form.issue', { label: t(label), message }) : message;
    }),
  };
}
