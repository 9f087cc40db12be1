import { readPicture } from '../../platform/files/picture.js';
import { type PictureLimits, type ReadPicture, refused } from '../../platform/files/picture-limits.js';

/** Of the file that is sent, in bytes. */
const LARGEST_FILE = 1024 * 1024;
/** The box for the logo on paper is 150 by 48 points: this prints sharp at 300 dots per inch. */
const LIMITS: PictureLimits = {
  longestSide: 2_000,
  fit: { width: 625, height: 200 },
  // It is in every certificate.
  heaviest: 100 * 1024,
};

/** Makes the logo of a certificate of a file that someone sent. */
export function readLogo(file: Buffer): ReadPicture {
  return file.length > LARGEST_FILE ? refused('too-heavy') : readPicture(file, LIMITS);
}
