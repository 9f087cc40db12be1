import { roomName } from './room-name.rules.js';

/** Where a part is when it is not on line. */
export interface Place {
  readonly venue: string;
  readonly room: string;
  readonly address: string;
  readonly town: string;
}

/**
 * Where a part is, on one line: 'Voorbeeldtheater, Foyer, Voorbeeldplein 1, Almere'; an address often names the town
 * itself. Null when it is on line.
 */
export function placeOf({ place }: { readonly place: Place | null }): string | null {
  if (!place) return null;
  const { address, town } = place;
  return [roomName(place), address, ...(address.includes(town) ? [] : [town])].join(', ');
}
