/** `answers@example.nl` with a token, which is a UUID: `answers+<32 hexadecimal digits>@example.nl`. */
export function addressWith(token: string, inboundAddress: string): string {
  return inboundAddress.replace('@', `+${token.replaceAll('-', '')}@`);
}

/** The token in the first of the addresses that `addressWith` made, however it is written; null when there is none. */
export function tokenIn(addresses: readonly string[], inboundAddress: string): string | null {
  for (const address of addresses) {
    const [, hex] = /\+([0-9a-f]{32})@/i.exec(address) ?? [];
    if (!hex) continue;
    const token = hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    if (address.toLowerCase() === addressWith(token, inboundAddress)) return token;
  }
  return null;
}
