/** What people call a room: 'Voorbeeldtheater, Foyer', and only the venue's name where it has but one room. */
export function roomName({ venue, room }: { readonly venue: string; readonly room: string }): string {
  return room === venue ? venue : `${venue}, ${room}`;
}
