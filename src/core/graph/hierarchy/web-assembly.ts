/** As much of WebAssembly as the kernels need. They are kept as text, and made ready once each. */

/** Every host has it, and the types that come with Node do not say so. */
declare const WebAssembly: {
  validate: (code: Uint8Array) => boolean;
  Module: new (code: Uint8Array) => object;
  Memory: new (size: {initial: number; maximum: number}) => Memory;
  Instance: new (module: object, given: {env: object}) => {exports: unknown};
};

interface Memory {
  buffer: ArrayBuffer;
}

export const PAGE = 65_536;
const MOST_PAGES = 65_536;

const modules = new Map<string, object | undefined>();

/** A kernel over this memory; `undefined` where the machine lacks instructions that it uses. */
export function instanceOf<Exports>(kernel: string, memory: Memory): Exports | undefined {
  if (!modules.has(kernel)) {
    const code = Uint8Array.from(atob(kernel), (letter) => letter.charCodeAt(0));
    modules.set(kernel, WebAssembly.validate(code) ? new WebAssembly.Module(code) : undefined);
  }
  const module = modules.get(kernel);
  return module && (new WebAssembly.Instance(module, {env: {memory}}).exports as Exports);
}

/** `undefined` where there is not so much: four gigabytes at most, in one piece. */
export function memoryOf(pages: number): Memory | undefined {
  if (pages > MOST_PAGES) return undefined;
  try {
    return new WebAssembly.Memory({initial: pages, maximum: MOST_PAGES});
  } catch {
    // Much more room is set aside than is asked for; where there is not so much, plain TypeScript makes do with less.
    return undefined;
  }
}
