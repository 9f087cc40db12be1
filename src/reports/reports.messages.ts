import { defineMessages } from '../platform/i18n/messages.js';

export const reportsMessages = defineMessages({
  nl: {
    'reports.nav.trained': 'Opgeleide mensen',
    'reports.trained.title': 'Opgeleide mensen per jaar',
    'reports.trained.intro':
      'Het gaat om verschillende mensen: wie in een jaar twee trainingen volgde, telt één keer. Cijfers van vóór Leerlijn staan hier zoals de bron ze noemt.',
    'reports.trained.caption': 'Opgeleide mensen, het laatste jaar eerst',
    'reports.trained.year': 'Jaar',
    'reports.trained.municipality': 'Gemeente',
    'reports.trained.count': 'Mensen',
    'reports.trained.source': 'Bron',
    'reports.trained.ownCertificates': 'Certificaten in Leerlijn',
    'reports.trained.empty.title': 'Er is nog niemand opgeleid',
    'reports.trained.empty.text':
      'Na een afgesloten training staat hier hoeveel mensen een certificaat kregen. Een coördinator kan cijfers van eerdere jaren inlezen.',
  },
  en: {
    'reports.nav.trained': 'People trained',
    'reports.trained.title': 'People trained per year',
    'reports.trained.intro':
      'These are different people: someone who took two courses in a year counts once. Figures from before Leerlijn are shown as their source tells them.',
    'reports.trained.caption': 'People trained, the latest year first',
    'reports.trained.year': 'Year',
    'reports.trained.municipality': 'Municipality',
    'reports.trained.count': 'People',
    'reports.trained.source': 'Source',
    'reports.trained.ownCertificates': 'Certificates in Leerlijn',
    'reports.trained.empty.title': 'Nobody has been trained yet',
    'reports.trained.empty.text':
      'After a course has been closed, this page shows how many people got a certificate. A coordinator can read in figures of earlier years.',
  },
});
