import type { Translate } from '../platform/i18n/translator.js';

/** Whether something is out of use, and the button that takes it out of use or back, as in `partials/archive-step`. */
export function archiveStep(at: string, isArchived: boolean, t: Translate) {
  return {
    archived: isArchived ? t('archive.archived') : null,
    archive: isArchived
      ? { action: `${at}/restoration`, label: t('archive.restore') }
      : { action: `${at}/archive`, label: t('archive.archive') },
  };
}
