import { formatInstant } from '../platform/i18n/format.js';
import type { RunningFigures, SignInRow } from './administrator-home.queries.js';
import type { HomeFigure, Overview, Reader } from './overview.pages.js';
import { isWorkerBehind } from './running.rules.js';

/** Whether everything is running. */
export function administratorHome(
  figures: RunningFigures,
  signIns: readonly SignInRow[],
  now: Date,
  reader: Reader,
): Overview {
  const { t, locale } = reader;
  const behind = isWorkerBehind([figures.oldest_due_at, figures.oldest_fact_at], now);
  const wrong = behind || figures.jobs_failed > 0 || figures.mail_failed > 0;
  const figure = (
    name: 'jobsDue' | 'jobsFailed' | 'facts' | 'mailQueued' | 'mailFailed' | 'accounts',
    value: number,
    href: string | null,
  ): HomeFigure => ({
    label: t(`home.administrator.${name}`),
    value: String(value),
    note: null,
    href,
  });
  return {
    lead: t(
      behind ? 'home.administrator.behind' : wrong ? 'home.administrator.failed' : 'home.administrator.well',
    ),
    figures: [
      figure('jobsDue', figures.jobs_due, '/jobs'),
      figure('jobsFailed', figures.jobs_failed, '/jobs'),
      figure('facts', figures.facts_undispatched, '/jobs'),
      figure('mailQueued', figures.mail_queued, null),
      figure('mailFailed', figures.mail_failed, null),
      figure('accounts', figures.accounts_open, '/accounts'),
    ],
    sections: [
      {
        id: 'sign-ins',
        title: t('home.administrator.signIns'),
        cards: signIns.map(({ name, role, signed_in_at }) => ({
          title: name,
          href: null,
          badge: null,
          lines: [t(`access.role.${role}`), formatInstant(signed_in_at, locale)],
          actions: [],
        })),
        empty: {
          title: t('home.administrator.noSignInsTitle'),
          text: t('home.administrator.noSignIns'),
          action: null,
        },
        more: [{ href: '/audit-trail', label: t('home.administrator.auditTrail') }],
      },
    ],
  };
}
