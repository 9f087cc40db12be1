import { Camera } from './camera.js';
import { Door } from './door.js';
import { Store } from './store.js';

/** @typedef {import('./types.js').Participant} Participant */

const TRY_AGAIN = 10_000;

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
const byId = (id) => /** @type {T} */ (document.getElementById(id));
const show = (/** @type {HTMLElement} */ element, /** @type {boolean} */ shown) => (element.hidden = !shown);

/**
 * A text of the page, in the reader's language, with its values put in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
function text(key, values = {}) {
  const found = document.querySelector(`template[data-text="${key}"]`);
  const raw = /** @type {HTMLTemplateElement | null} */ (found)?.content.textContent ?? key;
  return raw.replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** Says what just happened, large and to screen readers. @param {'ok' | 'warning' | 'error'} kind @param {string} message */
function announce(kind, message) {
  const banner = byId('announcement');
  banner.className = `utrecht-alert utrecht-alert--${kind} ll-announcement`;
  banner.textContent = message;
  show(banner, true);
  navigator.vibrate?.(kind === 'ok' ? 60 : [60, 60, 60]);
}

/** @type {Door} */
let door;

async function start() {
  if (!globalThis.isSecureContext || !('serviceWorker' in navigator)) {
    announce('error', text('insecure'));
    return;
  }
  void navigator.serviceWorker.register('/check-in/service-worker.js', { scope: '/check-in' });
  door = new Door(await Store.open());
  await door.load();
  render();
  listen();
  await synchronise();
  setInterval(() => void synchronise(), TRY_AGAIN);
}

/** Sends what is not saved, then asks what others saw. */
async function synchronise() {
  await door.send();
  await door.refresh();
  render();
}

function listen() {
  const camera = new Camera(byId('video'), (found) => void scan(found));
  byId('camera-start').addEventListener('click', () => void openCamera(camera));
  byId('camera-stop').addEventListener('click', () => {
    camera.stop();
    show(byId('camera'), false);
  });
  byId('code-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const input = /** @type {HTMLInputElement} */ (byId('code'));
    void scan(input.value);
    input.value = '';
  });
  byId('search').addEventListener('input', render);
  byId('session').addEventListener('change', (event) => {
    door.sessionId = /** @type {HTMLSelectElement} */ (event.target).value;
    door.partId = '';
    door.settle();
    render();
  });
  byId('part').addEventListener('change', (event) => {
    door.partId = /** @type {HTMLSelectElement} */ (event.target).value;
    render();
  });
  byId('group').addEventListener('submit', (event) => {
    event.preventDefault();
    void checkInGroup();
  });
  byId('group-close').addEventListener('click', () => show(byId('group'), false));
  addEventListener('online', () => void synchronise());
  addEventListener('offline', () => {
    door.connection = 'offline';
    render();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void synchronise();
  });
}

/** @param {Camera} camera */
async function openCamera(camera) {
  try {
    await camera.start();
    show(byId('camera'), true);
  } catch {
    announce('error', text('noCamera'));
  }
}

/** @param {string} found */
async function scan(found) {
  const read = await door.read(found);
  if (read.kind === 'person') return checkIn([read.person]);
  if (read.kind === 'group') return showGroup(read);
  if (read.kind === 'other-session') return announce('error', text('otherSession', { title: read.title }));
  if (read.kind !== 'unknown')
    return announce('error', text(read.kind === 'other-day' ? 'otherDay' : 'noCode'));
  await door.see({ kind: 'code', code: read.code });
  announce('warning', text('unknown'));
  render();
  await synchronise();
}

/** @param {readonly Participant[]} people */
async function checkIn(people) {
  const coming = people.filter((person) => !door.standing(person).isIn);
  for (const { enrolmentId } of coming) await door.see({ kind: 'name', enrolmentId });
  const name = people.map((person) => person.name).join(', ');
  if (coming.length === 0) announce('warning', text('already', { name }));
  else announce('ok', text('onDevice', { name: coming.map((person) => person.name).join(', ') }));
  render();
  await door.send();
  render();
}

/** @param {{ people: Participant[], organisation: string }} group */
function showGroup({ people, organisation }) {
  byId('group-name').textContent = organisation;
  byId('group-people').replaceChildren(
    ...people.map((person) => {
      const row = copy('group-row');
      const box = /** @type {HTMLInputElement} */ (row.querySelector('input'));
      const label = /** @type {HTMLLabelElement} */ (row.querySelector('label'));
      box.id = `group-${person.enrolmentId}`;
      box.value = person.enrolmentId;
      label.htmlFor = box.id;
      label.textContent = person.name;
      return row;
    }),
  );
  show(byId('group'), true);
  byId('group-name').focus();
}

