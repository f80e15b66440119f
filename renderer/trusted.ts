/**
 * The page requires trusted types. Nothing of ours writes HTML or scripts; MapLibre starts its worker from an address,
 * and only an address of our own is let through.
 */
interface Policies {
  createPolicy: (name: string, rules: {createScriptURL: (address: string) => string}) => unknown;
}

const policies = (globalThis as {trustedTypes?: Policies}).trustedTypes;

policies?.createPolicy('default', {
  createScriptURL(address) {
    const {origin, protocol, host} = new URL(address, window.location.href);
    const own =
      origin === window.location.origin && protocol === window.location.protocol && host === window.location.host;
    if (!own) throw new TypeError(`A script from ${address} is not let in.`);
    return address;
  },
});
