/**
 * The page requires trusted types. Nothing of ours writes HTML or scripts; MapLibre starts its worker from an address,
 * and only an address of our own is let through.
 */
interface Policies {
  createPolicy: (
    name: string,
    rules: {createScriptURL: (address: string) => string; createHTML: (html: string) => string},
  ) => unknown;
}

const policies = (globalThis as {trustedTypes?: Policies}).trustedTypes;

policies?.createPolicy('default', {
  // React Aria empties what a screen reader was last told by writing no HTML at all; anything else is kept out.
  createHTML(html) {
    if (html !== '') throw new TypeError('No HTML is written here.');
    return html;
  },
  createScriptURL(address) {
    const {origin, protocol, host} = new URL(address, window.location.href);
    const own =
      origin === window.location.origin && protocol === window.location.protocol && host === window.location.host;
    if (!own) throw new TypeError(`A script from ${address} is not let in.`);
    return address;
  },
});
