import { readJpeg } from './jpeg-picture.js';
import { type PictureLimits, type ReadPicture, refused } from './picture-limits.js';
import { readPng } from './png-picture.js';

/**
 * Makes a picture for a PDF of a PNG or JPEG, known by what is in it: a PNG in RGB without transparency (on white) or
 * a JPEG in RGB or grey, without what cameras and programs write beside the picture. What it gives, it takes again
 * and leaves as it is.
 */
export function readPicture(file: Buffer, limits: PictureLimits): ReadPicture {
  const read = readPng(file, limits) ?? readJpeg(file, limits) ?? refused('not-a-picture');
  if (read.ok && read.content.length > limits.heaviest) return refused('too-heavy');
  return read;
}
