/** What we use of fontkit, which comes without types. */
declare module 'fontkit' {
  export interface GlyphRun {
    readonly glyphs: readonly { readonly id: number }[];
  }

  export interface Glyph {
    readonly advanceWidth: number;
    _decode(): { readonly components?: readonly GlyphPart[] } | null;
    _getMetrics(): { readonly leftBearing: number };
  }

  /** Another glyph that a composed one is made of; `pos` is where its number stands in the bytes. */
  export interface GlyphPart {
    readonly glyphID: number;
    readonly pos: number;
  }

  /** The glyphs that one document shows, as a font file of its own. */
  export interface Subset {
    readonly glyf: Uint8Array[];
    readonly loca: { readonly offsets: number[] };
    readonly hmtx: { readonly metrics: { readonly advance: number; readonly bearing: number }[] };
    offset: number;
    includeGlyph(id: number): number;
    encode(): Uint8Array;
    _addGlyph(id: number): number;
  }

  export interface Font {
    readonly unitsPerEm: number;
    _glyphs: Record<number, Glyph>;
    readonly loca: { readonly offsets: readonly number[] };
    layout: (text: string) => GlyphRun;
    createSubset: () => Subset;
    getGlyph(id: number): Glyph;
    hasGlyphForCodePoint(codePoint: number): boolean;
    _getTableStream(tag: 'glyf'): { pos: number; readBuffer(length: number): Uint8Array };
  }

  export function create(file: Uint8Array): Font;
}
