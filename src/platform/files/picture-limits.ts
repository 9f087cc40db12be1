/** Why a file is not taken as a picture. */
export const pictureFaults = ['not-a-picture', 'animated', 'cmyk', 'too-many-pixels', 'too-heavy'] as const;
export type PictureFault = (typeof pictureFaults)[number];

/** What a picture may be; sides in pixels, weight in bytes. */
export interface PictureLimits {
  /** Of the file that is sent. */
  readonly longestSide: number;
  /** A PNG is made smaller to fit in this; a JPEG keeps its size, as only the PDF's reader unpacks it. */
  readonly fit: { readonly width: number; readonly height: number };
  /** Of what is kept. */
  readonly heaviest: number;
}

export type ReadPicture = { readonly ok: true; readonly content: Buffer } | PictureRefusal;
export interface PictureRefusal {
  readonly ok: false;
  readonly fault: PictureFault;
}

export const refused = (fault: PictureFault): PictureRefusal => ({ ok: false, fault });
