/** How long memory takes to give so many bytes, read once by WebAssembly: what no pass over them can be quicker than. */
import {instanceOf, memoryOf, PAGE} from '../../graph/hierarchy/web-assembly.ts';
import {best} from './measure-graph.ts';

/** `read.as` compiled, as the kernels of the hierarchy are. */
export const READ_KERNEL =
  'AGFzbQEAAAABBwFgAn9/AX8CDwEDZW52Bm1lbW9yeQIAAAMCAQAHEQIEcmVhZAAABm1lbW9yeQIACmQBYgEEeyAAIAFqIQEDQCAAIAFJBEAgAiAA/QAEAP1QIQIgAyAA/QAEEP1QIQMgBCAA/QAEIP1QIQQgBSAA/QAEMP1QIQUgAEFAayEADAELCyACIAP9UCAEIAX9UP1Q/VNBAEcL';

/** In milliseconds; `undefined` where there is no room for them. */
export function readingMs(bytes: number): number | undefined {
  const length = Math.ceil(bytes / 64) * 64;
  const memory = memoryOf(Math.ceil(length / PAGE) + 1);
  const kernel = memory && instanceOf<{read: (at: number, bytes: number) => number}>(READ_KERNEL, memory);
  if (kernel === undefined) return undefined;
  // Memory that nobody wrote to need not be read.
  new Uint8Array(memory!.buffer).fill(1);
  return best(3, () => kernel.read(PAGE, length - PAGE)) * (length / (length - PAGE));
}
