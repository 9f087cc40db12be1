import type { VenueRow } from '../../../src/sessions/venues/venue.queries.js';
import { venuesPage, venuesQuery } from '../../../src/sessions/venues/venues.pages.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '00000000-0000-7000-8000-000000000001';

const theatre: VenueRow = {
  ...{ id, municipalityId: id, municipality: 'Noordoostpolder', name: 'Voorbeeldtheater <&>', version: 2 },
  archivedAt: null,
  ...{ address: 'Voorbeeldplein 1', route: 'Vijf minuten lopen van het station.' },
  rooms: [
    { id, name: 'Foyer', capacity: 30, accessibility: 'Drempelvrij', isArchived: false },
    { id: `${id}2`, name: 'Voorbeeldtheater <&>', capacity: 1, accessibility: 'Niet', isArchived: true },
  ],
};
const bare: VenueRow = {
  ...theatre,
  address: 'Kade 1, Noordoostpolder',
  route: null,
  rooms: [],
  archivedAt: new Date('2026-09-01'),
};
const nothing = { rows: [], total: 0 };

export const samples = {
  'venues/list': [
    venuesPage({ rows: [theatre, bare], total: 120 }, venuesQuery.parse({ page: '2' }), t),
    venuesPage(nothing, venuesQuery.parse({}), t),
    venuesPage(nothing, venuesQuery.parse({ q: 'x' }), t),
  ].map((model) => ({ title: 'Locaties', ...model })),
};
