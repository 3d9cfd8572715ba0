const allowedAddress = /^(https?:\/\/[^\s/]|mailto:[^\s@]+@)[^\s]*$/i;
const bareHost = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+\p{L}{2,}(?:[/?#][^\s]*)?$/u;

/** Longest address kept, in UTF-16 code units. */
const linkAddressLimit = 2000;

/**
 * What a person typed or pasted as an address, made complete ("example.org" becomes "https://example.org"),
 * or null for anything but http, https and mailto. Addresses are stored and shown, and opened only when a person says so.
 */
export function parseLinkAddress(text: string): string | null {
  const address = text.trim();
  if (address.length > linkAddressLimit) return null;
  if (allowedAddress.test(address)) return address;
  return bareHost.test(address) ? `https://${address}` : null;
}

/** True for an address that is already complete. */
export const isLinkAddress = (text: string): boolean =>
  text.length <= linkAddressLimit && allowedAddress.test(text);
