import type { z } from 'zod';
import type { MessageKey } from '../../messages.js';
import type { MessageParams, Translate } from '../i18n/translator.js';
import type { FieldIssue } from './forms.js';

type Issue = z.core.$ZodIssue;
type Text = readonly [MessageKey, MessageParams?];

/**
 * Turns validation issues into messages that tell the reader what to do. An issue of our own carries its
 * text as `params: { key, ...values of its placeholders }`. Parse with `reportInput: true`: it tells a value that
 * is absent from one of the wrong kind.
 */
export function validationMessages(issues: readonly Issue[], t: Translate): FieldIssue[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: t(...textOf(issue)) }));
}

function textOf(issue: Issue): Text {
  switch (issue.code) {
    case 'custom':
      return customText(issue.params);
    case 'invalid_type':
      return [issue.input === undefined ? 'web.validation.required' : 'web.validation.invalid'];
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      // A choice that was left open is sent as an empty id.
      if (issue.format === 'uuid' && issue.input === '') return ['web.validation.choose'];
      return [formatTexts[issue.format] ?? 'web.validation.invalid'];
    case 'invalid_value':
      return ['web.validation.choose'];
    case 'unrecognized_keys':
      return ['web.validation.unrecognised', { names: issue.keys.join(', ').slice(0, 200) }];
    default:
      return ['web.validation.invalid'];
  }
}

const formatTexts: Readonly<Record<string, MessageKey>> = {
  email: 'web.validation.email',
  date: 'web.validation.isoDate',
};

// What a schema put in `params` is not typed by zod; an unknown key fails in the translator.
function customText(params: Record<string, unknown> | undefined): Text {
  if (typeof params?.['key'] !== 'string') return ['web.validation.invalid'];
  const { key, ...values } = params;
  return [key as MessageKey, values as MessageParams];
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): Text {
  const limit = Number(issue.minimum);
  if (issue.origin === 'string' && limit <= 1) return ['web.validation.required'];
  if (issue.origin === 'string') return ['web.validation.tooShort', { count: limit }];
  if (issue.origin === 'array' || issue.origin === 'set') return ['web.validation.tooFew', { count: limit }];
  return ['web.validation.tooLow', { limit }];
}

function tooBig(issue: z.core.$ZodIssueTooBig): Text {
  const limit = Number(issue.maximum);
  if (issue.origin === 'string') return ['web.validation.tooLong', { count: limit }];
  if (issue.origin === 'array' || issue.origin === 'set') return ['web.validation.tooMany', { count: limit }];
  return ['web.validation.tooHigh', { limit }];
}
