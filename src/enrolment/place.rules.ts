/** Where a part is, on one line: 'Voorbeeldzaal, Voorbeeldplein 1, Almere'; an address often names the town itself. */
export function placeOf({ venue, address, town }: { venue: string; address: string; town: string }): string {
  return address.includes(town) ? `${venue}, ${address}` : `${venue}, ${address}, ${town}`;
}
