/**
 * The one sentence that says why a whole file cannot be read.
 *
 * Reading is a chain of iterators (unpack, decode, split, parse), and any link may find the file damaged. The link throws
 * this, and the entry points catch it and return it as a value: it never leaves this folder. Nothing else is caught, so a
 * fault of ours is not mistaken for a fault of the file.
 */
export class Unreadable extends Error {
  override name = 'Unreadable';
}
