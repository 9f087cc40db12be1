import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type FieldIssue, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import { locales } from '../shared/locale.js';
import { blocks, isNeeded, mailKinds, sometimesAbsent, valuesOf } from '../wording/mail-kinds.rules.js';
import type { Block } from '../wording/mail-kinds.rules.js';
import { textsOf, type Texts } from '../wording/wording.rules.js';
import type { Standing, Written } from '../wording/wording.queries.js';
import { idOf, inBraces, type MailTextId } from './mail-text-fields.pages.js';

/** Every kind of mail, with who has own words in it. */
export function mailTextsPage(written: readonly Written[], isContact: boolean, t: Translate) {
  return {
    intro: t(isContact ? 'mail-texts.introOwn' : 'mail-texts.intro'),
    mails: mailKinds.map((kind) => ({
      name: t(`mail-texts.kind.${kind}`),
      texts: locales.map((locale) => {
        const of = written.filter((found) => found.kind === kind && found.locale === locale);
        const towns = of.flatMap(({ municipality }) => municipality ?? []);
        const isRegional = of.some(({ municipality }) => municipality === null);
        return {
          href: `/mail-texts/${idOf({ kind, locale })}`,
          label: t(`mail-texts.in.${locale}`),
          status: t(
            isContact && towns.length > 0
              ? 'mail-texts.status.own'
              : isRegional
                ? 'mail-texts.status.region'
                : 'mail-texts.status.standard',
          ),
          towns:
            isContact || towns.length === 0
              ? null
              : t('mail-texts.status.towns', { names: towns.join(', ') }),
        };
      }),
    })),
  };
}

/** What there is to say about a form that comes back: nothing, or that someone else wrote meanwhile. */
export type Told = 'changed-meanwhile' | 'test-sent' | null;

/** The form of one mail in one language, with the fields as they were sent or as they stand. */
export function mailTextPage(
  mail: MailTextId,
  standing: Standing,
  sent: SentForm | null,
  told: Told,
  t: Translate,
) {
  const { kind } = mail;
  const isConflict = told === 'changed-meanwhile';
  const now = textsOf(standing.own, standing.otherwise);
  const { fields, errorSummary } = buildForm(
    [
      { name: 'version', kind: 'hidden', label: 'mail-texts.title' },
      ...blocks.flatMap((block) => specsOf(block, t)),
    ],
    // Who has been shown what came meanwhile may write over it.
    { ...now, version: standing.version, ...sent?.values, ...(isConflict && { version: standing.version }) },
    sent?.issues ?? [],
    t,
  );
  const [version, ...others] = fields;
  return {
    version: version!,
    errorSummary,
    notice: told && { kind: isConflict ? 'warning' : 'ok', text: t(`mail-texts.told.${told}`) },
    action: `/mail-texts/${idOf(mail)}`,
    locale: mail.locale,
    blocks: blocks.map((block, index) => ({
      title: t(`mail-texts.block.${block}`),
      text: others[2 * index]!,
      setBack: standing.own[block] === null ? null : others[2 * index + 1]!,
      otherwise: {
        title: t(standing.isRegional ? 'mail-texts.otherwise.region' : 'mail-texts.otherwise.standard'),
        text: standing.otherwise[block],
      },
      saved:
        isConflict && differs(sent, block, now) ? { title: t('mail-texts.saved'), text: now[block] } : null,
    })),
    values: valuesOf(kind).map((name) => ({
      name: inBraces(name),
      meaning: t(`mail-texts.value.${name}`),
      note: sometimesAbsent.includes(name) ? t('mail-texts.value.sometimes') : null,
    })),
  };
}

function specsOf(block: Block, t: Translate): FieldSpec[] {
  return [
    {
      ...{ name: block, kind: block === 'subject' ? 'text' : 'textarea', required: isNeeded(block) },
      label: `mail-texts.block.${block}`,
      description: `mail-texts.about.${block}`,
    },
    {
      ...{ name: `${block}IsStandard`, kind: 'checkbox' },
      label: 'mail-texts.setBack',
      labelParams: { block: t(`mail-texts.block.${block}`) },
    },
  ];
}

function differs(sent: SentForm | null, block: Block, now: Texts): boolean {
  const text = sent?.values[block];
  return typeof text === 'string' && text.replaceAll('\r\n', '\n').trim() !== now[block];
}

/** Why a preview cannot be shown, for the frame in which it would have been. */
export function refusedPreview(issues: readonly FieldIssue[], t: Translate) {
  return {
    lines: issues.map(({ path, message }) => {
      const block = blocks.find((known) => known === path);
      return block ? t('web.form.issue', { label: t(`mail-texts.block.${block}`), message }) : message;
    }),
  };
}
