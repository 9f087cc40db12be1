import type { z } from 'zod';
import type { MessageKey } from '../../messages.js';
import type { MessageParams, Translate } from '../i18n/translator.js';
import { unfoldNames } from './form-names.js';

export type FieldKind =
  | 'text'
  | 'email'
  | 'date'
  | 'time'
  | 'integer'
  | 'money'
  | 'textarea'
  | 'select'
  | 'checkbox'
  | 'checkboxes'
  | 'radios'
  | 'file'
  | 'hidden';

export interface FieldSpec {
  /** The path of the value in the form; a repeated group has its index in it: `parts.0.date`. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: MessageKey;
  /** Values for the label's placeholders, so that the labels of repeated groups differ. */
  readonly labelParams?: MessageParams;
  readonly description?: MessageKey;
  /** What a select, radios or checkboxes offer; a select also gets an empty choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** What the empty choice is called where it is a choice of its own, as in a filter. */
  readonly emptyLabel?: MessageKey;
  readonly required?: boolean;
  /** The HTML autocomplete token, for fields about the reader (WCAG 1.3.5). */
  readonly autocomplete?: string;
}

export interface FieldIssue {
  /** The name of the field; empty when the issue is about the form as a whole. */
  readonly path: string;
  readonly message: string;
}

/** A form as it was sent, to be shown again with what to put right; nothing of either where it is shown first. */
export interface SentForm {
  readonly values: Record<string, unknown>;
  readonly issues: readonly FieldIssue[];
}

/** A field as `partials/field` draws it. */
export interface Field {
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly description: string | null;
  readonly error: string | null;
  /** The ids of description and error, for `aria-describedby`. */
  readonly describedBy: string | null;
  readonly required: boolean;
  readonly autocomplete: string | null;
  readonly value: string;
  readonly checked: boolean;
  readonly options: readonly FieldOption[];
  /** The type of the `<input>` where the field is one. */
  readonly inputType: string | null;
  readonly inputMode: string | null;
  /** Exactly one is true; views have no comparison. */
  readonly is: Readonly<Record<FieldShape, boolean>>;
}

export type FieldShape = 'input' | 'textarea' | 'select' | 'checkbox' | 'checkboxes' | 'radios' | 'hidden';

export interface FieldOption {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface Form {
  readonly fields: readonly Field[];
  /** What to put right, each linked to its field; null when there is nothing. */
  readonly errorSummary: readonly { readonly href: string | null; readonly message: string }[] | null;
}

const shapeOf = {
  text: 'input',
  email: 'input',
  date: 'input',
  time: 'input',
  integer: 'input',
  money: 'input',
  file: 'input',
  textarea: 'textarea',
  select: 'select',
  checkbox: 'checkbox',
  checkboxes: 'checkboxes',
  radios: 'radios',
  hidden: 'hidden',
} as const satisfies Record<FieldKind, FieldShape>;

/** Whole numbers and amounts are typed as text: a number input hides wrong input and scrolls its value. */
const inputTypes: Partial<Record<FieldKind, string>> = {
  text: 'text',
  email: 'email',
  date: 'date',
  time: 'time',
  integer: 'text',
  money: 'text',
  file: 'file',
};

const inputModes: Partial<Record<FieldKind, string>> = { integer: 'numeric', money: 'decimal' };

/**
 * The view model of a form: its fields with the values filled in (nested as the schema has them) and every
 * issue both at its field and in the summary.
 */
export function buildForm(
  specs: readonly FieldSpec[],
  values: Record<string, unknown>,
  issues: readonly FieldIssue[],
  t: Translate,
): Form {
  const fields = specs.map((spec) => buildField(spec, valueAt(values, spec.name), issues, t));
  const summary = issues.map((issue) => summaryLine(issue, fields, t));
  return { fields, errorSummary: summary.length === 0 ? null : summary };
}

function buildField(spec: FieldSpec, value: unknown, issues: readonly FieldIssue[], t: Translate): Field {
  const id = `field-${spec.name.replaceAll('.', '-')}`;
  const shape = shapeOf[spec.kind];
  const text = textOf(value);
  const error = issues.find(({ path }) => path === spec.name)?.message ?? null;
  const describedBy = [
    ...(spec.description === undefined ? [] : [`${id}-description`]),
    ...(error === null ? [] : [`${id}-error`]),
  ].join(' ');
  return {
    id,
    name: spec.name,
    kind: spec.kind,
    label: t(spec.label, spec.labelParams),
    description: spec.description === undefined ? null : t(spec.description),
    error,
    describedBy: describedBy === '' ? null : describedBy,
    required: spec.required ?? false,
    autocomplete: spec.autocomplete ?? null,
    // A browser does not let a page fill in a file.
    value: spec.kind === 'file' ? '' : text,
    checked: spec.kind === 'checkbox' && (value === true || value === 'on'),
    options: optionsOf(spec, id, Array.isArray(value) ? value : [text], t),
    inputType: inputTypes[spec.kind] ?? null,
    inputMode: inputModes[spec.kind] ?? null,
    is: isOf(shape),
  };
}

function isOf(shape: FieldShape): Field['is'] {
  const none = {
    input: false,
    textarea: false,
    select: false,
    checkbox: false,
    checkboxes: false,
    radios: false,
    hidden: false,
  };
  return { ...none, [shape]: true };
}

function optionsOf(spec: FieldSpec, id: string, chosen: readonly unknown[], t: Translate): FieldOption[] {
  const offered = (spec.options ?? []).map(({ value, label }) => ({
    value,
    label,
    chosen: chosen.includes(value),
  }));
  const empty = { value: '', label: t(spec.emptyLabel ?? 'web.form.choose'), chosen: chosen.includes('') };
  return (spec.kind === 'select' ? [empty, ...offered] : offered).map((option, index) => ({
    ...option,
    // The first keeps the field's own id, so that the error summary can link to it.
    id: index === 0 ? id : `${id}-${index}`,
  }));
}

function summaryLine(issue: FieldIssue, fields: readonly Field[], t: Translate) {
  // An issue about a whole group ('parts') leads to the first field in it.
  const field =
    fields.find(({ name }) => name === issue.path) ??
    fields.find(({ name }) => issue.path !== '' && name.startsWith(`${issue.path}.`));
  if (field === undefined || field.is.hidden) return { href: null, message: issue.message };
  const message = t('web.form.issue', { label: field.label, message: issue.message });
  return { href: `#${field.id}`, message };
}

function valueAt(values: unknown, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>(
      (level, key) =>
        typeof level === 'object' && level !== null && Object.hasOwn(level, key)
          ? (level as Record<string, unknown>)[key]
          : undefined,
      values,
    );
}

/** Control characters would make the page itself invalid HTML; the field's error already names them. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll(/(?![\n\r\t])[\p{Cc}\p{Cs}]/gu, '');
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
}

export type FormResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly issues: readonly z.core.$ZodIssue[];
      /** What was sent, nested, to fill the form in again. */
      readonly values: Record<string, unknown>;
    };

/** Checks what a form sent; names with dots (`parts.0.date`) become nested values first. */
export function readForm<S extends z.ZodType>(schema: S, body: unknown): FormResult<z.output<S>> {
  const unfolded = unfoldNames(body);
  if (!unfolded.ok) {
    const issue: z.core.$ZodIssue = {
      code: 'unrecognized_keys',
      keys: unfolded.names,
      path: [],
      message: '',
    };
    return { ok: false, issues: [issue], values: {} };
  }
  const result = schema.safeParse(unfolded.values, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, issues: result.error.issues, values: unfolded.values };
}