async function checkInGroup() {
  const ticked = [...byId('group-people').querySelectorAll('input')].filter((box) => box.checked);
  const people = ticked.flatMap(({ value }) => door.person(value) ?? []);
  show(byId('group'), false);
  if (people.length > 0) await checkIn(people);
}

/** @param {string} name @returns {HTMLElement} */
function copy(name) {
  const template = /** @type {HTMLTemplateElement} */ (byId(`${name}-template`));
  return /** @type {HTMLElement} */ (
    /** @type {Element} */ (template.content.firstElementChild).cloneNode(true)
  );
}

function render() {
  renderState();
  renderProblems();
  const { session } = door;
  show(byId('door'), session !== null);
  show(byId('nothing'), session === null && door.connection !== 'signed-out');
  if (!session || !door.day) return;
  options('session', door.day.sessions, door.sessionId, ({ title }) => title);
  options('part', session.parts, door.partId, (part) => text('part', { ...part }));
  const wanted = simple(/** @type {HTMLInputElement} */ (byId('search')).value);
  const shown = session.people.filter(({ name, organisation }) =>
    simple(`${name} ${organisation}`).includes(wanted),
  );
  const inside = session.people.filter((person) => door.standing(person).isIn).length;
  byId('count').textContent = text('count', { inside, total: session.people.length });
  byId('people').replaceChildren(...shown.map(personRow));
  show(byId('nobody'), shown.length === 0);
}

/** @param {Participant} person */
function personRow(person) {
  const row = copy('person');
  const { isIn, unsaved, mark, mayWithdraw } = door.standing(person);
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (row.querySelector(`[data-part=${name}]`));
  part('name').textContent = person.name;
  part('organisation').textContent = person.organisation;
  part('state').textContent = unsaved ? text('unsaved') : mark ? text(`mark.${mark}`) : '';
  part('state').className =
    `utrecht-status-badge utrecht-status-badge--${unsaved ? 'warning' : isIn ? 'success' : 'neutral'}`;
  show(part('state'), unsaved || mark !== null);
  part('check-in').addEventListener('click', () => void checkIn([person]));
  part('withdraw').addEventListener('click', () => void takeBack(person));
  for (const name of ['check-in', 'withdraw'])
    /** @type {HTMLElement} */ (part(name).querySelector('span')).textContent = person.name;
  show(part('check-in'), !isIn);
  show(part('withdraw'), mayWithdraw);
  return row;
}

/** @param {Participant} person */
async function takeBack(person) {
  await door.withdraw(person.enrolmentId);
  announce('warning', text('takenBack', { name: person.name }));
  render();
  await synchronise();
}

function renderState() {
  const waiting = door.unsaved.length;
  const kind = door.connection === 'online' && waiting === 0 ? 'success' : 'warning';
  const state = byId('state');
  state.className = `utrecht-status-badge utrecht-status-badge--${kind}`;
  state.textContent = text(waiting === 0 ? 'allSaved' : 'waiting', { count: waiting });
  byId('connection').textContent =
    door.connection === 'online' && door.needsOther
      ? text('needsOther')
      : text(`connection.${door.connection}`);
  show(byId('sign-in'), door.connection === 'signed-out');
}

function renderProblems() {
  const { problems } = door;
  show(byId('problems'), problems.length > 0);
  byId('problem-list').replaceChildren(
    ...problems.map(({ id, reason, name }) => {
      const row = copy('problem');
      /** @type {HTMLElement} */ (row.querySelector('p')).textContent =
        `${name ? `${name}: ` : ''}${text(`refused.${reason}`)}`;
      row.querySelector('button')?.addEventListener('click', () => void door.dismiss(id).then(render));
      return row;
    }),
  );
}

/**
 * @template {{ id: string }} T
 * @param {string} name
 * @param {readonly T[]} choices
 * @param {string} chosen
 * @param {(choice: T) => string} label
 */
function options(name, choices, chosen, label) {
  const select = /** @type {HTMLSelectElement} */ (byId(name));
  select.replaceChildren(
    ...choices.map((choice) => new Option(label(choice), choice.id, false, choice.id === chosen)),
  );
  show(byId(`${name}-field`), choices.length > 1);
}

/** Letters as one types them in a hurry: no accents, no capitals. @param {string} typed */
function simple(typed) {
  return typed.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

void start();
