import { buildForm, type FieldKind, type FieldSpec } from '../../src/platform/web/forms.js';
import { pagination } from '../../src/platform/web/pagination.js';
import { bareShell, htmlFaults, translator, views } from './pages.js';

const t = translator('nl');
const shell = bareShell('nl');

const kinds: FieldKind[] = [
  'text',
  'email',
  'date',
  'time',
  'integer',
  'money',
  'textarea',
  'select',
  'checkbox',
  'radios',
  'file',
  'hidden',
];

const spec = (kind: FieldKind): FieldSpec => ({
  name: `parts.0.${kind}`,
  kind,
  label: 'web.shell.privacy',
  description: 'web.shell.footer',
  options: [
    { value: 'a', label: 'Eerste & beste' },
    { value: 'b', label: 'Tweede' },
  ],
  required: kind !== 'textarea',
});

function drawn(kind: FieldKind, value: unknown, message?: string): string {
  const issues = message === undefined ? [] : [{ path: `parts.0.${kind}`, message }];
  const [field] = buildForm([spec(kind)], { parts: [{ [kind]: value }] }, issues, t).fields;
  return views.render('partials/field', field ?? {}, shell);
}

describe.each(kinds)('a field of kind %s', (kind) => {
  it.each([
    ['empty', undefined, undefined],
    ['filled in', 'b', undefined],
    ['wrong', 'b', 'Kies iets anders.'],
  ])('is valid HTML when %s', (_state, value, message) => {
    expect(htmlFaults(drawn(kind, value, message))).toEqual([]);
  });
});

describe('a field', () => {
  it('ties its description and its error to the input', () => {
    expect(drawn('text', '', 'Vul dit in.')).toContain(
      'aria-invalid="true" aria-describedby="field-parts-0-text-description field-parts-0-text-error"',
    );
  });

  it('never lets a value become markup', () => {
    expect(drawn('text', '"><script>')).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it('gives the lines of a textarea back as they were typed', () => {
    expect(drawn('textarea', '\n  eerste\ntweede')).toContain('>\n\n  eerste\ntweede</textarea>');
  });

  it('says in words that it may stay empty', () => {
    expect(drawn('textarea', '')).toContain('(niet verplicht)');
  });
});

describe('the error summary', () => {
  const summary = (path: string) =>
    views.render(
      'partials/error-summary',
      buildForm([spec('text'), spec('radios')], {}, [{ path, message: 'Vul dit in.' }], t),
      shell,
    );

  it('is valid HTML', () => {
    expect(htmlFaults(summary('parts.0.text'))).toEqual([]);
  });

  it('leads to the field', () => {
    expect(summary('parts.0.text')).toContain('<a class="utrecht-link" href="#field-parts-0-text">');
  });

  it('leads to the first choice of radios, which exists', () => {
    expect(summary('parts.0.radios')).toContain('href="#field-parts-0-radios"');
    expect(drawn('radios', '')).toContain('id="field-parts-0-radios" type="radio"');
  });

  it('leads to the first field of a group when the whole group is wrong', () => {
    expect(summary('parts')).toContain('href="#field-parts-0-text"');
  });
});

describe('the other partials', () => {
  it.each([
    ['partials/alert', { kind: 'warning', text: 'Let op' }],
    ['partials/status-badge', { kind: 'neutral', label: 'Open' }],
    ['partials/empty-state', { title: 'Niets', text: 'Begin.', action: { href: '/new', label: 'Nieuw' } }],
    ['partials/empty-state', { title: 'Niets', text: 'Begin.', action: null }],
    ['partials/pagination', { pagination: pagination(0, 1, 25, (page) => `?page=${page}`) }],
    ['partials/pagination', { pagination: pagination(999, 7, 25, (page) => `?q=a&page=${page}`) }],
  ])('%s is valid HTML', (name, model) => {
    expect(htmlFaults(views.render(name, model, shell))).toEqual([]);
  });
});

describe('a view', () => {
  const problem = { title: 'Titel', detail: 'Uitleg', nextStep: 'Stap', reference: null };

  it.each(Object.keys(problem))('refuses a model without %s', (lacking) => {
    const model = Object.fromEntries(Object.entries(problem).filter(([name]) => name !== lacking));
    expect(() => views.render('errors/problem', model, shell)).toThrow();
  });
});
