const ADDRESS = /https?:\/\/[^\s"'<>]+/g;
const LEFT_OUT = '[…]';

/**
 * A text, or HTML, without the addresses of other websites than our own. A joining link is for those who come, and a
 * link that has been replaced may still work; so what is not ours is left out, whatever it leads to.
 * @param own our own address, without a slash at its end
 */
export function withoutOutsideLinks(text: string, own: string): string {
  return text.replace(ADDRESS, (address) =>
    address === own || address.startsWith(`${own}/`) ? address : LEFT_OUT,
  );
}
