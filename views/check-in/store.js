/**
 * What this device keeps: the lists of the day, and what was seen and is not saved yet. All of it is encrypted with a key
 * that scripts cannot read, so that a copy of the files tells nobody's name.
 */

const DATABASE = 'leerlijn-check-in';
const KEYS = 'keys';
const ITEMS = 'items';
const DAY = 'day';
const PROBLEMS = 'problems';
const SIGHTING = 'sighting:';

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS);
    request.result.createObjectStore(ITEMS);
  };
  return result(request);
}

/**
 * Changes the items and resolves once they are on the disk: what is shown as kept must survive a dead battery.
 * @param {IDBDatabase} database
 * @param {(items: IDBObjectStore) => void} change
 * @returns {Promise<void>}
 */
function write(database, change) {
  const transaction = database.transaction(ITEMS, 'readwrite', { durability: 'strict' });
  change(transaction.objectStore(ITEMS));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/**
 * The key of this device; of two tabs that make one at the same time, both get the first.
 * @param {IDBDatabase} database
 * @returns {Promise<CryptoKey>}
 */
async function deviceKey(database) {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const keys = database.transaction(KEYS, 'readwrite').objectStore(KEYS);
  const known = await result(keys.get('device'));
  if (!known) keys.put(made, 'device');
  return known ?? made;
}

export class Store {
  /**
   * @param {IDBDatabase} database
   * @param {CryptoKey} key
   */
  constructor(database, key) {
    this.database = database;
    this.key = key;
  }

  static async open() {
    const database = await open();
    // Without this a browser that runs out of room may throw away what is not saved yet.
    await navigator.storage?.persist?.();
    return new Store(database, await deviceKey(database));
  }

  /** @returns {Promise<import('./types.js').Day | null>} */
  async day() {
    const item = await this.item(DAY);
    return item ? /** @type {import('./types.js').Day} */ (await this.decrypt(item)) : null;
  }

  /** @param {import('./types.js').Day} day */
  async keepDay(day) {
    const item = await this.encrypt(day);
    await write(this.database, (items) => items.put(item, DAY));
  }

  async forgetDay() {
    await write(this.database, (items) => items.delete(DAY));
  }

  /**
   * What was not saved and why, until someone has seen it; it outlives the day.
   * @returns {Promise<import('./types.js').Problem[]>}
   */
  async problems() {
    const item = await this.item(PROBLEMS);
    return item ? /** @type {import('./types.js').Problem[]} */ (await this.decrypt(item)) : [];
  }

  /** @param {readonly import('./types.js').Problem[]} problems */
  async keepProblems(problems) {
    const item = await this.encrypt(problems);
    await write(this.database, (items) => items.put(item, PROBLEMS));
  }

  /** @param {import('./types.js').Sighting} sighting */
  async keepSighting(sighting) {
    const item = await this.encrypt(sighting);
    await write(this.database, (items) => items.put(item, SIGHTING + sighting.id));
  }

  /**
   * What is not saved yet, in the order in which it was seen.
   * @returns {Promise<import('./types.js').Sighting[]>}
   */
  async sightings() {
    const range = IDBKeyRange.bound(SIGHTING, `${SIGHTING}\uffff`);
    const found = await result(this.database.transaction(ITEMS).objectStore(ITEMS).getAll(range));
    const sightings = /** @type {import('./types.js').Sighting[]} */ (
      await Promise.all(found.map((item) => this.decrypt(item)))
    );
    return sightings.sort((one, other) => one.observedAt.localeCompare(other.observedAt));
  }

  /** @param {readonly string[]} ids */
  async forgetSightings(ids) {
    await write(this.database, (items) => ids.forEach((id) => items.delete(SIGHTING + id)));
  }

  /** @param {string} name */
  item(name) {
    return result(this.database.transaction(ITEMS).objectStore(ITEMS).get(name));
  }

  /** @param {unknown} value */
  async encrypt(value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(value));
    return { iv, content: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.key, text) };
  }

  /** @param {{ iv: Uint8Array<ArrayBuffer>, content: ArrayBuffer }} item */
  async decrypt({ iv, content }) {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, this.key, content);
    return /** @type {unknown} */ (JSON.parse(new TextDecoder().decode(text)));
  }
}
