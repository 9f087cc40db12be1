import { z } from 'zod';
import type { ProblemCode } from '../../problems.js';
import type { Paged } from '../../platform/database/paged.js';
import type { Translate } from '../../platform/i18n/translator.js';
import { optionalLines, optionalText, requiredText, wholeNumber } from '../../platform/web/fields.js';
import { buildForm, type Form, type SentForm } from '../../platform/web/forms.js';
import { listAddress } from '../../platform/web/list-address.js';
import { pagination } from '../../platform/web/pagination.js';
import { archiveStep } from '../archive.pages.js';
import { roomName } from '../room-name.rules.js';
import type { VenueRow } from './venue.queries.js';

export const VENUES_PER_PAGE = 50;
/** More than any training takes. */
export const MOST_PEOPLE = 10_000;

/** The address of the list; what does not make sense in it counts as not filled in. */
export const venuesQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
});
export type VenuesQuery = z.output<typeof venuesQuery>;

const version = wholeNumber(1, 999_999_999);
export const newVenueForm = z.object({
  name: requiredText(200),
  municipalityId: z.uuid(),
  address: requiredText(300),
  route: optionalLines(500),
});
/** With the version that the reader looked at. */
export const venueForm = newVenueForm.extend({ version });

export const newRoomForm = z.object({
  name: requiredText(200),
  capacity: wholeNumber(1, MOST_PEOPLE),
  accessibility: requiredText(500),
});
/** With the version that the reader looked at. */
export const roomForm = newRoomForm.extend({ version });

/** The model of `venues/list`. */
export function venuesPage({ rows, total }: Paged<VenueRow>, query: VenuesQuery, t: Translate) {
  return {
    filters: buildForm([{ name: 'q', kind: 'text', label: 'venues.search' }], { q: query.q }, [], t).fields,
    venues: rows.map((row) => ({
      name: row.name,
      address: row.address.includes(row.municipality) ? row.address : `${row.address}, ${row.municipality}`,
      route: row.route,
      editHref: `/venues/${row.id}/edit`,
      newRoomHref: `/venues/${row.id}/rooms/new`,
      ...archiveStep(`/venues/${row.id}`, row.archivedAt !== null, t),
      rooms: row.rooms.map((room) => ({
        name: roomName({ venue: row.name, room: room.name }),
        capacity: t('venues.capacity', { count: room.capacity }),
        accessibility: room.accessibility,
        editHref: `/rooms/${room.id}/edit`,
        ...archiveStep(`/rooms/${room.id}`, room.isArchived, t),
        calendarHref: listAddress('/calendar', { room: room.id }),
      })),
    })),
    pagination: pagination(total, query.page, VENUES_PER_PAGE, (page) =>
      listAddress('/venues', { ...query, page }),
    ),
    empty:
      query.q === null
        ? { title: t('venues.noneTitle'), text: t('venues.none'), action: null }
        : {
            title: t('venues.noneFoundTitle'),
            text: t('venues.noneFound'),
            action: { href: '/venues', label: t('venues.clear') },
          },
  };
}

export function venueFormPage(
  municipalities: readonly { readonly id: string; readonly name: string }[],
  { values, issues }: SentForm,
  t: Translate,
): Form {
  return buildForm(
    [
      { name: 'version', kind: 'hidden', label: 'venues.form.name' },
      { name: 'name', kind: 'text', label: 'venues.form.name', required: true },
      {
        ...{ name: 'municipalityId', kind: 'select', label: 'venues.form.municipality', required: true },
        options: municipalities.map(({ id, name }) => ({ value: id, label: name })),
      },
      { name: 'address', kind: 'text', label: 'venues.form.address', required: true },
      { name: 'route', kind: 'textarea', label: 'venues.form.route', description: 'venues.form.routeHint' },
    ],
    values,
    issues,
    t,
  );
}

export function roomFormPage({ values, issues }: SentForm, t: Translate): Form {
  return buildForm(
    [
      { name: 'version', kind: 'hidden', label: 'venues.room.name' },
      {
        ...{ name: 'name', kind: 'text', label: 'venues.room.name', required: true },
        description: 'venues.room.nameHint',
      },
      {
        ...{ name: 'capacity', kind: 'integer', label: 'venues.room.capacity', required: true },
        description: 'venues.room.capacityHint',
      },
      {
        ...{ name: 'accessibility', kind: 'text', label: 'venues.room.accessibility', required: true },
        description: 'venues.room.accessibilityHint',
      },
    ],
    values,
    issues,
    t,
  );
}

/** The field in which a refusal can be put right; null when there is none. */
export function fieldOfRefusal(code: ProblemCode): string | null {
  const fields: Partial<Record<ProblemCode, string>> = {
    'venue-name-in-use': 'name',
    'room-name-in-use': 'name',
    'municipality-unknown': 'municipalityId',
    'room-too-small': 'capacity',
  };
  return fields[code] ?? null;
}
