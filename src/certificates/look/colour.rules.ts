/** A colour as `#rrggbb`, in lower case. */
export type Colour = string;

/** The least contrast that WCAG 2.2 asks of text (1.4.3, level AA). */
export const LEAST_CONTRAST = 4.5;
/** How much of a colour is left in its tint, which only draws thin lines. */
const TINT = 0.24;
const WHITE = '#ffffff';

/** Reads a colour as people write it, with or without `#`; null for anything else. */
export function readColour(written: string): Colour | null {
  const [, digits] = /^#?([0-9a-f]{6})$/i.exec(written.trim()) ?? [];
  return digits === undefined ? null : `#${digits.toLowerCase()}`;
}

/** How much two colours differ in lightness, from 1 to 21, as WCAG 2.2 defines it. */
export function contrastOf(one: Colour, other: Colour): number {
  const [dark, light] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Whether text in this colour can be read on white paper. */
export const isReadable = (colour: Colour) => contrastOf(colour, WHITE) >= LEAST_CONTRAST;

/** The same colour, much lighter. */
export function tintOf(colour: Colour): Colour {
  const parts = partsOf(colour).map((part) => Math.round(255 - (255 - part) * TINT));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function luminanceOf(colour: Colour): number {
  const [red, green, blue] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const partsOf = (colour: Colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
