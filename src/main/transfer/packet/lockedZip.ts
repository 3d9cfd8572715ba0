import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

// Its workers and its WebAssembly are for compressing; what goes in here is compressed already.
configure({ useWebWorkers: false });

/** Says nothing of what is in it: names stand in a zip in plain, whatever it is locked with. */
const nameInside = 'pages.pdf';

/** So that it does not tell when. The zip's own least date. */
const noDate = new Date(1980, 0, 1);

/**
 * A zip with one file in it, locked with AES-256 as WinZip writes it (AE-2), which 7-Zip, WinZip, WinRAR, Keka and The Unarchiver
 * open; what Windows and macOS bring along may not. Its key is made of the passphrase with PBKDF2 in 1,000 rounds, which the format
 * fixes: far fewer than a journal's, so the passphrase has to be a good one. `passphrase` (UTF-8) stays the caller's.
 */
export async function lockIntoZip(pdf: Uint8Array, passphrase: Uint8Array): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    rawPassword: passphrase,
    encryptionStrength: 3,
    level: 0,
    extendedTimestamp: false,
    dataDescriptor: false,
  });
  await zip.add(nameInside, new Uint8ArrayReader(pdf), { lastModDate: noDate });
  return zip.close();
}
