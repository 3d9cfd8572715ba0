import { existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface TextFound {
  readonly file: string;
  readonly encoding: string;
}

const base64Of = (bytes: Buffer, name: string) =>
  [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    return {
      encoding: `base64 of ${name}, offset ${offset}`,
      bytes: Buffer.from(encoded.slice(4, -4), 'ascii'),
    };
  });

/**
 * The byte patterns `text` can lie on disk as: UTF-8, UTF-16 (both orders), hex and base64. Base64 groups three bytes, so the
 * same text looks different at each of three offsets; the ends, which mix with neighbours, are cut off.
 */
function textToPatterns(text: string): readonly { readonly encoding: string; readonly bytes: Buffer }[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  return [
    { encoding: 'UTF-8', bytes: utf8 },
    { encoding: 'UTF-16LE', bytes: utf16 },
    { encoding: 'UTF-16BE', bytes: Buffer.from(utf16).swap16() },
    { encoding: 'hex', bytes: Buffer.from(utf8.toString('hex'), 'ascii') },
    ...base64Of(utf8, 'UTF-8'),
    ...base64Of(utf16, 'UTF-16LE'),
  ];
}

export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
}

/** Bytes as they are, and as text carries them. */
const bytesToPatterns = (bytes: Uint8Array): ReturnType<typeof textToPatterns> => {
  const plain = Buffer.from(bytes);
  return [
    { encoding: 'bytes', bytes: plain },
    { encoding: 'hex', bytes: Buffer.from(plain.toString('hex'), 'ascii') },
    ...base64Of(plain, 'bytes'),
  ];
};

/** Every file below `folders` that holds one of `secrets` in any of its encodings. Files that vanish while reading hold nothing. */
export function scanForSecrets(
  folders: readonly string[],
  secrets: readonly (string | Uint8Array)[],
): readonly TextFound[] {
  const patterns = secrets.flatMap((secret) =>
    typeof secret === 'string' ? textToPatterns(secret) : bytesToPatterns(secret),
  );
  const found: TextFound[] = [];
  for (const file of folders.flatMap(filesBelow)) {
    let content: Buffer;
    try {
      if (lstatSync(file).size === 0) continue;
      content = readFileSync(file);
    } catch {
      continue;
    }
    for (const { encoding, bytes } of patterns) {
      if (content.includes(bytes)) found.push({ file, encoding });
    }
  }
  return found;
}

export const scanForText = (folders: readonly string[], text: string): readonly TextFound[] =>
  scanForSecrets(folders, [text]);
